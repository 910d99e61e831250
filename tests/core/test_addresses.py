"""Addresses of many records: each is what Django's own `reverse` says."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test.utils import override_script_prefix
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse
from django.urls.converters import IntConverter, UUIDConverter
from django.urls.resolvers import RoutePattern

from bina.core.addresses import address

EXAMPLE: dict[type, Any] = {IntConverter: 7, UUIDConverter: uuid4()}


def of_records(resolver: Any = None, space: str = "") -> Iterator[tuple[str, list[Any]]]:
    """Every view whose address is made of numbers and keys alone, with such."""
    for entry in (resolver or get_resolver()).url_patterns:
        if not isinstance(entry, URLPattern):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            if not entry.pattern.converters:
                yield from of_records(entry, inner)
            continue
        kinds = [
            next((given for kind, given in EXAMPLE.items() if isinstance(one, kind)), None)
            for one in entry.pattern.converters.values()
        ]
        if isinstance(entry.pattern, RoutePattern) and None not in kinds:
            yield f"{space}{entry.name}", kinds


def test_it_is_what_reverse_says_of_every_view() -> None:
    known = [of_records() for _twice in range(2)]  # worked out, then known
    found = [(name, of) for views in known for name, of in views]
    assert [name for name, of in found if address(name, *of) != reverse(name, args=of)] == []
    with_keys = [name for name, of in found if any(isinstance(one, UUID) for one in of)]
    assert len(found) > 400
    assert len(with_keys) > 10


def test_another_prefix_of_the_site_is_another_address() -> None:
    plain = address("home:linimasa", 12)
    with override_script_prefix("/kinerja/"):
        assert address("home:linimasa", 12) == f"/kinerja{plain}" == "/kinerja/orang/12/"
    assert address("home:linimasa", 13) == "/orang/13/"


def test_a_view_that_is_not_there_or_takes_something_else_is_refused() -> None:
    for view, of in (("home:tidak_ada", [1]), ("home:linimasa", []), ("home:beranda", [1])):
        with pytest.raises(NoReverseMatch):
            address(view, *of)
