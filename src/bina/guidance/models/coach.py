"""What a coach brings and what the agency offers them: certificates, the agency's questions."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from bina.access import policy
from bina.core.audit import Place
from bina.guidance.models.isi import Bagian


class SertifikatCoachQuerySet(models.QuerySet["SertifikatCoach"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "sertifikat_coach.lihat", on=on))

    def valid(self, on: date) -> Self:
        """Checked by the personnel unit, and good on that day."""
        endless = Q(berlaku_sampai=None) | Q(berlaku_sampai__gte=on)
        return self.filter(endless, diperiksa_pada__isnull=False, tanggal__lte=on)


class SertifikatCoach(models.Model):
    """A certificate of training as a coach, laid down by its holder. It counts once somebody else
    has held it against the file: nobody vouches for themselves."""

    orang = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="sertifikat_coach"
    )
    instansi = models.ForeignKey("people.Instansi", on_delete=models.PROTECT, related_name="+")
    nomor = models.CharField(max_length=120)
    penyelenggara = models.CharField(max_length=200)
    tanggal = models.DateField()
    berlaku_sampai = models.DateField(null=True)
    berkas = models.OneToOneField(
        "core.Berkas", on_delete=models.PROTECT, related_name="sertifikat_coach"
    )
    dibuat = models.DateTimeField()
    diperiksa_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    diperiksa_pada = models.DateTimeField(null=True)

    objects = SertifikatCoachQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-tanggal", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="sertifikat_coach_nomor_sekali", fields=["orang", "nomor"]
            ),
            models.CheckConstraint(
                name="sertifikat_coach_diperiksa_orang_lain",
                condition=Q(diperiksa_oleh=None, diperiksa_pada=None)
                | Q(diperiksa_oleh__isnull=False, diperiksa_pada__isnull=False)
                & ~Q(diperiksa_oleh=F("orang")),
            ),
            models.CheckConstraint(
                name="sertifikat_coach_bernomor",
                condition=~Q(nomor="") & ~Q(penyelenggara=""),
            ),
            models.CheckConstraint(
                name="sertifikat_coach_berlaku_sesudah_terbit",
                condition=Q(berlaku_sampai=None) | Q(berlaku_sampai__gte=F("tanggal")),
            ),
        ]

    def __str__(self) -> str:
        return self.nomor

    @property
    def trail_place(self) -> Place:
        return Place(f"instansi:{self.instansi_id}")


class PertanyaanCoachingQuerySet(models.QuerySet["PertanyaanCoaching"]):
    def offered_in(self, instansi_id: int | None) -> Self:
        return self.filter(instansi=instansi_id, ditarik_pada=None).order_by("bagian", "pk")


class PertanyaanCoaching(models.Model):
    """A question of the agency's own, beside those Bina brings (`coaching.pertanyaan`). It is
    taken back, never rewritten: what a coach has read stays what it was."""

    instansi = models.ForeignKey("people.Instansi", on_delete=models.PROTECT, related_name="+")
    bagian = models.CharField(max_length=12, choices=Bagian.choices)
    isi = models.CharField(max_length=300)
    dibuat = models.DateTimeField()
    ditarik_pada = models.DateTimeField(null=True)

    objects = PertanyaanCoachingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="pertanyaan_coaching_sekali",
                fields=["instansi", "bagian", "isi"],
                condition=Q(ditarik_pada=None),
            ),
            models.CheckConstraint(
                name="pertanyaan_coaching_berisi",
                condition=~Q(isi="") & Q(bagian__in=Bagian.values),
            ),
        ]

    def __str__(self) -> str:
        return self.isi

    @property
    def trail_place(self) -> Place:
        return Place(f"instansi:{self.instansi_id}")
