"""A coaching goes on: moved, missed, with another coach, to its result, or stopped."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from bina.accounts.models import Orang
from bina.competency.models import KegiatanBelajar
from bina.core.models import Jejak
from bina.core.workflow import WrongState
from bina.guidance.coaching.services import kepergian, perjalanan
from bina.guidance.coaching.services.perjalanan import Hasil
from bina.guidance.models import (
    Catatan,
    Coaching,
    HasilTujuan,
    Kesepakatan,
    PindahJadwal,
    Sesi,
    TandaTangan,
    Tindakan,
    TujuanCoaching,
)
from bina.guidance.services import catatan, sesi
from bina.guidance.services.coaching import Penugasan
from bina.guidance.services.refusals import Refused
from bina.people.models import Atasan
from tests.conftest import NOON, TODAY, Agency
from tests.guidance import given
from tests.guidance.given import when

TOMORROW = TODAY + timedelta(days=1)


def eko_coaches(agency: Agency) -> Penugasan:
    month = timedelta(days=30)
    return Penugasan("pihak_lain", agency.eko.pk, "ST 9", TODAY - month, TODAY + month)


def other_coach(agency: Agency, who: str = "ani") -> Coaching:
    one = Coaching.objects.get()
    return perjalanan.ask_other_coach(coaching_id=one.pk, actor=agency.named(who), **when())


def assigned(agency: Agency, tugas: Penugasan, **at: Any) -> Coaching:
    one = Coaching.objects.get()
    return perjalanan.assign(
        coaching_id=one.pk, tugas=tugas, actor=agency.named("budi"), **when(**at)
    )


# A series


def test_a_session_is_moved_with_a_reason_both_read(agency: Agency) -> None:
    one = given.scheduled(agency)
    later = sesi.Jadwal(NOON + timedelta(days=2), NOON + timedelta(days=2, hours=1), "Aula")
    facts = {"sesi_id": one.pk, "jadwal": later, "actor": agency.named("citra")}
    with pytest.raises(Refused, match="alasan jadwal dipindah"):
        sesi.schedule(**facts, **when())
    sesi.schedule(**facts, alasan="Citra dinas luar.", **when())
    moved = PindahJadwal.objects.get()
    assert (moved.dari, moved.alasan) == (one.mulai, "Citra dinas luar.")
    same_hour = {**facts, "jadwal": sesi.Jadwal(later.mulai, later.selesai, "Ruang lain")}
    sesi.schedule(**same_hour, **when())
    assert PindahJadwal.objects.count() == 1


@pytest.mark.parametrize(("who", "siapa"), [("citra", "pegawai"), ("ani", "coach")])
def test_either_writes_down_who_did_not_come(agency: Agency, who: str, siapa: str) -> None:
    one = given.scheduled(agency)
    facts = {"sesi_id": one.pk, "alasan": "Menunggu sejam.", "actor": agency.named(who)}
    with pytest.raises(Refused, match="siapa yang tidak hadir"):
        sesi.record_absence(**facts, siapa="", **when())
    found = sesi.record_absence(**facts, siapa=siapa, **when())
    assert (found.status, found.tidak_hadir) == ("tidak_hadir", siapa)
    assert not KegiatanBelajar.objects.exists()


def test_it_is_closed_with_what_came_of_each_aim(agency: Agency) -> None:
    given.signed(agency)
    one = Coaching.objects.get()
    first, second = TujuanCoaching.objects.all()
    facts = {"coaching_id": one.pk, "ringkasan": "Surat tidak lagi menumpuk.", **when()}
    good = {first.pk: Hasil("tercapai", "Sembilan dari sepuluh."), second.pk: Hasil("belum", "-")}
    citra = agency.named("citra")
    with pytest.raises(Refused, match="Piket dibagi adil"):
        perjalanan.close(**facts, hasil={first.pk: good[first.pk]}, actor=citra)
    with pytest.raises(PermissionDenied):
        perjalanan.close(**facts, hasil=good, actor=agency.named("ani"))
    closed = perjalanan.close(**facts, hasil=good, actor=citra)
    assert (closed.status, closed.berakhir_pada) == ("selesai", NOON)
    assert list(HasilTujuan.objects.values_list("capaian", flat=True)) == ["tercapai", "belum"]
    with pytest.raises(WrongState):
        perjalanan.stop(coaching_id=one.pk, actor=citra, **when())


def test_what_was_never_held_is_stopped_and_not_closed(agency: Agency) -> None:
    one = given.scheduled(agency)
    facts = {"coaching_id": one.coaching_id, "ringkasan": "x", "hasil": {}, **when()}
    with pytest.raises(WrongState):
        perjalanan.close(**facts, actor=agency.named("citra"))
    sesi.cancel(sesi_id=one.pk, alasan="Sakit", actor=agency.named("citra"), **when())
    with pytest.raises(Refused, match="Hentikan saja"):
        perjalanan.close(**facts, actor=agency.named("citra"))


@pytest.mark.parametrize("who", ["ani", "citra"])
def test_either_stops_at_any_time_and_what_was_signed_stays(agency: Agency, who: str) -> None:
    signed = given.signed(agency)
    given.another(agency, signed.coaching, NOON + timedelta(days=1))
    third = given.coaching.start_session(
        coaching_id=signed.coaching_id, actor=agency.named("citra"), **when()
    )
    stopped = perjalanan.stop(coaching_id=signed.coaching_id, actor=agency.named(who), **when())
    third.refresh_from_db()
    assert (stopped.status, third.status) == ("dihentikan", "batal")
    assert KegiatanBelajar.objects.filter(jp=2).count() == 2
    assert "alasan" not in str(Jejak.objects.filter(tindakan="coaching.hentikan").get().fakta)


def test_stopping_with_one_signature_given_brings_no_hours(agency: Agency) -> None:
    one = given.ready(agency)
    given.sign(agency, one, "citra")
    perjalanan.stop(coaching_id=one.coaching_id, actor=agency.named("ani"), **when())
    one.refresh_from_db()
    assert (one.status, one.coach_pada, one.masalah_proses) == (
        "batal",
        None,
        given.MINUTES.proses,
    )
    assert TandaTangan.objects.get().gugur_pada is not None
    assert not KegiatanBelajar.objects.exists()


# Another coach


@pytest.mark.parametrize("who", ["ani", "citra"])
def test_either_asks_for_another_coach_and_the_penilai_names_one(agency: Agency, who: str) -> None:
    given.scheduled(agency)
    waiting = other_coach(agency, who)
    assert (waiting.status, waiting.coach) == ("tanpa_coach", None)
    assert Sesi.objects.get().status == "batal"
    assert Kesepakatan.objects.get().status == "digantikan"
    assert not Coaching.objects.visible_to(agency.named("citra"), on=TODAY).exists()
    with pytest.raises(PermissionDenied):
        perjalanan.assign(
            coaching_id=waiting.pk,
            tugas=eko_coaches(agency),
            actor=agency.named("ani"),
            **when(),
        )
    found = assigned(agency, eko_coaches(agency))
    assert (found.status, found.coach, found.ditugaskan_oleh) == (
        "berjalan",
        agency.eko,
        agency.budi,
    )
    newest = Sesi.objects.latest("ke")
    assert (newest.ke, newest.coach, newest.surat_tugas) == (2, agency.eko, "ST 9")


def test_the_next_coach_agrees_anew_before_anything_is_written(agency: Agency) -> None:
    given.signed(agency)
    other_coach(agency)
    assigned(agency, eko_coaches(agency))
    one = Sesi.objects.latest("ke")
    given.report(agency, one)
    eko = agency.named("eko")
    sesi.schedule(sesi_id=one.pk, jadwal=given.SLOT, actor=eko, **when())
    facts = {"sesi_id": one.pk, "isi": given.MINUTES, "suntingan": 0, "actor": eko}
    with pytest.raises(Refused, match="Kesepakatan"):
        sesi.write_minutes(**facts, **when())
    with pytest.raises(IntegrityError, match="kesepakatan"), transaction.atomic():
        Sesi.objects.filter(pk=one.pk).update(status="dicatat")
    given.agree(agency, Coaching.objects.get())
    assert sesi.write_minutes(**facts, **when()).status == "dicatat"


def test_the_next_coach_reads_no_word_of_what_was_said_before(agency: Agency) -> None:
    one = given.scheduled(agency)
    given.note(agency, one)
    given.note(agency, one, "Bagi", pembaca="bagi")
    given.minute(agency, one)
    sesi.ask_signatures(sesi_id=one.pk, actor=agency.named("ani"), **when())
    given.sign(agency, one, "ani")
    given.sign(agency, one, "citra")
    other_coach(agency)
    assigned(agency, eko_coaches(agency))
    eko = agency.named("eko")
    assert not Catatan.objects.visible_to(eko, on=TODAY).exists()
    assert not Catatan.objects.visible_to(agency.named("citra"), on=TODAY).exists()
    with pytest.raises(PermissionDenied):
        given.note(agency, one, "Menyusul", pembaca="saya", who="eko")
    action = Tindakan.objects.get()  # what was agreed goes on
    catatan.finish_action(tindakan_id=action.pk, actor=eko, **when())


def test_while_the_coach_is_on_duty_the_penilai_does_not_put_another_in_their_place(
    agency: Agency,
) -> None:
    given.scheduled(agency)
    with pytest.raises(Refused, match="masih bertugas"):
        assigned(agency, eko_coaches(agency))


def test_a_letter_that_has_run_out_is_renewed_and_nothing_begins_anew(agency: Agency) -> None:
    one = given.scheduled(agency)
    later = TODAY + timedelta(days=60)
    again = Penugasan("pihak_lain", agency.citra.pk, "ST 10", later, later)
    assigned(agency, again, on=later)
    one.refresh_from_db()
    assert (one.status, one.surat_tugas) == ("dijadwalkan", "ST 10")
    assert Kesepakatan.objects.get().status == "berlaku"


def test_minutes_that_wait_are_signed_before_the_letter_changes(agency: Agency) -> None:
    given.ready(agency)
    later = TODAY + timedelta(days=60)
    again = Penugasan("pihak_lain", agency.citra.pk, "ST 10", later, later)
    with pytest.raises(Refused, match="belum ditandatangani berdua"):
        assigned(agency, again, on=later)


def test_an_ended_coaching_takes_no_coach(agency: Agency) -> None:
    given.signed(agency)
    one = Coaching.objects.get()
    perjalanan.stop(coaching_id=one.pk, actor=agency.named("ani"), **when())
    Coaching.objects.update(coach=None)
    with pytest.raises(WrongState):
        assigned(agency, eko_coaches(agency))


# Leaving


def left(agency: Agency, who: Any) -> list[str]:
    held = who.penempatan.get()
    held.selesai = TODAY
    held.save()
    return [line.tindakan for line in kepergian.end_with_placements([held.pk], TODAY)]


def test_a_coach_who_leaves_the_agency_leaves_their_cases_and_nothing_is_lost(
    agency: Agency,
) -> None:
    first = given.signed(agency)
    second = given.coaching.start_session(
        coaching_id=first.coaching_id, actor=agency.named("citra"), **when()
    )
    assert left(agency, agency.citra) == ["coaching.lepas"]
    assert left(agency, agency.citra) == []
    one = Coaching.objects.get()
    first.refresh_from_db()
    second.refresh_from_db()
    assert (one.status, one.coach, second.status) == ("tanpa_coach", None, "batal")
    assert first.is_signed
    assert first.coach == agency.citra
    assert KegiatanBelajar.objects.get().jp == 2


def test_a_move_inside_the_agency_changes_nothing(agency: Agency) -> None:
    given.scheduled(agency)
    held = agency.citra.penempatan.get()
    held.selesai = TODAY
    held.save()
    agency.citra.penempatan.create(unit=agency.umum, jabatan=held.jabatan, mulai=TOMORROW)
    assert list(kepergian.end_with_placements([held.pk], TODAY)) == []
    assert kepergian.go_on_all(**when()) == 0


def test_a_pimpinan_who_coaches_and_leaves_is_followed_by_whoever_appraises_next(
    agency: Agency,
) -> None:
    given.scheduled(agency, given.BY_BUDI)
    assert left(agency, agency.budi) == ["coaching.lepas", "coaching.ganti_penilai"]
    one = Coaching.objects.get()
    assert (one.status, one.penilai) == ("tanpa_coach", agency.fitri)
    perjalanan.assign(
        coaching_id=one.pk,
        tugas=Penugasan("pimpinan", konflik_dinyatakan=True),
        actor=agency.named("fitri"),
        **when(on=TOMORROW),
    )
    assert Coaching.objects.get().coach == agency.fitri


def test_a_later_penilai_reads_nothing_that_was_shared_with_the_one_before(
    agency: Agency,
) -> None:
    one = given.scheduled(agency)
    given.note(agency, one, "Bagi", pembaca="bagi")
    given.minute(agency, one)
    sesi.ask_signatures(sesi_id=one.pk, actor=agency.named("ani"), **when())
    given.sign(agency, one, "ani")
    given.sign(agency, one, "citra")
    assert left(agency, agency.budi) == ["coaching.ganti_penilai"]
    fitri = agency.named("fitri")
    assert Sesi.objects.visible_to(fitri, on=TOMORROW).exists()
    assert not Catatan.objects.visible_to(fitri, on=TOMORROW).exists()


def test_a_closed_account_is_noticed_at_night(agency: Agency) -> None:
    given.scheduled(agency)
    Orang.objects.filter(pk=agency.citra.pk).update(is_active=False)
    assert kepergian.go_on_all(**when()) == 1
    assert kepergian.go_on_all(**when()) == 0
    assert Coaching.objects.get().status == "tanpa_coach"


def test_a_penilai_whose_seat_was_empty_is_followed_at_night(agency: Agency) -> None:
    given.scheduled(agency)
    Orang.objects.filter(pk=agency.budi.pk).update(is_active=False)
    agency.budi.penempatan.update(selesai=TODAY)
    Atasan.objects.filter(atasan=agency.budi).update(selesai=TODAY)
    assert kepergian.go_on_all(pada=NOON, on=TOMORROW) == 1
    assert Coaching.objects.get().penilai == agency.fitri


# Somebody from outside


def test_an_outside_coach_sees_their_case_alone_and_proposes_only(agency: Agency) -> None:
    nadia = Orang.objects.create_user(
        nama="Nadia", nip=None, email="nadia@lembaga.example", instansi=agency.instansi
    )
    month = timedelta(days=30)
    tugas = Penugasan("pihak_lain", nadia.pk, "ST 11", TODAY - month, TODAY + month)
    one = given.begun(agency, tugas, agreed=False)
    assert list(Coaching.objects.visible_to(nadia, on=TODAY)) == [one.coaching]
    assert kepergian.go_on_all(**when()) == 0  # no placement is nothing amiss with her
    with pytest.raises(PermissionDenied):
        perjalanan.assign(coaching_id=one.coaching_id, tugas=tugas, actor=nadia, **when())
