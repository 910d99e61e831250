"""What a file of perjanjian kinerja would do, line by line, against what stands today."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import tables
from bina.people.models import Instansi, Unit
from bina.planning.completeness import same_words
from bina.planning.isi import IsiAnggaran, IsiIndikator
from bina.planning.models import PerjanjianKinerja
from bina.planning.perjanjian.lines import KOLOM, Baris, lines
from bina.planning.rencana import target_words
from bina.planning.workflow import StatusPerjanjian
from bina.ui.tulisan import angka

MOST_LINES = 10_000
BARU, BERUBAH, TETAP, DITOLAK = "baru", "berubah", "tetap", "ditolak"


@dataclass(frozen=True, slots=True)
class Hasil:
    """A line with what it would do, or why it would not; `semula` is what it would change."""

    baris: Baris
    hasil: str
    isi: str = ""
    semula: str = ""
    alasan: str = ""


@dataclass(slots=True)
class Kini:
    """What one unit has undertaken so far, by words: the draft before the one in force."""

    unit: Unit
    boleh: bool
    perjanjian: PerjanjianKinerja | None = None
    indikator: dict[tuple[str, str], IsiIndikator] = field(default_factory=dict)
    anggaran: dict[str, IsiAnggaran] = field(default_factory=dict)

    @property
    def terkunci(self) -> bool:
        return self.perjanjian is not None and not self.perjanjian.is_open


@dataclass(slots=True)
class Pratinjau:
    """The whole file as judged on one day for one reader."""

    hasil: list[Hasil]
    kini: dict[str, Kini]

    def count(self, which: str) -> int:
        return sum(1 for one in self.hasil if one.hasil == which)

    @property
    def menulis(self) -> int:
        return self.count(BARU) + self.count(BERUBAH)

    @property
    def sidik(self) -> str:
        """What was shown: taken later, it must still be so."""
        said = ";".join(f"{one.baris.nomor}:{one.hasil}:{one.semula}" for one in self.hasil)
        return hashlib.sha256(said.encode()).hexdigest()


def judge(content: bytes, *, instansi: Instansi, tahun: int, user: Any, on: date) -> Pratinjau:
    """Judge every line without writing anything. Raises tables.Unreadable."""
    table = tables.read(content, KOLOM)
    if table.jumlah > MOST_LINES:
        raise tables.Unreadable(
            _("Berkas terlalu besar: paling banyak %(n)s baris. Bagi menjadi beberapa berkas.")
            % {"n": angka(MOST_LINES)}
        )
    found = list(lines(table))
    kini = _today(instansi, tahun, {one.kode for one in found}, user, on)
    earlier: dict[tuple[str, ...], Baris] = {}
    return Pratinjau([_judged(one, kini.get(one.kode), earlier) for one in found], kini)


def _today(instansi: Instansi, tahun: int, codes: set[str], user: Any, on: date) -> dict[str, Kini]:
    units = Unit.objects.filter(instansi=instansi, kode__in=codes)
    mine = policy.scope(user, "unit_kinerja.susun_perjanjian", on=on)
    may = set(units.filter(mine).values_list("pk", flat=True))
    found = {unit.pk: Kini(unit, unit.pk in may) for unit in units}
    current = PerjanjianKinerja.objects.filter(
        unit__in=list(may),
        tahun=tahun,
        status__in=[StatusPerjanjian.DRAF, StatusPerjanjian.DITETAPKAN],
    )
    # A draft has the higher version: it comes last and stays.
    for one in current.for_page().order_by("versi"):
        found[one.unit_id].perjanjian = one
    for kini in found.values():
        _known(kini)
    return {kini.unit.kode: kini for kini in found.values()}


def _known(kini: Kini) -> None:
    if kini.perjanjian is None:
        return
    for sasaran in kini.perjanjian.sasaran.all():
        for row in sasaran.indikator.all():
            kini.indikator[same_words(sasaran.uraian), same_words(row.uraian)] = IsiIndikator(
                row.uraian,
                target=row.target,
                target_teks=row.target_teks,
                satuan=row.satuan,
                arah=row.arah,
            )
    for line in kini.perjanjian.anggaran.all():
        kini.anggaran[same_words(line.program)] = IsiAnggaran(line.program, line.jumlah)


def _judged(one: Baris, kini: Kini | None, earlier: dict[tuple[str, ...], Baris]) -> Hasil:
    why = one.alasan or _unit_refused(kini) or _twice(one, earlier)
    if why or kini is None:
        return Hasil(one, DITOLAK, one.sasaran, alasan=why)
    parts = [part for part in (_of_indicator(one, kini), _of_budget(one, kini)) if part]
    outcomes = [outcome for outcome, _isi, _semula in parts]
    whole = BERUBAH if BERUBAH in outcomes else BARU if BARU in outcomes else TETAP
    isi = "; ".join(isi for _outcome, isi, _semula in parts)
    semula = "; ".join(semula for _outcome, _isi, semula in parts if semula)
    if whole != TETAP and kini.terkunci:
        return Hasil(one, DITOLAK, isi, semula, _locked())
    return Hasil(one, whole, isi, semula)


def _locked() -> str:
    return _("Perjanjian unit ini sudah ditetapkan. Susun dulu versi baru, lalu unggah lagi.")


def _unit_refused(kini: Kini | None) -> str:
    if kini is None:
        return _("Unit tidak dikenal. Pilih kode unit dari daftar unit.")
    return "" if kini.boleh else _("Anda tidak menyusun perjanjian unit ini. Hapus barisnya.")


def _twice(one: Baris, earlier: dict[tuple[str, ...], Baris]) -> str:
    """The same indicator twice, or a programme with two amounts; one repeated beside each of
    its indicators is how such files are written."""
    if one.indikator:
        key = (one.kode, same_words(one.sasaran), same_words(one.indikator.uraian))
        first = earlier.setdefault(key, one)
        if first is not one:
            return _("Indikator ini sudah ada di baris %(n)s. Hapus salah satu.") % {
                "n": first.nomor
            }
    if one.anggaran:
        first = earlier.setdefault((one.kode, same_words(one.anggaran.program)), one)
        if first.anggaran and first.anggaran.jumlah != one.anggaran.jumlah:
            return _("Anggaran program ini lain di baris %(n)s. Samakan keduanya.") % {
                "n": first.nomor
            }
    return ""


Part = tuple[str, str, str]


def _of_indicator(one: Baris, kini: Kini) -> Part | None:
    if one.indikator is None:
        return None
    isi = f"{one.indikator.uraian}: {target_words(one.indikator)}"
    known = kini.indikator.get((same_words(one.sasaran), same_words(one.indikator.uraian)))
    if known is None:
        return BARU, isi, ""
    if _target(known) == _target(one.indikator):
        return TETAP, isi, ""
    return BERUBAH, isi, target_words(known)


def _target(one: IsiIndikator) -> tuple[Any, ...]:
    return one.target, one.target_teks, one.satuan, one.arah


def _of_budget(one: Baris, kini: Kini) -> Part | None:
    if one.anggaran is None:
        return None
    isi = f"{one.anggaran.program}: Rp {angka(one.anggaran.jumlah)}"
    known = kini.anggaran.get(same_words(one.anggaran.program))
    if known is None:
        return BARU, isi, ""
    if known.jumlah == one.anggaran.jumlah:
        return TETAP, isi, ""
    return BERUBAH, isi, f"Rp {angka(known.jumlah)}"


def writing(found: Iterable[Hasil]) -> dict[str, list[Baris]]:
    """unit code -> the lines that would write something, in the order of the file."""
    grouped: dict[str, list[Baris]] = {}
    for one in found:
        if one.hasil in {BARU, BERUBAH}:
            grouped.setdefault(one.baris.kode, []).append(one.baris)
    return grouped
