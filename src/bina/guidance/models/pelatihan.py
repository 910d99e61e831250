"""Training assigned as guidance: what, why and by when."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bina.access import policy
from bina.competency.door import NAMA_JALUR
from bina.core.audit import Place
from bina.guidance.models.coaching import Coaching
from bina.guidance.models.triase import Triase
from bina.guidance.pelatihan.workflow import StatusPelatihan


class JenisPelatihan(models.TextChoices):
    """The two that are guidance beside coaching and mentoring (PermenPANRB 6/2022 Pasal 21)."""

    FORMAL = "formal", _("Pelatihan formal")
    INFORMAL = "informal", _("Pelatihan informal")


class PelatihanQuerySet(models.QuerySet["PelatihanBimbingan"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "pelatihan_bimbingan.lihat", on=on))

    def standing(self) -> Self:
        return self.filter(status=StatusPelatihan.DITUGASKAN)

    def for_list(self) -> Self:
        return self.select_related("pegawai__orang", "penilai").order_by("sampai", "pk")


class PelatihanBimbingan(models.Model):
    """A training somebody is to take, out of a decided triage or in a coaching under way.

    `apa` goes to the competency plan and its readers; `alasan` stays with the two. `penilai` is
    whoever assigned it. At a time one stands for a triage; a coaching may bring several.
    """

    # What was written about the person: never in lists, never in the trail.
    WORDS = ("alasan", "alasan_tarik")

    pegawai = models.ForeignKey(
        "people.Pegawai", on_delete=models.PROTECT, related_name="pelatihan_bimbingan"
    )
    penilai = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    triase = models.ForeignKey(
        Triase, null=True, on_delete=models.PROTECT, related_name="pelatihan"
    )
    coaching = models.ForeignKey(
        Coaching, null=True, on_delete=models.PROTECT, related_name="pelatihan"
    )
    jenis = models.CharField(max_length=8, choices=JenisPelatihan.choices)
    jalur = models.CharField(max_length=32, choices=list(NAMA_JALUR.items()))
    apa = models.CharField(max_length=200)
    alasan = models.TextField()
    sampai = models.DateField()
    status = models.CharField(
        max_length=12, choices=StatusPelatihan.choices, default=StatusPelatihan.DITUGASKAN
    )
    alasan_tarik = models.TextField(blank=True)
    dibuat = models.DateTimeField()

    objects = PelatihanQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["penilai", "status"], name="pelatihan_per_penilai"),
            models.Index(fields=["pegawai", "status"], name="pelatihan_per_pegawai"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="pelatihan_satu_per_triase",
                fields=["triase"],
                condition=Q(status=StatusPelatihan.DITUGASKAN, triase__isnull=False),
            ),
            models.CheckConstraint(
                name="pelatihan_dari_satu_perkara",
                condition=Q(triase=None, coaching__isnull=False)
                | Q(triase__isnull=False, coaching=None),
            ),
            models.CheckConstraint(
                name="pelatihan_bukan_untuk_diri_sendiri", condition=~Q(pegawai=F("penilai"))
            ),
            models.CheckConstraint(name="pelatihan_terisi", condition=~Q(apa="") & ~Q(alasan="")),
            models.CheckConstraint(
                name="pelatihan_ditarik_beralasan",
                condition=~Q(status=StatusPelatihan.DITARIK) | ~Q(alasan_tarik=""),
            ),
        ]

    def __str__(self) -> str:
        return f"Pelatihan {self.pegawai_id} ({self.status})"

    @property
    def is_standing(self) -> bool:
        return self.status == StatusPelatihan.DITUGASKAN

    @property
    def trail_place(self) -> Place:
        return self.pegawai.trail_place
