"""Whole agencies judged in the database: the same answers as the functions give one by one."""

import random
from collections import Counter
from datetime import date
from itertools import product

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bina.rules import himpunan
from bina.rules import permenpanrb6_2022 as permenpan
from bina.rules import semenpanrb3_2023 as surat_edaran
from bina.rules.parameters import AGENCY, Parameters, Value
from bina.rules.permenpanrb6_2022 import CapaianOrganisasi, Predikat, Rating
from bina.rules.refusal import Invalid, NotInForce
from bina.rules.texts import frozen, texts

ON = date(2026, 12, 31)
READS = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
"""The statements only read, so examples may share one test's database."""
RATINGS = [*Rating, "", None, "cukup", "DI_ATAS"]
JUMLAH = st.dictionaries(st.sampled_from(list(Predikat)), st.integers(0, 12))
UNITS = st.lists(st.tuples(st.sampled_from(list(CapaianOrganisasi)), JUMLAH), min_size=1)
PEMBULATAN = ("tanpa", "ke_bawah", "ke_atas", "terdekat")


def agency(since=date(2023, 1, 31), **own):
    """The texts, and an agency's own values in the place of some."""
    files = {"kuadran": "permenpanrb6_2022"}
    names = {f"{files.get(key, 'semenpanrb3_2023')}.{key}": one for key, one in own.items()}
    return Parameters(
        texts(),
        {
            name: (Value(name, since, None, frozen(one), "SK Kepala", AGENCY),)
            for name, one in names.items()
        },
    )


def asked(sql, **relations):
    """The answer over rows given here: `name=((column, ...), rows)`."""
    heads, given_values = [], []
    for name, (columns, rows) in relations.items():
        marks = ", ".join(f"({', '.join(['%s'] * len(columns))})" for _ in rows)
        heads.append(f"{name} ({', '.join(columns)}) AS (VALUES {marks})")
        given_values += [value for row in rows for value in row]
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {', '.join(heads)} {sql}", given_values)
        return cursor.fetchall()


def predicates(pairs, law):
    """The predikat the database finds for each pair of ratings."""
    rows = [(n, 1, *pair) for n, pair in enumerate(pairs)]
    sql = himpunan.predikat_kinerja(law=law, on=ON).sql
    found = asked(sql, penilaian=(("pegawai", "unit", "hasil_kerja", "perilaku"), rows))
    return [predikat for _, _, predikat in sorted(found)]


def one_predicate(pair, law):
    try:
        return permenpan.predikat_kinerja(
            hasil_kerja=pair[0], perilaku=pair[1], law=law, on=ON
        ).predikat
    except Invalid:
        return None


def patterns(units, law):
    """What the database finds for each (capaian, jumlah): its counts and its breaches."""
    people = [
        (n, predikat)
        for n, (_, jumlah) in enumerate(units)
        for predikat, persons in jumlah.items()
        for _ in range(persons)
    ]
    found = asked(
        himpunan.pola_distribusi(law=law, on=ON).sql,
        capaian=(("unit", "capaian"), [(n, capaian) for n, (capaian, _) in enumerate(units)]),
        predikat=(("unit", "predikat"), people or [(-1, "baik")]),
    )
    return [(tuple(counts), himpunan.read(said)) for _, _, *counts, said in sorted(found)]


def one_pattern(capaian, jumlah, law):
    counts = tuple(jumlah.get(predikat, 0) for predikat in Predikat)
    try:
        found = surat_edaran.pola_distribusi(
            capaian_organisasi=capaian, jumlah=jumlah, law=law, on=ON
        )
    except Invalid:
        return counts, None
    return counts, found.pelanggaran


def agrees(units, law):
    return patterns(units, law) == [one_pattern(*unit, law) for unit in units]


@pytest.mark.django_db
def test_every_pair_of_ratings_has_the_predikat_of_the_function(law):
    pairs = list(product(RATINGS, repeat=2))
    assert predicates(pairs, law) == [one_predicate(pair, law) for pair in pairs]


@pytest.mark.django_db
def test_a_missing_or_unknown_rating_gives_no_predikat(law):
    assert predicates([("di_atas", None), ("", "sesuai"), ("cukup", "sesuai")], law) == [None] * 3


@pytest.mark.django_db
@READS
@given(st.lists(st.sampled_from(list(Predikat)), min_size=9, max_size=9))
def test_an_agencys_own_quadrant_reaches_the_database(cells):
    kuadran = {row: cells[n * 3 : n * 3 + 3] for n, row in enumerate(Rating)}
    own = agency(kuadran={row.value: [c.value for c in line] for row, line in kuadran.items()})
    assert predicates(list(product(Rating, repeat=2)), own) == cells


@pytest.mark.django_db
@READS
@given(UNITS, st.sampled_from(PEMBULATAN), st.integers(0, 9))
def test_every_distribution_has_the_breaches_of_the_function(units, pembulatan, least):
    assert agrees(units, agency(pembulatan=pembulatan, jumlah_minimum=least))


def at_the_bounds(law, sizes):
    """Distributions that lie on each bound and a person to either side of it."""
    pola = law.in_force("semenpanrb3_2023.pola_distribusi", ON).value
    for capaian, size in product(CapaianOrganisasi, sizes):
        for row in pola[capaian]:
            share = row.get("minimum", row.get("maksimum", 0)) * size / 100
            for persons in range(int(share) - 1, int(share) + 3):
                for name, other in product(row["predikat"], Predikat):
                    held = max(0, min(persons, size))
                    jumlah = Counter({Predikat(name): held}) + Counter({other: size - held})
                    yield capaian, dict(jumlah)


@pytest.mark.django_db
@pytest.mark.parametrize("pembulatan", PEMBULATAN)
def test_the_bounds_hold_to_the_person_in_units_of_every_size(pembulatan):
    own = agency(pembulatan=pembulatan)
    assert agrees(list(at_the_bounds(own, (1, 2, 3, 5, 7, 9, 10, 15))), own)


@pytest.mark.django_db
def test_seventy_of_a_hundred_are_inside_and_seventy_one_are_not(law):
    units = [
        ("istimewa", {Predikat.SANGAT_BAIK: persons, Predikat.BAIK: 100 - persons})
        for persons in (70, 71)
    ] + [("istimewa", {Predikat.SANGAT_BAIK: 7, Predikat.BAIK: 3})]
    assert [said for _, said in patterns(units, law)] == [(), ("sangat_baik_maksimum",), ()]


@pytest.mark.django_db
def test_all_breaches_of_a_unit_are_told_in_the_order_of_the_list(law):
    found = patterns([("sangat_kurang", {Predikat.SANGAT_BAIK: 10})], law)
    assert found[0][1] == (
        "sangat_baik_maksimum",
        "sangat_kurang_minimum",
        "kurang_dan_butuh_perbaikan_minimum",
    )


@pytest.mark.django_db
def test_the_order_of_a_parameter_does_not_change_the_order_of_breaches():
    rows = [
        {"pelanggaran": "kurang_minimum", "predikat": ["kurang"], "minimum": "50"},
        {"pelanggaran": "sangat_baik_maksimum", "predikat": ["baik"], "maksimum": "12.5"},
        {"pelanggaran": "kurang_minimum", "predikat": ["kurang"], "minimum_orang": 2},
    ]
    own = agency(pola_distribusi={capaian.value: rows for capaian in CapaianOrganisasi})
    units = [("baik", {Predikat.BAIK: k, Predikat.KURANG: 8 - k}) for k in range(9)]
    assert agrees(units, own)
    assert patterns(units, own)[8][1] == ("sangat_baik_maksimum", "kurang_minimum")


@pytest.mark.parametrize(
    "own",
    [
        {"pembulatan": "ke_atas"},
        {"jumlah_minimum": 9},
        {"pola_distribusi": {capaian.value: [] for capaian in CapaianOrganisasi}},
    ],
)
def test_an_agencys_own_value_counts_from_its_day(law, own):
    later = agency(since=date(2027, 1, 1), **own)
    before, after = (himpunan.pola_distribusi(law=later, on=on).sql for on in (ON, None))
    assert before == himpunan.pola_distribusi(law=law, on=ON).sql != after


@pytest.mark.django_db
def test_breaches_are_written_as_words_with_commas_and_none_as_nothing(law):
    found = asked(
        himpunan.pola_distribusi(law=law, on=ON).sql,
        capaian=(("unit", "capaian"), [(1, "baik"), (2, "istimewa")]),
        predikat=(("unit", "predikat"), [(1, "baik"), (2, "baik")]),
    )
    assert [row[-1] for row in sorted(found)] == [
        "baik_maksimum,wajib_ada_butuh_perbaikan_atau_kurang",
        "",
    ]


@pytest.mark.django_db
def test_a_curve_without_bounds_breaks_nothing():
    own = agency(pola_distribusi={capaian.value: [] for capaian in CapaianOrganisasi})
    assert patterns([("istimewa", {Predikat.SANGAT_BAIK: 3})], own)[0][1] == ()


@pytest.mark.django_db
def test_a_unit_without_people_stays_and_breaks_nothing(law):
    assert patterns([(one, {}) for one in CapaianOrganisasi], law) == [((0,) * 5, ())] * 5


@pytest.mark.django_db
@pytest.mark.parametrize("capaian", [None, "", "cukup"])
def test_a_unit_without_a_known_capaian_is_not_judged(law, capaian):
    assert agrees([(capaian, {Predikat.BAIK: 2}), ("baik", {Predikat.BAIK: 2})], law)
    assert patterns([(capaian, {Predikat.BAIK: 2}), ("baik", {})], law)[0][1] is None


@pytest.mark.django_db
def test_an_unknown_predikat_leaves_its_unit_unjudged_and_a_missing_one_is_not_counted(law):
    found = asked(
        himpunan.pola_distribusi(law=law, on=ON).sql,
        capaian=(("unit", "capaian"), [(1, "istimewa"), (2, "istimewa")]),
        predikat=(
            ("unit", "predikat"),
            [(1, "baik"), (1, "cukup"), (2, "sangat_baik"), (2, "baik"), (2, None), (2, None)],
        ),
    )
    (_, _, *_, unknown), (_, _, *counts, said) = sorted(found)
    assert unknown is None
    assert (counts, himpunan.read(said)) == ([1, 1, 0, 0, 0], ())


@pytest.mark.django_db
@pytest.mark.parametrize("seed", [1, 2])
def test_a_whole_agency_is_judged_from_its_ratings_as_one_by_one(law, seed):
    chance = random.Random(seed)
    capaian = {unit: chance.choice([*CapaianOrganisasi, None]) for unit in range(150)}
    people = [
        (n, chance.randrange(140), *chance.choices([*Rating, None], [4, 4, 2, 1], k=2))
        for n in range(3000)
    ]
    quadrant = himpunan.predikat_kinerja(law=law, on=ON).sql
    found = asked(
        f", predikat AS ({quadrant}) {himpunan.pola_distribusi(law=law, on=ON).sql}",
        penilaian=(("pegawai", "unit", "hasil_kerja", "perilaku"), people),
        capaian=(("unit", "capaian"), list(capaian.items())),
    )
    counted = {unit: Counter() for unit in capaian}
    for _, unit, *pair in people:
        if predikat := one_predicate(pair, law):
            counted[unit][predikat] += 1
    expected = [one_pattern(capaian[unit], counted[unit], law) for unit in capaian]
    assert [(tuple(row[2:7]), himpunan.read(row[7])) for row in sorted(found)] == expected


def test_a_day_outside_a_text_is_refused(law):
    with pytest.raises(NotInForce):
        himpunan.predikat_kinerja(law=law, on=date(2021, 12, 31))
    with pytest.raises(NotInForce):
        himpunan.pola_distribusi(law=law, on=date(2023, 1, 30))
    assert himpunan.predikat_kinerja(law=law, on=date(2022, 1, 1)).sql


def test_a_statement_carries_the_basis_of_the_function(law):
    one = permenpan.predikat_kinerja(hasil_kerja="sesuai", perilaku="sesuai", law=law, on=ON)
    assert himpunan.predikat_kinerja(law=law, on=ON).basis() == one.basis()
    unit = surat_edaran.pola_distribusi(capaian_organisasi="baik", jumlah={}, law=law, on=ON)
    assert himpunan.pola_distribusi(law=law, on=ON).basis() == unit.basis()


def test_an_agencys_words_never_reach_a_statement():
    rows = [{"pelanggaran": "x' OR 1=1 --", "predikat": ["baik"], "maksimum": "70"}]
    own = agency(pola_distribusi={capaian.value: rows for capaian in CapaianOrganisasi})
    with pytest.raises(ValueError, match="not a valid Pelanggaran"):
        himpunan.pola_distribusi(law=own, on=ON)
