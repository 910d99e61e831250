"""After guidance: nine texts past whoever guided (B.1.8), and competency with grounds (B.1.9)."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import translation

from bina.core.models import Jejak
from bina.core.workflow import WrongState
from bina.documents.door import SUBJEK as PRINTED
from bina.guidance.models import EvaluasiKompetensi, NilaiKompetensi, UmpanBalikAkhir
from bina.guidance.services.refusals import Refused
from bina.guidance.sesudah import forms, formulir, home_lines, services
from bina.guidance.sesudah.services import IsiNilai
from tests.conftest import TODAY, Agency
from tests.guidance import ended, given, mentored

SEEN = UmpanBalikAkhir.objects.visible_to


def test_what_ani_says_goes_to_the_superior_of_her_coach(agency: Agency) -> None:
    made = ended.handed_over(agency, ended.closed(agency))
    assert (made.pemandu_id, made.kepada_id) == (agency.citra.pk, agency.gita.pk)
    assert [getattr(made, name) for name in UmpanBalikAkhir.KRITERIA] == list(ended.SAID.values())


def test_what_she_says_of_her_penilai_goes_to_the_penilais_superior(agency: Agency) -> None:
    made = ended.handed_over(agency, ended.closed(agency, given.BY_BUDI))
    assert (made.pemandu_id, made.kepada_id) == (agency.budi.pk, agency.fitri.pk)


def test_a_coach_from_outside_has_no_superior_here_so_that_of_the_pimpinan_reads_it(
    agency: Agency,
) -> None:
    one = ended.closed(agency)
    one.coach = agency.lestari
    one.save(update_fields=["coach"])
    assert ended.handed_over(agency, one).kepada_id == agency.fitri.pk


def test_ani_is_never_handed_what_she_wrote_herself(agency: Agency) -> None:
    """Citra stands under her by the file: then the pimpinan's superior reads it."""
    one = ended.closed(agency)
    agency.record_superior(agency.citra, agency.ani)
    assert ended.handed_over(agency, one).kepada_id == agency.fitri.pk


def test_with_nobody_above_it_is_refused_in_words_and_nothing_is_lost(agency: Agency) -> None:
    one = ended.closed(agency)
    one.coach = one.penilai = agency.lestari
    one.coach_jenis, one.konflik_dinyatakan = "pimpinan", True
    one.save()
    with pytest.raises(Refused, match="Minta pengelola kinerja mencatat atasannya"):
        ended.handed_over(agency, one)
    assert not UmpanBalikAkhir.objects.exists()


def test_only_its_writer_and_the_addressee_ever_see_it(agency: Agency) -> None:
    ended.handed_over(agency, ended.closed(agency))
    readers = {name for name, who in agency.everybody().items() if SEEN(who, on=TODAY).exists()}
    assert readers == {"ani", "gita"}


def test_whoever_guided_is_kept_out_even_where_it_was_addressed_to_them(agency: Agency) -> None:
    """The database refuses it, and the access table would."""
    made = ended.handed_over(agency, ended.closed(agency))
    rows = UmpanBalikAkhir.objects.filter(pk=made.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(kepada=agency.citra)


def test_once_handed_over_it_stands(agency: Agency) -> None:
    one = ended.closed(agency)
    made = ended.handed_over(agency, one)
    with pytest.raises(WrongState):
        ended.handed_over(agency, one)
    rows = UmpanBalikAkhir.objects.filter(pk=made.pk)
    for change in ({"positif": "lain"}, {"kepada": agency.fitri}):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**change)


def test_nothing_is_said_before_the_guidance_is_over(agency: Agency) -> None:
    one = given.signed(agency).coaching
    with pytest.raises(Refused, match="belum selesai"):
        ended.handed_over(agency, one)
    with pytest.raises(Refused, match="belum selesai"):
        ended.judged(agency, one)


def test_a_coaching_closed_without_a_signed_session_has_nothing_to_speak_of(
    agency: Agency,
) -> None:
    one = given.begun(agency).coaching
    one.status = "selesai"
    one.save(update_fields=["status"])
    with pytest.raises(Refused, match="belum selesai"):
        ended.handed_over(agency, one)


@pytest.mark.parametrize("left", UmpanBalikAkhir.KRITERIA)
def test_none_of_the_nine_may_stay_empty(agency: Agency, left: str) -> None:
    with pytest.raises(Refused, match="kesembilan"):
        ended.handed_over(agency, ended.closed(agency), {**ended.SAID, left: "  "})


def test_only_the_person_guided_fills_it_in(agency: Agency) -> None:
    one = ended.closed(agency)
    for who in ("citra", "budi"):
        with pytest.raises(PermissionDenied):
            ended.handed_over(agency, one, who=who)


def test_mentoring_is_spoken_of_once_both_have_signed_its_report(agency: Agency) -> None:
    one = mentored.signed(agency)
    made = services.hand_over(
        jenis="mentoring",
        kasus_id=one.pk,
        jawaban=ended.SAID,
        actor=agency.named("ani"),
        **given.when(),
    )
    assert (made.mentoring_id, made.kepada_id) == (one.pk, agency.gita.pk)


def test_the_addressee_marks_it_read_once(agency: Agency) -> None:
    made = ended.handed_over(agency, ended.closed(agency))
    facts = {"pk": made.pk, **given.when()}
    with pytest.raises(PermissionDenied):
        services.mark_read(actor=agency.named("ani"), **facts)
    services.mark_read(actor=agency.named("gita"), **facts)
    with pytest.raises(WrongState):
        services.mark_read(actor=agency.named("gita"), **facts)


def test_the_trail_tells_that_it_was_said_and_no_word_of_it(agency: Agency) -> None:
    ended.handed_over(agency, ended.closed(agency))
    line = Jejak.objects.get(tindakan="umpan_balik_akhir.serahkan")
    assert (line.pelaku_id, line.fakta) == (agency.ani.pk, {})


def test_beranda_asks_each_for_their_own(agency: Agency) -> None:
    one = ended.closed(agency)
    assert tasks(agency, "ani") == ["Isi umpan balik bimbingan"]
    assert tasks(agency, "citra") == ["Nilai kompetensi Ani sesudah bimbingan"]
    assert tasks(agency, "budi") == ["Nilai kompetensi Ani sesudah bimbingan"]
    ended.handed_over(agency, one)
    ended.judged(agency, one)
    assert tasks(agency, "ani") == tasks(agency, "citra") == tasks(agency, "budi") == []
    assert tasks(agency, "gita") == ["Baca umpan balik bimbingan Ani"]


def tasks(agency: Agency, who: str) -> list[str]:
    found = home_lines.queues(agency.named(who), on=TODAY)
    return [line.judul for one in found for line in one.tugas(one.rows)]


def test_competency_is_judged_by_the_coach_as_assigned_or_by_the_pimpinan(agency: Agency) -> None:
    made = ended.judged(agency, ended.closed(agency))
    assert (made.oleh_id, made.sebagai) == (agency.citra.pk, "pihak_lain")
    first = made.kompetensi.first()
    assert first is not None
    assert (first.nama, first.sebelum, first.nilai) == ("Menyusun naskah dinas", 2, 4)


def test_the_pimpinan_judges_as_pimpinan_and_the_second_is_told_somebody_was_faster(
    agency: Agency,
) -> None:
    one = ended.closed(agency)
    assert ended.judged(agency, one, who="budi").sebagai == "pimpinan"
    with pytest.raises(WrongState):
        ended.judged(agency, one)
    assert EvaluasiKompetensi.objects.count() == 1


@pytest.mark.parametrize(
    ("nilai", "why"),
    [
        ((), "paling sedikit satu"),
        ((IsiNilai(" ", 3, "Ya"),), "nama"),
        ((IsiNilai("A", 3, "Ya"), IsiNilai("a", 4, "Ya")), "dua kali"),
        ((IsiNilai("A", 6, "Ya"),), "1 sampai 5"),
        ((IsiNilai("A", 0, "Ya"),), "1 sampai 5"),
        ((IsiNilai("A", 3, "Ya", 6, 2),), "1 sampai 5"),
        ((IsiNilai("A", 3, " "),), "alasan"),
        ((IsiNilai("A", 3, "Ya", 4, None),), "berdua"),
    ],
)
def test_what_is_wrong_with_a_judgement_is_said(agency: Agency, nilai: Any, why: str) -> None:
    with pytest.raises(Refused, match=why):
        ended.judged(agency, ended.closed(agency), nilai)
    assert not EvaluasiKompetensi.objects.exists()


def test_ani_does_not_judge_herself(agency: Agency) -> None:
    with pytest.raises(PermissionDenied):
        ended.judged(agency, ended.closed(agency), who="ani")


def test_a_judgement_stands_and_is_read_by_the_person_the_judge_and_the_penilai(
    agency: Agency,
) -> None:
    made = ended.judged(agency, ended.closed(agency))
    seen = EvaluasiKompetensi.objects.visible_to
    readers = {name for name, who in agency.everybody().items() if seen(who, on=TODAY).exists()}
    assert readers == {"ani", "citra", "budi"}
    with pytest.raises(IntegrityError), transaction.atomic():
        NilaiKompetensi.objects.filter(evaluasi=made).update(nilai=5)


def test_the_page_asks_in_the_words_that_are_printed() -> None:
    with translation.override("id"):
        asked = [str(label) for _part, rows in forms.SUBJEK for _name, label in rows]
    assert asked == [one for _part, criteria in PRINTED for one in criteria]
    assert tuple(forms.LABELS) == UmpanBalikAkhir.KRITERIA


def test_the_papers_carry_header_words_and_codes(agency: Agency) -> None:
    one = ended.closed(agency)
    said = formulir.feedback_form(ended.handed_over(agency, one)).data()
    assert said["kode_format"] == "B.1.8"
    assert [row[2] for row in said["kepala"]["baris"]][-1] == "UNIT KERJA"
    assert [who["nama"] for who in said["penanda_tangan"]] == ["Ani"]
    judged = formulir.competency_form(ended.judged(agency, one)).data()
    assert judged["isi"]["baris"][0] == [
        "Menyusun naskah dinas", "4", "Tiga naskah terakhir diterima sekali baca.",
    ]  # fmt: skip
    assert judged["penanda_tangan"][0]["peran"] == "Pihak lain yang diberikan penugasan khusus"


def test_ani_fills_in_the_page_and_gita_reads_it(agency: Agency, browser_of: Any, at: Any) -> None:
    one = ended.closed(agency, **at)
    ani, page = browser_of(agency.named("ani")), _page("umpan_balik_isi", "coaching", one.pk)
    refused = ani.post(page, {**ended.SAID, "positif": "", "setuju": "on"})
    assert "Kata tentang dihargai" in refused.content.decode()
    assert not UmpanBalikAkhir.objects.exists()
    done = ani.post(page, {**ended.SAID, "setuju": "on"}, follow=True).content.decode()
    assert "Dibaca oleh Gita" in done
    made = UmpanBalikAkhir.objects.get()
    gita = browser_of(agency.named("gita"))
    assert "Kata tentang bertanya" in gita.get(_page("umpan_balik_akhir", made.pk)).content.decode()
    assert gita.get(_page("umpan_balik_pdf", made.pk))["Content-Type"] == "application/pdf"
    assert gita.post(_page("umpan_balik_dibaca", made.pk)).status_code == 302
    made.refresh_from_db()
    assert made.dibaca_pada is not None
    read = Jejak.objects.filter(tindakan="umpan_balik_akhir.baca", pelaku=agency.gita)
    assert read.count() == 2


def test_citra_fills_in_the_competency_page(agency: Agency, browser_of: Any, at: Any) -> None:
    one = ended.closed(agency, **at)
    citra, page = browser_of(agency.named("citra")), _page("kompetensi_nilai", "coaching", one.pk)
    rows = {"kompetensi-TOTAL_FORMS": "2", "kompetensi-INITIAL_FORMS": "0"}
    first = {"kompetensi-0-nama": "Menyusun naskah", "kompetensi-0-nilai": "4"}
    refused = citra.post(page, {**rows, **first}).content.decode()
    assert "Isi alasannya." in refused
    assert "Menyusun naskah" in refused
    half = {"kompetensi-0-alasan": "Diterima", "kompetensi-0-sebelum": "2"}
    assert "berdua" in citra.post(page, {**rows, **first, **half}).content.decode()
    whole = {**rows, **first, **half, "kompetensi-0-standar": "4"}
    done = citra.post(page, whole, follow=True).content.decode()
    assert "Menyusun naskah" in done
    made = EvaluasiKompetensi.objects.get()
    assert citra.get(_page("kompetensi_pdf", made.pk))["Content-Type"] == "application/pdf"


def test_the_list_costs_the_same_for_one_and_for_many(
    agency: Agency, browser_of: Any, at: Any, django_assert_num_queries: Any
) -> None:
    ended.closed(agency, **at)
    browser = browser_of(agency.named("ani"))
    browser.get(_page("sesudah"))
    with django_assert_num_queries(10):
        browser.get(_page("sesudah"))
    for _number in range(3):
        ended.copied(agency)
    mentored.signed(agency, **at)
    with django_assert_num_queries(10):
        assert browser.get(_page("sesudah")).content.decode().count("Isi umpan balik<") == 5


def _page(name: str, *args: Any) -> str:
    return reverse(f"guidance:{name}", args=args)
