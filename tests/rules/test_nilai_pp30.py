"""The yearly mark of PP 30/2019 and its predicate."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bina.rules.pp30_2019 import Predikat, nilai_pp30
from bina.rules.refusal import Invalid, NotInForce

ON = date(2021, 12, 31)
MARKS = st.decimals(0, 120, places=2)


def judged(law, skp, perilaku, rekan=False, ide=False, on=ON):
    given = {"skp": skp, "perilaku": perilaku, "pendapat_rekan": rekan, "ide_baru": ide}
    return nilai_pp30(**given, law=law, on=on)


@pytest.mark.parametrize(
    ("nilai", "ide", "predikat"),
    [
        ("120", True, "sangat_baik"), ("110", True, "sangat_baik"), ("110", False, "baik"),
        ("109.99", True, "baik"), ("90", False, "baik"), ("89.99", True, "cukup"),
        ("70", False, "cukup"), ("69.99", False, "kurang"), ("50", False, "kurang"),
        ("49.99", False, "sangat_kurang"), ("0", True, "sangat_kurang"),
    ],
)  # fmt: skip
def test_the_bounds_of_every_step(law, nilai, ide, predikat):
    found = judged(law, nilai, nilai, ide=ide)
    assert (found.nilai, found.predikat) == (Decimal(nilai), predikat)


def test_where_peers_are_heard_conduct_weighs_more(law):
    assert judged(law, 100, 50).nilai == 85
    assert judged(law, 100, 50, rekan=True).nilai == 80


@pytest.mark.parametrize("mark", ["-0.01", "120.01", "banyak", None, True])
@pytest.mark.parametrize("field", ["skp", "perilaku"])
def test_a_mark_outside_the_scale_is_refused(law, mark, field):
    with pytest.raises(Invalid, match=field):
        judged(law, **{"skp": 90, "perilaku": 90, field: mark})


@pytest.mark.parametrize("word", ["ya", 1, None])
def test_yes_and_no_are_said_as_such(law, word):
    with pytest.raises(Invalid):
        judged(law, 90, 90, rekan=word)
    with pytest.raises(Invalid):
        judged(law, 90, 90, ide=word)


@pytest.mark.parametrize("on", [date(2021, 6, 30), date(2022, 1, 1)])
def test_it_judges_its_half_year_only(law, on):
    with pytest.raises(NotInForce):
        judged(law, 90, 90, on=on)


@given(skp=st.lists(MARKS, min_size=2, max_size=5), perilaku=MARKS, rekan=st.booleans())
def test_the_predicate_never_falls_as_the_mark_rises(law, skp, perilaku, rekan):
    order = list(reversed(Predikat))
    for ide in (False, True):
        found = [
            order.index(judged(law, one, perilaku, rekan, ide).predikat) for one in sorted(skp)
        ]
        assert found == sorted(found)


def test_the_result_names_what_it_was_judged_by(law):
    names = [one["name"] for one in judged(law, 90, 90, rekan=True).basis()]
    assert names == [
        "pp30_2019.skala_nilai",
        "pp30_2019.bobot_dengan_rekan",
        "pp30_2019.jenjang_predikat",
    ]
