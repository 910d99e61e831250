"""Lists, records and people give one answer, for every act on every noun."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command

from bina.access import policy
from bina.access.tables import TABLES
from bina.accounts.models import Orang
from bina.people.models import Pegawai, Unit
from tests.access import agreement
from tests.conftest import TODAY, Agency

PEOPLE_NOUNS = ["pegawai", "unit", "instansi"]


@pytest.mark.parametrize("noun", PEOPLE_NOUNS)
def test_list_record_and_people_agree(agency: Agency, other_agency: Agency, noun: str) -> None:
    agreement.say_the_same(noun, agreement.people(agency, other_agency))


def test_a_superior_of_others_is_nobody_to_ani(agency: Agency) -> None:
    ani = Pegawai.objects.get(pk=agency.ani.pk)
    assert policy.may(agency.budi, "pegawai.lihat", ani, on=TODAY)
    assert not policy.may(agency.gita, "pegawai.lihat", ani, on=TODAY)


def test_an_office_reaches_its_unit_and_below_and_no_other(agency: Agency) -> None:
    seen = {
        name: set(Unit.objects.visible_to(agency.named(name), on=TODAY))
        for name in ("dewi", "hadi", "ani")
    }
    assert seen == {
        "dewi": {agency.setda, agency.umum, agency.hukum},
        "hadi": {agency.hukum},
        "ani": set(),
    }


def test_an_office_holds_from_its_day_to_its_day(agency: Agency) -> None:
    kantor = agency.office(agency.eko, "pengelola", agency.umum, since=date(2026, 2, 1))
    kantor.selesai = date(2026, 2, 28)
    kantor.save()
    ani = agency.ani.pegawai
    answers = [
        policy.may(agency.named("eko"), "pegawai.koreksi_atasan", ani, on=day)
        for day in (date(2026, 1, 31), date(2026, 2, 1), date(2026, 2, 28), date(2026, 3, 1))
    ]
    assert answers == [False, True, True, False]


def test_nobody_corrects_their_own_superior(agency: Agency) -> None:
    dewi = agency.dewi.pegawai
    assert not policy.may(agency.dewi, "pegawai.koreksi_atasan", dewi, on=TODAY)
    assert policy.may(agency.dewi, "pegawai.koreksi_atasan", agency.ani.pegawai, on=TODAY)


def test_an_act_nobody_named_is_nobodys(agency: Agency) -> None:
    with pytest.raises(KeyError):
        policy.may(agency.dewi, "pegawai.hapus", agency.ani.pegawai, on=TODAY)


def test_somebody_without_an_active_account_may_nothing(agency: Agency) -> None:
    Orang.objects.filter(pk=agency.dewi.pk).update(is_active=False)
    dewi = agency.named("dewi")
    assert not policy.may(dewi, "pegawai.lihat", agency.ani.pegawai, on=TODAY)
    assert not Pegawai.objects.visible_to(dewi, on=TODAY).exists()
    who = policy.users_who_may("pegawai.lihat", agency.ani.pegawai, on=TODAY)
    assert dewi not in who


def test_require_says_forbidden(agency: Agency) -> None:
    with pytest.raises(PermissionDenied):
        policy.require(agency.eko, "pegawai.koreksi_atasan", agency.ani.pegawai, on=TODAY)


def test_the_whole_table_can_be_printed(agency: Agency, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("access", "table")
    lines = capsys.readouterr().out.splitlines()
    acts = sum(len(table.actions) for table in TABLES.values())
    assert len(lines) == acts + 2
    assert any(line.startswith("pegawai.koreksi_atasan") and "diri" in line for line in lines)
