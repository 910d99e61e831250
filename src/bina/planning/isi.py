"""What a person fills in, as plain values: a service takes these and nothing else (T5)."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class IsiIndikator:
    """An indicator as filled in; `id` names the one it changes."""

    uraian: str
    aspek: str = ""
    target: Decimal | None = None
    target_teks: str = ""
    satuan: str = ""
    arah: str = "naik"
    cara_hitung: str = "jumlah"
    id: int | None = None


@dataclass(frozen=True, slots=True)
class IsiHasil:
    """A result as filled in, with all its indicators: one left out is removed."""

    uraian: str
    jenis: str = "utama"
    mendukung_id: int | None = None
    mendukung_sasaran_id: int | None = None
    mendukung_indikator_id: int | None = None
    penugasan_dari: str = ""
    manfaat: str = ""
    penerima_manfaat: str = ""
    perspektif: str = ""
    indikator: tuple[IsiIndikator, ...] = ()


@dataclass(frozen=True, slots=True)
class IsiUsul:
    """A proposed change of one indicator's target, and why. `asal`: what it came out of."""

    target_menjadi: Decimal
    alasan: str
    ukuran_menjadi: str = ""
    asal: str = ""


@dataclass(frozen=True, slots=True)
class IsiSasaran:
    """A sasaran of a unit as filled in, with all its indicators: one left out is removed."""

    uraian: str
    indikator: tuple[IsiIndikator, ...] = ()


@dataclass(frozen=True, slots=True)
class IsiAnggaran:
    """A programme or activity with its amount."""

    program: str
    jumlah: Decimal
