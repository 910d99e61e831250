"""Manual Indikator Kinerja: how an indicator is defined, measured and reported."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from bina.planning.models.hasil import Indikator


class Kendali(models.TextChoices):
    """Kualitas dan Tingkat Kendali; P8 may know an "Output Kendali Tinggi" (kinerja.md, open)."""

    OUTCOME = "outcome", _("Outcome")
    OUTCOME_ANTARA = "outcome_antara", _("Outcome Antara")
    OUTPUT_KENDALI_RENDAH = "output_kendali_rendah", _("Output Kendali Rendah")


class PeriodePelaporan(models.TextChoices):
    BULANAN = "bulanan", _("Bulanan")
    TRIWULANAN = "triwulanan", _("Triwulanan")
    SEMESTERAN = "semesteran", _("Semesteran")
    TAHUNAN = "tahunan", _("Tahunan")


class ManualIndikator(models.Model):
    """The manual of one indicator. Result, target and unit stand on the plan itself.

    `formula` may stay empty where the indicator is words (kinerja.md 1.4).
    """

    indikator = models.OneToOneField(Indikator, on_delete=models.CASCADE, related_name="manual")
    tujuan = models.TextField()
    definisi = models.TextField()
    formula = models.TextField(blank=True)
    kendali = models.CharField(max_length=24, choices=Kendali.choices)
    sumber_data = models.TextField()
    periode = models.CharField(max_length=12, choices=PeriodePelaporan.choices)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="manual_indikator_terisi",
                condition=~models.Q(tujuan="") & ~models.Q(definisi="") & ~models.Q(sumber_data=""),
            )
        ]

    def __str__(self) -> str:
        return f"Manual {self.indikator_id}"
