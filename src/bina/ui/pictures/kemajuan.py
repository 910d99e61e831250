"""Progress against the time that has passed."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, ngettext

from bina.ui.pictures import pct
from bina.ui.tulisan import angka, as_number


@dataclass(frozen=True)
class Progress:
    label: str
    width: str
    mark: str


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
    points = round(share - passed)
    if abs(points) <= within:
        return gettext("sesuai waktu")
    if points < 0:
        text = ngettext("%(n)s poin di belakang", "%(n)s poin di belakang", -points)
    else:
        text = ngettext("%(n)s poin di depan", "%(n)s poin di depan", points)
    return text % {"n": angka(abs(points))}
