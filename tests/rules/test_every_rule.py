"""What holds for every rule: whatever it is given, it answers or refuses, by its text."""

import inspect
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bina.rules import golden
from bina.rules.explanation import explanations
from bina.rules.kegiatan import READERS
from bina.rules.parameters import Parameters
from bina.rules.refusal import Invalid, Manual, NotInForce
from bina.rules.result import Result
from bina.rules.texts import texts

LAW = Parameters(texts())
RULES = sorted(golden.RULES)
KINDS = [kind for kind in StrEnum.__subclasses__() if kind.__module__.startswith("bina.rules")]
WORDS = sorted({str(word) for kind in KINDS for word in kind})
KEYS = st.sampled_from(sorted({*READERS, *WORDS, "kategori", "nilai", "bobot", "jp", "x"}))
ODD = st.one_of(
    st.sampled_from(
        [None, True, False, "", "x", "NaN", "-1", "1e9", " 5 ", "５", b"1", 3j, (), {1: 2}, {1}]
    ),
    st.sampled_from([Decimal("NaN"), Decimal("sNaN"), Decimal("-0"), Decimal("1E+400"), 10**400]),
    st.sampled_from([date.min, date.max, datetime(2026, 1, 1), date(2021, 12, 31)]),
    st.integers(-3, 130),
    st.floats(),
    st.decimals(0, 120, places=2),
    st.dates(date(2021, 1, 1), date(2027, 12, 31)),
    st.sampled_from(WORDS),
)
ANYTHING = st.recursive(
    ODD,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=5)),
    max_leaves=8,
)
ON = st.sampled_from([None, date(2020, 12, 31), date(2021, 12, 31), date(2022, 1, 1)])

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.toml"))
SOUND = {
    "kesenjangan_dari_predikat": {"predikat": "baik"},
    "rating_pimpinan_unit": {"capaian_organisasi": "baik"},
} | {
    case.rule: case.given
    for path in GOLDEN
    for case in golden.cases(path)
    if "error" not in case.expect
}
"""A given for each rule that it answers: the last of its golden cases."""


def asked(name):
    return [
        one for one in inspect.signature(golden.RULES[name]).parameters if one not in golden.FACTS
    ]


def spoiled(draw, value):
    """The same value with one thing in it, somewhere, put in another's place."""
    if isinstance(value, dict) and value and draw(st.integers(0, 4)):
        key = draw(st.sampled_from(sorted(value)))
        return value | {key: spoiled(draw, value[key])}
    if isinstance(value, list) and value and draw(st.integers(0, 4)):
        place = draw(st.integers(0, len(value) - 1))
        return [*value[:place], spoiled(draw, value[place]), *value[place + 1 :]]
    return draw(ANYTHING)


def holds(name, known, on):
    """Anything but a result with its basis or a refusal fails the test."""
    try:
        found = golden.RULES[name](**known, law=LAW, on=on)
    except (NotInForce, Invalid, Manual):
        return
    assert isinstance(found, Result)
    assert found.dasar
    assert all(golden.agrees(value, value) for value in found.findings().values())


@pytest.mark.parametrize("name", RULES)
@settings(max_examples=12)
@given(st.data())
def test_whatever_it_is_given_a_rule_answers_or_refuses(name, data):
    known = {one: data.draw(ANYTHING, one) for one in asked(name)}
    holds(name, known, data.draw(ON, "on"))


@pytest.mark.parametrize("name", RULES)
@settings(max_examples=30)
@given(st.data())
def test_one_odd_thing_in_a_sound_case_breaks_no_rule(name, data):
    spoilt = dict(SOUND[name])
    for _ in range(data.draw(st.integers(1, 2), "times")):
        key = data.draw(st.sampled_from(asked(name)), "key")
        spoilt[key] = spoiled(data.draw, spoilt.get(key))
    holds(name, spoilt, data.draw(ON, "on"))


@pytest.mark.parametrize("name", RULES)
def test_a_rule_goes_by_nothing_that_its_explanation_does_not_name(name):
    found = golden.RULES[name](**SOUND[name], law=LAW, on=None)
    told = explanations()[name]
    assert [one.name for one in found.dasar if not told.uses(one.name)] == []


@pytest.mark.parametrize("name", RULES)
def test_a_rule_refuses_a_case_that_gives_nothing_or_too_much(name):
    for known in ({}, {"catatan": 1}):
        case = golden.Case(rule=name, why="", on=None, given=known, expect={"error": "invalid"})
        assert case.problem(LAW) is None


@pytest.mark.parametrize("name", RULES)
@pytest.mark.parametrize("on", [datetime(2021, 12, 31), "2021-12-31", 2021, True])
def test_only_a_day_is_a_day_to_judge_by(name, on):
    with pytest.raises(Invalid):
        golden.RULES[name](**SOUND[name], law=LAW, on=on)


@pytest.mark.parametrize("name", RULES)
def test_a_rule_does_not_change_what_it_is_given(name):
    known = SOUND[name]
    before = repr(known)
    golden.RULES[name](**known, law=LAW, on=None)
    assert repr(known) == before
