"""The perjanjian kinerja of a unit: sasaran, their indicators with targets, and the budget."""

import uuid
from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from bina.access import policy
from bina.core.audit import Place
from bina.planning.models.hasil import Arah
from bina.planning.workflow import StatusPerjanjian

AGREED = (StatusPerjanjian.DITETAPKAN, StatusPerjanjian.DIGANTIKAN)


class PerjanjianQuerySet(models.QuerySet["PerjanjianKinerja"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "perjanjian.lihat", on=on))

    def for_page(self) -> Self:
        """With all its page shows, in four queries."""
        parts = ("sasaran__indikator", "anggaran")
        return self.select_related("unit", "ditetapkan_oleh").prefetch_related(*parts)

    def of(self, unit_id: int, tahun: int) -> Self:
        """Every version of this unit's perjanjian of that year."""
        return self.filter(unit=unit_id, tahun=tahun)

    def standing(self) -> Self:
        """But for drafts given up, of which several may bear one number."""
        return self.exclude(status=StatusPerjanjian.DIBATALKAN)

    def running(self, tahun: int) -> Self:
        return self.filter(tahun=tahun, status=StatusPerjanjian.DITETAPKAN)


class PerjanjianKinerja(models.Model):
    """What a unit undertakes for a year (kinerja.md 1.4, inputs of an SKP).

    The agency's own is that of its top unit. An established version is never edited, only
    replaced by the next, with grounds. `suntingan` counts edits, so that a stale page is noticed.
    """

    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="perjanjian")
    tahun = models.PositiveSmallIntegerField()
    versi = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(
        max_length=16, choices=StatusPerjanjian.choices, default=StatusPerjanjian.DRAF
    )
    suntingan = models.PositiveIntegerField(default=0)
    alasan_perubahan = models.TextField(blank=True)
    dibuat = models.DateTimeField()
    ditetapkan_pada = models.DateTimeField(null=True)
    ditetapkan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = PerjanjianQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="perjanjian_versi_sekali",
                fields=["unit", "tahun", "versi"],
                condition=~Q(status=StatusPerjanjian.DIBATALKAN),
            ),
            models.UniqueConstraint(
                name="perjanjian_satu_yang_berlaku",
                fields=["unit", "tahun"],
                condition=Q(status=StatusPerjanjian.DITETAPKAN),
            ),
            models.UniqueConstraint(
                name="perjanjian_satu_yang_disusun",
                fields=["unit", "tahun"],
                condition=Q(status=StatusPerjanjian.DRAF),
            ),
            models.CheckConstraint(
                name="perjanjian_ditetapkan_bertanggal",
                condition=Q(
                    status__in=AGREED, ditetapkan_pada__isnull=False, ditetapkan_oleh__isnull=False
                )
                | ~Q(status__in=AGREED) & Q(ditetapkan_pada__isnull=True),
            ),
            models.CheckConstraint(
                name="perjanjian_berubah_beralasan",
                condition=Q(versi=1) | ~Q(alasan_perubahan=""),
            ),
        ]

    def __str__(self) -> str:
        return f"Perjanjian {self.unit_id} {self.tahun} v{self.versi}"

    @property
    def is_open(self) -> bool:
        return self.status == StatusPerjanjian.DRAF

    @property
    def is_agreed(self) -> bool:
        return self.status in AGREED

    @property
    def trail_place(self) -> Place:
        return self.unit.trail_place


class SasaranUnit(models.Model):
    """A numbered objective of the unit. `kunci` is the same in every version."""

    kunci = models.UUIDField(default=uuid.uuid4, db_index=True)
    perjanjian = models.ForeignKey(
        PerjanjianKinerja, on_delete=models.CASCADE, related_name="sasaran"
    )
    nomor = models.PositiveSmallIntegerField()
    uraian = models.TextField()

    class Meta:
        ordering: ClassVar = ["nomor", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="sasaran_sekali_per_versi", fields=["perjanjian", "kunci"]
            ),
            models.CheckConstraint(name="sasaran_beruraian", condition=~Q(uraian="")),
        ]

    def __str__(self) -> str:
        return self.uraian


class IndikatorUnit(models.Model):
    """An indicator of the unit: its target is a number with unit and direction, or words."""

    kunci = models.UUIDField(default=uuid.uuid4, db_index=True)
    sasaran = models.ForeignKey(SasaranUnit, on_delete=models.CASCADE, related_name="indikator")
    urutan = models.PositiveSmallIntegerField()
    uraian = models.TextField()
    target = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    target_teks = models.CharField(max_length=300, blank=True)
    satuan = models.CharField(max_length=60, blank=True)
    arah = models.CharField(max_length=8, choices=Arah.choices, default=Arah.NAIK)

    class Meta:
        ordering: ClassVar = ["urutan", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="indikator_unit_sekali_per_versi", fields=["sasaran", "kunci"]
            ),
            models.CheckConstraint(
                name="indikator_unit_bertarget",
                condition=Q(target__isnull=False) | ~Q(target_teks=""),
            ),
            models.CheckConstraint(
                name="indikator_unit_target_tidak_negatif",
                condition=Q(target=None) | Q(target__gte=0),
            ),
            models.CheckConstraint(name="indikator_unit_beruraian", condition=~Q(uraian="")),
        ]

    def __str__(self) -> str:
        return self.uraian


class AnggaranUnit(models.Model):
    """A programme or activity with its amount in rupiah."""

    perjanjian = models.ForeignKey(
        PerjanjianKinerja, on_delete=models.CASCADE, related_name="anggaran"
    )
    urutan = models.PositiveSmallIntegerField()
    program = models.CharField(max_length=300)
    jumlah = models.DecimalField(max_digits=20, decimal_places=2)

    class Meta:
        ordering: ClassVar = ["urutan", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(name="anggaran_bernama", condition=~Q(program="")),
            models.CheckConstraint(name="anggaran_tidak_negatif", condition=Q(jumlah__gte=0)),
        ]

    def __str__(self) -> str:
        return self.program
