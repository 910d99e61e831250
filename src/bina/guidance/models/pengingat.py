"""Reminders of steps of guidance that are late, and their one escalation."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bina.core.audit import Place


class Langkah(models.TextChoices):
    """The steps that are reminded of."""

    LAPORAN = "laporan_pra_coaching", _("Laporan pra-coaching")
    CATATAN = "catatan_sesi", _("Catatan sesi coaching")
    TANDA_TANGAN = "tanda_tangan_sesi", _("Tanda tangan catatan coaching")
    TINDAKAN = "tindakan", _("Tindakan yang disepakati")
    LOG = "log_mentoring", _("Log mentoring")
    PARAF = "paraf_log", _("Paraf log mentoring")
    JAWABAN = "jawaban_mentor", _("Jawaban atas permintaan mentoring")


class PengingatQuerySet(models.QuerySet["PengingatBimbingan"]):
    def open(self) -> Self:
        return self.filter(selesai_pada=None)


class PengingatBimbingan(models.Model):
    """One step somebody let pass: reminded of once, told upwards once, closed when done.

    `sejak` is the day it was due: the same step late anew is another one. Who it is told to
    learns that a step is late, never which or about whom. `instansi` is that of the case.
    """

    instansi = models.ForeignKey("people.Instansi", on_delete=models.PROTECT, related_name="+")
    langkah = models.CharField(max_length=24, choices=Langkah.choices)
    objek_id = models.BigIntegerField()
    terlambat = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="pengingat_bimbingan"
    )
    sejak = models.DateField()
    diingatkan_pada = models.DateTimeField()
    naik_kepada = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    naik_pada = models.DateTimeField(null=True)
    selesai_pada = models.DateTimeField(null=True)

    objects = PengingatQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["terlambat"], name="pengingat_terbuka", condition=Q(selesai_pada=None)
            ),
            models.Index(
                fields=["naik_kepada"], name="pengingat_naik", condition=Q(selesai_pada=None)
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="pengingat_bimbingan_sekali",
                fields=["langkah", "objek_id", "terlambat", "sejak"],
            ),
            models.CheckConstraint(
                name="pengingat_bimbingan_naik_bertanggal",
                condition=Q(naik_kepada=None) | Q(naik_pada__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.langkah} {self.objek_id} ({self.terlambat_id})"

    @property
    def key(self) -> tuple[Any, ...]:
        return (self.langkah, self.objek_id, self.terlambat_id, self.sejak)

    @property
    def trail_place(self) -> Place:
        return Place(f"instansi:{self.instansi_id}", self.terlambat_id)
