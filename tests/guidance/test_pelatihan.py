"""Training assigned as guidance: shown to both, handed to the competency plan, taken back."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bina.competency import door as competency
from bina.competency.models import Kebutuhan
from bina.core.models import Jejak
from bina.core.workflow import WrongState
from bina.guidance import door
from bina.guidance.coaching.services import perjalanan
from bina.guidance.models import PelatihanBimbingan, Triase
from bina.guidance.pelatihan import services
from bina.guidance.pelatihan.services import Isi
from bina.guidance.services.refusals import Refused
from tests.conftest import NOON, TODAY, Agency
from tests.guidance import given
from tests.waiting import tasks

WHY = "Naskahnya dikembalikan tiga kali"
COURSE = Isi("formal", "bimbingan_teknis", "Bimtek legal drafting", WHY, TODAY + timedelta(days=60))


def assigned(agency: Agency, isi: Isi = COURSE, who: str = "budi", **at: Any) -> PelatihanBimbingan:
    triase = given.decided(agency, "pelatihan", **at)
    actor = agency.named(who)
    return services.assign(triase_id=triase.pk, isi=isi, actor=actor, **given.when(**at))


def withdraw(agency: Agency, one: PelatihanBimbingan, who: str = "budi", why: str = "Batal") -> Any:
    actor = agency.named(who)
    return services.withdraw(pelatihan_id=one.pk, alasan=why, actor=actor, **given.when())


def needs_seen(agency: Agency, on: date = TODAY) -> set[str]:
    people = ("ani", "budi", "citra", "dewi", "eko", "fitri", "gita", "hadi", "indra", "joko")
    return {
        who for who in people if Kebutuhan.objects.visible_to(agency.named(who), on=on).exists()
    }


def test_the_need_waits_for_the_plan_and_says_no_why(agency: Agency) -> None:
    one = assigned(agency)
    need = Kebutuhan.objects.get()
    assert (need.pegawai_id, need.apa, need.sampai) == (agency.ani.pk, COURSE.apa, COURSE.sampai)
    assert need.status == "menunggu_rencana"
    assert WHY not in str(Kebutuhan.objects.values())
    assert needs_seen(agency) == {"ani", "budi", "fitri", "dewi", "indra"}
    assert one.alasan == WHY
    trail = Jejak.objects.filter(tindakan__in=["kebutuhan.catat", "pelatihan_bimbingan.tugaskan"])
    assert len(trail) == 2
    assert not [line for line in trail if WHY in line.isi or COURSE.apa in line.isi]


def test_the_two_read_it_and_nobody_else(agency: Agency) -> None:
    one = assigned(agency)
    seen = {
        who
        for who in ("ani", "budi", "citra", "dewi", "eko", "fitri", "gita", "indra", "joko")
        if PelatihanBimbingan.objects.visible_to(agency.named(who), on=TODAY).contains(one)
    }
    assert seen == {"ani", "budi"}


def test_taken_back_once_and_the_need_with_it(agency: Agency) -> None:
    one = assigned(agency)
    with pytest.raises(PermissionDenied):
        withdraw(agency, one, "ani")
    with pytest.raises(Refused, match="alasannya"):
        withdraw(agency, one, why=" ")
    assert Kebutuhan.objects.get().status == "menunggu_rencana"
    withdraw(agency, one)
    assert Kebutuhan.objects.get().status == "ditarik"
    with pytest.raises(WrongState):
        withdraw(agency, one)
    again = services.assign(
        triase_id=one.triase_id, isi=COURSE, actor=agency.named("budi"), **given.when()
    )
    assert sorted(Kebutuhan.objects.values_list("status", flat=True)) == [
        *("ditarik", "menunggu_rencana")
    ]
    assert again.pk != one.pk


def test_one_stands_for_a_triage_whoever_asks(agency: Agency) -> None:
    one = assigned(agency)
    with pytest.raises(WrongState):
        services.assign(
            triase_id=one.triase_id, isi=COURSE, actor=agency.named("budi"), **given.when()
        )
    copy = PelatihanBimbingan.objects.get(pk=one.pk)
    copy.pk = None
    with pytest.raises(IntegrityError, match=r"pelatihan|UNIQUE"), transaction.atomic():
        copy.save()


def test_the_same_origin_is_a_need_once(agency: Agency) -> None:
    one = assigned(agency)
    need = competency.IsiKebutuhan("kursus", "Lain", TODAY, services.ORIGIN, str(one.pk))
    found = competency.record_need(
        pegawai_id=agency.ani.pk, isi=need, actor=agency.named("budi"), pada=NOON
    )
    assert (found.apa, Kebutuhan.objects.count()) == (COURSE.apa, 1)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"jenis": "lain"}, "formal atau informal"),
        ({"jalur": "e_learning"}, "tidak cocok"),
        ({"jalur": "coaching"}, "tidak cocok"),
        ({"apa": " "}, "Sebutkan"),
        ({"alasan": ""}, "mengapa"),
        ({"sampai": TODAY}, "sudah lewat"),
    ],
)
def test_what_is_missing_is_said(agency: Agency, change: Any, said: str) -> None:
    with pytest.raises(Refused, match=said):
        assigned(agency, replace(COURSE, **change))
    assert not Kebutuhan.objects.exists()


def test_only_where_it_was_decided_and_only_by_its_penilai(agency: Agency) -> None:
    triase = given.decided(agency)
    with pytest.raises(WrongState):
        services.assign(triase_id=triase.pk, isi=COURSE, actor=agency.named("budi"), **given.when())
    with pytest.raises(PermissionDenied):
        services.assign(triase_id=triase.pk, isi=COURSE, actor=agency.named("ani"), **given.when())
    with pytest.raises(Triase.DoesNotExist):
        services.assign(triase_id=triase.pk, isi=COURSE, actor=agency.named("gita"), **given.when())


def test_the_pimpinan_assigns_in_a_coaching_and_the_coach_does_not(agency: Agency) -> None:
    case = given.begun(agency).coaching
    facts: dict[str, Any] = {"coaching_id": case.pk, "isi": COURSE, **given.when()}
    with pytest.raises(PermissionDenied):
        services.assign_in_coaching(actor=agency.named("citra"), **facts)
    made = services.assign_in_coaching(actor=agency.named("budi"), **facts)
    assert (made.coaching, Kebutuhan.objects.count()) == (case, 1)
    perjalanan.stop(coaching_id=case.pk, actor=agency.named("ani"), **given.when())
    with pytest.raises(WrongState):
        services.assign_in_coaching(actor=agency.named("budi"), **facts)


def test_the_decision_calls_its_penilai_until_it_is_assigned(agency: Agency) -> None:
    triase = given.decided(agency, "pelatihan")

    def turns() -> list[str]:
        found = tasks(door, agency.named("budi"), on=TODAY)
        return [one.judul for one in found if "pelatihan" in one.judul]

    assert turns() == ["Tugaskan pelatihan bagi Ani"]
    services.assign(triase_id=triase.pk, isi=COURSE, actor=agency.named("budi"), **given.when())
    assert turns() == []


def test_the_whole_way_by_hand(agency: Agency, browser_of: Any, at: Any) -> None:
    ani, budi, dewi = (browser_of(getattr(agency, who)) for who in ("ani", "budi", "dewi"))
    triase = given.decided(agency, "pelatihan", **at)
    address = reverse("guidance:pelatihan_triase", args=[triase.pk])
    assert address in budi.get(reverse("guidance:triase", args=[triase.pk])).content.decode()
    data = {"jalur": "e_learning", "apa": "", "alasan": WHY, "sampai": str(COURSE.sampai)}
    refused = budi.post(address, data)
    assert (refused.status_code, WHY in refused.content.decode()) == (200, True)
    until = at["on"] + timedelta(days=30)
    made = budi.post(address, {**data, "apa": "Kelas daring", "sampai": until.isoformat()})
    one = PelatihanBimbingan.objects.get()
    assert made["Location"] == reverse("guidance:pelatihan", args=[one.pk])
    assert one.jenis == "informal"
    for reader in (ani, budi):
        assert WHY in reader.get(made["Location"]).content.decode()
        assert "Kelas daring" in reader.get(reverse("guidance:daftar")).content.decode()
    account = reverse("competency:akun_orang", args=[one.pegawai_id])
    for page in (reverse("competency:kebutuhan"), account):
        shown = dewi.get(page).content.decode()
        assert "Kelas daring" in shown
        assert WHY not in shown
    budi.post(reverse("guidance:pelatihan_tarik", args=[one.pk]), {"alasan": "Kelasnya batal"})
    assert "Kelasnya batal" in ani.get(made["Location"]).content.decode()
    assert "Ditarik" in dewi.get(reverse("competency:kebutuhan")).content.decode()


def test_the_list_of_needs_asks_the_same_however_many(
    agency: Agency, browser_of: Any, at: Any
) -> None:
    dewi, page = browser_of(agency.dewi), reverse("competency:kebutuhan")
    assigned(agency, replace(COURSE, sampai=at["on"] + timedelta(days=9)), **at)
    dewi.get(page)  # the menu asks once
    asked = []
    for n in range(3):
        with CaptureQueriesContext(connection) as seen:
            dewi.get(page)
        asked.append(len(seen))
        need = Kebutuhan.objects.earliest("pk")
        need.pk, need.asal_id = None, f"lain {n}"
        need.save()
    assert len(set(asked)) == 1
