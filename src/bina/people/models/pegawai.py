"""Civil servants (PNS and PPPK) and who their superior was, when."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from bina.access import policy
from bina.core.audit import Place
from bina.core.dated import Dated, DatedQuerySet, ordered
from bina.people import workflow
from bina.people.models.organisasi import Instansi


class JenisPegawai(models.TextChoices):
    PNS = "pns", "PNS"
    PPPK = "pppk", "PPPK"


class PegawaiQuerySet(models.QuerySet["Pegawai"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "pegawai.lihat", on=on))

    def for_list(self) -> Self:
        """All a list row shows, in one query."""
        return self.select_related("orang").order_by("orang__nama", "pk")


class Pegawai(models.Model):
    """A civil servant: an Orang with a NIP, and what the personnel office keeps of them.

    `kedudukan_hukum` is what the file says (Aktif, Pensiun, CLTN); `aktif` is what follows.
    `kedudukan_sejak`: the day of the file that changed it; none where it never changed.
    """

    orang = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, primary_key=True, related_name="pegawai"
    )
    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="pegawai")
    jenis_pegawai = models.CharField(max_length=4, choices=JenisPegawai.choices)
    tanggal_lahir = models.DateField(null=True)
    jenis_kelamin = models.CharField(max_length=1, choices=[("L", "Laki-laki"), ("P", "Perempuan")])
    golongan = models.CharField(max_length=8, blank=True)
    tmt_golongan = models.DateField(null=True)
    pendidikan = models.CharField(max_length=20, blank=True)
    tahun_lulus = models.PositiveSmallIntegerField(null=True)
    kedudukan_hukum = models.CharField(max_length=60)
    kedudukan_sejak = models.DateField(null=True)
    aktif = models.BooleanField(default=True)
    tmt_kontrak = models.DateField(null=True)
    akhir_kontrak = models.DateField(null=True)

    objects = PegawaiQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="pegawai_kontrak_selesai_setelah_mulai",
                condition=Q(tmt_kontrak=None)
                | Q(akhir_kontrak=None)
                | Q(akhir_kontrak__gte=F("tmt_kontrak")),
            ),
            models.CheckConstraint(
                name="pegawai_jenis_kelamin", condition=Q(jenis_kelamin__in=["L", "P"])
            ),
        ]

    def __str__(self) -> str:
        return str(self.orang)

    @property
    def trail_place(self) -> Place:
        return Place(f"instansi:{self.instansi_id}", self.pk)


class SumberAtasan(models.TextChoices):
    """Where a superior's line comes from, the strongest first."""

    KOREKSI = "koreksi", "Koreksi"
    IMPOR = "impor", "Berkas kepegawaian"


class Atasan(Dated):
    """The superior as recorded, from a day to a day. A correction is stronger than a file."""

    pegawai = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="atasan_tercatat"
    )
    atasan = models.ForeignKey(  # served by atasan_per_atasan
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="bawahan_tercatat",
        db_index=False,
    )
    sumber = models.CharField(max_length=8, choices=SumberAtasan.choices)
    alasan = models.TextField(blank=True)

    objects = DatedQuerySet["Atasan"].as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["atasan", "mulai"], name="atasan_per_atasan")]
        constraints: ClassVar = [
            ordered("atasan_selesai_setelah_mulai"),
            models.CheckConstraint(
                name="atasan_bukan_diri_sendiri", condition=~Q(pegawai=F("atasan"))
            ),
            models.CheckConstraint(
                name="atasan_koreksi_beralasan", condition=~Q(sumber="koreksi") | ~Q(alasan="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai_id} < {self.atasan_id} ({self.sumber})"


class PermohonanAtasanQuerySet(models.QuerySet["PermohonanAtasan"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "permohonan_atasan.lihat", on=on))

    def for_list(self) -> Self:
        return self.select_related("pegawai__orang", "usulan").order_by("status", "-dibuat")


class PermohonanAtasan(models.Model):
    """A person says that the recorded superior is wrong, and who it should be."""

    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="permohonan_atasan")
    usulan = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    mulai = models.DateField()
    selesai = models.DateField(null=True, blank=True)
    alasan = models.TextField()
    status = models.CharField(
        max_length=16,
        choices=workflow.StatusPermohonan.choices,
        default=workflow.StatusPermohonan.DIAJUKAN,
    )
    tanggapan = models.TextField(blank=True)
    diputus_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    dibuat = models.DateTimeField()

    objects = PermohonanAtasanQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            ordered("permohonan_atasan_selesai_setelah_mulai"),
            models.CheckConstraint(
                name="permohonan_atasan_bukan_diri_sendiri", condition=~Q(pegawai=F("usulan"))
            ),
            models.CheckConstraint(
                name="permohonan_atasan_ditolak_beralasan",
                condition=~Q(status="ditolak") | ~Q(tanggapan=""),
            ),
            models.UniqueConstraint(
                name="permohonan_atasan_satu_yang_terbuka",
                fields=["pegawai"],
                condition=Q(status="diajukan"),
            ),
        ]

    def __str__(self) -> str:
        return f"Permohonan atasan {self.pegawai_id} {self.status}"

    @property
    def trail_place(self) -> Place:
        return self.pegawai.trail_place
