"""The cases a lawyer signs: every rule runs its file."""

from pathlib import Path

import pytest

from bina.rules import golden

HERE = Path(__file__).parent / "golden"
SHARED = Path(__file__).parents[3] / "shared" / "golden"
FILES = sorted(HERE.glob("*.toml"))
CASES = [pytest.param(case, id=str(case)) for path in FILES for case in golden.cases(path)]


@pytest.mark.parametrize("case", CASES)
def test_the_rule_answers_as_the_case_expects(case, law):
    assert case.problem(law) is None


def test_every_rule_that_is_built_from_the_table_has_a_case():
    extra = {"kesenjangan_dari_predikat", "rating_pimpinan_unit"}
    assert {case.values[0].rule for case in CASES} == set(golden.RULES) - extra


def test_our_copies_are_the_shared_cases():
    there = [path for path in FILES if (SHARED / path.name).exists()]
    assert [p.read_bytes() for p in there] == [(SHARED / p.name).read_bytes() for p in there]
