"""Golden cases: TOML files a lawyer can sign, run against the rules.

The format: a file has a `rule` and its `[[case]]`s, or several `[[suite]]`s of that form.
"""

import inspect
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any, TextIO

from bina.rules.bauran_pembelajaran import bauran_pembelajaran
from bina.rules.given import number
from bina.rules.hari_libur import hari_libur
from bina.rules.keberatan_berjenjang import tenggat_keberatan
from bina.rules.kesenjangan import (
    kesenjangan_dari_predikat,
    kesenjangan_kinerja,
    kesenjangan_kompetensi,
)
from bina.rules.konseling import pelaporan_konseling, penerima_rekaman
from bina.rules.nip import nip
from bina.rules.parameters import Parameters
from bina.rules.pembinaan import rekomendasi_pembinaan
from bina.rules.perbkn8_2019 import indeks_profesionalitas
from bina.rules.perbkn26_2019 import job_person_match
from bina.rules.perlan10_2018 import jam_pelajaran
from bina.rules.permenpanrb1_2023 import angka_kredit
from bina.rules.permenpanrb6_2022 import predikat_kinerja, rating_pimpinan_unit
from bina.rules.permenpanrb8_2021 import (
    capaian_iki_p8,
    kinerja_tambahan_p8,
    klarifikasi_perilaku_p8,
    nilai_iki_p8,
    nilai_perilaku_p8,
    nilai_skp_p8,
    nilai_skp_setahun_p8,
)
from bina.rules.pp30_2019 import keberatan, nilai_pp30
from bina.rules.refusal import Invalid, Refusal
from bina.rules.result import Result, two_places
from bina.rules.semenpanrb3_2021 import nilai_2021
from bina.rules.semenpanrb3_2023 import pola_distribusi
from bina.rules.target_jp import jp_tahun_perjanjian, target_jp
from bina.rules.texts import texts

RULES: Mapping[str, Callable[..., Result]] = MappingProxyType(
    {
        rule.__name__: rule
        for rule in (
            angka_kredit,
            bauran_pembelajaran,
            capaian_iki_p8,
            hari_libur,
            indeks_profesionalitas,
            jam_pelajaran,
            job_person_match,
            jp_tahun_perjanjian,
            keberatan,
            kesenjangan_dari_predikat,
            kesenjangan_kinerja,
            kesenjangan_kompetensi,
            kinerja_tambahan_p8,
            klarifikasi_perilaku_p8,
            nilai_2021,
            nilai_iki_p8,
            nilai_perilaku_p8,
            nilai_pp30,
            nilai_skp_p8,
            nilai_skp_setahun_p8,
            nip,
            pelaporan_konseling,
            penerima_rekaman,
            pola_distribusi,
            predikat_kinerja,
            rating_pimpinan_unit,
            rekomendasi_pembinaan,
            target_jp,
            tenggat_keberatan,
        )
    }
)

FACTS = frozenset({"law", "on"})
"""What a case does not give: the law it is judged by and the day."""


class MalformedError(Exception):
    """A file, or a part of it, that is no golden case."""


@dataclass(frozen=True, slots=True)
class Case:
    """One case. `on` None is judged by the newest text."""

    rule: str
    why: str
    on: date | None
    given: Mapping[str, Any]
    expect: Mapping[str, Any]

    def __str__(self) -> str:
        return " ".join(f"{self.rule}: {self.why}".split())

    def problem(self, law: Parameters) -> str | None:
        """What is wrong with the rule's answer; None where it is as expected."""
        if self.rule not in RULES:
            return "no such rule is built"
        try:
            found = self.answer(law)
            wrong = [key for key in self.expect if not agrees(found.get(key), self.expect[key])]
        except (
            Exception
        ) as error:  # other people's cases: a broken rule is one failure, not the end
            return f"the rule broke: {type(error).__name__}: {error}"
        return "; ".join(_difference(key, self.expect[key], found) for key in wrong) or None

    def answer(self, law: Parameters) -> dict[str, Any]:
        """The rule's findings, or its refusal as an `error`."""
        rule = RULES[self.rule]
        try:
            return rule(**_accepted(rule, self.given), law=law, on=self.on).findings()
        except Refusal as refusal:
            return {"error": refusal.code, "because": str(refusal)}


@dataclass(frozen=True, slots=True)
class Report:
    passed: int
    failures: tuple[str, ...]

    @property
    def ok(self) -> bool:
        return self.passed > 0 and not self.failures

    def lines(self) -> Iterator[str]:
        yield from self.failures
        yield f"{self.passed} passed, {len(self.failures)} failed"


def main(argv: Sequence[str], out: TextIO) -> int:
    """`bina rules check FILE...`: a line a failure, then the count. 0 if none failed."""
    report = check([Path(name) for name in argv])
    for line in report.lines():
        print(line, file=out)
    return 0 if report.ok else 1


def check(paths: Iterable[Path], law: Parameters | None = None) -> Report:
    """Run every case of every file. What is no case is a failure too."""
    law = law or Parameters(texts())
    passed, failures = 0, []
    for path in paths:
        for entry in _entries(path):
            problem = entry.problem(law) if isinstance(entry, Case) else str(entry)
            if problem is None:
                passed += 1
            else:
                where = f"{path}: {entry}" if isinstance(entry, Case) else str(path)
                failures.append(f"{where}: {' '.join(problem.split())}")
    return Report(passed, tuple(failures))


def cases(path: Path) -> list[Case]:
    """The cases of a sound file. Raises MalformedError for anything else."""
    found = []
    for entry in _entries(path):
        if isinstance(entry, MalformedError):
            raise entry
        found.append(entry)
    return found


def agrees(found: Any, expected: Any) -> bool:
    """Numbers as numbers to two places, lists in order, everything else exactly."""
    if isinstance(expected, list):
        return (
            isinstance(found, list | tuple)
            and len(found) == len(expected)
            and all(map(agrees, found, expected))
        )
    if isinstance(found, bool) or isinstance(expected, bool):
        return found is expected
    if isinstance(found, Decimal | int):
        return _same_number(Decimal(found), expected)
    if isinstance(found, date):
        return bool(expected == found or expected == found.isoformat())
    return bool(found == expected)


def _same_number(found: Decimal, expected: Any) -> bool:
    try:
        return two_places(found) == two_places(number(expected, "expect", least=None))
    except Invalid:
        return False


def _difference(key: str, expected: Any, found: Mapping[str, Any]) -> str:
    if "error" in found and key != "error":
        return f"{key}: expected {_shown(expected)}, refused: {found['error']}: {found['because']}"
    return f"{key}: expected {_shown(expected)}, found {_shown(found.get(key))}"


def _shown(value: Any) -> str:
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_shown, value))}]"
    return "nothing" if value is None else str(value)


def _accepted(rule: Callable[..., Result], given: Mapping[str, Any]) -> dict[str, Any]:
    """What is given, held to the names the rule asks for."""
    names = {k: p for k, p in inspect.signature(rule).parameters.items() if k not in FACTS}
    if unknown := set(given) - set(names):
        raise Invalid(f"the rule does not ask for: {', '.join(sorted(unknown))}")
    required = {name for name, p in names.items() if p.default is inspect.Parameter.empty}
    if missing := required - set(given):
        raise Invalid(f"missing: {', '.join(sorted(missing))}")
    return dict(given)


def _entries(path: Path) -> Iterator[Case | MalformedError]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        suites = _suites(content)
    except (OSError, ValueError, RecursionError, MalformedError) as error:
        yield MalformedError(f"cannot be read: {error}")
        return
    for suite in suites:
        yield from _suite(suite)


def _suites(content: dict[str, Any]) -> list[Any]:
    """The file itself where it has cases, then its suites."""
    own = [content] if {"rule", "case"} & set(content) else []
    suites = content.get("suite", [])
    if not isinstance(suites, list) or not own + suites:
        raise MalformedError("no cases")
    return own + suites


def _suite(suite: Any) -> Iterator[Case | MalformedError]:
    rule = suite.get("rule") if isinstance(suite, dict) else None
    if not isinstance(rule, str):
        yield MalformedError("a suite names no rule")
        return
    entries = suite.get("case")
    if not isinstance(entries, list) or not entries:
        yield MalformedError(f"{rule}: no cases")
        return
    for place, entry in enumerate(entries, start=1):
        try:
            yield _case(rule, entry)
        except MalformedError as error:
            yield MalformedError(f"{rule}: case {place}: {error}")


def _case(rule: str, entry: Any) -> Case:
    if not isinstance(entry, dict):
        raise MalformedError("not a table")
    for key in ("given", "expect"):
        if not isinstance(entry.get(key), dict):
            raise MalformedError(f"no table `{key}`")
    if not entry["expect"]:
        raise MalformedError("`expect` names nothing")
    on = entry.get("on")
    if on is not None and (not isinstance(on, date) or isinstance(on, datetime)):
        raise MalformedError(f"`on` is not a date: {on!r}")
    why = str(entry.get("why", "(no why)"))
    return Case(rule=rule, why=why, on=on, given=entry["given"], expect=entry["expect"])
