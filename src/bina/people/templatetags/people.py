"""Looking up, in a template, what a view read for many rows at once."""

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def ambil(found: Mapping[Any, Any], key: Any) -> Any:
    """The value under this key, or None."""
    return found.get(key)
