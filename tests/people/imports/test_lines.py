"""Every reason to refuse a line, and everything a line is warned of, over the small agency."""

from typing import Any

import pytest

from bina.accounts.models import Orang
from bina.people.imports.messages import REFUSALS, WARNINGS
from bina.people.models import Atasan, Pegawai
from tests.conftest import Agency
from tests.people.imports.conftest import (
    ANI,
    BUDI,
    EKO,
    WAHYU,
    YANI,
    codes,
    look,
    only,
    taken,
    text_file,
)

#        what stands in the file                       code                column
REFUSED = [
    ({"NIP BARU": ""}, "nip_kosong", "nip"),
    ({"NIP BARU": "1.99001E+17"}, "nip_rusak", "nip"),
    ({"NIP BARU": "1,99001E+17"}, "nip_rusak", "nip"),
    ({"NIP BARU": "199001012015012001.0"}, "nip_rusak", "nip"),
    ({"NIP BARU": "19900101201501200"}, "nip_kurang", "nip"),
    ({"NIP BARU": "1990010120150120011"}, "nip_lebih", "nip"),
    ({"NIP BARU": "199013012015012001"}, "nip_salah", "nip"),
    ({"NIP BARU": "Ani"}, "nip_salah", "nip"),
    ({"NAMA": "  "}, "nama_kosong", "nama"),
    ({"NAMA": "A" * 201}, "terlalu_panjang", "nama"),
    ({"TANGGAL LAHIR": "31-02-1990"}, "tanggal_mustahil", "tanggal_lahir"),
    ({"TANGGAL LAHIR": "1 Januari 1990"}, "tanggal_tak_terbaca", "tanggal_lahir"),
    ({"TMT JABATAN": "00-00-0000"}, "tanggal_mustahil", "tmt_jabatan"),
    ({"TAHUN LULUS": "baru"}, "bilangan_salah", "tahun_lulus"),
    ({"JENIS KELAMIN": "X"}, "kelamin_salah", "jenis_kelamin"),
    ({"JENIS KELAMIN": ""}, "kelamin_salah", "jenis_kelamin"),
    ({"JENIS PEGAWAI": "Honorer"}, "jenis_pegawai_salah", "jenis_pegawai"),
    ({"JENIS JABATAN NAMA": ""}, "jenis_jabatan_kosong", "jenis_jabatan"),
    ({"JENIS JABATAN NAMA": "LAINNYA"}, "jenis_jabatan_salah", "jenis_jabatan"),
    ({"JABATAN NAMA": ""}, "jabatan_kosong", "jabatan"),
    ({"UNOR ID": ""}, "unit_kosong", "unit"),
    ({"UNOR ID": "U9999"}, "unit_tak_dikenal", "unit"),
    ({"EMAIL": "bukan-email"}, "email_salah", "email"),
    ({"EMAIL": "budi@nusa.example"}, "email_terpakai", "email"),
    ({"KEDUDUKAN HUKUM": ""}, "kedudukan_kosong", "kedudukan_hukum"),
    (
        {"TMT KONTRAK": "01-02-2026", "AKHIR KONTRAK": "31-01-2026"},
        "kontrak_terbalik",
        "akhir_kontrak",
    ),
    ({"NIP ATASAN": ANI["NIP BARU"]}, "atasan_diri", "atasan"),
    ({"NIP ATASAN": "1.98001E+17"}, "atasan_rusak", "atasan"),
    ({"NIP ATASAN": "199901012020011001"}, "atasan_tak_dikenal", "atasan"),
]
WARNED = [
    ({"TANGGAL LAHIR": "02-01-1990"}, "lahir_beda_nip"),
    ({"TANGGAL LAHIR": ""}, "lahir_kosong"),
    ({"JENIS KELAMIN": "l"}, "kelamin_beda_nip"),
    ({"JENIS PEGAWAI": "pppk"}, "jenis_beda_nip"),
    ({"JENIS PEGAWAI": "PPPK", "TMT KONTRAK": "01-01-2026"}, "kontrak_kosong"),
    ({"UNOR NAMA": "Bagian Umum Lama"}, "nama_unit_beda"),
    ({"NIP ATASAN": "197501012000012006"}, "atasan_beda_pohon"),
    ({"NAMA": "=1+1"}, "nama_rumus"),
    ({"NAMA": "@SUM(A1)"}, "nama_rumus"),
    ({"NAMA": "<b>Ani</b>"}, "nama_kode"),
    ({"NAMA": "{{ 7*7 }}"}, "nama_kode"),
    ({"KEDUDUKAN HUKUM": "Entah"}, "kedudukan_tak_dikenal"),
]


@pytest.mark.parametrize(("change", "kode", "kolom"), REFUSED)
def test_a_line_is_refused_for(born: Agency, change: dict[str, str], kode: str, kolom: str) -> None:
    row = only(text_file(ANI | change), born.instansi)
    said = {one["kode"]: one for one in row.alasan}
    assert row.hasil == "refused"
    assert said[kode]["kolom"] == kolom
    assert said[kode]["apa"].endswith(".")
    assert said[kode]["perbaikan"].endswith(".")
    assert "%(" not in said[kode]["apa"] + said[kode]["perbaikan"]


@pytest.mark.parametrize(("change", "kode"), WARNED)
def test_a_line_is_warned_of(born: Agency, change: dict[str, str], kode: str) -> None:
    row = only(text_file(ANI | change), born.instansi)
    assert row.hasil != "refused"
    assert kode in [one["kode"] for one in row.peringatan]


def test_a_clean_line_is_warned_of_nothing(born: Agency) -> None:
    row = only(text_file(ANI), born.instansi)
    assert (row.hasil, row.peringatan) == ("unchanged", [])


def test_one_nip_on_two_lines_refuses_both(born: Agency) -> None:
    rows = look(text_file(ANI, ANI | {"NAMA": "Ani Lain", "EMAIL": ""}), born.instansi)
    assert [codes(row) for row in rows] == [["nip_ganda"], ["nip_ganda"]]
    assert "baris 3" in rows[0].alasan[0]["apa"]


def test_one_address_on_two_lines_refuses_both(born: Agency) -> None:
    rows = look(text_file(WAHYU, YANI | {"EMAIL": "WAHYU@nusa.example"}), born.instansi)
    assert [codes(row) for row in rows] == [["email_ganda"], ["email_ganda"]]


def test_an_unreadable_nip_claims_no_address(born: Agency) -> None:
    content = text_file(ANI, ANI | {"NIP BARU": "1.99001E+17"})
    assert [row.hasil for row in look(content, born.instansi)] == ["unchanged", "refused"]


def test_an_empty_birth_date_wipes_nothing_out(born: Agency) -> None:
    row = only(text_file(ANI | {"TANGGAL LAHIR": ""}), born.instansi)
    assert (row.hasil, row.perubahan) == ("unchanged", [])


def test_two_people_may_exchange_their_addresses(born: Agency) -> None:
    ani, eko = ANI | {"EMAIL": EKO["EMAIL"]}, EKO | {"EMAIL": ANI["EMAIL"]}
    taken(text_file(ani, eko), born.instansi)
    assert Orang.objects.get(pk=born.ani.pk).email == "eko@nusa.example"
    assert Orang.objects.get(pk=born.eko.pk).email == "ani@nusa.example"


def test_an_address_is_not_free_while_its_owners_line_is_refused(born: Agency) -> None:
    eko = EKO | {"EMAIL": "baru@nusa.example", "JENIS KELAMIN": "X"}
    rows = look(text_file(ANI | {"EMAIL": EKO["EMAIL"]}, eko), born.instansi)
    assert [codes(row) for row in rows] == [["email_terpakai"], ["kelamin_salah"]]


def test_an_address_of_another_agency_is_taken(born: Agency, other_agency: Agency) -> None:
    row = only(text_file(ANI | {"EMAIL": "citra@seberang.example"}), born.instansi)
    assert codes(row) == ["email_terpakai"]


def test_a_nip_of_another_agency_is_not_ours(agency: Agency, other_agency: Agency) -> None:
    row = only(text_file(ANI | {"NIP BARU": str(other_agency.ani.nip)}), agency.instansi)
    assert "nip_instansi_lain" in codes(row)


def test_a_superior_of_another_agency_is_unknown(born: Agency, other_agency: Agency) -> None:
    row = only(text_file(ANI | {"NIP ATASAN": str(other_agency.budi.nip)}), born.instansi)
    assert codes(row) == ["atasan_tak_dikenal"]


def test_a_superior_who_is_no_longer_active_is_refused(born: Agency) -> None:
    Pegawai.objects.filter(pk=born.budi.pk).update(aktif=False)
    assert codes(only(text_file(EKO), born.instansi)) == ["atasan_bukan_aktif"]


def test_a_superior_may_come_later_in_the_file(born: Agency) -> None:
    below = WAHYU | {"NIP ATASAN": YANI["NIP BARU"]}
    assert {row.hasil for row in look(text_file(below, YANI), born.instansi)} == {"new"}


def test_who_leans_on_a_refused_line_is_refused_to_the_end_of_the_chain(born: Agency) -> None:
    third = YANI | {"NIP BARU": "199803162025012004", "EMAIL": "", "NIP ATASAN": YANI["NIP BARU"]}
    second = YANI | {"NIP ATASAN": WAHYU["NIP BARU"]}
    first = WAHYU | {"UNOR ID": "U9999"}
    rows = look(text_file(third, second, first), born.instansi)
    assert [codes(row) for row in rows] == [
        ["atasan_ditolak"],
        ["atasan_ditolak"],
        ["unit_tak_dikenal"],
    ]


def test_a_stored_superior_stays_known_though_the_line_is_refused(born: Agency) -> None:
    rows = look(text_file(ANI, BUDI | {"NAMA": ""}), born.instansi)
    assert [row.hasil for row in rows] == ["unchanged", "refused"]


def _circle(born: Agency) -> list[dict[str, Any]]:
    return [
        ANI | {"NIP ATASAN": EKO["NIP BARU"]},
        EKO | {"NIP ATASAN": BUDI["NIP BARU"]},
        BUDI | {"NIP ATASAN": ANI["NIP BARU"]},
    ]


def test_a_circle_of_three_refuses_all_three(born: Agency) -> None:
    rows = look(text_file(*_circle(born)), born.instansi)
    assert [codes(row) for row in rows] == [["atasan_melingkar"]] * 3
    assert "baris 3, baris 4" in rows[0].alasan[0]["apa"]


def test_a_circle_may_close_over_what_is_stored(born: Agency) -> None:
    row = only(text_file(_circle(born)[2]), born.instansi)
    assert codes(row) == ["atasan_melingkar"]
    assert "Ani" in row.alasan[0]["apa"]


def test_a_correction_counts_in_the_circle_and_beats_the_file(born: Agency) -> None:
    born.record_superior(born.ani, born.eko, sumber="koreksi")
    row = only(text_file(EKO | {"NIP ATASAN": ANI["NIP BARU"]}), born.instansi)
    assert codes(row) == ["atasan_melingkar"]
    masked = ANI | {"NIP ATASAN": EKO["NIP BARU"]}
    assert only(text_file(masked), born.instansi).hasil == "changed"


def test_recorded_wins_over_the_tree_and_says_so(born: Agency) -> None:
    content = text_file(ANI | {"NIP ATASAN": "197501012000012006"})
    [said] = only(content, born.instansi).peringatan
    assert "Budi" in said["apa"]
    taken(content, born.instansi)
    assert Atasan.objects.filter(pegawai=born.ani, selesai=None).get().atasan == born.fitri


def test_a_retired_superior_on_a_good_line_is_only_warned_of(born: Agency) -> None:
    rows = look(text_file(ANI, BUDI | {"KEDUDUKAN HUKUM": "Pensiun"}), born.instansi)
    assert [row.hasil for row in rows] == ["unchanged", "changed"]
    assert "atasan_tidak_aktif" in [one["kode"] for one in rows[0].peringatan]


def test_every_code_has_a_test() -> None:
    elsewhere = {
        "nip_ganda", "nip_instansi_lain", "email_ganda", "atasan_bukan_aktif", "atasan_ditolak",
        "atasan_saling", "atasan_melingkar", "atasan_tidak_aktif", "tanpa_pimpinan", "kode_kosong",
        "kode_ganda", "nama_unit_kosong", "induk_diri", "induk_tak_dikenal", "induk_ditolak",
        "induk_melingkar",
    }  # fmt: skip
    tried = {one[1] for one in REFUSED} | {one[1] for one in WARNED}
    assert tried | elsewhere == REFUSALS.keys() | WARNINGS.keys()
