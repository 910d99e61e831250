"""The way of a coaching agreement: drafted, signed by both, replaced by a newer version."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bina.core.workflow import Flow, step


class StatusKesepakatan(TextChoices):
    DISUSUN = "disusun", _("Disusun")
    MENUNGGU = "menunggu_tanda_tangan", _("Menunggu tanda tangan")
    BERLAKU = "berlaku", _("Berlaku")
    DIGANTI = "digantikan", _("Digantikan")
    GUGUR = "gugur", _("Tidak jadi")


K = StatusKesepakatan
# What is not agreed yet: one of these a coaching at a time.
DRAFTED = (K.DISUSUN, K.MENUNGGU)
# What both have signed: it stands as it is.
AGREED = (K.BERLAKU, K.DIGANTI)

KESEPAKATAN = Flow(
    "kesepakatan_coaching",
    step("ubah", sources=DRAFTED, to=K.DISUSUN),
    # The first of the two signatures; the second takes the next step.
    step("tanda_tangani", sources=DRAFTED, to=K.MENUNGGU),
    step("berlakukan", sources=[K.MENUNGGU], to=K.BERLAKU),
    # A newer version is signed, or the coach changes.
    step("ganti", sources=[K.BERLAKU], to=K.DIGANTI),
    step("gugurkan", sources=DRAFTED, to=K.GUGUR),
    start=K.DISUSUN.value,
)
