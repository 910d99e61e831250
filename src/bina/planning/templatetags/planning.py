"""Words of the planning room in templates: `{% load planning %}`."""

from typing import Any

from django import template

from bina.planning.rencana import target_words

register = template.Library()


@register.simple_tag
def target(indikator: Any) -> str:
    """The target of an indicator as pages and forms write it."""
    return target_words(indikator)
