"""What may follow what, for the records of this room."""

from django.db.models import TextChoices

from bina.core.workflow import Flow, step


class StatusPermohonan(TextChoices):
    DIAJUKAN = "diajukan", "Diajukan"
    DISETUJUI = "disetujui", "Disetujui"
    DITOLAK = "ditolak", "Ditolak"
    DIBATALKAN = "dibatalkan", "Dibatalkan"


PERMOHONAN_ATASAN = Flow(
    "permohonan_atasan",
    step("setujui", sources=[StatusPermohonan.DIAJUKAN], to=StatusPermohonan.DISETUJUI),
    step("tolak", sources=[StatusPermohonan.DIAJUKAN], to=StatusPermohonan.DITOLAK),
    step("batalkan", sources=[StatusPermohonan.DIAJUKAN], to=StatusPermohonan.DIBATALKAN),
    start=StatusPermohonan.DIAJUKAN.value,
)


class StatusImpor(TextChoices):
    DIUNGGAH = "diunggah", "Diunggah"
    DIPERIKSA = "diperiksa", "Diperiksa"
    DIAMBIL = "diambil", "Diambil"
    DIBATALKAN = "dibatalkan", "Dibatalkan"
    GAGAL = "gagal", "Gagal"


IMPOR = Flow(
    "impor",
    step(
        "periksa", sources=[StatusImpor.DIUNGGAH, StatusImpor.DIPERIKSA], to=StatusImpor.DIPERIKSA
    ),
    step("gagalkan", sources=[StatusImpor.DIUNGGAH, StatusImpor.DIPERIKSA], to=StatusImpor.GAGAL),
    step("ambil", sources=[StatusImpor.DIPERIKSA], to=StatusImpor.DIAMBIL),
    step(
        "batalkan", sources=[StatusImpor.DIUNGGAH, StatusImpor.DIPERIKSA], to=StatusImpor.DIBATALKAN
    ),
    start=StatusImpor.DIUNGGAH.value,
)
