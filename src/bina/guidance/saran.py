"""What Bina recommends and why: the rules asked with the facts of a triage."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from bina.law import door as law_room
from bina.monitoring import door as monitoring
from bina.rules.kesenjangan import KelasKinerja, kesenjangan_kinerja
from bina.rules.parameters import Parameters
from bina.rules.pembinaan import RekomendasiPembinaan, rekomendasi_pembinaan
from bina.rules.result import two_places

# Ticked, these change what the page says and are not stored with the triage: health never, conduct
# sealed in a place of its own (kompetensi.md 5.2, R1 to R3).
TIDAK_DISIMPAN = ("perilaku", "kesehatan")


@dataclass(frozen=True, slots=True)
class Keadaan:
    """How far one result was on a day; empty where its targets are words.

    The gap is held against what the time elapsed would ask for, not against the whole year's
    target: in March three quarters of every target are still missing.
    """

    kemajuan: Decimal | None = None
    waktu: Decimal | None = None
    kesenjangan: Decimal | None = None
    kelas: str = KelasKinerja.TIDAK_ADA.value
    dasar: tuple[dict[str, str], ...] = ()


def keadaan(skp_id: int, kunci: UUID, *, law: Parameters, on: date) -> Keadaan:
    """The figures of one result (PP 11/2017 Pasal 206)."""
    found = monitoring.progress_of([skp_id], on=on)[skp_id]
    hasil = found.of(kunci)
    if hasil is None or hasil.persen is None or not found.waktu:
        return Keadaan()
    gap = kesenjangan_kinerja(target=found.waktu, capaian=hasil.persen, law=law, on=on)
    return Keadaan(
        kemajuan=hasil.persen,
        waktu=found.waktu,
        kesenjangan=two_places(gap.persen),
        kelas=gap.klasifikasi.value,
        dasar=tuple(gap.basis()),
    )


def recommend(
    *,
    kelas: str,
    penyebab: Iterable[str],
    kebutuhan_karier: str,
    law: Parameters,
    on: date,
    berangka: bool = True,
) -> RekomendasiPembinaan:
    """The rule's answer. Where there are no figures but a cause, the gap counts as small."""
    causes = list(dict.fromkeys(penyebab))
    if not berangka and set(causes) - {"tidak_diketahui"}:
        kelas = KelasKinerja.KECIL.value
    return rekomendasi_pembinaan(
        kesenjangan_kinerja=kelas,
        penyebab=causes,
        kebutuhan_karier=kebutuhan_karier or None,
        law=law,
        on=on,
    )


def of_triase(triase: Any, *, on: date, juga: Iterable[str] = ()) -> RekomendasiPembinaan:
    """The answer for a triage, with causes that are said but not kept (`juga`)."""
    return recommend(
        kelas=triase.kelas,
        penyebab=[*triase.penyebab, *juga],
        kebutuhan_karier=triase.kebutuhan_karier,
        law=law_room.parameters(triase.pegawai.instansi),
        on=on,
        berangka=triase.kemajuan is not None,
    )
