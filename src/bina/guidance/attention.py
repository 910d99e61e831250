"""Signals with what is being done about them: whether guidance has taken a result up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, Value
from django.utils.translation import gettext as _

from bina.accounts.models import Orang
from bina.core.addresses import address
from bina.core.ahead import Asking
from bina.core.compiled import compiled
from bina.guidance.models import Coaching, Triase
from bina.guidance.workflow import OPEN, StatusTriase
from bina.law import door as law_room
from bina.monitoring import door as monitoring
from bina.monitoring import signals
from bina.monitoring.door import Kemajuan
from bina.monitoring.signals import Sinyal
from bina.rules.parameters import Parameters

# So long after a decision the same result does not call for another one.
QUIET_DAYS = 60
TRIASE, COACHING = "guidance:triase", "guidance:coaching"


@dataclass(frozen=True, slots=True)
class Perhatian:
    """A signal, and the one step that follows for this reader: `tempat` is where guidance has
    taken the result up (a view and its record), `sendiri` whether the reader is whom it is about.
    Of many only the worst is shown, so words and addresses are made where they are read.
    """

    sinyal: "Sinyal | monitoring.SinyalTersimpan"
    tempat: tuple[str, int] | None
    sendiri: bool

    @property
    def ditangani(self) -> bool:
        return self.tempat is not None

    @property
    def url(self) -> str:
        if self.sinyal.hasil_kunci is None:
            return address("monitoring:sinyal", self.sinyal.skp_id)
        if self.tempat:
            return address(*self.tempat)
        if self.sendiri:
            return f"{address('guidance:minta')}?hasil={self.sinyal.hasil_kunci}"
        return address("guidance:timbang", self.sinyal.skp_id, self.sinyal.hasil_kunci)

    @property
    def aksi(self) -> str:
        if self.sinyal.hasil_kunci is None:
            return _("Lihat sinyal")
        if self.tempat:
            return _("Lihat bimbingan")
        return _("Minta bimbingan") if self.sendiri else _("Timbang bimbingan")


def of_progress(
    progress: Iterable[Kemajuan], viewer: Any, *, on: date
) -> dict[int, tuple[Perhatian, ...]]:
    """skp id -> its signals, what lags first, with the step for this viewer: the pegawai or the
    penilai of the plan. For anybody else nothing. Two queries. What the penilai has muted is
    not among them."""
    # A plan's penilai is of the person's own agency.
    law = law_room.parameters(viewer.instansi)
    theirs = [one for one in progress if _concerns(viewer, one.rencana)]
    kept = monitoring.stored(theirs, law=law, on=on)
    found = {one.skp_id: _of_plan(one, kept.get(one.skp_id), law, on) for one in theirs}
    taken = _taken_up({one.pegawai_id for one in theirs}, on)
    return {
        pk: tuple(_attention(one, taken, viewer) for one in given) for pk, given in found.items()
    }


def progress_asking(plans: Iterable[Any], viewer: Any, *, on: date) -> list[Asking]:
    """What `of_progress` will ask of the progress of these plans."""
    return asking({one.skp_id: one.pegawai_id for one in plans if _concerns(viewer, one)}, on=on)


def asking(plans: Mapping[int, int], *, on: date) -> list[Asking]:
    """The same of plans (skp id -> pegawai id) that concern the reader."""
    return [*monitoring.stored_asking(plans), _seen_to.asking(set(plans.values()), on)]


def _concerns(viewer: Any, plan: Any) -> bool:
    return viewer.pk in {plan.pegawai_id, plan.penilai_id}


def names_of(found: Iterable[Perhatian]) -> dict[int, str]:
    """Whom these are about."""
    return dict(_names({one.sinyal.pegawai_id for one in found}))


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


def for_reader(user: Any, *, on: date) -> list[Perhatian]:
    """Of the user's own plan and of those they appraise: the result of each that lags most and
    nobody has taken up, the furthest behind first."""
    found = of_progress(monitoring.progress_around(user, on=on), user, on=on)
    open_ones = [
        [one for one in each if not one.ditangani and one.sinyal.jenis == signals.TERTINGGAL]
        for each in found.values()
    ]
    return sorted((each[0] for each in open_ones if each), key=lambda one: -one.sinyal.poin)


def _taken_up(people: set[int], on: date) -> dict[tuple[int, UUID | None], tuple[str, int]]:
    """(pegawai, result) -> where it is being seen to: a coaching before a triage."""
    found = sorted(_seen_to(people, on), key=lambda one: one[0] == COACHING)
    return {(pegawai, kunci): (view, pk) for view, pk, pegawai, kunci in found}


@compiled
def _seen_to(people: set[int], on: date) -> "QuerySet[Triase, tuple[str, int, int, UUID | None]]":
    waiting = Q(status=StatusTriase.TERBUKA)
    since = on - timedelta(days=QUIET_DAYS)
    recent = Q(status=StatusTriase.DIPUTUS, diputus_pada__date__gte=since)
    weighed = Triase.objects.filter(waiting | recent, pegawai__in=people)
    coached = Coaching.objects.filter(pegawai__in=people, status__in=OPEN)
    return _places(weighed, TRIASE).union(_places(coached, COACHING), all=True)


def _places(rows: Any, view: str) -> Any:
    """Of a result (a triage may be about none), under the view that shows them."""
    found = rows.filter(hasil_kunci__isnull=False).order_by()
    return found.values_list(Value(view), "pk", "pegawai_id", "hasil_kunci")


def _attention(
    one: "Sinyal | monitoring.SinyalTersimpan",
    taken: dict[tuple[int, UUID | None], tuple[str, int]],
    viewer: Any,
) -> Perhatian:
    place = taken.get((one.pegawai_id, one.hasil_kunci)) if one.hasil_kunci else None
    return Perhatian(one, place, viewer.pk == one.pegawai_id)
