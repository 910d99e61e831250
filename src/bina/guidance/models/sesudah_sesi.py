"""What a session leaves beside its form: moved dates, the coachee's reaction, consent taken back.

None of it is part of what both sign.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from bina.core.audit import Place
from bina.guidance.models.isi import Catatan
from bina.guidance.models.sesi import Sesi


class PindahJadwal(models.Model):
    """A session that was moved: from when, and why. Both read it."""

    sesi = models.ForeignKey(Sesi, on_delete=models.PROTECT, related_name="pindah")
    dari = models.DateTimeField()
    alasan = models.CharField(max_length=500)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["pada", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(name="pindah_jadwal_beralasan", condition=~Q(alasan=""))
        ]

    def __str__(self) -> str:
        return f"{self.sesi_id}: {self.dari:%Y-%m-%d %H:%M}"


# The four sides of a reaction (kompetensi.md 6, L1), each from 1 to 5.
SISI = ("relevansi", "kepercayaan", "kejelasan", "kemauan")
LEAST, MOST = 1, 5


class ReaksiSesi(models.Model):
    """Level 1 of Kirkpatrick, by the coachee alone. No coach and no penilai reads a single one:
    only medians over five people or more leave this table."""

    sesi = models.OneToOneField(Sesi, on_delete=models.PROTECT, related_name="reaksi")
    relevansi = models.PositiveSmallIntegerField()
    kepercayaan = models.PositiveSmallIntegerField()
    kejelasan = models.PositiveSmallIntegerField()
    kemauan = models.PositiveSmallIntegerField()
    pada = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="reaksi_sesi_satu_sampai_lima",
                condition=Q(
                    **{f"{one}__gte": LEAST for one in SISI},
                    **{f"{one}__lte": MOST for one in SISI},
                ),
            )
        ]

    def __str__(self) -> str:
        return f"Reaksi {self.sesi_id}"

    @property
    def trail_place(self) -> Place:
        return self.sesi.trail_place


class CabutBerbagi(models.Model):
    """The coachee takes back that the penilai reads a note. The note, its label and the
    signatures under it stay; from this hour on the two alone read it."""

    catatan = models.OneToOneField(Catatan, on_delete=models.PROTECT, related_name="cabut")
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    def __str__(self) -> str:
        return f"Cabut {self.catatan_id}"
