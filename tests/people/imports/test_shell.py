"""`bina staff`: the same code as the pages, exit codes and objects as promised."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from bina.core.models import Jejak
from bina.people.imports import services
from bina.people.models import BarisImpor, Impor, Instansi, Pegawai, Unit
from tests.conftest import NOON, Agency
from tests.people.imports.conftest import ANI, DATA, EKO, WAHYU, acts, text_file


def staff(*words: Any) -> str:
    out = StringIO()
    call_command("staff", *map(str, words), stdout=out, stderr=StringIO())
    return out.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> Any:
    def write(*lines: dict[str, Any]) -> Path:
        path = tmp_path / "pegawai.csv"
        path.write_bytes(text_file(*lines))
        return path

    return write


def objects(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_units_make_their_agency_on_an_empty_database(db: None) -> None:
    staff("units", DATA / "unor.csv")
    made = Instansi.objects.get()
    assert (made.kode, made.nama) == ("u0001", "Pemerintah Kabupaten Nusa Bahari")
    assert Unit.objects.filter(instansi=made).count() == 38


def test_an_agency_can_be_named(db: None) -> None:
    staff("units", DATA / "unor.csv", "--instansi", "nb", "--nama-instansi", "Nusa Bahari")
    assert Instansi.objects.get().nama == "Nusa Bahari"


def test_a_preview_of_units_makes_no_agency(db: None) -> None:
    rows = objects(staff("units", DATA / "unor.csv", "--preview", "--json"))
    assert rows[0] == {
        "line": 2,
        "outcome": "new",
        "warnings": [],
        "reasons": [],
        "kode": "U0001",
    }
    assert not Instansi.objects.exists()


def test_an_object_has_exactly_these_keys(born: Agency, file: Any) -> None:
    path = file(ANI | {"NAMA": "Ani Sari"}, EKO | {"JENIS KELAMIN": "X"})
    assert objects(staff("people", path, "--preview", "--json")) == [
        {
            "line": 2,
            "outcome": "changed",
            "warnings": [],
            "reasons": ["Nama: Ani menjadi Ani Sari"],
            "nip": ANI["NIP BARU"],
        },
        {
            "line": 3,
            "outcome": "refused",
            "warnings": [],
            "reasons": ["Jenis kelamin X tidak dikenal. Isi L atau P."],
            "nip": EKO["NIP BARU"],
        },
    ]


def test_a_preview_writes_nothing_at_all(born: Agency, file: Any) -> None:
    before = (Jejak.objects.count(), Impor.objects.count(), BarisImpor.objects.count())
    staff("people", file(WAHYU), "--preview")
    assert before == (Jejak.objects.count(), Impor.objects.count(), BarisImpor.objects.count())


def test_a_clean_file_is_taken_at_once_by_the_system(born: Agency, file: Any) -> None:
    staff("people", file(WAHYU))
    assert Pegawai.objects.filter(orang__nip=WAHYU["NIP BARU"]).exists()
    assert acts()[-3:] == ["impor.unggah", "impor.ambil", "pegawai.baru"]
    assert Jejak.objects.get(tindakan="pegawai.baru").pelaku is None


def test_one_refused_line_and_nothing_is_written(born: Agency, file: Any) -> None:
    path = file(WAHYU, EKO | {"JENIS KELAMIN": "X"})
    with pytest.raises(CommandError, match="1 baris ditolak") as refusal:
        staff("people", path)
    assert refusal.value.returncode == 1
    assert not Pegawai.objects.filter(orang__nip=WAHYU["NIP BARU"]).exists()


def test_the_good_lines_are_taken_when_asked(born: Agency, file: Any) -> None:
    said = staff("people", file(WAHYU, EKO | {"JENIS KELAMIN": "X"}), "--take-good")
    assert "baris 3: Jenis kelamin X tidak dikenal." in said
    assert "1 baru, 0 berubah, 0 tetap, 1 ditolak" in said
    assert Pegawai.objects.filter(orang__nip=WAHYU["NIP BARU"]).exists()


def test_the_same_file_again_leaves_no_trace(born: Agency, file: Any) -> None:
    staff("people", file(WAHYU))
    before = Jejak.objects.count()
    staff("people", file(WAHYU))
    assert Jejak.objects.count() == before


def test_what_a_killed_shell_left_is_given_up_by_the_next(born: Agency, file: Any) -> None:
    half = services.register(
        instansi=born.instansi, jenis="pegawai", content=b"x", nama="x.csv", now=NOON
    )
    BarisImpor.objects.create(impor=half, nomor=2, hasil="new", kunci="x", nama="x")
    staff("people", file(WAHYU))
    half.refresh_from_db()
    assert (half.status, half.baris.count()) == ("dibatalkan", 0)
    assert acts()[-4:] == ["impor.batalkan", "impor.unggah", "impor.ambil", "pegawai.baru"]


def test_what_waits_on_the_pages_is_left_to_its_manager(born: Agency, file: Any) -> None:
    waiting = Impor.objects.create(
        instansi=born.instansi, jenis="pegawai", nama_berkas="x.csv", oleh=born.dewi, dibuat=NOON
    )
    staff("people", file(WAHYU))
    waiting.refresh_from_db()
    assert waiting.status == "diunggah"


def test_of_several_agencies_one_must_be_named(
    born: Agency, other_agency: Agency, file: Any
) -> None:
    with pytest.raises(CommandError, match="--instansi: nusa, seberang"):
        staff("people", file(WAHYU))
    staff("people", file(WAHYU), "--instansi", "nusa")
    assert Pegawai.objects.get(orang__nip=WAHYU["NIP BARU"]).instansi == born.instansi


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["people", DATA / "pegawai.xlsx"], "Impor unitnya dahulu"),
        (["people", DATA / "pegawai.xlsx", "--instansi", "entah"], "Instansi entah tidak ada"),
        (["people", DATA / "tidak-ada.csv"], "No such file"),
        (["units", DATA / "pegawai.xlsx"], "UNOR ATASAN ID"),
    ],
)
def test_what_cannot_be_done_is_said(db: None, words: list[Any], says: str) -> None:
    with pytest.raises(CommandError, match=says) as refusal:
        staff(*words)
    assert refusal.value.returncode == 1
