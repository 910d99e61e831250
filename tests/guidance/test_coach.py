"""Who may coach: certificates, the agency's bar; the bank of questions; reactions; consent."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError

from bina.core.models import Jejak
from bina.core.workflow import WrongState
from bina.guidance import kualifikasi, sidik
from bina.guidance.coaching import coaches, pertanyaan, reaksi
from bina.guidance.coaching.services import pertanyaan as bank
from bina.guidance.coaching.services import reaksi as reactions
from bina.guidance.coaching.services import sertifikat
from bina.guidance.models import (
    Bagian,
    Catatan,
    Coaching,
    ReaksiSesi,
    SertifikatCoach,
    Sesi,
)
from bina.guidance.services import catatan, sesi
from bina.guidance.services.refusals import Refused
from tests.conftest import NOON, TODAY, Agency
from tests.guidance import certified, given
from tests.guidance.given import when

MONTH = timedelta(days=30)
MARKS = {"relevansi": 5, "kepercayaan": 4, "kejelasan": 3, "kemauan": 4}


# Training


def test_a_missing_certificate_is_shown_and_counted_and_bars_nobody_unasked(
    agency: Agency,
) -> None:
    given.begun(agency)
    assert kualifikasi.of(agency.citra.pk, on=TODAY).keadaan == "tanpa_sertifikat"
    found = coaches.counts(agency.instansi.pk, on=TODAY)
    assert (found["membimbing"], found["tanpa"]) == (1, 1)
    certified.checked(agency)
    found = coaches.counts(agency.instansi.pk, on=TODAY)
    assert (found["membimbing"], found["tanpa"]) == (1, 0)


def test_where_the_agency_says_so_an_untrained_coach_is_not_assigned(agency: Agency) -> None:
    certified.demanded(agency)
    with pytest.raises(Refused, match="belum punya sertifikat"):
        given.begun(agency)
    certified.lay(agency)
    with pytest.raises(Refused, match="belum diperiksa"):
        given.begun_again(agency)
    sertifikat.check(
        sertifikat_id=SertifikatCoach.objects.get().pk, actor=agency.named("dewi"), **when()
    )
    assert given.begun_again(agency).coaching.coach == agency.citra


def test_the_pimpinan_coaches_by_office_trained_or_not(agency: Agency) -> None:
    certified.demanded(agency)
    assert given.begun(agency, given.BY_BUDI).coaching.by_pimpinan


def test_a_lapsed_certificate_bars_a_later_session_and_takes_none_away(agency: Agency) -> None:
    certified.demanded(agency)
    certified.checked(agency, sampai=TODAY + timedelta(days=3))
    one = given.reported(agency)
    late = NOON + timedelta(days=4)
    slot = sesi.Jadwal(late, late + timedelta(hours=1), "Aula")
    with pytest.raises(Refused, match="berlaku sampai 5 Maret 2026"):
        given.schedule(agency, one, slot)
    given.schedule(agency, one)
    one.refresh_from_db()
    at = {"pada": late, "on": late.date()}  # lapsed by now, and the session was held before
    given.minute(agency, one, given.MINUTES, **at)
    assert one.coaching.is_running
    assert kualifikasi.of(agency.citra.pk, on=late.date()).keadaan == "sertifikat_lewat"


def test_nobody_checks_their_own_certificate(agency: Agency) -> None:
    own = certified.lay(agency, "dewi")
    facts = {"sertifikat_id": own.pk, **when()}
    with pytest.raises(PermissionDenied):
        sertifikat.check(actor=agency.named("dewi"), **facts)
    with pytest.raises(SertifikatCoach.DoesNotExist):
        sertifikat.check(actor=agency.named("budi"), **facts)
    with pytest.raises(IntegrityError, match="sertifikat_coach_diperiksa_orang_lain"):
        SertifikatCoach.objects.update(diperiksa_oleh=agency.dewi, diperiksa_pada=NOON)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"nomor": " "}, "nomor sertifikat"),
        ({"tanggal": TODAY + timedelta(days=1)}, "belum tiba"),
        ({"berlaku_sampai": TODAY - timedelta(days=900)}, "berakhir sebelum"),
        ({"nomor": "LAN/COACH/114"}, "sudah Anda unggah"),
    ],
)
def test_what_is_wrong_with_a_certificate_is_said(agency: Agency, wrong: Any, why: str) -> None:
    certified.lay(agency)
    isi = {"nomor": "LAIN", "penyelenggara": "LAN", "tanggal": TODAY, **wrong}
    with pytest.raises(Refused, match=why):
        sertifikat.add(
            isi=sertifikat.IsiSertifikat(**isi),
            berkas=certified.paper(),
            actor=agency.named("citra"),
            **when(),
        )


# Questions


def test_each_phase_has_open_questions_and_the_agency_adds_its_own(agency: Agency) -> None:
    assert all(len(pertanyaan.BAWAAN[one]) >= 5 for one in Bagian)
    assert all(
        str(each).rstrip(".").count("?") for one in Bagian for each in pertanyaan.BAWAAN[one]
    )
    facts = {"bagian": "pilihan", "isi": "Apa kata  warga?", **when()}
    with pytest.raises(PermissionDenied):
        bank.add(**facts, actor=agency.named("ani"))
    made = bank.add(**facts, actor=agency.named("dewi"))
    assert pertanyaan.offered(agency.instansi.pk)["pilihan"][-1] == "Apa kata warga?"
    with pytest.raises(Refused, match="sudah ada"):
        bank.add(**facts, actor=agency.named("dewi"))
    with pytest.raises(Refused, match="tanda tanya"):
        bank.add(**{**facts, "isi": "Pikirkan lagi."}, actor=agency.named("dewi"))
    bank.take_back(pertanyaan_id=made.pk, actor=agency.named("dewi"), **when())
    assert "Apa kata warga?" not in pertanyaan.offered(agency.instansi.pk)["pilihan"]


def test_an_agencys_questions_are_its_own(agency: Agency, other_agency: Agency) -> None:
    made = bank.add(bagian="tujuan", isi="Apa?", actor=agency.named("dewi"), **when())
    assert "Apa?" not in pertanyaan.offered(other_agency.instansi.pk)["tujuan"]
    with pytest.raises(type(made).DoesNotExist):
        bank.take_back(pertanyaan_id=made.pk, actor=other_agency.named("dewi"), **when())


# Reactions


def react(agency: Agency, one: Sesi, who: str = "ani", **changes: Any) -> Sesi:
    marks = {**MARKS, **changes}
    return reactions.give(sesi_id=one.pk, nilai=marks, actor=agency.named(who), **when())


def test_the_coachee_reacts_once_after_both_have_signed(agency: Agency) -> None:
    one = given.ready(agency)
    with pytest.raises(WrongState):
        react(agency, one)
    with pytest.raises(IntegrityError, match="reaksi_sebelum_ditandatangani"):
        ReaksiSesi.objects.create(sesi=one, pada=NOON, **MARKS)


def test_a_reaction_is_whole_and_leaves_no_mark_in_the_trail(agency: Agency) -> None:
    one = given.signed(agency)
    with pytest.raises(PermissionDenied):
        react(agency, one, "citra")
    with pytest.raises(Refused, match="keempat"):
        react(agency, one, kemauan=6)
    react(agency, one)
    with pytest.raises(WrongState):
        react(agency, one)
    line = Jejak.objects.get(tindakan="sesi_coaching.beri_reaksi")
    assert line.fakta == {}


def of_five(agency: Agency, people: int = 5) -> None:
    """Reactions of so many people to sessions with Citra, laid straight into the tables."""
    one = given.signed(agency)
    fields = [f.attname for f in Coaching._meta.concrete_fields if not f.primary_key]
    kept = {name: getattr(one.coaching, name) for name in fields}
    names = [f.attname for f in Sesi._meta.concrete_fields if not f.primary_key]
    told = {name: getattr(Sesi.objects.get(), name) for name in names}
    for n, who in enumerate(("ani", "eko", "gita", "hadi", "indra")[:people], 1):
        whose = {"triase_id": None, "pegawai_id": getattr(agency, who).pk}
        other = Coaching.objects.create(**{**kept, **whose})
        held = Sesi.objects.create(**{**told, "coaching_id": other.pk})
        ReaksiSesi.objects.create(sesi=held, pada=NOON, **{**MARKS, "relevansi": n})


def test_below_five_people_a_coach_learns_nothing(agency: Agency) -> None:
    of_five(agency, 4)
    for n in range(3):  # one more voice of the same person makes no fifth
        ReaksiSesi.objects.update(pada=NOON - n * MONTH)
    assert reaksi.of_coach(agency.citra.pk, on=TODAY + MONTH).median == ()


def test_medians_of_five_people_and_only_of_months_that_are_over(agency: Agency) -> None:
    of_five(agency)
    assert reaksi.of_coach(agency.citra.pk, on=TODAY).orang == 0
    found = reaksi.of_coach(agency.citra.pk, on=TODAY + MONTH)
    assert (found.orang, found.sesi) == (5, 5)
    assert [one.nilai for one in found.median] == [3, 4, 3, 4]
    assert reaksi.of_agency(agency.instansi.pk, on=TODAY + MONTH).orang == 5
    assert reaksi.of_coach(agency.budi.pk, on=TODAY + MONTH).orang == 0


# Consent taken back


def shared(agency: Agency, who: str = "citra") -> tuple[Sesi, Catatan]:
    one = given.scheduled(agency)
    note = given.note(agency, one, "Dua surat sehari.", pembaca="bagi", who=who)
    given.minute(agency, one)
    sesi.ask_signatures(sesi_id=one.pk, actor=agency.named("ani"), **when())
    given.sign(agency, one, "ani")
    return given.sign(agency, one, "citra"), note


def test_the_coachee_takes_back_what_the_penilai_reads(agency: Agency) -> None:
    one, note = shared(agency)
    budi, facts = agency.named("budi"), {"catatan_id": note.pk, **when()}
    assert Catatan.objects.visible_to(budi, on=TODAY).get() == note
    with pytest.raises(PermissionDenied):
        catatan.withdraw_sharing(**facts, actor=agency.named("citra"))
    before = sidik.digest(one)
    catatan.withdraw_sharing(**facts, actor=agency.named("ani"))
    assert not Catatan.objects.visible_to(budi, on=TODAY).exists()
    assert {
        who for who in ("ani", "citra") if Catatan.objects.visible_to(agency.named(who), on=TODAY)
    } == {"ani", "citra"}
    one.refresh_from_db()
    assert one.is_signed
    assert sidik.digest(one) == before
    assert Jejak.objects.filter(tindakan="catatan_coaching.cabut_berbagi").count() == 1
    with pytest.raises(WrongState):
        catatan.withdraw_sharing(**facts, actor=agency.named("ani"))


def test_before_it_is_signed_too(agency: Agency) -> None:
    one = given.scheduled(agency)
    note = given.note(agency, one, "Bagi", pembaca="bagi", who="citra")
    catatan.withdraw_sharing(catatan_id=note.pk, actor=agency.named("ani"), **when())
    given.minute(agency, one)
    sesi.ask_signatures(sesi_id=one.pk, actor=agency.named("ani"), **when())
    given.sign(agency, one, "ani")
    given.sign(agency, one, "citra")
    assert not Catatan.objects.visible_to(agency.named("budi"), on=TODAY).exists()


def test_a_note_nobody_else_reads_has_nothing_to_take_back(agency: Agency) -> None:
    note = given.note(agency, given.scheduled(agency))
    with pytest.raises(WrongState):
        catatan.withdraw_sharing(catatan_id=note.pk, actor=agency.named("ani"), **when())
