"""A guidance as what follows on it sees it: a coaching or a mentoring, by one face."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q

from bina.guidance.mentoring.workflow import StatusLog, StatusMentoring
from bina.guidance.models import Coaching, LogMentoring, Mentoring, Sesi
from bina.guidance.workflow import OPEN, StatusSesi

COACHING, MENTORING = "coaching", "mentoring"
MODEL: dict[str, Any] = {COACHING: Coaching, MENTORING: Mentoring}
# Whoever guides stands in another field of each.
PEMANDU = {COACHING: "coach", MENTORING: "mentor"}
ENDED = (StatusMentoring.DILAPORKAN, StatusMentoring.SELESAI, StatusMentoring.DIHENTIKAN)


@dataclass(frozen=True, slots=True)
class Kasus:
    """One coaching or one mentoring."""

    jenis: str
    objek: Any

    @property
    def pegawai(self) -> Any:
        return self.objek.pegawai

    @property
    def penilai(self) -> Any:
        return self.objek.penilai

    @property
    def pemandu(self) -> Any:
        return getattr(self.objek, PEMANDU[self.jenis])

    @property
    def kunci(self) -> dict[str, Any]:
        """The field by which a record hangs on it."""
        return {self.jenis: self.objek}

    @property
    def tentang(self) -> str:
        """What it is about, as lists name it."""
        return str(self.objek.topik if self.jenis == COACHING else self.objek.bidang)

    def is_over(self) -> bool:
        return bool(over(self.jenis).filter(pk=self.objek.pk).exists())


def people(jenis: str) -> Any:
    """All of this kind with the people in them; the caller says who may see which."""
    beside = ("bidang",) if jenis == MENTORING else ()
    named = ("pegawai__orang", "pegawai__instansi", "penilai", PEMANDU[jenis], *beside)
    return MODEL[jenis].objects.select_related(*named)


def visible(jenis: str, user: Any, on: date) -> Any:
    """Those this user knows of. KeyError for another word than the two."""
    return people(jenis).visible_to(user, on=on)


def over(jenis: str) -> Any:
    """Those that took place and have ended: what the annex calls pasca bimbingan."""
    return MODEL[jenis].objects.filter(ended(jenis), held(jenis))


def ended(jenis: str) -> Q:
    if jenis == COACHING:
        return ~Q(status__in=OPEN) & Q(coach__isnull=False)
    return Q(status__in=ENDED, mentor__isnull=False)


def held(jenis: str) -> Exists:
    """At least one session or entry that both have signed."""
    if jenis == COACHING:
        signed = Sesi.objects.filter(status=StatusSesi.DITANDATANGANI)
        return Exists(signed.filter(coaching=OuterRef("pk")))
    initialled = LogMentoring.objects.filter(status=StatusLog.DIPARAF)
    return Exists(initialled.filter(mentoring=OuterRef("pk")))
