"""No sequence of acts by anybody edits a locked plan, establishes one's own, or leaves two."""

import contextlib
from collections.abc import Callable
from decimal import Decimal
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
from bina.planning.isi import IsiUsul
from bina.planning.models import Skp, UsulPerubahan
from bina.planning.reading import plans
from bina.planning.rencana import Rencana
from bina.planning.services import changes, drafting, steps, versions
from bina.planning.services.refusals import Refused, Stale
from bina.planning.workflow import AGREED, Status
from tests.conftest import TODAY, Agency
from tests.planning import plans as laid
from tests.planning.plans import MOMENT

REFUSALS = (WrongState, Stale, Refused, PermissionDenied, ObjectDoesNotExist)
ANNEX = {name: ["x"] for name in ("sumber_daya", "pertanggungjawaban", "konsekuensi")}
CAST = ["ani", "budi", "fitri", "eko", "gita", "dewi", "joko"]
# What may be tried, and who of the cast may; often they do it, and often on the newest plan, so
# that the sequences get somewhere.
ACTS = {
    "mulai": "ani",
    "ubah": "ani",
    "ajukan": "ani",
    "tarik": "ani",
    "batalkan": "ani",
    "kembalikan": "budi",
    "isi": "budi",
    "tetapkan": "budi",
    "susun_perubahan": "ani",
    "usulkan": "ani",
    "putuskan": "budi",
}
FORWARD = ["ajukan", "tetapkan", "susun_perubahan", "usulkan", "putuskan"]
NAMES = st.sampled_from([*ACTS, *FORWARD, *FORWARD])
WHO = st.sampled_from(["", "", "", "", *CAST])
WHICH = st.sampled_from([-1, -1, -1, -1, 0, 1, 2])


def parts(rencana: Rencana) -> Any:
    """What was agreed, without the state that may still go on to `digantikan`."""
    return rencana.hasil, rencana.perilaku, rencana.penilai_id, rencana.mulai, rencana.selesai


class Workflow(RuleBasedStateMachine):
    """Ani's plan in the hands of the whole cast."""

    @initialize(begun=st.sampled_from([laid.draft, laid.submitted, laid.established]))
    def lay(self, begun: Callable[[Agency], Skp]) -> None:
        self.agency = Agency()
        self.agreed: dict[int, Any] = {}
        begun(self.agency)

    def attempt(self, act: Callable[..., Any], who: str, which: int, **more: Any) -> None:
        """Any of the plans, in its latest state, by anybody; refused or done, never half done."""
        rows = list(Skp.objects.order_by("pk"))
        skp = rows[which % len(rows)]
        if more.pop("seen", False):
            more["suntingan"] = skp.suntingan
        with contextlib.suppress(*REFUSALS), transaction.atomic():
            act(skp_id=skp.pk, actor=self.agency.named(who), pada=MOMENT, on=TODAY, **more)

    @rule(name=NAMES, who=WHO, which=WHICH, amount=st.integers(min_value=0, max_value=3))
    def turn(self, name: str, who: str, which: int, amount: int) -> None:
        """Somebody tries something, out of turn or in it."""
        getattr(self, name)(who or ACTS[name], which, amount)

    def mulai(self, who: str, which: int, amount: int) -> None:
        with contextlib.suppress(*REFUSALS), transaction.atomic():
            laid.draft(self.agency)

    def ubah(self, who: str, which: int, amount: int) -> None:
        self.attempt(drafting.save_lampiran, who, which, seen=True, isi=ANNEX)
        result = {"hasil_id": None, "isi": laid.surat(uraian=f"Hasil {amount}")}
        self.attempt(drafting.save_result, who, which, seen=True, **result)

    def ajukan(self, who: str, which: int, amount: int) -> None:
        self.attempt(steps.submit, who, which)

    def tarik(self, who: str, which: int, amount: int) -> None:
        self.attempt(steps.withdraw, who, which)

    def batalkan(self, who: str, which: int, amount: int) -> None:
        self.attempt(steps.cancel, who, which)

    def kembalikan(self, who: str, which: int, amount: int) -> None:
        self.attempt(steps.send_back, who, which, seen=True, alasan="Kurang")

    def isi(self, who: str, which: int, amount: int) -> None:
        for act in (steps.fill_ekspektasi, drafting.save_ekspektasi):
            self.attempt(act, who, which, seen=True, isi={"loyal": str(amount)})

    def tetapkan(self, who: str, which: int, amount: int) -> None:
        self.attempt(steps.establish, who, which, seen=True)

    def susun_perubahan(self, who: str, which: int, amount: int) -> None:
        self.attempt(versions.start_change, who, which, alasan="Prioritas berubah")

    def usulkan(self, who: str, which: int, amount: int) -> None:
        first = Skp.objects.order_by("pk")[0].hasil_kerja.filter(jenis="utama")[0]
        kunci = first.indikator.all()[0].kunci
        isi = IsiUsul(Decimal(amount), "Bencana")
        self.attempt(changes.propose_own, who, which, kunci=kunci, isi=isi)

    def putuskan(self, who: str, which: int, amount: int) -> None:
        usul = UsulPerubahan.objects.order_by("-pk").first()
        if usul is None:
            return
        with contextlib.suppress(*REFUSALS), transaction.atomic():
            changes.decide(
                usul_id=usul.pk,
                name=["setujui", "setujui", "tolak", "tarik"][amount],
                tanggapan="Baik",
                actor=self.agency.named(who),
                pada=MOMENT,
                on=TODAY,
            )

    @invariant()
    def an_agreed_plan_stays_as_it_was(self) -> None:
        ids = list(Skp.objects.filter(status__in=AGREED).values_list("pk", flat=True))
        now = {pk: parts(one) for pk, one in plans(ids).items()}
        assert self.agreed.keys() <= now.keys()
        assert all(now[pk] == was for pk, was in self.agreed.items())
        self.agreed = now

    @invariant()
    def nobody_establishes_their_own_and_the_penilai_alone_does(self) -> None:
        for one in Skp.objects.filter(status__in=AGREED):
            assert one.ditetapkan_oleh_id == one.penilai_id == self.agency.budi.pk
            assert one.ditetapkan_oleh_id != one.pegawai_id

    @invariant()
    def one_version_runs_at_most(self) -> None:
        running = Skp.objects.filter(status=Status.DITETAPKAN)
        assert running.count() <= 1


@pytest.mark.django_db
def test_no_sequence_of_acts_breaks_the_plan() -> None:
    class Case(Workflow):
        """A fresh agency for each run, taken back at its end."""

        def __init__(self) -> None:
            super().__init__()
            self.block = transaction.atomic()
            self.block.__enter__()

        def teardown(self) -> None:
            transaction.set_rollback(True)
            self.block.__exit__(None, None, None)

    run_state_machine_as_test(
        Case,
        settings=settings(
            max_examples=15,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
