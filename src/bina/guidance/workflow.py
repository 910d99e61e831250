"""The ways of triage, of a coaching and of its sessions (PermenPANRB 6/2022 Pasal 21, Lampiran)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bina.core.workflow import Flow, step


class StatusTriase(TextChoices):
    TERBUKA = "terbuka", _("Menunggu keputusan")
    DIPUTUS = "diputus", _("Diputus")
    DIBATALKAN = "dibatalkan", _("Dibatalkan")


TRIASE = Flow(
    "triase",
    step("putuskan", sources=[StatusTriase.TERBUKA], to=StatusTriase.DIPUTUS),
    step("batalkan", sources=[StatusTriase.TERBUKA], to=StatusTriase.DIBATALKAN),
    start=StatusTriase.TERBUKA.value,
)


class StatusCoaching(TextChoices):
    BERJALAN = "berjalan", _("Berjalan")
    SELESAI = "selesai", _("Selesai")


COACHING = Flow(
    "coaching",
    step("tutup", sources=[StatusCoaching.BERJALAN], to=StatusCoaching.SELESAI),
    start=StatusCoaching.BERJALAN.value,
)


class StatusSesi(TextChoices):
    PRA_COACHING = "pra_coaching", _("Laporan pra-coaching")
    DILAPORKAN = "dilaporkan", _("Menunggu jadwal")
    DIJADWALKAN = "dijadwalkan", _("Dijadwalkan")
    DICATAT = "dicatat", _("Catatan disusun")
    MENUNGGU = "menunggu_tanda_tangan", _("Menunggu tanda tangan")
    DITANDATANGANI = "ditandatangani", _("Ditandatangani")
    BATAL = "batal", _("Dibatalkan")
    TIDAK_HADIR = "tidak_hadir", _("Tidak terlaksana")


S = StatusSesi
# Sessions under way: a coaching has one of these at a time.
ONGOING = (S.PRA_COACHING, S.DILAPORKAN, S.DIJADWALKAN, S.DICATAT, S.MENUNGGU)
# Sessions in which both have sat together.
HELD = (S.DICATAT, S.MENUNGGU, S.DITANDATANGANI)
# What stands in a session may still be written.
WRITABLE = (S.DIJADWALKAN, S.DICATAT)

SESI = Flow(
    "sesi_coaching",
    step("laporkan", sources=[S.PRA_COACHING, S.DILAPORKAN], to=S.DILAPORKAN),
    step("jadwalkan", sources=[S.DILAPORKAN, S.DIJADWALKAN], to=S.DIJADWALKAN),
    step("catat", sources=WRITABLE, to=S.DICATAT),
    step("minta_tanda_tangan", sources=[S.DICATAT], to=S.MENUNGGU),
    step("minta_perbaikan", sources=[S.MENUNGGU], to=S.DICATAT),
    # The first of the two signatures; the second takes the next step.
    step("tanda_tangani", sources=[S.MENUNGGU], to=S.MENUNGGU),
    step("sahkan", sources=[S.MENUNGGU], to=S.DITANDATANGANI),
    step("batalkan", sources=[S.PRA_COACHING, S.DILAPORKAN, S.DIJADWALKAN], to=S.BATAL),
    step("catat_tidak_hadir", sources=[S.DIJADWALKAN], to=S.TIDAK_HADIR),
    start=S.PRA_COACHING.value,
)
