"""The way of a meeting of a mentoring: planned, moved, perhaps called off."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bina.core.workflow import Flow, step


class StatusTemu(TextChoices):
    DIJADWALKAN = "dijadwalkan", _("Dijadwalkan")
    BATAL = "batal", _("Dibatalkan")


TEMU = Flow(
    "temu_mentoring",
    step("jadwalkan", sources=[StatusTemu.DIJADWALKAN], to=StatusTemu.DIJADWALKAN),
    step("batalkan", sources=[StatusTemu.DIJADWALKAN], to=StatusTemu.BATAL),
    start=StatusTemu.DIJADWALKAN.value,
)
