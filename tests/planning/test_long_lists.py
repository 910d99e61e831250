"""Long lists of planning: each page of them is reached, and none is cut without a word."""

from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from bina.people.models import AnggotaTim, Jabatan, Penempatan
from bina.planning.models import Klarifikasi, PembagianTemplat, Skp, TemplatSkp
from tests.conftest import NEW_YEAR, Agency
from tests.guidance import crowded, ended
from tests.planning import plans
from tests.planning.test_reuse import made


def words(client: Any, name: str, *args: Any, **asked: Any) -> str:
    return client.get(reverse(f"planning:{name}", args=args), asked).content.decode()


def test_a_penilai_of_many_reaches_every_dialogue_that_waits(
    agency: Agency, browser_of: Any, django_assert_num_queries: Any
) -> None:
    skp = plans.draft(agency, on=timezone.localdate())
    browser_of(agency.ani).post(reverse("planning:klarifikasi", args=[skp.pk]))
    budi = browser_of(agency.budi)
    words(budi, "tinjauan")
    with django_assert_num_queries(8):
        words(budi, "tinjauan")
    opened, facts = Klarifikasi.objects.get(), ended.fields_of(skp)
    for number, one in enumerate(crowded.people(agency, 30)):
        who = ended.pegawai_of(agency, one, number)
        placed = {**ended.fields_of(skp.penempatan), "orang_id": one.pk}
        place = Penempatan.objects.create(**placed)
        whose = {"pegawai_id": who.pk, "penempatan_id": place.pk, "rumpun": uuid4()}
        other = Skp.objects.create(**{**facts, **whose})
        Klarifikasi.objects.create(**{**ended.fields_of(opened), "skp_id": other.pk})
    with django_assert_num_queries(8):
        first = words(budi, "tinjauan")
    assert "Menampilkan 1 sampai 10 dari 31 klarifikasi" in first
    assert "Wayan 029" in words(budi, "tinjauan", hal_klarifikasi="4")


def test_every_template_for_ones_jabatan_can_be_copied_from(
    agency: Agency, browser_of: Any
) -> None:
    facts = ended.fields_of(made(agency))
    for number in range(24):
        TemplatSkp.objects.create(**{**facts, "nama": f"Templat {number:02}"})
    skp = plans.started(agency, on=timezone.localdate())
    ani = browser_of(agency.ani)
    first, second = (words(ani, "salin", skp.pk, hal_templat=page) for page in ("1", "2"))
    assert "Menampilkan 1 sampai 20 dari 25 templat" in first
    for one in TemplatSkp.objects.all():
        assert (f'templat:{one.pk}"' in first) != (f'templat:{one.pk}"' in second)


def test_how_an_early_sharing_went_can_still_be_read(agency: Agency, browser_of: Any) -> None:
    one = made(agency)
    now = timezone.now()
    shared = [
        PembagianTemplat.objects.create(
            templat=one, oleh=agency.budi, pada=now, hari=now.date(), selesai_pada=now
        )
        for _number in range(7)
    ]
    budi = browser_of(agency.budi)
    link = reverse("planning:pembagian", args=[shared[0].pk])
    assert link not in words(budi, "templat_rinci", one.pk)
    assert link in words(budi, "templat_rinci", one.pk, hal_pembagian="2")


def test_the_ketua_of_a_large_team_reaches_every_member(
    agency: Agency, browser_of: Any, django_assert_num_queries: Any
) -> None:
    tim = agency.team("SPBE", agency.citra)
    people = [agency.ani, *crowded.people(agency, 30)]
    AnggotaTim.objects.create(tim=tim, orang=people[0], mulai=NEW_YEAR)
    citra = browser_of(agency.citra)
    words(citra, "ekspektasi_tim")
    with django_assert_num_queries(9):
        words(citra, "ekspektasi_tim")
    for number, one in enumerate(people[1:]):
        ended.pegawai_of(agency, one, number)
        AnggotaTim.objects.create(tim=tim, orang=one, mulai=NEW_YEAR)
    with django_assert_num_queries(9):
        assert "Menampilkan 1 sampai 25 dari 31 orang" in words(citra, "ekspektasi_tim")
    assert "Wayan 029" in words(citra, "ekspektasi_tim", hal_anggota="2")


@pytest.mark.parametrize("written", ["PENGELOLA kepegawaian", " Pengelola  Kepegawaian "])
def test_a_jabatan_is_taken_as_it_is_called_whatever_is_suggested(
    agency: Agency, browser_of: Any, written: str
) -> None:
    held = Jabatan.objects.get(nama="Pengelola Kepegawaian")
    data = {"nama": "T", "unit": agency.umum.pk, "pendekatan": "kuantitatif"}
    budi, page = browser_of(agency.budi), reverse("planning:templat_baru")
    assert (
        "tidak ada dalam unit Anda" in budi.post(page, {**data, "jabatan": "Guru"}).content.decode()
    )
    budi.post(page, {**data, "jabatan": written})
    assert TemplatSkp.objects.get().jabatan == held
