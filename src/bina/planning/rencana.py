"""A plan as other rooms know it: plain frozen values. `planning.reading` reads them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from bina.planning.models import Aspek
from bina.ui.tulisan import angka


@dataclass(frozen=True, slots=True)
class IndikatorRencana:
    """An indicator (IKI). `kunci` is the same in every version of the plan."""

    id: int
    kunci: UUID
    uraian: str
    aspek: str
    target: Decimal | None
    target_teks: str
    satuan: str
    arah: str
    cara_hitung: str
    target_atas: Decimal | None = None

    @property
    def target_cetak(self) -> str:
        """The target as pages and forms write it."""
        return target_words(self)

    @property
    def aspek_cetak(self) -> str:
        return str(Aspek(self.aspek).label) if self.aspek else ""


def target_words(one: Any) -> str:
    """`240 orang`, `80 sampai 90%`, or the words of a target that is no number."""
    if one.target is None:
        return f"{one.target_teks} {one.satuan}".strip()
    return amount_or_range(one.target, getattr(one, "target_atas", None), one.satuan)


def amount_or_range(low: Decimal, high: Decimal | None, satuan: str) -> str:
    """A number or a range with its unit, as pages and forms write it."""
    if high is None:
        return amount(low, satuan)
    return _("%(dari)s sampai %(hingga)s") % {
        "dari": amount(low, ""),
        "hingga": amount(high, satuan),
    }


def amount(number: Decimal, satuan: str) -> str:
    """A number with its unit, no digit of it lost."""
    exponent = number.normalize().as_tuple().exponent
    words = angka(number, max(-int(exponent), 0))
    return f"{words}%" if satuan == "%" else f"{words} {satuan}".strip()


@dataclass(frozen=True, slots=True)
class HasilRencana:
    """A planned result. Of what it supports, the title only, and whose result it is; this and
    its benefit are empty where only progress is asked (`results`)."""

    id: int
    kunci: UUID
    jenis: str
    urutan: int
    uraian: str
    indikator: tuple[IndikatorRencana, ...]
    mendukung_uraian: str = ""
    mendukung_nama: str = ""
    mendukung_sasaran: str = ""
    mendukung_indikator: str = ""
    penugasan_dari: str = ""
    manfaat: str = ""
    penerima_manfaat: str = ""
    perspektif: str = ""

    @property
    def mendukung_target(self) -> str:
        """Of the unit's perjanjian kinerja, where it supports that."""
        return self.mendukung_indikator or self.mendukung_sasaran


@dataclass(frozen=True, slots=True)
class PerilakuRencana:
    """One of the seven values, with its three printed guides."""

    nilai: str
    label: str
    panduan: tuple[str, ...]
    ekspektasi_khusus: str


@dataclass(frozen=True, slots=True)
class Rencana:
    """One version of a person's SKP. Versions share `rumpun`.

    `perilaku` is empty where only progress is asked (`results`).
    """

    skp_id: int
    rumpun: UUID
    versi: int
    pegawai_id: int
    penilai_id: int | None
    penempatan_id: int
    unit_id: int
    mulai: date
    selesai: date
    disepakati_sampai: date | None
    status: str
    jenis: str
    pendekatan: str
    hasil: tuple[HasilRencana, ...]
    perilaku: tuple[PerilakuRencana, ...] = ()

    @property
    def semula_sampai(self) -> date:
        """The last day its targets were agreed for: later than `selesai` where the placement
        ended the plan (transfer, retirement)."""
        return self.disepakati_sampai or self.selesai

    @property
    def utama(self) -> tuple[HasilRencana, ...]:
        return tuple(one for one in self.hasil if one.jenis == "utama")

    @property
    def tambahan(self) -> tuple[HasilRencana, ...]:
        return tuple(one for one in self.hasil if one.jenis == "tambahan")
