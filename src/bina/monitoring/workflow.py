"""The ways of a request for feedback and of a link for people without an account."""

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


class StatusTautan(TextChoices):
    MENUNGGU = "menunggu", "Menunggu jawaban"
    DIJAWAB = "dijawab", "Dijawab"
    DICABUT = "dicabut", "Dicabut"


TAUTAN = Flow(
    "tautan_umpan_balik",
    step("jawab", sources=[StatusTautan.MENUNGGU], to=StatusTautan.DIJAWAB),
    step("cabut", sources=[StatusTautan.MENUNGGU], to=StatusTautan.DICABUT),
    start=StatusTautan.MENUNGGU.value,
)
