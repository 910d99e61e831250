"""What the database counts for the page: a fixed number of questions, whatever the agency's size.

Every figure stands for at least `personalia.FEWEST` different people, or is not there at all.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q

from bina.appraisal import door as appraisal
from bina.guidance import personalia
from bina.guidance.mentoring.workflow import StatusLog
from bina.guidance.models import (
    LaporanMentoring,
    LogMentoring,
    NilaiKompetensi,
    Perubahan,
    Sesi,
    Tindakan,
)
from bina.guidance.personalia import FEWEST
from bina.guidance.ukur import rumus
from bina.guidance.ukur.banding import Perbandingan, compare
from bina.guidance.workflow import StatusSesi


@dataclass(frozen=True, slots=True)
class Ukuran:
    """A figure over `orang` people; nothing of too few, not even how many they are."""

    orang: int = 0
    nilai: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Tingkat:
    """L2: medians of what was judged with B.1.9."""

    naik: Ukuran
    tertutup: Ukuran
    ternormal: Ukuran


@dataclass(frozen=True, slots=True)
class Hasil:
    """The page: competency (L2), actions and what the pimpinan felt (L3), predicates (L4)."""

    tingkat: Tingkat
    tindakan: Ukuran
    tindakan_median: Ukuran
    dirasakan: Ukuran
    periode: list[appraisal.Periode]
    sebelum: appraisal.Periode | None
    sesudah: appraisal.Periode | None
    banding: Perbandingan | None


def measure(user: Any, *, periode: int | None, on: date) -> Hasil:
    """Six questions at the most."""
    people = personalia.people_of(user, on=on)
    found = appraisal.periods(user.instansi_id, on=on) if user.instansi_id else []
    before, after = pair(found, periode)
    return Hasil(
        levels(people),
        *actions(people, on=on),
        felt(people),
        found,
        before,
        after,
        compare(_transitions(before, after, people), fewest=FEWEST),
    )


def _of(orang: int, nilai: Decimal | None) -> Ukuran:
    return Ukuran(orang, nilai) if orang >= FEWEST else Ukuran()


def levels(people: Any) -> Tingkat:
    """Two questions. At most 125 groups come back, however many were judged."""
    given = Q(sebelum__isnull=False, standar__isnull=False, evaluasi__pegawai__in=people)
    rows = NilaiKompetensi.objects.filter(given).order_by()
    who = "evaluasi__pegawai"
    n = rows.aggregate(
        semua=Count(who, distinct=True),
        kurang=Count(who, distinct=True, filter=Q(standar__gt=F("sebelum"))),
        bawah=Count(who, distinct=True, filter=Q(sebelum__lt=rumus.HIGHEST)),
    )
    groups = list(rows.values_list("standar", "sebelum", "nilai").annotate(Count("pk")))
    up = ((rumus.gain(pre, now), n) for _std, pre, now, n in groups)
    shut = (
        (rumus.closure(rumus.gap(std, pre), rumus.gap(std, now)), n) for std, pre, now, n in groups
    )
    share = ((rumus.normalised_gain(pre, now), n) for _std, pre, now, n in groups)
    return Tingkat(
        _of(n["semua"], rumus.median(rumus.tally(up))),
        _of(n["kurang"], rumus.median(rumus.tally(shut))),
        _of(n["bawah"], rumus.median(rumus.tally(share))),
    )


def actions(people: Any, *, on: date) -> tuple[Ukuran, Ukuran]:
    """Of agreed actions due by that day, how many were done on time: over all, and the median of
    the people (L3). One question, a line a person."""
    signed = Q(sesi__status=StatusSesi.DITANDATANGANI, sesi__coaching__pegawai__in=people)
    rows = Tindakan.objects.filter(signed, tenggat__lte=on).order_by()
    each = rows.values("sesi__coaching__pegawai").annotate(
        jatuh=Count("pk"), tepat=Count("pk", filter=Q(selesai_pada__lte=F("tenggat")))
    )
    found = list(each.values_list("tepat", "jatuh"))
    done, due = sum(one[0] for one in found), sum(one[1] for one in found)
    middle = rumus.median(rumus.tally((rumus.completion(*one), 1) for one in found))
    return _of(len(found), rumus.completion(done, due)), _of(len(found), middle)


def felt(people: Any) -> Ukuran:
    """Of mentoring the pimpinan has confirmed, the share whose change they feel (L3, item e)."""
    rows = LaporanMentoring.objects.filter(
        pimpinan_pada__isnull=False, mentoring__pegawai__in=people
    )
    n = rows.aggregate(
        orang=Count("mentoring__pegawai", distinct=True),
        semua=Count("pk"),
        terasa=Count("pk", filter=Q(perubahan=Perubahan.DIRASAKAN)),
    )
    return _of(n["orang"], rumus.completion(n["terasa"], n["semua"]))


def pair(
    found: list[appraisal.Periode], wanted: int | None
) -> tuple[appraisal.Periode | None, appraisal.Periode | None]:
    """The period before and the period after: the one asked for or the newest, and the nearest of
    its kind before it."""
    for after in found:
        if wanted in {None, after.id}:
            earlier = [
                one for one in found if one.jenis == after.jenis and one.selesai < after.mulai
            ]
            if earlier:
                return max(earlier, key=lambda one: one.selesai), after
    return None, None


def _transitions(
    before: appraisal.Periode | None, after: appraisal.Periode | None, people: Any
) -> Iterable[appraisal.Peralihan]:
    if before is None or after is None:
        return []
    return appraisal.transitions(
        sebelum=before.id,
        sesudah=after.id,
        pegawai=people,
        dibimbing=guided(before.selesai, after.selesai),
    )


def guided(since: date, until: date) -> list[Any]:
    """Ids of those with a session or an entry both signed after that day up to the other."""
    sessions = Sesi.objects.filter(status=StatusSesi.DITANDATANGANI).order_by()
    days = Q(mulai__date__gt=since, mulai__date__lte=until)
    entries = LogMentoring.objects.filter(status=StatusLog.DIPARAF).order_by()
    same = Q(tanggal__gt=since, tanggal__lte=until)
    return [
        sessions.filter(days).values("coaching__pegawai"),
        entries.filter(same).values("mentoring__pegawai"),
    ]
