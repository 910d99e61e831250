"""Running plans whose penilai is no longer the superior: which, and who takes them over."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q

from bina.access import policy
from bina.people import hierarchy
from bina.people.models import Atasan, Penempatan
from bina.planning.models import Skp, SkpQuerySet
from bina.planning.workflow import Status

HELD = (Status.DIAJUKAN, Status.DITETAPKAN)


@dataclass(frozen=True, slots=True)
class Kepindahan:
    """A plan that should change hands, and to whom; nobody where none is recorded."""

    skp: Skp
    kepada: Any | None


def next_penilai(plans: Iterable[Skp], *, on: date) -> dict[int, Any]:
    """plan id -> the superior of its person in its position on that day.

    A fixed number of queries, unless somebody has several plans (an acting post beside their own).
    """
    found: dict[int, Any] = {}
    rest = list(plans)
    while rest:
        once = {one.pegawai_id: one for one in reversed(rest)}
        at = {pegawai: one.penempatan for pegawai, one in once.items()}
        names = hierarchy.superiors_of(once, on=on, at=at)
        found |= {one.pk: names.get(pegawai) for pegawai, one in once.items()}
        rest = [one for one in rest if one.pk not in found]
    return found


def to_hand_over(user: Any, *, on: date) -> list[Kepindahan]:
    """The plans this user may hand over that name a penilai who is no longer the superior."""
    mine = policy.scope(user, "skp.serah_terima", on=on)
    rows = Skp.objects.filter(mine, _may_have_moved(on), status__in=HELD, selesai__gte=on)
    plans = list(rows.for_list().order_by("penilai__nama", "pegawai__orang__nama", "pk"))
    names = next_penilai(plans, on=on)
    return [
        Kepindahan(one, names[one.pk])
        for one in plans
        if names[one.pk] is None or names[one.pk].pk != one.penilai_id
    ]


def _may_have_moved(on: date) -> Q:
    """Said to the database, so that a whole agency's plans need not be looked at one by one."""
    left = Penempatan.objects.filter(
        orang=OuterRef("penilai"), selesai__lt=on, selesai__gte=OuterRef("mulai")
    )
    recorded = Atasan.objects.filter(pegawai=OuterRef("pegawai"), mulai__lte=on).filter(
        mulai__gt=OuterRef("mulai")
    )
    return Q(penilai__is_active=False) | Exists(left) | Exists(recorded)


def perhaps_mine(user: Any, *, on: date) -> SkpQuerySet:
    """For Beranda: plans that may be the user's to take over, by the units they head and by the
    lines that name them; each reached by an index. `to_hand_over` knows exactly."""
    moved = Skp.objects.filter(_may_have_moved(on), status__in=HELD, selesai__gte=on)
    others = moved.exclude(penilai=user.pk)
    heads = Penempatan.objects.on(on).filter(orang=user.pk, jabatan=F("unit__jabatan_pimpinan"))
    posts = Penempatan.objects.filter(unit__in=heads.values("unit"))
    named = hierarchy.lines(on).filter(atasan=user.pk)
    by_post = others.filter(penempatan__in=posts.values("pk")).values("pk")
    by_line = others.filter(pegawai__in=named.values("pegawai")).values("pk")
    return Skp.objects.filter(pk__in=by_post.union(by_line))
