"""Tags of Django that stand on a page a hundred times, made to do once what can be done once.

Built into every template (settings), with all of `{% load i18n %}`: templates are written as
always, and what these do not know is Django's affair (ADR 25).
"""

from typing import Any
from uuid import UUID

from django import template
from django.template import defaulttags
from django.template.base import Parser, Token
from django.templatetags import i18n
from django.urls import NoReverseMatch
from django.utils.translation import get_language

from bina.core.addresses import address

register = template.Library()
register.tags.update(i18n.register.tags)
register.filters.update(i18n.register.filters)
del register.tags["language"]  # see Kata
LANGUAGE = "bina.ui.bahasa"


class Kata(i18n.TranslateNode):
    """Words written in the template: looked up once for each language. Django makes a lazy text of
    them on every page, and of those of a cell in every row."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.known: dict[str | None, str] = {}

    def render(self, context: template.Context) -> str:
        # A page is in one language, which is asked once: Django keeps it in a dear place.
        language = context.render_context.get(LANGUAGE)
        if language is None:
            language = context.render_context[LANGUAGE] = get_language()
        if language not in self.known:
            self.known[language] = super().render(context)
        return self.known[language]


@register.tag("trans")
@register.tag
def translate(parser: Parser, token: Token) -> i18n.TranslateNode:
    node = i18n.do_translate(parser, token)
    words = node.filter_expression
    if words.var.literal is None or words.filters or node.asvar or node.message_context:
        return node
    return Kata(words, node.noop)


class Alamat(defaulttags.URLNode):
    """The address of a view, worked out once, with the numbers and keys of records put in."""

    def render(self, context: template.Context) -> str:
        found = None if self.kwargs else self._found(context)
        if found is None:
            return super().render(context)
        if self.asvar:
            context[self.asvar] = found
            return ""
        return found

    def _found(self, context: template.Context) -> str | None:
        of = [one.resolve(context) for one in self.args]
        if not all(type(one) in {int, UUID} for one in of):
            return None
        try:
            return address(self.view_name.resolve(context), *of)
        except NoReverseMatch:
            return None


@register.tag
def url(parser: Parser, token: Token) -> Alamat:
    node = defaulttags.url(parser, token)
    return Alamat(node.view_name, node.args, node.kwargs, node.asvar)
