"""The parameters of the law: dated, cited, complete, and an agency's in their place."""

import dataclasses
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from bina.rules.parameters import (
    AGENCY,
    TAGS,
    Dasar,
    Parameter,
    ParameterError,
    Parameters,
    Value,
)
from bina.rules.refusal import Invalid, NotInForce, Refusal
from bina.rules.texts import frozen, load, texts

LAW_PAGES = Path(__file__).parents[2] / "docs" / "law"
ALL = sorted(texts().values(), key=lambda parameter: parameter.name)
NAME = "contoh.batas"


def value(since, until=None, amount="1", **changes):
    made = Value(NAME, since, until, Decimal(amount), "Pasal 1", "copy")
    return dataclasses.replace(made, **changes)


def history(*values):
    return {NAME: Parameter(NAME, "Batas", "JP", values)}


OLD = value(date(2020, 1, 1), date(2020, 12, 31))
NEW = value(date(2022, 1, 1), amount="2")
LAW = Parameters(history(OLD, NEW))


@pytest.mark.parametrize("parameter", ALL, ids=lambda parameter: parameter.name)
def test_every_parameter_is_described_dated_and_cited(parameter):
    assert parameter.description.strip()
    assert parameter.unit.strip()
    assert parameter.values
    for entry in parameter.values:
        assert isinstance(entry.since, date)
        assert entry.reference.strip()
        assert entry.tag in TAGS


@pytest.mark.parametrize("parameter", ALL, ids=lambda parameter: parameter.name)
def test_no_two_values_hold_on_one_day(parameter):
    for earlier, later in zip(parameter.values, parameter.values[1:], strict=False):
        assert earlier.last_day < later.since


@pytest.mark.parametrize("parameter", ALL, ids=lambda parameter: parameter.name)
def test_the_day_before_its_first_text_a_parameter_is_not_in_force(parameter, law):
    first = parameter.values[0]
    assert law.in_force(parameter.name, first.since) is first
    with pytest.raises(NotInForce):
        law.in_force(parameter.name, first.since - timedelta(days=1))


def test_both_ends_of_a_text_belong_to_it():
    assert LAW.in_force(NAME, date(2020, 1, 1)) is OLD
    assert LAW.in_force(NAME, date(2020, 12, 31)) is OLD
    for day in (date(2019, 12, 31), date(2021, 1, 1), date(2021, 12, 31)):
        with pytest.raises(NotInForce):
            LAW.in_force(NAME, day)


def test_without_a_day_the_newest_text_judges_even_where_it_has_ended():
    assert LAW.in_force(NAME, None) is NEW
    assert Parameters(history(OLD)).in_force(NAME, None) is OLD
    assert LAW.newest_day(NAME) == date.max


@pytest.mark.parametrize("day", [datetime(2022, 5, 1), "2022-05-01", 2022])
def test_only_a_day_is_a_day(day):
    with pytest.raises(Invalid):
        LAW.in_force(NAME, day)


def test_an_agencys_value_stands_before_the_texts_from_its_day_to_its_end():
    own = value(date(2023, 1, 1), date(2023, 6, 30), "3", tag=AGENCY)
    law = Parameters(history(OLD, NEW), {NAME: (own,)})
    assert law.in_force(NAME, date(2022, 12, 31)) is NEW
    assert law.in_force(NAME, date(2023, 1, 1)) is own
    assert law.in_force(NAME, date(2023, 6, 30)) is own
    assert law.in_force(NAME, date(2023, 7, 1)) is NEW
    assert law.in_force(NAME, None) is NEW


def test_an_agencys_open_value_is_the_newest():
    own = value(date(2023, 1, 1), amount="3", tag=AGENCY)
    assert Parameters(history(NEW), {NAME: (own,)}).in_force(NAME, None) is own


def test_an_agency_cannot_rule_where_there_is_no_text():
    own = value(date(2010, 1, 1), tag=AGENCY)
    law = Parameters(history(OLD), {NAME: (own,)})
    with pytest.raises(NotInForce):
        law.in_force(NAME, date(2015, 1, 1))


@pytest.mark.parametrize(
    "wrong",
    [
        (),
        (value(date(2023, 1, 1), value=3),),
        (value(date(2023, 1, 1), value="3"),),
        (value(date(2023, 1, 1), reference=" "),),
        (value(date(2023, 1, 1), tag="hearsay"),),
        (value(date(2023, 1, 1), date(2022, 1, 1)),),
        (value(date(2023, 1, 1)), value(date(2024, 1, 1))),
        (value(date(2023, 1, 1), date(2024, 1, 1)), value(date(2024, 1, 1))),
        (value(date(2023, 1, 1), name="contoh.lain"),),
    ],
)
def test_an_agencys_value_is_held_to_the_form_of_the_texts(wrong):
    with pytest.raises(ParameterError):
        Parameters(history(NEW), {NAME: wrong})


def test_an_agency_cannot_invent_a_parameter():
    with pytest.raises(ParameterError):
        Parameters(history(NEW), {"contoh.lain": (value(date(2023, 1, 1), name="contoh.lain"),)})


def test_an_agencys_table_has_at_least_the_texts_rows():
    whole = Parameter(NAME, "Tabel", "-", (value(date(2022, 1, 1), value=frozen({"a": "1"})),))
    own = value(date(2023, 1, 1), value=frozen({"a": "2", "b": "3"}), tag=AGENCY)
    assert Parameters({NAME: whole}, {NAME: (own,)}).in_force(NAME, None).value["a"] == 2
    for wrong in ({"b": "3"}, {"a": "x"}, "1"):
        with pytest.raises(ParameterError):
            Parameters({NAME: whole}, {NAME: (dataclasses.replace(own, value=frozen(wrong)),)})


def test_a_value_cannot_be_changed():
    entry = texts()["permenpanrb6_2022.kuadran"].values[0]
    with pytest.raises(TypeError):
        entry.value["di_atas"] = ()
    with pytest.raises(dataclasses.FrozenInstanceError):
        entry.tag = "copy"
    with pytest.raises(TypeError):
        texts()["x"] = None


def test_numbers_in_strings_become_decimals_and_nothing_else_does():
    assert frozen({"a": ["0.70", "-2", "x", "1.", 5]}) == {
        "a": (Decimal("0.70"), Decimal(-2), "x", "1.", 5)
    }
    assert isinstance(frozen("20"), Decimal)
    with pytest.raises(ParameterError):
        frozen(0.7)


def test_a_result_keeps_the_basis_in_words():
    assert OLD.dasar == Dasar(NAME, date(2020, 1, 1), "Pasal 1", "copy")
    assert OLD.dasar.as_json() == {
        "name": NAME,
        "since": "2020-01-01",
        "reference": "Pasal 1",
        "tag": "copy",
    }


def test_each_refusal_has_the_code_the_cases_name():
    codes = {kind.code for kind in Refusal.__subclasses__()}
    assert codes == {"not_in_force", "invalid", "manual"}


SOUND = """
[batas]
description = "Batas"
unit = "JP"

[[batas.values]]
since = 2020-01-01
value = "1"
reference = "Pasal 1"
tag = "copy"
"""


def test_a_sound_file_is_read_under_the_name_of_its_text(tmp_path):
    (tmp_path / "contoh.toml").write_text(SOUND)
    assert load(tmp_path)[NAME].values == (value(date(2020, 1, 1)),)


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        ('description = "Batas"', ""),
        ('description = "Batas"', 'description = " "'),
        ('unit = "JP"', ""),
        ('reference = "Pasal 1"', ""),
        ('reference = "Pasal 1"', 'reference = ""'),
        ('reference = "Pasal 1"', "reference = 1"),
        ('tag = "copy"', ""),
        ('tag = "copy"', 'tag = "instansi"'),
        ("since = 2020-01-01", ""),
        ("since = 2020-01-01", 'since = "2020-01-01"'),
        ("since = 2020-01-01", "since = 2020-01-01T00:00:00"),
        ("since = 2020-01-01", "since = 2020-01-01\nuntil = 2019-01-01"),
        ("since = 2020-01-01", "since = 2020-01-01\nbis = 2021-01-01"),
        ('value = "1"', ""),
        ('value = "1"', "value = 0.5"),
        ("[[batas.values]]", "[[batas.value]]"),
        ("[batas]", "batas = 1\n[lain]"),
        ("[batas]", "[batas"),
        (SOUND, '[batas]\ndescription = "B"\nunit = "JP"\nvalues = []'),
        (SOUND, '[batas]\ndescription = "B"\nunit = "JP"\nvalues = 1'),
        (SOUND, "batas = 1"),
    ],
)
def test_a_file_that_is_incomplete_or_uncited_is_refused(tmp_path, there, instead):
    (tmp_path / "contoh.toml").write_text(SOUND.replace(there, instead))
    with pytest.raises(ParameterError):
        load(tmp_path)


@pytest.mark.parametrize("parameter", ALL, ids=lambda parameter: parameter.name)
def test_every_parameter_stands_on_the_page_of_its_text(parameter):
    text, key = parameter.name.split(".")
    assert f"`{key}`" in (LAW_PAGES / f"{text}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "page", sorted({name.split(".")[0] for name in texts()}), ids=lambda page: page
)
def test_every_page_names_its_forms_its_cases_and_what_is_open(page):
    said = (LAW_PAGES / f"{page}.md").read_text(encoding="utf-8")
    assert [word for word in ("Form", "Cases", "Open") if word not in said] == []


def test_every_page_stands_in_the_index():
    index = (LAW_PAGES / "README.md").read_text(encoding="utf-8")
    assert {f"({path.name})" in index for path in LAW_PAGES.glob("*_*.md")} == {True}


def test_every_reference_is_written_for_indonesian_readers():
    """It stands beside the figure on pages and in stored results."""
    english = {"the", "and", "was", "is", "not", "choice", "after", "read", "by", "to", "spec"}
    wrong = {
        value.reference
        for parameter in texts().values()
        for value in parameter.values
        if english & set(value.reference.lower().replace(",", "").split())
    }
    assert wrong == set()
