"""What a person may do is asked by a condition built for all readers of a kind (ADR 24)."""

from datetime import date

import pytest
from django.db import connection

from bina.access.tables import TABLES, Relation
from bina.core.compiled import refuse
from bina.core.readers import Kind
from tests.conftest import Agency

RELATIONS = {
    f"{table.noun}.{name}": one
    for table in TABLES.values()
    for name, one in table.relations.items()
}


@pytest.mark.parametrize("one", RELATIONS.values(), ids=RELATIONS.keys())
def test_every_relation_is_built_for_nobody(one: Relation, agency: Agency) -> None:
    """Without a question to the database and without what only one reader has: whatever it rests
    on is registered (core.readers)."""
    on = date(2026, 6, 1)
    for reader in (agency.ani, agency.dewi):
        nobody = Kind.of(reader, on).stand_in(0)
        with connection.execute_wrapper(refuse):
            one.reach(nobody, on)
