"""Reminders about a plan of the year: at most one a person and day."""

from typing import ClassVar

from django.conf import settings
from django.db import models


class Pengingat(models.Model):
    """Somebody was asked to go on with a plan: their own, or one that waits for their decision."""

    kepada = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="pengingat_skp"
    )
    hari = models.DateField()
    tahun = models.PositiveSmallIntegerField()
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()
    surel_pada = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="pengingat_sekali_sehari", fields=["kepada", "hari"])
        ]

    def __str__(self) -> str:
        return f"{self.kepada_id} {self.hari:%Y-%m-%d}"
