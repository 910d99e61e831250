"""Continuous feedback: who gives, who reads, what an asked colleague learns."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from bina.core.models import Jejak
from bina.core.workflow import WrongState
from bina.monitoring import door
from bina.monitoring.models import PermintaanUmpanBalik, UmpanBalik
from bina.monitoring.services import permintaan
from bina.monitoring.services.refused import Refused
from bina.monitoring.subject import Tentang
from bina.people.models import AnggotaTim
from bina.planning.models import Skp
from tests.conftest import NEW_YEAR, NIPS, NOON, TODAY, Agency
from tests.monitoring import given, given_janji
from tests.monitoring.given import SEEN
from tests.planning import plans
from tests.waiting import tasks

ALONE = replace(SEEN, pembaca="pegawai")


@pytest.fixture
def skp(agency: Agency) -> Skp:
    return plans.established(agency)


def readers(agency: Agency, made: UmpanBalik) -> set[str]:
    return {
        nama
        for nama in [*NIPS, "lestari"]
        if UmpanBalik.objects.visible_to(agency.named(nama), on=TODAY).contains(made)
    }


def test_shared_feedback_is_read_by_the_performance_tier(agency: Agency, skp: Skp) -> None:
    made = given.feedback_on_result(agency)
    assert readers(agency, made) == {"ani", "budi", "fitri", "dewi", "indra"}
    assert (made.hubungan, made.pegawai_id) == ("pimpinan", agency.ani.pk)


def test_feedback_for_the_person_alone_is_not_read_by_the_penilai(agency: Agency, skp: Skp) -> None:
    given_janji.naming(agency, mulai=TODAY)
    asked = given.asked(agency)
    made = permintaan.answer_request(
        permintaan_id=asked.pk, isi=ALONE, actor=agency.named("eko"), pada=NOON, on=TODAY
    )
    assert readers(agency, made) == {"ani", "eko"}
    assert made.hubungan == "rekan"


def test_the_trail_tells_of_it_without_its_words(agency: Agency, skp: Skp) -> None:
    given.feedback_on_value(agency)
    line = Jejak.objects.latest("pada", "nomor")
    assert (line.tindakan, line.tentang_id) == ("umpan_balik.beri", agency.ani.pk)
    assert "warga" not in line.isi.lower()


@pytest.mark.parametrize(
    ("who", "error"),
    [("ani", PermissionDenied), ("fitri", PermissionDenied), ("eko", ObjectDoesNotExist)],
)
def test_unasked_only_the_penilai_gives(
    agency: Agency, skp: Skp, who: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        given.feedback_on_result(agency, who=who)


def test_the_head_of_a_team_gives_while_the_team_works(agency: Agency, skp: Skp) -> None:
    tim = agency.team("SPBE", agency.citra)
    member = AnggotaTim.objects.create(tim=tim, orang=agency.ani, mulai=NEW_YEAR)
    assert given.feedback_on_result(agency, who="citra").hubungan == "ketua_tim"
    AnggotaTim.objects.filter(pk=member.pk).update(selesai=date(2026, 3, 1))
    with pytest.raises(ObjectDoesNotExist):
        given.feedback_on_result(agency, who="citra")


@pytest.mark.parametrize(
    ("isi", "field"),
    [
        (replace(SEEN, dampak="  "), "dampak"),
        (replace(SEEN, sifat="netral"), "sifat"),
        (replace(SEEN, pembaca="umum"), "pembaca"),
    ],
)
def test_feedback_names_situation_behaviour_impact_and_its_readers(
    agency: Agency, skp: Skp, isi: Any, field: str
) -> None:
    with pytest.raises(Refused) as why:
        given.feedback_on_result(agency, isi)
    assert why.value.field == field


def test_it_is_about_one_thing_of_the_plan(agency: Agency, skp: Skp) -> None:
    made = given.feedback_on_result(agency)
    for change in ({"hasil_kunci": None}, {"nilai_perilaku": "loyal"}, {"pemberi": agency.ani}):
        with pytest.raises(IntegrityError), transaction.atomic():
            UmpanBalik.objects.filter(pk=made.pk).update(**change)
    with pytest.raises(Refused):
        given.asked(agency, tentang=Tentang(None, "jujur"))


def test_the_ketua_finds_the_way_to_each_member(agency: Agency, browser_of: Any) -> None:
    on = timezone.localdate()
    plans.established(agency, on=on)
    tim = agency.team("SPBE", agency.citra)
    AnggotaTim.objects.create(tim=tim, orang=agency.ani, mulai=NEW_YEAR)
    way = reverse("monitoring:beri", args=[given.plan(agency, on=on).skp_id])
    mine = reverse("monitoring:umpan_balik_saya")
    assert way in browser_of(agency.citra).get(mine).content.decode()
    assert way not in browser_of(agency.gita).get(mine).content.decode()


# Asking


def test_a_request_is_seen_by_who_asked_and_who_is_asked(agency: Agency, skp: Skp) -> None:
    asked = given.asked(agency)
    seen = {
        nama
        for nama in [*NIPS, "lestari"]
        if PermintaanUmpanBalik.objects.visible_to(agency.named(nama), on=TODAY).contains(asked)
    }
    assert seen == {"ani", "eko"}


def test_the_asked_sees_the_title_and_nothing_of_the_plan(agency: Agency, skp: Skp) -> None:
    given.asked(agency)
    eko = agency.named("eko")
    assert not Skp.objects.visible_to(eko, on=TODAY).exists()
    assert [one.keterangan for one in tasks(door, eko, on=TODAY)] == [
        "Tentang: Surat masuk dijawab sesuai standar pelayanan"
    ]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kepada": "ani", "who": "budi"}, "kepada"),
        ({"kepada": "budi", "who": "budi"}, "kepada"),
        ({"tenggat": date(2026, 3, 1)}, "tenggat"),
        ({"kepada_ids": [0]}, "kepada"),
    ],
)
def test_a_request_goes_to_a_colleague_in_time(
    agency: Agency, skp: Skp, changes: dict[str, Any], field: str
) -> None:
    with pytest.raises(Refused) as why:
        given.asked(agency, **changes)
    assert why.value.field == field


def test_nobody_is_asked_twice_for_the_same_nor_in_another_agency(
    agency: Agency, other_agency: Agency, skp: Skp
) -> None:
    given.asked(agency)
    with pytest.raises(Refused):
        given.asked(agency)
    with pytest.raises(Refused):
        given.asked(agency, kepada_ids=[other_agency.eko.pk])


@pytest.mark.parametrize(
    ("who", "error"), [("fitri", PermissionDenied), ("eko", ObjectDoesNotExist)]
)
def test_the_person_and_the_penilai_ask_and_nobody_else(
    agency: Agency, skp: Skp, who: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        given.asked(agency, who=who, kepada="indra")
    assert given.asked(agency, who="budi").diminta_oleh == agency.budi


#  step        ani (asked it)   eko (is asked)   budi (penilai)
STEPS = [
    ("jawab", PermissionDenied, None, ObjectDoesNotExist),
    ("tolak", PermissionDenied, None, ObjectDoesNotExist),
    ("batalkan", None, PermissionDenied, ObjectDoesNotExist),
]


@pytest.mark.parametrize(
    ("step", "who", "error"),
    [
        pytest.param(step, who, error, id=f"{step}-{who}")
        for step, *errors in STEPS
        for who, error in zip(("ani", "eko", "budi"), errors, strict=True)
    ],
)
def test_step_of_a_request(
    agency: Agency, skp: Skp, step: str, who: str, error: type[Exception] | None
) -> None:
    asked = given.asked(agency)
    if error is None:
        take(agency, asked, step, who)
        with pytest.raises(WrongState):
            take(agency, asked, step, who)
        asked.refresh_from_db()
        assert asked.status != "menunggu"
    else:
        with pytest.raises(error):
            take(agency, asked, step, who)


def test_no_step_is_missing_from_the_table() -> None:
    from bina.monitoring.workflow import PERMINTAAN

    assert {row[0] for row in STEPS} == set(PERMINTAAN.steps)


def test_declining_asks_for_a_reason_and_leaves_the_request_open_without(
    agency: Agency, skp: Skp
) -> None:
    asked = given.asked(agency)
    with pytest.raises(Refused):
        permintaan.decline_request(
            permintaan_id=asked.pk, alasan=" ", actor=agency.named("eko"), pada=NOON, on=TODAY
        )
    asked.refresh_from_db()
    assert asked.status == "menunggu"


def take(agency: Agency, asked: PermintaanUmpanBalik, step: str, who: str) -> None:
    common: dict[str, Any] = {
        "permintaan_id": asked.pk,
        "actor": agency.named(who),
        "pada": NOON,
        "on": TODAY,
    }
    if step == "jawab":
        permintaan.answer_request(isi=SEEN, **common)
    elif step == "tolak":
        permintaan.decline_request(alasan="Saya sedang cuti.", **common)
    else:
        permintaan.cancel_request(**common)
