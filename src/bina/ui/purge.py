"""Cut a stylesheet down to what pages can meet (the work behind the command `assets`)."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import tinycss2

_ELEMENTS = """html body a abbr b small strong em p h1 h2 h3 ul ol li dl dt dd table caption thead
tbody tr th td form fieldset legend label input select option optgroup textarea button svg img
details summary main header footer nav section article aside blockquote code del ins"""
ALWAYS = frozenset(_ELEMENTS.split())
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_LIGHT = "[data-bs-theme=light]"
_DARK = "[data-bs-theme=dark]"
_FOLLOW = "[data-bs-theme=auto]"

Node = Any  # tinycss2 has no types


def purge(css: str, *, classes: set[str], elements: set[str], referenced: str) -> str:
    """Keep the rules whose classes and elements are used; drop `data:` pictures (our policy
    has none) and custom properties nobody reads. `referenced` is the CSS that reads them too."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    kept = list(_kept(rules, classes, elements))
    return _without_unread(kept, referenced)


def _kept(rules: Iterable[Node], classes: set[str], elements: set[str]) -> Iterator[Node]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [s for s in _split(rule.prelude) if _meets(s, classes, elements)]
            rule.content = _declarations(rule.content)
            if selectors and rule.content:
                rule.prelude = _join(selectors)
                yield rule
        elif rule.type == "at-rule" and rule.lower_at_keyword == "media":
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            rule.content = list(_kept(inner, classes, elements))
            if rule.content:
                yield rule


def _split(prelude: list[Node]) -> Iterator[list[Node]]:
    part: list[Node] = []
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _join(selectors: list[list[Node]]) -> list[Node]:
    comma = tinycss2.ast.LiteralToken(0, 0, ",")
    tokens: list[Node] = []
    for index, selector in enumerate(selectors):
        tokens += ([comma] if index else []) + selector
    return tokens


def _meets(selector: list[Node], classes: set[str], elements: set[str]) -> bool:
    """A selector can match only if every class and element it names is used.

    What stands inside `:not()` need not exist; other functions are taken on trust.
    """
    before = ""
    for token in selector:
        if token.type == "ident":
            if before == "." and token.value not in classes:
                return False
            if before not in {".", ":"} and token.value not in elements:
                return False
        before = token.value if token.type == "literal" else ""
    return True


def _declarations(content: list[Node]) -> list[Node]:
    parsed = tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True)
    return [
        item
        for item in parsed
        if item.type == "declaration" and "data:" not in tinycss2.serialize(item.value)
    ]


def _without_unread(rules: list[Node], referenced: str) -> str:
    """Drop custom properties nobody reads, until nothing more falls away."""
    css = "".join(_text(rule) for rule in rules)
    while True:
        read = set(_VARIABLE.findall(css + referenced))
        css_next = "".join(_text(rule, read) for rule in rules)
        if css_next == css:
            return css
        css = css_next


def _text(rule: Node, read: set[str] | None = None) -> str:
    if rule.type == "at-rule":
        inner = "".join(_text(r, read) for r in rule.content)
        return f"@media{tinycss2.serialize(rule.prelude)}{{{inner}}}" if inner else ""
    lines = [
        f"{d.name}:{tinycss2.serialize(d.value).strip()}{'!important' if d.important else ''}"
        for d in rule.content
        if read is None or not d.name.startswith("--bs-") or d.name in read
    ]
    return f"{tinycss2.serialize(rule.prelude)}{{{';'.join(lines)}}}" if lines else ""


def minify(css: str) -> str:
    """Our files are written close already; this only removes comments and the air between."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s*\n\s*", "", css)
    return re.sub(r";}", "}", css)


def follow_the_system(css: str) -> str:
    """Repeat the dark rules for those who chose to follow their device.

    Written once in the tokens, copied here, so the two can never differ.
    """
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    dark = [
        tinycss2.serialize([rule]).replace(_DARK, _FOLLOW)
        for rule in rules
        if rule.type == "qualified-rule" and _DARK in tinycss2.serialize(rule.prelude)
    ]
    return f"{css}@media(prefers-color-scheme:dark){{{''.join(dark)}}}" if dark else css


def light_on_paper(css: str) -> str:
    """Paper is white: whoever chose dark still prints in the light colours.

    Copied from the light tokens, an agency's own among them, and last, so that it wins.
    """
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    light = [
        tinycss2.serialize(rule.content)
        for rule in rules
        if rule.type == "qualified-rule" and _LIGHT in tinycss2.serialize(rule.prelude)
    ]
    return f"{css}@media print{{[data-bs-theme]{{{';'.join(light)}}}}}" if light else css
