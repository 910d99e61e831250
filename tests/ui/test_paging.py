"""Tables: the page and the filters live in the address."""

from typing import Any

import pytest
from django.template import loader
from django.test import RequestFactory
from django.utils import translation

from bina.accounts.models import Orang
from bina.ui import paging
from tests.conftest import Agency


class Rows(list[int]):
    """Rows that remember how often they were counted."""

    counted = 0

    def count(self, *_value: Any) -> int:
        self.counted += 1
        return len(self)


def _request(address: str = "/tim/"):
    return RequestFactory().get(address)


def test_the_next_page_keeps_the_filters() -> None:
    page = paging.paginate(_request("/tim/?perlu=1&hal=2"), range(60))
    assert (page.first, page.last, page.total) == (26, 50, 60)
    assert page.next_url == "?perlu=1&hal=3"
    assert page.previous_url == "?perlu=1"


@pytest.mark.parametrize(("asked", "first"), [("0", 51), ("99", 51), ("x", 1), ("", 1)])
def test_a_page_that_does_not_exist_shows_the_nearest(asked: str, first: int) -> None:
    assert paging.paginate(_request(f"/tim/?hal={asked}"), range(60)).first == first


def test_the_rows_are_counted_once() -> None:
    rows = Rows(range(60))
    page = paging.paginate(_request(), rows)
    assert [page.total, page.last, page.several, len(page), page.next_url]
    assert rows.counted == 1


def test_the_rows_are_not_counted_where_the_view_knows_how_many() -> None:
    rows = Rows(range(60))
    assert paging.paginate(_request(), rows, total=60).total == 60
    assert rows.counted == 0


def test_one_page_needs_no_neighbours() -> None:
    page = paging.paginate(_request(), range(8))
    assert not page.several
    assert page.next_url == page.previous_url == ""


def test_a_filter_starts_again_at_the_first_page_and_keeps_the_others() -> None:
    request = _request("/tim/?unit=3&perlu=1&hal=4")
    semua, perlu = paging.filters(request, "perlu", [("", "Semua", 15), ("1", "Perlu")])
    assert semua.url == "?unit=3"
    assert not semua.current
    assert perlu.current
    assert (semua.count, perlu.count) == (15, None)


def test_the_pager_says_which_rows_are_shown() -> None:
    page = paging.paginate(_request("/tim/?hal=2"), range(1260))
    with translation.override("id"):
        text = loader.render_to_string(
            "ui/bagian/halaman.html", {"halaman": page, "butir": "orang"}
        )
    assert "Menampilkan 26 sampai 50 dari 1.260 orang" in text
    assert 'rel="next"' in text


def test_two_lists_of_a_page_turn_their_pages_each_for_itself() -> None:
    request = _request("/program/?hal=2&hal_coaching=2&cari=a")
    mentees = paging.paginate(request, range(60))
    coaching = paging.paginate(request, range(80), part="coaching")
    assert (mentees.first, coaching.first) == (26, 11)
    assert mentees.next_url == "?hal=3&hal_coaching=2&cari=a"
    assert coaching.next_url == "?hal=2&hal_coaching=3&cari=a#coaching"
    assert coaching.previous_url == "?hal=2&cari=a#coaching"


def test_a_filter_starts_every_list_again() -> None:
    request = _request("/pembinaan/?hal=2&hal_tim=4&halaman=1")
    (only,) = paging.filters(request, "status", [("berakhir", "Berakhir")])
    assert only.url == "?halaman=1&status=berakhir"


def test_a_list_among_several_has_a_pager_where_it_needs_one() -> None:
    for many, said in ((10, False), (11, True)):
        page = paging.paginate(_request(), range(many), part="tim")
        given = {"halaman": page, "butir": "coaching"}
        with translation.override("id"):
            text = loader.render_to_string("ui/bagian/bagian_halaman.html", given)
        assert ('aria-label="Halaman: coaching"' in text) == said


@pytest.mark.django_db
def test_the_first_of_a_queue_say_how_many_follow(
    agency: Agency, django_assert_num_queries: Any
) -> None:
    people = Orang.objects.filter(instansi=agency.instansi).order_by("pk")
    with django_assert_num_queries(1):
        shown = paging.some(people, most=2)
    assert (list(shown), shown.more) == (list(people[:2]), people.count() - 2)
    assert (len(paging.some(people.none())), paging.some(people.none()).more) == (0, 0)
    with translation.override("id"):
        text = loader.render_to_string("ui/bagian/lagi.html", {"daftar": shown})
        assert f"Dan {shown.more} lagi," in text
        assert "lagi" not in loader.render_to_string("ui/bagian/lagi.html", {"daftar": []})


def test_an_empty_table_has_no_pager() -> None:
    page = paging.paginate(_request(), [])
    assert "<nav" not in loader.render_to_string("ui/bagian/halaman.html", {"halaman": page})
