"""What coach and coachee agree on before the first session is held, and what came of it."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bina.core.audit import Place
from bina.guidance.coaching.workflow import AGREED, DRAFTED, StatusKesepakatan
from bina.guidance.models.coaching import Coaching

K = StatusKesepakatan
MOST_AIMS = 5


class KesepakatanQuerySet(models.QuerySet["Kesepakatan"]):
    def in_force(self, coaching_id: int) -> Self:
        return self.filter(coaching=coaching_id, status=K.BERLAKU)

    def drafted(self, coaching_id: int) -> Self:
        return self.filter(coaching=coaching_id, status__in=DRAFTED)

    def read_by(self, coaching: Coaching, user: Any) -> Self:
        """To the coachee every version; to a coach those made with them."""
        rows = self.filter(coaching=coaching).order_by("-versi")
        return rows if user.pk == coaching.pegawai_id else rows.filter(coach=user.pk)


class Kesepakatan(models.Model):
    """The coaching agreement: aims with their measures, rhythm, bounds of secrecy and their
    limits, the right to stop or to change coach (kompetensi.md 4.1, after the ethics of ICF).

    A version both have signed stands; a change is a new one. `naskah` is the text of the bounds
    as it was signed, whatever Bina says later. It binds a coach by name: another agrees anew.
    """

    coaching = models.ForeignKey(Coaching, on_delete=models.PROTECT, related_name="kesepakatan")
    coach = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="kesepakatan_coaching"
    )
    versi = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=24, choices=K.choices, default=K.DISUSUN)
    suntingan = models.PositiveIntegerField(default=0)
    jumlah_sesi = models.PositiveSmallIntegerField()
    jarak_hari = models.PositiveSmallIntegerField()
    lama_menit = models.PositiveSmallIntegerField()
    tempat = models.CharField(max_length=200)
    tambahan = models.TextField(blank=True, help_text="what the two add to the bounds")
    naskah = models.TextField()
    pegawai_pada = models.DateTimeField(null=True)
    coach_pada = models.DateTimeField(null=True)
    sidik_pegawai = models.CharField(max_length=64, blank=True)
    sidik_coach = models.CharField(max_length=64, blank=True)
    dibuat = models.DateTimeField()

    objects = KesepakatanQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["coaching", "versi"]
        constraints: ClassVar = [
            models.UniqueConstraint(name="kesepakatan_versi_sekali", fields=["coaching", "versi"]),
            models.UniqueConstraint(
                name="kesepakatan_satu_berlaku",
                fields=["coaching"],
                condition=Q(status=K.BERLAKU),
            ),
            models.UniqueConstraint(
                name="kesepakatan_satu_disusun",
                fields=["coaching"],
                condition=Q(status__in=DRAFTED),
            ),
            models.CheckConstraint(
                name="kesepakatan_berlaku_ditandatangani_berdua",
                condition=~Q(status__in=AGREED)
                | Q(
                    pegawai_pada__isnull=False,
                    coach_pada__isnull=False,
                    sidik_pegawai=F("sidik_coach"),
                )
                & ~Q(sidik_coach=""),
            ),
            models.CheckConstraint(
                name="kesepakatan_menunggu_yang_kedua",
                condition=~Q(status=K.MENUNGGU) | Q(pegawai_pada=None) | Q(coach_pada=None),
            ),
            models.CheckConstraint(
                name="kesepakatan_disusun_tanpa_tanda_tangan",
                condition=~Q(status=K.DISUSUN) | Q(pegawai_pada=None, coach_pada=None),
            ),
            models.CheckConstraint(
                name="kesepakatan_berirama",
                condition=Q(jumlah_sesi__gte=1, jarak_hari__gte=1, lama_menit__gte=15)
                & ~Q(tempat="")
                & ~Q(naskah=""),
            ),
        ]

    def __str__(self) -> str:
        return f"Kesepakatan {self.coaching_id} v{self.versi} ({self.status})"

    @property
    def is_drafted(self) -> bool:
        return self.status in DRAFTED

    @property
    def is_in_force(self) -> bool:
        return self.status == K.BERLAKU

    def party(self, orang_id: int) -> str:
        return {self.coaching.pegawai_id: "pegawai", self.coach_id: "coach"}.get(orang_id, "")

    @property
    def trail_place(self) -> Place:
        return self.coaching.trail_place


class TujuanCoaching(models.Model):
    """An aim with the measure by which both will see that it is reached."""

    kesepakatan = models.ForeignKey(Kesepakatan, on_delete=models.CASCADE, related_name="tujuan")
    urutan = models.PositiveSmallIntegerField()
    tujuan = models.CharField(max_length=300)
    ukuran = models.CharField(max_length=300)

    class Meta:
        ordering: ClassVar = ["urutan"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="tujuan_coaching_berurutan", fields=["kesepakatan", "urutan"]
            ),
            models.CheckConstraint(
                name="tujuan_coaching_berukuran", condition=~Q(tujuan="") & ~Q(ukuran="")
            ),
        ]

    def __str__(self) -> str:
        return self.tujuan


class Capaian(models.TextChoices):
    TERCAPAI = "tercapai", _("Tercapai")
    SEBAGIAN = "sebagian", _("Tercapai sebagian")
    BELUM = "belum", _("Belum tercapai")


class HasilTujuan(models.Model):
    """What came of one aim, said when the coaching is closed."""

    tujuan = models.OneToOneField(TujuanCoaching, on_delete=models.PROTECT, related_name="hasil")
    capaian = models.CharField(max_length=10, choices=Capaian.choices)
    uraian = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="hasil_tujuan_dikenal",
                condition=Q(capaian__in=Capaian.values) & ~Q(uraian=""),
            )
        ]

    def __str__(self) -> str:
        return f"{self.tujuan_id}: {self.capaian}"
