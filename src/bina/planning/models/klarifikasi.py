"""Klarifikasi ekspektasi: what the two said about each planned result before it was submitted."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from bina.access import policy
from bina.core.audit import Place
from bina.planning.models.hasil import HasilKerja
from bina.planning.models.skp import Skp


class KlarifikasiQuerySet(models.QuerySet["Klarifikasi"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "klarifikasi.lihat", on=on))


class Klarifikasi(models.Model):
    """The dialogue at planning about one version of a plan (PermenPANRB 6/2022 Pasal 5 huruf a).

    The pegawai opens it and so lets the pimpinan of that day read the draft's results; nobody else
    reads it. `sidik` is what both signed: a result changed afterwards no longer matches it, and
    the dialogue is open again.
    """

    skp = models.OneToOneField(Skp, on_delete=models.CASCADE, related_name="klarifikasi")
    pimpinan = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="klarifikasi_dipimpin"
    )
    dibuka_pada = models.DateTimeField()
    sidik = models.CharField(max_length=64, blank=True)
    paraf_pegawai_pada = models.DateTimeField(null=True)
    paraf_pimpinan_pada = models.DateTimeField(null=True)

    objects = KlarifikasiQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="klarifikasi_paraf_bersidik",
                condition=~Q(sidik="") | Q(paraf_pegawai_pada=None, paraf_pimpinan_pada=None),
            )
        ]

    def __str__(self) -> str:
        return f"Klarifikasi {self.skp_id}"

    @property
    def trail_place(self) -> Place:
        return self.skp.trail_place

    @property
    def disepakati_pada(self) -> Any:
        """When the second of the two signed; none before."""
        first, second = self.paraf_pegawai_pada, self.paraf_pimpinan_pada
        return max(first, second) if first and second else None

    def is_agreed_on(self, sidik: str) -> bool:
        """Whether both signed the results as they are now."""
        return self.disepakati_pada is not None and self.sidik == sidik


class Pihak(models.TextChoices):
    PEGAWAI = "pegawai", "Pegawai"
    PIMPINAN = "pimpinan", "Pimpinan"


class CatatanKlarifikasi(models.Model):
    """What one side writes about one result; each side has one such note a result."""

    klarifikasi = models.ForeignKey(Klarifikasi, on_delete=models.CASCADE, related_name="catatan")
    hasil = models.ForeignKey(HasilKerja, on_delete=models.CASCADE, related_name="+")
    pihak = models.CharField(max_length=8, choices=Pihak.choices)
    isi = models.TextField(blank=True)
    suntingan = models.PositiveIntegerField(default=0)
    pada = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="catatan_klarifikasi_satu_per_pihak", fields=["klarifikasi", "hasil", "pihak"]
            )
        ]

    def __str__(self) -> str:
        return f"{self.pihak} {self.hasil_id}"


class ButirSepakat(models.Model):
    """A point agreed on, about one result or the whole plan, and who wrote it down."""

    klarifikasi = models.ForeignKey(Klarifikasi, on_delete=models.CASCADE, related_name="sepakat")
    hasil = models.ForeignKey(HasilKerja, null=True, on_delete=models.CASCADE, related_name="+")
    uraian = models.CharField(max_length=500)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["pada", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(name="butir_sepakat_beruraian", condition=~Q(uraian=""))
        ]

    def __str__(self) -> str:
        return self.uraian
