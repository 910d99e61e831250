"""No sequence of acts by anybody reaches a confirmed summary that both have not confirmed, or
shows a private note to another."""

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

from bina.core.workflow import WrongState
from bina.dialog import reading
from bina.dialog.models import CatatanPribadi, Dialog, Tindakan
from bina.dialog.services import agenda, dialog
from bina.dialog.services.dialog import IsiTindakan, Rangkuman
from bina.dialog.services.refusals import Refused, Stale
from tests.conftest import NOON, Agency
from tests.dialog import given

CAST = ["ani", "budi", "fitri", "gita", "dewi", "joko", "eko", "citra"]
ANYBODY = st.sampled_from(CAST)
TWO = st.sampled_from(["ani", "budi"])
REFUSALS = (Refused, Stale, WrongState, PermissionDenied, ObjectDoesNotExist)
Content = tuple[str, tuple[tuple[str, int], ...]]


class Talking(RuleBasedStateMachine):
    """Ani's and Budi's dialogues; acts at random days by random people."""

    @initialize()
    def begin(self) -> None:
        self.rollback = transaction.atomic()
        self.rollback.__enter__()
        self.agency = Agency()
        self.now = NOON
        given.planned(self.agency)
        # What each of the two has said yes to, told apart from what the records say.
        self.yes: dict[int, dict[str, Content]] = {}

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.rollback.__exit__(None, None, None)

    @property
    def at(self) -> dict[str, Any]:
        return {"pada": self.now, "on": self.now.date()}

    def one(self) -> Dialog:
        return Dialog.objects.latest("pk")

    def attempt(self, act: Any, who: str, **facts: Any) -> bool:
        try:
            with transaction.atomic():
                act(actor=self.agency.named(who), **facts, **self.at)
        except REFUSALS:
            return False
        return True

    @staticmethod
    def content(one: Dialog) -> Content:
        return one.ringkasan, tuple(one.tindakan.values_list("uraian", "oleh_id"))

    @rule(days=st.integers(1, 9))
    def time_passes(self, days: int) -> None:
        self.now += timedelta(days=days)

    @rule(who=ANYBODY, ahead=st.integers(-1, 5))
    def plan(self, who: str, ahead: int) -> None:
        day = self.now.date() + timedelta(days=ahead)
        facts = {"skp_id": self.one().skp_id, "tanggal": day, "tempat": ""}
        self.attempt(dialog.plan_dialog, who, **facts)

    @rule(who=ANYBODY)
    def start(self, who: str) -> None:
        self.attempt(dialog.begin, who, dialog_id=self.one().pk)

    @rule(who=ANYBODY, words=st.sampled_from(["Satu", "Dua"]), old=st.booleans())
    def sum_up(self, who: str, words: str, old: bool) -> None:
        one = self.one()
        isi = Rangkuman(words, (IsiTindakan(words, "pegawai", self.now.date()),))
        edit = 0 if old else one.suntingan
        self.attempt(dialog.sum_up, who, dialog_id=one.pk, isi=isi, suntingan=edit)

    @rule(who=ANYBODY, old=st.booleans())
    def confirm(self, who: str, old: bool) -> None:
        one = self.one()
        edit = max(one.suntingan - 1, 0) if old else one.suntingan
        if self.attempt(dialog.confirm, who, dialog_id=one.pk, suntingan=edit):
            self.yes.setdefault(one.pk, {})[who] = self.content(one)

    @rule(who=ANYBODY)
    def call_off(self, who: str) -> None:
        self.attempt(dialog.cancel, who, dialog_id=self.one().pk, alasan="Sakit")

    @rule(who=ANYBODY)
    def note(self, who: str) -> None:
        one = self.one()
        kept = CatatanPribadi.objects.filter(dialog=one, penulis=self.agency.named(who)).first()
        facts = {"isi": f"rahasia-{who}", "suntingan": kept.suntingan if kept else 0}
        self.attempt(agenda.note_privately, who, dialog_id=one.pk, **facts)

    @rule(who=ANYBODY)
    def add_point(self, who: str) -> None:
        self.attempt(agenda.add_point, who, dialog_id=self.one().pk, uraian="Butir")

    @rule(who=ANYBODY)
    def finish(self, who: str) -> None:
        for action in Tindakan.objects.filter(selesai_pada=None)[:1]:
            self.attempt(agenda.finish_action, who, tindakan_id=action.pk)

    @rule(who=TWO)
    def whoever_should_go_on_does(self, who: str) -> None:
        """The way through, so that the far states are reached too."""
        one = self.one()
        if one.status == "direncanakan":
            self.start(who)
        elif one.status == "berlangsung":
            self.sum_up(who, "Satu", False)
        elif one.status == "dirangkum":
            self.confirm("ani" if one.pegawai_pada is None else "budi", False)
        else:
            self.plan(who, 0)

    @invariant()
    def a_confirmed_summary_is_the_one_both_said_yes_to(self) -> None:
        if not hasattr(self, "yes"):
            return
        for one in Dialog.objects.all():
            said = self.yes.get(one.pk, {})
            standing = {who for who, what in said.items() if what == self.content(one)}
            assert set(said) <= {"ani", "budi"}
            if one.is_confirmed:
                assert standing == {"ani", "budi"}
            assert one.pegawai_pada is None or "ani" in standing
            assert one.penilai_pada is None or "budi" in standing

    @invariant()
    def a_private_note_shows_to_its_writer_alone(self) -> None:
        if not hasattr(self, "yes"):
            return
        on = self.now.date()
        assert not CatatanPribadi.objects.exclude(penulis__nama__in=["Ani", "Budi"]).exists()
        for who in CAST:
            user = self.agency.named(who)
            seen = CatatanPribadi.objects.visible_to(user, on=on)
            assert {each.isi for each in seen} <= {f"rahasia-{who}"}
            for one in Dialog.objects.visible_to(user, on=on).with_people():
                assert reading.note_form(one, user, on).initial["isi"] in {"", f"rahasia-{who}"}

    @invariant()
    def what_is_agreed_and_not_done_carries_forward(self) -> None:
        if not hasattr(self, "yes"):
            return
        one = self.one()
        agreed = Tindakan.objects.filter(dialog__status="dikonfirmasi", selesai_pada=None)
        carried = {each.tindakan for each in reading.carried(one, self.now.date())}
        assert carried == (set(agreed[:50]) if one.is_ongoing else set())


@pytest.mark.django_db
def test_no_sequence_of_acts_confirms_for_another_or_shows_a_private_note() -> None:
    run_state_machine_as_test(
        Talking,
        settings=settings(
            max_examples=10,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
