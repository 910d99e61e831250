"""What upper rooms register: entries of the menus, and states of their own."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from bina.ui import menu, status
from bina.ui.menu import Entry


@pytest.fixture(autouse=True)
def _own_registries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(menu, "_entries", {})
    monkeypatch.setattr(status, "_known", dict(status._known))


def _request(namespace: str = ""):
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    request.resolver_match = SimpleNamespace(namespace=namespace)
    return request


def _entry(key: str, **more) -> Entry:
    given = {"label": key.title(), "url_name": "ui:komponen", "order": 1, "shown": menu.everyone}
    return Entry(key=key, **{**given, **more})


def test_entries_come_in_their_order() -> None:
    menu.register(_entry("tim", order=30))
    menu.register(_entry("beranda", order=10))
    assert [line.key for line in menu.lines(_request(), "utama")] == ["beranda", "tim"]


def test_what_one_may_not_see_is_absent() -> None:
    menu.register(_entry("konseling", shown=lambda user, request: False))
    menu.register(_entry("beranda", shown=menu.signed_in))
    assert list(menu.lines(_request(), "utama")) == []


def test_the_room_one_is_in_is_marked() -> None:
    menu.register(_entry("kinerja", also=("planning", "monitoring")))
    assert next(menu.lines(_request("planning"), "utama")).current
    assert not next(menu.lines(_request("home"), "utama")).current
    assert next(menu.lines(_request("home"), "utama", "kinerja")).current


def test_each_menu_has_its_own_entries() -> None:
    menu.register(_entry("keluar", place="akun", post=True))
    menu.register(_entry("bantuan", place="kaki"))
    assert [line.key for line in menu.lines(_request(), "akun")] == ["keluar"]
    assert list(menu.lines(_request(), "utama")) == []


def test_one_key_is_registered_once() -> None:
    menu.register(_entry("tim"))
    menu.register(_entry("tim"))
    with pytest.raises(ValueError, match="twice"):
        menu.register(_entry("tim", order=99))


def test_every_state_is_a_word_with_a_mark_and_short_enough_to_read() -> None:
    with translation.override("id"):
        for known in status._known.values():
            assert known.kind in status.KINDS
            assert 0 < len(str(known.label)) <= status.LONGEST


def test_a_room_adds_a_state_of_its_own() -> None:
    status.register("diagendakan", "st-jalan", "Diagendakan")
    drawn = Template('{% load bina %}{% status "diagendakan" %}').render(Context())
    assert drawn == '<span class="st st-jalan">Diagendakan</span>'


def test_a_state_nobody_named_is_shown_plainly() -> None:
    drawn = Template('{% load bina %}{% status "menunggu_hujan" %}').render(Context())
    assert drawn == '<span class="st">Menunggu hujan</span>'


def test_a_mark_that_was_not_drawn_is_refused() -> None:
    with pytest.raises(ValueError, match="not a kind"):
        status.register("x", "st-pelangi", "X")


def test_an_unknown_icon_is_a_mistake_of_the_page() -> None:
    with pytest.raises(KeyError):
        Template('{% load bina %}{% ikon "naga" %}').render(Context())


def test_the_words_of_a_badge_stay_text() -> None:
    drawn = Template('{% load bina %}{% lencana "st-ok" kata %}').render(Context({"kata": "<b>"}))
    assert "&lt;b&gt;" in drawn


def test_the_first_sentence_of_a_message_is_bold() -> None:
    drawn = Template("{% load bina %}{{ m|tebal_awal }}").render(Context({"m": "Tersimpan. <b>"}))
    assert drawn == "<strong>Tersimpan.</strong> &lt;b&gt;"


def test_a_wrapper_around_nothing_is_not_written() -> None:
    source = '{% load bina %}{% wadah p "b-lead" %} {{ kata }} {% endwadah %}'
    assert Template(source).render(Context()) == ""
    drawn = Template(source).render(Context({"kata": "<i>"}))
    assert drawn == '<p class="b-lead">&lt;i&gt;</p>'
