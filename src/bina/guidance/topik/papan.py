"""The board: per topic how many cases, people, sessions, hours, and how many have ended.

A topic that fewer than five people have shows no figure at all (personalia.FEWEST): of one or
four, colleagues know who it is. There is no sum under the columns, for two reasons: a case with
several topics would count twice, and a sum gives away the one row that is hidden.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from bina.competency import door as competency
from bina.guidance import asal, kasus, personalia
from bina.guidance.kasus import COACHING, MENTORING
from bina.guidance.mentoring.workflow import StatusLog
from bina.guidance.models import Bidang, LogMentoring, Sesi, TopikKasus
from bina.guidance.workflow import StatusSesi


@dataclass(frozen=True, slots=True)
class Baris:
    """One topic. `cukup`: enough people to show its figures; else they are all zero."""

    topik: str
    cukup: bool
    kasus: int = 0
    orang: int = 0
    sesi: int = 0
    jp: Decimal = Decimal(0)
    selesai: Decimal = Decimal(0)


def board(jenis: str, user: Any, *, tahun: int | None, on: date) -> list[Baris]:
    """Every topic with a case in the user's reach that began that year; three queries."""
    cases = cases_of(jenis, user, tahun=tahun, on=on)
    links = TopikKasus.objects.filter(**{f"{jenis}__in": cases.values("pk")}).order_by()
    ended = kasus.over(jenis).values("pk")
    counted = links.values("topik").annotate(
        kasus=Count(jenis),
        orang=Count(f"{jenis}__pegawai", distinct=True),
        selesai=Count("pk", filter=Q(**{f"{jenis}__in": ended})),
    )
    found = {row["topik"]: row for row in counted}
    worked = {row["topik"]: row for row in _worked(jenis, cases)} if found else {}
    names = Bidang.objects.in_bulk(found)
    rows = [_row(names[pk], row, worked.get(pk, {})) for pk, row in found.items()]
    return sorted(rows, key=lambda one: (-one.kasus, one.topik))


def cases_of(jenis: str, user: Any, *, tahun: int | None, on: date) -> "QuerySet[Any]":
    """The cases of the people this user looks after, begun in that year or at any time."""
    rows = kasus.MODEL[jenis].objects.filter(pegawai__in=personalia.people_of(user, on=on))
    return rows.filter(dibuat__year=tahun) if tahun else rows


def _worked(jenis: str, cases: "QuerySet[Any]") -> "Iterable[Any]":
    """topik -> sessions or entries both have signed, and the hours credited for them."""
    rows: QuerySet[Any]
    if jenis == COACHING:
        rows = Sesi.objects.filter(
            status=StatusSesi.DITANDATANGANI, coaching__in=cases.values("pk")
        )
        origin, path = asal.SESI, "coaching__topik_kasus__topik"
    else:
        initialled = LogMentoring.objects.filter(status=StatusLog.DIPARAF)
        rows = initialled.filter(mentoring__in=cases.values("pk"))
        origin, path = asal.LOG, "mentoring__topik_kasus__topik"
    each = rows.order_by().annotate(jp=competency.jp_of(origin))
    summed = each.values(path).annotate(sesi=Count("pk"), jumlah=Sum("jp"))
    return ({"topik": one[path], **one} for one in summed if one[path])


def _row(topik: Bidang, row: Mapping[str, Any], worked: Mapping[str, Any]) -> Baris:
    if row["orang"] < personalia.FEWEST:
        return Baris(str(topik), cukup=False)
    return Baris(
        str(topik),
        True,
        row["kasus"],
        row["orang"],
        worked.get("sesi", 0),
        worked.get("jumlah") or Decimal(0),
        Decimal(100 * row["selesai"]) / row["kasus"],
    )


def both(user: Any, *, tahun: int | None, on: date) -> dict[str, list[Baris]]:
    return {one: board(one, user, tahun=tahun, on=on) for one in (COACHING, MENTORING)}
