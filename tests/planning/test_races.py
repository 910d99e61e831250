"""T10: two who act at once on PostgreSQL and SQLite alike; one is done, one is told."""

import threading
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import OperationalError, connection, connections

from bina.core.audit import chains, verify
from bina.core.models import Jejak
from bina.core.workflow import WrongState
from bina.planning.isi import IsiUsul
from bina.planning.models import Skp
from bina.planning.services import changes, steps
from bina.planning.services.refusals import Stale
from bina.planning.workflow import Status
from tests.conftest import TODAY, Agency
from tests.planning import plans
from tests.planning.plans import MOMENT


def at_once(*acts: Callable[[], Any]) -> list[str]:
    """Run the acts in threads that start together; what became of each."""
    gate, found = threading.Barrier(len(acts)), []

    def run(act: Callable[[], Any]) -> None:
        gate.wait()
        try:
            act()
            found.append("done")
        except (WrongState, Stale, Skp.DoesNotExist):
            found.append("told")
        except OperationalError:
            found.append("busy")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return sorted(found)


@pytest.mark.django_db(transaction=True)
def test_two_approvals_at_once_establish_once(agency: Agency) -> None:
    skp = plans.submitted(agency)
    given = {
        "skp_id": skp.pk, "suntingan": skp.suntingan, "pada": MOMENT, "on": TODAY,
    }  # fmt: skip
    budi = [agency.named("budi") for _ in range(2)]
    found = at_once(*(lambda one=one: steps.establish(actor=one, **given) for one in budi))
    assert found == ["done", "told"], connection.vendor
    assert Jejak.objects.filter(tindakan="skp.tetapkan").count() == 1
    assert all(not verify(chain).why for chain in chains())


@pytest.mark.django_db(transaction=True)
def test_establishing_and_withdrawing_at_once_is_one_of_the_two(agency: Agency) -> None:
    skp = plans.submitted(agency)
    given = {"skp_id": skp.pk, "pada": MOMENT, "on": TODAY}
    budi, ani = agency.named("budi"), agency.named("ani")
    found = at_once(
        lambda: steps.establish(suntingan=skp.suntingan, actor=budi, **given),
        lambda: steps.withdraw(actor=ani, **given),
    )
    # Withdrawn first, the plan is a draft again, which the penilai does not even see.
    assert found == ["done", "told"]
    assert Skp.objects.get(pk=skp.pk).status in {Status.DITETAPKAN, Status.DRAF}


@pytest.mark.django_db(transaction=True)
def test_two_decisions_on_a_proposal_make_one_version(agency: Agency) -> None:
    skp = plans.established(agency)
    usul = changes.propose(
        skp_id=skp.pk,
        kunci=skp.hasil_kerja.get(jenis="utama").indikator.all()[0].kunci,
        isi=IsiUsul(Decimal(200), "Bencana"),
        actor=agency.named("ani"),
        pada=MOMENT,
    )
    given: dict[str, Any] = {
        "usul_id": usul.pk, "tanggapan": "Baik", "pada": MOMENT, "on": TODAY,
    }  # fmt: skip
    first, second = agency.named("budi"), agency.named("budi")
    found = at_once(
        lambda: changes.decide(name="setujui", actor=first, **given),
        lambda: changes.decide(name="setujui", actor=second, **given),
    )
    assert found.count("done") == 1
    assert Skp.objects.filter(status=Status.DITETAPKAN).count() == 1
    assert Skp.objects.count() == 2
