"""No sequence of acts by anybody reaches a form both have not signed, or hours without it."""

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
from bina.guidance import sidik
from bina.guidance.coaching.services import kesepakatan, perjalanan
from bina.guidance.coaching.sidik import digest as agreement_digest
from bina.guidance.models import Coaching, Kesepakatan, Sesi, TandaTangan
from bina.guidance.services import catatan, coaching, sesi, tanda_tangan
from bina.guidance.services.coaching import Penugasan
from bina.guidance.services.refusals import Refused, Stale
from bina.guidance.workflow import ONGOING
from tests.conftest import NOON, Agency
from tests.guidance import given

ANYBODY = st.sampled_from(["ani", "citra", "budi", "fitri", "gita", "dewi", "joko", "eko"])
REFUSALS = (Refused, Stale, WrongState, PermissionDenied, ObjectDoesNotExist)


class Signing(RuleBasedStateMachine):
    """One coaching, from its first session on; acts at random hours by random people."""

    @initialize(by_budi=st.booleans())
    def begin(self, by_budi: bool) -> None:
        self.rollback = transaction.atomic()
        self.rollback.__enter__()
        self.agency = Agency()
        self.now = NOON
        one = given.begun(self.agency, given.BY_BUDI if by_budi else None, agreed=False)
        self.coaching_id = one.coaching_id

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.rollback.__exit__(None, None, None)

    @property
    def at(self) -> dict[str, Any]:
        return {"pada": self.now, "on": self.now.date()}

    @property
    def coaching(self) -> Coaching:
        return Coaching.objects.select_related("coach").get(pk=self.coaching_id)

    @property
    def coach(self) -> str:
        found = self.coaching.coach
        return found.nama.lower() if found else "budi"

    def one(self) -> Sesi:
        return Sesi.objects.filter(coaching=self.coaching_id).latest("ke")

    def attempt(self, act: Any, who: str, **facts: Any) -> None:
        try:
            with transaction.atomic():
                act(actor=self.agency.named(who), **facts, **self.at)
        except REFUSALS:
            pass

    @rule(hours=st.integers(1, 96))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule(who=ANYBODY)
    def report(self, who: str) -> None:
        self.attempt(sesi.report, who, sesi_id=self.one().pk, laporan=given.REPORT)

    @rule(who=ANYBODY, ahead=st.integers(-3, 3))
    def schedule(self, who: str, ahead: int) -> None:
        start = self.now + timedelta(hours=ahead)
        slot = sesi.Jadwal(start, start + timedelta(hours=1), "Aula")
        self.attempt(sesi.schedule, who, sesi_id=self.one().pk, jadwal=slot)

    @rule(who=ANYBODY, ahead=st.integers(-3, 3))
    def write(self, who: str, ahead: int) -> None:
        start = self.now + timedelta(hours=ahead)
        slot = sesi.Jadwal(start, start + timedelta(hours=1), "Aula")
        isi = sesi.Notulen(slot, proses=f"Jam {ahead}", tindakan=(given.ACTION,))
        one = self.one()
        self.attempt(sesi.write_minutes, who, sesi_id=one.pk, isi=isi, suntingan=one.suntingan)

    @rule(who=ANYBODY, pembaca=st.sampled_from(["saya", "berdua", "bagi"]))
    def note(self, who: str, pembaca: str) -> None:
        facts = {"bagian": "tujuan", "pembaca": pembaca, "isi": "Catatan"}
        self.attempt(catatan.write_note, who, sesi_id=self.one().pk, **facts)

    @rule(who=ANYBODY)
    def make_ready(self, who: str) -> None:
        self.attempt(sesi.ask_signatures, who, sesi_id=self.one().pk)

    @rule(who=ANYBODY, dibaca=st.booleans(), old=st.booleans())
    def sign(self, who: str, dibaca: bool, old: bool) -> None:
        one = self.one()
        isi = "0" * 64 if old else sidik.digest(one)
        self.attempt(tanda_tangan.sign, who, sesi_id=one.pk, dibaca=dibaca, isi=isi)

    @rule(who=ANYBODY)
    def mend(self, who: str) -> None:
        self.attempt(sesi.ask_mending, who, sesi_id=self.one().pk, apa="Salah tanggal")

    @rule(who=ANYBODY)
    def call_off(self, who: str) -> None:
        self.attempt(sesi.cancel, who, sesi_id=self.one().pk, alasan="Sakit")

    @rule(who=ANYBODY)
    def next_session(self, who: str) -> None:
        self.attempt(coaching.start_session, who, coaching_id=self.coaching_id)

    @rule(who=ANYBODY)
    def draft(self, who: str) -> None:
        waiting = Kesepakatan.objects.drafted(self.coaching_id).first()
        facts = {"isi": given.AGREEMENT, "suntingan": waiting.suntingan if waiting else 0}
        self.attempt(kesepakatan.write, who, coaching_id=self.coaching_id, **facts)

    @rule(who=ANYBODY, old=st.booleans())
    def agree(self, who: str, old: bool) -> None:
        waiting = Kesepakatan.objects.drafted(self.coaching_id).select_related("coaching").first()
        isi = agreement_digest(waiting) if waiting and not old else "0" * 64
        facts = {"coaching_id": self.coaching_id, "dibaca": True, "isi": isi}
        self.attempt(kesepakatan.sign, who, **facts)

    @rule(who=ANYBODY)
    def ask_other_coach(self, who: str) -> None:
        self.attempt(perjalanan.ask_other_coach, who, coaching_id=self.coaching_id)

    @rule(who=ANYBODY, coach=st.sampled_from(["citra", "eko", "budi", "ani"]))
    def assign(self, who: str, coach: str) -> None:
        day, month = self.now.date(), timedelta(days=30)
        whom = self.agency.named(coach).pk
        tugas = Penugasan("pihak_lain", whom, "ST 7", day - month, day + month)
        if coach == "budi":
            tugas = given.BY_BUDI
        self.attempt(perjalanan.assign, who, coaching_id=self.coaching_id, tugas=tugas)

    @rule(who=ANYBODY, sure=st.integers(0, 9))
    def stop(self, who: str, sure: int) -> None:
        if not sure:
            self.attempt(perjalanan.stop, who, coaching_id=self.coaching_id)

    @rule(who=ANYBODY, sure=st.integers(0, 9))
    def close(self, who: str, sure: int) -> None:
        if not sure:
            said = {
                one.pk: perjalanan.Hasil("belum", "x") for one in perjalanan.aims_of(self.coaching)
            }
            facts = {"coaching_id": self.coaching_id, "ringkasan": "x", "hasil": said}
            self.attempt(perjalanan.close, who, **facts)

    def _agreed(self) -> None:
        coach = self.coach
        self.draft(coach)
        self.agree("ani", False)
        self.agree(coach, False)

    @rule()
    def whoever_should_go_on_does(self) -> None:
        """The way through, so that the far states are reached too."""
        if self.coaching.coach is None:
            self.assign("budi", "citra")
        if not Kesepakatan.objects.in_force(self.coaching_id).exists():
            self._agreed()
        one, coach = self.one(), self.coach
        step = {
            "pra_coaching": lambda: self.report("ani"),
            "dilaporkan": lambda: self.schedule(coach, -3),
            "dijadwalkan": lambda: self.write(coach, -3),
            "dicatat": lambda: self.make_ready(coach),
            "menunggu_tanda_tangan": lambda: self.sign(
                "ani" if one.pegawai_pada is None else coach, True, False
            ),
        }.get(one.status, lambda: self.next_session(coach))
        step()

    @invariant()
    def a_signed_form_bears_both_names_under_its_contents(self) -> None:
        if not hasattr(self, "coaching_id"):
            return
        for one in Sesi.objects.filter(coaching=self.coaching_id).with_coaching():
            parties = {one.coaching.pegawai_id, one.coach_id}
            valid = TandaTangan.objects.filter(sesi=one, gugur_pada=None)
            signers = set(valid.values_list("oleh_id", flat=True))
            assert signers <= parties
            assert all(each.sidik == sidik.digest(one) for each in valid)
            assert one.is_signed == (signers == parties)
            assert not one.is_signed or (one.selesai and one.selesai <= self.now)

    @invariant()
    def hours_come_of_signed_forms_and_of_nothing_else(self) -> None:
        if not hasattr(self, "coaching_id"):
            return
        signed = Sesi.objects.filter(coaching=self.coaching_id, status="ditandatangani")
        rows = list(KegiatanBelajar.objects.all())
        assert {row.asal_id for row in rows} == {str(one.pk) for one in signed}
        months = {(row.tanggal.year, row.tanggal.month) for row in rows}
        for month in months:
            held = [row.jp for row in rows if (row.tanggal.year, row.tanggal.month) == month]
            assert sum(held) == min(2 * len(held), 4)

    @invariant()
    def what_was_written_was_agreed_with_that_coach_before(self) -> None:
        if not hasattr(self, "coaching_id"):
            return
        agreed = Kesepakatan.objects.filter(
            coaching=self.coaching_id, status__in=["berlaku", "digantikan"]
        )
        bound = set(agreed.values_list("coach_id", flat=True))
        assert all(one.pegawai_pada and one.coach_pada for one in agreed)
        held = Sesi.objects.filter(
            coaching=self.coaching_id,
            status__in=["dicatat", "menunggu_tanda_tangan", "ditandatangani"],
        )
        assert set(held.values_list("coach_id", flat=True)) <= bound

    @invariant()
    def a_session_under_way_is_of_the_present_coach(self) -> None:
        if not hasattr(self, "coaching_id"):
            return
        under_way = Sesi.objects.filter(coaching=self.coaching_id, status__in=ONGOING)
        assert under_way.count() <= 1
        assert all(one.coach_id == self.coaching.coach_id for one in under_way)


@pytest.mark.django_db
def test_no_sequence_of_acts_reaches_an_unsigned_form_or_unearned_hours() -> None:
    run_state_machine_as_test(
        Signing,
        settings=settings(
            max_examples=20,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
