"""A programme: a cohort of mentees matched with mentors in one go."""

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q

from bina.access import policy
from bina.core.audit import Place
from bina.guidance.mentoring.workflow import StatusProgram
from bina.guidance.models.mentor import Mentor
from bina.guidance.models.mentoring import Mentoring


class ProgramMentoringQuerySet(models.QuerySet["ProgramMentoring"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "program_mentoring.lihat", on=on))


class ProgramMentoring(models.Model):
    """A cohort with its aim and its days, kept by the personnel unit of `unit` and below. It holds
    several mentees and, by its proposal, several mentors; coachings join it (PesertaCoaching).
    Never what any two of them write. `anggaran_jp` is the hours granted to all of them together,
    none where nobody counts them."""

    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    nama = models.CharField(max_length=200)
    tujuan = models.TextField()
    mulai = models.DateField()
    selesai = models.DateField()
    status = models.CharField(
        max_length=12, choices=StatusProgram.choices, default=StatusProgram.DISUSUN
    )
    anggaran_jp = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    dibuat = models.DateTimeField()
    diterbitkan_pada = models.DateTimeField(null=True)

    objects = ProgramMentoringQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-dibuat", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="program_mentoring_bernama", condition=~Q(nama="") & ~Q(tujuan="")
            ),
            models.CheckConstraint(
                name="program_mentoring_selesai_setelah_mulai",
                condition=Q(selesai__gt=F("mulai")),
            ),
            models.CheckConstraint(
                name="program_mentoring_anggaran_positif",
                condition=Q(anggaran_jp=None) | Q(anggaran_jp__gt=0),
            ),
            models.CheckConstraint(
                name="program_mentoring_diterbitkan_bertanggal",
                condition=Q(status=StatusProgram.DITERBITKAN, diterbitkan_pada__isnull=False)
                | ~Q(status=StatusProgram.DITERBITKAN) & Q(diterbitkan_pada=None),
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def trail_place(self) -> Place:
        return self.unit.trail_place


class UsulPasangan(models.Model):
    """A pair the programme proposes, for review: the mentor (none where nobody fits), how well
    they fit in points, and whether somebody set it by hand."""

    program = models.ForeignKey(ProgramMentoring, on_delete=models.CASCADE, related_name="usul")
    mentoring = models.ForeignKey(Mentoring, on_delete=models.CASCADE, related_name="usul")
    mentor = models.ForeignKey(Mentor, null=True, on_delete=models.PROTECT, related_name="+")
    skor = models.PositiveSmallIntegerField(default=0)
    diatur = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["mentoring__pegawai__orang__nama", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="usul_pasangan_sekali_per_program", fields=["program", "mentoring"]
            )
        ]

    def __str__(self) -> str:
        return f"{self.mentoring_id} ~ {self.mentor_id}"

    @property
    def trail_place(self) -> Place:
        return self.mentoring.trail_place


class PesertaQuerySet(models.QuerySet["PesertaCoaching"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "peserta_coaching.lihat", on=on))


class PesertaCoaching(models.Model):
    """A coaching that is part of a programme: that it is, and since when; no word of it."""

    program = models.ForeignKey(
        ProgramMentoring, on_delete=models.PROTECT, related_name="peserta_coaching"
    )
    coaching = models.OneToOneField(
        "guidance.Coaching", on_delete=models.CASCADE, related_name="program_peserta"
    )
    masuk_pada = models.DateTimeField()

    objects = PesertaQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.program_id}: {self.coaching_id}"

    @property
    def trail_place(self) -> Place:
        return self.coaching.trail_place
