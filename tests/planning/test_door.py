"""What other rooms get of a plan."""

from decimal import Decimal
from typing import Any

import pytest

from bina.access import policy
from bina.access.tables import table as access_table
from bina.core.workflow import WrongState
from bina.planning import door
from bina.planning.models import Indikator, Skp
from tests.conftest import TODAY, Agency
from tests.planning import plans


def test_the_running_plan_is_whole_and_plain(agency: Agency) -> None:
    boss = plans.established(agency, "budi")
    above = boss.hasil_kerja.get(jenis="utama")
    skp = plans.established(agency, mendukung_id=above.pk)

    found = door.running_of(agency.ani.pk, on=TODAY)

    assert found is not None
    assert (found.skp_id, found.status, found.penilai_id) == (skp.pk, "ditetapkan", agency.budi.pk)
    assert [one.jenis for one in found.hasil] == ["utama", "tambahan"]
    first = found.utama[0]
    assert (first.mendukung_uraian, first.mendukung_nama) == (above.uraian, "Budi")
    assert [one.target for one in first.indikator] == [Decimal(240), Decimal(95), None]
    assert len(found.perilaku) == 7
    assert all(len(one.panduan) == 3 for one in found.perilaku)


def test_a_plan_not_in_force_runs_for_nobody(agency: Agency) -> None:
    plans.submitted(agency)
    assert door.running_of(agency.ani.pk, on=TODAY) is None
    assert not door.running_ids(on=TODAY).exists()


def test_many_plans_cost_as_much_as_one(agency: Agency, django_assert_num_queries: Any) -> None:
    ids = [plans.established(agency, who).pk for who in ("ani", "eko", "citra")]
    with django_assert_num_queries(2):  # plans with their results, values
        assert set(door.plans(ids)) == set(ids)
    people, budi = [agency.ani.pk, agency.eko.pk, agency.citra.pk], agency.named("budi")
    seen = set(door.of_team(people, budi, on=TODAY).berjalan)  # who budi is, asked once
    with django_assert_num_queries(1):  # without the values
        assert set(door.of_team(people, budi, on=TODAY).berjalan) == seen
    assert seen == {agency.ani.pk, agency.eko.pk}


def test_what_a_user_sees_is_a_subquery(agency: Agency) -> None:
    skp = plans.established(agency)
    assert list(door.visible_skp_ids(agency.budi, on=TODAY)) == [skp.pk]
    assert not door.visible_skp_ids(agency.gita, on=TODAY)


def test_relations_reach_a_record_through_its_plan(agency: Agency) -> None:
    skp = plans.established(agency)
    indikator = Indikator.objects.filter(hasil__skp=skp)[0]
    one = access_table("x", "planning.HasilKerja", door.relations_through("skp"), {})
    hasil = indikator.hasil
    for name, relation in one.relations.items():
        for user in agency.everybody().values():
            reached = type(hasil).objects.filter(relation.reach(user, TODAY), pk=hasil.pk).exists()
            holds = type(user).objects.filter(relation.holders(hasil, TODAY), pk=user.pk).exists()
            assert reached == holds, (name, user)


def test_a_coaching_session_proposes_and_the_pimpinan_alone_decides(agency: Agency) -> None:
    skp = plans.established(agency)
    kunci = door.plan(skp.pk).utama[0].indikator[0].kunci
    given: dict[str, Any] = {
        "skp_id": skp.pk,
        "indikator_kunci": kunci,
        "target_menjadi": Decimal(200),
        "alasan": "Dua desa tidak terjangkau",
        "asal": "coaching",
        "pada": plans.MOMENT,
    }
    with pytest.raises(door.Refused):
        door.propose_change(pengusul=agency.budi, **given)
    usul_id = door.propose_change(pengusul=agency.citra, **given)
    with pytest.raises(WrongState):
        door.propose_change(pengusul=agency.ani, **given)

    usul = Skp.objects.get(pk=skp.pk).usul_perubahan.get(pk=usul_id)
    deciders = policy.users_who_may("usul_perubahan.setujui", usul, on=TODAY)
    assert list(deciders) == [agency.budi]


def test_form_parts_name_the_parties_and_carry_the_keys(agency: Agency) -> None:
    skp = plans.established(agency)
    parts = door.form_parts(skp.pk, on=TODAY)
    rencana = door.plan(skp.pk)
    assert parts.kepala.pegawai.nama == "Ani"
    assert parts.kepala.pegawai.pangkat == "Penata Muda Tingkat I/ III/b"
    assert parts.kepala.penilai.nama == "Budi"
    assert parts.tempat == "Nusa"
    assert [one.kunci for one in parts.utama] == [one.kunci for one in rencana.utama]
    assert parts.utama[0].indikator == tuple(one.kunci for one in rencana.utama[0].indikator)
    assert [one.target for one in parts.utama[0].hasil.indikator] == [
        "240 surat",
        "95%",
        "paling lambat 2 hari",
    ]
