"""What a person may do is asked by a condition built for all readers of a kind (ADR 24)."""

from datetime import date
from typing import Any

from django.db import connection

from bina.access.tables import TABLES
from bina.core import readers
from bina.core.compiled import refuse
from bina.core.readers import Kind
from bina.people.models import Penempatan
from bina.planning.memimpin import headed_by
from bina.planning.penilai.pengganti import replaced_by
from bina.planning.perjanjian.units import headed
from tests.conftest import Agency


def test_every_relation_is_built_for_nobody(agency: Agency) -> None:
    """Without a question to the database and without what only one reader has: whatever it rests
    on is registered (core.readers)."""
    on, wrong = date(2026, 6, 1), []
    for nobody in [Kind.of(one, on).stand_in(0) for one in (agency.ani, agency.dewi)]:
        for table in TABLES.values():
            for one in table.relations.values():
                try:
                    with connection.execute_wrapper(refuse):
                        one.reach(nobody, on)
                except RuntimeError as refusal:
                    wrong.append(f"{table.noun}.{one.name}: {refusal}")
    assert wrong == []


def test_each_fact_about_a_reader_is_remembered_by_a_name_of_its_own() -> None:
    """Two of one name would give each other's answer, whichever is asked first."""
    names = [one.name for one in [*readers.IDS, *readers.SHAPES]]
    assert len(names) == len(set(names)) > 6


def test_what_is_known_of_a_reader_is_asked_once_a_day_until_it_changes(
    agency: Agency, django_assert_num_queries: Any
) -> None:
    budi, first, second = agency.named("budi"), date(2026, 6, 1), date(2026, 6, 2)
    assert replaced_by(budi, first) == []
    with django_assert_num_queries(0):
        assert replaced_by(budi, on=first) == []
    with django_assert_num_queries(1):
        assert replaced_by(budi, second) == []
    with django_assert_num_queries(1):
        replaced_by.forget(budi)
        assert replaced_by(budi, first) == []


def test_an_acting_head_beside_a_definitive_one_heads_by_the_one_and_not_by_the_other(
    agency: Agency,
) -> None:
    """Who may see the plans of a unit, and who stands for it, in whatever order they are asked."""
    on, head = date(2026, 6, 1), agency.hukum.jabatan_pimpinan
    Penempatan.objects.create(
        orang=agency.eko, unit=agency.hukum, jabatan=head, jenis="plt", mulai=on
    )
    for order in ((headed_by, headed), (headed, headed_by)):
        eko = agency.named("eko")
        found = {find: find(eko, on) for find in order}
        assert found == {headed_by: [agency.hukum.pk], headed: []}
