"""No sequence of acts by anybody reaches a log or report not signed by both, or hours without."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from bina.competency.models import KegiatanBelajar
from bina.core.workflow import WrongState
from bina.guidance.mentoring import sidik
from bina.guidance.mentoring.services import kepergian, laporan, log, pencarian, rencana
from bina.guidance.models import (
    LaporanMentoring,
    LogMentoring,
    Mentor,
    Mentoring,
    ParafMentoring,
    TawaranMentor,
)
from bina.guidance.services.refusals import Refused, Stale
from tests.conftest import NOON, Agency
from tests.guidance import mentored

ANYBODY = st.sampled_from(["ani", "citra", "gita", "budi", "dewi", "eko", "lestari"])
REFUSALS = (Refused, Stale, WrongState, PermissionDenied, ObjectDoesNotExist)
TAKEN = ("berjalan", "laporan")


class Learning(RuleBasedStateMachine):
    """Ani's mentoring; Citra and Gita could teach her. Acts by random people on random days."""

    @initialize()
    def begin(self) -> None:
        self.rollback = transaction.atomic()
        self.rollback.__enter__()
        self.agency = Agency()
        self.now = NOON
        for who in ("citra", "gita"):
            mentored.profile(self.agency, who, kapasitas=1)
        self.case = mentored.written(self.agency)
        # Eko's plan competes for the same two places.
        self.rival = mentored.written(self.agency, who="eko")

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.rollback.__exit__(None, None, None)

    @property
    def at(self) -> dict[str, Any]:
        return {"pada": self.now, "on": self.now.date()}

    def attempt(self, act: Any, who: str, **facts: Any) -> None:
        try:
            with transaction.atomic():
                act(actor=self.agency.named(who), **facts, **self.at)
        except REFUSALS:
            pass

    def on_case(self, act: Any, who: str, **facts: Any) -> None:
        self.attempt(act, who, mentoring_id=self.case.pk, **facts)

    def entry(self) -> LogMentoring | None:
        return LogMentoring.objects.filter(mentoring=self.case).order_by("ke").last()

    @rule(days=st.integers(1, 9))
    def time_passes(self, days: int) -> None:
        self.now += timedelta(days=days)
        pencarian.lapse_all(**self.at)

    @rule(who=ANYBODY, act=st.sampled_from([rencana.submit, rencana.agree, pencarian.withdraw]))
    def plan(self, who: str, act: Any) -> None:
        self.on_case(act, who)

    @rule(who=ANYBODY, act=st.sampled_from([rencana.change_mentor, laporan.ask_signatures]))
    def go_on(self, who: str, act: Any) -> None:
        self.on_case(act, who)

    @rule(who=ANYBODY, chosen=st.permutations(["citra", "gita"]))
    def offer(self, who: str, chosen: list[str]) -> None:
        ids = [getattr(self.agency, one).pk for one in chosen]
        self.on_case(pencarian.offer, who, mentor_ids=ids)

    @rule(who=ANYBODY, act=st.sampled_from([pencarian.accept, pencarian.decline]))
    def answer(self, who: str, act: Any) -> None:
        asked = TawaranMentor.objects.order_by("pk").last()
        if asked:
            self.attempt(act, who, tawaran_id=asked.pk)

    @rule(who=ANYBODY)
    def talk(self, who: str) -> None:
        facts = {"tanggal": self.now.date(), "kesepakatan": "Dua kali sebulan"}
        self.on_case(log.record_talk, who, **facts)

    @rule(who=ANYBODY, ahead=st.integers(-2, 1))
    def write(self, who: str, ahead: int) -> None:
        isi = mentored.entry(self.now.date() + timedelta(days=ahead))
        self.on_case(log.write, who, isi=isi)

    @rule(who=ANYBODY)
    def make_ready(self, who: str) -> None:
        if found := self.entry():
            self.attempt(log.ask_initials, who, log_id=found.pk)

    @rule(who=ANYBODY, dibaca=st.booleans(), old=st.booleans())
    def initial(self, who: str, dibaca: bool, old: bool) -> None:
        if found := self.entry():
            isi = "0" * 64 if old else sidik.of_log(found)
            self.attempt(log.initial, who, log_id=found.pk, dibaca=dibaca, isi=isi)

    @rule(who=ANYBODY)
    def mend(self, who: str) -> None:
        if found := self.entry():
            self.attempt(log.ask_mending, who, log_id=found.pk, apa="Lamanya")

    @rule(who=ANYBODY)
    def write_report(self, who: str) -> None:
        found = LaporanMentoring.objects.filter(mentoring=self.case).first()
        edits = found.suntingan if found else 0
        isi = mentored.findings(self.case)
        self.on_case(laporan.write_report, who, isi=isi, suntingan=edits)

    @rule(who=ANYBODY, dibaca=st.booleans())
    def sign(self, who: str, dibaca: bool) -> None:
        found = LaporanMentoring.objects.filter(mentoring=self.case).first()
        if found:
            isi = sidik.of_report(found)
            self.on_case(laporan.sign, who, dibaca=dibaca, isi=isi)

    @rule(who=ANYBODY)
    def mend_report(self, who: str) -> None:
        self.on_case(laporan.ask_mending, who, apa="Angkanya")

    @rule(who=ANYBODY)
    def confirm(self, who: str) -> None:
        self.on_case(laporan.confirm, who, perubahan="dirasakan", kata="Terasa")

    @rule(who=st.sampled_from(["citra", "gita"]))
    def the_mentor_leaves(self, who: str) -> None:
        orang = getattr(self.agency, who)
        orang.is_active = not orang.is_active
        orang.save(update_fields=["is_active"])
        kepergian.release_all(**self.at)

    @rule(who=st.sampled_from(["citra", "gita"]))
    def the_rival_finds_a_mentor(self, who: str) -> None:
        """As a programme would: past the services, up to what the database takes."""
        mentor = Mentor.objects.get(pk=getattr(self.agency, who).pk)
        taken = Mentoring.objects.filter(mentor=mentor.pk, status__in=TAKEN).exclude(
            pk=self.rival.pk
        )
        if not taken.exists():
            rows = Mentoring.objects.filter(pk=self.rival.pk)
            rows.update(status="berjalan", mentor=mentor.pk)

    @rule()
    def whoever_should_go_on_does(self) -> None:
        """The way through, so that the far states are reached too."""
        case = Mentoring.objects.select_related("mentor").get(pk=self.case.pk)
        mentor = case.mentor.nama.lower() if case.mentor else "citra"
        step = {
            "rencana": lambda: self.plan("ani", rencana.submit),
            "diajukan": lambda: self.plan("budi", rencana.agree),
            "mencari": lambda: self.offer("ani", ["citra", "gita"]),
            "ditawarkan": self._they_answer,
            "berjalan": lambda: self._they_learn(mentor),
            "laporan": lambda: self._they_sign(mentor),
            "menunggu_pimpinan": lambda: self.confirm("budi"),
        }.get(case.status, lambda: None)
        step()

    def _they_answer(self) -> None:
        asked = TawaranMentor.objects.get(status="terbuka_mentor")
        self.answer(asked.mentor.orang.nama.lower(), pencarian.accept)

    def _they_learn(self, mentor: str) -> None:
        self.talk(mentor)
        self.write("ani", 0)
        self.make_ready(mentor)
        self.initial("ani", True, False)
        self.initial(mentor, True, False)
        self.write_report(mentor)
        self.go_on("ani", laporan.ask_signatures)

    def _they_sign(self, mentor: str) -> None:
        self.sign("ani", True)
        self.sign(mentor, True)

    @invariant()
    def an_initialled_entry_bears_both_names_under_its_words(self) -> None:
        if not hasattr(self, "case"):
            return
        for one in LogMentoring.objects.with_mentoring():
            valid = ParafMentoring.objects.filter(log=one, gugur_pada=None)
            signers = set(valid.values_list("oleh_id", flat=True))
            parties = {one.mentoring.pegawai_id, one.mentor_id}
            assert signers <= parties
            assert all(each.sidik == sidik.of_log(one) for each in valid)
            assert one.is_signed == (signers == parties)
            assert one.tanggal <= self.now.date()

    @invariant()
    def hours_come_of_initialled_entries_and_of_nothing_else(self) -> None:
        if not hasattr(self, "case"):
            return
        signed = LogMentoring.objects.filter(status="diparaf")
        rows = list(KegiatanBelajar.objects.all())
        assert {row.asal_id for row in rows} == {str(one.pk) for one in signed}
        for month in {(row.tanggal.year, row.tanggal.month) for row in rows}:
            held = [row.jp for row in rows if (row.tanggal.year, row.tanggal.month) == month]
            assert sum(held) == min(2 * len(held), 4)

    @invariant()
    def nothing_is_closed_without_three_names(self) -> None:
        if not hasattr(self, "case"):
            return
        case = Mentoring.objects.get(pk=self.case.pk)
        report = LaporanMentoring.objects.filter(mentoring=case).first()
        if case.status in ("menunggu_pimpinan", "selesai"):
            assert report is not None
            valid = ParafMentoring.objects.filter(laporan=report, gugur_pada=None)
            parties = {case.pegawai_id, case.mentor_id}
            assert set(valid.values_list("oleh_id", flat=True)) == parties
            assert all(each.sidik == sidik.of_report(report) for each in valid)
            assert (report.pimpinan_pada is not None) == (case.status == "selesai")
        elif report is not None:
            assert report.pimpinan_pada is None

    @invariant()
    def no_mentor_has_more_than_they_can_take(self) -> None:
        if not hasattr(self, "case"):
            return
        for mentor in Mentor.objects.all():
            taken = Mentoring.objects.filter(mentor=mentor.pk, status__in=TAKEN)
            assert taken.count() <= mentor.kapasitas


@pytest.mark.django_db
def test_no_sequence_of_acts_reaches_an_unsigned_log_or_report_or_unearned_hours() -> None:
    run_state_machine_as_test(
        Learning,
        settings=settings(
            max_examples=20,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
