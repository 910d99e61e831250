"""What the forms take and refuse, field by field."""

from decimal import Decimal
from typing import Any

import pytest

from bina.planning.forms import LampiranForm, UsulForm, indikator_formset
from tests.conftest import Agency
from tests.planning import plans, posted


def formset(*rows: dict[str, Any], **form_kwargs: Any) -> Any:
    data: dict[str, Any] = {"ind-TOTAL_FORMS": len(rows), "ind-INITIAL_FORMS": 0}
    for number, row in enumerate(rows):
        data |= posted.indicator(number, **row)
    return indikator_formset(extra=1)(data, prefix="ind", form_kwargs=form_kwargs)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("1.250,5", "1250.5"), ("1250.5", "1250.5"), ("240", "240"), ("0", "0")],
)
def test_a_target_is_read_as_indonesians_write_it(typed: str, number: str) -> None:
    made = formset({"target": typed})
    assert made.is_valid()
    assert made.kept()[0].isi(set()).target == Decimal(number)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"target": "", "target_teks": ""}, "target"),
        ({"target": "5", "target_teks": "lima"}, "target_teks"),
        ({"satuan": ""}, "satuan"),
        ({"aspek": ""}, "aspek"),
        ({"aspek": "mutu"}, "aspek"),
        ({"target": "-1"}, "target"),
        ({"target": "banyak"}, "target"),
        ({"arah": "datar"}, "arah"),
        ({"uraian": ""}, "uraian"),
    ],
)
def test_an_indicator_says_what_to_mend(changes: dict[str, str], field: str) -> None:
    made = formset(changes)
    assert not made.is_valid()
    assert field in made.forms[0].errors


def test_words_may_stand_for_a_target() -> None:
    made = formset({"target": "", "satuan": "", "target_teks": "paling lambat 2 hari"})
    assert made.is_valid()


def test_two_indicators_may_not_be_the_same() -> None:
    made = formset({"uraian": "Arsip  tersusun"}, {"uraian": "arsip tersusun "})
    assert not made.is_valid()
    assert "sudah ada" in str(made.forms[1].errors)


def test_a_form_without_aspek_does_not_ask_for_one() -> None:
    made = formset({"aspek": ""}, beraspek=False)
    assert made.is_valid()
    assert made.kept()[0].isi(set()).aspek == ""


def test_an_indicator_deleted_meanwhile_is_written_anew() -> None:
    made = formset({"id": "77"})
    assert made.is_valid()
    assert made.kept()[0].isi(known=set()).id is None
    assert made.kept()[0].isi(known={77}).id == 77


def test_the_annex_is_an_item_a_line(agency: Agency) -> None:
    skp = plans.started(agency)
    form = LampiranForm(posted.annex(skp, konsekuensi=" a \r\n\r\n b\n"), skp=skp)
    assert form.is_valid()
    assert form.isi()["konsekuensi"] == ["a", "b"]


def test_a_proposal_names_an_indicator_of_this_plan() -> None:
    data = {"indikator": "lain", "target_menjadi": "1.000", "alasan": "x"}
    assert "indikator" in UsulForm(data, choices=[("satu", "Satu")]).errors
    form = UsulForm({**data, "indikator": "satu"}, choices=[("satu", "Satu")])
    assert form.is_valid()
    assert form.isi().target_menjadi == 1000
