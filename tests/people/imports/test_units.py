"""Files of units: order is free, the tree stays a tree."""

from typing import Any

import pytest

from bina.core import audit
from bina.people.models import Instansi, Unit, UnitLeluhur
from tests.conftest import Agency
from tests.people.imports.conftest import acts, codes, look, taken, text_file

HEADERS = [
    "UNOR ID", "UNOR NAMA", "UNOR ATASAN ID", "JABATAN PIMPINAN", "JENIS JABATAN PIMPINAN",
    "JENJANG PIMPINAN",
]  # fmt: skip


def line(kode: str, induk: str = "", **more: Any) -> dict[str, Any]:
    row = [kode, f"Unit {kode}", induk, f"Kepala {kode}", "STRUKTURAL", "ADMINISTRATOR"]
    return dict(zip(HEADERS, row, strict=True)) | more


def units(*lines: dict[str, Any]) -> bytes:
    return text_file(*lines, headers=HEADERS)


@pytest.fixture
def empty(db: None) -> Instansi:
    return Instansi.objects.create(kode="kosong", nama="Kabupaten Kosong")


def said(instansi: Instansi, *lines: dict[str, Any]) -> list[list[str]]:
    return [codes(row) for row in look(units(*lines), instansi, "unit")]


def test_parents_may_come_after_their_children(empty: Instansi) -> None:
    taken(units(line("C", "B"), line("B", "A"), line("A")), empty, "unit")
    assert dict(Unit.objects.values_list("kode", "induk__kode")) == {"C": "B", "B": "A", "A": None}
    assert UnitLeluhur.objects.filter(unit__kode="C").count() == 3


def test_several_roots_are_allowed(empty: Instansi) -> None:
    taken(units(line("A"), line("B")), empty, "unit")
    assert Unit.objects.filter(induk=None).count() == 2


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([line("A"), line("A")], [["kode_ganda"], ["kode_ganda"]]),
        ([line("", "")], [["kode_kosong"]]),
        ([line("A", **{"UNOR NAMA": ""})], [["nama_unit_kosong"]]),
        ([line("A", "A")], [["induk_diri"]]),
        ([line("A", "X")], [["induk_tak_dikenal"]]),
        ([line("C", "B"), line("B", "A"), line("A", "X")],
         [["induk_ditolak"], ["induk_ditolak"], ["induk_tak_dikenal"]]),
        ([line("A", "B"), line("B", "C"), line("C", "A")], [["induk_melingkar"]] * 3),
        ([line("A", **{"JENIS JABATAN PIMPINAN": "X"})], [["jenis_jabatan_salah"]]),
        ([line("A", **{"JENIS JABATAN PIMPINAN": ""})], [["jenis_jabatan_kosong"]]),
        ([line("A" * 41)], [["terlalu_panjang"]]),
    ],
)  # fmt: skip
def test_a_line_is_refused(
    empty: Instansi, lines: list[dict[str, Any]], expected: list[list[str]]
) -> None:
    assert said(empty, *lines) == expected


def test_a_circle_may_close_over_stored_units(agency: Agency) -> None:
    assert said(agency.instansi, line("U01", "U0101")) == [["induk_melingkar"]]


def test_a_unit_without_a_head_is_warned_of(empty: Instansi) -> None:
    [row] = look(units(line("A", **{"JABATAN PIMPINAN": ""})), empty, "unit")
    assert [one["kode"] for one in row.peringatan] == ["tanpa_pimpinan"]
    taken(units(line("A", **{"JABATAN PIMPINAN": ""})), empty, "unit")
    assert Unit.objects.get().jabatan_pimpinan is None


def test_names_parents_and_heads_change_and_then_stay(agency: Agency) -> None:
    content = units(line("U0102", "U0101"))
    [row] = look(content, agency.instansi, "unit")
    assert (row.hasil, [one[0] for one in row.perubahan]) == (
        "changed",
        ["nama", "induk", "jabatan"],
    )
    taken(content, agency.instansi, "unit")
    [again] = look(content, agency.instansi, "unit")
    assert again.hasil == "unchanged"
    assert UnitLeluhur.objects.filter(unit=agency.hukum, leluhur=agency.umum, jarak=1).exists()


def test_each_unit_leaves_its_line_in_the_trail(empty: Instansi) -> None:
    taken(units(line("A"), line("B", "A")), empty, "unit")
    taken(units(line("B", "A", **{"UNOR NAMA": "Baru"})), empty, "unit")
    assert acts() == [
        "impor.unggah", "impor.ambil", "unit.baru", "unit.baru",
        "impor.unggah", "impor.ambil", "unit.ubah",
    ]  # fmt: skip
    assert audit.verify(empty.rantai).broken_at is None
