"""A substitute for a penilai on leave: who names them, what they may do, and until when."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from bina.access import policy
from bina.accounts.models import Orang
from bina.core.workflow import WrongState
from bina.monitoring.janji import relation_of
from bina.planning import door
from bina.planning.models import PenggantiPenilai, Skp
from bina.planning.penilai.services import pengganti
from bina.planning.services import steps
from bina.planning.services.refusals import Refused
from bina.planning.workflow import Status
from tests.conftest import TODAY, Agency
from tests.planning import plans

DAY = timedelta(days=1)


def appointed(
    agency: Agency,
    who: str = "gita",
    by: str = "budi",
    days: tuple[date, date] = (TODAY, TODAY + 7 * DAY),
    **changes: Any,
) -> PenggantiPenilai:
    """Gita stands in for Budi this week."""
    return pengganti.appoint(
        **{
            "penilai_id": agency.budi.pk,
            "pengganti_id": agency.named(who).pk,
            "mulai": days[0],
            "selesai": days[1],
            "alasan": "Cuti tahunan, surat 12/2026",
            "actor": agency.named(by),
            "pada": plans.MOMENT,
            "on": TODAY,
            **changes,
        }
    )


def fresh(agency: Agency, who: str) -> Any:
    """The person as the next request meets them: with nothing remembered."""
    return Orang.objects.get(pk=agency.named(who).pk)


def test_the_substitute_reviews_and_establishes_in_the_place_of_the_penilai(
    agency: Agency,
) -> None:
    skp = plans.submitted(agency)
    appointed(agency)
    done = steps.establish(
        skp_id=skp.pk,
        suntingan=skp.suntingan,
        actor=fresh(agency, "gita"),
        pada=plans.MOMENT,
        on=TODAY,
    )
    assert (done.penilai, done.ditetapkan_oleh) == (agency.budi, agency.gita)
    assert plans.acts()[-2:] == ["pengganti_penilai.catat", "skp.tetapkan"]


def test_the_substitute_sends_back_and_reads_like_the_penilai(agency: Agency) -> None:
    skp = plans.submitted(agency)
    appointed(agency)
    gita = fresh(agency, "gita")
    assert Skp.objects.visible_to(gita, on=TODAY).contains(skp)
    back = steps.send_back(
        skp_id=skp.pk,
        alasan="Target terlalu rendah",
        suntingan=skp.suntingan,
        actor=gita,
        pada=plans.MOMENT,
        on=TODAY,
    )
    assert back.status == Status.DIKEMBALIKAN


@pytest.mark.parametrize("day", [TODAY - DAY, TODAY + 8 * DAY])
def test_outside_the_days_the_substitute_is_a_stranger(agency: Agency, day: date) -> None:
    skp = plans.submitted(agency)
    appointed(agency)
    gita = fresh(agency, "gita")
    assert not Skp.objects.visible_to(gita, on=day).contains(skp)
    assert not policy.users_who_may("skp.tetapkan", skp, on=day).contains(agency.gita)


def test_the_question_who_may_answers_the_same_both_ways(agency: Agency) -> None:
    skp = plans.submitted(agency)
    appointed(agency)
    may = policy.users_who_may("skp.tetapkan", skp, on=TODAY)
    assert set(may) == {agency.budi, agency.gita}
    assert policy.may(fresh(agency, "gita"), "skp.tetapkan", skp, on=TODAY)


def test_nobody_establishes_their_own_plan_by_standing_in(agency: Agency) -> None:
    skp = plans.submitted(agency)
    appointed(agency, "ani")
    with pytest.raises(PermissionDenied):
        steps.establish(
            skp_id=skp.pk,
            suntingan=skp.suntingan,
            actor=fresh(agency, "ani"),
            pada=plans.MOMENT,
            on=TODAY,
        )


def test_standing_in_does_not_pass_on_the_right_to_evaluate(agency: Agency) -> None:
    skp = plans.established(agency)
    appointed(agency)
    assert not policy.may(fresh(agency, "gita"), "penilaian.nilai", skp, on=TODAY)


def test_feedback_of_the_substitute_counts_as_the_leaders(agency: Agency) -> None:
    skp = plans.established(agency)
    appointed(agency)
    gita = fresh(agency, "gita")
    assert policy.may(gita, "pemantauan.beri_umpan_balik", skp, on=TODAY)
    assert relation_of(gita, door.plan(skp.pk), on=TODAY) == "pimpinan"


def test_revoked_the_substitute_may_nothing_more_and_what_they_did_stands(agency: Agency) -> None:
    skp = plans.submitted(agency)
    line = appointed(agency)
    pengganti.revoke(pengganti_id=line.pk, actor=agency.budi, pada=plans.MOMENT, on=TODAY)
    assert not Skp.objects.visible_to(fresh(agency, "gita"), on=TODAY).contains(skp)
    with pytest.raises(WrongState):
        pengganti.revoke(pengganti_id=line.pk, actor=agency.dewi, pada=plans.MOMENT, on=TODAY)


@pytest.mark.parametrize("by", ["budi", "fitri", "dewi"])
def test_the_penilai_their_superior_and_the_manager_may_name_one(agency: Agency, by: str) -> None:
    assert appointed(agency, by=by).pengganti == agency.gita


@pytest.mark.parametrize("by", ["ani", "eko", "gita", "hadi", "indra", "joko"])
def test_nobody_else_names_a_substitute(agency: Agency, by: str) -> None:
    with pytest.raises(Orang.DoesNotExist):
        appointed(agency, by=by)


def test_a_superior_may_step_in_and_a_manager_may_not_name_themselves(agency: Agency) -> None:
    with pytest.raises(Refused, match="menunjuk diri sendiri"):
        appointed(agency, "dewi", by="dewi")
    assert appointed(agency, "fitri", by="fitri").pengganti == agency.fitri


def test_one_substitute_a_day_and_none_who_is_away_themselves(agency: Agency) -> None:
    appointed(agency)
    with pytest.raises(Refused, match="sudah ada pengganti"):
        appointed(agency, "fitri", days=(TODAY + 7 * DAY, TODAY + 9 * DAY))
    with pytest.raises(Refused, match="sendiri sedang digantikan"):
        appointed(agency, "budi", by="gita", penilai_id=agency.gita.pk)


def test_whoever_is_judged_by_one_of_the_people_cannot_judge_them(agency: Agency) -> None:
    """Ani reports to Budi, Budi to Fitri: Ani cannot stand in for Fitri and judge Budi."""
    with pytest.raises(Refused, match="dinilai oleh salah satu"):
        appointed(agency, "ani", by="fitri", penilai_id=agency.fitri.pk)
    assert appointed(agency, "budi", by="fitri", penilai_id=agency.fitri.pk)


def test_days_that_make_no_sense_are_refused_in_words(agency: Agency) -> None:
    for days in ((TODAY, TODAY - DAY), (TODAY - 9 * DAY, TODAY - DAY)):
        with pytest.raises(Refused, match="Perbaiki tanggalnya"):
            appointed(agency, days=days)
    with pytest.raises(Refused, match="orang lain"):
        appointed(agency, "budi")


def raw(agency: Agency, penilai: str, other: str) -> None:
    with transaction.atomic():
        PenggantiPenilai.objects.create(
            penilai=agency.named(penilai),
            pengganti=agency.named(other),
            mulai=TODAY,
            selesai=TODAY,
            alasan="Cuti",
            ditunjuk_oleh=agency.dewi,
            dibuat=plans.MOMENT,
        )


def test_the_database_itself_refuses_two_on_a_day_and_a_circle_of_two(agency: Agency) -> None:
    raw(agency, "budi", "gita")
    for penilai, other in (("budi", "fitri"), ("gita", "budi"), ("fitri", "fitri")):
        with pytest.raises(IntegrityError):
            raw(agency, penilai, other)


def test_the_page_names_a_substitute_and_lists_them(agency: Agency, browser_of: Any) -> None:
    client, today = browser_of(agency.budi), timezone.localdate()
    address = reverse("planning:pengganti")
    sent = {
        "penilai": agency.budi.nip,
        "pengganti": agency.gita.nip,
        "mulai": today,
        "selesai": today,
        "alasan": "Cuti",
    }
    assert client.post(address, sent).status_code == 302
    shown = client.get(address).content.decode()
    assert "Gita" in shown
    assert "Cabut" in shown
    line = PenggantiPenilai.objects.get()
    client.post(reverse("planning:cabut_pengganti", args=[line.pk]))
    assert "Dicabut" in client.get(address).content.decode()
    again = client.post(reverse("planning:cabut_pengganti", args=[line.pk]), follow=True)
    assert "sudah dicabut" in again.content.decode()


def test_a_refused_substitute_keeps_what_was_typed(agency: Agency, browser_of: Any) -> None:
    sent = {
        "penilai": agency.budi.nip,
        "pengganti": agency.budi.nip,
        "mulai": timezone.localdate(),
        "selesai": timezone.localdate(),
        "alasan": "Cuti besar",
    }
    client = browser_of(agency.budi)
    shown = client.post(reverse("planning:pengganti"), sent).content.decode()
    assert "Pengganti harus orang lain" in shown
    assert "Cuti besar" in shown
    told = browser_of(agency.eko).post(reverse("planning:pengganti"), sent).content.decode()
    assert "tidak dapat menunjuk pengganti bagi orang ini" in told


def test_what_waits_for_the_penilai_waits_for_the_substitute(
    agency: Agency, browser_of: Any
) -> None:
    today = timezone.localdate()
    skp = plans.submitted(agency, on=today)
    appointed(agency, days=(today, today), on=today)
    client = browser_of(agency.gita)
    assert "Ani" in client.get(reverse("planning:tinjauan")).content.decode()
    assert client.get(reverse("planning:tinjau", args=[skp.pk])).status_code == 200


def test_the_list_costs_the_same_however_long(
    agency: Agency, browser_of: Any, django_assert_num_queries: Any
) -> None:
    client, today = browser_of(agency.dewi), timezone.localdate()
    appointed(agency, by="dewi", days=(today, today), on=today)
    client.get(reverse("planning:pengganti"))
    with django_assert_num_queries(8):
        client.get(reverse("planning:pengganti"))
    for number in range(1, 5):
        appointed(agency, by="dewi", days=(today + number * DAY, today + number * DAY), on=today)
    with django_assert_num_queries(8):
        client.get(reverse("planning:pengganti"))
