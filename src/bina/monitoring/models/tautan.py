"""Links by which people without an account give feedback, once."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from bina.access import policy
from bina.core.audit import Place
from bina.monitoring.models.umpan_balik import one_subject
from bina.monitoring.workflow import StatusTautan

KEDALUWARSA = "kedaluwarsa"


class TautanQuerySet(models.QuerySet["TautanUmpanBalik"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "tautan_umpan_balik.lihat", on=on))

    def open_on(self, day: date) -> Self:
        """Those that still take an answer."""
        return self.filter(status=StatusTautan.MENUNGGU, berlaku_sampai__gte=day)

    def for_list(self) -> Self:
        return self.select_related("pegawai__orang").order_by("-pk")


class TautanUmpanBalik(models.Model):
    """A link for one answer about one result or value, made by the person or their penilai.

    Only a digest of the token is kept (`sidik`): whoever reads the database cannot answer with
    it. `untuk` is a note of its maker, shown to nobody else.
    """

    skp = models.ForeignKey("planning.Skp", on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey("people.Pegawai", on_delete=models.PROTECT, related_name="+")
    dibuat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    hasil_kunci = models.UUIDField(null=True, blank=True)
    nilai_perilaku = models.CharField(max_length=24, blank=True)
    untuk = models.CharField(max_length=120, blank=True)
    sidik = models.CharField(max_length=64, unique=True)
    berlaku_sampai = models.DateField()
    status = models.CharField(
        max_length=8, choices=StatusTautan.choices, default=StatusTautan.MENUNGGU
    )
    dibuat = models.DateTimeField()
    selesai_pada = models.DateTimeField(null=True)

    objects = TautanQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            one_subject("tautan_ub_satu_hal"),
            models.CheckConstraint(
                name="tautan_ub_status_dikenal", condition=Q(status__in=StatusTautan.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai_id} {self.status}"

    @property
    def trail_place(self) -> Place:
        return self.skp.trail_place

    def status_on(self, day: date) -> str:
        lapsed = self.status == StatusTautan.MENUNGGU and self.berlaku_sampai < day
        return KEDALUWARSA if lapsed else self.status
