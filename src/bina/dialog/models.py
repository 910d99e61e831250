"""Dialogues of a pegawai and their penilai: agenda, private notes, agreed actions, summary."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bina.access import policy
from bina.core.audit import Place
from bina.dialog.workflow import CLOSED, HELD, ONGOING, PREPARED, SUMMED_UP
from bina.dialog.workflow import StatusDialog as S


class DialogQuerySet(models.QuerySet["Dialog"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        """Those of which the reader is one of the two."""
        return self.filter(policy.scope(user, "dialog.lihat", on=on))

    def known_to(self, user: Any, *, on: date) -> Self:
        """Those of which the reader may know that and when they took place, and nothing else."""
        return self.filter(policy.scope(user, "dialog.ketahui", on=on))

    def ongoing(self) -> Self:
        return self.filter(status__in=ONGOING)

    def between(self, pegawai_id: int, penilai_id: int) -> Self:
        return self.filter(pegawai=pegawai_id, penilai=penilai_id)

    def with_people(self) -> Self:
        return self.select_related("pegawai__orang", "pegawai__instansi", "penilai")

    def for_list(self) -> Self:
        """The newest first, without a word of what was written."""
        return self.with_people().defer(*Dialog.WORDS).order_by("-tanggal", "-pk")


class Dialog(models.Model):
    """One dialogue between a pegawai and the penilai of the running plan.

    `penilai` is copied from the plan: the record keeps the two of that time. `tanggal` is the
    planned day, and from the beginning on the day it took place. `suntingan` counts edits of
    summary and actions, so that nobody confirms what they have not read. What both confirmed
    is locked (database guard).
    """

    # What the two wrote: never in lists, never in the trail.
    WORDS = ("ringkasan", "keterangan")

    skp = models.ForeignKey("planning.Skp", on_delete=models.PROTECT, related_name="dialog")
    pegawai = models.ForeignKey("people.Pegawai", on_delete=models.PROTECT, related_name="dialog")
    penilai = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="dialog_dipimpin"
    )
    tanggal = models.DateField()
    tempat = models.CharField(max_length=200, blank=True)
    status = models.CharField(max_length=16, choices=S.choices, default=S.DIRENCANAKAN)
    ringkasan = models.TextField(blank=True)
    keterangan = models.TextField(blank=True, help_text="why it was called off")
    suntingan = models.PositiveIntegerField(default=0)
    pegawai_pada = models.DateTimeField(null=True)
    penilai_pada = models.DateTimeField(null=True)
    direncanakan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    dibuat = models.DateTimeField()

    objects = DialogQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["pegawai", "-tanggal"], name="dialog_per_pegawai"),
            models.Index(fields=["penilai", "status"], name="dialog_per_penilai"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="dialog_bukan_dengan_diri_sendiri", condition=~Q(pegawai=F("penilai"))
            ),
            models.CheckConstraint(
                name="dialog_dikonfirmasi_berdua",
                condition=~Q(status=S.DIKONFIRMASI)
                | Q(pegawai_pada__isnull=False, penilai_pada__isnull=False),
            ),
            models.CheckConstraint(
                name="dialog_menunggu_yang_kedua",
                condition=~Q(status=S.DIRANGKUM) | Q(pegawai_pada=None) | Q(penilai_pada=None),
            ),
            models.CheckConstraint(
                name="dialog_belum_dirangkum_tanpa_konfirmasi",
                condition=Q(status__in=SUMMED_UP) | Q(pegawai_pada=None, penilai_pada=None),
            ),
            models.CheckConstraint(
                name="dialog_dirangkum_berisi",
                condition=~Q(status__in=SUMMED_UP) | ~Q(ringkasan=""),
            ),
            models.CheckConstraint(
                name="dialog_dibatalkan_beralasan",
                condition=~Q(status=S.DIBATALKAN) | ~Q(keterangan=""),
            ),
            models.CheckConstraint(name="dialog_status_dikenal", condition=Q(status__in=S.values)),
            models.UniqueConstraint(
                name="dialog_satu_yang_berjalan",
                fields=["pegawai", "penilai"],
                condition=Q(status__in=ONGOING),
            ),
        ]

    def __str__(self) -> str:
        return f"Dialog {self.pegawai_id} / {self.penilai_id} {self.tanggal:%Y-%m-%d}"

    @property
    def is_ongoing(self) -> bool:
        return self.status in ONGOING

    @property
    def is_prepared(self) -> bool:
        return self.status in PREPARED

    @property
    def is_held(self) -> bool:
        return self.status in HELD

    @property
    def is_closed(self) -> bool:
        return self.status in CLOSED

    @property
    def is_confirmed(self) -> bool:
        return self.status == S.DIKONFIRMASI

    def party(self, orang_id: int) -> str:
        """As what this person confirms: pegawai or penilai; empty for anybody else."""
        return {self.pegawai_id: "pegawai", self.penilai_id: "penilai"}.get(orang_id, "")

    def other(self, orang_id: int) -> Any:
        """The one of the two whom this person talks with."""
        return self.penilai if orang_id == self.pegawai_id else self.pegawai.orang

    @property
    def trail_place(self) -> Place:
        return self.pegawai.trail_place


class Asal(models.TextChoices):
    """Where a point of the agenda comes from: written, or taken over from the data."""

    DITULIS = "ditulis", _("Ditulis")
    TERTINGGAL = "tertinggal", _("Hasil tertinggal")
    BELUM_ADA = "belum_ada", _("Belum ada kemajuan")
    UMPAN_BALIK = "umpan_balik", _("Umpan balik")
    TINDAKAN = "tindakan", _("Tindakan lewat tenggat")


class ButirAgenda(models.Model):
    """A point of the shared agenda. `kunci` names the suggestion it was taken over from, so
    that one is taken over once."""

    dialog = models.ForeignKey(Dialog, on_delete=models.PROTECT, related_name="agenda")
    uraian = models.CharField(max_length=300)
    asal = models.CharField(max_length=16, choices=Asal.choices, default=Asal.DITULIS)
    kunci = models.CharField(max_length=80, blank=True)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    dibuat = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(name="butir_agenda_beruraian", condition=~Q(uraian="")),
            models.CheckConstraint(
                name="butir_agenda_asal_dikenal", condition=Q(asal__in=Asal.values)
            ),
            models.UniqueConstraint(
                name="butir_agenda_usul_diambil_sekali",
                fields=["dialog", "kunci"],
                condition=~Q(kunci=""),
            ),
        ]

    def __str__(self) -> str:
        return f"Butir {self.pk} ({self.asal})"

    @property
    def trail_place(self) -> Place:
        return self.dialog.trail_place


class CatatanQuerySet(models.QuerySet["CatatanPribadi"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        """One's own, nobody else's."""
        return self.filter(policy.scope(user, "catatan_dialog.lihat", on=on))


class CatatanPribadi(models.Model):
    """What one of the two notes for themselves. Nobody else reads it, not even once it is over."""

    dialog = models.ForeignKey(Dialog, on_delete=models.PROTECT, related_name="catatan")
    penulis = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="catatan_dialog"
    )
    isi = models.TextField(blank=True)
    suntingan = models.PositiveIntegerField(default=1)
    diubah_pada = models.DateTimeField()

    objects = CatatanQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="catatan_dialog_satu_per_orang", fields=["dialog", "penulis"]
            )
        ]

    def __str__(self) -> str:
        return f"Catatan {self.penulis_id}"

    @property
    def trail_place(self) -> Place:
        return self.dialog.trail_place


class TindakanQuerySet(models.QuerySet["Tindakan"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(dialog__in=Dialog.objects.visible_to(user, on=on).values("pk"))

    def agreed(self) -> Self:
        """Of a summary that both confirmed: before, it is a draft of one of them."""
        return self.filter(dialog__status=S.DIKONFIRMASI)

    def unfinished(self) -> Self:
        """Agreed and not yet done: these carry forward into the next dialogue."""
        return self.agreed().filter(selesai_pada=None)

    def between(self, pegawai_id: int, penilai_id: int) -> Self:
        return self.filter(dialog__pegawai=pegawai_id, dialog__penilai=penilai_id)


class Tindakan(models.Model):
    """An agreed action: what, by whom, until when."""

    dialog = models.ForeignKey(Dialog, on_delete=models.PROTECT, related_name="tindakan")
    uraian = models.CharField(max_length=500)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="tindakan_dialog"
    )
    tenggat = models.DateField()
    selesai_pada = models.DateField(null=True)

    objects = TindakanQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["tenggat", "pk"]
        indexes: ClassVar = [
            models.Index(
                fields=["oleh", "tenggat"],
                name="tindakan_dialog_terbuka",
                condition=Q(selesai_pada=None),
            )
        ]
        constraints: ClassVar = [
            models.CheckConstraint(name="tindakan_dialog_beruraian", condition=~Q(uraian=""))
        ]

    def __str__(self) -> str:
        return f"Tindakan {self.pk} ({self.tenggat:%Y-%m-%d})"

    @property
    def trail_place(self) -> Place:
        return self.dialog.trail_place
