"""What a session holds: notes, actions, an adjusted expectation, signatures."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bina.access import policy
from bina.core.audit import Place
from bina.guidance.models.sesi import Sesi


class Bagian(models.TextChoices):
    """GROW (Whitmore), as LAN's leadership training names its phases."""

    TUJUAN = "tujuan", _("Tujuan")
    KENYATAAN = "kenyataan", _("Kenyataan")
    PILIHAN = "pilihan", _("Pilihan")
    KOMITMEN = "komitmen", _("Komitmen")


class Pembaca(models.TextChoices):
    SAYA = "saya", _("Hanya saya")
    BERDUA = "berdua", _("Kami berdua")
    BAGI = "bagi", _("Dibagikan kepada penilai")


SHARED = (Pembaca.BERDUA, Pembaca.BAGI)


class CatatanQuerySet(models.QuerySet["Catatan"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        """One's own; of the other's what is shared; for the penilai what both signed for them."""
        return self.filter(policy.scope(user, "catatan_coaching.lihat", on=on))

    def shared(self) -> Self:
        return self.filter(pembaca__in=SHARED)


class Catatan(models.Model):
    """A note of a session, with its audience. "Hanya saya" is its writer's alone: never signed,
    never printed, never carried anywhere."""

    sesi = models.ForeignKey(Sesi, on_delete=models.PROTECT, related_name="catatan")
    bagian = models.CharField(max_length=12, choices=Bagian.choices)
    pembaca = models.CharField(max_length=8, choices=Pembaca.choices, default=Pembaca.BERDUA)
    penulis = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="catatan_coaching"
    )
    isi = models.TextField()
    diubah_pada = models.DateTimeField()

    objects = CatatanQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="catatan_pembaca_dikenal", condition=Q(pembaca__in=Pembaca.values)
            ),
            models.CheckConstraint(name="catatan_berisi", condition=~Q(isi="")),
        ]

    def __str__(self) -> str:
        return f"Catatan {self.bagian} ({self.pembaca})"

    @property
    def trail_place(self) -> Place:
        return self.sesi.trail_place


class Tindakan(models.Model):
    """An agreed action: what, by whom, until when. Open ones carry forward until done."""

    sesi = models.ForeignKey(Sesi, on_delete=models.PROTECT, related_name="tindakan")
    uraian = models.CharField(max_length=500)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="tindakan_coaching"
    )
    tenggat = models.DateField()
    selesai_pada = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["tenggat", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(name="tindakan_coaching_beruraian", condition=~Q(uraian=""))
        ]

    def __str__(self) -> str:
        return f"Tindakan {self.pk} ({self.tenggat:%Y-%m-%d})"

    @property
    def trail_place(self) -> Place:
        return self.sesi.trail_place


class Penyesuaian(models.Model):
    """An expectation the two would adjust. Signed by both it becomes a proposal to change the
    SKP; only the pimpinan decides on that (PermenPANRB 6/2022, Lampiran, coaching huruf d)."""

    sesi = models.OneToOneField(Sesi, on_delete=models.PROTECT, related_name="penyesuaian")
    indikator_kunci = models.UUIDField()
    indikator_uraian = models.TextField()
    satuan = models.CharField(max_length=60, blank=True)
    semula = models.DecimalField(max_digits=18, decimal_places=4)
    menjadi = models.DecimalField(max_digits=18, decimal_places=4)
    alasan = models.TextField()
    usul = models.OneToOneField(
        "planning.UsulPerubahan", null=True, on_delete=models.PROTECT, related_name="+"
    )
    kendala = models.TextField(blank=True, help_text="why it could not be proposed, in words")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="penyesuaian_mengubah", condition=~Q(semula=F("menjadi")) & Q(menjadi__gte=0)
            ),
            models.CheckConstraint(name="penyesuaian_beralasan", condition=~Q(alasan="")),
        ]

    def __str__(self) -> str:
        return f"{self.indikator_kunci}: {self.semula} -> {self.menjadi}"


class Peran(models.TextChoices):
    PEGAWAI = "pegawai", _("Pegawai")
    COACH = "coach", _("Coach")


class TandaTangan(models.Model):
    """One signature under one content. `sidik` is the digest of what was signed; a signature
    voided by a later change stays in the record with its hour."""

    sesi = models.ForeignKey(Sesi, on_delete=models.PROTECT, related_name="tanda_tangan")
    peran = models.CharField(max_length=8, choices=Peran.choices)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    sidik = models.CharField(max_length=64)
    pada = models.DateTimeField()
    gugur_pada = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["pada", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="tanda_tangan_satu_per_peran",
                fields=["sesi", "peran"],
                condition=Q(gugur_pada=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.peran} {self.pada:%Y-%m-%d}"
