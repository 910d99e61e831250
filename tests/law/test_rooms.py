"""Every room judges by the law of the person's agency, and what was judged stays as it was."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse

from bina.appraisal.models import Evaluasi
from bina.appraisal.reading import last_day_judged
from bina.competency import door as competency
from bina.guidance import attention
from bina.law import door as law_room
from bina.law.checking import Refused
from bina.law.models import Ketentuan
from bina.monitoring import door as monitoring
from bina.people.models import Instansi
from bina.rules.parameters import AGENCY
from bina.rules.perlan10_2018 import jam_pelajaran
from bina.rules.refusal import Manual
from tests.appraisal import given as appraisal
from tests.competency.test_hours import credit
from tests.conftest import NOON, TODAY, Agency
from tests.guidance import given as guidance
from tests.law.given import KELAS, POIN, SINCE, head, own
from tests.monitoring.given import plan
from tests.planning import plans

AUTUMN = date(2026, 10, 7)
HEADS = "permenpanrb6_2022.rating_pimpinan_unit"
STRICT = {
    "istimewa": "sesuai",
    "baik": "di_bawah",
    "butuh_perbaikan": "di_bawah",
    "kurang": "di_bawah",
    "sangat_kurang": "di_bawah",
}


def test_a_result_lags_by_the_bound_of_the_agency(agency: Agency) -> None:
    skp = plans.established(agency)
    own(agency, head(agency), bagian={"": Decimal(90)})
    progress = list(monitoring.progress_of([skp.pk], on=AUTUMN).values())
    ani = agency.named("ani")
    assert not attention.of_progress(progress, ani, on=AUTUMN)[skp.pk]
    year_end = date(2026, 12, 31)
    progress = list(monitoring.progress_of([skp.pk], on=year_end).values())
    found = attention.of_progress(progress, ani, on=year_end)[skp.pk]
    assert found[0].sinyal.dasar["tag"] == AGENCY


def test_a_gap_is_classed_by_the_bands_of_the_agency(agency: Agency) -> None:
    wide = {"tidak_ada.sampai": 0, "kecil.sampai": 99, "sedang.sampai": 100}
    own(agency, head(agency), KELAS, {name: Decimal(one) for name, one in wide.items()})
    before, after = guidance.weighed(agency), None
    assert before.kelas == "tinggi"
    before.status = "batal"
    before.save()
    after = guidance.weighed(agency, on=SINCE)
    assert (after.kelas, after.dasar[0]["tag"]) == ("sedang", AGENCY)
    before.refresh_from_db()
    assert (before.kelas, before.dasar[0]["tag"]) == ("tinggi", "design")


def test_the_mix_of_learning_follows_the_agency(agency: Agency) -> None:
    credit(agency, 1)
    shares = dict.fromkeys(("coaching", "mentoring"), "pengalaman")
    own(agency, head(agency), "perlan10_2018.bauran_pembelajaran", shares)
    assert competency.account(agency.ani.pk, on=TODAY).bauran.sosial == 100
    after = competency.account(agency.ani.pk, on=SINCE).bauran
    assert (after.pengalaman, after.dasar[0].tag) == (100, AGENCY)


def test_a_jalur_without_a_row_earns_what_the_agency_says(agency: Agency) -> None:
    row = {"hitungan": "hari", "nasional": Decimal(5), "internasional": None}
    first = date(2026, 4, 1)
    own(agency, head(agency), "perlan10_2018.klasikal_lain", row, mulai=first)
    law = law_room.parameters(Instansi.objects.get(pk=agency.instansi.pk))
    done = [{"jalur": "klasikal_lain", "lingkup": "nasional", "hari": 2}]
    assert jam_pelajaran(kegiatan=done, law=law, on=first).jp == 10
    with pytest.raises(Manual):
        jam_pelajaran(kegiatan=done, law=law, on=date(2026, 3, 31))
    with pytest.raises(Manual):  # no figure was set for abroad
        jam_pelajaran(kegiatan=[{**done[0], "lingkup": "internasional"}], law=law, on=first)


def test_a_month_of_hours_is_judged_by_the_law_of_its_first_day(agency: Agency) -> None:
    """Whatever is entered later, and even were a value to begin within the month."""
    gita = head(agency)
    raised = "perlan10_2018.kenaikan_internasional"
    own(agency, gita, raised, {"": Decimal(25)}, mulai=date(2026, 5, 1))
    middle = {"parameter": raised, "mulai": date(2026, 4, 15), "nilai": "30", "dasar": "SK"}
    Ketentuan.objects.create(
        instansi=agency.instansi,
        hari=TODAY,
        ditetapkan_oleh=gita,
        ditetapkan_pada=NOON,
        **middle,
    )
    tags = {}
    for number, day in enumerate((date(2026, 4, 20), date(2026, 4, 3), date(2026, 5, 2))):
        row = credit(agency, number, day)
        tags[day] = [one["tag"] for one in row.dasar if one["name"] == raised]
    assert list(tags.values()) == [["default"], ["default"], [AGENCY]]


def _released(agency: Agency) -> Evaluasi:
    plans.established(agency)
    return appraisal.released(agency)


def test_the_last_day_judged_is_the_end_of_the_period_for_what_was_used(agency: Agency) -> None:
    quarter = date(2026, 3, 31)
    made = _released(agency)
    assert made.dasar[0]["name"] == "permenpanrb6_2022.kuadran"
    assert last_day_judged(agency.instansi.pk, "permenpanrb6_2022.kuadran") == quarter
    assert last_day_judged(agency.instansi.pk, HEADS) is None
    assert last_day_judged(agency.instansi.pk, "permenpanrb6_2022") is None


def test_the_basis_of_a_head_names_what_the_units_rating_proposed(agency: Agency) -> None:
    own(agency, head(agency), HEADS, STRICT)
    plans.established(agency, "budi")
    appraisal.reached(agency, "baik")
    skp = plan(agency, "budi").skp_id
    isi = appraisal.Isi("di_bawah", "sesuai", alasan_hasil="Target unit tercapai seadanya.")
    made = appraisal.saved(agency, isi, who="fitri", skp_id=skp)
    made = appraisal.release(made, agency, "fitri")
    assert [(one["name"], one["tag"]) for one in made.dasar] == [
        ("permenpanrb6_2022.kuadran", "copies"),
        (HEADS, AGENCY),
    ]


def test_a_released_evaluation_judged_ahead_holds_the_day_back(agency: Agency) -> None:
    """Rated on 2 March by the end of March: a value of 3 March would change the answer."""
    made = _released(agency)
    basis = [{"name": HEADS, "since": "2022-01-01", "reference": "x", "tag": "default"}]
    Evaluasi.objects.filter(pk=made.pk).update(dasar=basis)
    gita = head(agency)
    with pytest.raises(Refused, match="Paling awal 1 April 2026"):
        own(agency, gita, HEADS, STRICT)
    own(agency, gita, HEADS, STRICT, mulai=date(2026, 4, 1))


def test_another_agencys_results_hold_nothing_back(agency: Agency, other_agency: Agency) -> None:
    made = _released(agency)
    basis = [{"name": HEADS, "since": "2022-01-01", "reference": "x", "tag": "default"}]
    Evaluasi.objects.filter(pk=made.pk).update(dasar=basis)
    own(other_agency, head(other_agency), HEADS, STRICT)


def pages(agency: Agency) -> dict[str, tuple[str, str]]:
    """Who looks where, and the basis that must stand there."""
    credit(agency, 9)
    triase = guidance.weighed(agency)
    evaluasi = appraisal.released(agency)
    return {
        "akun": ("ani", reverse("competency:akun")),
        "triase": ("ani", reverse("guidance:triase", args=[triase.pk])),
        "evaluasi": ("ani", reverse("appraisal:evaluasi", args=[evaluasi.pk])),
    }


def test_each_result_shows_its_basis_with_article_since_and_tag(
    agency: Agency, browser_of: Any
) -> None:
    expected = {
        "akun": ("PP 11/2017 Pasal 203 ayat (4)", "7 April 2017. Dibaca pada salinan."),
        "triase": ("PP 11/2017 Pasal 206", "7 April 2017. Pilihan Bina."),
        "evaluasi": ("kuadran kinerja pegawai", "1 Januari 2022. Dibaca pada beberapa salinan."),
    }
    for name, (who, address) in pages(agency).items():
        page = browser_of(agency.named(who)).get(address).content.decode()
        assert "<summary>Dasar</summary>" in page, name
        for words in expected[name]:
            assert words in page, (name, words)


def test_a_basis_that_a_newer_bina_no_longer_has_is_still_shown(agency: Agency) -> None:
    from bina.law.templatetags.law import dasar_hukum

    gone = {"name": "lama.hilang", "since": "2020-01-01", "reference": "PP 1", "tag": AGENCY}
    (line,) = dasar_hukum([gone, gone])["butir"]
    assert (line["rujukan"], line["url"], str(line["asal"])) == ("PP 1", "", "Ketentuan instansi")


def test_signals_without_own_values_rest_on_the_text(agency: Agency) -> None:
    skp = plans.established(agency)
    progress = list(monitoring.progress_of([skp.pk], on=AUTUMN).values())
    found = attention.of_progress(progress, agency.named("ani"), on=AUTUMN)[skp.pk]
    assert found[0].sinyal.dasar["name"] == POIN
