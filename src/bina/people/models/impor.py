"""The staging of a staff file: what each of its lines would do, before anybody takes it."""

from datetime import date, datetime
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from bina.access import policy
from bina.core.audit import Place
from bina.core.job_models import StatusPekerjaan
from bina.people.models.organisasi import Instansi
from bina.people.workflow import StatusImpor


class JenisImpor(models.TextChoices):
    PEGAWAI = "pegawai", "Pegawai"
    UNIT = "unit", "Unit organisasi"


class Hasil(models.TextChoices):
    """What a line would do."""

    BARU = "new", "Baru"
    BERUBAH = "changed", "Berubah"
    TETAP = "unchanged", "Tetap"
    DITOLAK = "refused", "Ditolak"


class ImporQuerySet(models.QuerySet["Impor"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "impor.lihat", on=on))

    def for_list(self) -> Self:
        return self.select_related("berkas", "oleh", "pekerjaan").order_by("-dibuat")

    def started_by(self, user: Any) -> Self:
        return self.filter(oleh=user.pk)

    def unseen(self) -> Self:
        """Ended with something to read, and whoever started it has not looked since."""
        nothing = Q(status=StatusImpor.DIPERIKSA, baru=0, berubah=0)
        partly = Q(status=StatusImpor.DIAMBIL, ditolak__gt=0)
        failed = Q(status=StatusImpor.GAGAL) | Q(
            status=StatusImpor.DIUNGGAH, pekerjaan__status=StatusPekerjaan.GAGAL
        )
        ended = Q(pekerjaan__status__in=[StatusPekerjaan.SELESAI, StatusPekerjaan.GAGAL])
        return self.filter(ended, nothing | partly | failed, dilihat_pada=None)

    def waiting_for_a_look(self, *, since: datetime) -> Self:
        """A preview nobody has decided on, or an end not looked at, of work that ended since."""
        ended = Q(pekerjaan__status__in=[StatusPekerjaan.SELESAI, StatusPekerjaan.GAGAL])
        undecided = Q(status=StatusImpor.DIPERIKSA) & (Q(baru__gt=0) | Q(berubah__gt=0))
        found = self.filter(ended & undecided) | self.unseen()
        return found.filter(pekerjaan__denyut__gte=since)


class Impor(models.Model):
    """One staff file on its way in.

    `revisi` is the agency's revision the lines were checked against, None while they are being
    checked; when it has moved on, the file is checked again before it can be taken. From the
    shell there is no stored file (`berkas`) and nobody signed in (`oleh`): the system acts.
    """

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="impor")
    jenis = models.CharField(max_length=8, choices=JenisImpor.choices)
    berkas = models.ForeignKey("core.Berkas", null=True, on_delete=models.PROTECT, related_name="+")
    nama_berkas = models.CharField(max_length=200)
    sidik_berkas = models.CharField(max_length=64, help_text="SHA-256 of the file")
    pekerjaan = models.ForeignKey(
        "core.Pekerjaan", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    status = models.CharField(
        max_length=16, choices=StatusImpor.choices, default=StatusImpor.DIUNGGAH
    )
    revisi = models.PositiveBigIntegerField(null=True)
    baru = models.PositiveIntegerField(default=0)
    berubah = models.PositiveIntegerField(default=0)
    tetap = models.PositiveIntegerField(default=0)
    ditolak = models.PositiveIntegerField(default=0)
    dilewati = models.PositiveIntegerField(default=0)
    kolom = models.JSONField(default=list, help_text="the file's headers, in its order")
    lewat = models.JSONField(default=list, help_text="[[line, why]] of the first skipped lines")
    sidik_laporan = models.CharField(
        max_length=64, blank=True, help_text="SHA-256 over what was said of every line"
    )
    galat = models.TextField(blank=True, help_text="why the whole file could not be read")
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    dibuat = models.DateTimeField()
    diambil_pada = models.DateTimeField(null=True)
    dilihat_pada = models.DateTimeField(
        null=True, help_text="when whoever started it first looked at how it ended"
    )

    objects = ImporQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="impor_diambil_bertanggal",
                condition=models.Q(status="diambil", diambil_pada__isnull=False)
                | ~models.Q(status="diambil") & models.Q(diambil_pada__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"Impor {self.jenis} {self.pk}"

    @property
    def jumlah(self) -> int:
        return self.baru + self.berubah + self.tetap + self.ditolak

    @property
    def baik(self) -> int:
        return self.baru + self.berubah + self.tetap

    @property
    def menulis(self) -> int:
        """How many lines would write anything."""
        return self.baru + self.berubah

    @property
    def keadaan(self) -> str:
        """The state as a badge names it."""
        return f"impor_{self.status}"

    @property
    def trail_place(self) -> Place:
        return Place(f"instansi:{self.instansi_id}")


class BarisImpor(models.Model):
    """A line of the file as understood, with what it would do and why.

    The typed columns are what the set-based taking reads; `perubahan` names old and new for
    the preview: `[[kolom, semula, menjadi], ...]`. `peringatan` and `alasan` are lists of
    `{kode, kolom, tertulis, apa, perbaikan}` (imports/messages.py). `data` holds a good line's
    values as the taking needs them, a refused line's cells as they stand in the file.
    """

    impor = models.ForeignKey(  # served by baris_impor_sekali
        Impor, on_delete=models.CASCADE, related_name="baris", db_index=False
    )
    nomor = models.PositiveIntegerField()
    hasil = models.CharField(max_length=10, choices=Hasil.choices)
    kunci = models.CharField(max_length=40, help_text="NIP or unit code as understood")
    nama = models.CharField(max_length=300)
    peringatan = models.JSONField(default=list)
    alasan = models.JSONField(default=list)
    perubahan = models.JSONField(default=list)
    data = models.JSONField(default=dict, help_text="the line's values, typed")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["impor", "hasil", "nomor"], name="baris_impor_per_hasil")
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(name="baris_impor_sekali", fields=["impor", "nomor"])
        ]

    def __str__(self) -> str:
        return f"{self.impor_id}:{self.nomor} {self.hasil}"
