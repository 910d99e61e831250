"""Learning activities and the hours (JP) they earned."""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bina.access import policy
from bina.competency.workflow import StatusKebutuhan
from bina.core.audit import Place
from bina.rules.jalur import Jalur, Lingkup
from bina.rules.perlan10_2018 import Alasan

NAMA_JALUR = {
    Jalur.TUGAS_BELAJAR: _("Tugas belajar"),
    Jalur.TUGAS_BELAJAR_MANDIRI: _("Tugas belajar biaya mandiri"),
    Jalur.PELATIHAN_STRUKTURAL: _("Pelatihan struktural kepemimpinan"),
    Jalur.PELATIHAN_MANAJERIAL: _("Pelatihan manajerial"),
    Jalur.PELATIHAN_TEKNIS: _("Pelatihan teknis"),
    Jalur.PELATIHAN_FUNGSIONAL: _("Pelatihan fungsional"),
    Jalur.PELATIHAN_SOSIAL_KULTURAL: _("Pelatihan sosial kultural"),
    Jalur.SEMINAR: _("Seminar"),
    Jalur.WORKSHOP: _("Workshop atau lokakarya"),
    Jalur.KURSUS: _("Kursus"),
    Jalur.PENATARAN: _("Penataran"),
    Jalur.BIMBINGAN_TEKNIS: _("Bimbingan teknis"),
    Jalur.SOSIALISASI: _("Sosialisasi"),
    Jalur.KLASIKAL_LAIN: _("Pelatihan klasikal lain"),
    Jalur.COACHING: _("Coaching"),
    Jalur.MENTORING: _("Mentoring"),
    Jalur.E_LEARNING: _("E-learning"),
    Jalur.PELATIHAN_JARAK_JAUH: _("Pelatihan jarak jauh"),
    Jalur.DETASERING: _("Detasering"),
    Jalur.OUTBOND: _("Pembelajaran alam terbuka"),
    Jalur.PATOK_BANDING: _("Patok banding"),
    Jalur.PERTUKARAN: _("Pertukaran pegawai"),
    Jalur.BELAJAR_MANDIRI: _("Belajar mandiri"),
    Jalur.KOMUNITAS_BELAJAR: _("Komunitas belajar"),
    Jalur.BIMBINGAN_DI_TEMPAT_KERJA: _("Bimbingan di tempat kerja"),
    Jalur.MAGANG: _("Magang atau praktik kerja"),
    Jalur.NONKLASIKAL_LAIN: _("Pelatihan nonklasikal lain"),
}
SEBAB = {
    Alasan.PERLU_KEPUTUSAN: _("Tabel konversi tidak memuat jalur ini; perlu keputusan instansi."),
    Alasan.BELUM_DITANDATANGANI: _("Belum ditandatangani berdua."),
    Alasan.BELUM_SELESAI: _("Kegiatan belum selesai."),
    Alasan.MELEBIHI_BATAS_HARIAN: _("Melebihi batas JP sehari untuk jalur ini."),
    Alasan.MELEBIHI_BATAS_BULANAN: _("Melebihi batas dua sesi sebulan untuk jalur ini."),
    Alasan.KURANG_DARI_SATU_JP: _("Lamanya kurang dari satu JP (45 menit)."),
}


class KegiatanBelajarQuerySet(models.QuerySet["KegiatanBelajar"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "kegiatan_belajar.lihat", on=on))

    def within(self, mulai: date, selesai: date) -> Self:
        return self.filter(tanggal__gte=mulai, tanggal__lte=selesai).order_by("tanggal", "pk")


class KegiatanBelajar(models.Model):
    """One learning activity on a person's account of JP (PP 11/2017 Pasal 203).

    `asal` and `asal_id` name what it came out of ("guidance.sesi", 12), once only, so that
    nothing is credited twice. `jp`, `alasan` and `dasar` are what the rule found; `judul` is
    made by the room that credits, never text a person wrote.
    """

    pegawai = models.ForeignKey(
        "people.Pegawai", on_delete=models.PROTECT, related_name="kegiatan_belajar"
    )
    jalur = models.CharField(max_length=32, choices=list(NAMA_JALUR.items()))
    lingkup = models.CharField(max_length=16, choices=[(one, one) for one in Lingkup])
    tanggal = models.DateField()
    nomor = models.PositiveSmallIntegerField(default=1, help_text="which session of its series")
    asal = models.CharField(max_length=60)
    asal_id = models.CharField(max_length=64)
    ditandatangani = models.BooleanField(default=False)
    jp = models.DecimalField(max_digits=6, decimal_places=2)
    alasan = models.CharField(max_length=32, blank=True, choices=list(SEBAB.items()))
    dasar = models.JSONField(default=list)
    dicatat_pada = models.DateTimeField()

    objects = KegiatanBelajarQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["pegawai", "tanggal"], name="kegiatan_belajar_per_pegawai")
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="kegiatan_belajar_sekali_per_asal", fields=["asal", "asal_id"]
            ),
            models.CheckConstraint(
                name="kegiatan_belajar_jp_tidak_negatif", condition=Q(jp__gte=Decimal(0))
            ),
            models.CheckConstraint(
                name="kegiatan_belajar_nol_beralasan", condition=Q(jp__gt=0) | ~Q(alasan="")
            ),
            models.CheckConstraint(
                name="kegiatan_belajar_sesi_ditandatangani",
                condition=~Q(jalur__in=[Jalur.COACHING, Jalur.MENTORING])
                | Q(ditandatangani=True)
                | Q(jp=0),
            ),
        ]
        ordering: ClassVar = ["-tanggal", "-pk"]

    def __str__(self) -> str:
        return f"{self.jalur} {self.tanggal:%Y-%m-%d} {self.jp} JP"

    @property
    def trail_place(self) -> Place:
        return self.pegawai.trail_place


class KebutuhanQuerySet(models.QuerySet["Kebutuhan"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "kebutuhan.lihat", on=on))

    def waiting(self) -> Self:
        return self.filter(status=StatusKebutuhan.MENUNGGU_RENCANA)

    def for_list(self) -> Self:
        """What is due first stands first."""
        return self.select_related("pegawai__orang").order_by("status", "sampai", "pk")


class Kebutuhan(models.Model):
    """A need of development out of another room (`asal`, `asal_id`, once): by which jalur, what,
    by when. Why is told to nobody here: that stays with those who talked about it."""

    pegawai = models.ForeignKey(
        "people.Pegawai", on_delete=models.PROTECT, related_name="kebutuhan_belajar"
    )
    jalur = models.CharField(max_length=32, choices=list(NAMA_JALUR.items()))
    apa = models.CharField(max_length=200)
    sampai = models.DateField()
    asal = models.CharField(max_length=60)
    asal_id = models.CharField(max_length=64)
    status = models.CharField(
        max_length=20, choices=StatusKebutuhan.choices, default=StatusKebutuhan.MENUNGGU_RENCANA
    )
    dicatat_pada = models.DateTimeField()

    objects = KebutuhanQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["pegawai", "status"], name="kebutuhan_per_pegawai")
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(name="kebutuhan_sekali_per_asal", fields=["asal", "asal_id"]),
            models.CheckConstraint(name="kebutuhan_bernama", condition=~Q(apa="")),
        ]

    def __str__(self) -> str:
        return f"{self.jalur} {self.sampai:%Y-%m-%d} ({self.status})"

    @property
    def trail_place(self) -> Place:
        return self.pegawai.trail_place
