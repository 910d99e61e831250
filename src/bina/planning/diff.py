"""What differs between two versions of a plan, matched by `kunci`. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from bina.planning.rencana import HasilRencana, IndikatorRencana, Rencana

Lists = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Perbedaan:
    """One thing that changed: old and new text, one of them empty where it came or went."""

    bagian: str
    hal: str
    semula: str
    menjadi: str


def between(old: Rencana, new: Rencana, annex_old: Lists, annex_new: Lists) -> list[Perbedaan]:
    """Everything that differs, in the order of the form."""
    return [
        *_results(old, new),
        *_conduct(old, new),
        *(
            Perbedaan(_("Lampiran"), name, _lines(annex_old[name]), _lines(annex_new[name]))
            for name in annex_new
            if annex_old[name] != annex_new[name]
        ),
    ]


def _results(old: Rencana, new: Rencana) -> Iterator[Perbedaan]:
    before = {one.kunci: one for one in old.hasil}
    after = {one.kunci: one for one in new.hasil}
    for kunci in [*after, *(one for one in before if one not in after)]:
        was, now = before.get(kunci), after.get(kunci)
        if was and now:
            yield from _of_result(was, now)
        else:
            yield Perbedaan(_("Hasil kerja"), "", _title(was), _title(now))


def _title(one: HasilRencana | None) -> str:
    return one.uraian if one else ""


def _of_result(was: HasilRencana, now: HasilRencana) -> Iterator[Perbedaan]:
    for label, name in (
        (_("Rencana hasil kerja"), "uraian"),
        (_("Mendukung"), "mendukung_uraian"),
        (_("Mendukung perjanjian kinerja unit"), "mendukung_target"),
        (_("Penugasan dari"), "penugasan_dari"),
        (_("Manfaat"), "manfaat"),
        (_("Penerima manfaat"), "penerima_manfaat"),
    ):
        if getattr(was, name) != getattr(now, name):
            yield Perbedaan(now.uraian, label, getattr(was, name), getattr(now, name))
    before, after = _by_key(was), _by_key(now)
    for kunci in [*after, *(one for one in before if one not in after)]:
        yield from _of_indicator(now, before.get(kunci), after.get(kunci))


def _by_key(one: HasilRencana) -> dict[UUID, IndikatorRencana]:
    return {each.kunci: each for each in one.indikator}


def _of_indicator(
    hasil: HasilRencana, was: IndikatorRencana | None, now: IndikatorRencana | None
) -> Iterator[Perbedaan]:
    if not was or not now:
        yield Perbedaan(hasil.uraian, _("Indikator"), _whole(was), _whole(now))
        return
    if was.uraian != now.uraian:
        yield Perbedaan(hasil.uraian, _("Indikator"), was.uraian, now.uraian)
    if was.aspek != now.aspek:
        yield Perbedaan(now.uraian, _("Aspek"), was.aspek_cetak, now.aspek_cetak)
    if was.target_cetak != now.target_cetak:
        yield Perbedaan(now.uraian, _("Target"), was.target_cetak, now.target_cetak)


def _whole(one: IndikatorRencana | None) -> str:
    return f"{one.uraian}: {one.target_cetak}" if one else ""


def _conduct(old: Rencana, new: Rencana) -> Iterator[Perbedaan]:
    for was, now in zip(old.perilaku, new.perilaku, strict=True):
        if was.ekspektasi_khusus != now.ekspektasi_khusus:
            yield Perbedaan(
                _("Perilaku kerja"), now.label, was.ekspektasi_khusus, now.ekspektasi_khusus
            )


def _lines(items: tuple[str, ...]) -> str:
    return "; ".join(items)
