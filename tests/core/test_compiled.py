"""What every page asks: built and compiled once, asked again with other ids (ADR 24)."""

import inspect
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import hypothesis
import pytest
from django.db import connection
from django.db.models import QuerySet
from hypothesis import given
from hypothesis import strategies as st

import bina.config.urls  # noqa: F401  whatever a page asks is known from here on
from bina.accounts.models import Orang
from bina.core import compiled as room
from bina.core.compiled import QUESTIONS, Question, compiled
from bina.core.statement import Statement, stand_in
from bina.people.models import Penempatan
from bina.planning.models import Skp
from tests.conftest import Agency
from tests.kept import alike, as_text
from tests.planning import plans

IDS = st.integers(1, 2**31)
ROOMS = tuple(QUESTIONS)
READER = {"user", "viewer"}
READ = [one for one in ROOMS if READER & inspect.signature(one.build).parameters.keys()]
ALONE = [one for one in ROOMS if one not in READ]
NAMES = lambda one: f"{one.build.__module__}.{one.build.__name__}"  # noqa: E731
# Of arguments a day and an id do not do for.
GIVEN: dict[str, Any] = {"noun": "skp", "names": ("diri", "penilai", "pengelola")}
DAYS = st.sampled_from([date(2026, 1, 1), date(2026, 2, 28), date(2026, 12, 31)])
KINDS: dict[Any, Any] = {
    int: IDS,
    date: DAYS,
    list[int]: st.lists(IDS, max_size=4, unique=True),
    set[int]: st.sets(IDS, max_size=4),
    list[UUID]: st.lists(st.uuids(), max_size=3, unique=True),
}


@compiled
def named(orang_id: int, others: list[int], nama: str = "") -> "QuerySet[Orang, str]":
    found = Orang.objects.filter(pk__in=[orang_id, *others]).exclude(nama=nama)
    return found.order_by("nama").values_list("nama", flat=True)


@compiled
def begun_as(kunci: list[UUID]) -> "QuerySet[Skp, UUID]":
    return Skp.objects.filter(rumpun__in=kunci).values_list("rumpun", flat=True)


@compiled
def placed(orang_id: int, on: date) -> "QuerySet[Penempatan, Penempatan]":
    return Penempatan.objects.on(on).filter(orang=orang_id).select_related("unit")


def test_the_same_question_is_asked_with_other_ids(agency: Agency) -> None:
    ani, budi, eko = agency.ani.pk, agency.budi.pk, agency.eko.pk
    assert named(ani, []) == ["Ani"]
    assert named(eko, [budi, ani]) == ["Ani", "Budi", "Eko"]
    assert named(budi, {eko}) == ["Budi", "Eko"]  # type: ignore[arg-type]  # a set will do
    assert named(ani, [eko], nama="100%s") == ["Ani", "Eko"]
    assert named(ani, [eko], nama="Ani") == ["Eko"]


def test_its_rows_are_records_with_what_was_joined(
    agency: Agency, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(2):
        for one, unit in ((agency.ani, "Bagian Umum"), (agency.citra, "Bagian Hukum")):
            assert [each.unit.nama for each in placed(one.pk, date(2026, 6, 1))] == [unit]


def test_another_day_is_another_question(agency: Agency) -> None:
    assert placed(agency.ani.pk, date(2025, 12, 31)) == []
    assert len(placed(agency.ani.pk, date(2026, 1, 1))) == 1


def test_of_nobody_nothing_is_asked(django_assert_num_queries: Any, db: None) -> None:
    with django_assert_num_queries(0):
        assert begun_as([]) == []


def test_keys_are_put_in_as_the_database_takes_them(agency: Agency) -> None:
    rumpun = plans.established(agency).rumpun
    assert begun_as([uuid4(), rumpun]) == begun_as([rumpun]) == [rumpun]


@pytest.mark.parametrize("one", ALONE, ids=NAMES)
@hypothesis.settings(max_examples=20)  # what differs is how many ids: none, one, more; and days
@given(data=st.data())
def test_each_says_what_the_orm_would_say(one: "Question[Any, Any]", data: st.DataObject) -> None:
    wanted = [each.annotation for each in inspect.signature(one.build).parameters.values()]
    values = [data.draw(KINDS.get(each, st.just("Ani"))) for each in wanted]
    asked = one.said(*values)
    if asked is not None:
        sql, params = one.build(*values).query.sql_with_params()
        assert (asked[0], sorted(map(str, asked[1]))) == (sql, sorted(map(str, params)))


@pytest.mark.parametrize("one", READ, ids=NAMES)
def test_each_of_a_reader_says_what_would_be_built_for_that_reader(
    one: "Question[Any, Any]", agency: Agency
) -> None:
    on, ani, budi = date(2026, 6, 1), agency.ani.pk, agency.budi.pk
    given = {int: ani, list[int]: [budi, ani], list[UUID]: [uuid4()], date: on}
    wanted = inspect.signature(one.build).parameters
    for reader in (agency.ani, agency.budi, agency.fitri, agency.dewi, agency.indra, agency.joko):
        viewer = Orang.objects.select_related("instansi").get(pk=reader.pk)
        values = [
            viewer if name in READER else GIVEN.get(name, given.get(each.annotation))
            for name, each in wanted.items()
        ]
        asked = one.said(*values)
        values[[*wanted].index(next(iter(READER & wanted.keys())))] = alike(viewer, on)
        assert asked is not None
        assert as_text(asked) == as_text(one.build(*values).query.sql_with_params())


def test_all_rooms_questions_are_held_to_it() -> None:
    assert {one.build.__module__.split(".")[1] for one in ROOMS} >= {
        *("accounts", "people", "planning", "monitoring", "guidance", "appraisal"),
    }


def test_an_id_made_into_something_else_is_refused(db: None) -> None:
    @compiled
    def by_nip(orang_id: int) -> "QuerySet[Orang]":
        return Orang.objects.filter(nip=f"{orang_id}")

    @compiled
    def by_neighbour(orang_id: int) -> "QuerySet[Orang]":
        return Orang.objects.filter(pk=orang_id - 1000)

    @compiled
    def by_both(orang_id: int) -> "QuerySet[Orang]":
        return Orang.objects.filter(pk=orang_id).exclude(nip=f"{orang_id}")

    for each in (by_nip, by_neighbour, by_both):
        with pytest.raises(ValueError, match="id"):
            each(7)


def test_a_condition_that_hangs_on_more_of_a_reader_is_refused(agency: Agency) -> None:
    """Two readers of one kind may differ in it: what is built for one is not the other's."""

    @compiled
    def namesakes(viewer: Any, on: date) -> "QuerySet[Orang]":
        return Orang.objects.filter(nama=viewer.nama, penempatan__mulai=on)

    @compiled
    def by_their_nip(viewer: Any, on: date) -> "QuerySet[Orang]":
        return Orang.objects.filter(nip=viewer.nip, penempatan__mulai=on)

    @compiled
    def asking(viewer: Any, on: date) -> "QuerySet[Orang]":
        held = Penempatan.objects.on(on).filter(orang=viewer.pk).values_list("unit")
        return Orang.objects.filter(pk__in=[unit for (unit,) in held])

    for each, error in (
        (namesakes, RuntimeError),
        (by_their_nip, ValueError),
        (asking, RuntimeError),
    ):
        with pytest.raises(error):
            each(agency.ani, date(2026, 6, 1))


def test_the_readers_agency_is_put_in(agency: Agency) -> None:
    @compiled
    def colleagues(viewer: Any, on: date) -> "QuerySet[Orang, str]":
        placed = Penempatan.objects.on(on).values("orang")
        mine = Orang.objects.filter(instansi=viewer.instansi_id, pk__in=placed)
        return mine.exclude(pk=viewer.pk).order_by("nama").values_list("nama", flat=True)

    other, on = Agency("lain", shift=500), date(2026, 6, 1)
    other.person("Wayan", other.umum)
    assert colleagues(other.ani, on)[-1] == "Wayan"
    assert colleagues(agency.ani, on) == colleagues(other.ani, on)[:-1]
    assert colleagues(Orang.objects.create_user(nama="Made"), on) == []


def test_a_reader_of_no_agency_is_of_a_kind_of_their_own(agency: Agency) -> None:
    @compiled
    def beside(viewer: Any, on: date) -> "QuerySet[Orang, str]":
        mine = Orang.objects.filter(instansi=viewer.instansi_id, dibuat__year__lte=on.year + 99)
        return mine.exclude(pk=viewer.pk).values_list("nama", flat=True)

    made, _nyoman = (Orang.objects.create_user(nama=one) for one in ("Made", "Nyoman"))
    assert "Nyoman" not in beside(agency.ani, date(2026, 6, 1))
    assert beside(made, date(2026, 6, 1)) == ["Nyoman"]


def test_whoever_is_signed_out_for_good_sees_nothing(agency: Agency) -> None:
    @compiled
    def seen(viewer: Any, on: date) -> "QuerySet[Skp, int]":
        return Skp.objects.visible_to(viewer, on=on).values_list("pk", flat=True)

    plan, on = plans.established(agency), date(2026, 6, 1)
    assert seen(agency.named("ani"), on) == [plan.pk]
    Orang.objects.filter(pk=agency.ani.pk).update(is_active=False)
    assert seen(agency.named("ani"), on) == []


def test_what_only_looks_like_a_place_stays_as_it_is() -> None:
    text = Statement.of("SELECT '%%s' || %s WHERE id IN (%s)", ("a", stand_in(0)))
    assert text.bound({0: [1, 2, 3]}) == (
        "SELECT '%%s' || %s WHERE id IN (%s, %s, %s)",
        ["a", 1, 2, 3],
    )
    assert text.prepared({0: [1, 2, 3]}) == (
        "SELECT '%s' || $1 WHERE id = ANY($2)",
        ["a", "{1,2,3}"],
    )
    assert text.prepared({0: [1]}) == ("SELECT '%s' || $1 WHERE id IN ($2)", ["a", 1])


def test_only_so_many_forms_are_kept() -> None:
    assert all(one._kept.cache_info().maxsize == room.KEPT for one in ROOMS)


def test_postgresql_plans_it_once(agency: Agency) -> None:
    for one in [agency.ani, agency.budi, agency.eko, agency.dewi] * 2:
        assert named(one.pk, []) == [one.nama]
        assert named(one.pk, [agency.indra.pk, agency.fitri.pk])[-1] == "Indra"
    assert prepared("accounts_orang") == (2 if connection.vendor == "postgresql" else 0)


def prepared(table: str) -> int:
    """How many of this connection's prepared questions read names of people by lists of ids."""
    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        return sum(f'"{table}"."nama" AS' in one and "NOT" in one for (one,) in cursor.fetchall())
