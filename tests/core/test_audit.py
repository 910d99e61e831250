"""The trail is written with the act, holds no free text, and shows every tampering."""

from threading import Barrier, Thread

import pytest
from django.db import DatabaseError, connection, transaction

from bina.core import audit
from bina.core.audit_models import canonical
from bina.core.constraints import AppendOnly
from bina.core.models import Jejak, UjungRantai
from tests.conftest import NOON, Agency


def _write(agency: Agency, times: int = 1) -> None:
    for _ in range(times):
        with transaction.atomic():
            audit.record(
                "pegawai.uji",
                pelaku=agency.dewi,
                objek=agency.ani.pegawai,
                pada=NOON,
                berubah=["golongan"],
                dari={"golongan": "III/a"},
                ke={"golongan": "III/b"},
            )


def test_a_line_names_actor_act_and_person(agency: Agency) -> None:
    _write(agency)
    line = Jejak.objects.get()
    assert (line.pelaku, line.tindakan, line.tentang) == (agency.dewi, "pegawai.uji", agency.ani)
    assert line.fakta == {
        "berubah": ["golongan"],
        "dari": {"golongan": "III/a"},
        "ke": {"golongan": "III/b"},
    }


def test_a_line_that_tells_nothing_more_is_written_as_any_other() -> None:
    line = audit.Line("pegawai.baru", "people.pegawai", "1", audit.Place())
    assert line.isi() == canonical({})


def test_what_a_person_wrote_has_no_way_into_the_trail(agency: Agency) -> None:
    with pytest.raises(audit.FreeText), transaction.atomic():
        audit.record(
            "pegawai.uji",
            pelaku=agency.dewi,
            objek=agency.ani.pegawai,
            pada=NOON,
            fakta={"alasan": "Dia sering terlambat dan sakit."},
        )


@pytest.mark.django_db(transaction=True)
def test_a_line_without_the_transaction_of_its_act_is_refused() -> None:
    agency = Agency()
    with pytest.raises(transaction.TransactionManagementError):
        audit.record("pegawai.uji", pelaku=None, objek=agency.instansi, pada=NOON)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE core_jejak SET tindakan = 'lain'",
        "DELETE FROM core_jejak",
        "TRUNCATE core_jejak",
    ],
)
def test_the_database_refuses_to_change_the_trail(agency: Agency, statement: str) -> None:
    _write(agency)
    # SQLite knows no TRUNCATE at all: that is a refusal as well.
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Jejak.objects.get().tindakan == "pegawai.uji"


def test_an_untouched_chain_is_whole(agency: Agency) -> None:
    _write(agency, 3)
    found = audit.verify(agency.instansi.rantai)
    assert (found.lines, found.broken_at) == (3, None)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("tindakan", "'pegawai.ujj'"),
        ("isi", "'{}'"),
        ("objek_id", "'999'"),
        ("objek_jenis", "'people.unit'"),
        ("tentang_id", "NULL"),
        ("pelaku_id", "NULL"),
        ("lingkup", "7"),
        ("pada", "'2026-03-02 05:00:01+00:00'"),
        ("sebelum", "'0'"),
        ("sidik", "'0'"),
    ],
)
def test_a_changed_column_is_found_at_its_line(agency: Agency, column: str, value: str) -> None:
    _write(agency, 3)
    _tamper(f"UPDATE core_jejak SET {column} = {value} WHERE nomor = 2")
    assert audit.verify(agency.instansi.rantai).broken_at == 2


def test_a_line_forged_with_a_fitting_fingerprint_no_longer_joins_the_next(agency: Agency) -> None:
    _write(agency, 3)
    forged = Jejak.objects.get(nomor=2)
    forged.tindakan = "pegawai.palsu"
    _tamper(
        f"UPDATE core_jejak SET tindakan = 'pegawai.palsu', sidik = '{forged.computed()}' "
        "WHERE nomor = 2"
    )
    assert audit.verify(agency.instansi.rantai).broken_at == 3


def test_a_removed_line_is_found(agency: Agency) -> None:
    _write(agency, 3)
    _tamper("DELETE FROM core_jejak WHERE nomor = 2")
    assert audit.verify(agency.instansi.rantai).broken_at == 3


@pytest.mark.parametrize("change", ["rantai = 'lain'", "nomor = 9"])
def test_a_line_moved_elsewhere_is_missed(agency: Agency, change: str) -> None:
    _write(agency, 3)
    _tamper(f"UPDATE core_jejak SET {change} WHERE nomor = 2")
    assert audit.verify(agency.instansi.rantai).broken_at is not None


def test_an_emptied_trail_is_found(agency: Agency) -> None:
    _write(agency, 3)
    _tamper("DELETE FROM core_jejak")
    assert agency.instansi.rantai in audit.chains()
    assert audit.verify(agency.instansi.rantai).broken_at == 1


def test_a_removed_end_is_found(agency: Agency) -> None:
    _write(agency, 3)
    _tamper("DELETE FROM core_jejak WHERE nomor = 3")
    assert audit.verify(agency.instansi.rantai).broken_at == 3


def test_each_agency_has_a_chain_of_its_own(agency: Agency, other_agency: Agency) -> None:
    _write(agency, 2)
    _write(other_agency, 1)
    assert UjungRantai.objects.get(pk=agency.instansi.rantai).nomor == 2
    assert UjungRantai.objects.get(pk=other_agency.instansi.rantai).nomor == 1


def test_many_lines_of_one_act_chain_like_single_ones(agency: Agency) -> None:
    lines = [audit.line_about("pegawai.uji", agency.ani.pegawai) for _ in range(5)]
    audit.record_many(lines, pelaku=agency.dewi, pada=NOON)
    _write(agency)
    assert audit.verify(agency.instansi.rantai).lines == 6


@pytest.mark.django_db(transaction=True)
def test_two_writers_at_once_cannot_fork_the_chain() -> None:
    agency = Agency()
    start = Barrier(4)

    def writer() -> None:
        start.wait()
        try:
            _write(agency, 5)
        finally:
            connection.close()

    threads = [Thread(target=writer) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = audit.verify(agency.instansi.rantai)
    assert (found.lines, found.broken_at) == (20, None)


def _tamper(statement: str) -> None:
    """Somebody with the keys of the database takes the guard off and changes the past."""
    _, drop = AppendOnly("jejak").statements(connection.vendor, "core_jejak")
    with connection.cursor() as cursor:
        for one in [*drop, statement]:
            cursor.execute(one)
