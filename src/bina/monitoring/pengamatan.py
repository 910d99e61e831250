"""Looks at running plans and keeps what it finds: each night at all of an agency, at once at one
plan something was recorded on. The same code, so that the two never differ.

So many plans at a time, each lot in a fixed number of queries, in a transaction of its own;
looking twice changes nothing.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Q, QuerySet

from bina.core.bulk import without_gc
from bina.monitoring import pertanda, reading, terlambat
from bina.monitoring.models import Sifat, UmpanBalik
from bina.monitoring.models.sinyal import Sinyal
from bina.monitoring.pertanda import Keadaan, Pertanda, Suara
from bina.planning import door as planning
from bina.planning.door import Rencana
from bina.rules.parameters import Parameters

LOT = 2_000
NO_VOICE = Suara()


def look_at_agency(instansi_id: int, *, law: Parameters, on: date) -> int:
    """All running plans of an agency; says how many."""
    running = planning.running_ids(on=on).filter(pegawai__instansi=instansi_id)
    seen = 0
    with without_gc():
        for lot in _lots(running):
            _look(lot, law, on)
            seen += len(lot)
    gone = Sinyal.objects.filter(skp__pegawai__instansi=instansi_id)
    gone.exclude(skp__in=planning.running_ids(on=on)).delete()
    return seen


def look_at_plan(skp_id: int, *, law: Parameters, on: date) -> None:
    """One plan, in the transaction of whatever was recorded on it; nothing if it does not run."""
    lot = list(planning.running_ids(on=on).filter(pk=skp_id))
    if lot:
        _look(lot, law, on)


def _lots(ids: "QuerySet[Any, int]") -> Iterator[list[int]]:
    last = 0
    while lot := list(ids.filter(pk__gt=last).order_by("pk")[:LOT]):
        yield lot
        last = lot[-1]


def _look(skp_ids: Sequence[int], law: Parameters, on: date) -> None:
    plans = planning.without_conduct(skp_ids)
    found = {
        pk: {one.jenis.value: one for one in pertanda.all_of(keadaan, law, on)}
        for pk, keadaan in _states(plans, law, on)
    }
    with transaction.atomic():
        _keep(found, on)


def _states(plans: dict[int, Rencana], law: Parameters, on: date) -> Iterator[tuple[int, Keadaan]]:
    known = reading.progress_of_plans(plans, on=on)
    span = timedelta(days=int(law.in_force("pemantauan.umpan_balik_berbalik", on).value["hari"]))
    voices = _voices([one.rumpun for one in plans.values()], on - span, on - 2 * span, on)
    late = terlambat.of([one.pegawai_id for one in plans.values()], on=on)
    for pk, plan in plans.items():
        voice = voices.get(plan.rumpun, NO_VOICE)
        yield pk, Keadaan(known[pk], voice, late.get(plan.pegawai_id))


def _voices(plans: list[UUID], turn: date, since: date, on: date) -> dict[UUID, Suara]:
    """Feedback shared with the penilai, before and after the turn (one query)."""
    rows = UmpanBalik.objects.shared().filter(
        skp__rumpun__in=plans, tanggal__gt=since, tanggal__lte=on
    )
    before, good = Q(tanggal__lte=turn), Q(sifat=Sifat.POSITIF)
    counted = (
        rows.order_by()
        .values_list("skp__rumpun")
        .annotate(
            dulu=Count("pk", filter=before),
            dulu_positif=Count("pk", filter=before & good),
            kini=Count("pk", filter=~before),
            kini_positif=Count("pk", filter=~before & good),
        )
    )
    return {rumpun: Suara(*numbers) for rumpun, *numbers in counted}


def _keep(found: dict[int, dict[str, Pertanda]], on: date) -> None:
    """New ones in, changed ones over, those whose reason is gone out unless muted."""
    stored = {
        (skp, jenis): (pk, hasil, angka)
        for pk, skp, jenis, hasil, angka in Sinyal.objects.filter(skp__in=list(found)).values_list(
            "pk", "skp_id", "jenis", "hasil_kunci", "angka"
        )
    }
    fresh, same = [], []
    for skp, signs in found.items():
        for jenis, one in signs.items():
            known = stored.pop((skp, jenis), None)
            if known and known[1:] == (one.hasil_kunci, one.angka):
                same.append(known[0])
            else:
                fresh.append(_row(skp, one, on))
    Sinyal.objects.bulk_create(
        fresh,
        batch_size=1000,
        update_conflicts=True,
        unique_fields=["skp", "jenis"],
        update_fields=["hasil_kunci", "angka", "terakhir"],
    )
    Sinyal.objects.filter(pk__in=same).exclude(terakhir=on).update(terakhir=on)
    gone = [pk for pk, _hasil, _angka in stored.values()]
    Sinyal.objects.filter(pk__in=gone).loud(on).delete()


def _row(skp: int, one: Pertanda, on: date) -> Sinyal:
    return Sinyal(
        skp_id=skp,
        jenis=one.jenis,
        hasil_kunci=one.hasil_kunci,
        angka=one.angka,
        sejak=on,
        terakhir=on,
    )
