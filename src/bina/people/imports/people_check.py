"""A staff file of people against the agency: what each line would do, and why."""

from collections.abc import Iterator
from datetime import date
from operator import attrgetter
from typing import Any

from bina.people.hierarchy import Standing
from bina.people.imports import judging, snapshot
from bina.people.imports.columns import DATES
from bina.people.imports.kedudukan import daftar
from bina.people.imports.lines import Checked, Source, Staged, Tell, original, position, stored
from bina.people.imports.people_lines import Line, Reader
from bina.people.imports.reading import Table
from bina.people.imports.snapshot import Known, Snapshot
from bina.people.models import Instansi
from bina.people.models.impor import Hasil

READ_SHARE = 0.6
COMPARED = [one for one in Known._fields if one not in {"pk", "nip", "aktif"}]
KEPT = [
    *COMPARED,
    *("aktif", "akun", "jenis_jabatan", "jabatan", "jenjang", "tmt_jabatan", "unit", "atasan"),
]


def check(table: Table, instansi: Instansi | None, *, on: date, tell: Tell) -> Checked:
    """Read every line, judge each alone and all together, compare with what is stored."""
    source, reader = Source(table), Reader(table.index, daftar(on))
    lines = [
        reader.read(nomor, row) for nomor, row in source.rows(lambda done: tell(done * READ_SHARE))
    ]
    snap = snapshot.of_agency(instansi, on=on)
    judging.judge(lines, snap)
    tell(0.75)
    comparison = Comparison(lines, snap, reader.index, on)
    comparison.run()
    tell(1.0)

    def rows() -> Iterator[Staged]:
        return (_staged(line, table.kolom) for line in lines)

    return Checked(table.kolom, snap.revisi, len(lines), source.lewat, source.dilewati, rows)


class Comparison:
    """The good lines beside the agency as it stands, and as it will stand."""

    def __init__(self, lines: list[Line], snap: Snapshot, index: Any, on: date) -> None:
        self.lines, self.snap, self.on = lines, snap, on
        self.good = [line for line in lines if not line.alasan]
        self.of_file = {line.nip: line for line in self.good}
        self.key_of = judging.keys(self.of_file, snap)
        self.fields = [one for one in COMPARED if one in index]

    def run(self) -> None:
        standing = self.standing()
        for line in self.lines:
            if line.alasan:
                line.hasil = Hasil.DITOLAK.value
                continue
            self._compare(line)
            self._warn_unit(line)
            self._warn_superior(line, standing)

    def _compare(self, line: Line) -> None:
        if line.known is None:
            line.hasil = Hasil.BARU.value
            names = self.snap.units[line.unit].nama, self.name_of(line.atasan)
            line.perubahan = [["unit", "", names[0]], ["atasan", "", names[1]]]
            return
        line.perubahan = [*self._fields(line), *self._state(line)]
        if line.aktif:
            line.perubahan += [*self._place(line), *self._paper(line)]
        line.hasil = Hasil.BERUBAH.value if line.perubahan else Hasil.TETAP.value

    def _fields(self, line: Line) -> Iterator[list[str]]:
        for nama in self.fields:
            before, after = getattr(line.known, nama), getattr(line, nama)
            if before != after:
                yield [nama, stored(before), stored(after)]

    def _state(self, line: Line) -> Iterator[list[str]]:
        if line.known.aktif != line.aktif:
            yield ["aktif", _STATE[line.known.aktif], _STATE[line.aktif]]

    def _place(self, line: Line) -> Iterator[list[str]]:
        snap, place = self.snap, self.snap.places.get(line.known.pk)
        reopens = line.aktif and not line.known.aktif
        if place is None or (place.selesai and not reopens):
            yield ["unit", "", snap.units[line.unit].nama]
            return
        before = snap.unit_kode[place.unit]
        if before != line.unit:
            yield ["unit", snap.units[before].nama, snap.units[line.unit].nama]
        held = snap.jabatan_key[place.jabatan]
        if held != line.jabatan_key:
            yield ["jabatan", position(held), position(line.jabatan_key)]

    def _paper(self, line: Line) -> Iterator[list[str]]:
        paper = self.snap.papers.get(line.known.pk)
        reopens = not line.known.aktif
        before = paper.atasan if paper and (paper.selesai is None or reopens) else None
        after = self.key_of.get(line.atasan) if line.atasan else None
        if before != after:
            yield ["atasan", self.snap.name_of(before), self.name_of(line.atasan)]

    def name_of(self, nip: str) -> str:
        line, known = self.of_file.get(nip), self.snap.by_nip.get(nip)
        return line.nama if line else (known.nama if known else "")

    def _warn_unit(self, line: Line) -> None:
        unit = self.snap.units[line.unit]
        if line.unit_nama and line.unit_nama.casefold() != unit.nama.casefold():
            line.warn("nama_unit_beda", "unit_nama", line.unit_nama, isi=unit.kode, nama=unit.nama)

    def _warn_superior(self, line: Line, standing: Standing) -> None:
        if not (line.aktif and line.atasan):
            return
        boss = self.of_file.get(line.atasan)
        if boss and not boss.aktif:
            line.warn("atasan_tidak_aktif", "atasan", line.atasan)
        key = self.key_of[line.nip]
        head = standing.tree_superior(key)
        if head is not None and head != self.key_of[line.atasan]:
            name = self.names.get(head) or self.snap.name_of(head)
            line.warn("atasan_beda_pohon", "atasan", line.atasan, nama=name)

    def standing(self) -> Standing:
        """Who stands where once the good lines are taken."""
        at = {self.key_of[line.nip]: line for line in self.good}
        self.names = {key: line.nama for key, line in at.items()}
        found = Standing(judging.effective(at, self.key_of, self.snap))
        found.up = {unit.pk: unit.induk for unit in self.snap.units.values()}
        found.head = dict(self.snap.acting)
        heads: dict[int, tuple[date, int]] = {}
        for key, unit, jabatan, since in self._stand(at):
            found.unit_of[key] = unit
            if self._leads(unit, jabatan):
                heads[unit] = max(heads.get(unit, (since, key)), (since, key))
        found.head |= {unit: key for unit, (_, key) in heads.items()}
        return found

    def _stand(self, at: dict[int, Line]) -> Iterator[tuple[int, int, Any, date]]:
        snap = self.snap
        for pk, place in snap.places.items():
            if pk not in at and place.selesai is None:
                yield pk, place.unit, snap.jabatan_key[place.jabatan], place.mulai
        for key, line in at.items():
            if line.aktif:
                since = line.tmt_jabatan or self.on
                yield key, snap.units[line.unit].pk, line.jabatan_key, since

    def _leads(self, unit: int, jabatan: Any) -> bool:
        pimpinan = self.snap.units[self.snap.unit_kode[unit]].pimpinan
        return pimpinan is not None and self.snap.jabatan_key[pimpinan] == jabatan


_STATE = {True: "Aktif", False: "Tidak aktif"}
_kept = attrgetter(*KEPT)  # one call in place of twenty-two, of which a file has millions


def _staged(line: Line, kolom: list[str]) -> Staged:
    data: dict[str, Any] = {}
    if line.alasan:
        data = {"asli": original(line.raw, kolom)}
    elif line.hasil != Hasil.TETAP:
        data = dict(zip(KEPT, _kept(line), strict=True))
        for nama in DATES:
            data[nama] = data[nama] and data[nama].isoformat()
    return Staged(
        line.nomor, line.hasil, line.nip[:40] or "-", line.nama[:200], line.peringatan,
        line.alasan, line.perubahan, data,
    )  # fmt: skip
