"""A result that lags behind the time elapsed is said to lag, in words, with the figures."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from bina.monitoring import signals
from bina.monitoring.reading import progress_of
from bina.rules.parameters import AGENCY, Parameters, Value
from bina.rules.texts import texts
from tests.conftest import Agency
from tests.monitoring import given
from tests.planning import plans

AUTUMN = date(2026, 10, 7)
BOUND = Decimal(15)
TEXTS = Parameters(texts())


@pytest.mark.parametrize(
    ("persen", "waktu", "poin"),
    [
        (Decimal(48), Decimal(77), Decimal(29)),
        (Decimal(62), Decimal(77), Decimal(15)),
        (Decimal("62.01"), Decimal(77), None),
        (Decimal(90), Decimal(77), None),
        (None, Decimal(77), None),
    ],
)
def test_a_result_lags_from_the_bound_on(persen: Any, waktu: Decimal, poin: Any) -> None:
    assert signals.lagging_points(persen, waktu, BOUND) == poin


@for_all(st.decimals(0, 100, places=2), st.decimals(0, 100, places=2), st.decimals(0, 50, places=2))
def test_more_progress_never_makes_a_signal(persen: Decimal, waktu: Decimal, more: Decimal) -> None:
    before = signals.lagging_points(persen, waktu, BOUND)
    after = signals.lagging_points(persen + more, waktu, BOUND)
    assert before is not None or after is None
    assert before is None or after is None or after <= before


def test_the_sentence_can_be_checked_by_anybody() -> None:
    assert signals.sentence(Decimal("48.4"), Decimal("76.6")) == (
        "Kemajuan tertinggal 29 poin: 48% dari target, sedangkan waktu berjalan 77%."
    )


def signals_of(skp_ids: list[int], *, on: date) -> dict[int, tuple[signals.Sinyal, ...]]:
    return {
        pk: signals.signals(one, law=TEXTS, on=on)
        for pk, one in progress_of(skp_ids, on=on).items()
    }


def test_the_furthest_behind_comes_first_and_names_its_basis(agency: Agency) -> None:
    skp = plans.established(agency)
    given.entry(agency, 60)

    found = signals_of([skp.pk], on=AUTUMN)[skp.pk]

    assert [one.hasil for one in found] == [
        "Laporan kepegawaian selesai tepat waktu",
        "Surat masuk dijawab sesuai standar pelayanan",
    ]
    first = found[0]
    assert (first.persen, first.poin) == (0, first.waktu)
    assert first.dasar["name"] == "pemantauan.poin_tertinggal"
    assert first.dasar["tag"] == "design"


def test_in_time_nothing_is_said(agency: Agency) -> None:
    skp = plans.established(agency)
    assert signals_of([skp.pk], on=date(2026, 1, 20)) == {skp.pk: ()}


def test_an_agency_may_set_its_own_bound(agency: Agency) -> None:
    skp = plans.established(agency)
    own = Value("pemantauan.poin_tertinggal", date(2026, 1, 1), None, Decimal(90), "SK 1", AGENCY)
    law = Parameters(texts(), {own.name: (own,)})
    kemajuan = progress_of([skp.pk], on=AUTUMN)[skp.pk]
    assert signals.signals(kemajuan, law=TEXTS, on=AUTUMN)
    assert not signals.signals(kemajuan, on=AUTUMN, law=law)


def test_many_plans_cost_as_much_as_one(agency: Agency, django_assert_num_queries: Any) -> None:
    ids = [plans.established(agency, who).pk for who in ("ani", "eko", "citra")]
    with django_assert_num_queries(3):  # plans with results, values, entries
        assert set(signals_of(ids, on=AUTUMN)) == set(ids)
