"""The way of an evaluation: its penilai's draft, then released and locked."""

from django.db.models import TextChoices

from bina.core.workflow import Flow, step


class Status(TextChoices):
    DRAF = "draf", "Draf"
    DIRILIS = "dirilis", "Dirilis"


EVALUASI = Flow(
    "evaluasi",
    step("simpan", sources=[Status.DRAF], to=Status.DRAF),
    step("rilis", sources=[Status.DRAF], to=Status.DIRILIS),
    start=Status.DRAF.value,
)
