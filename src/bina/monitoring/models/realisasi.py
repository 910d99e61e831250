"""What was achieved, and what shows it (pendokumentasian kinerja)."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from bina.access import policy
from bina.core.audit import Place


class RealisasiQuerySet(models.QuerySet["Realisasi"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "realisasi.lihat", on=on))

    def valid(self) -> Self:
        """The entries that count: not voided."""
        return self.filter(dibatalkan_pada=None)

    def of_plan(self, *rumpun: Any) -> Self:
        """Entries on every version of one plan, the newest first."""
        return self.filter(skp__rumpun__in=rumpun).order_by("-tanggal", "-pk")

    def diary(self) -> Self:
        """Lines of the diary: with hours and a whole quantity."""
        return self.filter(jumlah__isnull=False)

    def for_list(self) -> Self:
        """All a list row shows, in three queries."""
        return self.select_related(
            "indikator__hasil", "dicatat_oleh", "rencana_aksi"
        ).prefetch_related("bukti__berkas")


class Realisasi(models.Model):
    """One entry of progress on an indicator: a number, or words where the target is words.

    It belongs to the version of the SKP in force when it was written; progress is counted over
    all versions, by the indicator's `kunci`. A mistaken entry is voided with a reason by its
    writer and stays readable; it is never edited.

    A line of the diary has hours, a whole quantity (`jumlah`, `satuan`) and the activity in
    `uraian`; `nilai` only where that quantity is the indicator's own. `kunci_kirim` is made on
    the device, so that a line sent twice is one line.
    """

    skp = models.ForeignKey("planning.Skp", on_delete=models.PROTECT, related_name="realisasi")
    indikator = models.ForeignKey(
        "planning.Indikator", on_delete=models.PROTECT, related_name="realisasi"
    )
    tanggal = models.DateField()
    nilai = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    nilai_teks = models.CharField(max_length=300, blank=True)
    uraian = models.TextField(blank=True)
    rencana_aksi = models.ForeignKey(
        "monitoring.RencanaAksi", null=True, on_delete=models.PROTECT, related_name="realisasi"
    )
    jam_mulai = models.TimeField(null=True)
    jam_selesai = models.TimeField(null=True)
    jumlah = models.PositiveIntegerField(null=True)
    satuan = models.CharField(max_length=60, blank=True)
    kunci_kirim = models.UUIDField(null=True)
    dicatat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    dibuat = models.DateTimeField()
    dibatalkan_pada = models.DateTimeField(null=True)
    alasan_batal = models.TextField(blank=True)

    objects = RealisasiQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["skp", "tanggal"], name="realisasi_per_skp")]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="realisasi_angka_atau_kata",
                condition=Q(nilai__isnull=False, nilai_teks="")
                | Q(nilai=None) & ~Q(nilai_teks="")
                | Q(nilai=None, nilai_teks="", jumlah__isnull=False),
            ),
            models.CheckConstraint(
                name="realisasi_jam_berurutan",
                condition=Q(jam_mulai=None, jam_selesai=None)
                | Q(
                    jam_mulai__isnull=False,
                    jam_selesai__isnull=False,
                    jam_mulai__lt=F("jam_selesai"),
                ),
            ),
            models.CheckConstraint(
                name="realisasi_harian_berkegiatan",
                condition=Q(jumlah=None) | Q(jam_mulai__isnull=False) & ~Q(uraian=""),
            ),
            models.UniqueConstraint(
                name="realisasi_terkirim_sekali",
                fields=["dicatat_oleh", "kunci_kirim"],
                condition=Q(kunci_kirim__isnull=False),
            ),
            models.CheckConstraint(
                name="realisasi_tidak_negatif", condition=Q(nilai=None) | Q(nilai__gte=0)
            ),
            models.CheckConstraint(
                name="realisasi_batal_beralasan",
                condition=Q(dibatalkan_pada=None, alasan_batal="")
                | Q(dibatalkan_pada__isnull=False) & ~Q(alasan_batal=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indikator_id} {self.tanggal:%Y-%m-%d}"

    @property
    def is_valid(self) -> bool:
        return self.dibatalkan_pada is None

    @property
    def trail_place(self) -> Place:
        return self.skp.trail_place


class BuktiQuerySet(models.QuerySet["Bukti"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "bukti.lihat", on=on))


class Bukti(models.Model):
    """Evidence (bukti dukung) of an entry: a file, or a link by http or https. One of the two."""

    realisasi = models.ForeignKey(Realisasi, on_delete=models.PROTECT, related_name="bukti")
    berkas = models.OneToOneField(
        "core.Berkas", null=True, on_delete=models.PROTECT, related_name="bukti"
    )
    url = models.URLField(max_length=500, blank=True)
    judul = models.CharField(max_length=200)
    dibuat = models.DateTimeField()

    objects = BuktiQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="bukti_berkas_atau_tautan",
                condition=Q(berkas__isnull=False, url="") | Q(berkas=None) & ~Q(url=""),
            ),
            models.CheckConstraint(
                name="bukti_tautan_http",
                condition=Q(url="") | Q(url__startswith="http://") | Q(url__startswith="https://"),
            ),
            models.CheckConstraint(name="bukti_berjudul", condition=~Q(judul="")),
        ]

    def __str__(self) -> str:
        return self.judul

    @property
    def trail_place(self) -> Place:
        return self.realisasi.trail_place
