"""The periods of an agency, and what its units achieved in them."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bina.access import policy
from bina.core.audit import Place

ROMAN = ("", "I", "II", "III", "IV")


class JenisPeriode(models.TextChoices):
    TRIWULAN = "triwulan", _("Triwulan")
    TAHUNAN = "tahunan", _("Tahunan")


class PeriodeQuerySet(models.QuerySet["PeriodeEvaluasi"]):
    def of(self, instansi_id: int) -> Self:
        return self.filter(instansi=instansi_id).order_by("-mulai", "jenis")

    def open_on(self, day: date) -> Self:
        """The periods in which ratings may be written on that day: opened, however late."""
        return self.filter(dibuka__lte=day)


class PeriodeEvaluasi(models.Model):
    """A period of evaluation: a quarter, or the year (periodik and tahunan, Pasal 24).

    `dibuka` is the first day on which ratings may be written; after `tenggat` they are late,
    not refused.
    """

    instansi = models.ForeignKey("people.Instansi", on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    jenis = models.CharField(max_length=10, choices=JenisPeriode.choices)
    nomor = models.PositiveSmallIntegerField(default=0)
    mulai = models.DateField()
    selesai = models.DateField()
    dibuka = models.DateField()
    tenggat = models.DateField()

    objects = PeriodeQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="periode_sekali", fields=["instansi", "tahun", "jenis", "nomor"]
            ),
            models.CheckConstraint(
                name="periode_mulai_sebelum_selesai", condition=Q(mulai__lt=F("selesai"))
            ),
            models.CheckConstraint(
                name="periode_dibuka_sebelum_tenggat", condition=Q(dibuka__lte=F("tenggat"))
            ),
            models.CheckConstraint(
                name="periode_bernomor",
                condition=Q(jenis="triwulan", nomor__gte=1, nomor__lte=4)
                | Q(jenis="tahunan", nomor=0),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.tahun}"

    @property
    def label(self) -> str:
        """`Triwulan III`, as the form prints it."""
        if self.jenis == JenisPeriode.TAHUNAN:
            return str(_("Tahunan"))
        return str(_("Triwulan %(nomor)s") % {"nomor": ROMAN[self.nomor]})

    @property
    def kode_formulir(self) -> str:
        """The documents room's name for it."""
        return "akhir" if not self.nomor else f"triwulan_{ROMAN[self.nomor].lower()}"

    @property
    def trail_place(self) -> Place:
        return Place(f"instansi:{self.instansi_id}")


class Capaian(models.TextChoices):
    """The five steps of capaian kinerja organisasi (Pasal 24-25; kinerja.md 1.6, step 1)."""

    ISTIMEWA = "istimewa", _("Istimewa")
    BAIK = "baik", _("Baik")
    BUTUH_PERBAIKAN = "butuh_perbaikan", _("Butuh perbaikan")
    KURANG = "kurang", _("Kurang")
    SANGAT_KURANG = "sangat_kurang", _("Sangat kurang")


class CapaianQuerySet(models.QuerySet["CapaianOrganisasi"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "capaian.lihat", on=on))


class CapaianOrganisasi(models.Model):
    """What a unit achieved in a period, set by the head above it. It comes before any predicate
    (Pasal 24-25: capaian, pola distribusi, predikat), and is locked by the first release."""

    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="capaian")
    periode = models.ForeignKey(PeriodeEvaluasi, on_delete=models.PROTECT, related_name="capaian")
    capaian = models.CharField(max_length=16, choices=Capaian.choices)
    alasan = models.TextField()
    alasan_perubahan = models.TextField(blank=True)
    suntingan = models.PositiveIntegerField(default=0)
    ditetapkan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    ditetapkan_pada = models.DateTimeField()

    objects = CapaianQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="capaian_sekali_per_unit", fields=["unit", "periode"]),
            models.CheckConstraint(name="capaian_dikenal", condition=Q(capaian__in=Capaian.values)),
            models.CheckConstraint(name="capaian_beralasan", condition=~Q(alasan="")),
            models.CheckConstraint(
                name="capaian_berubah_beralasan",
                condition=Q(suntingan=0) | ~Q(alasan_perubahan=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.periode_id}"

    @property
    def trail_place(self) -> Place:
        return self.unit.trail_place
