"""Triage of pembinaan kinerja: which form of help fits, and why. A person decides."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from types import MappingProxyType

from bina.rules.given import choice, items, yes_or_no
from bina.rules.kesenjangan import KelasKinerja
from bina.rules.parameters import Parameters, Value
from bina.rules.result import Result, based_on


class Penyebab(StrEnum):
    MOTIVASI = "motivasi"
    KEJENUHAN = "kejenuhan"
    KETERAMPILAN = "keterampilan"
    PENGALAMAN = "pengalaman"
    PERILAKU = "perilaku"
    SARANA = "sarana"
    KESEHATAN = "kesehatan"
    TIDAK_DIKETAHUI = "tidak_diketahui"


class KebutuhanKarier(StrEnum):
    PENGALAMAN = "pengalaman"
    STRATEGI = "strategi"


class Rekomendasi(StrEnum):
    COACHING = "coaching"
    MENTORING = "mentoring"
    KONSELING = "konseling"
    KOMUNIKASI = "komunikasi"
    PELATIHAN = "pelatihan"
    SESUAIKAN_EKSPEKTASI = "sesuaikan_ekspektasi"
    EKSPLORASI = "eksplorasi"
    RUJUK = "rujuk"
    TIDAK_PERLU = "tidak_perlu"


class Alasan(StrEnum):
    """The step of the order that decided."""

    KESEHATAN = "kesehatan"
    PERILAKU_TIDAK_BERUBAH = "perilaku_tidak_berubah"
    PERILAKU_BELUM_SELESAI = "perilaku_belum_selesai"
    SARANA = "sarana"
    TIDAK_DIKETAHUI = "tidak_diketahui"
    KARIER_PENGALAMAN = "karier_pengalaman"
    KARIER_STRATEGI = "karier_strategi"
    TANPA_KEBUTUHAN = "tanpa_kebutuhan"
    KURANG_MAMPU = "kurang_mampu"
    KURANG_SEMANGAT = "kurang_semangat"
    TANPA_PENYEBAB = "tanpa_penyebab"


KALIMAT = MappingProxyType(
    {
        Alasan.KESEHATAN: "Ada masalah kesehatan: rujuk ke tenaga profesional, tanpa mencatat "
        "rinciannya.",
        Alasan.PERILAKU_TIDAK_BERUBAH: "Perilaku menghambat atau dapat menghambat tim atau unit, "
        "sudah dikomunikasikan, dan belum berubah.",
        Alasan.PERILAKU_BELUM_SELESAI: "Masalah perilaku harus dikomunikasikan lebih dahulu dan "
        "hasilnya ditunggu.",
        Alasan.SARANA: "Penyebabnya sarana, proses, atau beban kerja, bukan pegawai.",
        Alasan.TIDAK_DIKETAHUI: "Penyebab kesenjangan belum diketahui.",
        Alasan.KARIER_PENGALAMAN: "Tidak ada kesenjangan kinerja; pengembangan karier membutuhkan "
        "pengalaman orang lain.",
        Alasan.KARIER_STRATEGI: "Tidak ada kesenjangan kinerja; pengembangan karier membutuhkan "
        "strategi sendiri.",
        Alasan.TANPA_KEBUTUHAN: "Tidak ada kesenjangan kinerja dan tidak ada kebutuhan karier.",
        Alasan.KURANG_MAMPU: "Kesenjangan kinerja karena kurang keterampilan, keahlian, atau "
        "pengalaman.",
        Alasan.KURANG_SEMANGAT: "Kesenjangan kinerja karena motivasi kurang atau kejenuhan.",
        Alasan.TANPA_PENYEBAB: "Ada kesenjangan kinerja, tetapi penyebabnya belum disebutkan.",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RekomendasiPembinaan(Result):
    """`alasan` is the step that decided, `kalimat` says it.

    `tinjauan_penilai`: the gap is so large that the penilai reviews the coaching.
    """

    rekomendasi: Rekomendasi
    alasan: Alasan
    kalimat: str
    tinjauan_penilai: bool


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of a pegawai, read."""

    gap: KelasKinerja
    causes: frozenset[Penyebab]
    need: KebutuhanKarier | None
    hampers: bool
    told: bool
    changed: bool | None


@dataclass(frozen=True, slots=True)
class Step:
    """A decision: why, what, and by which value of the law."""

    alasan: Alasan
    rekomendasi: str
    value: Value


Table = Callable[[str], Value]


def rekomendasi_pembinaan(
    *,
    kesenjangan_kinerja: str,
    penyebab: Sequence[str] = (),
    menghambat: bool = False,
    dikomunikasikan: bool = False,
    berubah: bool | None = None,
    kebutuhan_karier: str | None = None,
    law: Parameters,
    on: date | None,
) -> RekomendasiPembinaan:
    """Which form of pembinaan fits: the first step of the order that applies.

    PermenPANRB 6/2022 Pasal 21 and Lampiran; the order is spec kompetensi 5.2. `berubah`
    None: it is open whether conduct changed. Raises Invalid for unknown words, NotInForce.
    """
    case = Case(
        gap=choice(KelasKinerja, kesenjangan_kinerja, "kesenjangan_kinerja"),
        causes=frozenset(choice(Penyebab, p, "penyebab") for p in items(penyebab, "penyebab")),
        need=_need(kebutuhan_karier),
        hampers=yes_or_no(menghambat, "menghambat"),
        told=yes_or_no(dikomunikasikan, "dikomunikasikan"),
        changed=None if berubah is None else yes_or_no(berubah, "berubah"),
    )
    table = partial(_value, law, on)
    decided = (decide(case, table) for decide in ORDER)
    step = next(filter(None, decided), None) or _tanpa_penyebab(table)
    return _answered(step, case, table("tinjauan_penilai"))


def _value(law: Parameters, on: date | None, name: str) -> Value:
    return law.in_force(f"pembinaan.{name}", on)


def _need(kebutuhan_karier: object) -> KebutuhanKarier | None:
    if kebutuhan_karier is None:
        return None
    return choice(KebutuhanKarier, kebutuhan_karier, "kebutuhan_karier")


def _answered(step: Step, case: Case, tinjauan: Value) -> RekomendasiPembinaan:
    coached = step.alasan is Alasan.KURANG_SEMANGAT
    return RekomendasiPembinaan(
        rekomendasi=Rekomendasi(step.rekomendasi),
        alasan=step.alasan,
        kalimat=KALIMAT[step.alasan],
        tinjauan_penilai=coached and case.gap in tinjauan.value,
        dasar=based_on(step.value, tinjauan) if coached else based_on(step.value),
    )


def _kesehatan(case: Case, table: Table) -> Step | None:
    return _outside(case, table, Penyebab.KESEHATAN)


def _perilaku(case: Case, table: Table) -> Step | None:
    """Told and changed is settled; short of hampering, told and unchanged, talk first."""
    if Penyebab.PERILAKU not in case.causes or (case.told and case.changed):
        return None
    perilaku = table("perilaku")
    if case.hampers and case.told and case.changed is False:
        return Step(Alasan.PERILAKU_TIDAK_BERUBAH, perilaku.value["tidak_berubah"], perilaku)
    return Step(Alasan.PERILAKU_BELUM_SELESAI, perilaku.value["belum_selesai"], perilaku)


def _sarana(case: Case, table: Table) -> Step | None:
    return _outside(case, table, Penyebab.SARANA)


def _tidak_diketahui(case: Case, table: Table) -> Step | None:
    return _outside(case, table, Penyebab.TIDAK_DIKETAHUI)


def _outside(case: Case, table: Table, cause: Penyebab) -> Step | None:
    if cause not in case.causes:
        return None
    value = table("penyebab_di_luar_pegawai")
    return Step(Alasan(cause), value.value[cause], value)


def _no_gap(case: Case, table: Table) -> Step | None:
    if case.gap is not KelasKinerja.TIDAK_ADA:
        return None
    karier = table("karier")
    if case.need is None:
        return Step(Alasan.TANPA_KEBUTUHAN, karier.value["tanpa_kebutuhan"], karier)
    return Step(Alasan(f"karier_{case.need}"), karier.value[case.need], karier)


def _kurang_mampu(case: Case, table: Table) -> Step | None:
    if not case.causes & {Penyebab.KETERAMPILAN, Penyebab.PENGALAMAN}:
        return None
    value = table("kurang_mampu")
    return Step(Alasan.KURANG_MAMPU, value.value[case.gap], value)


def _kurang_semangat(case: Case, table: Table) -> Step | None:
    if not case.causes & {Penyebab.MOTIVASI, Penyebab.KEJENUHAN}:
        return None
    value = table("kurang_semangat")
    return Step(Alasan.KURANG_SEMANGAT, value.value[case.gap], value)


def _tanpa_penyebab(table: Table) -> Step:
    value = table("tanpa_penyebab")
    return Step(Alasan.TANPA_PENYEBAB, value.value, value)


ORDER: tuple[Callable[[Case, Table], Step | None], ...] = (
    _kesehatan,
    _perilaku,
    _sarana,
    _tidak_diketahui,
    _no_gap,
    _kurang_mampu,
    _kurang_semangat,
)
