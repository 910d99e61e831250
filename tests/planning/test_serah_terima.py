"""A penilai leaves for good: the next one takes the running plans over as they are."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from bina.access import policy
from bina.accounts.models import Orang
from bina.people.models import Penempatan
from bina.planning import door
from bina.planning.models import SerahTerima, Skp
from bina.planning.penilai.serah_terima import to_hand_over
from bina.planning.penilai.services import serah_terima
from bina.planning.services import versions
from bina.planning.services.refusals import Refused
from bina.planning.workflow import Status
from tests.conftest import NEW_YEAR, TODAY, Agency
from tests.planning import plans

DAY = timedelta(days=1)


def leaves(agency: Agency, on: date = TODAY) -> Any:
    """Budi goes to Bagian Hukum and Eko heads Bagian Umum from that day."""
    held = Penempatan.objects.filter(orang=agency.budi)
    held.update(selesai=on - DAY, mulai=min(NEW_YEAR, on - 2 * DAY))
    Penempatan.objects.filter(orang=agency.eko).update(
        selesai=on - DAY, mulai=min(NEW_YEAR, on - 2 * DAY)
    )
    Penempatan.objects.create(
        orang=agency.budi, unit=agency.hukum, jabatan=agency.jabatan("Analis"), mulai=on
    )
    Penempatan.objects.create(
        orang=agency.eko, unit=agency.umum, jabatan=agency.umum.jabatan_pimpinan, mulai=on
    )
    return Orang.objects.get(pk=agency.eko.pk)


def given(agency: Agency, who: str, skp: Skp, on: date = TODAY, **changes: Any) -> dict[str, Any]:
    return {
        "skp_ids": [skp.pk],
        "mulai": on,
        "alasan": "SK mutasi 8/2026",
        "actor": Orang.objects.get(pk=agency.named(who).pk),
        "pada": plans.MOMENT,
        "on": on,
        **changes,
    }


@pytest.mark.parametrize("who", ["eko", "budi", "dewi"])
def test_the_next_penilai_the_last_one_or_the_manager_hands_over(agency: Agency, who: str) -> None:
    skp = plans.established(agency)
    leaves(agency)
    serah_terima.hand_over(**given(agency, who, skp))
    now = plans.now(skp)
    assert (now.penilai, now.ditetapkan_oleh, now.versi) == (agency.eko, agency.budi, 1)
    kept = SerahTerima.objects.get()
    assert (kept.dari, kept.kepada, kept.oleh) == (agency.budi, agency.eko, agency.named(who))
    assert plans.acts()[-1] == "skp.serah_terima"


def test_the_next_penilai_reads_and_rates_and_the_last_one_no_longer_does(agency: Agency) -> None:
    skp = plans.established(agency)
    eko = leaves(agency)
    assert not Skp.objects.visible_to(eko, on=TODAY).contains(skp)
    serah_terima.hand_over(**given(agency, "dewi", skp))
    for act in ("skp.lihat", "penilaian.nilai", "pemantauan.beri_umpan_balik"):
        assert policy.may(eko, act, skp, on=TODAY)
        assert not policy.may(agency.budi, act, skp, on=TODAY)
    assert door.plan(skp.pk).penilai_id == agency.eko.pk


def test_a_version_that_waits_goes_along_and_older_ones_keep_their_penilai(agency: Agency) -> None:
    old = plans.established(agency)
    new = versions.start_change(alasan="Prioritas berubah", **plans.by(agency, "ani", old))
    plans.steps.submit(**plans.by(agency, "ani", new))
    plans.steps.establish(**plans.by(agency, "budi", new, suntingan=plans.now(new).suntingan))
    third = versions.start_change(alasan="Prioritas berubah", **plans.by(agency, "ani", new))
    plans.steps.submit(**plans.by(agency, "ani", third))
    leaves(agency)
    serah_terima.hand_over(**given(agency, "dewi", plans.now(new)))
    found = {one.versi: (one.status, one.penilai) for one in Skp.objects.all()}
    assert found == {
        1: (Status.DIGANTIKAN, agency.budi),
        2: (Status.DITETAPKAN, agency.eko),
        3: (Status.DIAJUKAN, agency.eko),
    }


@pytest.mark.parametrize("who", ["ani", "citra", "gita", "hadi", "indra", "fitri"])
def test_nobody_else_moves_a_plan(agency: Agency, who: str) -> None:
    skp = plans.established(agency)
    leaves(agency)
    with pytest.raises(Skp.DoesNotExist):
        serah_terima.hand_over(**given(agency, who, skp))
    assert plans.now(skp).penilai == agency.budi


def test_the_person_never_hands_over_their_own_plan_though_they_are_manager(
    agency: Agency,
) -> None:
    agency.office(agency.ani, "pengelola", agency.umum)
    skp = plans.established(agency)
    leaves(agency)
    with pytest.raises(Skp.DoesNotExist):
        serah_terima.hand_over(**given(agency, "ani", skp))


def test_two_at_once_one_moves_it_and_the_other_is_told(agency: Agency) -> None:
    skp = plans.established(agency)
    leaves(agency)
    serah_terima.hand_over(**given(agency, "dewi", skp))
    with pytest.raises(Refused, match="sudah berada pada penilai"):
        serah_terima.hand_over(**given(agency, "eko", skp))


def test_what_cannot_be_is_refused_in_words(agency: Agency) -> None:
    skp = plans.established(agency)
    leaves(agency)
    for words, changes in (
        ("dasar serah terima", {"alasan": " "}),
        ("pada atau setelah harinya", {"mulai": TODAY + DAY}),
        ("Pilih dulu", {"skp_ids": []}),
    ):
        with pytest.raises(Refused, match=words):
            serah_terima.hand_over(**given(agency, "dewi", skp, **changes))
    Penempatan.objects.filter(orang__in=[agency.eko, agency.fitri], mulai=TODAY).delete()
    Penempatan.objects.filter(orang=agency.fitri).update(selesai=TODAY - DAY)
    with pytest.raises(Refused, match="Penilai baru belum tercatat untuk: Ani"):
        serah_terima.hand_over(**given(agency, "dewi", skp))


def test_only_plans_whose_penilai_left_are_listed(agency: Agency) -> None:
    skp = plans.established(agency)
    plans.established(agency, "citra")
    assert to_hand_over(agency.dewi, on=TODAY) == []
    leaves(agency)
    dewi = Orang.objects.get(pk=agency.dewi.pk)
    assert [(one.skp, one.kepada) for one in to_hand_over(dewi, on=TODAY)] == [(skp, agency.eko)]


def test_a_corrected_superior_is_listed_too(agency: Agency) -> None:
    skp = plans.established(agency)
    agency.record_superior(agency.ani, agency.gita, since=TODAY)
    found = to_hand_over(agency.dewi, on=TODAY)
    assert [(one.skp, one.kepada) for one in found] == [(skp, agency.gita)]


def test_the_new_penilai_is_told_on_beranda_and_takes_over_on_the_page(
    agency: Agency, browser_of: Any
) -> None:
    today = timezone.localdate()
    skp = plans.established(agency, on=today)
    eko = leaves(agency, today)
    client = browser_of(eko)
    assert "Ambil alih SKP" in client.get("/").content.decode()
    address = reverse("planning:serah_terima")
    assert "Ani" in client.get(address).content.decode()
    sent = {"skp": [skp.pk], "mulai": today, "alasan": ""}
    assert "id_alasan" in client.post(address, sent).content.decode()
    assert client.post(address, sent | {"alasan": "SK 8"}).status_code == 302
    assert "Ambil alih SKP" not in client.get("/").content.decode()
    shown = client.get(reverse("planning:skp", args=[skp.pk])).content.decode()
    assert "Penilai sebelumnya" in shown
    assert "Budi" in shown


def test_the_list_costs_the_same_however_long(
    agency: Agency, browser_of: Any, django_assert_num_queries: Any
) -> None:
    today = timezone.localdate()
    plans.established(agency, on=today)
    for who in ("indra", "joko"):
        plans.established(agency, who, on=today)
    leaves(agency, today)
    client, address = browser_of(agency.dewi), reverse("planning:serah_terima")
    client.get(address)
    with django_assert_num_queries(11):
        assert client.get(address).content.decode().count('name="skp"') == 3
    Skp.objects.filter(pegawai=agency.joko.pk).update(penilai=agency.eko)
    with django_assert_num_queries(11):
        client.get(address)
