"""Signals kept between nights: since when, with which figures, muted by whom."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bina.access import policy
from bina.core.audit import Place


class JenisSinyal(models.TextChoices):
    TERTINGGAL = "tertinggal", _("Tertinggal")
    TANPA_CATATAN = "tanpa_catatan", _("Tanpa catatan")
    UMPAN_BALIK_BERBALIK = "umpan_balik_berbalik", _("Umpan balik berbalik")
    TINDAKAN_LEWAT = "tindakan_lewat", _("Tindakan lewat tenggat")
    EKSPEKTASI_JAUH = "ekspektasi_jauh", _("Ekspektasi jauh dari kenyataan")


class SinyalQuerySet(models.QuerySet["Sinyal"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "sinyal.lihat", on=on))

    def muted(self, on: date) -> Self:
        return self.filter(diredam_sampai__gte=on)

    def loud(self, on: date) -> Self:
        return self.filter(Q(diredam_sampai=None) | Q(diredam_sampai__lt=on))

    def for_list(self) -> Self:
        return self.select_related("skp__pegawai__orang", "diredam_oleh").order_by("pk")


class Sinyal(models.Model):
    """That something in a plan needs attention, one row a kind. A signal is no rating.

    The system writes it each night and when something is recorded (`monitoring.pengamatan`);
    a row whose reason is gone is removed, unless it is muted, so that the mute holds.
    """

    skp = models.ForeignKey("planning.Skp", on_delete=models.CASCADE, related_name="sinyal")
    jenis = models.CharField(max_length=24, choices=JenisSinyal.choices)
    hasil_kunci = models.UUIDField(null=True)
    sejak = models.DateField()
    terakhir = models.DateField(help_text="the last day it was found to hold")
    angka = models.JSONField(default=dict, help_text="the figures its sentence is made of")
    diredam_sampai = models.DateField(null=True)
    diredam_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    alasan_redam = models.TextField(blank=True)

    objects = SinyalQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="sinyal_sekali_per_jenis", fields=["skp", "jenis"]),
            models.CheckConstraint(
                name="sinyal_jenis_dikenal", condition=Q(jenis__in=JenisSinyal.values)
            ),
            models.CheckConstraint(
                name="sinyal_diredam_beralasan",
                condition=Q(diredam_sampai=None, diredam_oleh=None, alasan_redam="")
                | Q(diredam_sampai__isnull=False, diredam_oleh__isnull=False) & ~Q(alasan_redam=""),
            ),
            models.CheckConstraint(
                name="sinyal_sejak_sebelum_terakhir",
                condition=Q(terakhir__gte=models.F("sejak")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.jenis} {self.skp_id}"

    @property
    def trail_place(self) -> Place:
        return self.skp.trail_place

    def is_muted(self, on: date) -> bool:
        return self.diredam_sampai is not None and self.diredam_sampai >= on
