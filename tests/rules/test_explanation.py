"""The law told to those who check it."""

from datetime import date

import pytest

from bina.rules.explanation import explained, explanations, listed
from bina.rules.golden import RULES
from bina.rules.parameters import AGENCY, Parameters, Value
from bina.rules.texts import texts


def test_every_rule_is_explained_and_nothing_else():
    assert set(explanations()) == set(RULES)


def test_every_parameter_is_named_by_a_rule_that_uses_it():
    """But for the agency's own pages of planning and monitoring: no rules of a golden file."""
    unnamed = {
        name for name in texts() if not any(one.uses(name) for one in explanations().values())
    }
    assert {name.partition(".")[0] for name in unnamed} == {"pemantauan", "perencanaan"}


@pytest.mark.parametrize("rule", sorted(RULES))
def test_an_explanation_names_only_what_there_is(rule):
    told = explanations()[rule]
    assert told.judul
    assert told.dasar
    assert told.cara
    for pattern in told.parameter:
        assert any(told.uses(name) and _fits(name, pattern) for name in texts()), pattern


def _fits(name, pattern):
    return name == pattern or name.startswith(pattern.removesuffix("*"))


def test_the_list_says_value_dates_basis_and_tag(law):
    lines = list(listed(law))
    at = next(n for n, line in enumerate(lines) if line.startswith("pp30_2019.bobot_tanpa_rekan "))
    assert lines[at + 1].strip() == (
        "2021-07-01 sampai 2021-12-31: {skp: 0.70, perilaku: 0.30} [copy] PP 30/2019 Pasal 41"
    )
    assert sum(not line.startswith(" ") for line in lines) == len(texts())


def test_an_agencys_own_value_stands_beneath_the_texts():
    own = Value("pp11_2017.menit_per_jp", date(2026, 1, 1), None, 50, "SK Bupati 1/2026", AGENCY)
    lines = list(listed(Parameters(texts(), {own.name: (own,)})))
    assert "    2026-01-01 sampai seterusnya: 50 [instansi] SK Bupati 1/2026" in lines


def test_a_rule_is_explained_with_the_values_of_the_day(law):
    told = "\n".join(explained("nilai_pp30", law, date(2021, 12, 31)))
    assert "Dasar: PP 30/2019 Pasal 41" in told
    assert "{skp: 0.60, perilaku: 0.40} [copy]" in told
    later = "\n".join(explained("nilai_pp30", law, date(2026, 1, 1)))
    assert "pp30_2019.skala_nilai: tidak ada naskah yang berlaku pada hari itu" in later
