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
    TANPA_COACH = "tanpa_coach", _("Menunggu coach")
    SELESAI = "selesai", _("Selesai")
    DIHENTIKAN = "dihentikan", _("Dihentikan")


C = StatusCoaching
# Not ended yet.
OPEN = (C.BERJALAN, C.TANPA_COACH)

COACHING = Flow(
    "coaching",
    step("mulai_sesi", sources=[C.BERJALAN], to=C.BERJALAN),
    # Either of the two asks for another coach, or the coach has left the agency.
    step("lepas", sources=[C.BERJALAN], to=C.TANPA_COACH),
    # The penilai names a coach; or a new letter, where the assignment has run out.
    step("tugaskan", sources=OPEN, to=C.BERJALAN),
    step("tutup", sources=[C.BERJALAN], to=C.SELESAI),
    step("hentikan", sources=OPEN, to=C.DIHENTIKAN),
    start=C.BERJALAN.value,
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
    # The coach changes or one of the two stops: what both have not signed brings nothing.
    step("lepaskan", sources=ONGOING, to=S.BATAL),
    start=S.PRA_COACHING.value,
)
