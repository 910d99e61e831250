"""The kinds of SKP, ranges, assignments, manuals: what a result may hold, what is refused."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from bina.law.models import Ketentuan
from bina.people.models import AnggotaTim
from bina.planning import penugasan
from bina.planning.isi import IsiIndikator
from bina.planning.manual import services as manual
from bina.planning.models import HasilKerja, Indikator, ManualIndikator, Skp
from bina.planning.reading import plan
from bina.planning.services import changes, drafting, kinds, versions
from bina.planning.services.refusals import Refused
from tests.conftest import TODAY, Agency
from tests.planning import plans, posted

RENTANG = IsiIndikator(
    "Kepuasan warga", "kualitas", Decimal(80), "", "poin", target_atas=Decimal(90)
)
MANUAL = manual.IsiManual(
    tujuan="Tahu apakah warga terbantu",
    definisi="Rata-rata jawaban survei",
    formula="Jumlah nilai dibagi responden",
    kendali="outcome",
    sumber_data="Survei",
    periode="triwulanan",
)


def saved(agency: Agency, skp: Skp, **changes: Any) -> HasilKerja:
    skp = plans.now(skp)
    given = plans.by(agency, "ani", skp, suntingan=skp.suntingan)
    return drafting.save_result(hasil_id=None, isi=plans.surat(**changes), **given)


def as_set(agency: Agency, name: str, value: Any) -> None:
    """The law as the agency has set it."""
    Ketentuan.objects.create(
        instansi=agency.instansi,
        parameter=f"perencanaan.{name}",
        mulai=date(2026, 1, 1),
        nilai=value,
        dasar="Keputusan Bupati",
        hari=date(2025, 12, 31),
        ditetapkan_oleh=agency.fitri,
        ditetapkan_pada=plans.MOMENT,
    )
    agency.instansi.versi_ketentuan = uuid4()
    agency.instansi.save()


def test_a_range_is_kept_and_written_with_both_bounds(agency: Agency) -> None:
    skp = plans.started(agency)
    saved(agency, skp, indikator=(RENTANG,))
    [one] = plan(skp.pk).hasil[0].indikator
    assert (one.target, one.target_atas) == (80, 90)
    assert one.target_cetak == "80 sampai 90 poin"


@pytest.mark.parametrize("high", [Decimal(80), Decimal(70)])
def test_a_range_upside_down_is_refused_and_says_so(agency: Agency, high: Decimal) -> None:
    skp = plans.started(agency)
    with pytest.raises(Refused, match="terbalik"):
        saved(agency, skp, indikator=(replace(RENTANG, target_atas=high),))
    with pytest.raises(Refused, match="terbalik"):
        saved(agency, skp, indikator=(replace(RENTANG, target=None, target_teks="baik"),))


def test_the_database_refuses_a_range_upside_down(agency: Agency) -> None:
    skp = plans.started(agency)
    hasil = saved(agency, skp, indikator=(RENTANG,))
    with pytest.raises(IntegrityError, match="indikator_rentang_tidak_terbalik"):
        Indikator.objects.filter(hasil=hasil).update(target_atas=1)


def test_the_page_keeps_what_was_typed_beside_a_range_upside_down(
    agency: Agency, browser_of: Any
) -> None:
    skp = plans.started(agency, on=timezone.localdate())
    typed = posted.indicator(0, target="90", target_atas="80", uraian="Kepuasan warga")
    data = posted.result(skp, **typed)
    page = browser_of(agency.ani).post(reverse("planning:hasil_baru", args=[skp.pk]), data)
    words = page.content.decode()
    assert "Rentang terbalik" in words
    assert "Kepuasan warga" in words
    assert not skp.hasil_kerja.exists()


def test_two_indicators_of_a_result_are_never_the_same(agency: Agency) -> None:
    twice = (plans.TEPAT, replace(plans.TEPAT, uraian=" jawaban TANPA perbaikan"))
    with pytest.raises(Refused, match="dua indikator yang sama"):
        saved(agency, plans.started(agency), indikator=twice)


def test_a_proposal_cannot_turn_a_range_into_a_number(agency: Agency) -> None:
    skp = plans.established(agency, indikator=(RENTANG,))
    kunci = Indikator.objects.get(hasil__skp=skp, target_atas__isnull=False).kunci
    isi = changes.IsiUsul(Decimal(95), "Warga lebih puas")
    with pytest.raises(Refused, match="rentang"):
        changes.propose_own(kunci=kunci, isi=isi, **plans.by(agency, "ani", skp))


def test_a_perspektif_stands_on_the_form_of_a_jpt_alone(agency: Agency) -> None:
    skp = plans.started(agency)
    with pytest.raises(Refused, match="Perspektif hanya"):
        saved(agency, skp, perspektif="anggaran")
    Skp.objects.filter(pk=skp.pk).update(jenis="jpt")
    assert saved(agency, skp, perspektif="anggaran").perspektif == "anggaran"


@pytest.mark.parametrize(
    ("level", "who", "kind"),
    [
        (-1, "fitri", "ja_jf"),
        (0, "fitri", "jpt"),
        (0, "budi", "ja_jf"),
        (1, "budi", "jpt"),
        (1, "ani", "ja_jf"),
    ],
)
def test_heads_down_to_the_agencys_level_head_independent_units(
    agency: Agency, level: int, who: str, kind: str
) -> None:
    as_set(agency, "tingkat_unit_mandiri", level)
    assert kinds.kind_of(agency.named(who).penempatan.get(), TODAY) == kind


def test_whoever_leads_a_team_or_another_unit_is_offered_as_assigner(agency: Agency) -> None:
    tim = agency.team("Tim Arsip", agency.citra)
    AnggotaTim.objects.create(tim=tim, orang=agency.ani, mulai=tim.mulai)
    offered = penugasan.assigners(plans.started(agency), on=TODAY)
    assert [(one.nama, one.sebutan) for one in offered] == [
        ("Citra", "Ketua Tim Arsip"),
        ("Gita", "Kepala Bagian Hukum"),
        ("Budi", "Kepala Bagian Umum"),
        ("Fitri", "Sekretaris Daerah"),
    ]


def test_an_assignment_names_the_person_and_what_they_were_called(agency: Agency) -> None:
    skp = plans.started(agency)
    hasil = saved(agency, skp, pemberi_tugas_id=agency.gita.pk)
    assert (hasil.pemberi_tugas, hasil.penugasan_dari) == (agency.gita, "Kepala Bagian Hukum")
    with pytest.raises(Refused, match="tidak memimpin"):
        saved(agency, skp, pemberi_tugas_id=agency.eko.pk)


def test_a_list_and_words_for_one_assignment_exclude_each_other(
    agency: Agency, browser_of: Any
) -> None:
    skp = plans.started(agency, on=timezone.localdate())
    ani, address = browser_of(agency.ani), reverse("planning:hasil_baru", args=[skp.pk])
    both = posted.result(skp, pemberi_tugas=agency.gita.pk, penugasan_dari="Kemendagri")
    assert "tidak keduanya" in ani.post(address, both).content.decode()
    ani.post(address, posted.result(skp, penugasan_dari="Kemendagri"))
    made = skp.hasil_kerja.get()
    assert (made.pemberi_tugas, made.penugasan_dari) == (None, "Kemendagri")


def jpt_draft(agency: Agency, **given: Any) -> Skp:
    skp = plans.draft(agency, **given)
    Skp.objects.filter(pk=skp.pk).update(jenis="jpt")
    return plans.now(skp)


def test_a_manual_is_written_copied_and_printed(
    agency: Agency, browser_of: Any, tmp_path: Any
) -> None:
    skp = jpt_draft(agency, on=timezone.localdate())
    one = Indikator.objects.filter(hasil__skp=skp).first()
    assert one is not None
    ani = browser_of(agency.ani)
    data = {"suntingan": skp.suntingan, **{n: getattr(MANUAL, n) for n in MANUAL.__slots__}}
    ani.post(reverse("planning:manual_isi", args=[skp.pk, one.pk]), data)
    assert one.manual.definisi == MANUAL.definisi
    page = ani.get(reverse("planning:manual", args=[skp.pk])).content.decode()
    assert page.count("Belum terisi") == Indikator.objects.filter(hasil__skp=skp).count() - 1
    printed = ani.get(reverse("planning:dokumen", args=[skp.pk, "manual"]))
    assert printed.headers["Content-Type"] == "application/pdf"

    Skp.objects.filter(pk=skp.pk).update(status="dibatalkan")
    copied = versions.next_version(plans.now(skp), alasan="", pada=plans.MOMENT)
    assert ManualIndikator.objects.get(indikator__hasil__skp=copied).sumber_data == "Survei"


def test_a_number_needs_a_formula_and_words_do_not(agency: Agency) -> None:
    skp = jpt_draft(agency)
    plain = replace(MANUAL, formula=" ")
    for target, refused in ((True, False), (False, True)):
        one = Indikator.objects.filter(hasil__skp=skp, target__isnull=target).first()
        assert one is not None
        given = plans.by(agency, "ani", skp, suntingan=plans.now(skp).suntingan)
        if refused:
            with pytest.raises(Refused, match="formula"):
                manual.save_manual(indikator_id=one.pk, isi=plain, **given)
        else:
            manual.save_manual(indikator_id=one.pk, isi=plain, **given)


def test_where_the_agency_asks_for_no_manual_there_is_none(agency: Agency, browser_of: Any) -> None:
    skp = plans.draft(agency, on=timezone.localdate())
    address = reverse("planning:manual", args=[skp.pk])
    assert browser_of(agency.ani).get(address).status_code == 404
    as_set(agency, "manual_indikator", "semua")
    assert browser_of(agency.ani).get(address).status_code == 200
