"""What is used again: texts for the annex, templates, copying, and one template set to many."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from bina.core import jobs
from bina.core.models import Jejak
from bina.people.models import Pegawai, Penempatan, Unit
from bina.planning.models import Indikator, Skp, TeksLampiran, TemplatSkp
from bina.planning.pakai_ulang.services import bagikan, salin, teks, templat
from bina.planning.services import drafting
from bina.planning.services.refusals import Refused, Stale
from tests.conftest import TODAY, Agency
from tests.planning import plans, posted
from tests.planning.test_kinds import as_set

WORDS = "Dibahas dalam dialog triwulan"


def of(agency: Agency, who: str, **more: Any) -> dict[str, Any]:
    return {"actor": agency.named(who), "pada": plans.MOMENT, "on": TODAY, **more}


def made(agency: Agency, who: str = "budi", **more: Any) -> TemplatSkp:
    """A template for the jabatan of Ani, Eko, Dewi, Indra and Joko in Bagian Umum."""
    jabatan = agency.ani.penempatan.get().jabatan_id
    given = {"unit_id": agency.umum.pk, "jabatan_id": jabatan, "nama": "Pengelola", **more}
    one = templat.create(pendekatan="kuantitatif", **given, **of(agency, who))
    for number, isi in enumerate((plans.surat(), plans.laporan())):
        save = of(agency, who, templat_id=one.pk, nomor=None, suntingan=number)
        one = templat.save_result(isi=isi, **save)
    return one


def test_a_text_of_the_agency_is_picked_beside_own_words(agency: Agency, browser_of: Any) -> None:
    one = teks.add_text(jenis="konsekuensi", uraian=WORDS, **of(agency, "dewi"))
    skp = plans.started(agency, on=timezone.localdate())
    assert not skp.lampiran.filter(jenis="konsekuensi").exists()  # from the agency's, none yet
    ani, address = browser_of(agency.ani), reverse("planning:lampiran", args=[skp.pk])
    assert WORDS in ani.get(address).content.decode()
    data = posted.annex(skp, konsekuensi="Kata saya\n" + WORDS, konsekuensi_pilih=[one.pk])
    ani.post(address, data)
    rows = skp.lampiran.filter(jenis="konsekuensi").values_list("uraian", flat=True)
    assert list(rows) == [WORDS, "Kata saya"]

    teks.retire_text(teks_id=one.pk, **of(agency, "dewi"))
    assert skp.lampiran.filter(uraian=WORDS).exists()
    assert WORDS in ani.get(address).content.decode()  # now among their own words


def test_a_text_is_offered_once_and_kept_by_the_manager_of_the_agency(agency: Agency) -> None:
    teks.add_text(jenis="konsekuensi", uraian=WORDS, **of(agency, "dewi"))
    with pytest.raises(Refused, match="sudah ada"):
        teks.add_text(jenis="konsekuensi", uraian=WORDS.upper(), **of(agency, "dewi"))
    for who in ("hadi", "budi", "ani"):
        with pytest.raises(PermissionDenied):
            teks.add_text(jenis="konsekuensi", uraian="Lain", **of(agency, who))
    with pytest.raises(IntegrityError, match="teks_lampiran"):
        TeksLampiran.objects.create(
            instansi=agency.instansi, jenis="konsekuensi", uraian="", dibuat=plans.MOMENT
        )


def test_texts_of_another_agency_are_never_offered(
    agency: Agency, other_agency: Agency, browser_of: Any
) -> None:
    theirs = teks.add_text(jenis="konsekuensi", uraian=WORDS, **of(other_agency, "dewi"))
    skp = plans.started(agency, on=timezone.localdate())
    page = browser_of(agency.ani).get(reverse("planning:lampiran", args=[skp.pk]))
    assert WORDS not in page.content.decode()
    dewi = browser_of(agency.dewi)
    assert dewi.post(reverse("planning:hentikan_teks", args=[theirs.pk])).status_code == 404


def test_heads_and_managers_make_templates_for_their_own_units(agency: Agency) -> None:
    for who in ("budi", "fitri", "dewi"):
        assert made(agency, who).isi[0]["uraian"] == plans.surat().uraian
    for who in ("gita", "hadi", "ani", "joko"):
        with pytest.raises(Unit.DoesNotExist):
            made(agency, who)


def test_a_template_is_read_by_who_holds_its_jabatan_there(agency: Agency) -> None:
    one = made(agency)
    readers = [
        who
        for who, person in agency.everybody().items()
        if TemplatSkp.objects.visible_to(person, on=TODAY).contains(one)
    ]
    assert readers == ["ani", "budi", "dewi", "eko", "fitri", "indra", "joko"]


def test_a_template_holds_no_person(agency: Agency) -> None:
    skp = plans.established(agency, on=TODAY)
    offered = templat.offer(skp_id=skp.pk, nama="Pengelola 2026", **of(agency, "budi"))
    assert "Kepala Bagian Hukum" not in str(offered.isi)
    assert {one["uraian"] for one in offered.isi} == {
        plans.surat().uraian,
        plans.laporan().uraian,
    }
    with pytest.raises(PermissionDenied):
        templat.offer(skp_id=skp.pk, nama="x", **of(agency, "dewi"))
    draft = plans.draft(agency, "eko")
    with pytest.raises(Refused, match="ditetapkan"):
        templat.offer(skp_id=draft.pk, nama="x", **of(agency, "eko"))


def test_two_editing_a_template_do_not_write_over_each_other(agency: Agency) -> None:
    one = made(agency)
    with pytest.raises(Stale):
        templat.remove_result(templat_id=one.pk, nomor=0, suntingan=0, **of(agency, "dewi"))
    templat.retire(templat_id=one.pk, **of(agency, "dewi"))
    with pytest.raises(Refused, match="dihentikan"):
        templat.remove_result(templat_id=one.pk, nomor=0, suntingan=2, **of(agency, "budi"))


def test_chosen_results_are_copied_with_their_indicators(agency: Agency) -> None:
    one, skp = made(agency), plans.started(agency)
    given = {"skp_id": skp.pk, "sumber": "templat", "sumber_id": one.pk, "pilihan": {0}}
    copied = salin.copy_results(**given, suntingan=0, **of(agency, "ani"))
    hasil = skp.hasil_kerja.get()
    assert (copied.jumlah, hasil.uraian) == (1, plans.surat().uraian)
    targets = hasil.indikator.values_list("target", flat=True)
    assert list(targets) == [Decimal(240), Decimal(95), None]

    again = salin.copy_results(**{**given, "pilihan": {0, 1}}, suntingan=1, **of(agency, "ani"))
    assert (again.jumlah, again.sudah_ada, skp.hasil_kerja.count()) == (1, 1, 2)
    with pytest.raises(Stale):
        salin.copy_results(**given, suntingan=1, **of(agency, "ani"))


def test_a_colleagues_plan_is_copied_only_by_who_may_read_it(
    agency: Agency, browser_of: Any
) -> None:
    theirs = plans.established(agency, "eko", on=timezone.localdate())
    skp = plans.started(agency, on=timezone.localdate())
    address = reverse("planning:salin", args=[skp.pk])
    ani = browser_of(agency.ani)
    assert "Eko" not in ani.get(address).content.decode()
    assert ani.get(f"{address}?sumber=skp:{theirs.pk}").status_code == 404
    with pytest.raises(Skp.DoesNotExist):
        salin.results_of("skp", theirs.pk, actor=agency.named("ani"), on=TODAY)

    act = {"actor": agency.named("eko"), "pada": plans.MOMENT, "on": timezone.localdate()}
    offered = templat.offer(skp_id=theirs.pk, nama="Dari rekan", **act)
    assert "Dari rekan" in ani.get(address).content.decode()
    data = {"suntingan": skp.suntingan, "pilihan": ["0", "1"]}
    ani.post(f"{address}?sumber=templat:{offered.pk}", data)
    assert skp.hasil_kerja.count() == 2


def test_one_template_is_set_to_many_and_nobodys_running_plan_is_touched(agency: Agency) -> None:
    one = made(agency)
    plans.established(agency, "eko")
    plans.submitted(agency, "indra")
    opened = plans.draft(agency, "joko", uraian="Hasil Joko sendiri")
    people = [getattr(agency, who).pk for who in ("ani", "eko", "indra", "joko", "citra")]
    made_of = bagikan.order(templat_id=one.pk, orang=people, **of(agency, "budi"))

    assert (made_of.baru, made_of.ditambah) == (1, 1)
    assert made_of.dilewati == {
        str(agency.eko.pk): "berjalan",
        str(agency.indra.pk): "menunggu",
        str(agency.citra.pk): "tidak_lagi",
    }
    mine = Skp.objects.get(pegawai=agency.ani.pk)
    assert (mine.status, mine.hasil_kerja.count(), mine.perilaku.count()) == ("draf", 2, 7)
    assert Indikator.objects.filter(hasil__skp=mine).count() == 4
    assert plans.now(opened).suntingan == opened.suntingan + 1
    assert opened.hasil_kerja.filter(uraian=plans.surat().uraian).exists()
    lines = Jejak.objects.filter(tindakan__contains="bersama").values_list("tindakan", "tentang")
    assert sorted(lines) == [
        ("skp.mulai_bersama", agency.ani.pk),
        ("skp.tambah_bersama", agency.joko.pk),
    ]
    whole = Jejak.objects.get(tindakan="templat_skp.bagikan")
    assert '"baru":1' in whole.isi.replace(" ", "")


def test_sharing_out_costs_the_same_however_many(agency: Agency) -> None:
    one = made(agency)

    def cost(people: list[int]) -> int:
        with CaptureQueriesContext(
            connection,
        ) as found:
            bagikan.order(templat_id=one.pk, orang=people, **of(agency, "budi"))
        return len(found)

    few = cost([agency.ani.pk])
    jabatan = agency.ani.penempatan.get().jabatan
    more = [agency.person(f"Orang{n}", agency.umum, jabatan).pk for n in range(4)]
    for pk in more:
        _serve(agency, pk)
    assert cost(more) <= few
    assert Skp.objects.filter(pegawai__in=more).count() == 4


def _serve(agency: Agency, orang_id: int) -> None:
    Pegawai.objects.create(
        orang_id=orang_id,
        instansi=agency.instansi,
        jenis_pegawai="pns",
        jenis_kelamin="P",
        kedudukan_hukum="Aktif",
        golongan="III/a",
    )


def test_many_are_served_in_the_background_and_once(
    agency: Agency, browser_of: Any, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    as_set(agency, "bagikan_di_latar", 2)
    one = made(agency)
    people = [agency.ani.pk, agency.eko.pk]
    with django_capture_on_commit_callbacks(execute=True):
        ordered = bagikan.order(templat_id=one.pk, orang=people, **of(agency, "dewi"))
    assert not Skp.objects.exists()
    page = browser_of(agency.dewi).get(reverse("planning:pembagian", args=[ordered.pk]))
    assert "Membagikan kepada 2 orang" in page.content.decode()
    jobs.run_pending()
    bagikan.carry_out(pembagian_id=ordered.pk)
    assert Skp.objects.count() == 2
    ordered.refresh_from_db()
    assert (ordered.baru, ordered.pekerjaan.status) == (2, "selesai")
    tanya = browser_of(agency.dewi).get(reverse("planning:pembagian_kemajuan", args=[ordered.pk]))
    assert tanya.status_code == 204


def test_by_the_pages_alone_a_head_sets_a_template_to_the_unit(
    agency: Agency, browser_of: Any
) -> None:
    budi = browser_of(agency.budi)
    data = {
        "nama": "Pengelola Kepegawaian 2026",
        "unit": agency.umum.pk,
        "jabatan": "pengelola  kepegawaian",
        "pendekatan": "kuantitatif",
    }
    budi.post(reverse("planning:templat_baru"), data)
    one = TemplatSkp.objects.get()
    skp = Skp(suntingan=0)
    budi.post(reverse("planning:templat_hasil_baru", args=[one.pk]), posted.result(skp))
    page = budi.get(reverse("planning:templat_rinci", args=[one.pk])).content.decode()
    assert "Arsip tertata" in page
    assert "12 berkas" in page
    address = reverse("planning:bagikan", args=[one.pk])
    assert "Centang sedikitnya satu" in budi.post(address, {"cakupan": "pilihan"}).content.decode()
    answer = budi.post(address, {"cakupan": "semua"}, follow=True)
    assert "Draf baru" in answer.content.decode()
    assert set(Skp.objects.values_list("pegawai", flat=True)) == {
        getattr(agency, who).pk for who in ("ani", "eko", "dewi", "indra", "joko")
    }


def test_a_jabatan_nobody_holds_there_is_refused_in_words(agency: Agency, browser_of: Any) -> None:
    data = {"nama": "x", "unit": agency.umum.pk, "jabatan": "Dokter", "pendekatan": "kuantitatif"}
    page = browser_of(agency.budi).post(reverse("planning:templat_baru"), data)
    assert "tidak ada dalam unit Anda" in page.content.decode()


@pytest.mark.parametrize("name", ["teks_lampiran", "templat", "templat_rinci", "bagikan"])
def test_pages_of_reuse_cost_the_same_however_much_they_show(
    agency: Agency, browser_of: Any, django_assert_num_queries: Any, name: str
) -> None:
    one = made(agency, "dewi")
    args = [one.pk] if name in {"templat_rinci", "bagikan"} else []
    dewi, address = browser_of(agency.dewi), reverse(f"planning:{name}", args=args)
    teks.add_text(jenis="konsekuensi", uraian="Satu", **of(agency, "dewi"))
    dewi.get(address)
    with CaptureQueriesContext(connection) as few:
        dewi.get(address)
    teks.add_text(jenis="konsekuensi", uraian="Dua", **of(agency, "dewi"))
    for nama in ("Dua", "Tiga"):
        made(agency, "dewi", nama=nama)
    with django_assert_num_queries(len(few)):
        assert dewi.get(address).status_code == 200


def test_a_draft_begun_by_another_is_its_holders_alone(agency: Agency) -> None:
    one = made(agency)
    bagikan.order(templat_id=one.pk, orang=[agency.ani.pk], **of(agency, "budi"))
    skp = Skp.objects.get()
    assert not Skp.objects.visible_to(agency.named("budi"), on=TODAY).exists()
    assert Penempatan.objects.get(pk=skp.penempatan_id).orang == agency.ani
    hasil = skp.hasil_kerja.get(jenis="utama")
    given = plans.by(agency, "ani", skp, suntingan=0)
    drafting.remove_result(hasil_id=hasil.pk, **given)
