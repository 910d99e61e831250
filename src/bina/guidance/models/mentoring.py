"""A mentoring: the mentee's plan (items a to f), and how far it is."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from bina.access import policy
from bina.core.audit import Place
from bina.guidance.mentoring.workflow import OPEN, PAIRED, StatusMentoring
from bina.guidance.models.mentor import HIGHEST

S = StatusMentoring
BEFORE = (S.RENCANA, S.DIHENTIKAN)


class MentoringQuerySet(models.QuerySet["Mentoring"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "mentoring.lihat", on=on))

    def with_people(self) -> Self:
        return self.select_related(
            *("pegawai__orang", "pegawai__instansi", "mentor", "penilai", "bidang", "program")
        )

    def for_list(self) -> Self:
        """All a list row shows, in one query, without a word of the plan."""
        return self.with_people().defer(*Mentoring.WORDS).order_by("-dibuat", "-pk")


class Mentoring(models.Model):
    """What a mentee wants to learn, and who teaches it (PermenPANRB 6/2022, Lampiran, mentoring).

    The plan: a `tujuan`, e `perubahan` (what the pimpinan will notice) and d `mulai` to `selesai`
    stand here; b, c and f stand in its rows, one a skill (spec formulir.md 3.2). `tingkat` is how
    far the mentee is in the field, 0 for a beginner. `penilai` is that of the day it was written.
    """

    # What the mentee wrote: never in lists, never in the trail.
    WORDS = ("tujuan", "perubahan", "catatan")

    pegawai = models.ForeignKey(
        "people.Pegawai", on_delete=models.PROTECT, related_name="mentoring"
    )
    penilai = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="mentoring_bawahan"
    )
    mentor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="mentoring_dipandu",
    )
    bidang = models.ForeignKey("guidance.Bidang", on_delete=models.PROTECT, related_name="+")
    triase = models.OneToOneField(
        "guidance.Triase", null=True, on_delete=models.PROTECT, related_name="mentoring"
    )
    program = models.ForeignKey(
        "guidance.ProgramMentoring", null=True, on_delete=models.PROTECT, related_name="peserta"
    )
    tingkat = models.PositiveSmallIntegerField(default=0)
    lokasi = models.CharField(max_length=80, blank=True)
    tujuan = models.TextField()
    perubahan = models.TextField()
    mulai = models.DateField()
    selesai = models.DateField()
    catatan = models.TextField(blank=True, help_text="what the penilai asks to mend")
    status = models.CharField(max_length=20, choices=S.choices, default=S.RENCANA)
    suntingan = models.PositiveIntegerField(default=0)
    dibuat = models.DateTimeField()

    objects = MentoringQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["mentor", "status"], name="mentoring_per_mentor"),
            models.Index(fields=["pegawai", "status"], name="mentoring_per_pegawai"),
            models.Index(fields=["penilai", "status"], name="mentoring_per_penilai"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="mentoring_satu_per_bidang",
                fields=["pegawai", "bidang"],
                condition=Q(status__in=OPEN),
            ),
            models.CheckConstraint(
                name="mentoring_bukan_untuk_diri_sendiri",
                condition=~Q(pegawai=F("penilai")) & (Q(mentor=None) | ~Q(pegawai=F("mentor"))),
            ),
            models.CheckConstraint(
                name="mentoring_berpasangan_bermentor",
                condition=~Q(status__in=PAIRED) | Q(mentor__isnull=False),
            ),
            models.CheckConstraint(
                name="mentoring_mencari_tanpa_mentor",
                condition=~Q(status__in=[S.RENCANA, S.DIAJUKAN, S.MENCARI, S.DITAWARKAN])
                | Q(mentor=None),
            ),
            models.CheckConstraint(
                name="mentoring_rencana_lengkap",
                condition=~Q(tujuan="") & ~Q(perubahan="") & Q(selesai__gt=F("mulai")),
            ),
            models.CheckConstraint(
                name="mentoring_tingkat_dikenal", condition=Q(tingkat__lt=HIGHEST)
            ),
        ]

    def __str__(self) -> str:
        return f"Mentoring {self.pegawai_id} ({self.status})"

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    def party(self, orang_id: int) -> str:
        """As what this person signs: pegawai or mentor; empty for anybody else."""
        if orang_id == self.pegawai_id:
            return "pegawai"
        return "mentor" if orang_id == self.mentor_id else ""

    @property
    def trail_place(self) -> Place:
        return self.pegawai.trail_place


class ButirRencana(models.Model):
    """One skill of the plan: b what, c by which steps, d until when, f how success is seen."""

    mentoring = models.ForeignKey(Mentoring, on_delete=models.CASCADE, related_name="butir")
    keahlian = models.CharField(max_length=300)
    langkah = models.TextField()
    sampai = models.DateField()
    ukuran = models.CharField(max_length=300)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="butir_rencana_terisi", condition=~Q(keahlian="") & ~Q(langkah="")
            ),
            models.CheckConstraint(name="butir_rencana_terukur", condition=~Q(ukuran="")),
        ]

    def __str__(self) -> str:
        return f"Butir {self.pk} of {self.mentoring_id}"
