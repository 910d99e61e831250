"""Progress against the time that has passed."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from bina.ui.pictures import pct
from bina.ui.tulisan import angka, as_number, locale


@dataclass(frozen=True)
class Progress:
    label: str
    width: str
    mark: str


def drawn(done: Any, time: Any = None, label: str = "") -> SafeString:
    """The picture as a page shows it. Those of a list differ by whole per cents, so each is drawn
    once; one with words of its own is not kept."""
    if label:
        return _draw(progress(done, time, label))
    return _drawn(as_number(done) or Decimal(0), as_number(time), locale())


@lru_cache(4096)
def _drawn(done: Decimal, time: Decimal | None, language: str) -> SafeString:
    del language  # it keeps apart what is remembered
    return _draw(progress(done, time))


def _draw(one: Progress) -> SafeString:
    return render_to_string("ui/gambar/kemajuan.html", {"g": one})


def progress(done: Any, time: Any = None, label: str = "") -> Progress:
    """A bar to at most its full width (131 per cent is said, not drawn), and a mark for today."""
    share = as_number(done) or 0
    passed = as_number(time)
    return Progress(
        label=label or _sentence(share, passed),
        width=pct(_within(share)),
        mark=pct(_within(passed)) if passed is not None else "",
    )


def _within(share: Any) -> float:
    return float(min(max(share, 0), 100))


def _sentence(share: Any, passed: Any) -> str:
    done = gettext("Kemajuan %(persen)s persen") % {"persen": angka(share)}
    if passed is None:
        return done
    return done + ", " + gettext("waktu berjalan %(persen)s persen") % {"persen": angka(passed)}


def nearness(done: Any, time: Any, within: int = 5) -> str:
    """«29 poin di belakang», in words beside the bar; a few points are no difference."""
    share, passed = as_number(done), as_number(time)
    if share is None or passed is None:
        return ""
    return _near(round(share - passed), within, locale())


@lru_cache(1024)
def _near(points: int, within: int, _language: str) -> str:
    if abs(points) <= within:
        return gettext("sesuai waktu")
    if points < 0:
        text = ngettext("%(n)s poin di belakang", "%(n)s poin di belakang", -points)
    else:
        text = ngettext("%(n)s poin di depan", "%(n)s poin di depan", points)
    return text % {"n": angka(abs(points))}
