"""What the pages of appraisal show, read with a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max, Q, QuerySet

from bina.access import policy
from bina.access.tables import TABLES, model_of
from bina.accounts.models import Orang
from bina.appraisal.models import CapaianOrganisasi, Evaluasi, PeriodeEvaluasi
from bina.appraisal.raters import rated_by
from bina.appraisal.workflow import Status
from bina.core.compiled import compiled
from bina.law import door as law_room
from bina.monitoring import door as monitoring
from bina.monitoring.door import Kemajuan
from bina.people import door as people
from bina.people.models import Unit
from bina.planning import door as planning
from bina.planning.door import Rencana

BELUM = "belum"


@dataclass(frozen=True, slots=True)
class Orangnya:
    """One person to rate in a period, and how far that is."""

    rencana: Rencana
    nama: str
    jabatan: str
    unit: str
    evaluasi: Evaluasi | None
    kemajuan: Kemajuan | None
    capaian: str

    @property
    def status(self) -> str:
        return self.evaluasi.status if self.evaluasi else BELUM

    @property
    def is_released(self) -> bool:
        return self.status == Status.DIRILIS


def to_rate_ids(user: Any, periode: PeriodeEvaluasi, *, on: date) -> list[int]:
    """Ids of the plans this user rates in the period, ordered by name: the order of "next"."""
    skps = model_of(TABLES["penilaian"])._default_manager.filter(
        policy.scope(user, "penilaian.nilai", on=on),
        mulai__lte=periode.selesai,
        selesai__gte=periode.mulai,
        pegawai__instansi=periode.instansi_id,
    )
    return list(skps.order_by("pegawai__orang__nama", "pk").values_list("pk", flat=True))


def people_to_rate(user: Any, periode: PeriodeEvaluasi, *, on: date) -> list[Orangnya]:
    """Whom this user rates in the period, ordered by name."""
    ids = to_rate_ids(user, periode, on=on)
    plans = planning.plans(ids)
    progress = monitoring.progress_of_plans(plans, on=min(on, periode.selesai))
    persons = [one.pegawai_id for one in plans.values()]
    names = dict(Orang.objects.filter(pk__in=persons).values_list("pk", "nama"))
    placed = people.placed(persons, on=on)
    # What they wrote themselves is theirs to see in every state.
    mine = Evaluasi.objects.filter(penilai=user.pk, periode=periode)
    known = {one.rumpun: one for one in mine}
    reached = capaian_by_unit(periode, {one.unit_id for one in plans.values()})
    return [
        Orangnya(
            rencana=plans[pk],
            nama=names[plans[pk].pegawai_id],
            jabatan=getattr(placed.get(plans[pk].pegawai_id), "jabatan", ""),
            unit=getattr(placed.get(plans[pk].pegawai_id), "unit", ""),
            evaluasi=known.get(plans[pk].rumpun),
            kemajuan=progress.get(pk),
            capaian=reached.get(plans[pk].unit_id, ""),
        )
        for pk in ids
    ]


def capaian_by_unit(periode: PeriodeEvaluasi, unit_ids: Iterable[int]) -> dict[int, str]:
    rows = CapaianOrganisasi.objects.filter(periode=periode, unit__in=list(unit_ids))
    return dict(rows.values_list("unit_id", "capaian"))


@dataclass(frozen=True, slots=True)
class UnitDinilai:
    """A unit whose capaian this user sets."""

    unit: Unit
    capaian: CapaianOrganisasi | None
    terkunci: bool


def units_to_rate(user: Any, periode: PeriodeEvaluasi, *, on: date) -> list[UnitDinilai]:
    ids = rated_by(user, on)
    units = Unit.objects.filter(pk__in=ids, instansi=periode.instansi_id).order_by("kode")
    rows = CapaianOrganisasi.objects.filter(periode=periode, unit__in=ids)
    known = {one.unit_id: one for one in rows.select_related("ditetapkan_oleh")}
    released = Evaluasi.objects.released().filter(periode=periode, unit__in=ids)
    locked = set(released.values_list("unit_id", flat=True))
    return [UnitDinilai(one, known.get(one.pk), one.pk in locked) for one in units]


def earlier(evaluated: Rencana, periode: PeriodeEvaluasi, viewer: Any, *, on: date) -> list[Any]:
    """The person's released evaluations of the periods before, as far as the viewer may see."""
    rows = Evaluasi.objects.visible_to(viewer, on=on).released()
    before = Q(pegawai=evaluated.pegawai_id, periode__selesai__lt=periode.mulai)
    return list(rows.filter(before).for_list()[:4])


def last_day_judged(instansi_id: int, parameter: str) -> date | None:
    """The last day by which a released evaluation was judged that rests on this parameter: the
    end of its period, which may be still to come."""
    rows = Evaluasi.objects.released().filter(periode__instansi=instansi_id)
    found = law_room.resting_on(rows, parameter).aggregate(last=Max("periode__selesai"))
    day: date | None = found["last"]
    return day


def periods_for(instansi_id: int | None, *, on: date) -> list[PeriodeEvaluasi]:
    """The open periods of an agency, the newest first."""
    if instansi_id is None:
        return []
    return _periods(instansi_id, on)


@compiled
def _periods(instansi_id: int, on: date) -> "QuerySet[PeriodeEvaluasi, PeriodeEvaluasi]":
    return PeriodeEvaluasi.objects.of(instansi_id).open_on(on)[:8]
