"""Who holds which position in which unit, from when to when."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from bina.core.audit import Place
from bina.core.dated import Dated, DatedQuerySet, ordered
from bina.people.models.organisasi import Jabatan, Unit


class JenisPenempatan(models.TextChoices):
    DEFINITIF = "definitif", "Definitif"
    PLT = "plt", "Plt."
    PLH = "plh", "Plh."


class Penempatan(Dated):
    """A person in a position. One definitive placement at a time; acting ones beside it."""

    # The indexes below serve these keys as well; a second one would cost every transfer.
    orang = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="penempatan",
        db_index=False,
    )
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="penempatan", db_index=False
    )
    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="penempatan")
    jenis = models.CharField(
        max_length=16, choices=JenisPenempatan.choices, default=JenisPenempatan.DEFINITIF
    )

    objects = DatedQuerySet["Penempatan"].as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["orang", "mulai"], name="penempatan_per_orang"),
            models.Index(fields=["unit", "jabatan"], name="penempatan_per_unit"),
        ]
        constraints: ClassVar = [ordered("penempatan_selesai_setelah_mulai")]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.jabatan_id} di {self.unit_id}"

    @property
    def trail_place(self) -> Place:
        return Place(f"instansi:{self.unit.instansi_id}", self.orang_id, self.unit_id)
