"""Triage: a gap, its causes, what Bina recommends and what a person decides."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bina.access import policy
from bina.core.audit import Place
from bina.guidance.workflow import StatusTriase


class AsalTriase(models.TextChoices):
    SINYAL = "sinyal", _("Bina melihat kemajuan tertinggal")
    PEGAWAI = "pegawai", _("Diminta pegawai")


class Penyebab(models.TextChoices):
    """The causes that are kept. Health is never stored; conduct is, sealed (`MasalahPerilaku`)."""

    MOTIVASI = "motivasi", _("Semangat sedang turun")
    KEJENUHAN = "kejenuhan", _("Jenuh dengan pekerjaan yang sama")
    KETERAMPILAN = "keterampilan", _("Belum menguasai caranya")
    PENGALAMAN = "pengalaman", _("Belum cukup pengalaman")
    SARANA = "sarana", _("Sarana, proses, atau beban kerja")
    TIDAK_DIKETAHUI = "tidak_diketahui", _("Belum tahu")


class KebutuhanKarier(models.TextChoices):
    PENGALAMAN = "pengalaman", _("Belajar dari pengalaman orang lain")
    STRATEGI = "strategi", _("Menyusun strategi sendiri")


class Pilihan(models.TextChoices):
    """What may be recommended and decided here (`rules.pembinaan.Rekomendasi`)."""

    COACHING = "coaching", _("Coaching")
    MENTORING = "mentoring", _("Mentoring")
    PELATIHAN = "pelatihan", _("Pelatihan")
    SESUAIKAN_EKSPEKTASI = "sesuaikan_ekspektasi", _("Sesuaikan ekspektasi atau sarana")
    EKSPLORASI = "eksplorasi", _("Percakapan penjajakan")
    TIDAK_PERLU = "tidak_perlu", _("Belum perlu bimbingan")


class TriaseQuerySet(models.QuerySet["Triase"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "triase.lihat", on=on))

    def open(self) -> Self:
        return self.filter(status=StatusTriase.TERBUKA)

    def for_list(self) -> Self:
        """All a list row shows, in one query."""
        return self.select_related("pegawai__orang", "penilai").order_by("-dibuat", "-pk")


class Triase(models.Model):
    """What help fits, asked for one person and one result (PermenPANRB 6/2022 Pasal 21).

    The figures, the title of the result and the penilai are those of the day it was opened.
    `rekomendasi` with its sentence and basis is the rule's; `pilihan` the penilai's, with a
    reason where it differs. Both are kept.
    """

    pegawai = models.ForeignKey("people.Pegawai", on_delete=models.PROTECT, related_name="triase")
    penilai = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="triase_dinilai"
    )
    skp = models.ForeignKey(
        "planning.Skp", null=True, on_delete=models.PROTECT, related_name="triase"
    )
    hasil_kunci = models.UUIDField(null=True)
    hasil_judul = models.TextField(blank=True)
    asal = models.CharField(max_length=8, choices=AsalTriase.choices)
    kemajuan = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    waktu = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    kesenjangan = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    kelas = models.CharField(max_length=12, default="tidak_ada")
    penyebab_pegawai = models.JSONField(default=list)
    penyebab_penilai = models.JSONField(default=list)
    kebutuhan_karier = models.CharField(max_length=12, blank=True, choices=KebutuhanKarier.choices)
    rekomendasi = models.CharField(max_length=24, choices=Pilihan.choices)
    alasan_rekomendasi = models.CharField(max_length=32)
    kalimat = models.TextField()
    tinjauan_penilai = models.BooleanField(default=False)
    dasar = models.JSONField(default=list)
    status = models.CharField(
        max_length=12, choices=StatusTriase.choices, default=StatusTriase.TERBUKA
    )
    pilihan = models.CharField(max_length=24, blank=True, choices=Pilihan.choices)
    alasan_berbeda = models.TextField(blank=True)
    diputus_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    diputus_pada = models.DateTimeField(null=True)
    dibuat = models.DateTimeField()
    dibuat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = TriaseQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["penilai", "status"], name="triase_per_penilai")]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="triase_bukan_untuk_diri_sendiri", condition=~Q(pegawai=F("penilai"))
            ),
            models.CheckConstraint(
                name="triase_diputus_bernama",
                condition=~Q(status=StatusTriase.DIPUTUS)
                | Q(diputus_oleh__isnull=False, diputus_pada__isnull=False) & ~Q(pilihan=""),
            ),
            models.CheckConstraint(
                name="triase_pilihan_lain_beralasan",
                condition=Q(pilihan="") | Q(pilihan=F("rekomendasi")) | ~Q(alasan_berbeda=""),
            ),
            models.CheckConstraint(
                name="triase_hasil_dari_skp",
                condition=Q(hasil_kunci=None) | Q(skp__isnull=False) & ~Q(hasil_judul=""),
            ),
            models.UniqueConstraint(
                name="triase_hasil_satu_yang_terbuka",
                fields=["pegawai", "hasil_kunci"],
                condition=Q(status=StatusTriase.TERBUKA, hasil_kunci__isnull=False),
            ),
            models.UniqueConstraint(
                name="triase_umum_satu_yang_terbuka",
                fields=["pegawai"],
                condition=Q(status=StatusTriase.TERBUKA, hasil_kunci=None),
            ),
        ]

    def __str__(self) -> str:
        return f"Triase {self.pegawai_id} {self.status}"

    @property
    def penyebab(self) -> list[str]:
        """What either of the two named, in the order of the list."""
        named = {*self.penyebab_pegawai, *self.penyebab_penilai}
        return [one for one in Penyebab.values if one in named]

    @property
    def poin(self) -> Any:
        """Points behind the time elapsed, where there are figures."""
        if self.kemajuan is None or self.waktu is None:
            return None
        return max(self.waktu - self.kemajuan, 0)

    @property
    def is_open(self) -> bool:
        return self.status == StatusTriase.TERBUKA

    @property
    def differs(self) -> bool:
        return bool(self.pilihan) and self.pilihan != self.rekomendasi

    @property
    def trail_place(self) -> Place:
        return self.pegawai.trail_place
