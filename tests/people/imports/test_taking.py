"""What taking writes: people, placements and superiors that follow one another day by day."""

from datetime import date, timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from bina.accounts.models import Orang
from bina.core import audit
from bina.core.bulk import check_references, copy_rows
from bina.core.models import Jejak
from bina.people import hierarchy
from bina.people.imports import services
from bina.people.models import Atasan, Kantor, Pegawai, Penempatan
from tests.conftest import NEW_YEAR, NOON, TODAY, Agency
from tests.people.imports.conftest import (
    ANI,
    BUDI,
    EKO,
    HEADERS,
    WAHYU,
    YANI,
    acts,
    look,
    staged,
    taken,
    text_file,
)

YESTERDAY = TODAY - timedelta(days=1)
HUKUM = {"UNOR ID": "U0102", "UNOR NAMA": "Bagian Hukum", "NIP ATASAN": "197901012004012007"}
RETIRED = {"KEDUDUKAN HUKUM": "Pensiun"}
Spans = list[tuple[str, date, date | None]]


def places(orang: Orang) -> Spans:
    rows = Penempatan.objects.filter(orang=orang).order_by("mulai")
    return list(rows.values_list("unit__kode", "mulai", "selesai"))


def papers(orang: Orang) -> Spans:
    rows = Atasan.objects.filter(pegawai=orang).order_by("mulai")
    return list(rows.values_list("atasan__nama", "mulai", "selesai"))


def test_a_new_person_stands_from_the_tmt(born: Agency) -> None:
    taken(text_file(WAHYU | {"TMT JABATAN": "01-02-2025"}), born.instansi)
    wahyu = Orang.objects.get(nip=WAHYU["NIP BARU"])
    assert places(wahyu) == [("U0101", date(2025, 2, 1), None)]
    assert papers(wahyu) == [("Budi", date(2025, 2, 1), None)]
    assert (wahyu.has_usable_password(), wahyu.is_active) == (False, True)
    assert hierarchy.superior_of(wahyu.pk, on=TODAY) == born.budi


def test_without_a_tmt_a_new_person_stands_from_the_day_of_taking(born: Agency) -> None:
    taken(text_file(WAHYU | {"TMT JABATAN": ""}), born.instansi)
    assert places(Orang.objects.get(nip=WAHYU["NIP BARU"])) == [("U0101", TODAY, None)]


def test_an_account_without_a_file_becomes_a_pegawai(born: Agency) -> None:
    account = Orang.objects.create_user(
        nama="W.", nip=WAHYU["NIP BARU"], email="wahyu@nusa.example", instansi=born.instansi
    )
    taken(text_file(WAHYU), born.instansi)
    account.refresh_from_db()
    assert (account.nama, account.pegawai.golongan) == ("Wahyu Lestari", "III/b")


def test_a_transfer_with_a_later_tmt_follows_the_tmt(born: Agency) -> None:
    taken(text_file(ANI | HUKUM | {"TMT JABATAN": "01-02-2026"}), born.instansi)
    ends, begins = date(2026, 1, 31), date(2026, 2, 1)
    assert places(born.ani) == [("U0101", NEW_YEAR, ends), ("U0102", begins, None)]
    assert papers(born.ani) == [("Budi", NEW_YEAR, ends), ("Gita", begins, None)]


def test_a_transfer_without_a_later_tmt_is_of_the_day_of_taking(born: Agency) -> None:
    taken(text_file(ANI | HUKUM), born.instansi)
    assert places(born.ani) == [("U0101", NEW_YEAR, YESTERDAY), ("U0102", TODAY, None)]
    assert look(text_file(ANI | HUKUM), born.instansi)[0].hasil == "unchanged"


def test_two_transfers_on_one_day_leave_one(born: Agency) -> None:
    taken(text_file(ANI | HUKUM), born.instansi)
    taken(text_file(ANI | {"UNOR ID": "U01", "NIP ATASAN": BUDI["NIP BARU"]}), born.instansi)
    assert places(born.ani) == [("U0101", NEW_YEAR, YESTERDAY), ("U01", TODAY, None)]
    assert papers(born.ani) == [("Budi", NEW_YEAR, YESTERDAY), ("Budi", TODAY, None)]


def test_a_new_position_in_the_same_unit_is_a_transfer(born: Agency) -> None:
    taken(text_file(ANI | {"JABATAN NAMA": "Arsiparis", "JENJANG": "TERAMPIL"}), born.instansi)
    held = Penempatan.objects.filter(orang=born.ani).order_by("mulai")
    assert [one.jabatan.nama for one in held] == ["Pengelola Kepegawaian", "Arsiparis"]


def test_an_empty_superior_ends_the_line_if_there_was_one(born: Agency) -> None:
    content = text_file(ANI | {"NIP ATASAN": ""})
    taken(content, born.instansi)
    assert papers(born.ani) == [("Budi", NEW_YEAR, YESTERDAY)]
    assert look(content, born.instansi)[0].hasil == "unchanged"


def test_a_line_begun_today_and_emptied_today_ends_today(born: Agency) -> None:
    taken(text_file(ANI | {"NIP ATASAN": "197501012000012006"}), born.instansi)
    content = text_file(ANI | {"NIP ATASAN": ""})
    taken(content, born.instansi)
    assert papers(born.ani)[-1] == ("Fitri", TODAY, TODAY)
    assert look(content, born.instansi)[0].hasil == "unchanged"


def test_a_correction_is_never_touched(born: Agency) -> None:
    born.record_superior(born.ani, born.eko, sumber="koreksi")
    taken(text_file(ANI | {"NIP ATASAN": "197501012000012006"}), born.instansi)
    correction = Atasan.objects.get(pegawai=born.ani, sumber="koreksi")
    assert (correction.atasan, correction.selesai) == (born.eko, None)


def test_retirement_ends_what_the_person_held_and_their_session(
    born: Agency, browser_of: Any
) -> None:
    born.office(born.ani, "verifikator", born.umum)
    client = browser_of(born.named("ani"))
    assert client.get("/organisasi/atasan/").status_code == 200
    content = text_file(ANI | RETIRED)
    taken(content, born.instansi)

    ani = Orang.objects.get(pk=born.ani.pk)
    assert (ani.is_active, ani.versi_sesi, ani.pegawai.aktif) == (False, 1, False)
    assert places(ani) == [("U0101", NEW_YEAR, TODAY)]
    assert papers(ani) == [("Budi", NEW_YEAR, TODAY)]
    assert Kantor.objects.get(orang=ani).selesai == TODAY
    assert client.get("/organisasi/atasan/").status_code == 302
    assert look(content, born.instansi)[0].hasil == "unchanged"


def test_where_the_retired_stand_in_the_file_does_not_matter(born: Agency) -> None:
    taken(text_file(ANI | RETIRED), born.instansi)
    [row] = look(text_file(ANI | RETIRED | HUKUM), born.instansi)
    assert row.hasil == "unchanged"


def test_who_returns_stands_and_answers_again(born: Agency) -> None:
    taken(text_file(ANI | RETIRED), born.instansi)
    later = NOON + timedelta(days=30)
    taken(text_file(ANI), born.instansi, now=later)
    ani = Orang.objects.get(pk=born.ani.pk)
    assert (ani.is_active, ani.pegawai.aktif) == (True, True)
    assert places(ani)[-1] == ("U0101", later.date(), None)
    assert papers(ani)[-1] == ("Budi", later.date(), None)
    assert look(text_file(ANI), born.instansi)[0].hasil == "unchanged"


@pytest.mark.parametrize("there", [{}, HUKUM])
def test_who_retires_and_returns_on_one_day_has_no_gap_and_no_overlap(
    born: Agency, there: dict[str, str]
) -> None:
    taken(text_file(ANI | RETIRED), born.instansi)
    taken(text_file(ANI | there), born.instansi)
    assert places(born.ani)[-1][2] is None
    assert look(text_file(ANI | there), born.instansi)[0].hasil == "unchanged"


def test_a_new_person_already_retired_has_a_past_and_no_present(born: Agency) -> None:
    content = text_file(WAHYU | RETIRED)
    taken(content, born.instansi)
    wahyu = Orang.objects.get(nip=WAHYU["NIP BARU"])
    assert (wahyu.is_active, papers(wahyu)) == (False, [])
    assert places(wahyu) == [("U0101", NEW_YEAR, TODAY)]
    assert look(content, born.instansi)[0].hasil == "unchanged"


def test_a_future_post_is_not_taken_for_a_change(born: Agency) -> None:
    content = text_file(ANI | HUKUM | {"TMT JABATAN": "01-06-2026"})
    taken(content, born.instansi)
    assert places(born.ani)[-1] == ("U0102", date(2026, 6, 1), None)
    assert look(content, born.instansi)[0].hasil == "unchanged"


def test_what_the_file_does_not_hold_stays(born: Agency) -> None:
    headers = [one for one in HEADERS if one != "GOL AKHIR NAMA"]
    taken(text_file(ANI | {"NAMA": "Ani Sari"}, headers=headers), born.instansi)
    assert Pegawai.objects.get(pk=born.ani.pk).golongan == "III/b"


def test_an_old_address_no_longer_opens_the_account(born: Agency) -> None:
    EmailAddress.objects.create(user=born.ani, email="ani@nusa.example", verified=True)
    taken(text_file(ANI | {"EMAIL": "ani.baru@nusa.example"}), born.instansi)
    assert not EmailAddress.objects.filter(user=born.ani).exists()


def test_the_trail_has_one_line_a_changed_person_and_no_free_text(born: Agency) -> None:
    before = Jejak.objects.count()
    ani = ANI | HUKUM | {"NAMA": "Ani Rahasia", "TANGGAL LAHIR": "02-01-1990"}
    taken(text_file(ani, EKO, WAHYU), born.instansi)
    fresh = list(Jejak.objects.order_by("nomor")[before:])
    assert [one.tindakan for one in fresh] == [
        "impor.unggah",
        "impor.ambil",
        "pegawai.baru",
        "pegawai.ubah",
    ]
    changed = fresh[-1]
    assert (changed.tentang_id, changed.pelaku_id) == (born.ani.pk, None)
    assert changed.fakta["berubah"] == ["nama", "tanggal_lahir", "unit", "atasan"]
    assert changed.fakta["dari"] == {"tanggal_lahir": "1990-01-01", "unit": born.umum.pk}
    assert "Rahasia" not in "".join(one.isi for one in fresh)
    assert audit.verify(born.instansi.rantai).broken_at is None


def test_the_act_names_counts_and_the_fingerprint_of_its_report(born: Agency) -> None:
    impor = taken(text_file(ANI, EKO | {"NAMA": ""}, WAHYU, YANI), born.instansi)
    act = Jejak.objects.about(impor).get(tindakan="impor.ambil")
    assert act.fakta["fakta"] == {
        "baru": 2,
        "berubah": 0,
        "tetap": 1,
        "ditolak": 1,
        "dilewati": 0,
        "laporan": impor.sidik_laporan,
        "berkas": impor.sidik_berkas,
    }
    assert len(impor.sidik_laporan) == 64


def test_a_refused_line_leaves_nothing_behind(born: Agency) -> None:
    taken(text_file(WAHYU, YANI | {"JENIS KELAMIN": "X"}), born.instansi)
    assert not Orang.objects.filter(nip=YANI["NIP BARU"]).exists()
    assert acts().count("pegawai.baru") == 1


def test_many_lines_cost_no_more_statements_than_few(
    born: Agency, django_assert_max_num_queries: Any
) -> None:
    many = [
        WAHYU | {"NIP BARU": f"199803142025011{n:03}", "EMAIL": f"w{n}@nusa.example"}
        for n in range(200, 260)
    ]
    impor = staged(text_file(*many), born.instansi)
    # lines, revision, units, positions, people, placements, superiors, corrections, acting,
    # agency and import locked, five tables written, ids and positions read, references checked,
    # trail and its tip
    with django_assert_max_num_queries(36):
        services.take(impor_id=impor.pk, actor=None, now=NOON)


def asked_by_taking(born: Agency) -> list[str]:
    impor = staged(text_file(WAHYU, YANI), born.instansi)
    with CaptureQueriesContext(connection) as caught:
        services.take(impor_id=impor.pk, actor=None, now=NOON)
    return [one["sql"] for one in caught.captured_queries]


def test_who_writes_next_into_the_trail_waits_for_no_reference(born: Agency) -> None:
    """PostgreSQL takes seconds to check those of a large file, SQLite counts them as it goes."""
    asked = asked_by_taking(born)
    checked = [at for at, sql in enumerate(asked) if sql.startswith("SET CONSTRAINTS")]
    locked = next(at for at, sql in enumerate(asked) if "core_ujungrantai" in sql)
    assert len(checked) == (2 if connection.vendor == "postgresql" else 0)
    assert all(at < locked for at in checked)


def test_what_others_write_may_refer_to_the_agency_meanwhile(born: Agency) -> None:
    """A row that refers to an agency locked for any update waits for the whole file."""
    asked = asked_by_taking(born)
    locking = [sql for sql in asked if "people_instansi" in sql and "FOR " in sql]
    assert all("FOR NO KEY UPDATE" in sql for sql in locking)
    assert len(locking) == (1 if connection.vendor == "postgresql" else 0)


@transaction.atomic
def place_in(unit_id: int, agency: Agency) -> None:
    columns = ["orang_id", "unit_id", "jabatan_id", "jenis", "mulai"]
    row = [agency.ani.pk, unit_id, agency.jabatan("Arsiparis").pk, "plt", NEW_YEAR]
    copy_rows(Penempatan, columns, [row])
    check_references(Penempatan)


@pytest.mark.django_db(transaction=True)
def test_rows_that_refer_to_nothing_leave_nothing(agency: Agency) -> None:
    before = Penempatan.objects.count()
    place_in(agency.umum.pk, agency)
    with pytest.raises(IntegrityError, match=r"unit_id|FOREIGN KEY"):
        place_in(987_654, agency)
    assert Penempatan.objects.count() == before + 1


def test_after_taking_postgresql_plans_for_the_people_there_are(born: Agency) -> None:
    """SQLite keeps no such figures; there is nothing to be told, and nothing to go wrong."""
    taken(text_file(WAHYU, YANI), born.instansi)
    known = Penempatan.objects.count()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT reltuples FROM pg_class WHERE relname = %s", [Penempatan._meta.db_table]
            )
            (known,) = cursor.fetchone()
    assert known == Penempatan.objects.count()
