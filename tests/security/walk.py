"""Every address of the matrix (T1), walked again by other tests with other intentions.

An address without a row fails in T1, so whatever walks these rows covers a new address at once.
"""

import pkgutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from http.cookies import SimpleCookie
from importlib import import_module
from typing import Any

from django import forms
from django.db import transaction
from django.forms.formsets import BaseFormSet
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse
from django.utils import timezone

from tests.conftest import Agency
from tests.security import matrix
from tests.security.matrix import ROLES, Row

# Rooms in the order in which their records can be laid.
ORDER = [
    *("accounts", "ui", "people", "law", "planning", "monitoring", "dialog", "appraisal"),
    *("competency", "guidance", "home"),
]


def rooms() -> list[Any]:
    names = {found.name for found in pkgutil.iter_modules(matrix.__path__)}
    assert names <= set(ORDER), f"not in ORDER: {names - set(ORDER)}"
    return [import_module(f"tests.security.matrix.{name}") for name in ORDER if name in names]


ALL_ROWS: list[Row] = [row for room in rooms() for row in room.ROWS]
# Links handed out lead there, and bear a token instead of an id (T20).
BY_TOKEN = {"account_reset_password_from_key", "monitoring:layanan", "kalender:umpan"}


def lay(agency: Agency) -> Agency:
    """Every room's records. No room may hang its own where another's hang already: equal
    numbers would hide it."""
    for room in rooms():
        if hasattr(room, "lay"):
            before = dict(vars(agency))
            room.lay(agency)
            lost = [name for name, one in before.items() if vars(agency)[name] is not one]
            assert lost == [], f"{room.__name__} takes the place of {lost}"
    return agency


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is done inside is undone, so that the next finds the same world."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


class Cast:
    """The people of one agency, each signed in once, before anything that is undone."""

    def __init__(self, world: Agency) -> None:
        self.world = world
        self._clients: dict[str | None, tuple[Client, dict[str, str]]] = {None: (Client(), {})}
        for who in filter(None, ROLES.values()):
            fresh = Client()
            fresh.force_login(world.named(who))
            fresh.get(
                reverse("mfa_index")
            )  # a page with the menu: asked for once, not by each visit
            kept = {name: one.value for name, one in fresh.cookies.items()}
            self._clients[who] = (fresh, kept)

    def client(self, who: str | None) -> Client:
        """As just signed in, whatever an earlier visit did to its cookies."""
        client, kept = self._clients[who]
        client.cookies = SimpleCookie(kept)
        return client

    def visit(self, who: str | None, method: str, address: str, data: Any = None) -> Any:
        return getattr(self.client(who), method)(address, data or {})

    def status(self, who: str | None, method: str, address: str, data: Any = None) -> int:
        """The same; an error of the server counts as 500 instead of stopping the test."""
        client = self.client(who)
        client.raise_request_exception = False
        try:
            return int(getattr(client, method)(address, data or {}).status_code)
        finally:
            client.raise_request_exception = True


def views(resolver: Any = None, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every address by its name, with its view."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            space = f"{entry.namespace}:" if entry.namespace else ""
            yield from views(entry, prefix + space)
        else:
            assert entry.name, f"an address without a name: {entry.pattern}"
            yield prefix + entry.name, entry.callback


def is_read(row: Row, role: str) -> bool:
    """A page that shows this role what people wrote: T7 reads each of them, so T1 need not."""
    own = row.url.startswith(("account_", "mfa_", "ui:"))
    return row.method == "get" and not own and row.expect[role] == 200


def player(row: Row, *statuses: int) -> str | None:
    """One of the cast whom the row answers so; `diri` first."""
    for role, who in ROLES.items():
        if who is not None and row.expect[role] in statuses:
            return who
    return None


def with_ids(method: str = "") -> list[Row]:
    """The rows whose address names a record."""
    return [
        row
        for row in ALL_ROWS
        if "args" in row.__dict__ and _has_args(row) and row.method in (method or row.method)
    ]


def _has_args(row: Row) -> bool:
    return row.args is not Row.__dataclass_fields__["args"].default and row.url not in BY_TOKEN


def address_of(row: Row, world: Agency) -> str:
    return reverse(row.url, args=row.args(world))


def forms_in(response: Any) -> list[forms.BaseForm]:
    """The forms of a page, those of its formsets (with the management form) among them."""
    found: list[forms.BaseForm] = []
    for layer in response.context or []:
        for value in getattr(layer, "flatten", lambda layer=layer: layer)().values():
            for one in _forms_of(value):
                if not any(one is known for known in found):
                    found.append(one)
    return found


def _forms_of(value: Any) -> Iterable[forms.BaseForm]:
    if isinstance(value, BaseFormSet):
        return [value.management_form, *value.forms]
    return [value] if isinstance(value, forms.BaseForm) else []


def filled(found: Iterable[forms.BaseForm], world: Agency, text: str = "Uji coba") -> dict:
    """What a browser would send, every empty field filled with something that fits."""
    data = {}
    for form in found:
        for bound in form:
            value = _value(bound, world, text)
            data[bound.html_name] = "" if value is None else value
    return data


def _value(bound: Any, world: Agency, text: str) -> Any:
    known = bound.value()
    if known not in (None, "", []):
        shown = bound.field.widget.format_value(known)
        return shown if shown is not None else known
    if isinstance(bound.field, forms.FileField):
        return None
    return _sample(bound, world, text)


def _sample(bound: Any, world: Agency, text: str) -> Any:
    field = bound.field
    if getattr(field, "choices", None):
        values = [str(getattr(value, "value", value)) for value, _label in field.choices]
        chosen = next((one for one in values if one), None)
        return [chosen] if isinstance(field, forms.MultipleChoiceField) else chosen
    if bound.name == "nip" or type(field).__name__ == "NipField":
        return world.eko.nip
    for kind, value in (
        (forms.BooleanField, "on"),
        (forms.DecimalField, "7"),
        (forms.IntegerField, None),
        (forms.DateField, _day().isoformat()),
        (forms.TimeField, "09:00" if bound.name == "selesai" else "08:00"),
        (forms.EmailField, "baru@contoh.go.id"),
    ):
        if isinstance(field, kind):
            return value
    return text[: getattr(field, "max_length", None) or len(text)]


def _day() -> date:
    return timezone.localdate()


def is_form_page(row: Row) -> bool:
    """A page that shows a form which posts to itself."""
    posts = {one.url for one in ALL_ROWS if one.method == "post"}
    return row.method == "get" and row.url in posts and player(row, 200) is not None


def posts(cast: Cast) -> Iterator[tuple[Row, str, str, dict[str, Any]]]:
    """Every act on a page as somebody who may do it: row, who, address, data. Each is yielded
    inside of its own world, undone afterwards."""
    for row in ALL_ROWS:
        who = player(row, 302) if row.method == "post" else player(row, 200)
        if who is None or row.url.startswith(("account_", "mfa_", "ui:")):
            continue
        if row.method == "post" or is_form_page(row):
            with undone():
                address = address_of(row, cast.world)
                yield row, who, address, _data(cast, row, who, address)


def _data(cast: Cast, row: Row, who: str, address: str) -> dict[str, Any]:
    if row.method == "post":
        return row.data(cast.world)
    return filled(forms_in(cast.visit(who, "get", address)), cast.world)
