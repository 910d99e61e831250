"""Tables in pages: the page number and the filters live in the address.

A page with several lists names each (`part`): its number is then `hal_<part>`, and the links to
its neighbours lead back to the element of that id.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from django.core.paginator import Page as DjangoPage
from django.core.paginator import Paginator
from django.db.models import Count, Window
from django.http import HttpRequest

PAGE: Final = "hal"
SIZE: Final = 25
SHORT: Final = 10
"""Of one list among several, so that the page stays a page."""


class _Counted(Paginator):
    """Counts once, or not at all where the caller already knows how many there are."""

    def __init__(self, rows: Any, size: int, total: int | None) -> None:
        super().__init__(rows, size)
        if total is not None:
            self.__dict__["count"] = total


@dataclass(frozen=True)
class Page:
    """One page of rows, with the addresses of its neighbours."""

    request: HttpRequest
    page: DjangoPage
    part: str = ""

    @cached_property
    def rows(self) -> Sequence[Any]:
        return list(self.page.object_list)

    @property
    def total(self) -> int:
        return self.page.paginator.count

    @property
    def first(self) -> int:
        return self.page.start_index()

    @property
    def last(self) -> int:
        return self.page.end_index()

    @property
    def several(self) -> bool:
        return self.page.has_other_pages()

    @property
    def previous_url(self) -> str:
        return self._url(self.page.number - 1) if self.page.has_previous() else ""

    @property
    def next_url(self) -> str:
        return self._url(self.page.number + 1) if self.page.has_next() else ""

    def _url(self, number: int) -> str:
        url = address(self.request, **{_name(self.part): "" if number == 1 else str(number)})
        return f"{url}#{self.part}" if self.part else url

    def __iter__(self) -> Any:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def _name(part: str) -> str:
    return f"{PAGE}_{part}" if part else PAGE


def paginate(
    request: HttpRequest,
    rows: Any,
    *,
    size: int | None = None,
    total: int | None = None,
    part: str = "",
) -> Page:
    """The page the address asks for; a number out of range shows the nearest page.

    Pass `total` where the view has counted already, so the database counts once.
    """
    asked = request.GET.get(_name(part))
    pages = _Counted(rows, size or (SHORT if part else SIZE), total)
    return Page(request, pages.get_page(asked), part)


@dataclass(frozen=True)
class Some:
    """The first of what waits to be done; `more` follow once these are done."""

    rows: Sequence[Any] = ()
    more: int = 0

    def __iter__(self) -> Any:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def some(rows: Any, *, most: int = SHORT) -> Some:
    """The first rows of a QuerySet, with how many there are, in one query."""
    found = list(rows.annotate(semua=Window(Count("pk")))[:most])
    return Some(found, found[0].semua - len(found) if found else 0)


def sought(request: HttpRequest, name: str, most: int = 100) -> str:
    """What a search field of the address says, as far as every database takes it: PostgreSQL
    stops at a NUL in a text."""
    return request.GET.get(name, "").replace("\x00", "").strip()[:most]


def address(request: HttpRequest, **changes: str) -> str:
    """This page's address with some parameters changed; an empty value leaves one out."""
    query = request.GET.copy()
    for name, value in changes.items():
        if value:
            query[name] = value
        else:
            query.pop(name, None)
    return f"?{query.urlencode()}"


@dataclass(frozen=True)
class Filter:
    label: Any
    url: str
    current: bool
    count: int | None = None


def filters(
    request: HttpRequest, name: str, choices: Iterable[tuple[str, Any] | tuple[str, Any, int]]
) -> list[Filter]:
    """Links for `ui/bagian/saring.html`: choices are (value, label[, count]); "" means all."""
    chosen = request.GET.get(name, "")
    pages = {each: "" for each in request.GET if each == PAGE or each.startswith(f"{PAGE}_")}
    made = []
    for value, label, *count in choices:
        url = address(request, **{**pages, name: value})
        made.append(Filter(label, url, value == chosen, count[0] if count else None))
    return made
