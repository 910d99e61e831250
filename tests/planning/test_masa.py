"""The planning period of a year: who sets it, for whom it holds, and what it refuses."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from bina.core.workflow import WrongState
from bina.people.models import Penempatan, Unit
from bina.planning.gate import period_of
from bina.planning.masa.services import masa
from bina.planning.masa.services.masa import Hari
from bina.planning.models import MasaPerencanaan, PerubahanMasa, Skp
from bina.planning.services import steps
from bina.planning.services.refusals import Refused, Stale
from bina.planning.workflow import Status
from tests.conftest import NEW_YEAR, TODAY, Agency
from tests.planning import plans

DAY = timedelta(days=1)
JANUARY = Hari(NEW_YEAR, date(2026, 1, 24), NEW_YEAR, date(2026, 1, 31))
NOW = Hari(NEW_YEAR, TODAY, NEW_YEAR, TODAY + 7 * DAY)


def opened(
    agency: Agency, hari: Hari = JANUARY, unit: Unit | None = None, by: str = "dewi"
) -> MasaPerencanaan:
    return masa.open_period(
        unit_id=(unit or agency.setda).pk,
        tahun=2026,
        hari=hari,
        actor=agency.named(by),
        pada=plans.MOMENT,
        on=TODAY,
    )


def changed(agency: Agency, one: MasaPerencanaan, nama: str, **changes: Any) -> MasaPerencanaan:
    given = {
        "masa_id": one.pk,
        "nama": nama,
        "hari": NOW,
        "alasan": "Perjanjian kinerja terlambat ditetapkan",
        "suntingan": one.suntingan,
        "actor": agency.named("dewi"),
        "pada": plans.MOMENT,
        "on": TODAY,
    }
    return masa.change_period(**{**given, **changes})


def settled(agency: Agency) -> None:
    """Everybody has been in their position for long: nobody has days of their own."""
    Penempatan.objects.update(mulai=date(2024, 1, 1))


def test_before_any_period_is_set_up_plans_are_made_on_any_day(agency: Agency) -> None:
    assert plans.established(agency).status == Status.DITETAPKAN


def test_outside_the_days_no_plan_is_begun_and_the_words_name_whom_to_ask(agency: Agency) -> None:
    settled(agency)
    opened(agency)
    with pytest.raises(Refused, match=r"1 Januari 2026 sampai 24 Januari 2026.*Minta Dewi"):
        plans.started(agency)


def test_outside_the_days_nothing_is_submitted_and_the_draft_stays(agency: Agency) -> None:
    settled(agency)
    skp = plans.draft(agency)
    opened(agency)
    with pytest.raises(Refused, match="Isian Anda tetap tersimpan"):
        steps.submit(**plans.by(agency, "ani", skp))
    assert plans.now(skp).status == Status.DRAF


def test_outside_the_days_nothing_is_established(agency: Agency) -> None:
    settled(agency)
    skp = plans.submitted(agency)
    opened(agency)
    with pytest.raises(Refused, match="31 Januari 2026"):
        steps.establish(**plans.by(agency, "budi", skp, suntingan=skp.suntingan))
    assert plans.now(skp).status == Status.DIAJUKAN


def test_within_the_days_plans_are_made_as_ever(agency: Agency) -> None:
    settled(agency)
    opened(agency, NOW)
    assert plans.established(agency).status == Status.DITETAPKAN


def test_a_plan_sent_back_is_submitted_again_as_long_as_plans_are_established(
    agency: Agency,
) -> None:
    settled(agency)
    skp = plans.submitted(agency)
    given = plans.by(agency, "budi", skp, alasan="Target terlalu rendah", suntingan=skp.suntingan)
    steps.send_back(**given)
    opened(agency, Hari(NEW_YEAR, TODAY - DAY, NEW_YEAR, TODAY))
    assert steps.submit(**plans.by(agency, "ani", skp)).status == Status.DIAJUKAN
    with pytest.raises(Refused):
        plans.started(agency, "eko")


def test_a_change_during_the_year_does_not_wait_for_the_days(agency: Agency) -> None:
    settled(agency)
    skp = plans.established(agency)
    opened(agency)
    assert plans.versions_next(agency, skp).versi == 2


@pytest.mark.parametrize(("days", "done"), [(30, True), (31, False)])
def test_who_is_newly_placed_has_days_of_their_own(agency: Agency, days: int, done: bool) -> None:
    settled(agency)
    opened(agency)
    Penempatan.objects.filter(orang=agency.ani).update(mulai=TODAY - days * DAY)
    if done:
        assert plans.submitted(agency).status == Status.DIAJUKAN
    else:
        with pytest.raises(Refused):
            plans.started(agency)


@pytest.mark.parametrize(("days", "done"), [(45, True), (46, False)])
def test_their_penilai_has_a_little_longer(agency: Agency, days: int, done: bool) -> None:
    settled(agency)
    skp = plans.submitted(agency)
    opened(agency)
    Penempatan.objects.filter(orang=agency.ani).update(mulai=TODAY - days * DAY)
    given = plans.by(agency, "budi", skp, suntingan=skp.suntingan)
    if done:
        assert steps.establish(**given).status == Status.DITETAPKAN
    else:
        with pytest.raises(Refused):
            steps.establish(**given)


def test_the_units_own_period_stands_before_that_of_the_unit_above(agency: Agency) -> None:
    settled(agency)
    above, own = opened(agency), opened(agency, NOW, agency.umum)
    assert period_of(agency.umum.pk, 2026) == own
    assert period_of(agency.hukum.pk, 2026) == above
    assert period_of(agency.umum.pk, 2027) is None
    assert plans.started(agency).status == Status.DRAF
    with pytest.raises(Refused, match="Sekretariat Daerah"):
        plans.started(agency, "citra")


def test_a_closed_period_refuses_also_within_its_days_until_it_is_opened_again(
    agency: Agency,
) -> None:
    settled(agency)
    one = opened(agency, NOW)
    one = changed(agency, one, "tutup")
    with pytest.raises(Refused, match="sudah ditutup"):
        plans.started(agency)
    changed(agency, one, "buka_lagi")
    assert plans.started(agency).status == Status.DRAF
    assert [each.jenis for each in PerubahanMasa.objects.order_by("pk")] == [
        "buka", "tutup", "buka_lagi",
    ]  # fmt: skip
    assert plans.acts()[:3] == [
        "masa_perencanaan.buka", "masa_perencanaan.tutup", "masa_perencanaan.buka_lagi",
    ]  # fmt: skip


def test_extended_the_days_hold_and_the_reason_is_kept(agency: Agency) -> None:
    settled(agency)
    changed(agency, opened(agency), "ubah")
    assert plans.started(agency).status == Status.DRAF
    assert PerubahanMasa.objects.first().alasan.startswith("Perjanjian kinerja")


@pytest.mark.parametrize(
    ("who", "unit", "may"),
    [
        ("dewi", "setda", True),
        ("hadi", "hukum", True),
        ("hadi", "umum", False),
        ("hadi", "setda", False),
        ("budi", "umum", False),
        ("indra", "setda", False),
        ("joko", "setda", False),
    ],
)
def test_only_who_looks_after_a_unit_sets_its_period(
    agency: Agency, who: str, unit: str, may: bool
) -> None:
    if may:
        assert opened(agency, unit=getattr(agency, unit), by=who)
    else:
        with pytest.raises(Unit.DoesNotExist):
            opened(agency, unit=getattr(agency, unit), by=who)


def test_an_auditor_reads_and_does_not_change(agency: Agency) -> None:
    one = opened(agency)
    assert MasaPerencanaan.objects.visible_to(agency.indra, on=TODAY).contains(one)
    with pytest.raises(PermissionDenied):
        changed(agency, one, "tutup", actor=agency.named("indra"))
    with pytest.raises(MasaPerencanaan.DoesNotExist):
        changed(agency, one, "tutup", actor=agency.named("hadi"))


def test_what_makes_no_sense_is_refused_in_words(agency: Agency) -> None:
    for hari, words in (
        (Hari(TODAY, TODAY - DAY, TODAY, TODAY), "sebelum hari pertama"),
        (Hari(TODAY, TODAY, TODAY - DAY, TODAY), "sebelum penyusunan"),
        (Hari(date(2023, 1, 1), TODAY, TODAY, TODAY), "terlalu jauh"),
    ):
        with pytest.raises(Refused, match=words):
            opened(agency, hari)
    one = opened(agency)
    with pytest.raises(Refused, match="sudah ada"):
        opened(agency)
    with pytest.raises(Refused, match="alasannya"):
        changed(agency, one, "tutup", alasan=" ")
    with pytest.raises(WrongState):
        changed(agency, one, "buka_lagi")
    with pytest.raises(Stale):
        changed(agency, one, "tutup", suntingan=7)


def test_the_database_holds_the_order_of_the_days(agency: Agency) -> None:
    one = opened(agency)
    for name in ("susun_selesai", "tetapkan_selesai"):
        with pytest.raises(IntegrityError), transaction.atomic():
            MasaPerencanaan.objects.filter(pk=one.pk).update(**{name: date(2025, 12, 31)})


def sent(hari: Hari, **more: Any) -> dict[str, Any]:
    return {name: getattr(hari, name) for name in Hari.__slots__} | more


def test_the_pages_open_change_and_close_a_period(agency: Agency, browser_of: Any) -> None:
    client = browser_of(agency.dewi)
    hari = sent(JANUARY, unit=agency.setda.pk, tahun=2026)
    assert client.post(reverse("planning:masa"), hari).status_code == 302
    assert "Sekretariat Daerah" in client.get(reverse("planning:masa")).content.decode()
    one = MasaPerencanaan.objects.get()
    address = reverse("planning:masa_rinci", args=[one.pk])
    bare = client.post(address, sent(NOW, langkah="ubah", suntingan=0, alasan=""))
    assert "id_alasan" in bare.content.decode()
    change = sent(NOW, langkah="ubah", suntingan=0, alasan="SE Bupati 3")
    assert client.post(address, change).status_code == 302
    stale = client.post(address, change | {"alasan": "Kedua kali"})
    assert stale.status_code == 409
    assert "Kedua kali" in stale.content.decode()
    assert "SE Bupati 3" in client.get(address).content.decode()


def test_a_refused_plan_says_why_on_the_page(agency: Agency, browser_of: Any) -> None:
    settled(agency)
    today = timezone.localdate()
    skp = plans.draft(agency, on=today)
    masa.open_period(
        unit_id=agency.setda.pk,
        tahun=today.year,
        hari=Hari(*[date(today.year, 1, 1)] * 4),
        actor=agency.named("dewi"),
        pada=plans.MOMENT,
        on=today,
    )
    client = browser_of(agency.ani)
    told = client.post(reverse("planning:ajukan", args=[skp.pk]), follow=True).content.decode()
    assert "Minta Dewi" in told
    held = Penempatan.objects.get(orang=agency.eko)
    begin = {"penempatan": held.pk, "pendekatan": "kuantitatif"}
    answer = browser_of(agency.eko).post(reverse("planning:mulai"), begin)
    assert "Minta Dewi" in answer.content.decode()
    assert not Skp.objects.filter(pegawai=agency.eko.pk).exists()


def test_the_list_costs_the_same_however_long(
    agency: Agency, browser_of: Any, django_assert_num_queries: Any
) -> None:
    opened(agency)
    client = browser_of(agency.dewi)
    client.get(reverse("planning:masa"))
    with django_assert_num_queries(7):
        client.get(reverse("planning:masa"))
    opened(agency, unit=agency.umum)
    opened(agency, unit=agency.hukum)
    with django_assert_num_queries(7):
        client.get(reverse("planning:masa"))
