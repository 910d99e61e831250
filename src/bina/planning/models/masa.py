"""The planning period of a year: when plans are drafted and established, for a unit and below."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bina.access import policy
from bina.core.audit import Place
from bina.planning.workflow import StatusMasa


class MasaQuerySet(models.QuerySet["MasaPerencanaan"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "masa_perencanaan.lihat", on=on))

    def for_list(self) -> Self:
        return self.select_related("unit").order_by("-tahun", "unit__kode", "pk")


class MasaPerencanaan(models.Model):
    """The days of a year in which plans are drafted and submitted, and established.

    A unit's own period stands in the place of those of the units above it. A year without any
    period is open, as before there were periods.
    """

    tahun = models.PositiveSmallIntegerField()
    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    susun_mulai = models.DateField()
    susun_selesai = models.DateField()
    tetapkan_mulai = models.DateField()
    tetapkan_selesai = models.DateField()
    status = models.CharField(max_length=8, choices=StatusMasa.choices, default=StatusMasa.DIBUKA)
    suntingan = models.PositiveIntegerField(default=0)

    objects = MasaQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="masa_sekali_per_unit", fields=["unit", "tahun"]),
            models.CheckConstraint(
                name="masa_susun_berurutan", condition=Q(susun_selesai__gte=F("susun_mulai"))
            ),
            models.CheckConstraint(
                name="masa_tetapkan_berurutan",
                condition=Q(tetapkan_selesai__gte=F("tetapkan_mulai")),
            ),
            models.CheckConstraint(
                name="masa_tetapkan_tidak_mendahului",
                condition=Q(tetapkan_mulai__gte=F("susun_mulai"))
                & Q(tetapkan_selesai__gte=F("susun_selesai")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tahun} {self.unit_id}"

    @property
    def trail_place(self) -> Place:
        return self.unit.trail_place


class JenisPerubahanMasa(models.TextChoices):
    BUKA = "buka", _("Dibuka")
    UBAH = "ubah", _("Tanggal diubah")
    TUTUP = "tutup", _("Ditutup")
    BUKA_LAGI = "buka_lagi", _("Dibuka lagi")


class PerubahanMasa(models.Model):
    """What was done with a period and why. Kept for good."""

    masa = models.ForeignKey(MasaPerencanaan, on_delete=models.CASCADE, related_name="perubahan")
    jenis = models.CharField(max_length=12, choices=JenisPerubahanMasa.choices)
    alasan = models.TextField(blank=True)
    susun_selesai = models.DateField()
    tetapkan_selesai = models.DateField()
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-pada", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="perubahan_masa_beralasan", condition=Q(jenis="buka") | ~Q(alasan="")
            )
        ]

    def __str__(self) -> str:
        return f"{self.masa_id} {self.jenis}"
