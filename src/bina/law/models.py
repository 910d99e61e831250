"""What an agency has set in the place of a value that the texts leave to it."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from bina.access import policy
from bina.core.audit import Place


class KetentuanQuerySet(models.QuerySet["Ketentuan"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "ketentuan.lihat", on=on))

    def valid(self) -> Self:
        """Those that were not withdrawn."""
        return self.filter(dicabut_pada=None)

    def for_list(self) -> Self:
        """All a list row shows, in one query."""
        return self.select_related("ditetapkan_oleh").order_by("parameter", "mulai", "pk")


class Ketentuan(models.Model):
    """An agency's own value of one parameter, from a day on, with its legal basis.

    Nothing is edited: a later day supersedes. What has not begun may be withdrawn. `mulai` lies
    after the day it was set (`hari`), so no result already given changes (ADR 13). `nilai` is
    written as in the TOML of the texts: numbers with fractions as strings.
    """

    instansi = models.ForeignKey(
        "people.Instansi", on_delete=models.PROTECT, related_name="ketentuan"
    )
    parameter = models.CharField(max_length=80)
    mulai = models.DateField()
    nilai = models.JSONField()
    dasar = models.CharField(max_length=300)
    hari = models.DateField()
    ditetapkan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    ditetapkan_pada = models.DateTimeField()
    dicabut_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    dicabut_pada = models.DateTimeField(null=True)

    objects = KetentuanQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="ketentuan_satu_nilai_sehari",
                fields=["instansi", "parameter", "mulai"],
                condition=Q(dicabut_pada=None),
            ),
            models.CheckConstraint(
                name="ketentuan_tidak_berlaku_surut", condition=Q(mulai__gt=F("hari"))
            ),
            models.CheckConstraint(name="ketentuan_berdasar", condition=~Q(dasar="")),
            models.CheckConstraint(
                name="ketentuan_dicabut_oleh_seseorang",
                condition=Q(dicabut_pada=None, dicabut_oleh=None)
                | Q(dicabut_pada__isnull=False, dicabut_oleh__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.parameter} {self.mulai:%Y-%m-%d}"

    @property
    def trail_place(self) -> Place:
        return Place(f"instansi:{self.instansi_id}")

    def may_be_withdrawn(self, on: date) -> bool:
        return self.dicabut_pada is None and self.mulai > on
