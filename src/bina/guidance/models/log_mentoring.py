"""What mentee and mentor did together, and the final report."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bina.access import policy
from bina.core.audit import Place
from bina.guidance.mentoring.workflow import StatusLog
from bina.guidance.models.mentoring import ButirRencana, Mentoring


class Bentuk(models.TextChoices):
    """Forms of mentoring; one plan, even one day, may mix several (PermenPANRB 6/2022)."""

    SHADOWING = "shadowing", _("Shadowing: mengamati pekerjaan mentor")
    WORK_SHARING = "work_sharing", _("Work sharing: ikut mengerjakan")
    HANDS_ON = "hands_on", _("Hands-on training: berlatih pekerjaan baru")
    INTRODUCING = "introducing", _("Introducing: diperkenalkan kepada ahlinya")


class PeranMentee(models.TextChoices):
    AMATI = "amati", _("Mengamati")
    KONTRIBUSI = "kontribusi", _("Ikut mengerjakan")
    PRAKTIK = "praktik", _("Mempraktikkan")
    PERKENALAN = "perkenalan", _("Berkenalan")


class LogMentoringQuerySet(models.QuerySet["LogMentoring"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "log_mentoring.lihat", on=on))

    def for_list(self) -> Self:
        """The newest first, without a word of what was written."""
        return self.select_related("mentor").defer(*LogMentoring.WORDS).order_by("-tanggal", "-ke")

    def with_mentoring(self) -> Self:
        people = ("pegawai__orang", "pegawai__instansi", "mentor", "penilai", "bidang")
        return self.select_related("mentor", *(f"mentoring__{one}" for one in people))


class LogMentoring(models.Model):
    """One entry of the log. `mentor` is who was there: a later change does not touch it, and they
    may still initial what they did. It counts once both have initialled the same words."""

    WORDS = ("kegiatan", "dikenalkan", "dipelajari", "kendala", "tindak_lanjut", "keterangan")

    mentoring = models.ForeignKey(Mentoring, on_delete=models.PROTECT, related_name="log")
    mentor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="log_mentoring"
    )
    ke = models.PositiveSmallIntegerField()
    tanggal = models.DateField()
    menit = models.PositiveSmallIntegerField()
    bentuk = models.JSONField(default=list)
    peran = models.JSONField(default=list)
    kegiatan = models.TextField()
    dikenalkan = models.CharField(max_length=300, blank=True)
    dipelajari = models.TextField()
    kendala = models.TextField(blank=True)
    tindak_lanjut = models.TextField(blank=True)
    keterangan = models.TextField(blank=True, help_text="what one of them asks to mend")
    status = models.CharField(max_length=16, choices=StatusLog.choices, default=StatusLog.DISUSUN)
    suntingan = models.PositiveIntegerField(default=0)
    pegawai_pada = models.DateTimeField(null=True)
    mentor_pada = models.DateTimeField(null=True)
    dibuat = models.DateTimeField()

    objects = LogMentoringQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["mentoring", "ke"]
        indexes: ClassVar = [models.Index(fields=["mentor", "status"], name="log_per_mentor")]
        constraints: ClassVar = [
            models.UniqueConstraint(name="log_mentoring_nomor_sekali", fields=["mentoring", "ke"]),
            models.CheckConstraint(
                name="log_mentoring_diparaf_berdua",
                condition=~Q(status=StatusLog.DIPARAF)
                | Q(pegawai_pada__isnull=False, mentor_pada__isnull=False),
            ),
            models.CheckConstraint(
                name="log_mentoring_menunggu_yang_kedua",
                condition=Q(status=StatusLog.DIPARAF) | Q(pegawai_pada=None) | Q(mentor_pada=None),
            ),
            models.CheckConstraint(
                name="log_mentoring_disusun_tanpa_paraf",
                condition=~Q(status=StatusLog.DISUSUN) | Q(pegawai_pada=None, mentor_pada=None),
            ),
            models.CheckConstraint(
                name="log_mentoring_terisi",
                condition=~Q(kegiatan="") & ~Q(dipelajari="") & Q(menit__gte=1, menit__lte=1440),
            ),
        ]

    def __str__(self) -> str:
        return f"Log {self.ke} of {self.mentoring_id} ({self.status})"

    @property
    def is_writable(self) -> bool:
        return self.status == StatusLog.DISUSUN

    @property
    def is_signed(self) -> bool:
        return self.status == StatusLog.DIPARAF

    @property
    def bentuk_kata(self) -> list[Any]:
        return [Bentuk(one).label for one in self.bentuk]

    @property
    def bentuk_singkat(self) -> list[str]:
        """The forms by the law's own names, without saying what they are."""
        return [str(label).partition(":")[0] for label in self.bentuk_kata]

    @property
    def peran_kata(self) -> list[Any]:
        return [PeranMentee(one).label for one in self.peran]

    def party(self, orang_id: int) -> str:
        """As what this person initials: pegawai or mentor; empty for anybody else."""
        parties = {self.mentoring.pegawai_id: "pegawai", self.mentor_id: "mentor"}
        return parties.get(orang_id, "")

    @property
    def trail_place(self) -> Place:
        return self.mentoring.trail_place


class BuktiMentoring(models.Model):
    """Evidence of an entry: a file."""

    log = models.ForeignKey(LogMentoring, on_delete=models.PROTECT, related_name="bukti")
    berkas = models.OneToOneField(
        "core.Berkas", on_delete=models.PROTECT, related_name="bukti_mentoring"
    )
    dibuat = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.berkas)

    @property
    def trail_place(self) -> Place:
        return self.log.trail_place


class Perubahan(models.TextChoices):
    """Item e of the plan, as the pimpinan finds it."""

    DIRASAKAN = "dirasakan", _("Ya, saya merasakannya")
    SEBAGIAN = "sebagian", _("Sebagian")
    BELUM = "belum", _("Belum terasa")


class LaporanMentoring(models.Model):
    """The final report: what came of each measure of success, signed by mentee and mentor; the
    change confirmed by the pimpinan in words of their own."""

    WORDS = ("ringkasan", "pengetahuan", "rekomendasi", "keterangan")

    mentoring = models.OneToOneField(Mentoring, on_delete=models.PROTECT, related_name="laporan")
    mentor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ringkasan = models.TextField()
    pengetahuan = models.TextField(help_text="knowledge written down for others")
    rekomendasi = models.TextField(blank=True)
    keterangan = models.TextField(blank=True, help_text="what one of them asks to mend")
    suntingan = models.PositiveIntegerField(default=0)
    pegawai_pada = models.DateTimeField(null=True)
    mentor_pada = models.DateTimeField(null=True)
    perubahan = models.CharField(max_length=12, blank=True, choices=Perubahan.choices)
    kata_pimpinan = models.TextField(blank=True)
    pimpinan_pada = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="laporan_mentoring_pimpinan_sesudah_keduanya",
                condition=Q(pimpinan_pada=None)
                | Q(pegawai_pada__isnull=False, mentor_pada__isnull=False)
                & ~Q(perubahan="")
                & ~Q(kata_pimpinan=""),
            ),
            models.CheckConstraint(
                name="laporan_mentoring_terisi", condition=~Q(ringkasan="") & ~Q(pengetahuan="")
            ),
        ]

    def __str__(self) -> str:
        return f"Laporan of {self.mentoring_id}"

    @property
    def is_signed(self) -> bool:
        return self.pegawai_pada is not None and self.mentor_pada is not None

    @property
    def trail_place(self) -> Place:
        return self.mentoring.trail_place


class CapaianUkuran(models.Model):
    """What came of one measure of success."""

    laporan = models.ForeignKey(LaporanMentoring, on_delete=models.PROTECT, related_name="capaian")
    butir = models.OneToOneField(ButirRencana, on_delete=models.PROTECT, related_name="capaian")
    realisasi = models.CharField(max_length=500)
    tercapai = models.BooleanField()

    class Meta:
        ordering: ClassVar = ["butir"]
        constraints: ClassVar = [
            models.CheckConstraint(name="capaian_ukuran_terisi", condition=~Q(realisasi=""))
        ]

    def __str__(self) -> str:
        return f"Capaian {self.butir_id}"


class ParafMentoring(models.Model):
    """An initial under an entry, or a signature under the report. `sidik` is the digest of what
    was read; one voided by a later change stays in the record with its hour."""

    log = models.ForeignKey(LogMentoring, null=True, on_delete=models.PROTECT, related_name="paraf")
    laporan = models.ForeignKey(
        LaporanMentoring, null=True, on_delete=models.PROTECT, related_name="paraf"
    )
    peran = models.CharField(max_length=8)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    sidik = models.CharField(max_length=64)
    pada = models.DateTimeField()
    gugur_pada = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["pada", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="paraf_mentoring_satu_perihal",
                condition=Q(log=None, laporan__isnull=False) | Q(log__isnull=False, laporan=None),
            ),
            models.UniqueConstraint(
                name="paraf_mentoring_satu_per_peran_log",
                fields=["log", "peran"],
                condition=Q(gugur_pada=None),
            ),
            models.UniqueConstraint(
                name="paraf_mentoring_satu_per_peran_laporan",
                fields=["laporan", "peran"],
                condition=Q(gugur_pada=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.peran} {self.pada:%Y-%m-%d}"
