"""The way of a need: it waits for the competency plan, which takes it up (a later issue)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bina.core.workflow import Flow, step


class StatusKebutuhan(TextChoices):
    MENUNGGU_RENCANA = "menunggu_rencana", _("Menunggu rencana")
    DITARIK = "ditarik", _("Ditarik")


KEBUTUHAN = Flow(
    "kebutuhan",
    step("tarik", sources=[StatusKebutuhan.MENUNGGU_RENCANA], to=StatusKebutuhan.DITARIK),
    start=StatusKebutuhan.MENUNGGU_RENCANA.value,
)
