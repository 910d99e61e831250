"""Other people's files of cases: what runs, what fails, and what is said."""

import io
from datetime import date
from decimal import Decimal

import pytest

from bina.rules import golden

GOOD = """
rule = "predikat_kinerja"
basis = "PermenPANRB 6/2022"

[[case]]
why = "as expected on both"
given = { hasil_kerja = "sesuai", perilaku = "sesuai" }
expect = { predikat = "baik" }
"""


@pytest.fixture
def run(tmp_path):
    """Check files of these contents, answer the exit code and the lines."""

    def run(*contents):
        names = []
        for place, content in enumerate(contents):
            path = tmp_path / f"{place}.toml"
            path.write_text(content, encoding="utf-8")
            names.append(str(path))
        out = io.StringIO()
        return golden.main(names, out), out.getvalue().splitlines()

    return run


def test_a_file_that_agrees_passes(run):
    assert run(GOOD) == (0, ["1 passed, 0 failed"])


def test_the_cases_of_several_files_are_counted_together(run):
    assert run(GOOD, GOOD) == (0, ["2 passed, 0 failed"])


def test_a_failure_names_file_rule_case_and_both_answers(run):
    code, lines = run(GOOD.replace('"baik" }', '"kurang" }'))
    assert code == 1
    assert lines[-1] == "0 passed, 1 failed"
    assert lines[0].endswith(
        "0.toml: predikat_kinerja: as expected on both: predikat: expected kurang, found baik"
    )


def test_one_failure_is_one_line_however_the_case_is_written(run):
    wrong = GOOD.replace('"as expected on both"', '"""two\nlines"""').replace('"baik" }', '"x" }')
    assert len(run(wrong)[1]) == 2


def test_a_rule_not_built_fails_its_cases(run):
    code, lines = run(GOOD.replace("predikat_kinerja", "hukuman_disiplin"))
    assert (code, lines[-1]) == (1, "0 passed, 1 failed")
    assert "no such rule is built" in lines[0]


def test_a_file_may_hold_several_suites(run):
    suites = """
    [[suite]]
    rule = "kesenjangan_kompetensi"
    [[suite.case]]
    why = "no gap"
    given = { standar = 2, capaian = 2 }
    expect = { kesenjangan = 0 }
    [[suite]]
    rule = "nip"
    [[suite.case]]
    why = "none"
    given = { nip = "1" }
    expect = { valid = false }
    """
    assert run(suites) == (0, ["2 passed, 0 failed"])


def test_a_case_is_judged_by_the_text_of_its_day(run):
    dated = GOOD.replace("given =", "on = 2021-12-31\ngiven =")
    code, lines = run(dated)
    assert code == 1
    assert "refused: not_in_force" in lines[0]
    assert run(dated.replace('predikat = "baik"', 'error = "not_in_force"'))[0] == 0


def test_an_expected_refusal_that_does_not_come_fails(run):
    code, lines = run(GOOD.replace('predikat = "baik"', 'error = "invalid"'))
    assert code == 1
    assert "error: expected invalid, found nothing" in lines[0]


@pytest.mark.parametrize("given", ['{ hasil_kerja = "sesuai" }', "{}", '{ perilku = "sesuai" }'])
def test_given_that_the_rule_cannot_use_is_invalid(run, given):
    file = GOOD.replace('{ hasil_kerja = "sesuai", perilaku = "sesuai" }', given)
    assert "refused: invalid" in run(file)[1][0]


def test_a_word_the_rule_does_not_ask_for_is_invalid_and_not_passed_over(run):
    file = GOOD.replace('perilaku = "sesuai"', 'perilaku = "sesuai", catatan = "x"')
    assert "does not ask for: catatan" in run(file)[1][0]


@pytest.mark.parametrize("fact", ["on", "law"])
def test_a_case_cannot_give_the_law_itself(run, fact):
    file = GOOD.replace('perilaku = "sesuai"', f'perilaku = "sesuai", {fact} = 1')
    assert "refused: invalid" in run(file)[1][0]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("rule = ", "cannot be read"),
        ("", "no cases"),
        ('rule = "nip"', "nip: no cases"),
        ('suite = "nip"', "no cases"),
        ("suite = [1]", "a suite names no rule"),
        ("[[case]]\ngiven = {}", "a suite names no rule"),
        ("[[suite]]\nbasis = 'x'", "a suite names no rule"),
        ('rule = "nip"\ncase = [1]', "case 1: not a table"),
        ('rule = "nip"\n[[case]]\nexpect = { valid = true }', "case 1: no table `given`"),
        ('rule = "nip"\n[[case]]\ngiven = { nip = "1" }', "case 1: no table `expect`"),
        ('rule = "nip"\n[[case]]\ngiven = {}\nexpect = {}', "`expect` names nothing"),
        (GOOD.replace("given =", 'on = "2025-01-01"\ngiven ='), "`on` is not a date"),
        (GOOD.replace("given =", "on = 2025-01-01T00:00:00\ngiven ="), "`on` is not a date"),
    ],
)
def test_what_is_no_case_is_said_without_a_traceback(run, content, said):
    code, lines = run(content)
    assert (code, lines[-1]) == (1, "0 passed, 1 failed")
    assert said in lines[0]


def test_the_good_cases_of_a_half_broken_file_still_run(run):
    code, lines = run(GOOD + "\n[[case]]\nwhy = 'nothing'\n")
    assert (code, lines[-1]) == (1, "1 passed, 1 failed")


def test_a_file_that_is_not_there_fails(tmp_path):
    report = golden.check([tmp_path / "none.toml", tmp_path])
    assert (report.ok, len(report.failures)) == (False, 2)


def test_a_file_that_is_no_text_fails(tmp_path):
    path = tmp_path / "x.toml"
    path.write_bytes(b"\xff\xfe\x00")
    assert "cannot be read" in golden.check([path]).failures[0]


def test_nothing_checked_is_no_success(run):
    assert run() == (1, ["0 passed, 0 failed"])


def test_a_file_from_a_windows_editor_runs(tmp_path):
    path = tmp_path / "x.toml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert golden.check([path]).ok


@pytest.mark.parametrize(
    ("found", "expected", "same"),
    [
        (Decimal("28.125"), "28.13", True),
        (Decimal("28.124"), "28.13", False),
        (Decimal("14.2857"), "14.29", True),
        (Decimal("4"), "4", True),
        (Decimal("4"), 4, True),
        (Decimal("4"), "4.00", True),
        (Decimal("4"), "manual", False),
        (3, 3, True),
        (3, "3", True),
        (1, True, False),
        (True, True, True),
        (True, 1, False),
        (False, "false", False),
        (("a", "b"), ["a", "b"], True),
        (("b", "a"), ["a", "b"], False),
        (("a",), ["a", "b"], False),
        ("a", ["a"], False),
        ((), [], True),
        (None, "x", False),
        (date(1987, 3, 15), date(1987, 3, 15), True),
        (date(1987, 3, 15), "1987-03-15", True),
        (date(1987, 3, 15), date(1987, 3, 16), False),
    ],
)
def test_numbers_agree_as_numbers_and_everything_else_exactly(found, expected, same):
    assert golden.agrees(found, expected) is same
