"""Who can mentor in what, and whom a mentee would like to have."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bina.access import policy
from bina.core.audit import Place
from bina.guidance.mentoring.workflow import StatusTawaran

# Levels of skill, as standards of competency count them (PermenPANRB 38/2017).
LOWEST, HIGHEST = 1, 5
MOST_MENTEES = 20


class JenisTopik(models.TextChoices):
    """Of which guidance a topic is."""

    COACHING = "coaching", _("Coaching")
    MENTORING = "mentoring", _("Mentoring")


# What mentoring and coaching are for (kompetensi.md 9, seed article), so that every agency can
# begin without a list of its own.
UMUM = {
    "budaya_organisasi": _("Budaya organisasi"),
    "keahlian_khusus": _("Pengetahuan khusus bidang tugas"),
    "pemecahan_masalah": _("Pemecahan masalah secara kreatif"),
    "berpikir_kritis": _("Berpikir kritis"),
    "hubungan_antarpribadi": _("Hubungan antarpribadi"),
}
UMUM_COACHING = {
    "memperbaiki_kesalahan": _("Memperbaiki kesalahan"),
    "keterampilan_baru": _("Keterampilan baru"),
    "mendalami_tugas": _("Pemahaman tugas yang lebih dalam"),
    "tujuan_tim": _("Tujuan tim"),
    "mengantisipasi_masalah": _("Mengantisipasi masalah"),
}
NAMED = UMUM | UMUM_COACHING


class BidangQuerySet(models.QuerySet["Bidang"]):
    def of_agency(self, instansi_id: int | None, jenis: str = JenisTopik.MENTORING) -> Self:
        """The topics everybody has, and those of this agency that can still be chosen."""
        rows = self.known(instansi_id).filter(jenis=jenis, pensiun_pada=None)
        return rows.order_by("-instansi", "nama")

    def known(self, instansi_id: int | None) -> Self:
        """All an agency's records may name, retired ones too."""
        return self.filter(Q(instansi=None) | Q(instansi=instansi_id))


class Bidang(models.Model):
    """A topic of guidance: one of the general ones, or the agency's own. Of mentoring it is the
    field somebody wants to learn. It is retired, never deleted: cases keep it, nobody chooses it
    any more."""

    instansi = models.ForeignKey(
        "people.Instansi", null=True, on_delete=models.PROTECT, related_name="bidang_mentoring"
    )
    kode = models.SlugField(max_length=40, blank=True)
    nama = models.CharField(max_length=120)
    jenis = models.CharField(
        max_length=10, choices=JenisTopik.choices, default=JenisTopik.MENTORING
    )
    pensiun_pada = models.DateField(null=True)

    objects = BidangQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="bidang_satu_nama", fields=["instansi", "jenis", "nama"]),
            models.UniqueConstraint(
                name="bidang_umum_sekali", fields=["kode"], condition=Q(instansi=None)
            ),
            models.CheckConstraint(name="bidang_bernama", condition=~Q(nama="")),
            models.CheckConstraint(
                name="bidang_jenis_dikenal", condition=Q(jenis__in=JenisTopik.values)
            ),
            models.CheckConstraint(
                name="bidang_umum_tidak_pensiun",
                condition=Q(instansi__isnull=False) | Q(pensiun_pada=None),
            ),
        ]

    def __str__(self) -> str:
        return str(NAMED[self.kode]) if self.kode in NAMED else self.nama

    @property
    def trail_place(self) -> Place:
        return Place(f"instansi:{self.instansi_id}") if self.instansi_id else Place()


class MentorQuerySet(models.QuerySet["Mentor"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "mentor.lihat", on=on))


class Mentor(models.Model):
    """A person who shares what they know. No certificate is asked for (kompetensi.md 5.1): only
    experience in the field. `kapasitas` is how many mentees at once; the database keeps to it."""

    orang = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, primary_key=True, related_name="mentor"
    )
    instansi = models.ForeignKey("people.Instansi", on_delete=models.PROTECT, related_name="mentor")
    kapasitas = models.PositiveSmallIntegerField(
        default=2, validators=[MinValueValidator(1), MaxValueValidator(MOST_MENTEES)]
    )
    lokasi = models.CharField(max_length=80, blank=True)
    tersedia = models.BooleanField(default=True)
    diubah_pada = models.DateTimeField()

    objects = MentorQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["instansi", "tersedia"], name="mentor_tersedia")]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="mentor_berkapasitas",
                condition=Q(kapasitas__gte=1, kapasitas__lte=MOST_MENTEES),
            )
        ]

    def __str__(self) -> str:
        return str(self.orang)

    @property
    def trail_place(self) -> Place:
        return Place(f"instansi:{self.instansi_id}", self.orang_id)


class KeahlianMentor(models.Model):
    """One field of a mentor's: how far they have come in it, and by what experience."""

    mentor = models.ForeignKey(Mentor, on_delete=models.CASCADE, related_name="keahlian")
    bidang = models.ForeignKey(Bidang, on_delete=models.PROTECT, related_name="keahlian")
    tingkat = models.PositiveSmallIntegerField()
    pengalaman = models.CharField(max_length=300)

    class Meta:
        ordering: ClassVar = ["pk"]
        indexes: ClassVar = [models.Index(fields=["bidang", "tingkat"], name="keahlian_per_bidang")]
        constraints: ClassVar = [
            models.UniqueConstraint(name="keahlian_mentor_sekali", fields=["mentor", "bidang"]),
            models.CheckConstraint(
                name="keahlian_mentor_tingkat",
                condition=Q(tingkat__gte=LOWEST, tingkat__lte=HIGHEST),
            ),
            models.CheckConstraint(
                name="keahlian_mentor_berpengalaman", condition=~Q(pengalaman="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bidang_id}: {self.tingkat}"


class TawaranMentorQuerySet(models.QuerySet["TawaranMentor"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "tawaran_mentor.lihat", on=on))

    def overdue(self, on: date) -> Self:
        """Asked, and not answered in the days there were."""
        return self.filter(status=StatusTawaran.TERBUKA, batas__lt=on)


class TawaranMentor(models.Model):
    """A mentor the mentee would like to have: asked in order, one at a time. `putaran` counts how
    often the mentee has chosen; a reason for a no is neither asked nor kept."""

    mentoring = models.ForeignKey(
        "guidance.Mentoring", on_delete=models.PROTECT, related_name="tawaran"
    )
    mentor = models.ForeignKey(Mentor, on_delete=models.PROTECT, related_name="tawaran")
    putaran = models.PositiveSmallIntegerField()
    urutan = models.PositiveSmallIntegerField()
    status = models.CharField(
        max_length=16, choices=StatusTawaran.choices, default=StatusTawaran.ANTRE
    )
    batas = models.DateField(null=True, help_text="last day to answer")
    dibuat = models.DateTimeField()

    objects = TawaranMentorQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["mentoring", "putaran", "urutan"]
        indexes: ClassVar = [models.Index(fields=["status", "batas"], name="tawaran_menunggu")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="tawaran_satu_per_urutan", fields=["mentoring", "putaran", "urutan"]
            ),
            models.UniqueConstraint(
                name="tawaran_satu_per_mentor", fields=["mentoring", "putaran", "mentor"]
            ),
            models.UniqueConstraint(
                name="tawaran_satu_yang_terbuka",
                fields=["mentoring"],
                condition=Q(status=StatusTawaran.TERBUKA),
            ),
            models.CheckConstraint(
                name="tawaran_terbuka_berbatas",
                condition=~Q(status=StatusTawaran.TERBUKA) | Q(batas__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mentoring_id} -> {self.mentor_id} ({self.status})"

    @property
    def is_open(self) -> bool:
        return self.status == StatusTawaran.TERBUKA

    @property
    def trail_place(self) -> Place:
        return self.mentoring.trail_place


class PasanganMentor(models.Model):
    """Who mentored whom from when to when. A change ends one and begins another; it says no why.

    `bicara_pertama` is the day of the first talk, `kesepakatan` what the two agreed on in it.
    """

    mentoring = models.ForeignKey(
        "guidance.Mentoring", on_delete=models.PROTECT, related_name="pasangan"
    )
    mentor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="pasangan_mentor"
    )
    mulai = models.DateField()
    selesai = models.DateField(null=True)
    bicara_pertama = models.DateField(null=True)
    kesepakatan = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["-mulai", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="pasangan_mentor_satu_yang_berlaku",
                fields=["mentoring"],
                condition=Q(selesai=None),
            ),
            models.CheckConstraint(
                name="pasangan_mentor_selesai_setelah_mulai",
                condition=Q(selesai=None) | Q(selesai__gte=F("mulai")),
            ),
            models.CheckConstraint(
                name="pasangan_mentor_bicara_bersepakat",
                condition=Q(bicara_pertama=None) | ~Q(kesepakatan=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mentoring_id}: {self.mentor_id}"
