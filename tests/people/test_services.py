"""Superiors mended and offices given: one act, one transaction, one line in the trail."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from bina.core.models import Jejak
from bina.core.workflow import WrongState
from bina.people import hierarchy
from bina.people.models import Atasan, Kantor, Pegawai, PermohonanAtasan, Unit
from bina.people.services import atasan, kantor
from tests.conftest import NEW_YEAR, NOON, TODAY, Agency


def ask(agency: Agency, **changes: object) -> PermohonanAtasan:
    facts = {
        "pegawai_id": agency.ani.pk,
        "usulan_id": agency.gita.pk,
        "mulai": TODAY,
        "selesai": None,
        "alasan": "Saya pindah tim sejak Maret.",
        "actor": agency.ani,
        "pada": NOON,
        "on": TODAY,
    }
    return atasan.ask_correction(**{**facts, **changes})  # type: ignore[arg-type]


def decide(
    agency: Agency, asked: PermohonanAtasan, name: str = "setujui", who: str = "dewi"
) -> None:
    atasan.decide(
        permohonan_id=asked.pk,
        name=name,
        tanggapan="SK tidak ada" if name == "tolak" else "",
        actor=agency.named(who),
        pada=NOON,
        on=TODAY,
    )


def test_a_wrong_superior_is_mended_by_request_and_approval(agency: Agency) -> None:
    decide(agency, ask(agency))
    assert hierarchy.superior_of(agency.ani.pk, on=TODAY) == agency.gita
    assert hierarchy.superior_of(agency.ani.pk, on=NEW_YEAR) == agency.budi
    acts = list(Jejak.objects.order_by("nomor").values_list("tindakan", "pelaku__nama"))
    assert acts == [("permohonan_atasan.ajukan", "Ani"), ("permohonan_atasan.setujui", "Dewi")]


def test_a_refused_request_changes_nothing_and_keeps_its_reason(agency: Agency) -> None:
    asked = ask(agency)
    decide(agency, asked, "tolak")
    asked.refresh_from_db()
    assert (asked.status, asked.tanggapan) == ("ditolak", "SK tidak ada")
    assert hierarchy.superior_of(agency.ani.pk, on=TODAY) == agency.budi


def test_the_second_to_decide_is_told_that_somebody_was_faster(agency: Agency) -> None:
    asked = ask(agency)
    decide(agency, asked)
    with pytest.raises(WrongState):
        decide(agency, asked, "tolak")


def test_nobody_asks_for_somebody_else(agency: Agency) -> None:
    with pytest.raises(Pegawai.DoesNotExist):
        ask(agency, actor=agency.eko)
    with pytest.raises(PermissionDenied):
        ask(agency, actor=agency.budi)


def test_nobody_decides_their_own_request(agency: Agency) -> None:
    agency.office(agency.ani, "pengelola", agency.setda)
    with pytest.raises(PermissionDenied):
        decide(agency, ask(agency), who="ani")


def test_a_request_that_would_make_a_circle_is_refused_with_words(agency: Agency) -> None:
    with pytest.raises(atasan.SuperiorRefused, match="di bawah pegawai"):
        ask(agency, pegawai_id=agency.budi.pk, usulan_id=agency.ani.pk, actor=agency.budi)
    with pytest.raises(atasan.SuperiorRefused, match="atasannya sendiri"):
        ask(agency, usulan_id=agency.ani.pk)


def test_a_circle_that_begins_only_later_is_refused_as_well(agency: Agency) -> None:
    agency.record_superior(agency.gita, agency.ani, since=date(2026, 9, 1))
    with pytest.raises(atasan.SuperiorRefused):
        ask(agency)


def test_one_request_waits_at_a_time(agency: Agency) -> None:
    ask(agency)
    with pytest.raises(atasan.SuperiorRefused, match="masih menunggu"):
        ask(agency)


def test_a_later_correction_gives_way_only_for_its_own_days(agency: Agency) -> None:
    def correct(boss: object, mulai: date, selesai: date | None) -> None:
        atasan.correct(
            pegawai_id=agency.ani.pk,
            atasan_id=boss.pk,  # type: ignore[attr-defined]
            mulai=mulai,
            selesai=selesai,
            alasan="SK 1",
            actor=agency.dewi,
            pada=NOON,
            on=TODAY,
        )

    correct(agency.gita, NEW_YEAR, None)
    correct(agency.fitri, date(2026, 6, 1), date(2026, 6, 30))
    answers = [
        hierarchy.superior_of(agency.ani.pk, on=day)
        for day in (date(2026, 5, 31), date(2026, 6, 1), date(2026, 6, 30), date(2026, 7, 1))
    ]
    assert answers == [agency.gita, agency.fitri, agency.fitri, agency.gita]
    assert Atasan.objects.filter(pegawai=agency.ani).count() == 3


def test_a_correction_makes_older_previews_stale(agency: Agency) -> None:
    decide(agency, ask(agency))
    agency.instansi.refresh_from_db()
    assert agency.instansi.revisi == 1


def give(agency: Agency, **changes: object) -> Kantor:
    facts = {
        "orang_id": agency.eko.pk,
        "peran": "verifikator",
        "unit_id": agency.umum.pk,
        "mulai": TODAY,
        "selesai": None,
        "dasar": "SK 2",
        "actor": agency.joko,
        "pada": NOON,
        "on": TODAY,
    }
    return kantor.give(**{**facts, **changes})  # type: ignore[arg-type]


def test_an_office_given_ends_the_sessions_of_its_holder(
    agency: Agency, browser_of: object
) -> None:
    client = browser_of(agency.eko)  # type: ignore[operator]
    assert client.get("/").status_code == 200
    give(agency)
    assert client.get("/").status_code == 302


def test_an_office_ended_is_no_office_the_day_after(agency: Agency) -> None:
    held = Kantor.objects.get(orang=agency.hadi)
    kantor.end(kantor_id=held.pk, selesai=TODAY, actor=agency.joko, pada=NOON, on=TODAY)
    assert not Unit.objects.visible_to(agency.named("hadi"), on=date(2026, 3, 3)).exists()


def test_nobody_gives_an_office_to_themselves(agency: Agency) -> None:
    with pytest.raises(kantor.OfficeRefused, match="diri sendiri"):
        give(agency, orang_id=agency.joko.pk)


def test_an_office_of_another_agency_is_out_of_reach(agency: Agency, other_agency: Agency) -> None:
    with pytest.raises(Unit.DoesNotExist):
        give(agency, unit_id=other_agency.umum.pk)
    with pytest.raises(kantor.OfficeRefused, match="bukan dari instansi"):
        give(agency, orang_id=other_agency.eko.pk)


def test_one_office_is_not_given_twice_for_one_day(agency: Agency) -> None:
    give(agency)
    with pytest.raises(kantor.OfficeRefused, match="sudah memegang"):
        give(agency)
