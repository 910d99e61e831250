"""The pages of the law: for anybody; and the forms of whoever heads the personnel unit."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from bina.law.models import Ketentuan
from bina.law.own_pages import open_names
from bina.rules import explanation
from bina.rules.texts import texts
from tests.conftest import Agency
from tests.law.given import KELAS, POIN, head, own

RULES = sorted(explanation.explanations())


def told(response: Any) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def test_the_list_holds_every_parameter_with_its_basis(
    client: Client, db: None, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(0):
        page = told(client.get(reverse("law:daftar")))
    for name, one in texts().items():
        assert f'id="{name}"' in page
        assert escape(one.values[-1].reference) in page
    assert "Dibaca pada salinan" in page


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_tells_all_that_the_command_prints(
    client: Client, db: None, rule: str, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(0):
        answer = client.get(reverse("law:aturan", args=[rule]))
    one, page = explanation.explanations()[rule], answer.content.decode()
    for line in (one.judul, one.dasar, *one.cara):
        assert line in page
    for name in filter(one.uses, texts()):
        assert f'{reverse("law:daftar")}#{name}"' in page


def test_a_rule_shows_the_values_of_the_chosen_day(client: Client, db: None) -> None:
    address = reverse("law:aturan", args=["nilai_pp30"])
    assert "SKP: 0,7" in told(client.get(address, {"pada": "2021-12-31"}))
    page = told(client.get(address, {"pada": "2022-01-01"}))
    assert "SKP: 0,7" not in page
    assert "Tidak ada naskah yang berlaku pada hari itu." in page


@pytest.mark.parametrize("typed", ["kemarin", "2021-02-30", "9999-99-99", "\x00"])
def test_a_day_that_is_none_is_said_and_kept(client: Client, db: None, typed: str) -> None:
    answer = client.get(reverse("law:aturan", args=["keberatan"]), {"pada": typed})
    assert answer.status_code == 200
    assert "Tanggal ini tidak dikenal" in told(answer)
    assert answer.context["tertulis"] == typed


def test_a_rule_nobody_knows_is_not_found(client: Client, db: None) -> None:
    assert client.get(reverse("law:aturan", args=["hukuman_disiplin"])).status_code == 404


@pytest.mark.parametrize("address", ["/akun/masuk/", "/hukum/"])
def test_the_foot_of_a_page_leads_to_the_law(client: Client, db: None, address: str) -> None:
    assert f'href="{reverse("law:daftar")}"' in told(client.get(address))


def test_the_english_page_is_english_around_the_law(client: Client, db: None) -> None:
    client.cookies["django_language"] = "en"
    page = told(client.get(reverse("law:daftar")))
    assert "Legal basis" in page
    assert "Least JP of a PNS in a calendar year" in page
    assert "Dibaca pada" not in page


def test_own_values_are_shown_to_people_of_the_agency_only(
    agency: Agency, other_agency: Agency, browser_of: Any, django_assert_num_queries: Any
) -> None:
    made = own(agency, head(agency))
    for address in (reverse("law:daftar"), reverse("law:aturan", args=["kesenjangan_kinerja"])):
        ani = browser_of(agency.named("ani"))
        ani.get(address)
        with django_assert_num_queries(3):  # session, person with agency, offices
            ani.get(address)
    page = reverse("law:daftar")
    assert made.dasar in told(browser_of(agency.named("ani")).get(page))
    assert made.dasar not in told(browser_of(other_agency.named("ani")).get(page))
    assert made.dasar not in told(Client().get(page))


@pytest.fixture
def gita(agency: Agency, browser_of: Any) -> Client:
    signed_in: Client = browser_of(head(agency))
    return signed_in


def tomorrow() -> str:
    return (timezone.localdate() + timedelta(days=1)).isoformat()


def filled(**others: str) -> dict[str, str]:
    return {"nilai": "30", "mulai": tomorrow(), "dasar": "SK Bupati 1/2026", **others}


def test_the_list_of_the_head_holds_all_that_is_open(
    gita: Client, django_assert_max_num_queries: Any
) -> None:
    gita.get(reverse("law:ketentuan"))  # the menu is worked out once a session
    with django_assert_max_num_queries(8):
        page = told(gita.get(reverse("law:ketentuan")))
    for name in open_names(timezone.localdate()):
        assert reverse("law:tetapkan", args=[name]) in page


@pytest.mark.parametrize("name", open_names(timezone.localdate()))
def test_every_form_shows_the_present_value_and_says_when_nothing_differs(
    gita: Client, name: str
) -> None:
    address = reverse("law:tetapkan", args=[name])
    form = gita.get(address).context["form"]
    data = {one.html_name: one.value() for one in form if one.value() is not None}
    answer = gita.post(address, {**data, "dasar": "SK 1"})
    errors = [one for found in answer.context["form"].errors.values() for one in found]
    assert errors == ["Nilai ini sama dengan yang berlaku pada tanggal itu. Tidak ada bedanya."]


def test_a_value_is_set_after_its_preview(gita: Client) -> None:
    address = reverse("law:tetapkan", args=[POIN])
    seen = gita.post(address, filled())
    assert (seen.status_code, Ketentuan.objects.count()) == (200, 0)
    shown = seen.context["pratinjau"]
    assert (shown.semula, shown.menjadi) == (["15"], ["30"])
    done = gita.post(address, filled(diperiksa=shown.sidik, tetapkan="ya"))
    assert done.headers["Location"] == reverse("law:ketentuan")
    assert Ketentuan.objects.get().nilai == "30"
    assert "Hasil yang sudah ada tidak berubah" in str(next(iter(get_messages(done.wsgi_request))))


def test_what_was_not_looked_at_is_shown_first(gita: Client) -> None:
    address = reverse("law:tetapkan", args=[POIN])
    seen = gita.post(address, filled()).context["pratinjau"]
    for changed in ({"nilai": "45"}, {"dasar": "SK lain"}, {"diperiksa": ""}):
        data = {**filled(diperiksa=seen.sidik, tetapkan="ya"), **changed}
        assert gita.post(address, data).status_code == 200
    assert not Ketentuan.objects.exists()


@pytest.mark.parametrize(
    ("field", "typed", "why"),
    [
        ("nilai", "banyak", "Masukkan sebuah bilangan."),
        ("nilai", "101", "Isi dengan angka 1 sampai 100."),
        ("nilai", "", "Bidang ini tidak boleh kosong."),
        ("mulai", "2020-01-01", "tidak berlaku surut"),
        ("dasar", "", "Bidang ini tidak boleh kosong."),
    ],
)
def test_what_cannot_be_set_is_said_at_its_field_and_nothing_is_lost(
    gita: Client, field: str, typed: str, why: str
) -> None:
    data = filled(**{field: typed})
    form = gita.post(reverse("law:tetapkan", args=[POIN]), data).context["form"]
    assert any(why in error for error in form.errors[field]), form.errors
    assert {name: form[name].value() for name in data} == data


def test_a_number_is_read_as_indonesians_write_it(gita: Client) -> None:
    data = {
        "nilai-tidak_ada.sampai": "0",
        "nilai-kecil.sampai": "12,5",
        "nilai-sedang.sampai": "40",
        "mulai": tomorrow(),
        "dasar": "SK",
    }
    seen = gita.post(reverse("law:tetapkan", args=[KELAS]), data).context["pratinjau"]
    assert seen.menjadi[1] == "Kecil: sampai 12,5"


def test_what_was_set_can_be_withdrawn_from_the_list(gita: Client) -> None:
    address = reverse("law:tetapkan", args=[POIN])
    seen = gita.post(address, filled()).context["pratinjau"]
    gita.post(address, filled(diperiksa=seen.sidik, tetapkan="ya"))
    made = Ketentuan.objects.get()
    page = told(gita.get(reverse("law:ketentuan")))
    assert reverse("law:cabut", args=[made.pk]) in page
    gita.post(reverse("law:cabut", args=[made.pk]))
    made.refresh_from_db()
    assert made.dicabut_pada is not None
    again = gita.post(reverse("law:cabut", args=[made.pk]), follow=True)
    assert "sudah berlaku atau sudah dicabut" in told(again)
    assert "Dicabut" in told(gita.get(reverse("law:ketentuan")))


def test_a_typed_word_is_never_markup(gita: Client) -> None:
    data = filled(dasar="<script>alert(1)</script>")
    assert "<script>alert" not in told(gita.post(reverse("law:tetapkan", args=[POIN]), data))
