"""What the ketua of a team expects of a member: a short dated text, without being penilai."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from bina.access import policy
from bina.core.audit import Place


class EkspektasiTimQuerySet(models.QuerySet["EkspektasiTim"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "ekspektasi_tim.lihat", on=on))

    def current(self) -> Self:
        """What holds: the newest of each member in each team."""
        newer = EkspektasiTim.objects.filter(
            tim=OuterRef("tim"), pegawai=OuterRef("pegawai"), pk__gt=OuterRef("pk")
        )
        return self.filter(~Exists(newer))

    def unread(self) -> Self:
        return self.filter(dibaca_pada=None)

    def for_list(self) -> Self:
        return self.select_related("tim", "oleh", "pegawai").order_by("-tanggal", "-pk")


class EkspektasiTim(models.Model):
    """An expectation of a Pimpinan who is not the penilai (kinerja.md 1.1: the head of a team).

    It is not edited: a newer one takes its place, and the earlier ones stay readable. The member
    confirms having read it; whether it becomes a result is settled in the plan.
    """

    tim = models.ForeignKey("people.TimKerja", on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="ekspektasi_tim"
    )
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    isi = models.TextField()
    tanggal = models.DateField()
    dibuat = models.DateTimeField()
    dibaca_pada = models.DateTimeField(null=True)

    objects = EkspektasiTimQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["pegawai", "tim"], name="ekspektasi_tim_per_anggota")
        ]
        constraints: ClassVar = [
            models.CheckConstraint(name="ekspektasi_tim_terisi", condition=~Q(isi="")),
            models.CheckConstraint(
                name="ekspektasi_tim_bukan_untuk_diri_sendiri", condition=~Q(pegawai=F("oleh"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.oleh_id} -> {self.pegawai_id}"

    @property
    def trail_place(self) -> Place:
        return Place(f"instansi:{self.tim.instansi_id}", self.pegawai_id, self.tim.unit_id)
