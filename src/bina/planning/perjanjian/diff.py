"""What differs between two versions of a perjanjian kinerja. Pure over loaded records.

Sasaran and indicators are matched by `kunci`, budget lines by their name.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from decimal import Decimal
from typing import TypeVar

from django.utils.translation import gettext as _

from bina.planning.completeness import same_words
from bina.planning.diff import Perbedaan
from bina.planning.models import IndikatorUnit, PerjanjianKinerja, SasaranUnit
from bina.planning.rencana import target_words
from bina.ui.tulisan import angka

T = TypeVar("T")
Pair = tuple[T | None, T | None]


def between(old: PerjanjianKinerja, new: PerjanjianKinerja) -> list[Perbedaan]:
    """Everything that differs, in the order of the page."""
    return [*_objectives(old, new), *_budget(old, new)]


def _pairs(old: Iterable[T], new: Iterable[T], key: Callable[[T], Hashable]) -> list[Pair[T]]:
    before, after = ({key(one): one for one in rows} for rows in (old, new))
    gone = [one for name, one in before.items() if name not in after]
    return [
        *((before.get(name), one) for name, one in after.items()),
        *((one, None) for one in gone),
    ]


def _objectives(old: PerjanjianKinerja, new: PerjanjianKinerja) -> Iterator[Perbedaan]:
    for was, now in _pairs(old.sasaran.all(), new.sasaran.all(), lambda one: one.kunci):
        if str(was or "") != str(now or ""):
            yield Perbedaan(_("Sasaran"), "", str(was or ""), str(now or ""))
        yield from _targets(was, now)


def _targets(was: SasaranUnit | None, now: SasaranUnit | None) -> Iterator[Perbedaan]:
    before, after = (list(one.indikator.all()) if one else [] for one in (was, now))
    for old, new in _pairs(before, after, lambda one: one.kunci):
        if _whole(old) != _whole(new):
            yield Perbedaan(str(now or was), _("Indikator"), _whole(old), _whole(new))


def _whole(one: IndikatorUnit | None) -> str:
    if one is None:
        return ""
    way = f" ({one.get_arah_display().lower()})" if one.target is not None else ""
    return f"{one.uraian}: {target_words(one)}{way}"


def _budget(old: PerjanjianKinerja, new: PerjanjianKinerja) -> Iterator[Perbedaan]:
    before, after = (one.anggaran.all() for one in (old, new))
    for was, now in _pairs(before, after, lambda one: same_words(one.program)):
        amounts = (was.jumlah if was else None, now.jumlah if now else None)
        if amounts[0] != amounts[1]:
            yield Perbedaan(_("Anggaran"), str(now or was), *map(_rupiah, amounts))


def _rupiah(amount: Decimal | None) -> str:
    return "" if amount is None else f"Rp{angka(amount)}"
