"""The grounds of a change: from the agency's list, kept with the version, in its trail."""

from typing import Any

import pytest
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from bina.core.models import Jejak
from bina.law.pilihan import DASAR_PERUBAHAN
from bina.planning import pilihan
from bina.planning.models import DasarPerubahan, Skp
from bina.planning.services import versions
from bina.planning.services.refusals import Refused
from bina.planning.workflow import Status
from tests.conftest import TODAY, Agency
from tests.planning import plans
from tests.planning.test_kinds import as_set

WHY = "Pelayanan pindah ke mal pelayanan publik sejak Maret."


def address(name: str, skp: Skp) -> str:
    return reverse(f"planning:{name}", args=[skp.pk])


def test_grounds_and_explanation_stand_with_the_version_and_in_the_trail(agency: Agency) -> None:
    skp = plans.established(agency)
    given = plans.by(agency, "ani", skp)
    made = versions.start_change(dasar="perjanjian_kinerja", alasan=WHY, **given)
    assert made.sebab_perubahan == f"Perjanjian kinerja unit berubah: {WHY}"
    line = Jejak.objects.get(tindakan="skp.susun_perubahan")
    assert '"dasar_perubahan":"perjanjian_kinerja"' in line.isi


@pytest.mark.parametrize("dasar", ["", "bosan", "Strategi"])
def test_unknown_grounds_are_refused_and_nothing_begins(agency: Agency, dasar: str) -> None:
    skp = plans.established(agency)
    with pytest.raises(Refused, match="Pilih salah satu dari daftar"):
        versions.start_change(dasar=dasar, alasan=WHY, **plans.by(agency, "ani", skp))
    assert Skp.objects.get() == skp


def test_grounds_the_agency_does_not_take_are_refused(agency: Agency) -> None:
    skp = plans.established(agency)
    as_set(agency, "dasar_perubahan", ["pejabat", "cuti"])
    given = plans.by(agency, "ani", skp)
    with pytest.raises(Refused):
        versions.start_change(dasar="strategi", alasan=WHY, **given)
    assert versions.start_change(dasar="cuti", alasan=WHY, **given).versi == 2


def test_the_agency_may_choose_from_all_grounds_that_have_words(agency: Agency) -> None:
    assert set(DASAR_PERUBAHAN) == set(DasarPerubahan.values)
    assert pilihan.grounds(agency.instansi, on=TODAY) == DASAR_PERUBAHAN


def test_an_approved_proposal_needs_no_grounds_of_the_list(agency: Agency) -> None:
    skp = plans.established(agency)
    made = versions.next_version(skp, alasan="Bencana", pada=plans.MOMENT)
    assert (made.dasar_perubahan, made.sebab_perubahan) == ("", "Bencana")


def test_the_grounds_of_one_change_are_not_those_of_the_next(agency: Agency) -> None:
    second = plans.versions_next(agency, plans.established(agency))
    assert second.dasar_perubahan == "strategi"
    assert versions.next_version(second, alasan="Bencana", pada=plans.MOMENT).dasar_perubahan == ""


def test_the_database_refuses_grounds_on_a_first_version(agency: Agency) -> None:
    plans.started(agency)
    with pytest.raises(IntegrityError, match="skp_dasar_pada_versi_berikut"):
        Skp.objects.update(dasar_perubahan="cuti")


def test_the_page_offers_the_list_and_keeps_the_words_of_a_refused_change(
    agency: Agency, browser_of: Any
) -> None:
    skp = plans.established(agency, on=timezone.localdate())
    ani = browser_of(agency.ani)
    page = ani.get(address("susun_perubahan", skp)).content.decode()
    assert all(str(label) in page for label in DasarPerubahan.labels)
    sent = {"dasar": "bosan", "alasan": WHY}
    page = ani.post(address("susun_perubahan", skp), sent).content.decode()
    assert "Pilih salah satu dari daftar" in page
    assert WHY in page
    assert Skp.objects.count() == 1


def test_readers_of_the_comparison_see_on_what_grounds(agency: Agency, browser_of: Any) -> None:
    skp = plans.established(agency, on=timezone.localdate())
    ani = browser_of(agency.ani)
    ani.post(address("susun_perubahan", skp), {"dasar": "strategi", "alasan": WHY})
    draft = Skp.objects.get(status=Status.DRAF)
    for name in ("bandingkan", "susun"):
        page = ani.get(address(name, draft)).content.decode()
        assert f"Strategi atau prioritas berubah: {WHY}" in page
