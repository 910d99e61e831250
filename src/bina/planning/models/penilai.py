"""Who appraises instead of the penilai for a while, and to whom a running plan was handed over."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from bina.access import policy
from bina.core.audit import Place
from bina.core.dated import Dated, DatedQuerySet, ordered
from bina.planning.models.skp import Skp


class PenggantiQuerySet(DatedQuerySet["PenggantiPenilai"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "pengganti_penilai.lihat", on=on))

    def standing_in(self, on: date) -> Self:
        """Those who may act that day: within their days, and not revoked."""
        return self.on(on).filter(dicabut_pada=None)

    def for_list(self) -> Self:
        """All a list row shows, in one query; the latest first."""
        return self.select_related("penilai", "pengganti").order_by("-mulai", "-pk")


class PenggantiPenilai(Dated):
    """Somebody who reviews and establishes plans while the penilai is away (P6 Pasal 1 angka 9:
    "another official given a delegation of authority"). The plans keep their penilai."""

    penilai = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="digantikan_oleh"
    )
    pengganti = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="menggantikan",
        db_index=False,
    )
    selesai = models.DateField()
    alasan = models.TextField()
    ditunjuk_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    dibuat = models.DateTimeField()
    dicabut_pada = models.DateTimeField(null=True)

    objects = PenggantiQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["pengganti", "selesai"], name="pengganti_kini")]
        constraints: ClassVar = [
            ordered("pengganti_selesai_setelah_mulai"),
            models.CheckConstraint(
                name="pengganti_bukan_diri_sendiri", condition=~Q(penilai=F("pengganti"))
            ),
            models.CheckConstraint(name="pengganti_beralasan", condition=~Q(alasan="")),
        ]

    def __str__(self) -> str:
        return f"{self.pengganti_id} menggantikan {self.penilai_id}"

    def status_on(self, day: date) -> str:
        if self.dicabut_pada:
            return "dicabut"
        if day < self.mulai:
            return "akan_datang"
        return "berlaku" if day <= self.selesai else "berakhir"

    @property
    def trail_place(self) -> Place:
        return Place(f"instansi:{self.penilai.instansi_id}", self.penilai_id)


class SerahTerimaManager(models.Manager["SerahTerima"]):
    def get_queryset(self) -> "models.QuerySet[SerahTerima]":
        """With the name every list shows."""
        return super().get_queryset().select_related("dari")


class SerahTerima(models.Model):
    """A plan goes from one penilai to the next, from a day on (ADR 15).

    `Skp.penilai` is who appraises it now; these lines say who did before, and `ditetapkan_oleh`
    of the plan who established it.
    """

    skp = models.ForeignKey(Skp, on_delete=models.PROTECT, related_name="serah_terima")
    dari = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    kepada = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    mulai = models.DateField()
    alasan = models.TextField()
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    objects = SerahTerimaManager()

    class Meta:
        ordering: ClassVar = ["mulai", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="serah_terima_kepada_orang_lain", condition=~Q(dari=F("kepada"))
            ),
            models.CheckConstraint(name="serah_terima_beralasan", condition=~Q(alasan="")),
        ]

    def __str__(self) -> str:
        return f"{self.skp_id}: {self.dari_id} ke {self.kepada_id}"
