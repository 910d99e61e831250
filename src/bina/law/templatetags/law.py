"""`{% dasar_hukum evaluasi.dasar %}`: what a result was judged by, quietly."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import template
from django.urls import reverse

from bina.law import kata
from bina.rules.texts import texts

register = template.Library()
LISTED = "law:daftar"


@register.inclusion_tag("law/bagian/dasar.html")
def dasar_hukum(*given: Any, kelas: str = "mt-3") -> dict[str, Any]:
    """A folded list: text, article, since when, how well it is known. Takes stored lists (JSON),
    a rule's `dasar`, or several of them; each value is told once."""
    rows = {(one["name"], one["since"]): one for some in given for one in _plain(some)}
    return {"butir": [_line(one) for one in rows.values()], "kelas": kelas}


def _plain(given: Any) -> Iterable[Mapping[str, str]]:
    return [one if isinstance(one, Mapping) else one.as_json() for one in given or ()]


def _line(one: Mapping[str, str]) -> dict[str, Any]:
    known = one["name"] in texts()
    return {
        "naskah": kata.naskah(one["name"]),
        "judul": kata.judul(texts()[one["name"]]) if known else "",
        "rujukan": one["reference"],
        "sejak": date.fromisoformat(one["since"]),
        "asal": kata.tag(one["tag"]),
        "url": f"{reverse(LISTED)}#{one['name']}" if known else "",
    }


@register.filter
def kata_tag(name: str) -> Any:
    return kata.tag(name)
