"""One line of a file of perjanjian kinerja: what its cells say, or why they cannot be taken."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from bina.core.cells import text
from bina.core.tables import Row, Table
from bina.planning.forms import LONG
from bina.planning.isi import IsiAnggaran, IsiIndikator
from bina.planning.models import Arah
from bina.ui.tulisan import baca_angka

MOST_DIGITS = {"target": Decimal(10) ** 14, "anggaran": Decimal(10) ** 18}


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of the file, by its header; `longest` is what the database holds."""

    judul: str
    nama: str
    wajib: bool = False
    longest: int = 300


KOLOM = (
    Kolom("KODE UNIT", "kode", wajib=True, longest=40),
    Kolom("SASARAN", "sasaran", wajib=True, longest=LONG),
    Kolom("INDIKATOR", "indikator", wajib=True, longest=LONG),
    Kolom("TARGET", "target", wajib=True),
    Kolom("SATUAN", "satuan", longest=60),
    Kolom("ARAH", "arah"),
    Kolom("PROGRAM/KEGIATAN", "program"),
    Kolom("ANGGARAN", "anggaran"),
)


@dataclass(frozen=True, slots=True)
class Baris:
    """A line as understood: an indicator of a sasaran, a line of the budget, or both."""

    nomor: int
    kode: str
    sasaran: str = ""
    indikator: IsiIndikator | None = None
    anggaran: IsiAnggaran | None = None
    alasan: str = ""


class Salah(ValueError):
    """Why a line cannot be taken, and what to do, for the person who sent it."""


def lines(table: Table) -> Iterator[Baris]:
    """Every line that holds anything, in the order of the file."""
    for nomor, row in table.rows:
        cells = {name: _cell(row, at) for name, at in table.index.items()}
        if not any(text(cell) for cell in cells.values()):
            continue
        try:
            yield _read(nomor, cells)
        except Salah as wrong:
            sasaran = text(cells.get("sasaran")) or text(cells.get("program"))
            yield Baris(nomor, text(cells.get("kode")), sasaran, alasan=str(wrong))


def _cell(row: Row, at: int) -> Any:
    return row[at] if at < len(row) else ""


def _read(nomor: int, cells: dict[str, Any]) -> Baris:
    words = {name: text(cell) for name, cell in cells.items()}
    for one in KOLOM:
        if len(words.get(one.nama, "")) > one.longest:
            raise Salah(
                _("%(judul)s lebih dari %(n)s huruf. Singkatkan.")
                % {"judul": one.judul, "n": one.longest}
            )
    if not words["kode"]:
        raise Salah(_("Kode unit kosong. Isi kode unit dari daftar unit."))
    indikator, anggaran = _indicator(cells, words), _budget(cells, words)
    if indikator is None and anggaran is None:
        raise Salah(_("Tidak ada indikator maupun anggaran. Isi salah satu, atau hapus baris ini."))
    return Baris(nomor, words["kode"], words["sasaran"], indikator, anggaran)


def _indicator(cells: dict[str, Any], words: dict[str, str]) -> IsiIndikator | None:
    if not words["sasaran"] and not words["indikator"]:
        return None
    _refuse_gaps(words)
    satuan, arah = words.get("satuan", ""), _direction(words.get("arah", ""))
    number = _number(cells["target"])
    if number is None:
        return IsiIndikator(words["indikator"], target_teks=words["target"], satuan=satuan)
    if not 0 <= number < MOST_DIGITS["target"]:
        raise Salah(_("Target di luar jangkauan. Isi angka nol atau lebih."))
    if not satuan:
        raise Salah(_("Satuan target kosong. Tulis satuannya, misalnya orang atau %."))
    number = number.quantize(Decimal("0.0001"))
    return IsiIndikator(words["indikator"], target=number, satuan=satuan, arah=arah)


def _refuse_gaps(words: dict[str, str]) -> None:
    if not words["sasaran"]:
        raise Salah(_("Sasaran kosong. Tulis sasarannya di setiap baris indikatornya."))
    if not words["indikator"]:
        raise Salah(_("Indikator kosong. Tulis indikator sasaran ini."))
    if not words["target"]:
        raise Salah(_("Target kosong. Isi angka dengan satuannya, atau kata-kata."))


def _direction(word: str) -> str:
    found = word.lower() or Arah.NAIK.value
    if found not in Arah.values:
        raise Salah(_("Arah tidak dikenal. Isi NAIK atau TURUN, atau kosongkan untuk NAIK."))
    return found


def _budget(cells: dict[str, Any], words: dict[str, str]) -> IsiAnggaran | None:
    program, amount = words.get("program", ""), words.get("anggaran", "")
    if not program and not amount:
        return None
    if not program:
        raise Salah(_("Anggaran tanpa program. Tulis nama program atau kegiatannya."))
    number = _number(cells.get("anggaran", ""))
    if number is None or not 0 <= number < MOST_DIGITS["anggaran"]:
        raise Salah(_("Anggaran bukan angka rupiah. Isi angka nol atau lebih."))
    return IsiAnggaran(program, number.quantize(Decimal("0.01")))


def _number(cell: Any) -> Decimal | None:
    """A number whether the spreadsheet or a person wrote it; None for words."""
    written = str(cell) if isinstance(cell, int | float) else str(baca_angka(text(cell)))
    try:
        number = Decimal(written)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
