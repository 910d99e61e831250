"""A result supports one thing above it: the pimpinan's result, or what the unit undertakes."""

from typing import Any

import pytest
from django.utils import timezone

from bina.planning import formulir, support
from bina.planning.models import HasilKerja, Skp
from bina.planning.perjanjian.services import perjanjian
from bina.planning.services import drafting, steps, versions
from bina.planning.services.refusals import Refused
from tests.conftest import TODAY, Agency
from tests.planning import agreements, plans, posted
from tests.planning.test_pages import text_of, url


def today() -> Any:
    return timezone.localdate()


def next_version(agency: Agency, old: Any, *, without_first: bool = False) -> Any:
    given = {"actor": agency.named("budi"), "pada": plans.MOMENT, "on": TODAY}
    new = perjanjian.start_change(perjanjian_id=old.pk, alasan="Anggaran berubah", **given)
    if without_first:
        first = new.sasaran.get(nomor=1).pk
        perjanjian.remove_sasaran(sasaran_id=first, **agreements.by(agency, "budi", new))
    return agreements.establish(agency, agreements.now(new))


def test_a_head_supports_what_the_unit_undertakes_by_the_page(
    agency: Agency, browser_of: Any
) -> None:
    made = agreements.established(agency)
    indikator = made.sasaran.get(nomor=1).indikator.all()[0]
    skp, budi = plans.started(agency, "budi", on=today()), browser_of(agency.budi)
    page = text_of(budi, url("hasil_baru", skp.pk))
    assert "Perjanjian kinerja unit" in page
    assert "Indeks kepuasan masyarakat, target 88 indeks" in page
    budi.post(url("hasil_baru", skp.pk), posted.result(skp, mendukung=f"i-{indikator.pk}"))
    hasil = skp.hasil_kerja.get()
    assert (hasil.mendukung_indikator, hasil.mendukung, hasil.mendukung_sasaran) == (
        indikator,
        None,
        None,
    )
    assert "Mendukung perjanjian kinerja unit:" in text_of(budi, url("skp", skp.pk))
    page = text_of(budi, url("hasil", skp.pk, hasil.pk))
    assert f'<option value="i-{indikator.pk}" selected>' in page


def test_changing_what_is_supported_leaves_nothing_of_the_old(
    agency: Agency, browser_of: Any
) -> None:
    made = agreements.established(agency)
    sasaran = made.sasaran.get(nomor=2)
    plans.established(agency, "budi", on=today())
    skp, ani = plans.started(agency, on=today()), browser_of(agency.ani)
    above = HasilKerja.objects.get(skp__pegawai=agency.budi.pk, jenis="utama")
    ani.post(url("hasil_baru", skp.pk), posted.result(skp, mendukung=above.pk))
    hasil = skp.hasil_kerja.get()
    assert hasil.mendukung == above
    skp.refresh_from_db()
    ani.post(url("hasil", skp.pk, hasil.pk), posted.result(skp, hasil, mendukung=f"s-{sasaran.pk}"))
    hasil.refresh_from_db()
    assert (hasil.mendukung, hasil.mendukung_sasaran) == (None, sasaran)


def test_a_draft_and_another_units_targets_are_not_offered(agency: Agency) -> None:
    draft = agreements.drafted(agency)
    hukum = agreements.established(agency, agency.hukum, "gita")
    skp = plans.started(agency)
    for made in (draft, hukum):
        with pytest.raises(Refused, match="tidak berlaku lagi"):
            drafting.save_result(
                **plans.by(agency, "ani", skp, suntingan=0),
                hasil_id=None,
                isi=plans.surat(mendukung_sasaran_id=made.sasaran.get(nomor=1).pk),
            )
    assert not support.sasaran(skp).exists()


def test_support_follows_a_target_into_the_next_version(agency: Agency) -> None:
    old = agreements.established(agency)
    first = old.sasaran.get(nomor=1)
    skp = plans.draft(agency, mendukung_sasaran_id=first.pk)
    hasil = skp.hasil_kerja.get(jenis="utama")
    new = next_version(agency, old)
    same = new.sasaran.get(kunci=first.kunci)
    assert support.chosen(skp, hasil) == f"s-{same.pk}"
    assert "tidak berlaku lagi" not in str(support.choices(skp, hasil, on=TODAY))


def test_what_a_new_version_dropped_stays_until_the_person_changes_it(agency: Agency) -> None:
    old = agreements.established(agency)
    first = old.sasaran.get(nomor=1)
    skp = plans.draft(agency, mendukung_sasaran_id=first.pk)
    hasil = skp.hasil_kerja.get(jenis="utama")
    next_version(agency, old, without_first=True)
    assert "tidak berlaku lagi" in str(support.choices(skp, hasil, on=TODAY))
    drafting.save_result(
        **plans.by(agency, "ani", skp, suntingan=skp.suntingan),
        hasil_id=hasil.pk,
        isi=plans.surat(mendukung_sasaran_id=first.pk, uraian="Lain"),
    )
    hasil.refresh_from_db()
    assert (hasil.uraian, hasil.mendukung_sasaran) == ("Lain", first)


def test_the_form_prints_the_pimpinans_results_only(agency: Agency) -> None:
    """Its column is «Rencana Hasil Kerja Pimpinan yang Diintervensi» (formulir.md 1.2)."""
    first = agreements.established(agency).sasaran.get(nomor=1)
    skp = plans.established(agency, mendukung_sasaran_id=first.pk)
    parts = formulir.form_parts(Skp.objects.for_form().get(pk=skp.pk), on=TODAY)
    assert parts.utama[0].hasil.diintervensi is None


def test_a_new_version_of_a_plan_goes_on_supporting(agency: Agency) -> None:
    first = agreements.established(agency).sasaran.get(nomor=1)
    skp = plans.established(agency, mendukung_sasaran_id=first.pk)
    new = versions.start_change(alasan="Prioritas berubah", **plans.by(agency, "ani", skp))
    assert new.hasil_kerja.get(jenis="utama").mendukung_sasaran == first
    assert steps.submit(**plans.by(agency, "ani", new)).status == "diajukan"
