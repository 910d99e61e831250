"""Meetings of a mentoring to come, and the secret address of somebody's own calendar."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from bina.access import policy
from bina.core.appointments import Waktu
from bina.core.audit import Place
from bina.guidance.kalender.workflow import StatusTemu
from bina.guidance.models.mentoring import Mentoring


class TemuQuerySet(models.QuerySet["TemuMentoring"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "temu_mentoring.lihat", on=on))

    def planned(self) -> Self:
        return self.filter(status=StatusTemu.DIJADWALKAN)

    def with_mentoring(self) -> Self:
        people = ("pegawai__orang", "pegawai__instansi", "bidang")
        return self.select_related("mentor", *(f"mentoring__{one}" for one in people))


class TemuMentoring(models.Model):
    """When mentee and mentor meet next. What they do in it is written afterwards, into the log.

    `mentor` is whom it was agreed with: a change of mentor calls off what was still to come.
    """

    mentoring = models.ForeignKey(Mentoring, on_delete=models.PROTECT, related_name="temu")
    mentor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    mulai = models.DateTimeField()
    selesai = models.DateTimeField()
    tempat = models.CharField(max_length=200)
    status = models.CharField(
        max_length=12, choices=StatusTemu.choices, default=StatusTemu.DIJADWALKAN
    )
    dibuat = models.DateTimeField()

    objects = TemuQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["mulai", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["mentoring", "status"], name="temu_per_mentoring")
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="temu_mentoring_bertempat_berwaktu",
                condition=Q(selesai__gt=F("mulai")) & ~Q(tempat=""),
            )
        ]

    def __str__(self) -> str:
        return f"Temu {self.mentoring_id} {self.mulai:%Y-%m-%d}"

    @property
    def waktu(self) -> Waktu:
        return Waktu(self.mulai, self.selesai, self.tempat)

    @property
    def trail_place(self) -> Place:
        return self.mentoring.trail_place


class AlamatKalenderQuerySet(models.QuerySet["AlamatKalender"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "alamat_kalender.lihat", on=on))

    def standing(self) -> Self:
        return self.filter(dicabut_pada=None)


class AlamatKalender(models.Model):
    """The secret address of a person's own calendar. Only its digest is kept (`sidik`): whoever
    reads the database cannot read the calendar by it. `ikatan` changes with whatever
    ends the person's sessions, and ends the address as well (T21)."""

    orang = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    sidik = models.CharField(max_length=64, unique=True)
    ikatan = models.CharField(max_length=64)
    dibuat = models.DateTimeField()
    dicabut_pada = models.DateTimeField(null=True)

    objects = AlamatKalenderQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="alamat_kalender_satu_yang_berlaku",
                fields=["orang"],
                condition=Q(dicabut_pada=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.orang_id} {self.dibuat:%Y-%m-%d}"

    @property
    def trail_place(self) -> Place:
        return self.orang.trail_place
