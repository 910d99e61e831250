"""The dialogue at planning: who reads it, what both write, when it counts as agreed."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from bina.core.models import Jejak
from bina.planning.klarifikasi import services
from bina.planning.models import HasilKerja, Skp
from bina.planning.models.klarifikasi import ButirSepakat, CatatanKlarifikasi, Klarifikasi
from bina.planning.reading import plan
from bina.planning.services import drafting, steps
from bina.planning.services.refusals import Incomplete, Refused, Stale
from bina.planning.sidik import sidik_of
from tests.conftest import TODAY, Agency
from tests.planning import plans
from tests.planning.test_kinds import as_set


def by(agency: Agency, who: str, one: Klarifikasi, **more: Any) -> dict[str, Any]:
    act = {"actor": agency.named(who), "pada": plans.MOMENT, "on": TODAY}
    return {"klarifikasi_id": one.pk, **act, **more}


def opened(agency: Agency, skp: Skp | None = None) -> Klarifikasi:
    skp = skp or plans.draft(agency)
    return services.open_dialog(**plans.by(agency, "ani", skp))


def signed(agency: Agency, one: Klarifikasi, *who: str) -> Klarifikasi:
    sidik = sidik_of(plan(one.skp_id))
    for each in who:
        one = services.sign(sidik=sidik, butir=one.sepakat.count(), **by(agency, each, one))
    return one


def agreed(one: Klarifikasi) -> bool:
    one.refresh_from_db()
    return one.is_agreed_on(sidik_of(plan(one.skp_id)))


def main_result(one: Klarifikasi) -> HasilKerja:
    found: HasilKerja = one.skp.hasil_kerja.get(jenis="utama")
    return found


def test_only_the_two_ever_read_it(agency: Agency) -> None:
    one = opened(agency)
    readers = [
        who
        for who, person in agency.everybody().items()
        if Klarifikasi.objects.visible_to(person, on=TODAY).contains(one)
    ]
    assert readers == ["ani", "budi"]
    assert not Skp.objects.visible_to(agency.named("budi"), on=TODAY).exists()  # the draft is hers


def test_both_write_their_side_and_what_was_agreed(agency: Agency, browser_of: Any) -> None:
    skp = plans.draft(agency, on=timezone.localdate())
    ani, budi = browser_of(agency.ani), browser_of(agency.budi)
    page = reverse("planning:klarifikasi", args=[skp.pk])
    assert budi.get(page).status_code == 404
    assert "Buka klarifikasi" in ani.get(page).content.decode()
    ani.post(page)
    hasil = skp.hasil_kerja.get(jenis="utama").pk
    note = reverse("planning:catatan_klarifikasi", args=[skp.pk, hasil])
    ani.post(note, {"suntingan": 0, "isi": "Dua orang cuti"})
    assert "Dua orang cuti" in budi.get(page).content.decode()
    assert "Ani" in budi.get(reverse("planning:tinjauan")).content.decode()
    budi.post(note, {"suntingan": 0, "isi": "Dibantu Eko"})
    budi.post(
        reverse("planning:sepakat", args=[skp.pk]), {"hasil": hasil, "uraian": "Eko membantu"}
    )
    words = ani.get(page).content.decode()
    assert "Dibantu Eko" in words
    assert "Eko membantu" in words
    sidik = {"sidik": sidik_of(plan(skp.pk)), "butir": "1"}
    for each in (ani, budi):
        each.post(reverse("planning:paraf_klarifikasi", args=[skp.pk]), sidik)
    assert "Disepakati berdua" in ani.get(page).content.decode()
    assert (
        "Klarifikasi ekspektasi disepakati berdua"
        in ani.get(reverse("planning:skp", args=[skp.pk])).content.decode()
    )


def test_a_result_changed_after_both_signed_opens_it_again(agency: Agency) -> None:
    one = signed(agency, opened(agency), "ani", "budi")
    assert agreed(one)
    skp, hasil = plans.now(one.skp), main_result(one)
    isi = plans.surat(uraian="Surat masuk dijawab sehari lebih cepat")
    given = plans.by(agency, "ani", skp, suntingan=skp.suntingan)
    drafting.save_result(hasil_id=hasil.pk, isi=isi, **given)
    assert not agreed(one)
    one = signed(agency, one, "budi")
    assert (one.paraf_pegawai_pada, agreed(one)) == (None, False)
    assert agreed(signed(agency, one, "ani"))


def test_nobody_signs_what_they_have_not_read(agency: Agency) -> None:
    one = opened(agency)
    sidik = sidik_of(plan(one.skp_id))
    services.add_point(hasil_id=None, uraian="Tambahan", **by(agency, "budi", one))
    with pytest.raises(Stale):
        services.sign(sidik=sidik, butir=0, **by(agency, "ani", one))
    with pytest.raises(Stale):
        services.sign(sidik="lain", butir=1, **by(agency, "ani", one))


def test_a_point_more_or_less_takes_the_signatures_back(agency: Agency) -> None:
    one = signed(agency, opened(agency), "ani", "budi")
    point = services.add_point(hasil_id=None, uraian="Tambahan", **by(agency, "budi", one))
    assert not agreed(one)
    signed(agency, one, "ani", "budi")
    with pytest.raises(ButirSepakat.DoesNotExist):
        services.remove_point(butir_id=point.pk, **by(agency, "ani", one))
    services.remove_point(butir_id=point.pk, **by(agency, "budi", one))
    assert not agreed(one)


def test_each_side_writes_its_own_note_and_a_stale_one_is_noticed(agency: Agency) -> None:
    one = opened(agency)
    hasil = main_result(one).pk
    for who in ("ani", "budi"):
        services.write_note(hasil_id=hasil, isi=who, suntingan=0, **by(agency, who, one))
    assert set(CatatanKlarifikasi.objects.values_list("pihak", "isi")) == {
        ("pegawai", "ani"),
        ("pimpinan", "budi"),
    }
    with pytest.raises(Stale):
        services.write_note(hasil_id=hasil, isi="lagi", suntingan=0, **by(agency, "ani", one))


def test_a_result_of_another_plan_is_not_talked_about(agency: Agency) -> None:
    one, other = opened(agency), plans.draft(agency, "eko")
    theirs = other.hasil_kerja.get(jenis="utama").pk
    with pytest.raises(HasilKerja.DoesNotExist):
        services.write_note(hasil_id=theirs, isi="x", suntingan=0, **by(agency, "ani", one))


def test_once_agreed_in_force_it_is_read_and_no_longer_written(agency: Agency) -> None:
    one = opened(agency)
    skp = steps.submit(**plans.by(agency, "ani", one.skp))
    signed(agency, one, "ani", "budi")
    steps.establish(suntingan=skp.suntingan, **plans.by(agency, "budi", skp))
    with pytest.raises(Refused, match="tidak dibahas"):
        services.add_point(hasil_id=None, uraian="Lagi", **by(agency, "budi", one))


def test_a_new_superior_reads_it_after_it_is_opened_to_them(agency: Agency) -> None:
    one = signed(agency, opened(agency), "ani", "budi")
    agency.record_superior(agency.ani, agency.gita)
    again = services.open_dialog(**plans.by(agency, "ani", one.skp))
    assert (again.pk, again.pimpinan, agreed(again)) == (one.pk, agency.gita, False)
    assert not Klarifikasi.objects.visible_to(agency.named("budi"), on=TODAY).exists()


@pytest.mark.parametrize(("asked", "held"), [("diingatkan", False), ("wajib", True)])
def test_whether_it_holds_a_submission_is_the_agencys_choice(
    agency: Agency, browser_of: Any, asked: str, held: bool
) -> None:
    as_set(agency, "klarifikasi", asked)
    skp = plans.draft(agency, on=timezone.localdate())
    page = browser_of(agency.ani).get(reverse("planning:ajukan", args=[skp.pk])).content.decode()
    assert "Klarifikasi ekspektasi belum disepakati" in page
    given = plans.by(agency, "ani", skp)
    if held:
        with pytest.raises(Incomplete):
            steps.submit(**given)
        one = signed(agency, opened(agency, skp), "ani", "budi")
        assert agreed(one)
    assert steps.submit(**given).status == "diajukan"


def test_the_trail_tells_that_they_talked_and_not_what_they_said(agency: Agency) -> None:
    one = opened(agency)
    hasil = main_result(one).pk
    services.write_note(hasil_id=hasil, isi="Rahasia", suntingan=0, **by(agency, "ani", one))
    services.add_point(hasil_id=None, uraian="Rahasia", **by(agency, "ani", one))
    acts = list(Jejak.objects.filter(tindakan__startswith="klarifikasi.").order_by("nomor"))
    assert [one.tindakan for one in acts] == [
        "klarifikasi.buka",
        "klarifikasi.tulis",
        "klarifikasi.sepakati",
    ]
    assert "Rahasia" not in "".join(one.isi for one in acts)


def test_the_page_of_the_dialogue_costs_the_same_however_long(
    agency: Agency, browser_of: Any, django_assert_num_queries: Any
) -> None:
    skp = plans.draft(agency, on=timezone.localdate())
    one = opened(agency, skp)
    budi, page = browser_of(agency.budi), reverse("planning:klarifikasi", args=[skp.pk])
    budi.get(page)
    with CaptureQueriesContext(connection) as few:
        budi.get(page)
    for number in range(3):
        services.add_point(hasil_id=None, uraian=f"Butir {number}", **by(agency, "budi", one))
        drafting.save_result(
            hasil_id=None,
            isi=plans.surat(uraian=f"Hasil {number}"),
            **plans.by(agency, "ani", skp, suntingan=plans.now(skp).suntingan),
        )
    with django_assert_num_queries(len(few)):
        budi.get(page)
