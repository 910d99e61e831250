"""Who may do what with an SKP and a proposal: the whole matrix, one line a step."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from bina.access import policy
from bina.access.tables import TABLES
from bina.planning.isi import IsiUsul
from bina.planning.models import Skp, UsulPerubahan
from bina.planning.pembatalan import services as pembatalan
from bina.planning.services import changes, drafting, steps, versions
from bina.planning.workflow import SKP, USUL_PERUBAHAN
from tests.access import agreement
from tests.conftest import TODAY, Agency
from tests.planning import plans

CAST = ("ani", "budi", "fitri", "eko", "gita", "citra", "dewi", "hadi", "indra", "joko", "lestari")
DONE, FORBIDDEN, UNSEEN = "done", "forbidden", "unseen"
D, F, U = DONE, FORBIDDEN, UNSEEN

#  step            laid        ani budi fitri eko gita citra dewi hadi indra joko lestari
MATRIX = [
    ("ajukan", "draft", D, U, U, U, U, U, U, U, U, U, U),
    ("batalkan", "draft", D, U, U, U, U, U, U, U, U, U, U),
    ("tarik", "submitted", D, F, U, U, U, U, U, U, U, U, U),
    ("kembalikan", "submitted", F, D, U, U, U, U, U, U, U, U, U),
    ("tetapkan", "submitted", F, D, U, U, U, U, U, U, U, U, U),
    ("isi_ekspektasi", "submitted", F, D, U, U, U, U, U, U, U, U, U),
    ("nyatakan_batal", "established", F, F, F, U, U, U, F, U, F, U, U),
    ("ubah", "draft", D, U, U, U, U, U, U, U, U, U, U),
    ("susun_perubahan", "established", D, F, F, U, U, U, F, U, F, U, U),
    ("usulkan_perubahan", "established", D, F, F, U, U, U, F, U, F, U, U),
]
CASES = [
    pytest.param(step, laid, who, answer, id=f"{step}-{who}")
    for step, laid, *answers in MATRIX
    for who, answer in zip(CAST, answers, strict=True)
]


def act(step: str, skp: Skp, given: dict[str, Any]) -> Any:
    seen = {"suntingan": skp.suntingan, **given}
    kunci = skp.hasil_kerja.get(jenis="utama").indikator.all()[0].kunci
    acts = {
        "ajukan": lambda: steps.submit(**given),
        "batalkan": lambda: steps.cancel(**given),
        "tarik": lambda: steps.withdraw(**given),
        "kembalikan": lambda: steps.send_back(alasan="Target terlalu rendah", **seen),
        "tetapkan": lambda: steps.establish(**seen),
        "isi_ekspektasi": lambda: steps.fill_ekspektasi(isi={"loyal": "x"}, **seen),
        "ubah": lambda: drafting.save_ekspektasi(isi={"loyal": "x"}, **seen),
        "nyatakan_batal": lambda: pembatalan.void(sebab="ganda", alasan="Keliru", **given),
        "susun_perubahan": lambda: versions.start_change(**plans.CHANGE, **given),
        "usulkan_perubahan": lambda: changes.propose_own(
            kunci=kunci, isi=IsiUsul(Decimal(1), "Bencana"), **given
        ),
    }
    return acts[step]()


@pytest.mark.parametrize(("step", "laid", "who", "answer"), CASES)
def test_step(agency: Agency, step: str, laid: str, who: str, answer: str) -> None:
    skp = getattr(plans, laid)(agency)
    given = {"skp_id": skp.pk, "actor": agency.named(who), "pada": plans.MOMENT, "on": TODAY}
    try:
        act(step, skp, given)
        found = DONE
    except PermissionDenied:
        found = FORBIDDEN
    except Skp.DoesNotExist:
        found = UNSEEN
    assert found == answer


def test_no_step_is_missing_from_the_matrix() -> None:
    # `gantikan` is done by establishing the next version, never by a person alone.
    assert {row[0] for row in MATRIX} >= set(SKP.steps) - {"gantikan"}


USUL_MATRIX = [
    ("setujui", F, D, F, U, U, U, F, U, F, U, U),
    ("tolak", F, D, F, U, U, U, F, U, F, U, U),
    ("tarik", D, F, F, U, U, U, F, U, F, U, U),
]
USUL_CASES = [
    pytest.param(step, who, answer, id=f"{step}-{who}")
    for step, *answers in USUL_MATRIX
    for who, answer in zip(CAST, answers, strict=True)
]


def proposed(agency: Agency, skp: Skp | None = None, by: str = "ani") -> UsulPerubahan:
    skp = skp or plans.established(agency)
    return changes.propose(
        skp_id=skp.pk,
        kunci=skp.hasil_kerja.get(jenis="utama").indikator.all()[0].kunci,
        isi=IsiUsul(Decimal(200), "Dua desa tidak terjangkau"),
        actor=agency.named(by),
        pada=plans.MOMENT,
    )


@pytest.mark.parametrize(("step", "who", "answer"), USUL_CASES)
def test_proposal(agency: Agency, step: str, who: str, answer: str) -> None:
    usul = proposed(agency)
    try:
        changes.decide(
            usul_id=usul.pk,
            name=step,
            tanggapan="Baik",
            actor=agency.named(who),
            pada=plans.MOMENT,
            on=TODAY,
        )
        found = DONE
    except PermissionDenied:
        found = FORBIDDEN
    except UsulPerubahan.DoesNotExist:
        found = UNSEEN
    assert found == answer


def test_no_decision_is_missing_from_the_matrix() -> None:
    assert {row[0] for row in USUL_MATRIX} == set(USUL_PERUBAHAN.steps)


def test_list_record_and_people_agree_on_every_act(agency: Agency, other_agency: Agency) -> None:
    """`scope` (a query), `may` (a check) and `users_who_may` are three sayings of one rule."""
    plans.draft(agency, "eko")
    plans.submitted(agency, "dewi")
    running = plans.established(agency)
    proposed(agency, running)
    other = plans.established(other_agency)
    proposed(other_agency, other, by="citra")
    for noun in ("skp", "usul_perubahan"):
        agreement.say_the_same(noun, agreement.people(agency, other_agency))


def test_nothing_of_one_agency_shows_in_another(agency: Agency, other_agency: Agency) -> None:
    plans.established(agency)
    for user in other_agency.everybody().values():
        assert not Skp.objects.visible_to(user, on=TODAY).exists()


def test_a_coach_who_proposed_reads_the_proposal_and_does_not_decide(agency: Agency) -> None:
    usul = proposed(agency, by="citra")
    citra = agency.named("citra")
    assert policy.permitted(
        citra, [f"usul_perubahan.{name}" for name in ("lihat", "setujui", "tarik")], usul, on=TODAY
    ) == {"usul_perubahan.lihat", "usul_perubahan.tarik"}
    assert not policy.may(citra, "skp.lihat", usul.skp, on=TODAY)


def test_a_person_recorded_as_their_own_penilai_establishes_nothing(agency: Agency) -> None:
    """T4: the database keeps the two apart, and the table refuses whoever is both."""
    skp = plans.submitted(agency)
    assert not policy.may(agency.named("ani"), "skp.tetapkan", skp, on=TODAY)
    rule = TABLES["skp"].actions["tetapkan"]
    assert "diri" in rule.never


def test_todays_superior_of_others_is_nobody_here(agency: Agency) -> None:
    """T3: the penilai is the one on the record, whoever heads the unit later."""
    skp = plans.submitted(agency)
    agency.record_superior(agency.ani, agency.gita)
    assert policy.may(agency.named("budi"), "skp.tetapkan", skp, on=TODAY)
    assert not policy.may(agency.named("gita"), "skp.lihat", skp, on=TODAY)
