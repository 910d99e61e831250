"""Words of the planning room in templates: `{% load planning %}`."""

from typing import Any

from django import template

from bina.planning.rencana import target_words

register = template.Library()


@register.simple_tag
def target(indikator: Any) -> str:
    """The target of an indicator as pages and forms write it."""
    return target_words(indikator)


@register.filter
def ambil(known: dict[Any, Any], key: Any) -> Any:
    """The value of a key that is only known on the page."""
    return known.get(key, "")
