"""The other parts of an SKP: conduct, and the three annexed lists."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class NilaiPerilaku(models.TextChoices):
    """The seven BerAKHLAK values, in their order."""

    BERORIENTASI_PELAYANAN = "berorientasi_pelayanan", "Berorientasi Pelayanan"
    AKUNTABEL = "akuntabel", "Akuntabel"
    KOMPETEN = "kompeten", "Kompeten"
    HARMONIS = "harmonis", "Harmonis"
    LOYAL = "loyal", "Loyal"
    ADAPTIF = "adaptif", "Adaptif"
    KOLABORATIF = "kolaboratif", "Kolaboratif"


class EkspektasiPerilaku(models.Model):
    """What the pimpinan expects in particular of one value; all seven always exist."""

    skp = models.ForeignKey("planning.Skp", on_delete=models.CASCADE, related_name="perilaku")
    nilai = models.CharField(max_length=24, choices=NilaiPerilaku.choices)
    ekspektasi_khusus = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="perilaku_sekali_per_skp", fields=["skp", "nilai"])
        ]

    def __str__(self) -> str:
        return self.get_nilai_display()


class JenisLampiran(models.TextChoices):
    """The three lists annexed to an SKP, in the order of the form."""

    SUMBER_DAYA = "sumber_daya", _("Dukungan Sumber Daya")
    PERTANGGUNGJAWABAN = "pertanggungjawaban", _("Skema Pertanggungjawaban")
    KONSEKUENSI = "konsekuensi", _("Konsekuensi")


class ButirLampiran(models.Model):
    """One item of one of the three lists."""

    skp = models.ForeignKey("planning.Skp", on_delete=models.CASCADE, related_name="lampiran")
    jenis = models.CharField(max_length=20, choices=JenisLampiran.choices)
    urutan = models.PositiveSmallIntegerField()
    uraian = models.TextField()

    class Meta:
        ordering: ClassVar = ["urutan", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(name="lampiran_beruraian", condition=~Q(uraian=""))
        ]

    def __str__(self) -> str:
        return self.uraian
