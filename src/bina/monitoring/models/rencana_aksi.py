"""Steps planned towards a result in a period (rencana aksi)."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from bina.access import policy
from bina.core.audit import Place


class RencanaAksiQuerySet(models.QuerySet["RencanaAksi"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "rencana_aksi.lihat", on=on))

    def of_plan(self, rumpun: Any) -> Self:
        """On every version of one plan, in the order of their periods."""
        return self.filter(skp__rumpun=rumpun).order_by("mulai", "tenggat", "pk")

    def for_list(self) -> Self:
        return self.select_related("indikator__hasil")

    def used(self) -> Self:
        """Those something was written on, voided or not: they are not changed any more."""
        return self.filter(realisasi__isnull=False).distinct()


class RencanaAksi(models.Model):
    """One step towards a result in a quarter or a month: what, how much, until when.

    It hangs on an indicator of the result. `dihitung` says that its quantity is the
    indicator's own, so that every line of the diary adds to it or replaces it, as
    `cara_hitung` says; otherwise the quantity is the step's alone. `suntingan` counts edits,
    so that a stale page is noticed.
    """

    skp = models.ForeignKey("planning.Skp", on_delete=models.PROTECT, related_name="rencana_aksi")
    indikator = models.ForeignKey(
        "planning.Indikator", on_delete=models.PROTECT, related_name="rencana_aksi"
    )
    mulai = models.DateField()
    selesai = models.DateField()
    langkah = models.CharField(max_length=300)
    target = models.PositiveIntegerField(null=True, blank=True)
    target_teks = models.CharField(max_length=200, blank=True)
    satuan = models.CharField(max_length=60, blank=True)
    dihitung = models.BooleanField(default=False)
    tenggat = models.DateField()
    suntingan = models.PositiveIntegerField(default=0)
    ditulis_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    dibuat = models.DateTimeField()

    objects = RencanaAksiQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["skp", "mulai"], name="rencana_aksi_per_skp")]
        constraints: ClassVar = [
            models.CheckConstraint(name="rencana_aksi_berlangkah", condition=~Q(langkah="")),
            models.CheckConstraint(
                name="rencana_aksi_bertarget",
                condition=Q(target__isnull=False, target__gt=0)
                | Q(target=None) & ~Q(target_teks=""),
            ),
            models.CheckConstraint(
                name="rencana_aksi_dihitung_berangka",
                condition=Q(dihitung=False) | Q(target__isnull=False),
            ),
            models.CheckConstraint(
                name="rencana_aksi_tenggat_dalam_masa",
                condition=Q(tenggat__gte=F("mulai"), tenggat__lte=F("selesai")),
            ),
            models.UniqueConstraint(
                name="rencana_aksi_sekali", fields=["skp", "indikator", "mulai", "langkah"]
            ),
        ]

    def __str__(self) -> str:
        return self.langkah

    @property
    def trail_place(self) -> Place:
        return self.skp.trail_place
