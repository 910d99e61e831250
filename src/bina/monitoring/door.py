"""The monitoring room's door: all that other rooms may ask about progress and feedback."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Max, QuerySet
from django.http import HttpRequest

from bina.core.ahead import Asking
from bina.core.compiled import compiled, opens
from bina.core.home_lines import Antrean, Peristiwa, Tugas
from bina.law import door as law_room
from bina.monitoring import home_lines, material, panels, pengamatan, reading
from bina.monitoring.kata_sinyal import SinyalTersimpan, Tersimpan, stored, stored_asking
from bina.monitoring.material import (
    Bahan,
    BuktiCatatan,
    Catatan,
    HasilPeriode,
    UmpanBalikTerbaca,
)
from bina.monitoring.models import Realisasi, UmpanBalik
from bina.monitoring.reading import Kemajuan, KemajuanHasil, KemajuanIndikator, amount
from bina.monitoring.services.feedback import Isi, give_feedback
from bina.monitoring.services.progress import BuktiBaru, record_progress
from bina.monitoring.services.refused import Refused
from bina.monitoring.subject import Tentang
from bina.monitoring.terlambat import Lewat
from bina.monitoring.terlambat import register as register_overdue
from bina.planning import door as planning
from bina.planning.door import Rencana

__all__ = [
    "Bahan",
    "BuktiBaru",
    "BuktiCatatan",
    "Catatan",
    "HasilPeriode",
    "Isi",
    "Kemajuan",
    "KemajuanHasil",
    "KemajuanIndikator",
    "Lewat",
    "Refused",
    "SinyalTersimpan",
    "Tentang",
    "Tersimpan",
    "UmpanBalikTerbaca",
    "amount",
    "entries",
    "feedback",
    "give_feedback",
    "last_feedback",
    "look_again",
    "look_at_agency",
    "period",
    "progress_around",
    "progress_asking",
    "progress_of",
    "progress_of_plans",
    "progress_on_page",
    "queues",
    "record_progress",
    "register_overdue",
    "stored",
    "stored_asking",
    "tasks",
    "timeline",
]


def progress_of(skp_ids: Iterable[int], *, on: date) -> dict[int, Kemajuan]:
    """skp id -> how far the plan is that day, per result and indicator, beside the time elapsed.

    Counts over all versions of a plan; three queries however many there are.
    """
    return reading.progress_of(skp_ids, on=on)


def progress_on_page(request: HttpRequest, rencana: Rencana) -> Kemajuan:
    """How far the plan of an SKP page is, as its reader may know it: read once for the page."""
    return panels.read(request, rencana).kemajuan


def progress_of_plans(plans: Mapping[int, Rencana], *, on: date) -> dict[int, Kemajuan]:
    """The same for plans already at hand; one query."""
    return reading.progress_of_plans(plans, on=on)


def progress_asking(plans: Mapping[int, Rencana], *, on: date) -> list[Asking]:
    """What that will ask, to be sent ahead."""
    return reading.progress_asking(plans, on=on)


def progress_around(user: Any, *, on: date) -> list[Kemajuan]:
    """Of every plan in force this user has or appraises; two queries, asked once a request."""
    return reading.around(user, on=on)


def period(rencana: Rencana, *, mulai: date, selesai: date) -> Bahan:
    """Figures, entries, evidence and shared feedback of a period, for the appraisal."""
    return material.material(rencana, mulai=mulai, selesai=selesai)


def entries(rencana: Rencana, *, mulai: date, selesai: date) -> list[Catatan]:
    """The valid entries of a period with their evidence, newest first."""
    rows = Realisasi.objects.valid().of_plan(rencana.rumpun)
    return material.lines(rows.filter(tanggal__gte=mulai, tanggal__lte=selesai))


def feedback(rencana: Rencana, *, mulai: date, selesai: date) -> list[UmpanBalikTerbaca]:
    """The feedback of a period that the penilai may use, newest first."""
    rows = UmpanBalik.objects.of_plan(rencana.rumpun).shared()
    return material.readable(rows.filter(tanggal__gte=mulai, tanggal__lte=selesai))


@compiled
def _last_said(viewer: Any, pegawai_ids: list[int], on: date) -> "QuerySet[UmpanBalik, Any]":
    rows = UmpanBalik.objects.visible_to(viewer, on=on).filter(pegawai__in=pegawai_ids)
    return rows.order_by().values_list("pegawai").annotate(Max("tanggal"))


@opens(_last_said)
def last_feedback(pegawai_ids: list[int], viewer: Any, *, on: date) -> dict[int, date]:
    """pegawai id -> the day of the last feedback given to them that this viewer may read."""
    return dict(_last_said(viewer, pegawai_ids, on))


def timeline(pegawai_id: int, viewer: Any, *, on: date) -> list[Peristiwa]:
    """Progress and feedback of this person, as far as the viewer may see them."""
    return home_lines.timeline(pegawai_id, viewer, on=on)


def queues(user: Any, *, on: date) -> list[Antrean]:  # noqa: ARG001  as every room is asked
    """Feedback asked of this user."""
    return home_lines.queues(user)


def tasks(user: Any, *, on: date) -> list[Tugas]:
    """A month without an entry."""
    return list(home_lines.tasks(user, on=on))


def look_again(pegawai: Any, *, on: date) -> None:
    """Something an upper room told of this person changed: look at the plan in force once more,
    in the same transaction."""
    law = law_room.parameters(pegawai.instansi)
    for skp_id in planning.running_ids(on=on).filter(pegawai=pegawai.pk):
        pengamatan.look_at_plan(skp_id, law=law, on=on)


def look_at_agency(instansi: Any, *, on: date) -> int:
    """All running plans of an agency, as each night; says how many."""
    law = law_room.parameters(instansi)
    return pengamatan.look_at_agency(instansi.pk, law=law, on=on)
