"""The staged lines as the preview page shows them: one table a kind of outcome, paged."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bina.people.imports import columns, lines, messages
from bina.people.models import BarisImpor, Impor
from bina.people.models.impor import Hasil, JenisImpor
from bina.people.workflow import StatusImpor
from bina.ui import paging, status, tulisan

PART = "bagian"
SIZE = 25
MOST_NUMBERS = 100
PARTS = {
    "ditolak": Hasil.DITOLAK,
    "berubah": Hasil.BERUBAH,
    "baru": Hasil.BARU,
    "tetap": Hasil.TETAP,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One thing said about one line."""

    nomor: int
    nama: str
    kunci: str
    isi: tuple[Any, ...]
    catatan: tuple[str, ...] = ()


@dataclass(slots=True)
class Section:
    kode: str
    jumlah: int
    halaman: paging.Page
    rows: list[Row]
    semua: str

    @property
    def is_cut(self) -> bool:
        """Whether the overview shows only the first of them."""
        return bool(self.semua) and self.jumlah > len(self.halaman)

    @property
    def is_noted(self) -> bool:
        return any(row.catatan for row in self.rows)


def counts(impor: Impor) -> dict[str, int]:
    return {kode: getattr(impor, kode) for kode in PARTS}


def filters(request: HttpRequest, impor: Impor) -> list[paging.Filter]:
    labels = {
        "ditolak": _("Ditolak"),
        "berubah": _("Berubah"),
        "baru": _("Baru"),
        "tetap": _("Tetap"),
    }
    some = [(kode, labels[kode], n) for kode, n in counts(impor).items() if n]
    return paging.filters(request, PART, [("", _("Semua")), *some])


def sections(request: HttpRequest, impor: Impor) -> list[Section]:
    """The part the address asks for, or the beginning of each but the unchanged."""
    chosen = request.GET.get(PART, "")
    if chosen in PARTS:
        return [_section(request, impor, chosen, alone=True)]
    shown = [kode for kode, n in counts(impor).items() if n and kode != "tetap"]
    return [_section(request, impor, kode, alone=False) for kode in shown]


def _section(request: HttpRequest, impor: Impor, kode: str, *, alone: bool) -> Section:
    found = BarisImpor.objects.filter(impor=impor, hasil=PARTS[kode]).order_by("nomor")
    total = counts(impor)[kode]
    page = paging.paginate(request, found if alone else found[:SIZE], size=SIZE,
                           total=total if alone else min(total, SIZE))  # fmt: skip
    rows = [row for line in page for row in SHOW[kode](impor.jenis, line)]
    link = "" if alone else paging.address(request, **{PART: kode})
    return Section(kode, total, page, rows, link)


def _refused(_kind: str, line: BarisImpor) -> Iterator[Row]:
    for said in map(messages.spoken, line.alasan):
        isi = (_written(said["tertulis"]), said["apa"], said["perbaikan"])
        yield Row(line.nomor, line.nama, line.kunci, isi)


def _changed(kind: str, line: BarisImpor) -> Iterator[Row]:
    before = {one[0]: one[1] for one in line.perubahan}
    nama = before.get("nama") or line.nama
    catatan = tuple(_notes(line))
    for kolom, semula, menjadi in line.perubahan:
        if kolom == "aktif" and "kedudukan_hukum" in before:
            continue
        isi = (_label(kind, kolom), lines.shown(kolom, semula), lines.shown(kolom, menjadi))
        yield Row(line.nomor, nama, line.kunci, isi, catatan)
        catatan = ()


def _new(kind: str, line: BarisImpor) -> Iterator[Row]:
    isi = tuple(one[2] for one in line.perubahan)
    kunci = tulisan.nip(line.kunci) if kind == JenisImpor.PEGAWAI else line.kunci
    yield Row(line.nomor, line.nama, kunci, isi, tuple(_warnings(line)))


def _same(kind: str, line: BarisImpor) -> Iterator[Row]:
    kunci = tulisan.nip(line.kunci) if kind == JenisImpor.PEGAWAI else line.kunci
    yield Row(line.nomor, line.nama, kunci, (), tuple(_warnings(line)))


SHOW = {"ditolak": _refused, "berubah": _changed, "baru": _new, "tetap": _same}


def _warnings(line: BarisImpor) -> Iterator[str]:
    return (messages.sentence(messages.spoken(said)) for said in line.peringatan)


def _notes(line: BarisImpor) -> Iterator[str]:
    """What follows from a change, then what stands out in the line."""
    kolom = {one[0] for one in line.perubahan}
    if "aktif" in kolom:
        yield _("Menjadi aktif lagi.") if line.data["aktif"] else _("Menjadi tidak aktif.")
    if kolom & {"unit", "jabatan"} and "unit" in line.data:
        yield _("Penempatan lama ditutup, yang baru dibuka.")
    yield from _warnings(line)


def _label(kind: str, kolom: str) -> str:
    return messages.spoken_word(columns.label(kind, kolom))


def _written(text: str) -> str:
    return messages.spoken_word(text) if text == messages.KOSONG else text or "–"


def folded(impor: Impor) -> dict[str, Any]:
    """Line numbers of what needs no look: unchanged and skipped lines."""
    same = BarisImpor.objects.filter(impor=impor, hasil=Hasil.TETAP).order_by("nomor")
    numbers = list(same.values_list("nomor", flat=True)[:MOST_NUMBERS])
    return {
        "tetap": [tulisan.angka(one) for one in numbers],
        "tetap_lain": impor.tetap - len(numbers),
        "kosong": [tulisan.angka(one) for one, why in impor.lewat if why == "kosong"],
        "jumlah": [tulisan.angka(one) for one, why in impor.lewat if why == "jumlah"],
    }


def register_states() -> None:
    """The states of an import, as badges."""
    for state, kind, label in STATES:
        status.register(f"impor_{state}", kind, label)


STATES = (
    (StatusImpor.DIUNGGAH, "st-jalan", gettext_lazy("Sedang diperiksa")),
    (StatusImpor.DIPERIKSA, "st-perlu", gettext_lazy("Menunggu Anda")),
    (StatusImpor.DIAMBIL, "st-ok", gettext_lazy("Tersimpan")),
    (StatusImpor.DIBATALKAN, "st-batal", gettext_lazy("Dibatalkan")),
    (StatusImpor.GAGAL, "st-telat", gettext_lazy("Tidak terbaca")),
)
