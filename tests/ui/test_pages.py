"""The pages of the room itself: choices of look and language, components, errors."""

import re
from http import HTTPStatus

import pytest
from django.http import HttpRequest
from django.template import loader
from django.test import Client, RequestFactory
from django.utils import translation

from bina.ui import views

ERRORS = ("400", "403", "403_csrf", "404", "429", "500", "sesi_berakhir")
ELSEWHERE = [
    "https://jahat.example/",
    "//jahat.example/",
    "http://testserver.jahat.example/",
    "https:///jahat.example",
    "javascript:alert(1)",
    "\\\\jahat.example",
    "",
]

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_page_needs_nothing_to_be_shown(name: str) -> None:
    page = loader.get_template(f"{name}.html").render()
    assert page.count("<h1") == 1
    assert "b-kabar ok" in page
    assert "{{" not in page


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_page_says_what_happened_what_to_do_and_what_is_safe(name: str) -> None:
    with translation.override("id"):
        page = loader.get_template(f"{name}.html").render()
    heading = re.search(r"<h1[^>]*>\s*(.+?)\s*</h1>", page)
    lead = re.search(r'<p class="b-lead">\s*(.+?)\s*</p>', page)
    assert heading
    assert lead
    assert lead[1].count(".") >= 2
    assert not re.search(r"silakan|mohon|!", heading[1] + lead[1], re.IGNORECASE)


def test_an_unknown_address_is_answered_with_our_page(client: Client) -> None:
    client.raise_request_exception = False
    answer = client.get("/tidak/ada/", headers={"accept-language": "id"})
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert "Halaman ini tidak ada" in answer.content.decode()


@pytest.mark.parametrize(
    ("chosen", "theme"), [("terang", "light"), ("gelap", "dark"), ("otomatis", "auto")]
)
def test_a_chosen_look_is_remembered(client: Client, settings, chosen: str, theme: str) -> None:
    settings.BINA_KOMPONEN = True
    answer = client.post("/tampilan/", {"tampilan": chosen, "next": "/komponen/"})
    assert answer.status_code == HTTPStatus.FOUND
    assert answer["Location"] == "/komponen/"
    assert f'data-bs-theme="{theme}"' in client.get("/komponen/").content.decode()


def test_a_look_that_does_not_exist_changes_nothing(client: Client) -> None:
    answer = client.post("/tampilan/", {"tampilan": '"><script>'})
    assert "tampilan" not in answer.cookies


def test_the_language_is_remembered(client: Client, settings) -> None:
    settings.BINA_KOMPONEN = True
    client.post("/bahasa/", {"bahasa": "en"})
    assert '<html lang="en"' in client.get("/komponen/").content.decode()
    client.post("/bahasa/", {"bahasa": "id"})
    assert '<html lang="id"' in client.get("/komponen/").content.decode()


def test_a_language_we_do_not_have_changes_nothing(client: Client) -> None:
    assert "django_language" not in client.post("/bahasa/", {"bahasa": "xx"}).cookies


def test_the_choices_are_changed_by_pressing_not_by_following_a_link(client: Client) -> None:
    for address in ("/tampilan/", "/bahasa/"):
        assert client.get(address).status_code == HTTPStatus.METHOD_NOT_ALLOWED


@pytest.mark.parametrize("target", ELSEWHERE)
def test_nobody_is_led_to_another_host(target: str) -> None:
    request: HttpRequest = RequestFactory().post("/tampilan/")
    assert views.safe_next(request, target) == "/"


def test_one_comes_back_to_the_same_page() -> None:
    request = RequestFactory().post("/tampilan/")
    assert views.safe_next(request, "/tim/?hal=2") == "/tim/?hal=2"
    assert views.safe_next(request, "http://testserver/tim/") == "http://testserver/tim/"


def test_the_component_page_exists_only_where_it_is_switched_on(client: Client, settings) -> None:
    settings.DEBUG = settings.BINA_KOMPONEN = False
    assert client.get("/komponen/").status_code == HTTPStatus.NOT_FOUND


def test_the_component_page_asks_the_database_nothing(
    client: Client, settings, django_assert_num_queries
) -> None:
    settings.BINA_KOMPONEN = True
    with django_assert_num_queries(0):
        assert client.get("/komponen/").status_code == HTTPStatus.OK


def test_a_page_carries_only_the_icons_it_shows(client: Client, settings) -> None:
    settings.BINA_KOMPONEN = True
    page = client.get("/komponen/").content.decode()
    used = set(re.findall(r'<use href="#i-([\w-]+)"', page))
    assert used == set(re.findall(r'<symbol id="i-([\w-]+)"', page))
    assert "printer" not in used


def test_ids_are_given_once_and_every_label_finds_its_field(client: Client, settings) -> None:
    settings.BINA_KOMPONEN = True
    page = client.get("/komponen/").content.decode()
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'<label[^>]*\sfor="([^"]+)"', page)) <= set(ids)


def test_the_policy_and_htmx_agree_on_no_eval(client: Client, settings) -> None:
    settings.BINA_KOMPONEN = True
    answer = client.get("/komponen/")
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert '"allowEval":false' in answer.content.decode()
    assert '"includeIndicatorStyles":false' in answer.content.decode()


def test_the_demo_says_that_it_is_one(client: Client, settings) -> None:
    settings.BINA_KOMPONEN = settings.BINA_DEMO = True
    page = client.get("/komponen/", headers={"accept-language": "id"}).content.decode()
    assert "Ini contoh." in page
    settings.BINA_DEMO = False
    assert "Ini contoh." not in client.get("/komponen/").content.decode()


def test_a_part_fetched_later_brings_its_own_icons() -> None:
    """An htmx answer cannot count on the sprite of the page it lands in."""
    part = loader.render_to_string("ui/bagian/kabar.html", {"jenis": "ok", "isi": "Tersimpan."})
    assert "<use" not in part
    assert "<path" in part
