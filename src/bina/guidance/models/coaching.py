"""A coaching: who is coached by whom, about what, by which right."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bina.access import policy
from bina.core.audit import Place
from bina.guidance.workflow import OPEN, StatusCoaching


class JenisCoach(models.TextChoices):
    """PermenPANRB 6/2022: Pimpinan or another party given a special assignment."""

    PIMPINAN = "pimpinan", _("Pimpinan")
    PIHAK_LAIN = "pihak_lain", _("Pihak lain dengan penugasan khusus")


class CoachingQuerySet(models.QuerySet["Coaching"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "coaching.lihat", on=on))

    def for_list(self) -> Self:
        """All a list row shows, in one query."""
        people = self.select_related("pegawai__orang", "coach", "penilai")
        return people.order_by("status", "-dibuat", "-pk")


class Coaching(models.Model):
    """One person coached about one thing, over as many sessions as it takes.

    The SKP and the title of the result are those of the day it began; `penilai` too, until that
    person leaves the agency. A coach who is the penilai declares that (kompetensi.md 4.1, ethics);
    anybody else coaches by an assignment letter, from a day to a day. Without a coach it waits
    for the penilai to name another; who coached which session stands with the session.
    """

    pegawai = models.ForeignKey("people.Pegawai", on_delete=models.PROTECT, related_name="coaching")
    penilai = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="coaching_bawahan"
    )
    coach = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="coaching_dipandu",
    )
    coach_jenis = models.CharField(max_length=12, choices=JenisCoach.choices)
    surat_tugas = models.CharField(max_length=120, blank=True)
    tugas_mulai = models.DateField(null=True)
    tugas_selesai = models.DateField(null=True)
    konflik_dinyatakan = models.BooleanField(default=False)
    ditugaskan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    triase = models.OneToOneField(
        "guidance.Triase", null=True, on_delete=models.PROTECT, related_name="coaching"
    )
    skp = models.ForeignKey(
        "planning.Skp", null=True, on_delete=models.PROTECT, related_name="coaching"
    )
    hasil_kunci = models.UUIDField(null=True)
    hasil_judul = models.TextField(blank=True)
    topik = models.CharField(max_length=200)
    status = models.CharField(
        max_length=12, choices=StatusCoaching.choices, default=StatusCoaching.BERJALAN
    )
    hasil = models.TextField(blank=True, help_text="what came of it, said when it is closed")
    berakhir_pada = models.DateTimeField(null=True)
    dibuat = models.DateTimeField()

    objects = CoachingQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["coach", "status"], name="coaching_per_coach"),
            models.Index(fields=["pegawai", "status"], name="coaching_per_pegawai"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="coaching_bukan_untuk_diri_sendiri",
                condition=~Q(pegawai=F("coach")) & ~Q(pegawai=F("penilai")),
            ),
            models.CheckConstraint(
                name="coaching_pihak_lain_bersurat_tugas",
                condition=~Q(coach_jenis=JenisCoach.PIHAK_LAIN)
                | ~Q(surat_tugas="")
                & ~Q(coach=F("penilai"))
                & Q(tugas_mulai__isnull=False, tugas_selesai__gte=F("tugas_mulai")),
            ),
            models.CheckConstraint(
                name="coaching_pimpinan_menyatakan_konflik",
                condition=~Q(coach_jenis=JenisCoach.PIMPINAN)
                | Q(coach=F("penilai"), konflik_dinyatakan=True),
            ),
            models.CheckConstraint(
                name="coaching_jenis_dikenal", condition=Q(coach_jenis__in=JenisCoach.values)
            ),
            models.CheckConstraint(
                name="coaching_berjalan_bercoach",
                condition=~Q(status=StatusCoaching.BERJALAN) | Q(coach__isnull=False),
            ),
            models.CheckConstraint(name="coaching_bertopik", condition=~Q(topik="")),
        ]

    def __str__(self) -> str:
        return f"Coaching {self.pegawai_id} / {self.coach_id}"

    @property
    def by_pimpinan(self) -> bool:
        return self.coach_jenis == JenisCoach.PIMPINAN

    @property
    def is_running(self) -> bool:
        return self.status == StatusCoaching.BERJALAN

    @property
    def is_ended(self) -> bool:
        return self.status not in OPEN

    def party(self, orang_id: int) -> str:
        """As what this person signs: pegawai or coach; empty for anybody else."""
        return {self.coach_id: "coach", self.pegawai_id: "pegawai"}.get(orang_id, "")

    @property
    def trail_place(self) -> Place:
        return self.pegawai.trail_place
