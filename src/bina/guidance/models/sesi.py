"""One coaching session: report, date, minutes, and how far it is."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bina.core.audit import Place
from bina.guidance.models.coaching import Coaching
from bina.guidance.workflow import ONGOING, WRITABLE, StatusSesi

S = StatusSesi
HELD = (S.DIJADWALKAN, S.DICATAT, S.MENUNGGU, S.DITANDATANGANI, S.TIDAK_HADIR)
REPORTED = tuple(one for one in HELD if one != S.TIDAK_HADIR)


class JenisMasalah(models.TextChoices):
    """As to what the problem is explored (PermenPANRB 6/2022, Lampiran, coaching huruf a)."""

    METODE = "metode", _("Metode kerja")
    PROSES = "proses", _("Proses kerja")
    KUALITAS = "kualitas", _("Kualitas kerja")


class TidakHadir(models.TextChoices):
    """Who did not come to a session that did not take place."""

    PEGAWAI = "pegawai", _("Pegawai")
    COACH = "coach", _("Coach")
    KEDUANYA = "keduanya", _("Keduanya")


class SesiQuerySet(models.QuerySet["Sesi"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        seen = Coaching.objects.visible_to(user, on=on)
        return self.filter(coaching__in=seen.values("pk"))

    def for_list(self) -> Self:
        """The newest first, without a word of what was written."""
        return self.order_by("-ke").defer(*Sesi.WORDS)

    def with_coaching(self) -> Self:
        people = ("pegawai__orang", "pegawai__instansi", "coach", "penilai")
        return self.select_related("coach", *(f"coaching__{one}" for one in people))


class Sesi(models.Model):
    """A session and its Format Pelaksanaan Coaching (PermenPANRB 6/2022, Lampiran).

    `pra_*` is the employee's report before it, `masalah_*` and `alternatif` what both fill in.
    Coach, letter and penilai are those of this session: another coach of the same case does not
    read what was said here, nor does a later penilai. `suntingan` counts edits, so that a stale
    page is noticed. What both signed is locked: the database refuses a signed session without
    both signatures, and any change after them.
    """

    # What the two wrote: never in lists, never in the trail.
    WORDS = (
        "pra_progres",
        "pra_masalah",
        "pra_penyebab",
        "pra_alternatif",
        "masalah_metode",
        "masalah_proses",
        "masalah_kualitas",
        "alternatif",
        "keterangan",
    )

    coaching = models.ForeignKey(Coaching, on_delete=models.PROTECT, related_name="sesi")
    coach = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="sesi_dipandu"
    )
    penilai = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="sesi_bawahan"
    )
    surat_tugas = models.CharField(max_length=120, blank=True)
    ke = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=24, choices=S.choices, default=S.PRA_COACHING)
    suntingan = models.PositiveIntegerField(default=0)
    pra_progres = models.TextField(blank=True)
    pra_masalah = models.TextField(blank=True)
    pra_jenis = models.CharField(max_length=8, blank=True, choices=JenisMasalah.choices)
    pra_penyebab = models.TextField(blank=True)
    pra_alternatif = models.TextField(blank=True)
    dilaporkan_pada = models.DateTimeField(null=True)
    mulai = models.DateTimeField(null=True)
    selesai = models.DateTimeField(null=True)
    tempat = models.CharField(max_length=200, blank=True)
    masalah_metode = models.TextField(blank=True)
    masalah_proses = models.TextField(blank=True)
    masalah_kualitas = models.TextField(blank=True)
    alternatif = models.TextField(blank=True, help_text="one a line")
    keterangan = models.TextField(blank=True, help_text="why called off, or what to mend")
    tidak_hadir = models.CharField(max_length=8, blank=True, choices=TidakHadir.choices)
    tenggat_tanda_tangan = models.DateField(null=True)
    pegawai_pada = models.DateTimeField(null=True)
    coach_pada = models.DateTimeField(null=True)
    dibuat = models.DateTimeField()

    objects = SesiQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["coaching", "ke"]
        constraints: ClassVar = [
            models.UniqueConstraint(name="sesi_nomor_sekali", fields=["coaching", "ke"]),
            models.UniqueConstraint(
                name="sesi_satu_yang_berlangsung",
                fields=["coaching"],
                condition=Q(status__in=ONGOING),
            ),
            models.CheckConstraint(
                name="sesi_ditandatangani_berdua",
                condition=~Q(status=S.DITANDATANGANI)
                | Q(pegawai_pada__isnull=False, coach_pada__isnull=False),
            ),
            models.CheckConstraint(
                name="sesi_belum_siap_tanpa_tanda_tangan",
                condition=Q(status__in=[S.MENUNGGU, S.DITANDATANGANI])
                | Q(pegawai_pada=None, coach_pada=None),
            ),
            models.CheckConstraint(
                name="sesi_menunggu_yang_kedua",
                condition=~Q(status=S.MENUNGGU) | Q(pegawai_pada=None) | Q(coach_pada=None),
            ),
            models.CheckConstraint(
                name="sesi_dijadwalkan_bertempat_berwaktu",
                condition=~Q(status__in=HELD)
                | Q(mulai__isnull=False, selesai__gt=F("mulai")) & ~Q(tempat=""),
            ),
            models.CheckConstraint(
                name="sesi_didahului_laporan",
                condition=~Q(status__in=[S.DILAPORKAN, *REPORTED])
                | Q(dilaporkan_pada__isnull=False)
                & ~Q(pra_progres="")
                & ~Q(pra_masalah="")
                & ~Q(pra_penyebab="")
                & ~Q(pra_jenis=""),
            ),
            models.CheckConstraint(
                name="sesi_tidak_hadir_dikenal",
                condition=Q(tidak_hadir="")
                | Q(tidak_hadir__in=TidakHadir.values, status=S.TIDAK_HADIR),
            ),
            models.CheckConstraint(
                name="sesi_siap_bermasalah_tertulis",
                condition=~Q(status__in=[S.MENUNGGU, S.DITANDATANGANI])
                | ~Q(masalah_metode="")
                | ~Q(masalah_proses="")
                | ~Q(masalah_kualitas=""),
            ),
        ]

    def __str__(self) -> str:
        return f"Sesi {self.ke} of {self.coaching_id} ({self.status})"

    def party(self, orang_id: int) -> str:
        """As what this person signs: pegawai or coach; empty for anybody else."""
        return {self.coaching.pegawai_id: "pegawai", self.coach_id: "coach"}.get(orang_id, "")

    @property
    def by_penilai(self) -> bool:
        return self.coach_id == self.penilai_id

    @property
    def is_of_present_coach(self) -> bool:
        return self.coach_id == self.coaching.coach_id

    @property
    def is_writable(self) -> bool:
        return self.status in WRITABLE

    @property
    def is_signed(self) -> bool:
        return self.status == S.DITANDATANGANI

    @property
    def is_ongoing(self) -> bool:
        return self.status in ONGOING

    @property
    def is_reported(self) -> bool:
        return self.dilaporkan_pada is not None

    @property
    def trail_place(self) -> Place:
        return self.coaching.trail_place
