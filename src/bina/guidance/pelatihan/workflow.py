"""The way of an assigned training; what becomes of the need is the competency plan's."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bina.core.workflow import Flow, step


class StatusPelatihan(TextChoices):
    DITUGASKAN = "ditugaskan", _("Ditugaskan")
    DITARIK = "ditarik", _("Ditarik")


PELATIHAN = Flow(
    "pelatihan_bimbingan",
    step("tarik", sources=[StatusPelatihan.DITUGASKAN], to=StatusPelatihan.DITARIK),
    start=StatusPelatihan.DITUGASKAN.value,
)
