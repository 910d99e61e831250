"""A proposal to change one target."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from bina.access import policy
from bina.core.audit import Place
from bina.planning.models.hasil import Indikator
from bina.planning.models.skp import Skp
from bina.planning.workflow import StatusUsul


class UsulPerubahanQuerySet(models.QuerySet["UsulPerubahan"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "usul_perubahan.lihat", on=on))

    def for_list(self) -> Self:
        return self.select_related(
            "skp__pegawai__orang", "skp__penilai", "indikator__hasil", "pengusul"
        ).order_by("-pada")


class UsulPerubahan(models.Model):
    """A proposal to change one indicator's target; only the pimpinan decides (Pasal 20, 21).

    Old and new are both kept. Approving it makes a new version of the SKP.
    """

    skp = models.ForeignKey(Skp, on_delete=models.PROTECT, related_name="usul_perubahan")
    indikator = models.ForeignKey(
        Indikator, on_delete=models.PROTECT, related_name="usul_perubahan"
    )
    target_semula = models.DecimalField(max_digits=18, decimal_places=4)
    target_menjadi = models.DecimalField(max_digits=18, decimal_places=4)
    ukuran_menjadi = models.TextField(blank=True)
    alasan = models.TextField()
    pengusul = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asal = models.CharField(max_length=32, blank=True, help_text="what it came out of: coaching")
    pada = models.DateTimeField()
    status = models.CharField(
        max_length=12, choices=StatusUsul.choices, default=StatusUsul.DIAJUKAN
    )
    tanggapan = models.TextField(blank=True)
    diputus_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    diputus_pada = models.DateTimeField(null=True)

    objects = UsulPerubahanQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="usul_perubahan_satu_yang_terbuka",
                fields=["indikator"],
                condition=Q(status=StatusUsul.DIAJUKAN),
            ),
            models.CheckConstraint(
                name="usul_perubahan_diputus_bernama",
                condition=~Q(status__in=[StatusUsul.DISETUJUI, StatusUsul.DITOLAK])
                | Q(diputus_oleh__isnull=False, diputus_pada__isnull=False),
            ),
            models.CheckConstraint(
                name="usul_perubahan_mengubah", condition=~Q(target_semula=F("target_menjadi"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indikator_id}: {self.target_semula} -> {self.target_menjadi}"

    @property
    def trail_place(self) -> Place:
        return self.skp.trail_place
