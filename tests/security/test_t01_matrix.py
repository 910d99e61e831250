"""T1: every address by every role, on records of Ani; an address without a row fails."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.conftest import Agency
from tests.security import matrix
from tests.security.matrix import ROLES, Row

# Rooms in the order in which their records can be laid.
ORDER = [
    *("accounts", "ui", "people", "planning", "monitoring", "appraisal"),
    *("competency", "guidance", "home"),
]


def _rooms() -> list[Any]:
    names = {found.name for found in pkgutil.iter_modules(matrix.__path__)}
    assert names <= set(ORDER), f"not in ORDER: {names - set(ORDER)}"
    return [import_module(f"tests.security.matrix.{name}") for name in ORDER if name in names]


ALL_ROWS: list[Row] = [row for room in _rooms() for row in room.ROWS]
CASES = [pytest.param(row, id=f"{row.label}-{number}") for number, row in enumerate(ALL_ROWS)]


@pytest.fixture
def world(agency: Agency) -> Agency:
    for room in _rooms():
        if hasattr(room, "lay"):
            room.lay(agency)
    return agency


@pytest.mark.parametrize("row", CASES)
def test_every_role_gets_what_the_matrix_says(row: Row, world: Agency, settings: Any) -> None:
    settings.BINA_DEMO = True  # the second factor has tests of its own (T22)
    address = reverse(row.url, args=row.args(world))
    data = row.data(world)
    found = {role: _status(row, role, world, address, data) for role in ROLES}
    assert found == row.expect


def _status(row: Row, role: str, world: Agency, address: str, data: dict[str, Any]) -> int:
    """What one role gets; whatever it did is undone, so that the next finds the same world."""
    client = Client()
    with transaction.atomic():
        who = ROLES[role]
        if who is not None:
            client.force_login(world.named(who))
        answer = getattr(client, row.method)(address, data)
        transaction.set_rollback(True)
    return int(answer.status_code)


def _names(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            space = f"{entry.namespace}:" if entry.namespace else ""
            yield from _names(entry, prefix + space)
        elif isinstance(entry, URLPattern):
            assert entry.name, f"an address without a name: {entry.pattern}"
            yield prefix + entry.name


def test_no_address_is_without_a_row() -> None:
    assert set(_names(get_resolver())) == {row.url for row in ALL_ROWS}


def test_every_row_answers_every_role() -> None:
    for row in ALL_ROWS:
        assert set(row.expect) == set(ROLES), row.label


# The pages anybody may open; every other asks who you are.
PUBLIC = {
    "account_login",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_logout",
    "mfa_authenticate",
    "ui:komponen",
    "ui:tampilan",
    "ui:bahasa",
}


def _public(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            space = f"{entry.namespace}:" if entry.namespace else ""
            yield from _public(entry, prefix + space)
        elif not getattr(entry.callback, "login_required", True):
            yield f"{prefix}{entry.name}"


def test_only_the_pages_named_here_are_public() -> None:
    assert set(_public(get_resolver())) == PUBLIC
