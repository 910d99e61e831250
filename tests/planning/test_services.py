"""Every act on an SKP: what it does, what it refuses, what it leaves in the trail."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from bina.core.models import Jejak
from bina.core.workflow import WrongState
from bina.people.models import Jabatan, Penempatan
from bina.planning import support
from bina.planning.isi import IsiHasil
from bina.planning.models import (
    ButirLampiran,
    EkspektasiPerilaku,
    HasilKerja,
    Indikator,
    NilaiPerilaku,
    Pengembalian,
    Skp,
)
from bina.planning.services import drafting, steps
from bina.planning.services.refusals import Incomplete, Refused, Stale
from bina.planning.workflow import Status
from tests.conftest import NEW_YEAR, TODAY, Agency
from tests.planning import plans
from tests.planning.plans import MOMENT, acts, by, now

# Starting


def test_a_new_plan_has_seven_values_and_a_suggested_annex(agency: Agency) -> None:
    skp = plans.started(agency)
    assert (skp.mulai, skp.selesai) == (NEW_YEAR, date(2026, 12, 31))
    assert (skp.status, skp.jenis, skp.penilai) == (Status.DRAF, "ja_jf", None)
    assert {one.nilai for one in skp.perilaku.all()} == set(NilaiPerilaku.values)
    assert {one.jenis for one in skp.lampiran.all()} == {
        "sumber_daya", "pertanggungjawaban", "konsekuensi",
    }  # fmt: skip
    assert acts() == ["skp.mulai"]


def test_a_high_leader_writes_the_other_form(agency: Agency) -> None:
    Jabatan.objects.filter(nama="Sekretaris Daerah").update(jenjang="JPT Pratama")
    assert plans.started(agency, "fitri").jenis == "jpt"


def test_one_plan_for_one_placement_and_year(agency: Agency) -> None:
    first = plans.started(agency)
    with pytest.raises(Refused):
        plans.started(agency)
    steps.cancel(**by(agency, "ani", first))
    assert plans.started(agency).pk != first.pk


def test_nobody_starts_a_plan_for_the_placement_of_another(agency: Agency) -> None:
    with pytest.raises(Penempatan.DoesNotExist):
        drafting.start_skp(
            penempatan_id=agency.eko.penempatan.get().pk,
            pendekatan="kuantitatif",
            actor=agency.named("ani"),
            pada=MOMENT,
            on=TODAY,
        )


def test_a_placement_begun_in_the_year_has_a_plan_from_that_day(agency: Agency) -> None:
    Penempatan.objects.filter(orang=agency.ani).update(mulai=date(2026, 2, 16))
    assert plans.started(agency).mulai == date(2026, 2, 16)


# Writing


def test_a_result_is_written_with_its_indicators_and_counted(agency: Agency) -> None:
    skp = plans.started(agency)
    hasil = drafting.save_result(
        hasil_id=None, isi=plans.surat(), suntingan=0, **by(agency, "ani", skp)
    )
    kept, *rest = hasil.indikator.all()
    assert len(rest) == 2
    changed = replace(plans.KUNJUNGAN, id=kept.pk, target=Decimal(300))
    drafting.save_result(
        hasil_id=hasil.pk,
        isi=plans.surat(indikator=(changed,)),
        suntingan=1,
        **by(agency, "ani", skp),
    )
    only = hasil.indikator.get()
    assert (only.pk, only.kunci, only.target) == (kept.pk, kept.kunci, Decimal(300))
    assert now(skp).suntingan == 2
    assert acts() == ["skp.mulai", "skp.simpan_hasil", "skp.simpan_hasil"]


def test_the_trail_of_a_draft_names_parts_and_holds_no_words(agency: Agency) -> None:
    plans.draft(agency)
    lines = "".join(Jejak.objects.values_list("isi", flat=True))
    for words in ("Surat masuk", "Warga", "240", "Mengajak bagian lain"):
        assert words not in lines


def test_a_stale_save_changes_nothing(agency: Agency) -> None:
    skp = plans.draft(agency)
    with pytest.raises(Stale) as stale:
        drafting.save_lampiran(isi={}, suntingan=0, **by(agency, "ani", skp))
    assert stale.value.suntingan == now(skp).suntingan
    assert skp.lampiran.exists()


def test_a_result_supports_only_what_the_pimpinan_runs(agency: Agency) -> None:
    strange = plans.established(agency, "gita").hasil_kerja.get(jenis="utama")
    skp = plans.started(agency)
    with pytest.raises(Refused):
        drafting.save_result(
            hasil_id=None,
            isi=plans.surat(mendukung_id=strange.pk),
            suntingan=0,
            **by(agency, "ani", skp),
        )
    above = plans.established(agency, "budi").hasil_kerja.get(jenis="utama")
    assert list(support.results(skp, on=TODAY).filter(jenis="utama")) == [above]


def test_an_indicator_of_another_plan_cannot_be_taken_over(agency: Agency) -> None:
    mine, theirs = plans.draft(agency), plans.draft(agency, "eko")
    stolen = Indikator.objects.filter(hasil__skp=theirs)[0]
    with pytest.raises(Indikator.DoesNotExist):
        drafting.save_result(
            hasil_id=mine.hasil_kerja.get(jenis="utama").pk,
            isi=plans.surat(indikator=(replace(plans.KUNJUNGAN, id=stolen.pk),)),
            suntingan=mine.suntingan,
            **by(agency, "ani", mine),
        )
    with pytest.raises(HasilKerja.DoesNotExist):
        drafting.remove_result(
            hasil_id=theirs.hasil_kerja.get(jenis="utama").pk,
            suntingan=mine.suntingan,
            **by(agency, "ani", mine),
        )


def test_results_move_among_their_kind(agency: Agency) -> None:
    skp = plans.draft(agency)
    for number, uraian in enumerate(("B", "C"), 3):
        drafting.save_result(
            hasil_id=None,
            isi=IsiHasil(uraian),
            suntingan=number,
            **by(agency, "ani", skp),
        )
    last = skp.hasil_kerja.get(uraian="C")
    for number in (5, 6, 7):
        drafting.move_result(hasil_id=last.pk, up=True, suntingan=number, **by(agency, "ani", skp))
    order = list(skp.hasil_kerja.filter(jenis="utama").order_by("urutan").values_list("uraian"))
    assert [one[0] for one in order] == ["C", plans.surat().uraian, "B"]


# Submitting


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda skp: skp.hasil_kerja.filter(jenis="utama").delete(), "hasil kerja utama"),
        (lambda skp: skp.hasil_kerja.update(manfaat=" "), "Manfaatnya"),
        (lambda skp: skp.hasil_kerja.update(penerima_manfaat=""), "Penerima manfaat"),
        (lambda skp: Indikator.objects.filter(hasil__skp=skp).delete(), "indikator"),
        (lambda skp: Indikator.objects.filter(hasil__skp=skp).update(uraian="Sama"), "yang sama"),
        (lambda skp: Indikator.objects.filter(hasil__skp=skp).update(satuan=""), "Satuan"),
        (lambda skp: Indikator.objects.filter(hasil__skp=skp).update(aspek=""), "Aspek"),
        (lambda skp: skp.lampiran.filter(jenis="konsekuensi").delete(), "Konsekuensi"),
        (lambda skp: skp.perilaku.filter(nilai="loyal").delete(), "Tujuh nilai"),
        (lambda skp: Skp.objects.filter(pk=skp.pk).update(jenis="jpt"), "Perspektif"),
    ],
)
def test_an_incomplete_plan_is_not_submitted(agency: Agency, spoil: Any, said: str) -> None:
    skp = plans.draft(agency)
    spoil(skp)
    with pytest.raises(Incomplete) as refusal:
        steps.submit(**by(agency, "ani", skp))
    assert any(said in one.pesan for one in refusal.value.missing)
    assert now(skp).status == Status.DRAF


def test_submitting_writes_down_the_penilai_of_that_day(agency: Agency) -> None:
    agency.record_superior(agency.ani, agency.gita)
    skp = plans.submitted(agency)
    assert (skp.penilai, skp.diajukan_pada) == (agency.gita, MOMENT)


def test_without_a_recorded_superior_it_is_said_how_to_get_one(agency: Agency) -> None:
    skp = plans.draft(agency, "fitri")
    with pytest.raises(Refused, match="Atasan saya"):
        steps.submit(**by(agency, "fitri", skp))
    agency.record_superior(agency.fitri, agency.lestari)
    assert steps.submit(**by(agency, "fitri", skp)).penilai == agency.lestari


# Locked


def test_a_submitted_plan_is_locked_for_its_writer(agency: Agency) -> None:
    skp = plans.submitted(agency)
    hasil = skp.hasil_kerja.get(jenis="utama")
    seen = {"suntingan": skp.suntingan, **by(agency, "ani", skp)}
    locked: list[Any] = [
        lambda: drafting.save_result(hasil_id=None, isi=plans.surat(), **seen),
        lambda: drafting.save_result(hasil_id=hasil.pk, isi=plans.surat(), **seen),
        lambda: drafting.remove_result(hasil_id=hasil.pk, **seen),
        lambda: drafting.move_result(hasil_id=hasil.pk, up=True, **seen),
        lambda: drafting.save_lampiran(isi={}, **seen),
        lambda: drafting.save_ekspektasi(isi={"loyal": "x"}, **seen),
    ]
    for act in locked:
        with pytest.raises(WrongState):
            act()
    steps.withdraw(**by(agency, "ani", skp))
    drafting.save_ekspektasi(isi={"loyal": "x"}, **seen)


LOCKED_ROWS = [
    lambda skp: HasilKerja.objects.filter(skp=skp).update(uraian="lain"),
    lambda skp: Indikator.objects.filter(hasil__skp=skp).update(target=1),
    lambda skp: EkspektasiPerilaku.objects.filter(skp=skp).update(ekspektasi_khusus="lain"),
    lambda skp: ButirLampiran.objects.filter(skp=skp).update(uraian="lain"),
]


@pytest.mark.parametrize("act", LOCKED_ROWS)
def test_the_database_keeps_an_agreed_plan_as_it_was(agency: Agency, act: Any) -> None:
    skp = plans.established(agency)
    with pytest.raises(IntegrityError, match="terkunci"), transaction.atomic():
        act(skp)


def test_the_database_refuses_an_undated_agreement(agency: Agency) -> None:
    skp = plans.submitted(agency)
    with pytest.raises(IntegrityError, match="skp_ditetapkan_bertanggal"), transaction.atomic():
        Skp.objects.filter(pk=skp.pk).update(status=Status.DITETAPKAN)


def test_the_database_refuses_a_person_as_their_own_penilai(agency: Agency) -> None:
    skp = plans.draft(agency)
    with pytest.raises(IntegrityError, match="skp_bukan_untuk_diri_sendiri"), transaction.atomic():
        Skp.objects.filter(pk=skp.pk).update(penilai=agency.ani)


# The penilai


def test_a_plan_sent_back_comes_with_its_reason_and_is_mended(agency: Agency) -> None:
    skp = plans.submitted(agency)
    seen = {"suntingan": skp.suntingan, **by(agency, "budi", skp)}
    with pytest.raises(Refused):
        steps.send_back(alasan="  ", **seen)
    steps.send_back(alasan="Target terlalu rendah", **seen)
    assert Pengembalian.objects.get(skp=skp).alasan == "Target terlalu rendah"
    assert now(skp).status == Status.DIKEMBALIKAN
    drafting.save_ekspektasi(isi={"loyal": "x"}, suntingan=skp.suntingan, **by(agency, "ani", skp))
    steps.submit(**by(agency, "ani", skp))
    again = now(skp)
    steps.establish(suntingan=again.suntingan, **by(agency, "budi", skp))
    assert now(skp).ditetapkan_oleh == agency.budi


def test_what_changed_unseen_is_not_established(agency: Agency) -> None:
    skp = plans.submitted(agency)
    read = skp.suntingan
    steps.withdraw(**by(agency, "ani", skp))
    drafting.save_ekspektasi(isi={"loyal": "x"}, suntingan=read, **by(agency, "ani", skp))
    steps.submit(**by(agency, "ani", skp))
    for act in (steps.establish, lambda **given: steps.send_back(alasan="x", **given)):
        with pytest.raises(Stale):
            act(suntingan=read, **by(agency, "budi", skp))
    assert now(skp).status == Status.DIAJUKAN


def test_the_penilai_adjusts_the_expectations_and_nothing_else(agency: Agency) -> None:
    skp = plans.submitted(agency)
    before = {one.pk: one.uraian for one in skp.hasil_kerja.all()}
    steps.fill_ekspektasi(
        isi={"harmonis": "Menyapa", "uraian": "x", "status": "ditetapkan"},
        suntingan=skp.suntingan,
        **by(agency, "budi", skp),
    )
    assert skp.perilaku.get(nilai="harmonis").ekspektasi_khusus == "Menyapa"
    assert skp.perilaku.count() == 7
    assert {one.pk: one.uraian for one in skp.hasil_kerja.all()} == before
    assert (now(skp).status, now(skp).suntingan) == (Status.DIAJUKAN, skp.suntingan + 1)
    assert acts()[-1] == "skp.isi_ekspektasi"


def test_establishing_leaves_a_line_with_both_states(agency: Agency) -> None:
    skp = plans.established(agency)
    line = Jejak.objects.order_by("-nomor")[0]
    assert (line.tindakan, line.pelaku_id, line.tentang_id) == (
        "skp.tetapkan", agency.budi.pk, agency.ani.pk,
    )  # fmt: skip
    assert line.fakta["dari"] == {"status": "diajukan"}
    assert line.fakta["ke"] == {"status": "ditetapkan", "versi": skp.versi}
