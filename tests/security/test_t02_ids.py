"""T2: an id of somebody else's record, put where one's own belongs, leads nowhere.

In the path of a peer and of another unit: the matrix (T1). Here: ids mixed within a path, and
ids, keys and NIPs of another agency in every form. REST and calendar feeds do not exist yet.
"""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.urls import reverse

from tests.conftest import Agency
from tests.security import rows, walk
from tests.security.matrix import Row
from tests.security.walk import Cast, undone

NESTED = [row for row in walk.with_ids() if walk.player(row, 200, 302) is not None]


def test_ids_of_two_records_do_not_mix_in_one_path(neighbour: Agency, cast: Cast) -> None:
    opened, tried = [], 0
    for row in NESTED:
        for address, data in _mixed(row, cast.world, neighbour):
            tried += 1
            answer = cast.visit(walk.player(row, 200, 302), row.method, address, data)
            if answer.status_code != 404:
                opened.append(f"{row.label} {address}: {answer.status_code}")
    assert opened == []
    assert tried > len(NESTED)


def _mixed(row: Row, world: Agency, other: Agency) -> Iterator[tuple[str, Any]]:
    """The address with each id in turn replaced by the neighbour's."""
    with undone():
        own, foreign, data = row.args(world), row.args(other), row.data(world)
        for at, value in enumerate(foreign):
            if value != own[at]:
                mixed = [*own[:at], value, *own[at + 1 :]]
                with undone():
                    yield reverse(row.url, args=mixed), data


def test_no_form_takes_a_record_of_another_agency(neighbour: Agency, cast: Cast) -> None:
    other, tried = Cast(neighbour), 0
    before = rows.snapshot()
    foreign = _foreign(before, neighbour)
    assert rows.crossings(before, foreign) == [], "the two agencies are apart to begin with"
    for row, who, address, data in walk.posts(cast):
        for swapped in _swapped(row, who, address, data, cast, other):
            tried += 1
            with undone():
                cast.visit(who, "post", address, swapped)
                _assert_apart(before, foreign, f"{row.label}: {swapped}")
    assert tried > 20


def _foreign(before: rows.Rows, neighbour: Agency) -> dict[str, set[Any]]:
    """The neighbour's rows: those that reach it by whatever leads to a person, unit or agency."""
    found: dict[str, set[Any]] = {label: set() for label in before}
    found["people.instansi"] = {neighbour.instansi.pk}
    grown = True
    while grown:
        grown = False
        for model in rows.tables():
            label = model._meta.label_lower
            for pk, row in before[label].items():
                if pk not in found[label] and _points(model, row, found):
                    found[label].add(pk)
                    grown = True
    return found


def _points(model: Any, row: dict[str, Any], found: dict[str, set[Any]]) -> bool:
    return any(
        row[field.attname] in found[field.related_model._meta.label_lower]
        for field in model._meta.concrete_fields
        if field.related_model and field.related_model._meta.label_lower in found
    )


def _assert_apart(before: rows.Rows, foreign: dict[str, set[Any]], what: str) -> None:
    after = rows.snapshot()
    assert rows.crossings(after, foreign) == [], what
    for label, pks in foreign.items():
        kept = {pk: after[label].get(pk) for pk in pks}
        assert kept == {pk: before[label][pk] for pk in pks}, what


def _swapped(
    row: Row, who: str, address: str, data: dict[str, Any], cast: Cast, other: Cast
) -> Iterator[dict[str, Any]]:
    """The form's data with each reference in turn replaced by the neighbour's own."""
    if row.method == "post":
        return
    with undone():
        theirs = walk.forms_in(other.visit(who, "get", walk.address_of(row, other.world)))
        values = _references(theirs, other.world)
    for name, value in values.items():
        if name in data and data[name] != value:
            yield data | {name: value}


def _references(found: list[forms.BaseForm], world: Agency) -> dict[str, Any]:
    """Fields that name a record: by its id, its key, or a person's NIP."""
    values = {}
    for form in found:
        for bound in form:
            if bound.name == "nip" or type(bound.field).__name__ == "NipField":
                values[bound.html_name] = world.citra.nip
            elif bound.name == "id" or isinstance(bound.field, forms.ChoiceField):
                value = bound.value() if bound.name == "id" else walk._sample(bound, world, "")
                values[bound.html_name] = value
    return {name: value for name, value in values.items() if value}


def test_a_number_no_record_can_have_is_not_found(cast: Cast) -> None:
    """Nor does one too large for the database stop the server."""
    for row in walk.with_ids():
        who = walk.player(row, 200, 302)
        if who is None:
            continue
        with undone():
            args = row.args(cast.world)
            for address in _numbered(row, args):
                with undone():
                    assert cast.visit(who, row.method, address).status_code == 404, address


def _numbered(row: Row, args: list[Any]) -> Iterator[str]:
    for at, value in enumerate(args):
        if isinstance(value, int):
            shape = reverse(row.url, args=[*args[:at], 987654321, *args[at + 1 :]])
            yield shape.replace("987654321", "0")
            yield shape.replace("987654321", str(2**63))
