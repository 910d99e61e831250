"""Appointments: when and where people meet, and nothing of what about (ADR 23)."""

from datetime import datetime
from typing import ClassVar, Self
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Q


class PertemuanQuerySet(models.QuerySet["Pertemuan"]):
    def of_person(self, orang_id: int | None) -> Self:
        return self.filter(peserta__orang=orang_id)

    def standing(self) -> Self:
        return self.filter(batal=False)

    def between(self, first: datetime | OuterRef, last: datetime | OuterRef) -> Self:
        """Those of which any part lies in that time."""
        return self.filter(mulai__lt=last, selesai__gt=first)


class Pertemuan(models.Model):
    """One appointment out of a record of some room (`asal`, `asal_id`), once.

    `kode` names it in every calendar (RFC 5545 UID) for good; `urutan` counts its changes
    (SEQUENCE), so that a calendar knows the newer of two invitations. `sehari`: the day is
    known and no hour.
    """

    kode = models.UUIDField(default=uuid4, unique=True)
    asal = models.CharField(max_length=60)
    asal_id = models.CharField(max_length=64)
    mulai = models.DateTimeField()
    selesai = models.DateTimeField()
    sehari = models.BooleanField(default=False)
    tempat = models.CharField(max_length=200, blank=True)
    urutan = models.PositiveIntegerField(default=0)
    batal = models.BooleanField(default=False)
    diubah_pada = models.DateTimeField()

    objects = PertemuanQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["mulai", "pk"]
        indexes: ClassVar = [models.Index(fields=["mulai", "selesai"], name="pertemuan_per_waktu")]
        constraints: ClassVar = [
            models.UniqueConstraint(name="pertemuan_sekali_per_asal", fields=["asal", "asal_id"]),
            models.CheckConstraint(
                name="pertemuan_selesai_setelah_mulai", condition=Q(selesai__gt=F("mulai"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asal} {self.mulai:%Y-%m-%d %H:%M}"


class PesertaPertemuan(models.Model):
    """Who is to be there."""

    pertemuan = models.ForeignKey(Pertemuan, on_delete=models.CASCADE, related_name="peserta")
    orang = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="peserta_pertemuan_sekali", fields=["pertemuan", "orang"])
        ]

    def __str__(self) -> str:
        return f"{self.pertemuan_id}: {self.orang_id}"
