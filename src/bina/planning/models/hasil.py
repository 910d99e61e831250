"""What is to be achieved: planned results and their indicators."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class JenisHasil(models.TextChoices):
    UTAMA = "utama", _("Utama")
    TAMBAHAN = "tambahan", _("Tambahan")


class Perspektif(models.TextChoices):
    PENERIMA_LAYANAN = "penerima_layanan", _("Penerima Layanan")
    PROSES_BISNIS = "proses_bisnis", _("Proses Bisnis")
    PENGUATAN_INTERNAL = "penguatan_internal", _("Penguatan Internal")
    ANGGARAN = "anggaran", _("Anggaran")


class HasilKerja(models.Model):
    """A planned result (RHK), which may support (intervensi) one thing above it: a result of
    the pimpinan, or a sasaran or an indicator of the unit's perjanjian kinerja.

    `manfaat` is the benefit it is for and `penerima_manfaat` whom it serves. `kunci` is the
    same in every version of the plan, so that progress and feedback stay with the result.
    """

    kunci = models.UUIDField(default=uuid.uuid4, db_index=True)
    skp = models.ForeignKey("planning.Skp", on_delete=models.CASCADE, related_name="hasil_kerja")
    jenis = models.CharField(max_length=8, choices=JenisHasil.choices, default=JenisHasil.UTAMA)
    urutan = models.PositiveSmallIntegerField()
    uraian = models.TextField()
    mendukung = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="didukung"
    )
    mendukung_sasaran = models.ForeignKey(
        "planning.SasaranUnit",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="didukung",
    )
    mendukung_indikator = models.ForeignKey(
        "planning.IndikatorUnit",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="didukung",
    )
    penugasan_dari = models.CharField(max_length=200, blank=True)
    manfaat = models.TextField(blank=True)
    penerima_manfaat = models.CharField(max_length=200, blank=True)
    perspektif = models.CharField(max_length=20, choices=Perspektif.choices, blank=True)

    class Meta:
        ordering: ClassVar = ["jenis", "urutan", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(name="hasil_kerja_sekali_per_versi", fields=["skp", "kunci"]),
            models.CheckConstraint(name="hasil_kerja_beruraian", condition=~Q(uraian="")),
        ]

    def __str__(self) -> str:
        return self.uraian


class Aspek(models.TextChoices):
    KUANTITAS = "kuantitas", _("Kuantitas")
    KUALITAS = "kualitas", _("Kualitas")
    WAKTU = "waktu", _("Waktu")
    BIAYA = "biaya", _("Biaya")


class Arah(models.TextChoices):
    NAIK = "naik", _("Makin besar makin baik")
    TURUN = "turun", _("Makin kecil makin baik")


class CaraHitung(models.TextChoices):
    """How entries of progress make the realisation."""

    JUMLAH = "jumlah", _("Dijumlahkan")
    TERAKHIR = "terakhir", _("Angka terakhir yang berlaku")


class Indikator(models.Model):
    """An individual indicator (IKI): aspek, target and unit.

    `target` is the number progress is measured against; a qualitative indicator has words in
    `target_teks` instead. `kunci` is the same in every version of the plan.
    """

    kunci = models.UUIDField(default=uuid.uuid4, db_index=True)
    hasil = models.ForeignKey(HasilKerja, on_delete=models.CASCADE, related_name="indikator")
    urutan = models.PositiveSmallIntegerField()
    aspek = models.CharField(max_length=12, choices=Aspek.choices, blank=True)
    uraian = models.TextField()
    target = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    target_teks = models.CharField(max_length=300, blank=True)
    satuan = models.CharField(max_length=60, blank=True)
    arah = models.CharField(max_length=8, choices=Arah.choices, default=Arah.NAIK)
    cara_hitung = models.CharField(
        max_length=8, choices=CaraHitung.choices, default=CaraHitung.JUMLAH
    )

    class Meta:
        ordering: ClassVar = ["urutan", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(name="indikator_sekali_per_versi", fields=["hasil", "kunci"]),
            models.CheckConstraint(
                name="indikator_bertarget", condition=Q(target__isnull=False) | ~Q(target_teks="")
            ),
            models.CheckConstraint(
                name="indikator_target_tidak_negatif", condition=Q(target=None) | Q(target__gte=0)
            ),
            models.CheckConstraint(name="indikator_beruraian", condition=~Q(uraian="")),
        ]

    def __str__(self) -> str:
        return self.uraian
