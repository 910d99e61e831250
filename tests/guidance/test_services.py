"""From a signal to a signed session: one act, one transaction, one line in the trail."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from bina.competency import door as competency
from bina.core.models import Jejak
from bina.core.workflow import WrongState
from bina.guidance.models import Catatan, Coaching, Sesi, TandaTangan, Tindakan, Triase
from bina.guidance.services import catatan, coaching, sesi, tanda_tangan
from bina.guidance.services.coaching import Penugasan
from bina.guidance.services.refusals import Refused, Stale
from bina.guidance.services.sesi import IsiTindakan, Jadwal, Notulen
from bina.planning import door as planning
from bina.planning.models import UsulPerubahan
from bina.planning.services import changes
from tests.conftest import NOON, TODAY, Agency
from tests.guidance import given
from tests.guidance.given import when


def acts() -> list[str]:
    return list(Jejak.objects.order_by("pk").values_list("tindakan", flat=True))


# A coaching begins


def test_a_coach_who_appraises_declares_it(agency: Agency) -> None:
    with pytest.raises(Refused, match="Nyatakan"):
        given.begun(agency, Penugasan("pimpinan"))
    found = Coaching.objects.filter(pk=given_begun_pimpinan(agency).coaching_id).get()
    assert (found.coach, found.konflik_dinyatakan) == (agency.budi, True)


def given_begun_pimpinan(agency: Agency) -> Sesi:
    made = coaching.start_coaching(
        triase_id=Triase.objects.get().pk,
        topik="Menjawab surat",
        tugas=given.BY_BUDI,
        actor=agency.named("budi"),
        **when(),
    )
    return made.sesi.get()


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"surat_tugas": " "}, "surat tugas"),
        ({"selesai": TODAY - timedelta(days=31)}, "masa tugas"),
        ({"mulai": None}, "masa tugas"),
        ({"coach_id": 0}, "NIP"),
        ({"jenis": "mentor"}, "Pilih siapa"),
    ],
)
def test_another_coach_needs_a_letter_with_its_days(agency: Agency, wrong: Any, why: str) -> None:
    good = given.by_citra(agency)
    facts = {name: getattr(good, name) for name in Penugasan.__slots__}
    with pytest.raises(Refused, match=why):
        given.begun(agency, Penugasan(**{**facts, **wrong}))


@pytest.mark.parametrize("who", ["ani", "budi"])
def test_another_coach_is_a_third_person(agency: Agency, who: str) -> None:
    tugas = Penugasan("pihak_lain", getattr(agency, who).pk, "ST 1", TODAY, TODAY)
    with pytest.raises(Refused, match="orang ketiga"):
        given.begun(agency, tugas)


def test_a_coach_of_another_agency_is_out_of_reach(agency: Agency, other_agency: Agency) -> None:
    tugas = Penugasan("pihak_lain", other_agency.citra.pk, "ST 1", TODAY, TODAY)
    with pytest.raises(Refused, match="instansi"):
        given.begun(agency, tugas)


def test_the_database_refuses_a_coach_without_a_letter(agency: Agency) -> None:
    given.begun(agency)
    with pytest.raises(IntegrityError, match="coaching_pihak_lain_bersurat_tugas"):
        Coaching.objects.update(surat_tugas="")


def test_a_coaching_begins_once_and_only_where_it_was_decided(agency: Agency) -> None:
    one = given.begun(agency)
    with pytest.raises(WrongState):
        given_begun_pimpinan(agency)
    assert one.coaching.hasil_judul == "Surat masuk dijawab sesuai standar pelayanan"


# The session


def test_a_report_without_a_cause_is_refused(agency: Agency) -> None:
    one = given.begun(agency)
    with pytest.raises(Refused, match="penyebab"):
        given.report(agency, one, sesi.Laporan("a", "b", " "))


def test_a_date_outside_the_assignment_is_refused(agency: Agency) -> None:
    one = given.reported(agency)
    late = NOON + timedelta(days=40)
    with pytest.raises(Refused, match="masa tugas"):
        given.schedule(agency, one, Jadwal(late, late + timedelta(hours=1), "Aula"))


def test_a_coach_whose_assignment_has_ended_reads_but_does_not_act(agency: Agency) -> None:
    one = given.scheduled(agency)
    later = TODAY + timedelta(days=60)
    with pytest.raises(PermissionDenied):
        sesi.schedule(
            sesi_id=one.pk, jadwal=given.SLOT, actor=agency.named("citra"), pada=NOON, on=later
        )
    assert Sesi.objects.visible_to(agency.named("citra"), on=later).exists()


def test_minutes_over_a_stale_page_are_refused(agency: Agency) -> None:
    one = given.scheduled(agency)
    given.minute(agency, one)
    with pytest.raises(Stale):
        sesi.write_minutes(
            sesi_id=one.pk, isi=given.MINUTES, suntingan=0, actor=agency.named("ani"), **when()
        )


def test_an_action_is_one_of_the_twos(agency: Agency) -> None:
    bad = Notulen(given.SLOT, proses="x", tindakan=(IsiTindakan("Apa", "penilai", TODAY),))
    with pytest.raises(Refused, match="pegawai atau coach"):
        given.minuted(agency, isi=bad)


def test_minutes_without_a_problem_are_not_ready(agency: Agency) -> None:
    with pytest.raises(Refused, match="metode, proses, atau kualitas"):
        given.ready(agency, isi=Notulen(given.SLOT))


def test_a_session_in_the_future_cannot_be_signed(agency: Agency) -> None:
    soon = Jadwal(NOON + timedelta(hours=1), NOON + timedelta(hours=2), "Aula")
    with pytest.raises(Refused, match="belum selesai"):
        given.ready(agency, isi=Notulen(soon, proses="x"))


def test_a_session_that_did_not_take_place_earns_nothing(agency: Agency) -> None:
    one = given.scheduled(agency)
    facts = {"sesi_id": one.pk, "siapa": "pegawai", "alasan": "Ani sakit."}
    facts["actor"] = agency.named("citra")
    with pytest.raises(Refused, match="belum tiba"):
        sesi.record_absence(**facts, pada=NOON - timedelta(days=1), on=TODAY)
    found = sesi.record_absence(**facts, **when())
    assert found.status == "tidak_hadir"
    assert competency.account(agency.ani.pk, on=TODAY).jp == 0
    again = coaching.start_session(
        coaching_id=one.coaching_id, actor=agency.named("citra"), **when()
    )
    assert again.ke == 2


# Signing


def test_two_signatures_make_the_form_and_two_hours(agency: Agency) -> None:
    one = given.ready(agency)
    first = given.sign(agency, one, "citra")
    assert (first.status, competency.account(agency.ani.pk, on=TODAY).jp) == (
        "menunggu_tanda_tangan",
        0,
    )
    second = given.sign(agency, one, "ani")
    assert second.status == "ditandatangani"
    akun = competency.account(agency.ani.pk, on=TODAY)
    assert (akun.jp, akun.kegiatan[0].nomor) == (2, 1)
    assert akun.kegiatan[0].dasar[-1]["name"] == "perlan10_2018.coaching"
    assert {one.sidik for one in TandaTangan.objects.all()} == {TandaTangan.objects.first().sidik}
    assert acts()[-2:] == ["kegiatan_belajar.catat", "sesi_coaching.sahkan"]


def test_nobody_signs_twice_for_unread_or_for_another(agency: Agency) -> None:
    one = given.ready(agency)
    with pytest.raises(Refused, match="membaca"):
        given.sign(agency, one, "ani", dibaca=False)
    given.sign(agency, one, "ani")
    with pytest.raises(WrongState):
        given.sign(agency, one, "ani")
    with pytest.raises(PermissionDenied):
        given.sign(agency, one, "budi")
    with pytest.raises(Sesi.DoesNotExist):
        given.sign(agency, one, "gita")


def test_other_contents_than_those_read_are_not_signed(agency: Agency) -> None:
    one = given.ready(agency)
    with pytest.raises(Stale):
        given.sign(agency, one, "ani", isi="0" * 64)


def test_a_mending_asked_for_voids_the_signature_and_keeps_it_on_record(agency: Agency) -> None:
    one = given.ready(agency)
    given.sign(agency, one, "ani")
    sesi.ask_mending(sesi_id=one.pk, apa="Tanggalnya salah.", actor=agency.named("citra"), **when())
    one.refresh_from_db()
    assert (one.status, one.pegawai_pada, one.keterangan) == ("dicatat", None, "Tanggalnya salah.")
    assert TandaTangan.objects.get().gugur_pada == NOON
    one = given.minute(agency, one)
    sesi.ask_signatures(sesi_id=one.pk, actor=agency.named("ani"), **when())
    given.sign(agency, one, "citra")
    given.sign(agency, one, "ani")
    assert TandaTangan.objects.filter(gugur_pada=None).count() == 2


def test_beyond_two_sessions_a_month_there_are_no_hours_and_a_reason(agency: Agency) -> None:
    one = given.signed(agency)
    for day in (10, 17):
        given.another(agency, one.coaching, datetime(2026, 3, day, 5, tzinfo=UTC))
    akun = competency.account(agency.ani.pk, on=TODAY)
    assert [(row.tanggal.day, row.jp, row.alasan) for row in akun.kegiatan] == [
        (17, 0, "melebihi_batas_bulanan"),
        (10, 2, ""),
        (2, 2, ""),
    ]
    assert akun.jp == 4


def test_what_both_signed_is_locked_in_the_database(agency: Agency) -> None:
    one = given.scheduled(agency)
    shared, private = given.note(agency, one), given.note(agency, one, "rahasia", pembaca="saya")
    one = given.minute(agency, one, given.adjusted(agency))
    sesi.ask_signatures(sesi_id=one.pk, actor=agency.named("ani"), **when())
    given.sign(agency, one, "ani")
    given.sign(agency, one, "citra")
    for attempt in (
        lambda: Sesi.objects.filter(pk=one.pk).update(masalah_proses="lain"),
        lambda: Sesi.objects.filter(pk=one.pk).update(status="dicatat"),
        lambda: Catatan.objects.filter(pk=shared.pk).update(isi="lain"),
        lambda: Catatan.objects.filter(pk=private.pk).update(pembaca="bagi"),
        lambda: Tindakan.objects.update(uraian="lain"),
        lambda: one.penyesuaian.__class__.objects.update(menjadi=1),
        lambda: TandaTangan.objects.update(gugur_pada=NOON),
    ):
        with pytest.raises(IntegrityError, match="terkunci"), transaction.atomic():
            attempt()
    Catatan.objects.filter(pk=private.pk).update(isi="masih rahasia")


def test_the_database_refuses_a_form_one_has_not_signed(agency: Agency) -> None:
    one = given.ready(agency)
    given.sign(agency, one, "ani")
    with pytest.raises(IntegrityError, match="sesi_ditandatangani_berdua"):
        Sesi.objects.update(status="ditandatangani")


# An adjusted expectation


def test_a_signed_adjustment_becomes_a_proposal_only_the_pimpinan_decides(agency: Agency) -> None:
    given.signed(agency, isi=given.adjusted(agency))
    usul = UsulPerubahan.objects.get()
    assert (usul.status, usul.asal, usul.pengusul) == ("diajukan", "coaching", agency.citra)
    assert (usul.target_semula, usul.target_menjadi) == (240, 180)
    with pytest.raises(PermissionDenied):
        changes.decide(
            usul_id=usul.pk, name="setujui", tanggapan="", actor=agency.named("citra"), **when()
        )
    assert given.plan(agency).hasil[0].indikator[0].target == 240


def test_where_the_pimpinan_coaches_the_pegawai_proposes(agency: Agency) -> None:
    given.signed(agency, given.BY_BUDI, given.adjusted(agency))
    assert UsulPerubahan.objects.get().pengusul == agency.ani


def test_one_signature_proposes_nothing(agency: Agency) -> None:
    one = given.ready(agency, isi=given.adjusted(agency))
    given.sign(agency, one, "citra")
    assert not UsulPerubahan.objects.exists()


def test_a_proposal_in_the_way_costs_no_signature_and_is_sent_later(agency: Agency) -> None:
    one = given.ready(agency, isi=given.adjusted(agency))
    indikator = given.plan(agency).hasil[0].indikator[0]
    other = planning.propose_change(
        skp_id=given.plan(agency).skp_id,
        indikator_kunci=indikator.kunci,
        target_menjadi=Decimal(200),
        alasan="Lain",
        pengusul=agency.named("ani"),
        asal="",
        pada=NOON,
    )
    given.sign(agency, one, "ani")
    given.sign(agency, one, "citra")
    one.refresh_from_db()
    assert one.is_signed
    assert "masih menunggu" in one.penyesuaian.kendala
    again = {"sesi_id": one.pk, "actor": agency.named("ani"), **when()}
    with pytest.raises(Refused, match="masih menunggu"):
        tanda_tangan.send_adjustment(**again)
    changes.decide(usul_id=other, name="tarik", tanggapan="", actor=agency.named("ani"), **when())
    tanda_tangan.send_adjustment(**again)
    assert UsulPerubahan.objects.filter(status="diajukan").count() == 1


# Notes and actions


def test_a_note_for_oneself_is_seen_by_its_writer_alone(agency: Agency) -> None:
    one = given.scheduled(agency)
    given.note(agency, one, "Saya sungkan.", pembaca="saya")
    seen = {
        who
        for who in ("ani", "citra", "budi", "gita", "fitri", "dewi", "joko", "indra")
        if Catatan.objects.visible_to(agency.named(who), on=TODAY).exists()
    }
    assert seen == {"ani"}


def test_the_penilai_reads_what_is_shared_once_both_have_signed(agency: Agency) -> None:
    one = given.scheduled(agency)
    given.note(agency, one, "Dua surat sehari.", pembaca="bagi")
    given.note(agency, one, "Kami berdua saja.")
    mine = Catatan.objects.visible_to(agency.named("budi"), on=TODAY)
    assert not mine.exists()
    given.minute(agency, one)
    sesi.ask_signatures(sesi_id=one.pk, actor=agency.named("ani"), **when())
    given.sign(agency, one, "ani")
    given.sign(agency, one, "citra")
    assert [note.isi for note in mine.all()] == ["Dua surat sehari."]


def test_a_note_changes_its_label_until_it_waits_for_signatures(agency: Agency) -> None:
    one = given.scheduled(agency)
    note = given.note(agency, one)
    facts = {"catatan_id": note.pk, "isi": "Lain.", "actor": agency.named("ani")}
    catatan.change_note(**facts, pembaca="bagi", **when())
    given.minute(agency, one)
    sesi.ask_signatures(sesi_id=one.pk, actor=agency.named("ani"), **when())
    with pytest.raises(WrongState):
        catatan.change_note(**facts, pembaca="saya", **when())
    with pytest.raises(WrongState):
        given.note(agency, one, "Menyusul.")
    given.note(agency, one, "Untuk saya.", pembaca="saya")


def test_nobody_changes_the_other_ones_note(agency: Agency) -> None:
    note = given.note(agency, given.scheduled(agency))
    facts = {"catatan_id": note.pk, "actor": agency.named("citra")}
    with pytest.raises(PermissionDenied):
        catatan.change_note(**facts, pembaca="berdua", isi="Lain", **when())
    with pytest.raises(PermissionDenied):
        catatan.delete_note(**facts, **when())


def test_an_agreed_action_is_done_once(agency: Agency) -> None:
    given.signed(agency)
    action = Tindakan.objects.get()
    facts = {"tindakan_id": action.pk, "actor": agency.named("ani")}
    catatan.finish_action(**facts, **when())
    with pytest.raises(WrongState):
        catatan.finish_action(**facts, **when())
    with pytest.raises(PermissionDenied):
        catatan.finish_action(tindakan_id=action.pk, actor=agency.named("budi"), **when())


def test_the_trail_names_acts_and_fields_and_holds_nothing_of_what_was_said(agency: Agency) -> None:
    given.note(agency, one := given.scheduled(agency), "Saya sungkan.", pembaca="saya")
    given.minute(agency, one)
    lines = Jejak.objects.filter(tindakan__regex=r"^(triase|coaching|sesi_coaching|catatan)")
    assert lines.count() >= 6
    for line in lines:
        assert set(line.fakta) <= {"berubah"}
        assert line.tentang_id == agency.ani.pk


def test_a_plan_replaced_meanwhile_still_takes_the_proposal(agency: Agency) -> None:
    one = given.ready(agency, isi=given.adjusted(agency))
    rencana = given.plan(agency)
    other = planning.propose_change(
        skp_id=rencana.skp_id,
        indikator_kunci=rencana.hasil[0].indikator[1].kunci,
        target_menjadi=Decimal(90),
        alasan="Lain",
        pengusul=agency.named("ani"),
        asal="",
        pada=NOON,
    )
    changes.decide(
        usul_id=other, name="setujui", tanggapan="", actor=agency.named("budi"), **when()
    )
    given.sign(agency, one, "ani")
    given.sign(agency, one, "citra")
    assert UsulPerubahan.objects.filter(status="diajukan", skp__versi=2).exists()
