"""A file of units against the agency's tree: what each line would do, and why."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from bina.people.imports import columns, messages, snapshot, values
from bina.people.imports.lines import (
    Checked,
    Source,
    Staged,
    Tell,
    cycles,
    named,
    original,
    position,
)
from bina.people.imports.reading import Row, Table
from bina.people.imports.snapshot import JabatanKey, Snapshot, UnitRow
from bina.people.models import Instansi, JenisJabatan
from bina.people.models.impor import Hasil

COLUMN = columns.by_name("unit")
JENIS = {one.value.upper(): one.value for one in JenisJabatan}


class UnitLine:
    """A line as understood, with what is said about it."""

    def __init__(self, nomor: int, raw: Row) -> None:
        self.nomor, self.raw = nomor, raw
        self.alasan: list[messages.Said] = []
        self.peringatan: list[messages.Said] = []
        self.perubahan: list[list[str]] = []
        self.kode = self.nama = self.induk = self.jabatan = self.jenis = self.jenjang = ""
        self.hasil = ""

    def refuse(self, kode: str, kolom: str, tertulis: str, **isi: Any) -> None:
        self.alasan.append(messages.refusal(kode, kolom, tertulis, **isi))

    @property
    def jabatan_key(self) -> JabatanKey | None:
        return (self.jabatan, self.jenis, self.jenjang) if self.jabatan else None


def check(table: Table, instansi: Instansi | None, *, tell: Tell) -> Checked:
    """Read every line, judge each alone and all together, compare with what is stored."""
    source = Source(table)
    lines = [_read(nomor, row, table.index) for nomor, row in source.rows(tell)]
    snap = snapshot.structure(instansi)
    _same_kode(lines)
    _settle(lines, snap)
    for line in lines:
        _compare(line, snap)

    def rows() -> Iterator[Staged]:
        return (_staged(line, table.kolom) for line in lines)

    return Checked(table.kolom, snap.revisi, len(lines), source.lewat, source.dilewati, rows)


def _read(nomor: int, raw: Row, index: dict[str, int]) -> UnitLine:
    line = UnitLine(nomor, raw)
    for nama in ("kode", "nama", "induk", "jabatan", "jenis_jabatan", "jenjang"):
        at = index[nama]
        found = values.text(raw[at] if at < len(raw) else "")
        longest = COLUMN[nama].longest
        if longest and len(found) > longest:
            label = COLUMN[nama].label
            line.refuse("terlalu_panjang", nama, found[:80], label=label, n=longest)
        setattr(line, {"jenis_jabatan": "jenis"}.get(nama, nama), found)
    _judge_alone(line)
    return line


def _judge_alone(line: UnitLine) -> None:
    if not line.kode:
        line.refuse("kode_kosong", "kode", messages.KOSONG)
    if not line.nama:
        line.refuse("nama_unit_kosong", "nama", line.kode)
    if line.kode and line.kode == line.induk:
        line.refuse("induk_diri", "induk", line.induk)
    _judge_head(line)


def _judge_head(line: UnitLine) -> None:
    written = line.jenis
    line.jenis = JENIS.get(written.upper(), "")
    if not line.jabatan:
        line.peringatan.append(messages.warning("tanpa_pimpinan", "jabatan", messages.KOSONG))
    elif not written:
        line.refuse("jenis_jabatan_kosong", "jenis_jabatan", messages.KOSONG)
    elif not line.jenis:
        line.refuse("jenis_jabatan_salah", "jenis_jabatan", written, isi=written[:80])


def _same_kode(lines: list[UnitLine]) -> None:
    groups: dict[str, list[UnitLine]] = defaultdict(list)
    for line in lines:
        if line.kode:
            groups[line.kode].append(line)
    for group in (one for one in groups.values() if len(one) > 1):
        for line in group:
            others = [str(one.nomor) for one in group if one is not line]
            line.refuse("kode_ganda", "kode", line.kode, baris=named(others))


def _settle(lines: list[UnitLine], snap: Snapshot) -> None:
    """Parents must exist and lead to a top; what leans on a refused line falls with it."""
    of_file = {line.kode: line for line in lines}
    while _refuse_orphans(lines, of_file, snap) or _refuse_circles(of_file, snap):
        pass


def _refuse_orphans(lines: list[UnitLine], of_file: dict[str, UnitLine], snap: Snapshot) -> bool:
    found = False
    for line in lines:
        if line.alasan or not line.induk or line.induk in snap.units:
            continue
        parent = of_file.get(line.induk)
        if parent is None:
            line.refuse("induk_tak_dikenal", "induk", line.induk)
        elif parent.alasan:
            line.refuse("induk_ditolak", "induk", line.induk, baris=parent.nomor)
        found = found or bool(line.alasan)
    return found


def _refuse_circles(of_file: dict[str, UnitLine], snap: Snapshot) -> bool:
    graph = {unit.kode: snap.unit_kode.get(unit.induk or 0) for unit in snap.units.values()}
    graph |= {kode: line.induk or None for kode, line in of_file.items() if not line.alasan}
    found = False
    for circle in list(cycles(graph)):
        for kode in circle:
            line = of_file.get(kode)
            if line and not line.alasan:
                line.refuse("induk_melingkar", "induk", line.induk, lewat=named(circle))
                found = True
    return found


def _compare(line: UnitLine, snap: Snapshot) -> None:
    known = snap.units.get(line.kode)
    if line.alasan:
        line.hasil = Hasil.DITOLAK.value
    elif known is None:
        line.hasil = Hasil.BARU.value
        line.perubahan = [["induk", "", line.induk], ["jabatan", "", line.jabatan]]
    else:
        line.perubahan = list(_changes(line, known, snap))
        line.hasil = Hasil.BERUBAH.value if line.perubahan else Hasil.TETAP.value


def _changes(line: UnitLine, known: UnitRow, snap: Snapshot) -> Iterator[list[str]]:
    if line.nama != known.nama:
        yield ["nama", known.nama, line.nama]
    before = snap.unit_kode.get(known.induk or 0, "")
    if line.induk != before:
        yield ["induk", before, line.induk]
    held = snap.jabatan_key.get(known.pimpinan or 0)
    if held != line.jabatan_key:
        yield ["jabatan", position(held), position(line.jabatan_key)]


def _staged(line: UnitLine, kolom: list[str]) -> Staged:
    data: dict[str, Any] = {}
    if line.alasan:
        data = {"asli": original(line.raw, kolom)}
    elif line.hasil != Hasil.TETAP:
        jabatan = line.jabatan_key
        data = {"nama": line.nama, "induk": line.induk, "jabatan": jabatan and list(jabatan)}
    return Staged(
        line.nomor, line.hasil, line.kode[:40] or "-", line.nama[:200], line.peringatan,
        line.alasan, line.perubahan, data,
    )  # fmt: skip
