"""PermenPANRB 8/2021: indicators, additional work, the mark of an SKP and of conduct (2021)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from bina.rules.given import choice, count, items, number, yes_or_no
from bina.rules.parameters import Parameters, Value
from bina.rules.refusal import Invalid, Manual
from bina.rules.result import Result, based_on

WHOLE = Decimal(100)


class Jenis(StrEnum):
    """Khusus: the smaller the better."""

    NORMAL = "normal"
    KHUSUS = "khusus"


class Kategori(StrEnum):
    """The category of an achievement, best first."""

    SANGAT_BAIK = "sangat_baik"
    BAIK = "baik"
    CUKUP = "cukup"
    KURANG = "kurang"
    SANGAT_KURANG = "sangat_kurang"


@dataclass(frozen=True, slots=True, kw_only=True)
class CapaianIki(Result):
    """`capaian` in percent. A special indicator missed by more than its target falls below 0."""

    capaian: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class NilaiIki(Result):
    nilai: Decimal
    kategori: Kategori


@dataclass(frozen=True, slots=True, kw_only=True)
class KinerjaTambahan(Result):
    """`rincian`: the weighted mark of each work; `nilai`: their sum, capped."""

    nilai: Decimal
    rincian: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NilaiSkp(Result):
    nilai: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class KlarifikasiPerilaku(Result):
    """`perlu_klarifikasi` has one entry a situation, in the order given."""

    perlu_klarifikasi: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NilaiPerilaku(Result):
    """`resmi` is false: the formula is an application's, in no text read."""

    nilai: Decimal
    resmi: bool = False


def capaian_iki_p8(
    *, jenis: str, target: Any, realisasi: Any, law: Parameters, on: date | None
) -> CapaianIki:
    """Realisation against target, in percent. `target` is a number or a range [low, high].

    Lampiran, hlm. 91 and 100: a realisation above a range is judged by its upper bound, one below
    by its lower bound; its inside is the whole. Special indicators: (1 + (1 - R/T)) x 100. Raises
    Invalid for a target that is not above 0 and for a range that falls.
    """
    kind, done = choice(Jenis, jenis, "jenis"), number(realisasi, "realisasi")
    rumus = law.in_force("permenpanrb8_2021.rumus_capaian", on)
    low, high = _bounds(target)
    if low < high and low <= done <= high:
        inside = law.in_force("permenpanrb8_2021.capaian_di_dalam_rentang", on)
        return CapaianIki(capaian=inside.value, dasar=based_on(rumus, inside))
    share = done * WHOLE / (low if done < low else high)
    capaian = 2 * WHOLE - share if rumus.value[kind] == "turun" else share
    return CapaianIki(capaian=capaian, dasar=based_on(rumus))


def _bounds(target: Any) -> tuple[Decimal, Decimal]:
    ends = list(target) if isinstance(target, list | tuple) else [target, target]
    if len(ends) != 2:
        raise Invalid(f"target: neither a number nor a range: {target!r}")
    low, high = (number(one, "target") for one in ends)
    if not low <= high or not high:
        raise Invalid(f"target: not above 0, or the range falls: {target!r}")
    return low, high


def nilai_iki_p8(
    *, capaian: Any, maksimum: bool = False, law: Parameters, on: date | None
) -> NilaiIki:
    """The mark of an achievement in percent; `maksimum` where the target cannot be exceeded.

    Lampiran: straight between the ends of each stretch. Raises Manual where the text read gives
    no value (between its stretches, and from above 100 to 110), Invalid below 0.
    """
    reached, full = number(capaian, "capaian"), yes_or_no(maksimum, "maksimum")
    stretches = law.in_force("permenpanrb8_2021.nilai_iki", on)
    top = law.in_force("permenpanrb8_2021.nilai_iki_tertinggi", on)
    if reached > top.value["di_atas"] or (full and reached == top.value["maksimum"]):
        best = Kategori(top.value["kategori"])
        return NilaiIki(nilai=top.value["nilai"], kategori=best, dasar=based_on(top))
    one = _stretch(stretches, reached, "capaian")
    return NilaiIki(
        nilai=_between(one, reached), kategori=Kategori(one["kategori"]), dasar=based_on(stretches)
    )


def _stretch(stretches: Value, reached: Decimal, name: str) -> Any:
    for one in stretches.value:
        if one["dari"] <= reached <= one["sampai"]:
            return one
    raise Manual(f"{name}: the text gives no mark for {reached}")


def _between(one: Any, reached: Decimal) -> Decimal:
    width = one["sampai"] - one["dari"]
    if not width:
        return Decimal(one["nilai_dari"])
    rise = one["nilai_sampai"] - one["nilai_dari"]
    return Decimal(one["nilai_dari"] + rise * (reached - one["dari"]) / width)


def kinerja_tambahan_p8(*, kegiatan: Any, law: Parameters, on: date | None) -> KinerjaTambahan:
    """The mark of additional work (KT): each by its category, its weight of scope and its mark.

    Lampiran, hlm. 95: percent of the category x weight x mark / 100; the sum is capped. A work is a
    table of `kategori`, `nilai` and either `bobot` or `lingkup`. Raises Invalid for anything else,
    Manual for a scope without a weight: the page that weighs scopes was not found.
    """
    persen = law.in_force("permenpanrb8_2021.persen_kategori_tambahan", on)
    bobot = law.in_force("permenpanrb8_2021.bobot_lingkup_penugasan", on)
    most = law.in_force("permenpanrb8_2021.kinerja_tambahan_maksimum", on)
    skala = law.in_force("pp30_2019.skala_nilai", on)
    rincian = tuple(_weighted(one, persen, bobot, skala) for one in items(kegiatan, "kegiatan"))
    return KinerjaTambahan(
        nilai=min(most.value, sum(rincian, Decimal(0))),
        rincian=rincian,
        dasar=based_on(persen, bobot, most, skala),
    )


def _weighted(work: Any, persen: Value, bobot: Value, skala: Value) -> Decimal:
    if not isinstance(work, Mapping) or set(work) - {"kategori", "nilai", "bobot", "lingkup"}:
        raise Invalid(f"kegiatan: not a table of kategori, nilai, bobot or lingkup: {work!r}")
    kategori = choice(Kategori, work.get("kategori"), "kategori")
    nilai = _mark(work.get("nilai"), "nilai", skala)
    return persen.value[kategori] * _weight(work, bobot) * nilai / (WHOLE * WHOLE)


def _weight(work: Mapping[str, Any], bobot: Value) -> Decimal:
    if ("bobot" in work) is ("lingkup" in work):
        raise Invalid("kegiatan: either bobot or lingkup")
    if "bobot" in work:
        return number(work["bobot"], "bobot")
    scope = work["lingkup"]
    if not isinstance(scope, str):
        raise Invalid(f"lingkup: not a word: {scope!r}")
    if scope not in bobot.value:
        raise Manual(f"lingkup: no weight for {scope}")
    return number(bobot.value[scope], "bobot")


def _mark(value: Any, name: str, skala: Value) -> Decimal:
    found = number(value, name)
    if found > skala.value["tertinggi"]:
        raise Invalid(f"{name}: above {skala.value['tertinggi']}: {value!r}")
    return found


def nilai_skp_p8(
    *, kinerja_utama: Any, kinerja_tambahan: Any = 0, law: Parameters, on: date | None
) -> NilaiSkp:
    """Nilai SKP = KU + KT: the weighted marks of main and of additional work.

    Lampiran, hlm. 95 and 96. How main works weigh among themselves was not read: KU comes as the
    form shows it. Raises Invalid for marks outside their scales, Manual where the sum leaves the
    scale of PP 30/2019: no text read says what then.
    """
    skala = law.in_force("pp30_2019.skala_nilai", on)
    most = law.in_force("permenpanrb8_2021.kinerja_tambahan_maksimum", on)
    extra = number(kinerja_tambahan, "kinerja_tambahan")
    if extra > most.value:
        raise Invalid(f"kinerja_tambahan: above {most.value}: {kinerja_tambahan!r}")
    nilai = _mark(kinerja_utama, "kinerja_utama", skala) + extra
    if nilai > skala.value["tertinggi"]:
        raise Manual(f"KU + KT is {nilai}, above {skala.value['tertinggi']}")
    return NilaiSkp(nilai=nilai, dasar=based_on(skala, most))


def nilai_skp_setahun_p8(*, nilai: Any, law: Parameters, on: date | None) -> NilaiSkp:
    """The mark of a year with one SKP, or with two: their mean, whatever their length.

    Lampiran: (nilai periode 1 + nilai periode 2) / 2, as printed. Raises Invalid for no mark and
    for marks outside the scale, Manual for more SKPs than the text knows.
    """
    skala = law.in_force("pp30_2019.skala_nilai", on)
    most = law.in_force("permenpanrb8_2021.skp_setahun_maksimum", on)
    marks = [_mark(one, "nilai", skala) for one in items(nilai, "nilai")]
    if not marks:
        raise Invalid("nilai: no SKP, no mark")
    if len(marks) > most.value:
        raise Manual(f"nilai: the text joins {most.value}, not {len(marks)}")
    return NilaiSkp(nilai=sum(marks, Decimal(0)) / len(marks), dasar=based_on(skala, most))


def klarifikasi_perilaku_p8(
    *, standar: Any, tingkat: Any, law: Parameters, on: date | None
) -> KlarifikasiPerilaku:
    """Which situations of conduct need a klarifikasi: all that lie below the jabatan's standard.

    Lampiran, penilaian perilaku kerja. Raises Invalid for anything but levels.
    """
    skala, required, reached = _levels(standar, tingkat, law, on)
    return KlarifikasiPerilaku(
        perlu_klarifikasi=tuple(one < required for one in reached), dasar=based_on(skala)
    )


def nilai_perilaku_p8(
    *, standar: Any, tingkat: Any, law: Parameters, on: date | None
) -> NilaiPerilaku:
    """The mark of conduct by an application's unofficial formula (secondary): check it first.

    The mean of the levels against the standard, straight between the ends of each stretch. Raises
    Invalid for anything but levels, Manual for a mean below the lowest stretch.
    """
    skala, required, reached = _levels(standar, tingkat, law, on)
    stretches = law.in_force("permenpanrb8_2021.nilai_perilaku", on)
    above = Decimal(sum(reached)) / len(reached) - required
    one = _stretch(stretches, above, "tingkat")
    return NilaiPerilaku(nilai=_between(one, above), dasar=based_on(skala, stretches))


def _levels(
    standar: Any, tingkat: Any, law: Parameters, on: date | None
) -> tuple[Value, int, list[int]]:
    skala = law.in_force("permenpanrb8_2021.tingkat_perilaku", on)
    reached = [_level(one, "tingkat", skala) for one in items(tingkat, "tingkat")]
    if not reached:
        raise Invalid("tingkat: no situation was assessed")
    return skala, _level(standar, "standar", skala), reached


def _level(value: Any, name: str, skala: Value) -> int:
    found = count(value, name)
    if not skala.value["terendah"] <= found <= skala.value["tertinggi"]:
        raise Invalid(f"{name}: no such level: {value!r}")
    return found
