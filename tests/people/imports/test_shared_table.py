"""The table of the shared data's README: what a dirty file does, line by line."""

from pathlib import Path

import pytest

from bina.people.imports import services
from bina.people.models import BarisImpor, Instansi, Pegawai, Unit
from tests.conftest import TODAY
from tests.people.imports.conftest import DATA, look, staged, taken

SHARED = Path(__file__).parents[4] / "shared" / "data"
UNCHANGED = [2, 3, 13, 20, 27, 29, 30, 31]
#        line, outcome, codes of the reasons or columns that change
TABLE = [
    *((line, "unchanged", []) for line in UNCHANGED),
    (4, "refused", ["nip_kurang"]),
    (5, "refused", ["nip_rusak"]),
    (6, "refused", ["nip_ganda"]),
    (7, "refused", ["nip_ganda"]),
    (8, "refused", ["tanggal_mustahil"]),
    (9, "refused", ["atasan_diri"]),
    (10, "refused", ["atasan_tak_dikenal"]),
    (11, "refused", ["unit_tak_dikenal"]),
    (12, "refused", ["nama_kosong"]),
    (14, "refused", ["email_salah"]),
    (15, "changed", ["nama"]),
    (16, "changed", ["nama"]),
    (17, "refused", ["kelamin_salah"]),
    (18, "changed", ["kedudukan_hukum", "aktif"]),
    (19, "changed", ["tanggal_lahir"]),
    (21, "refused", ["jenis_pegawai_salah"]),
    (22, "refused", ["jenis_jabatan_kosong"]),
    (23, "refused", ["atasan_saling"]),
    (24, "refused", ["atasan_saling"]),
    (25, "changed", ["nama"]),
    (26, "changed", ["unit", "atasan"]),
    (28, "new", []),
]
WARNED = {15: "nama_rumus", 16: "nama_kode", 19: "lahir_beda_nip"}
DIRTY = DATA / "pegawai_kotor.csv"


@pytest.mark.parametrize("name", ["unor.csv", "pegawai.xlsx", "pegawai_kotor.csv"])
def test_the_copies_are_the_shared_files(name: str) -> None:
    kept = (DATA / name).read_bytes()
    assert not SHARED.exists() or kept == (SHARED / name).read_bytes()


def test_the_dirty_file_does_what_the_table_says(regency: Instansi) -> None:
    rows = {row.nomor: row for row in look(DIRTY.read_bytes(), regency)}
    found = {
        nomor: (row.hasil, [one["kode"] for one in row.alasan])
        if row.alasan
        else (row.hasil, [one[0] for one in row.perubahan] if row.hasil == "changed" else [])
        for nomor, row in rows.items()
    }
    assert found == {line: (outcome, said) for line, outcome, said in TABLE}


def test_only_what_stands_out_is_warned_of(regency: Instansi) -> None:
    rows = look(DIRTY.read_bytes(), regency)
    good = {row.nomor: row.peringatan for row in rows if row.hasil != "refused"}
    assert {n: [w["kode"] for w in said] for n, said in good.items() if said} == {
        nomor: [kode] for nomor, kode in WARNED.items()
    }


def test_blank_and_total_lines_are_counted_not_shown(regency: Instansi) -> None:
    checked = services.inspect(
        content=DIRTY.read_bytes(), jenis="pegawai", instansi=regency, on=TODAY
    )
    assert (checked.jumlah, checked.lewat) == (30, [[32, "kosong"], [33, "jumlah"]])


def test_the_clean_files_hold_everybody(regency: Instansi) -> None:
    assert Unit.objects.filter(instansi=regency).count() == 38
    assert Pegawai.objects.filter(instansi=regency, aktif=True).count() == 484
    assert Unit.objects.get(kode="U0102").induk.kode == "U01"  # type: ignore[union-attr]


def test_the_good_lines_are_stored(regency: Instansi) -> None:
    taken(DIRTY.read_bytes(), regency)
    names = dict(Pegawai.objects.values_list("orang__nip", "orang__nama"))
    assert names["198912022017041019"] == '=HYPERLINK("http://127.0.0.1","klik")'
    assert names["198401212006042033"] == "José Ximenes – da Costa"
    assert names["199803142025011002"] == "Wahyu Lestari"
    assert names["198507062013041026"] == "ELON SUDIATI"
    assert str(Pegawai.objects.get(orang__nip="198207252010012014").tanggal_lahir) == "1979-08-17"


@pytest.mark.parametrize(
    ("name", "jenis", "lines"),
    [("unor.csv", "unit", 38), ("pegawai.xlsx", "pegawai", 484)],
)
def test_the_same_file_twice_changes_nothing(
    regency: Instansi, name: str, jenis: str, lines: int
) -> None:
    impor = staged((DATA / name).read_bytes(), regency, jenis)
    assert (impor.tetap, impor.baru, impor.berubah, impor.ditolak) == (lines, 0, 0, 0)


def test_the_dirty_file_twice_changes_nothing(regency: Instansi) -> None:
    taken(DIRTY.read_bytes(), regency)
    impor = staged(DIRTY.read_bytes(), regency)
    assert (impor.tetap, impor.ditolak, impor.baru + impor.berubah) == (15, 15, 0)
    assert BarisImpor.objects.filter(impor=impor).count() == 30
