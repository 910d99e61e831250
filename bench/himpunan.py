"""A nation's predicates and patterns in SQL, against plain SQL over the same rows.

Both sides in one database and run, same rows, indexes and settings, in turns; medians count.
The rows are made by arithmetic from a seed: every run has the same.
"""

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

import psycopg

from bina.rules import himpunan, permenpanrb6_2022, semenpanrb3_2023
from bina.rules.parameters import Parameters
from bina.rules.permenpanrb6_2022 import Predikat
from bina.rules.texts import texts

ON = date(2026, 12, 31)
LAW = Parameters(texts())
QUADRANT = himpunan.predikat_kinerja(law=LAW, on=ON).sql
PATTERN = himpunan.pola_distribusi(law=LAW, on=ON).sql
SCHEMA = "bench_himpunan"
# A step of the minimal standard generator (Park, Miller), far enough from its neighbours.
SCATTERED = "((n + {seed}) * 48271::bigint % 2147483647 * {step} % 2147483647)"
PLAIN = """
SELECT unit, capaian, count(*) FROM penilaian JOIN capaian USING (unit) GROUP BY unit, capaian
"""


@dataclass(frozen=True)
class Size:
    pegawai: int = 4_700_000
    units: int = 100_000
    rounds: int = 3
    seed: int = 6


@contextmanager
def schema(url: str) -> Iterator[psycopg.Cursor[Any]]:
    """A schema of our own, gone afterwards however the run ends."""
    with psycopg.connect(url, autocommit=True) as connection, connection.cursor() as cursor:
        run(cursor, f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
        run(cursor, f"CREATE SCHEMA {SCHEMA}")
        run(cursor, f"SET search_path TO {SCHEMA}")
        try:
            yield cursor
        finally:
            run(cursor, f"DROP SCHEMA {SCHEMA} CASCADE")


def run(cursor: psycopg.Cursor[Any], *statements: str) -> None:
    for statement in statements:
        cursor.execute(statement.encode())


def load(cursor: psycopg.Cursor[Any], size: Size) -> None:
    """The ratings of all pegawai (three of ten above, two below) and the capaian of all units."""
    first, second, third = (SCATTERED.format(seed=size.seed, step=k) for k in (16807, 69621, 39373))
    rating = "(array['di_atas','sesuai','di_bawah'])[1 + ({} % 10 > 2)::int + ({} % 10 > 7)::int]"
    capaian = "istimewa,baik,butuh_perbaikan,kurang,sangat_kurang"
    run(
        cursor,
        f"CREATE TABLE capaian AS SELECT n::int AS unit,"
        f" (string_to_array('{capaian}', ','))[1 + {first} % 5] AS capaian"
        f" FROM generate_series(1, {size.units}) AS n",
        f"CREATE TABLE penilaian AS SELECT n::int AS pegawai,"
        f" (1 + {first} % {size.units})::int AS unit,"
        f" {rating.format(second, second)} AS hasil_kerja,"
        f" {rating.format(third, third)} AS perilaku"
        f" FROM generate_series(1, {size.pegawai}) AS n",
        "ALTER TABLE capaian ADD PRIMARY KEY (unit)",
        "ALTER TABLE penilaian ADD PRIMARY KEY (pegawai)",
        "VACUUM ANALYZE capaian",
        "VACUUM ANALYZE penilaian",
    )


def group(cursor: psycopg.Cursor[Any], sql: str) -> None:
    """Ask for every row of the answer, and let it go."""
    with cursor.copy(f"COPY ({sql}) TO STDOUT".encode()) as answer:
        for _ in answer:
            pass


def write(cursor: psycopg.Cursor[Any], predikat: str, pola: str) -> None:
    run(
        cursor,
        f"CREATE TABLE predikat AS {predikat}",
        "CREATE UNIQUE INDEX ON predikat (pegawai)",
        "CREATE INDEX ON predikat (unit)",
        f"CREATE TABLE pola AS {pola}",
        "CREATE UNIQUE INDEX ON pola (unit)",
    )


def write_rules(cursor: psycopg.Cursor[Any]) -> None:
    """The pattern reads the predicates just written."""
    write(cursor, QUADRANT, PATTERN)


def write_plain(cursor: psycopg.Cursor[Any]) -> None:
    write(cursor, "SELECT * FROM jadi_predikat", "SELECT * FROM jadi_pola")


ACTS: dict[str, Callable[[psycopg.Cursor[Any]], None]] = {
    "join and group": lambda cursor: group(cursor, PLAIN),
    "quadrant and pattern": lambda cursor: group(
        cursor, f"WITH predikat AS ({QUADRANT}) {PATTERN}"
    ),
    "create table as": write_plain,
    "write the results": write_rules,
}
RATIOS = {
    "computing / join and group": ("quadrant and pattern", "join and group"),
    "writing / create table as": ("write the results", "create table as"),
}


def measure(url: str, size: Size) -> dict[str, Any]:
    with schema(url) as cursor:
        load(cursor, size)
        write_rules(cursor)
        run(
            cursor,
            "ALTER TABLE predikat RENAME TO jadi_predikat",
            "ALTER TABLE pola RENAME TO jadi_pola",
            "VACUUM ANALYZE jadi_predikat",
            "VACUUM ANALYZE jadi_pola",
        )
        differing = sum(1 for _ in differences(cursor))
        times = rounds(cursor, size.rounds)
    medians = {name: statistics.median(spent) for name, spent in times.items()}
    ratios = {name: medians[rules] / medians[plain] for name, (rules, plain) in RATIOS.items()}
    report(size, times, ratios, differing)
    return {
        "pegawai": size.pegawai,
        "units": size.units,
        "seconds": times,
        "ratios": ratios,
        "differing from Python": differing,
    }


def rounds(cursor: psycopg.Cursor[Any], count: int) -> dict[str, list[float]]:
    """Every act once a round, in turns forwards and backwards: no side always goes first."""
    times: dict[str, list[float]] = {name: [] for name in ACTS}
    for turn in range(count):
        for name in list(ACTS)[:: -1 if turn % 2 else 1]:
            run(cursor, "DROP TABLE IF EXISTS predikat, pola")
            began = time.perf_counter()
            ACTS[name](cursor)
            times[name].append(time.perf_counter() - began)
    return times


def differences(cursor: psycopg.Cursor[Any]) -> Iterator[object]:
    """Cells and units for which the database found something else than the functions."""
    run(
        cursor,
        "SELECT DISTINCT hasil_kerja, perilaku, predikat FROM penilaian JOIN jadi_predikat"
        " USING (pegawai)",
    )
    for hasil, perilaku, predikat in cursor.fetchall():
        one = permenpanrb6_2022.predikat_kinerja(
            hasil_kerja=hasil, perilaku=perilaku, law=LAW, on=ON
        )
        if one.predikat != predikat:
            yield hasil, perilaku
    run(cursor, f"SELECT unit, capaian, pelanggaran, {', '.join(Predikat)} FROM jadi_pola")
    for unit, capaian, said, *counts in cursor:
        jumlah = dict(zip(Predikat, counts, strict=True))
        found = semenpanrb3_2023.pola_distribusi(
            capaian_organisasi=capaian, jumlah=jumlah, law=LAW, on=ON
        )
        if found.pelanggaran != himpunan.read(said):
            yield unit


def report(
    size: Size, times: dict[str, list[float]], ratios: dict[str, float], differing: int
) -> None:
    print(
        f"\n{f'{size.pegawai:,} pegawai, {size.units:,} units':32}{'median s':>12}{'spread s':>16}"
    )
    for name, spent in times.items():
        spread = f"{min(spent):.2f} to {max(spent):.2f}"
        print(f"{name:32}{statistics.median(spent):>12.2f}{spread:>16}")
    for name, ratio in ratios.items():
        print(f"{name:32}{ratio:>12.2f}{'(at most 3)':>16}")
    print(f"{'differing from Python':32}{differing:>12}")
