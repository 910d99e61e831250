"""An established plan that was made in error: who asked to void it, and what was decided."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bina.access import policy
from bina.core.audit import Place
from bina.planning.models.skp import Skp
from bina.planning.workflow import StatusPembatalan


class SebabBatal(models.TextChoices):
    ORANG = "orang", _("Orangnya keliru")
    JABATAN = "jabatan", _("Jabatannya keliru")
    GANDA = "ganda", _("Ganda")
    LAIN = "lain", _("Kekeliruan lain")


class PembatalanQuerySet(models.QuerySet["Pembatalan"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "pembatalan.lihat", on=on))

    def for_list(self) -> Self:
        return self.select_related("skp__pegawai__orang", "pengusul", "diputus_oleh").order_by(
            "pada", "pk"
        )


class Pembatalan(models.Model):
    """The penilai asks, the manager of records consents; the head of personnel needs nobody.

    The plan stays readable and marked, its progress stays; no evaluation rests on it.
    """

    skp = models.ForeignKey(Skp, on_delete=models.PROTECT, related_name="pembatalan")
    sebab = models.CharField(max_length=8, choices=SebabBatal.choices)
    alasan = models.TextField()
    status = models.CharField(
        max_length=10, choices=StatusPembatalan.choices, default=StatusPembatalan.DIAJUKAN
    )
    pengusul = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    pada = models.DateTimeField()
    tanggapan = models.TextField(blank=True)
    diputus_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    diputus_pada = models.DateTimeField(null=True)

    objects = PembatalanQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="pembatalan_beralasan", condition=~Q(alasan="")),
            models.CheckConstraint(
                name="pembatalan_ditolak_beralasan",
                condition=~Q(status="ditolak") | ~Q(tanggapan=""),
            ),
            models.UniqueConstraint(
                name="pembatalan_satu_yang_menunggu",
                fields=["skp"],
                condition=Q(status="diajukan"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.skp_id} {self.status}"

    @property
    def trail_place(self) -> Place:
        return self.skp.trail_place
