"""The foot of a form: place, date, who signs, and how far the record is.

No signature is drawn. Who approved in Bina is printed with the hour of the approval;
where nobody did, the space stays empty for a pen.
"""

from dataclasses import dataclass
from datetime import date, datetime

from bina.documents.forms.invalid import require, require_aware
from bina.documents.forms.istilah import Keadaan
from bina.documents.waktu import saat, tanggal

TANPA_ZONA = "Waktu persetujuan harus menyebut zona waktunya."


@dataclass(frozen=True, slots=True)
class Pengesahan:
    keadaan: Keadaan
    tempat: str
    tanggal: date | None = None
    pegawai_pada: datetime | None = None  # hour of the electronic approval, if there was one
    penilai_pada: datetime | None = None  # in coaching: of whoever coached

    def __post_init__(self) -> None:
        require(isinstance(self.keadaan, Keadaan), "Keadaan dokumen tidak dikenal.")
        require_aware(self.pegawai_pada, TANPA_ZONA)
        require_aware(self.penilai_pada, TANPA_ZONA)
        if self.keadaan is Keadaan.DRAF:
            disetujui = self.pegawai_pada or self.penilai_pada
            require(not disetujui, "Draf tidak dapat memuat persetujuan.")
        if self.keadaan is Keadaan.DITETAPKAN:
            require(self.tanggal, "Dokumen yang ditetapkan harus bertanggal.")
            require(self.tempat.strip(), "Tempat penetapan belum diisi.")

    @property
    def selesai(self) -> bool:
        return self.keadaan is Keadaan.DITETAPKAN

    @property
    def tempat_tanggal(self) -> str:
        hari = tanggal(self.tanggal) if self.tanggal else "…………………………"
        return f"{self.tempat.strip() or '…………………'}, {hari}"


def penanda_tangan(
    peran: str, nama: str, nip: str | None, pada: datetime | None
) -> dict[str, str | None]:
    """One cell of the signature block."""
    return {
        "peran": peran,
        "nama": nama,
        "nip": nip,
        "disetujui": saat(pada) if pada else None,
    }
