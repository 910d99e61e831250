"""Who needs a plan: everybody active in a position, but for the exempt."""

from datetime import date, timedelta
from typing import Any

import pytest

from bina.people.models import Pegawai, Penempatan
from bina.planning import home_lines, ketentuan
from bina.planning.kewajiban import needs_plan
from bina.rules.parameters import Parameters
from bina.rules.texts import texts
from tests.conftest import TODAY, Agency

LAW = Parameters(texts())


def due(agency: Agency) -> set[Any]:
    rows = needs_plan(Penempatan.objects.on(TODAY).filter(orang=agency.ani.pk), law=LAW, on=TODAY)
    return set(rows.values_list("jenis", flat=True))


@pytest.mark.parametrize("words", ["Tugas Belajar", "TUGAS BELAJAR", "CLTN"])
def test_the_exempt_need_none(agency: Agency, words: str) -> None:
    Pegawai.objects.filter(pk=agency.ani.pk).update(kedudukan_hukum=words)
    assert due(agency) == set()
    assert not [one for one in home_lines.queues(agency.ani, on=TODAY) if one.rows.exists()]


def test_the_inactive_need_none_and_everybody_else_does(agency: Agency) -> None:
    assert due(agency) == {"definitif"}
    Pegawai.objects.filter(pk=agency.ani.pk).update(aktif=False)
    assert due(agency) == set()


def test_an_acting_post_has_a_plan_of_its_own(agency: Agency) -> None:
    Penempatan.objects.create(
        orang=agency.ani,
        unit=agency.hukum,
        jabatan=agency.hukum.jabatan_pimpinan,
        jenis="plt",
        mulai=TODAY,
    )
    assert due(agency) == {"definitif", "plt"}


def test_who_came_during_the_year_is_told_their_own_last_day(agency: Agency) -> None:
    Penempatan.objects.filter(orang=agency.ani).update(mulai=TODAY)
    queue = next(one for one in home_lines.queues(agency.ani, on=TODAY) if one.rows.exists())
    [task] = queue.tugas(queue.rows)
    assert task.tenggat == TODAY + timedelta(days=30)
    assert task.keterangan == "Untuk jabatan yang baru Anda pegang"


def test_the_days_come_from_the_law() -> None:
    assert ketentuan.akhir_penetapan(2027, law=LAW) == date(2027, 1, 31)
    since = date(2026, 3, 1)
    assert ketentuan.last_days_in_new_position(since, law=LAW) == (
        date(2026, 3, 31),
        date(2026, 4, 15),
    )
