"""The way of a dialogue: planned, held, summed up, confirmed by both."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bina.core.workflow import Flow, step


class StatusDialog(TextChoices):
    DIRENCANAKAN = "direncanakan", _("Direncanakan")
    BERLANGSUNG = "berlangsung", _("Berlangsung")
    DIRANGKUM = "dirangkum", _("Menunggu konfirmasi")
    DIKONFIRMASI = "dikonfirmasi", _("Dikonfirmasi berdua")
    DIBATALKAN = "dibatalkan", _("Dibatalkan")


S = StatusDialog
# Under way: the two have one of these at a time, so that "the next dialogue" is one.
ONGOING = (S.DIRENCANAKAN, S.BERLANGSUNG, S.DIRANGKUM)
# Both have sat together.
HELD = (S.BERLANGSUNG, S.DIRANGKUM, S.DIKONFIRMASI)
# The agenda may still grow.
PREPARED = (S.DIRENCANAKAN, S.BERLANGSUNG)
SUMMED_UP = (S.DIRANGKUM, S.DIKONFIRMASI)
CLOSED = (S.DIKONFIRMASI, S.DIBATALKAN)

DIALOG = Flow(
    "dialog",
    step("jadwalkan", sources=[S.DIRENCANAKAN], to=S.DIRENCANAKAN),
    step("mulai", sources=[S.DIRENCANAKAN], to=S.BERLANGSUNG),
    # Again from `dirangkum`: a changed summary asks both again.
    step("rangkum", sources=[S.BERLANGSUNG, S.DIRANGKUM], to=S.DIRANGKUM),
    # The first of the two confirmations; the second takes the next step.
    step("konfirmasi", sources=[S.DIRANGKUM], to=S.DIRANGKUM),
    step("sahkan", sources=[S.DIRANGKUM], to=S.DIKONFIRMASI),
    step("batalkan", sources=PREPARED, to=S.DIBATALKAN),
    start=S.DIRENCANAKAN.value,
)
