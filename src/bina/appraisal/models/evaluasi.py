"""The evaluation of one person in one period."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bina.access import policy
from bina.appraisal.models.periode import Capaian, PeriodeEvaluasi
from bina.appraisal.workflow import Status
from bina.core.audit import Place


class Rating(models.TextChoices):
    """Rating of results or of conduct, best first."""

    DI_ATAS = "di_atas", _("Di atas ekspektasi")
    SESUAI = "sesuai", _("Sesuai ekspektasi")
    DI_BAWAH = "di_bawah", _("Di bawah ekspektasi")


class Predikat(models.TextChoices):
    SANGAT_BAIK = "sangat_baik", _("Sangat baik")
    BAIK = "baik", _("Baik")
    BUTUH_PERBAIKAN = "butuh_perbaikan", _("Butuh perbaikan")
    KURANG = "kurang", _("Kurang/misconduct")
    SANGAT_KURANG = "sangat_kurang", _("Sangat kurang")


class EvaluasiQuerySet(models.QuerySet["Evaluasi"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "evaluasi.lihat", on=on))

    def released(self) -> Self:
        return self.filter(status=Status.DIRILIS)

    def for_list(self) -> Self:
        """All a list row shows, in one query."""
        return self.select_related(
            "pegawai__orang", "penilai", "periode__instansi", "unit"
        ).order_by("-periode__mulai", "pegawai__orang__nama", "pk")


class Evaluasi(models.Model):
    """Evaluasi kinerja periodik: two ratings and the predicate of their quadrant (Pasal 24-25).

    Until its release it is its penilai's draft and exists for nobody else (security.md, T7).
    `penilai` is the appraiser of that time. At release the predicate, its basis (`dasar`), the
    unit's capaian and what was on the table (`bahan`, as the form prints it) are kept: later
    changes elsewhere do not change what was judged. `suntingan` counts saves and `halaman`
    names the page that saved last, so that a stale page is noticed and an autosave is not.
    """

    skp = models.ForeignKey("planning.Skp", on_delete=models.PROTECT, related_name="evaluasi")
    rumpun = models.UUIDField()
    periode = models.ForeignKey(PeriodeEvaluasi, on_delete=models.PROTECT, related_name="evaluasi")
    pegawai = models.ForeignKey("people.Pegawai", on_delete=models.PROTECT, related_name="evaluasi")
    penilai = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="evaluasi_dinilai"
    )
    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="evaluasi")
    rating_hasil = models.CharField(max_length=10, choices=Rating.choices, blank=True)
    rating_perilaku = models.CharField(max_length=10, choices=Rating.choices, blank=True)
    alasan_hasil = models.TextField(blank=True)
    alasan_perilaku = models.TextField(blank=True)
    catatan = models.TextField(blank=True)
    capaian = models.CharField(max_length=16, choices=Capaian.choices, blank=True)
    predikat = models.CharField(max_length=16, choices=Predikat.choices, blank=True)
    dasar = models.JSONField(default=list)
    bahan = models.JSONField(default=dict)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DRAF)
    suntingan = models.PositiveIntegerField(default=0)
    halaman = models.CharField(max_length=32, blank=True)
    dibuat = models.DateTimeField()
    disimpan_pada = models.DateTimeField()
    dirilis_pada = models.DateTimeField(null=True)

    objects = EvaluasiQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["periode", "penilai"], name="evaluasi_per_penilai"),
            models.Index(fields=["periode", "unit", "status"], name="evaluasi_per_unit"),
            models.Index(fields=["pegawai", "status"], name="evaluasi_per_pegawai"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(name="evaluasi_sekali", fields=["rumpun", "periode"]),
            models.CheckConstraint(
                name="evaluasi_bukan_untuk_diri_sendiri", condition=~Q(pegawai=F("penilai"))
            ),
            models.CheckConstraint(
                name="evaluasi_rating_dikenal",
                condition=Q(rating_hasil__in=["", *Rating.values])
                & Q(rating_perilaku__in=["", *Rating.values]),
            ),
            models.CheckConstraint(
                name="evaluasi_dirilis_lengkap",
                condition=Q(status=Status.DRAF, dirilis_pada=None, predikat="", capaian="")
                | Q(
                    status=Status.DIRILIS,
                    dirilis_pada__isnull=False,
                    rating_hasil__in=Rating.values,
                    rating_perilaku__in=Rating.values,
                    predikat__in=Predikat.values,
                    capaian__in=Capaian.values,
                ),
            ),
            models.CheckConstraint(
                name="evaluasi_dirilis_beralasan",
                condition=Q(status=Status.DRAF)
                | (Q(rating_hasil=Rating.SESUAI) | ~Q(alasan_hasil=""))
                & (Q(rating_perilaku=Rating.SESUAI) | ~Q(alasan_perilaku="")),
            ),
        ]

    def __str__(self) -> str:
        return f"Evaluasi {self.pegawai_id} {self.periode_id}"

    @property
    def is_released(self) -> bool:
        return self.status == Status.DIRILIS

    @property
    def trail_place(self) -> Place:
        """Before release the trail does not say whom it is about: not even that there is a draft
        may reach the person (T7)."""
        rantai = self.unit.trail_place.rantai
        return Place(rantai, self.pegawai_id if self.is_released else None, self.unit_id)
