"""Which steps of guidance are late, whose they are and since when. Set-based: a question a step,
however many cases. Reads states and dates alone, never a word of what was written."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import F, Max, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from bina.guidance.mentoring.workflow import StatusLog, StatusMentoring, StatusTawaran
from bina.guidance.models import LogMentoring, Mentoring, Sesi, TawaranMentor, Tindakan
from bina.guidance.models.pengingat import Langkah
from bina.guidance.workflow import StatusSesi

S = StatusSesi


@dataclass(frozen=True, slots=True)
class Ukuran:
    """On which day, and how many days without a log a mentoring may go."""

    on: date
    hari_tanpa_log: int


@dataclass(frozen=True, slots=True)
class Telat:
    """A step that was due on `sejak` and is not done."""

    langkah: str
    objek_id: int
    orang_id: int
    sejak: date

    @property
    def key(self) -> tuple[Any, ...]:
        return (self.langkah, self.objek_id, self.orang_id, self.sejak)


# Whose cases: a condition on the person guided, by the path to them.
Whose = Callable[[str], Q]
Found = Iterator[Telat]


def late(whose: Whose, ukuran: Ukuran) -> list[Telat]:
    """All steps due before that day and not done, of these people's guidance."""
    asked = (_report, _minutes, _signatures, _actions, _log, _initials, _answers)
    return [one for ask in asked for one in ask(whose, ukuran)]


def _rows(langkah: Langkah, rows: Iterable[tuple[int, int, Any]]) -> Found:
    for pk, orang, due in rows:
        day = timezone.localdate(due) if isinstance(due, datetime) else due
        yield Telat(langkah.value, pk, orang, day)


def _report(whose: Whose, ukuran: Ukuran) -> Found:
    rows = Sesi.objects.filter(
        whose("coaching__pegawai"), status=S.PRA_COACHING, dibuat__date__lt=ukuran.on
    )
    yield from _rows(Langkah.LAPORAN, rows.values_list("pk", "coaching__pegawai", "dibuat"))


def _minutes(whose: Whose, ukuran: Ukuran) -> Found:
    rows = Sesi.objects.filter(
        whose("coaching__pegawai"),
        status__in=[S.DIJADWALKAN, S.DICATAT],
        selesai__date__lt=ukuran.on,
    )
    yield from _rows(Langkah.CATATAN, rows.values_list("pk", "coach", "selesai"))


def _signatures(whose: Whose, ukuran: Ukuran) -> Found:
    rows = Sesi.objects.filter(
        whose("coaching__pegawai"), status=S.MENUNGGU, tenggat_tanda_tangan__lt=ukuran.on
    )
    for peran, path in (("pegawai", "coaching__pegawai"), ("coach", "coach")):
        waiting = rows.filter(**{f"{peran}_pada": None})
        values = waiting.values_list("pk", path, "tenggat_tanda_tangan")
        yield from _rows(Langkah.TANDA_TANGAN, values)


def _actions(whose: Whose, ukuran: Ukuran) -> Found:
    rows = Tindakan.objects.filter(
        whose("sesi__coaching__pegawai"),
        sesi__status=S.DITANDATANGANI,
        selesai_pada=None,
        tenggat__lt=ukuran.on,
    )
    yield from _rows(Langkah.TINDAKAN, rows.values_list("pk", "oleh", "tenggat"))


def _log(whose: Whose, ukuran: Ukuran) -> Found:
    """Counted from the last meeting written down, or from the day the mentor agreed."""
    gap = timedelta(days=ukuran.hari_tanpa_log)
    rows = Mentoring.objects.filter(whose("pegawai"), status=StatusMentoring.BERJALAN)
    rows = rows.filter(pasangan__selesai=None).annotate(
        terakhir=Coalesce(
            Max("log__tanggal", filter=Q(log__tanggal__gte=F("pasangan__mulai"))),
            F("pasangan__mulai"),
        )
    )
    silent = rows.filter(terakhir__lt=ukuran.on - gap).order_by()
    for pk, orang, last in silent.values_list("pk", "pegawai", "terakhir"):
        yield Telat(Langkah.LOG.value, pk, orang, last + gap)


def _initials(whose: Whose, ukuran: Ukuran) -> Found:
    rows = LogMentoring.objects.filter(
        whose("mentoring__pegawai"), status=StatusLog.MENUNGGU, dibuat__date__lt=ukuran.on
    )
    for peran, path in (("pegawai", "mentoring__pegawai"), ("mentor", "mentor")):
        waiting = rows.filter(**{f"{peran}_pada": None})
        yield from _rows(Langkah.PARAF, waiting.values_list("pk", path, "dibuat"))


def _answers(whose: Whose, ukuran: Ukuran) -> Found:
    """On the last day: the day after, the next mentor is asked and nothing is late any more."""
    rows = TawaranMentor.objects.filter(
        whose("mentoring__pegawai"), status=StatusTawaran.TERBUKA, batas__lte=ukuran.on
    )
    yield from _rows(Langkah.JAWABAN, rows.values_list("pk", "mentor", "batas"))
