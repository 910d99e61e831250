"""Asking several at once: all or none, and who has answered without what."""

from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from bina.core.models import Jejak
from bina.monitoring.models import PermintaanUmpanBalik, UmpanBalik
from bina.monitoring.services import permintaan
from bina.monitoring.services.refused import Refused
from tests.conftest import NOON, TODAY, Agency
from tests.monitoring import given, given_janji
from tests.planning import plans


def url(name: str, *args: Any) -> str:
    return reverse(f"monitoring:{name}", args=args)


def today() -> Any:
    return timezone.localdate()


def test_several_are_asked_at_once_and_each_has_a_request(agency: Agency) -> None:
    plans.established(agency)
    made = given.asked_all(agency, "ani", "eko", "dewi", "eko", "citra")
    assert [one.kepada.nama for one in made] == ["Eko", "Dewi", "Citra"]
    assert [one.first_id for one in made] == [made[0].pk] * 3
    lines = Jejak.objects.filter(tindakan="permintaan_umpan_balik.minta")
    assert {one.objek_id for one in lines} == {str(one.pk) for one in made}


def test_all_of_them_or_none(agency: Agency, other_agency: Agency) -> None:
    plans.established(agency)
    given.asked(agency, kepada="dewi")
    wrong = [
        [agency.eko.pk, agency.dewi.pk],
        [agency.eko.pk, agency.ani.pk],
        [agency.eko.pk, other_agency.eko.pk],
        [],
        range(1000, 1021),
    ]
    for ids in wrong:
        with pytest.raises(Refused) as why:
            given.asked(agency, kepada_ids=ids)
        assert why.value.field == "kepada"
    assert PermintaanUmpanBalik.objects.count() == 1


def test_who_is_still_asked_is_named(agency: Agency) -> None:
    plans.established(agency)
    given.asked(agency, kepada="dewi")
    with pytest.raises(Refused, match="Dewi"):
        given.asked_all(agency, "ani", "eko", "dewi")


def test_whoever_asked_sees_who_answered_and_not_what(agency: Agency, browser_of: Any) -> None:
    plans.established(agency, on=today())
    rencana = given.plan(agency, on=today())
    data = {
        "tentang": "nilai:loyal",
        "kepada": [str(agency.eko.pk), str(agency.dewi.pk)],
        "nip": f"{agency.citra.nip}, {agency.gita.nip}",
        "tenggat": today().isoformat(),
    }
    ani = browser_of(agency.ani)
    ani.post(url("minta", rencana.skp_id), data)
    asked = {one.kepada.nama: one for one in PermintaanUmpanBalik.objects.all()}
    assert set(asked) == {"Eko", "Dewi", "Citra", "Gita"}
    permintaan.answer_request(
        permintaan_id=asked["Eko"].pk,
        isi=given.SEEN,
        actor=agency.named("eko"),
        pada=timezone.now(),
        on=today(),
    )
    for address in (url("permintaan_saya"), url("umpan_balik_saya")):
        page = ani.get(address).content.decode()
        assert "1 dari 4 sudah menjawab" in page
        assert given.SEEN.perilaku not in page
    one = ani.get(url("permintaan", asked["Dewi"].pk)).content.decode()
    assert "Diminta bersama" in one
    assert (
        "Diminta bersama"
        not in browser_of(agency.dewi).get(url("permintaan", asked["Dewi"].pk)).content.decode()
    )


def test_a_nip_nobody_has_is_named_and_nothing_is_lost(agency: Agency, browser_of: Any) -> None:
    plans.established(agency, on=today())
    rencana = given.plan(agency, on=today())
    data = {
        "tentang": "nilai:loyal",
        "kepada": [str(agency.eko.pk)],
        "nip": f"{agency.citra.nip}; 1990 0101",
        "pesan": "Tentang rapat kemarin",
        "tenggat": today().isoformat(),
    }
    page = browser_of(agency.ani).post(url("minta", rencana.skp_id), data).content.decode()
    assert "tidak ditemukan di instansi Anda: 19900101" in page
    assert "Tentang rapat kemarin" in page
    assert not PermintaanUmpanBalik.objects.exists()
    nobody = browser_of(agency.ani).post(
        url("minta", rencana.skp_id), {**data, "kepada": [], "nip": ""}
    )
    assert "Pilih sedikitnya satu orang" in nobody.content.decode()


def test_a_lot_is_called_back_one_by_one(agency: Agency) -> None:
    plans.established(agency)
    first, second = given.asked_all(agency, "ani", "eko", "dewi")
    permintaan.cancel_request(
        permintaan_id=first.pk, actor=agency.named("ani"), pada=NOON, on=TODAY
    )
    second.refresh_from_db()
    assert second.status == "menunggu"


@pytest.mark.parametrize("lots", [1, 6])
def test_the_list_costs_the_same_however_many_were_asked(
    agency: Agency, browser_of: Any, lots: int, django_assert_max_num_queries
) -> None:
    plans.established(agency, on=today())
    for nilai in ("loyal", "akuntabel", "kompeten", "harmonis", "adaptif", "kolaboratif")[:lots]:
        about = given.Tentang(None, nilai)
        given.asked_all(agency, "ani", "eko", "dewi", "indra", on=today(), tentang=about)
    ani = browser_of(agency.ani)
    ani.get(url("permintaan_saya"))
    for address, budget in ((url("permintaan_saya"), 17), (url("umpan_balik_saya"), 22)):
        with django_assert_max_num_queries(budget):
            assert ani.get(address).status_code == 200


def test_of_many_requests_the_first_due_are_shown_and_the_rest_is_counted(
    agency: Agency, browser_of: Any
) -> None:
    plans.established(agency, on=today())
    lots = [
        given.asked_all(
            agency, "ani", "eko", "dewi", on=today(), tentang=given.Tentang(None, nilai)
        )
        for nilai in ("loyal", "akuntabel")
    ]
    first, *_rest = lots[0]
    PermintaanUmpanBalik.objects.filter(pk=first.pk).update(status="ditolak", tanggapan="Cuti")
    eko, ani = browser_of(agency.eko), browser_of(agency.ani)
    assert "Dan " not in eko.get(url("umpan_balik_saya")).content.decode()
    mine = ani.get(url("umpan_balik_saya")).content.decode()
    assert mine.count("Kepada ") == 2, "Dewi has still to answer in the first lot"
    many(lots[1][0], 30)
    assert "Dan 21 lagi, yang muncul di sini" in eko.get(url("umpan_balik_saya")).content.decode()
    mine = ani.get(url("umpan_balik_saya")).content.decode()
    assert "Dan 22 permintaan Anda yang lain" in mine


def many(one: PermintaanUmpanBalik, count: int) -> None:
    """So many more just like it, each a lot of its own."""
    names = [f.attname for f in one._meta.concrete_fields if not f.primary_key]
    facts = {name: getattr(one, name) for name in names}
    about = {**facts, "nilai_perilaku": ""}
    PermintaanUmpanBalik.objects.bulk_create(
        PermintaanUmpanBalik(**{**about, "hasil_kunci": uuid4()}) for _n in range(count)
    )


def test_an_answer_opens_nothing_by_itself(agency: Agency) -> None:
    plans.established(agency)
    given_janji.answer(agency, "eko")
    assert not UmpanBalik.objects.filter(terbaca=True).exists()
