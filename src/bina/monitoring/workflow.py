"""The way of a request for feedback."""

from django.db.models import TextChoices

from bina.core.workflow import Flow, step


class StatusPermintaan(TextChoices):
    MENUNGGU = "menunggu", "Menunggu jawaban"
    DIJAWAB = "dijawab", "Dijawab"
    DITOLAK = "ditolak", "Ditolak"
    DIBATALKAN = "dibatalkan", "Dibatalkan"


PERMINTAAN = Flow(
    "permintaan_umpan_balik",
    step("jawab", sources=[StatusPermintaan.MENUNGGU], to=StatusPermintaan.DIJAWAB),
    step("tolak", sources=[StatusPermintaan.MENUNGGU], to=StatusPermintaan.DITOLAK),
    step("batalkan", sources=[StatusPermintaan.MENUNGGU], to=StatusPermintaan.DIBATALKAN),
    start=StatusPermintaan.MENUNGGU.value,
)
