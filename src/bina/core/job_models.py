"""The queue and the long jobs, in the same database as everything else (ADR 7)."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models


class Antrean(models.Model):
    """A task waiting for a worker. Written in the transaction that wants it done."""

    antrean = models.CharField(max_length=32)
    data = models.BinaryField()
    prioritas = models.FloatField(default=0)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["antrean", "-prioritas", "id"], name="antrean_urut")
        ]

    def __str__(self) -> str:
        return f"{self.antrean} {self.pk}"


class TugasTerjadwal(models.Model):
    """A task to be queued at a time (retries, delays)."""

    antrean = models.CharField(max_length=32)
    data = models.BinaryField()
    waktu = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.antrean} {self.waktu:%Y-%m-%d %H:%M}"


class Simpanan(models.Model):
    """huey's own small values: locks and revocations."""

    antrean = models.CharField(max_length=32)
    kunci = models.CharField(max_length=200)
    nilai = models.BinaryField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="simpanan_satu_per_kunci", fields=["antrean", "kunci"])
        ]

    def __str__(self) -> str:
        return self.kunci


class Giliran(models.Model):
    """Which minute of a periodic task somebody has already queued: one scheduler of many wins."""

    tugas = models.CharField(max_length=120)
    menit = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="giliran_sekali_semenit", fields=["tugas", "menit"])
        ]

    def __str__(self) -> str:
        return f"{self.tugas} {self.menit:%Y-%m-%d %H:%M}"


class StatusPekerjaan(models.TextChoices):
    MENUNGGU = "menunggu", "Menunggu"
    BERJALAN = "berjalan", "Berjalan"
    SELESAI = "selesai", "Selesai"
    GAGAL = "gagal", "Gagal"


class Pekerjaan(models.Model):
    """A long job with visible progress, which survives a killed worker."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    jenis = models.CharField(max_length=80)
    argumen = models.JSONField(default=dict)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    status = models.CharField(
        max_length=16, choices=StatusPekerjaan.choices, default=StatusPekerjaan.MENUNGGU
    )
    jumlah = models.PositiveIntegerField(default=0, help_text="steps in all; 0 while unknown")
    selesai = models.PositiveIntegerField(default=0, help_text="steps done")
    percobaan = models.PositiveSmallIntegerField(default=0)
    pesan = models.TextField(blank=True, help_text="why it failed, in words for the person")
    denyut = models.DateTimeField(help_text="last sign of life")
    dibuat = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["status", "denyut"], name="pekerjaan_terhenti")]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="pekerjaan_tidak_lebih_dari_jumlah",
                condition=models.Q(jumlah=0) | models.Q(selesai__lte=models.F("jumlah")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.jenis} {self.status}"

    @property
    def persen(self) -> int:
        return self.selesai * 100 // self.jumlah if self.jumlah else 0

    @property
    def is_over(self) -> bool:
        return self.status in {StatusPekerjaan.SELESAI, StatusPekerjaan.GAGAL}


class CacheEntry(models.Model):
    """The table of Django's database cache, made by a migration like every other table."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "core_cache"

    def __str__(self) -> str:
        return self.cache_key
