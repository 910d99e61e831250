"""Teams across units: what for, in which period, who leads, who works in it."""

from datetime import date, timedelta
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Count, Q

from bina.access import policy
from bina.core.audit import Place
from bina.core.dated import Dated, DatedQuerySet, in_force, ordered
from bina.people.models.organisasi import Instansi, Unit


class TimKerjaQuerySet(DatedQuerySet["TimKerja"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        return self.filter(policy.scope(user, "tim_kerja.lihat", on=on))

    def of_person(self, orang_id: int) -> Self:
        """The teams somebody leads or works in, has done so or is to do so."""
        return self.filter(
            Q(pk__in=KetuaTim.objects.filter(orang=orang_id).values("tim"))
            | Q(pk__in=AnggotaTim.objects.filter(orang=orang_id).values("tim"))
        )

    def standing(self, status: str, on: date) -> Self:
        """Those that run, have ended or are to begin; all where the word is none of these."""
        conditions = {
            "berjalan": in_force(on),
            "belum_mulai": Q(mulai__gt=on),
            "berakhir": Q(selesai__lt=on),
        }
        return self.filter(conditions.get(status, Q()))

    def named(self, words: str) -> Self:
        """Those whose name, or the name of anybody in them, has these words."""
        who = {"orang__nama__icontains": words}
        return self.filter(
            Q(nama__icontains=words)
            | Q(pk__in=KetuaTim.objects.filter(**who).values("tim"))
            | Q(pk__in=AnggotaTim.objects.filter(**who).values("tim"))
        )

    def for_list(self, on: date) -> Self:
        """All a list row shows but its ketua, in one query; the newest first."""
        working = Count("anggota", filter=in_force(on, "anggota__"))
        return self.select_related("unit").annotate(banyak=working).order_by("-mulai", "nama", "pk")


class TimKerja(Dated):
    """A team across units, for a period. The performance managers of `unit` look after it.

    `suntingan` counts the changes of the team itself, so that a page opened before somebody
    else's change is noticed.
    """

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="tim_kerja")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="tim_kerja")
    nama = models.CharField(max_length=200)
    tujuan = models.TextField(blank=True, default="")
    suntingan = models.PositiveIntegerField(default=0)

    objects = TimKerjaQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            ordered("tim_kerja_selesai_setelah_mulai"),
            models.CheckConstraint(name="tim_kerja_bernama", condition=~Q(nama="")),
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def trail_place(self) -> Place:
        return Place(f"instansi:{self.instansi_id}", lingkup=self.unit_id)

    def status_on(self, day: date) -> str:
        return status_on(self, day)

    def has_ended(self, day: date) -> bool:
        return self.selesai is not None and self.selesai < day


def status_on(row: Dated, day: date) -> str:
    """In the words of `TimKerjaQuerySet.standing`."""
    if row.mulai > day:
        return "belum_mulai"
    return "berakhir" if row.selesai is not None and row.selesai < day else "berjalan"


class _InTeam(Dated):
    """Somebody's days in a team; without an end they last as long as the team."""

    orang: Any
    orang_id: Any
    tim: Any
    tim_id: Any

    class Meta:
        abstract = True

    @property
    def trail_place(self) -> Place:
        return Place(f"instansi:{self.tim.instansi_id}", self.orang_id, self.tim.unit_id)


class KetuaTim(_InTeam):
    """Who leads a team, from when to when. The next one begins the day after."""

    tim = models.ForeignKey(TimKerja, on_delete=models.CASCADE, related_name="ketua")
    orang = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="tim_diketuai"
    )

    objects = DatedQuerySet["KetuaTim"].as_manager()

    class Meta:
        constraints: ClassVar = [ordered("ketua_tim_selesai_setelah_mulai")]

    def __str__(self) -> str:
        return f"{self.orang_id} ketua {self.tim_id}"

    @property
    def day_before(self) -> date:
        return self.mulai - timedelta(days=1)


class AnggotaTimQuerySet(DatedQuerySet["AnggotaTim"]):
    def led_by(self, orang_id: int, *, on: date) -> Self:
        """Who works on that day in a running team that this person leads on that day."""
        led = in_force(on, "tim__ketua__") & Q(tim__ketua__orang=orang_id)
        return self.on(on).filter(in_force(on, "tim__") & led)


class AnggotaTim(_InTeam):
    """A member of a team, from when to when."""

    tim = models.ForeignKey(TimKerja, on_delete=models.CASCADE, related_name="anggota")
    orang = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="keanggotaan_tim"
    )

    objects = AnggotaTimQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [ordered("anggota_tim_selesai_setelah_mulai")]

    def __str__(self) -> str:
        return f"{self.orang_id} di {self.tim_id}"
