"""After guidance: what the person says of it (B.1.8), and their competency after it (B.1.9)."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bina.access import policy
from bina.core.audit import Place

LOWEST, HIGHEST = 1, 5


def one_case(name: str) -> models.CheckConstraint:
    """The record belongs to one coaching or to one mentoring."""
    return models.CheckConstraint(
        name=name,
        condition=Q(coaching=None, mentoring__isnull=False)
        | Q(coaching__isnull=False, mentoring=None),
    )


class AkhirQuerySet(models.QuerySet["UmpanBalikAkhir"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        """Its writer and whom it is addressed to; never whoever guided."""
        return self.filter(policy.scope(user, "umpan_balik_akhir.lihat", on=on))

    def for_list(self) -> Self:
        """The newest first, without a word of what was written."""
        rows = self.select_related("pegawai__orang", "pemandu").defer(*UmpanBalikAkhir.KRITERIA)
        return rows.order_by("-ditandatangani_pada", "-pk")


class UmpanBalikAkhir(models.Model):
    """Format B.1.8: nine free texts by the person guided, signed by them alone, to the superior of
    whoever guided (PermenPANRB 6/2022, Lampiran, pasca bimbingan kinerja).

    `pemandu` and `kepada` are those of the day it was signed. Once handed over it stands.
    """

    # In the order of the annex: three about oneself, three about whoever guided, three about both.
    KRITERIA = (
        "diperhatikan",
        "dihargai",
        "bebas_bicara",
        "berdasar_data",
        "positif",
        "bertanya",
        "dibantu",
        "tahu_langkah",
        "paham_tujuan",
    )

    coaching = models.OneToOneField(
        "guidance.Coaching", null=True, on_delete=models.PROTECT, related_name="umpan_balik_akhir"
    )
    mentoring = models.OneToOneField(
        "guidance.Mentoring", null=True, on_delete=models.PROTECT, related_name="umpan_balik_akhir"
    )
    pegawai = models.ForeignKey("people.Pegawai", on_delete=models.PROTECT, related_name="+")
    pemandu = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    kepada = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="umpan_balik_bimbingan"
    )
    diperhatikan = models.TextField()
    dihargai = models.TextField()
    bebas_bicara = models.TextField()
    berdasar_data = models.TextField()
    positif = models.TextField()
    bertanya = models.TextField()
    dibantu = models.TextField()
    tahu_langkah = models.TextField()
    paham_tujuan = models.TextField()
    ditandatangani_pada = models.DateTimeField()
    dibaca_pada = models.DateTimeField(null=True)

    objects = AkhirQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            one_case("umpan_balik_akhir_satu_bimbingan"),
            models.CheckConstraint(
                name="umpan_balik_akhir_bukan_kepada_pemandu",
                condition=~Q(kepada=F("pemandu")) & ~Q(kepada=F("pegawai")),
            ),
            models.CheckConstraint(
                name="umpan_balik_akhir_terisi",
                condition=~Q(diperhatikan="")
                & ~Q(dihargai="")
                & ~Q(bebas_bicara="")
                & ~Q(berdasar_data="")
                & ~Q(positif="")
                & ~Q(bertanya="")
                & ~Q(dibantu="")
                & ~Q(tahu_langkah="")
                & ~Q(paham_tujuan=""),
            ),
        ]

    def __str__(self) -> str:
        return f"B.1.8 {self.pk}"

    @property
    def trail_place(self) -> Place:
        return self.pegawai.trail_place


class EvaluasiQuerySet(models.QuerySet["EvaluasiKompetensi"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "evaluasi_kompetensi.lihat", on=on))

    def for_list(self) -> Self:
        return self.select_related("pegawai__orang", "oleh").order_by("-ditandatangani_pada", "-pk")


class Sebagai(models.TextChoices):
    """As what somebody judges competency after guidance (Format B.1.9)."""

    PIMPINAN = "pimpinan", _("Pimpinan")
    PIHAK_LAIN = "pihak_lain", _("Pihak lain yang diberikan penugasan khusus")


class EvaluasiKompetensi(models.Model):
    """Format B.1.9: competency by 1 to 5 with grounds, once a guidance is over.

    `penilai` is that of the case. The form has no column for the level before; where whoever
    judges gives one it is kept beside it and not printed (NilaiKompetensi).
    """

    coaching = models.OneToOneField(
        "guidance.Coaching", null=True, on_delete=models.PROTECT, related_name="evaluasi_kompetensi"
    )
    mentoring = models.OneToOneField(
        "guidance.Mentoring",
        null=True,
        on_delete=models.PROTECT,
        related_name="evaluasi_kompetensi",
    )
    pegawai = models.ForeignKey("people.Pegawai", on_delete=models.PROTECT, related_name="+")
    penilai = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    sebagai = models.CharField(max_length=12, choices=Sebagai.choices)
    ditandatangani_pada = models.DateTimeField()

    objects = EvaluasiQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            one_case("evaluasi_kompetensi_satu_bimbingan"),
            models.CheckConstraint(
                name="evaluasi_kompetensi_bukan_untuk_diri_sendiri",
                condition=~Q(pegawai=F("oleh")),
            ),
        ]

    def __str__(self) -> str:
        return f"B.1.9 {self.pk}"

    @property
    def trail_place(self) -> Place:
        return self.pegawai.trail_place


class NilaiKompetensi(models.Model):
    """One competency. `standar` and `sebelum` (both or neither) are what kompetensi.md 6 measures
    the gap by; the official form does not print them."""

    evaluasi = models.ForeignKey(
        EvaluasiKompetensi, on_delete=models.PROTECT, related_name="kompetensi"
    )
    nama = models.CharField(max_length=200)
    standar = models.PositiveSmallIntegerField(null=True)
    sebelum = models.PositiveSmallIntegerField(null=True)
    nilai = models.PositiveSmallIntegerField()
    alasan = models.TextField()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(name="nilai_kompetensi_sekali", fields=["evaluasi", "nama"]),
            models.CheckConstraint(
                name="nilai_kompetensi_satu_sampai_lima",
                condition=Q(nilai__gte=LOWEST, nilai__lte=HIGHEST)
                & (Q(standar=None) | Q(standar__gte=LOWEST, standar__lte=HIGHEST))
                & (Q(sebelum=None) | Q(sebelum__gte=LOWEST, sebelum__lte=HIGHEST)),
            ),
            models.CheckConstraint(
                name="nilai_kompetensi_beralasan", condition=~Q(nama="") & ~Q(alasan="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nama}: {self.nilai}"
