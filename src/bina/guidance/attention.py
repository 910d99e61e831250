"""Signals with what is being done about them: whether guidance has taken a result up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from bina.accounts.models import Orang
from bina.core.compiled import compiled
from bina.guidance.models import Coaching, Triase
from bina.guidance.workflow import OPEN, StatusTriase
from bina.law import door as law_room
from bina.monitoring import door as monitoring
from bina.monitoring import signals
from bina.monitoring.door import Kemajuan
from bina.monitoring.signals import Sinyal
from bina.planning.door import Rencana
from bina.rules.parameters import Parameters

# So long after a decision the same result does not call for another one.
QUIET_DAYS = 60


@dataclass(frozen=True, slots=True)
class Perhatian:
    """A signal, and the one step that follows for this reader."""

    sinyal: "Sinyal | monitoring.SinyalTersimpan"
    nama: str
    ditangani: bool
    url: str
    aksi: str


def of_progress(
    progress: Iterable[Kemajuan], viewer: Any, *, on: date
) -> dict[int, tuple[Perhatian, ...]]:
    """skp id -> its signals, what lags first, with the step for this viewer: the pegawai or the
    penilai of the plan. For anybody else nothing. One query, and three more where there are
    any. What the penilai has muted is not among them."""
    # A plan's penilai is of the person's own agency.
    law = law_room.parameters(viewer.instansi)
    theirs = [
        one for one in progress if viewer.pk in {one.rencana.pegawai_id, one.rencana.penilai_id}
    ]
    kept = monitoring.stored(theirs, law=law, on=on)
    found = {one.skp_id: _of_plan(one, kept.get(one.skp_id), law, on) for one in theirs}
    people = {one.pegawai_id for given in found.values() for one in given}
    taken = _taken_up(people, on) if people else {}
    names = {viewer.pk: str(viewer), **dict(_names(people - {viewer.pk}))}
    return {
        pk: tuple(_attention(one, taken, names, viewer) for one in given)
        for pk, given in found.items()
    }


@compiled
def _names(people: set[int]) -> "QuerySet[Orang, tuple[int, str]]":
    return Orang.objects.filter(pk__in=people).values_list("pk", "nama")


def _of_plan(
    one: Kemajuan, kept: monitoring.Tersimpan | None, law: Parameters, on: date
) -> tuple[Any, ...]:
    """What lags, worked out now, then what is stored."""
    if kept is None:
        return signals.signals(one, law=law, on=on)
    silent = signals.TERTINGGAL in kept.diredam
    return (*(() if silent else signals.signals(one, law=law, on=on)), *kept.lain)


def of_plans(
    plans: Mapping[int, Rencana], viewer: Any, *, on: date
) -> dict[int, tuple[Perhatian, ...]]:
    """The same by plans (one query more, for their progress)."""
    return of_progress(monitoring.progress_of_plans(plans, on=on).values(), viewer, on=on)


def for_reader(user: Any, *, on: date) -> list[Perhatian]:
    """Of the user's own plan and of those they appraise: the result of each that lags most and
    nobody has taken up, the furthest behind first."""
    found = of_progress(monitoring.progress_around(user, on=on), user, on=on)
    open_ones = [
        [one for one in each if not one.ditangani and one.sinyal.jenis == signals.TERTINGGAL]
        for each in found.values()
    ]
    return sorted((each[0] for each in open_ones if each), key=lambda one: -one.sinyal.poin)


def _taken_up(people: set[int], on: date) -> dict[tuple[int, UUID | None], str]:
    """(pegawai, result) -> where it is being seen to."""
    found = {
        (pegawai, kunci): reverse("guidance:triase", args=[pk])
        for pk, pegawai, kunci in _weighed(people, on)
    }
    for pk, pegawai, kunci in _coached(people):
        found[pegawai, kunci] = reverse("guidance:coaching", args=[pk])
    return found


@compiled
def _weighed(people: set[int], on: date) -> "QuerySet[Triase, tuple[int, int, UUID | None]]":
    waiting = Q(status=StatusTriase.TERBUKA)
    since = on - timedelta(days=QUIET_DAYS)
    recent = Q(status=StatusTriase.DIPUTUS, diputus_pada__date__gte=since)
    rows = Triase.objects.filter(waiting | recent, pegawai__in=people, hasil_kunci__isnull=False)
    return rows.values_list("pk", "pegawai_id", "hasil_kunci")


@compiled
def _coached(people: set[int]) -> "QuerySet[Coaching, tuple[int, int, UUID | None]]":
    rows = Coaching.objects.filter(pegawai__in=people, status__in=OPEN, hasil_kunci__isnull=False)
    return rows.values_list("pk", "pegawai_id", "hasil_kunci")


def _attention(
    one: "Sinyal | monitoring.SinyalTersimpan",
    taken: dict[tuple[int, UUID | None], str],
    names: dict[int, str],
    viewer: Any,
) -> Perhatian:
    nama = names[one.pegawai_id]
    if one.hasil_kunci is None:
        url = reverse("monitoring:sinyal", args=[one.skp_id])
        return Perhatian(one, nama, False, url, _("Lihat sinyal"))
    seen_to = taken.get((one.pegawai_id, one.hasil_kunci))
    if seen_to:
        return Perhatian(one, nama, True, seen_to, _("Lihat bimbingan"))
    if viewer.pk == one.pegawai_id:
        url = f"{reverse('guidance:minta')}?hasil={one.hasil_kunci}"
        return Perhatian(one, nama, False, url, _("Minta bimbingan"))
    url = reverse("guidance:timbang", args=[one.skp_id, one.hasil_kunci])
    return Perhatian(one, nama, False, url, _("Timbang bimbingan"))
