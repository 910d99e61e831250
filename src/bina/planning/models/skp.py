"""The SKP itself: whose, by whom appraised, for when, in which state."""

import uuid
from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bina.access import policy
from bina.core.audit import Place
from bina.core.dated import Dated
from bina.planning.workflow import AGREED, OPEN, Status


class Pendekatan(models.TextChoices):
    KUANTITATIF = "kuantitatif", _("Kuantitatif")
    KUALITATIF = "kualitatif", _("Kualitatif")


class JenisSkp(models.TextChoices):
    """Whose form it is: kinerja.md 1.4, SKP kinds."""

    JPT = "jpt", _("Pejabat Pimpinan Tinggi dan pimpinan unit kerja mandiri")
    JA_JF = "ja_jf", _("Pejabat Administrasi dan Pejabat Fungsional")


class DasarPerubahan(models.TextChoices):
    """On what grounds an established plan is changed; an agency says which of them it takes
    (`perencanaan.dasar_perubahan`)."""

    PEJABAT = "pejabat", _("Pejabat pada jabatan ini berganti")
    STRATEGI = "strategi", _("Strategi atau prioritas berubah")
    PERJANJIAN_KINERJA = "perjanjian_kinerja", _("Perjanjian kinerja unit berubah")
    KEADAAN_KAHAR = "keadaan_kahar", _("Keadaan kahar")
    CUTI = "cuti", _("Cuti yang panjang")
    LAINNYA = "lainnya", _("Dasar lain")


class SkpQuerySet(models.QuerySet["Skp"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "skp.lihat", on=on))

    def for_list(self) -> Self:
        """All a list row shows, in one query."""
        return self.select_related(
            "pegawai__orang", "penilai", "penempatan__unit", "penempatan__jabatan"
        ).order_by("-mulai", "pegawai__orang__nama", "-versi")

    def for_page(self) -> Self:
        """With the names its page shows."""
        return self.select_related(
            "pegawai__orang",
            "pegawai__instansi",
            "penilai",
            "penempatan__unit",
            "penempatan__jabatan",
            "klarifikasi",
        )

    def for_form(self) -> Self:
        """With the people, the position and the annex its form shows."""
        return self.select_related(
            "pegawai__orang__instansi",
            "pegawai__instansi",
            "penilai__instansi",
            "penilai__pegawai",
            "penempatan__unit",
            "penempatan__jabatan",
        ).prefetch_related("lampiran")

    def agreed(self) -> Self:
        """Established, or established once and replaced since."""
        return self.filter(status__in=AGREED)

    def of_year(self, on: date) -> Self:
        """The plans of that year, but for those that ended before that day (study, a transfer)."""
        return self.filter(mulai__year=on.year, selesai__gte=on)

    def running(self, on: date) -> Self:
        """The plans in force on that day."""
        return self.filter(status=Status.DITETAPKAN, mulai__lte=on, selesai__gte=on)


class Skp(Dated):
    """Sasaran Kinerja Pegawai: what one person is to achieve in a period and a position.

    `penilai` is written down when the SKP is submitted: the record keeps the superior of that
    time, whoever takes the post later. Versions of one plan share `rumpun`; a version that
    was established is never edited, only replaced. `suntingan` counts edits of the draft, so
    that a stale page is noticed. `disepakati_sampai`: until when its targets were agreed for,
    where the placement ended it earlier.
    """

    rumpun = models.UUIDField(default=uuid.uuid4, db_index=True)
    versi = models.PositiveSmallIntegerField(default=1)
    pegawai = models.ForeignKey("people.Pegawai", on_delete=models.PROTECT, related_name="skp")
    penempatan = models.ForeignKey(
        "people.Penempatan", on_delete=models.PROTECT, related_name="skp"
    )
    penilai = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="skp_dinilai"
    )
    selesai = models.DateField()
    disepakati_sampai = models.DateField(null=True)
    jenis = models.CharField(max_length=8, choices=JenisSkp.choices, default=JenisSkp.JA_JF)
    pendekatan = models.CharField(
        max_length=12, choices=Pendekatan.choices, default=Pendekatan.KUANTITATIF
    )
    status = models.CharField(max_length=16, choices=Status.choices, default=Status.DRAF)
    suntingan = models.PositiveIntegerField(default=0)
    dasar_perubahan = models.CharField(max_length=24, choices=DasarPerubahan.choices, blank=True)
    alasan_perubahan = models.TextField(blank=True)
    diajukan_pada = models.DateTimeField(null=True)
    ditetapkan_pada = models.DateTimeField(null=True)
    ditetapkan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    dibuat = models.DateTimeField()

    objects = SkpQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["pegawai", "mulai"], name="skp_per_pegawai"),
            models.Index(fields=["penilai", "status"], name="skp_per_penilai"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="skp_mulai_sebelum_selesai", condition=Q(mulai__lt=F("selesai"))
            ),
            models.CheckConstraint(
                name="skp_bukan_untuk_diri_sendiri",
                condition=Q(penilai=None) | ~Q(pegawai=F("penilai")),
            ),
            models.CheckConstraint(
                name="skp_ditetapkan_bertanggal",
                condition=Q(
                    status__in=AGREED,
                    ditetapkan_pada__isnull=False,
                    ditetapkan_oleh__isnull=False,
                    penilai__isnull=False,
                )
                | ~Q(status__in=AGREED) & Q(ditetapkan_pada__isnull=True),
            ),
            models.CheckConstraint(
                name="skp_diajukan_berpenilai",
                condition=~Q(status=Status.DIAJUKAN) | Q(penilai__isnull=False),
            ),
            models.CheckConstraint(
                name="skp_dasar_pada_versi_berikut",
                condition=Q(dasar_perubahan="") | Q(versi__gt=1),
            ),
            models.CheckConstraint(
                name="skp_berakhir_lebih_awal",
                condition=Q(disepakati_sampai=None) | Q(disepakati_sampai__gt=F("selesai")),
            ),
            models.UniqueConstraint(name="skp_versi_sekali", fields=["rumpun", "versi"]),
            models.UniqueConstraint(
                name="skp_satu_yang_berlaku",
                fields=["penempatan", "mulai"],
                condition=Q(status=Status.DITETAPKAN),
            ),
            models.UniqueConstraint(
                name="skp_satu_yang_disusun",
                fields=["penempatan", "mulai"],
                condition=Q(status__in=[*OPEN, Status.DIAJUKAN]),
            ),
        ]

    def __str__(self) -> str:
        return f"SKP {self.pegawai_id} {self.mulai:%Y} v{self.versi}"

    @property
    def sebab_perubahan(self) -> str:
        """Grounds and explanation of this version in one line; a proposal has no grounds of the
        list, the approval is its own."""
        parts = (self.get_dasar_perubahan_display(), self.alasan_perubahan)
        return ": ".join(str(one) for one in parts if one)

    def has_ended(self, on: date) -> bool:
        """Whether its last day lies before that day."""
        return self.selesai < on

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    @property
    def is_agreed(self) -> bool:
        return self.status in AGREED

    @property
    def trail_place(self) -> Place:
        place = self.penempatan.trail_place
        return Place(place.rantai, self.pegawai_id, place.lingkup)


class Pengembalian(models.Model):
    """The penilai sent a plan back, and why. Kept for good."""

    skp = models.ForeignKey(Skp, on_delete=models.CASCADE, related_name="pengembalian")
    alasan = models.TextField()
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-pada"]
        constraints: ClassVar = [
            models.CheckConstraint(name="pengembalian_beralasan", condition=~Q(alasan=""))
        ]

    def __str__(self) -> str:
        return f"{self.skp_id} {self.pada:%Y-%m-%d}"
