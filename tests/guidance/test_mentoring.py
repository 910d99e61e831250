"""The acts of mentoring: from the plan to the report the pimpinan confirms."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError, transaction

from bina.competency.models import KegiatanBelajar
from bina.core import audit
from bina.core.models import Jejak
from bina.core.workflow import WrongState
from bina.guidance.mentoring.services import kepergian, laporan, log, mentor, pencarian, rencana
from bina.guidance.mentoring.services.rencana import IsiButir
from bina.guidance.models import (
    CapaianUkuran,
    LaporanMentoring,
    LogMentoring,
    Mentor,
    Mentoring,
    ParafMentoring,
    PasanganMentor,
    TawaranMentor,
)
from bina.guidance.services.refusals import Refused, Stale
from bina.guidance.topik import services as topics
from tests.conftest import TODAY, Agency
from tests.guidance import given, mentored
from tests.guidance.mentored import when

LATER = TODAY + timedelta(days=4)


# The plan


def test_a_plan_without_a_measure_of_success_is_refused(agency: Agency) -> None:
    bare = IsiButir("Menyusun konsiderans", "Membaca contoh", TODAY + timedelta(days=9), " ")
    with pytest.raises(Refused, match="belum berukuran"):
        mentored.written(agency, mentored.plan(butir=(bare,)))
    with pytest.raises(Refused, match="ukuran keberhasilan"):
        mentored.written(agency, mentored.plan(butir=()))
    assert not Mentoring.objects.exists()


@pytest.mark.parametrize(
    ("item", "value", "said"),
    [
        ("tujuan", " ", "tujuan"),
        ("perubahan", "", "perubahan"),
        ("selesai", TODAY, "sesudah tanggal mulai"),
        ("tingkat", 5, "tingkat"),
        ("bidang_id", 0, "bidang"),
    ],
)
def test_every_item_of_the_plan_is_required(
    agency: Agency, item: str, value: Any, said: str
) -> None:
    with pytest.raises(Refused, match=said):
        mentored.written(agency, mentored.plan(**{item: value}))


def test_a_skill_is_due_within_the_mentoring(agency: Agency) -> None:
    isi = mentored.plan()
    late = replace(isi.butir[0], sampai=isi.selesai + timedelta(days=1))
    with pytest.raises(Refused, match="jangka waktu"):
        mentored.written(agency, mentored.plan(butir=(late,)))


def test_the_penilai_agrees_or_sends_back_with_words(agency: Agency) -> None:
    one = mentored.submitted(agency)
    budi, facts = agency.named("budi"), {"mentoring_id": one.pk, **when()}
    with pytest.raises(Refused, match="perlu diperbaiki"):
        rencana.send_back(alasan="", actor=budi, **facts)
    back = rencana.send_back(alasan="Sebutkan naskahnya", actor=budi, **facts)
    assert (back.status, back.catatan) == ("rencana", "Sebutkan naskahnya")
    changed = mentored.plan(tujuan="Menyusun perbup")
    rencana.change_plan(rencana=changed, suntingan=0, actor=agency.named("ani"), **facts)
    with pytest.raises(Stale):
        rencana.change_plan(rencana=changed, suntingan=0, actor=agency.named("ani"), **facts)
    rencana.submit(actor=agency.named("ani"), **facts)
    with pytest.raises(PermissionDenied):
        rencana.agree(actor=agency.named("ani"), **facts)
    assert rencana.agree(actor=budi, **facts).status == "mencari"
    with pytest.raises(WrongState):
        rencana.change_plan(rencana=changed, suntingan=1, actor=agency.named("ani"), **facts)


def test_one_mentoring_per_field_at_a_time(agency: Agency) -> None:
    mentored.written(agency)
    with pytest.raises(Refused, match="Sudah ada mentoring"):
        mentored.written(agency)
    other = mentored.field("berpikir_kritis")
    assert mentored.written(agency, mentored.plan(bidang_id=other.pk)).status == "rencana"


def test_a_triage_that_says_mentoring_begins_one_once(agency: Agency) -> None:
    triase = given.decided(agency, "mentoring")
    facts = {"triase_id": triase.pk, "actor": agency.named("ani"), **when()}
    assert rencana.write_plan(rencana=mentored.plan(), **facts).triase == triase
    other = mentored.plan(bidang_id=mentored.field("berpikir_kritis").pk)
    with pytest.raises(Refused, match="sudah dimulai"):
        rencana.write_plan(rencana=other, **facts)


# Offers


def test_a_mentor_accepts_and_the_others_are_not_asked(agency: Agency) -> None:
    asked = mentored.offered(agency, "citra", "gita")
    with pytest.raises(ObjectDoesNotExist):
        pencarian.accept(tawaran_id=asked.pk, actor=agency.named("gita"), **when())
    with pytest.raises(PermissionDenied):
        pencarian.accept(tawaran_id=asked.pk, actor=agency.named("ani"), **when())
    one = pencarian.accept(tawaran_id=asked.pk, actor=agency.named("citra"), **when())
    assert (one.status, one.mentor) == ("berjalan", agency.citra)
    assert list(one.tawaran.values_list("status", flat=True)) == ["diterima_mentor", "gugur"]
    assert one.pasangan.get().mentor == agency.citra


def test_a_decline_needs_no_reason_and_asks_the_next(agency: Agency) -> None:
    asked = mentored.offered(agency, "citra", "gita")
    pencarian.decline(tawaran_id=asked.pk, actor=agency.named("citra"), **when())
    following = TawaranMentor.objects.get(status="terbuka_mentor")
    assert following.mentor_id == agency.gita.pk
    one = pencarian.decline(tawaran_id=following.pk, actor=agency.named("gita"), **when())
    assert one.status == "mencari"
    with pytest.raises(WrongState):
        pencarian.decline(tawaran_id=following.pk, actor=agency.named("gita"), **when())


def test_after_three_days_the_next_one_is_asked_by_itself(agency: Agency) -> None:
    asked = mentored.offered(agency, "citra", "gita")
    assert asked.batas == TODAY + timedelta(days=3)
    assert pencarian.lapse_all(**when(on=asked.batas)) == 0
    assert pencarian.lapse_all(**when(on=LATER)) == 1
    assert pencarian.lapse_all(**when(on=LATER)) == 0
    following = TawaranMentor.objects.get(status="terbuka_mentor")
    assert (following.mentor_id, following.batas) == (agency.gita.pk, LATER + timedelta(days=3))
    assert Jejak.objects.filter(tindakan="mentoring.lewatkan", pelaku=None).count() == 1
    with pytest.raises(WrongState):
        pencarian.accept(tawaran_id=asked.pk, actor=agency.named("citra"), **when(on=LATER))


def test_an_answer_after_the_last_day_is_too_late(agency: Agency) -> None:
    asked = mentored.offered(agency)
    with pytest.raises(Refused, match="sudah lewat"):
        pencarian.accept(tawaran_id=asked.pk, actor=agency.named("citra"), **when(on=LATER))


def test_up_to_three_different_mentors_who_fit(agency: Agency) -> None:
    for who in ("citra", "gita", "hadi", "eko"):
        mentored.profile(agency, who)
    one = mentored.agreed(agency)
    ids = {who: agency.named(who).pk for who in ("citra", "gita", "hadi", "eko", "dewi")}
    ani, facts = agency.named("ani"), {"mentoring_id": one.pk, **when()}
    for chosen in (["citra", "gita", "hadi", "eko"], [], ["citra", "citra"], ["dewi"]):
        with pytest.raises(Refused):
            pencarian.offer(mentor_ids=[ids[who] for who in chosen], actor=ani, **facts)
    three = [ids[who] for who in ("hadi", "gita", "citra")]
    pencarian.offer(mentor_ids=three, actor=ani, **facts)
    assert list(one.tawaran.values_list("mentor", flat=True)) == three


def test_a_withdrawn_offer_lets_the_mentee_choose_anew(agency: Agency) -> None:
    asked = mentored.offered(agency, "citra")
    mentored.profile(agency, "gita")
    ani = agency.named("ani")
    one = pencarian.withdraw(mentoring_id=asked.mentoring_id, actor=ani, **when())
    assert one.status == "mencari"
    again = mentored.offer(agency, one, "gita")
    assert (again.putaran, again.mentor_id) == (2, agency.gita.pk)


def test_a_mentor_over_capacity_is_refused(agency: Agency) -> None:
    mentored.profile(agency, "citra", kapasitas=1)
    one = mentored.agreed(agency)
    asked = mentored.offer(agency, one, "citra")
    other = mentored.written(agency, who="eko")
    Mentoring.objects.filter(pk=other.pk).update(status="berjalan", mentor=agency.citra)
    with pytest.raises(Refused, match="sesuai kapasitas"):
        pencarian.accept(tawaran_id=asked.pk, actor=agency.named("citra"), **when())


def test_the_database_refuses_one_mentee_too_many(agency: Agency) -> None:
    mentored.profile(agency, "citra", kapasitas=1)
    mentored.accepted(agency)
    Mentor.objects.update(kapasitas=1)
    other = mentored.written(agency, who="eko")
    with pytest.raises(IntegrityError, match="mentor_melebihi_kapasitas"), transaction.atomic():
        Mentoring.objects.filter(pk=other.pk).update(status="berjalan", mentor=agency.citra)


def test_a_change_of_mentor_asks_for_no_reason_and_keeps_the_log(agency: Agency) -> None:
    one = mentored.talked(agency)
    waiting = mentored.logged(agency, one)
    changed = rencana.change_mentor(mentoring_id=one.pk, actor=agency.named("citra"), **when())
    assert (changed.status, changed.mentor) == ("mencari", None)
    assert PasanganMentor.objects.get().selesai == TODAY
    # Who was there may still initial what they did.
    mentored.initial(agency, waiting, "citra")
    assert mentored.initial(agency, waiting, "ani").is_signed
    assert not Mentoring.objects.visible_to(agency.named("citra"), on=TODAY).exists()


# Log


def test_the_log_begins_with_a_first_talk(agency: Agency) -> None:
    one = mentored.accepted(agency)
    with pytest.raises(Refused, match="pembicaraan pertama"):
        mentored.logged(agency, one)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"tanggal": TODAY + timedelta(days=1)}, "belum terjadi"),
        ({"menit": 0}, "menit"),
        ({"bentuk": ()}, "bentuk"),
        ({"bentuk": ("menonton",)}, "bentuk"),
        ({"peran": ()}, "peran"),
        ({"kegiatan": " "}, "kegiatan"),
        ({"dipelajari": ""}, "dipelajari"),
        ({"bentuk": ("introducing",)}, "diperkenalkan"),
        ({"tanggal": TODAY - timedelta(days=1)}, "sebelum mentor bersedia"),
    ],
)
def test_an_entry_says_what_is_missing(agency: Agency, change: Any, said: str) -> None:
    one = mentored.talked(agency)
    with pytest.raises(Refused, match=said):
        mentored.logged(agency, one, mentored.entry(**change))


def test_an_entry_counts_once_both_have_initialled(agency: Agency) -> None:
    one = mentored.talked(agency)
    made = mentored.logged(agency, one)
    mentored.initial(agency, made, "citra")
    assert not KegiatanBelajar.objects.exists()
    mentored.initial(agency, made, "ani")
    row = KegiatanBelajar.objects.get()
    assert (row.jalur, row.jp, row.pegawai_id) == ("mentoring", 2, agency.ani.pk)
    assert row.asal_id == str(made.pk)


def test_a_third_entry_of_a_month_earns_nothing_and_says_why(agency: Agency) -> None:
    one = mentored.talked(agency)
    for _n in range(3):
        mentored.initialled(agency, one)
    rows = KegiatanBelajar.objects.order_by("pk")
    assert [row.jp for row in rows] == [2, 2, 0]
    assert rows.last().alasan == "melebihi_batas_bulanan"


def test_an_initial_is_given_once_under_what_was_read(agency: Agency) -> None:
    made = mentored.logged(agency, mentored.talked(agency))
    with pytest.raises(Refused, match="Centang"):
        mentored.initial(agency, made, "ani", dibaca=False)
    with pytest.raises(Stale):
        mentored.initial(agency, made, "ani", isi="0" * 64)
    mentored.initial(agency, made, "ani")
    with pytest.raises(WrongState):
        mentored.initial(agency, made, "ani")
    with pytest.raises(ObjectDoesNotExist):
        mentored.initial(agency, made, "budi")


def test_mending_voids_the_initial_given(agency: Agency) -> None:
    made = mentored.logged(agency, mentored.talked(agency))
    mentored.initial(agency, made, "ani")
    citra, facts = agency.named("citra"), {"log_id": made.pk, **when()}
    back = log.ask_mending(apa="Lamanya 60 menit", actor=citra, **facts)
    assert (back.status, back.pegawai_pada) == ("disusun", None)
    assert ParafMentoring.objects.get().gugur_pada is not None
    log.change(isi=mentored.entry(menit=60), suntingan=0, actor=citra, **facts)
    with pytest.raises(Stale):
        log.change(isi=mentored.entry(menit=61), suntingan=0, actor=citra, **facts)


@pytest.mark.parametrize("field", ["kegiatan", "status"])
def test_the_database_keeps_what_both_initialled(agency: Agency, field: str) -> None:
    mentored.initialled(agency, mentored.talked(agency))
    with pytest.raises(IntegrityError, match="terkunci"), transaction.atomic():
        LogMentoring.objects.update(**{field: "disusun"})


def test_the_database_takes_no_entry_for_initialled_without_two_initials(agency: Agency) -> None:
    made = mentored.logged(agency, mentored.talked(agency))
    mentored.initial(agency, made, "ani")
    with pytest.raises(IntegrityError, match="dua_paraf"), transaction.atomic():
        LogMentoring.objects.update(status="diparaf", mentor_pada=made.dibuat)


# Report


def test_the_report_answers_every_measure(agency: Agency) -> None:
    one = mentored.talked(agency)
    ani, facts = agency.named("ani"), {"mentoring_id": one.pk, **when()}
    with pytest.raises(Refused, match="belum disusun"):
        laporan.ask_signatures(actor=ani, **facts)
    bare = replace(mentored.findings(one), capaian={})
    with pytest.raises(Refused, match="setiap ukuran"):
        laporan.write_report(isi=bare, suntingan=0, actor=ani, **facts)
    laporan.write_report(isi=mentored.findings(one), suntingan=0, actor=ani, **facts)
    with pytest.raises(Refused, match="diparaf berdua"):
        laporan.ask_signatures(actor=ani, **facts)


def test_both_sign_and_the_pimpinan_confirms_the_change(agency: Agency) -> None:
    one = mentored.reported(agency)
    mentored.sign(agency, one, "citra")
    budi = agency.named("budi")
    facts = {"mentoring_id": one.pk, "perubahan": "sebagian", "kata": "Mulai terasa", **when()}
    with pytest.raises(WrongState):
        laporan.confirm(actor=budi, **facts)
    mentored.sign(agency, one, "ani")
    with pytest.raises(PermissionDenied):
        laporan.confirm(actor=agency.named("ani"), **facts)
    with pytest.raises(Refused):
        laporan.confirm(actor=budi, **{**facts, "kata": ""})
    assert laporan.confirm(actor=budi, **facts).status == "selesai"
    found = LaporanMentoring.objects.get()
    assert (found.perubahan, found.kata_pimpinan) == ("sebagian", "Mulai terasa")
    assert audit.verify(f"instansi:{agency.instansi.pk}").broken_at is None


def test_mending_the_report_voids_the_signature_given(agency: Agency) -> None:
    one = mentored.reported(agency)
    mentored.sign(agency, one, "ani")
    facts = {"mentoring_id": one.pk, "actor": agency.named("citra"), **when()}
    assert laporan.ask_mending(apa="Angkanya empat", **facts).status == "berjalan"
    found = LaporanMentoring.objects.get()
    assert (found.pegawai_pada, found.keterangan) == (None, "Angkanya empat")
    assert ParafMentoring.objects.filter(laporan=found, gugur_pada=None).count() == 0


def test_the_database_keeps_a_signed_report_and_its_findings(agency: Agency) -> None:
    mentored.signed(agency)
    for change in (
        lambda: LaporanMentoring.objects.update(ringkasan="Lain"),
        lambda: LaporanMentoring.objects.update(pegawai_pada=None),
        lambda: CapaianUkuran.objects.update(tercapai=False),
    ):
        with pytest.raises(IntegrityError, match="terkunci"), transaction.atomic():
            change()


def test_the_database_closes_nothing_without_three_names(agency: Agency) -> None:
    one = mentored.reported(agency)
    for status in ("menunggu_pimpinan", "selesai"):
        with pytest.raises(IntegrityError, match="dua_nama"), transaction.atomic():
            Mentoring.objects.filter(pk=one.pk).update(status=status)


# Leaving


def test_a_mentor_who_leaves_lets_the_mentee_look_anew_and_nothing_is_lost(
    agency: Agency,
) -> None:
    one = mentored.reported(agency)
    mentored.sign(agency, one, "citra")
    held = agency.citra.penempatan.get()
    held.selesai = TODAY
    held.save()
    lines = list(kepergian.end_with_placements([held.pk], TODAY))
    assert [line.tindakan for line in lines] == ["mentoring.lepas"]
    assert list(kepergian.end_with_placements([held.pk], TODAY)) == []
    one.refresh_from_db()
    assert (one.status, one.mentor) == ("mencari", None)
    assert LogMentoring.objects.get().is_signed
    assert LaporanMentoring.objects.get().mentor_pada is None


def test_a_move_inside_the_agency_changes_nothing(agency: Agency) -> None:
    one = mentored.talked(agency)
    held = agency.citra.penempatan.get()
    held.selesai = TODAY
    held.save()
    agency.citra.penempatan.create(
        unit=agency.umum, jabatan=held.jabatan, mulai=TODAY + timedelta(days=1)
    )
    assert list(kepergian.end_with_placements([held.pk], TODAY)) == []
    assert kepergian.release_all(**when()) == 0
    one.refresh_from_db()
    assert one.mentor == agency.citra


def test_a_closed_account_is_noticed_at_night(agency: Agency) -> None:
    one = mentored.talked(agency)
    agency.citra.is_active = False
    agency.citra.save()
    assert kepergian.release_all(**when()) == 1
    assert kepergian.release_all(**when()) == 0
    one.refresh_from_db()
    assert one.status == "mencari"


# Outside


def test_a_mentor_from_outside_sees_their_own_case_and_looks_nobody_up(agency: Agency) -> None:
    mentored.accepted(agency, "lestari")
    mentored.profile(agency, "gita")
    mentored.written(agency, who="eko")
    lestari = agency.named("lestari")
    assert Mentoring.objects.visible_to(lestari, on=TODAY).get().pegawai_id == agency.ani.pk
    assert [one.orang for one in Mentor.objects.visible_to(lestari, on=TODAY)] == [lestari]


# Profile and fields


def test_a_profile_says_what_is_wrong(agency: Agency) -> None:
    skill = mentor.IsiKeahlian(mentored.field().pk, 4, "Lama")
    for change in (
        {"kapasitas": 0},
        {"keahlian": ()},
        {"keahlian": (skill, skill)},
        {"keahlian": (replace(skill, pengalaman=" "),)},
        {"keahlian": (replace(skill, tingkat=6),)},
        {"keahlian": (replace(skill, bidang_id=0),)},
    ):
        with pytest.raises(Refused):
            mentored.profile(agency, "citra", **change)
    assert not Mentor.objects.exists()


def test_the_agency_extends_the_fields(agency: Agency, other_agency: Agency) -> None:
    made = topics.add(
        jenis="mentoring", nama="  Perancangan   perda ", actor=agency.named("dewi"), **when()
    )
    assert made.nama == "Perancangan perda"
    with pytest.raises(Refused):
        topics.add(
            jenis="mentoring", nama="perancangan perda", actor=agency.named("dewi"), **when()
        )
    with pytest.raises(PermissionDenied):
        topics.add(jenis="mentoring", nama="Lain", actor=agency.named("hadi"), **when())
    with pytest.raises(Refused, match="bidang"):
        mentored.written(other_agency, mentored.plan(bidang_id=made.pk))
