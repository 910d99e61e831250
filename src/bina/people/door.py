"""What other rooms may ask of people."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bina.access import policy
from bina.accounts.models import Orang
from bina.core.compiled import compiled, opens
from bina.core.home_lines import Antrean, Peristiwa, Tugas
from bina.people import bawahan
from bina.people.imports import home_lines
from bina.people.models import (
    AnggotaTim,
    KetuaTim,
    Pegawai,
    Penempatan,
    PermohonanAtasan,
    TimKerja,
)
from bina.people.models.tim import status_on

LARGEST_TEAM = 500  # a team larger than this is an agency: it has lists of its own


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where a person stands on a day."""

    penempatan_id: int
    unit_id: int
    unit: str
    jabatan: str
    jenjang: str
    sejak: date


@compiled
def _placements(orang_ids: list[int], on: date) -> "QuerySet[Penempatan, Any]":
    """In the order of Tempat. Definitive sorts before plh and plt: written last, it stays."""
    rows = Penempatan.objects.on(on).filter(orang__in=orang_ids).order_by("-jenis", "mulai")
    where = ("unit_id", "unit__nama", "jabatan__nama", "jabatan__jenjang")
    return rows.values_list("orang_id", "pk", *where, "mulai")


@opens(_placements)
def placed(orang_ids: list[int], *, on: date) -> dict[int, Tempat]:
    """The main placement of each of these people on that day (one query)."""
    return {pegawai: Tempat(*place) for pegawai, *place in _placements(orang_ids, on)}


class Bawahan(NamedTuple):
    """Somebody of a team."""

    pk: int
    nama: str
    nip: str | None


def subordinate_ids(user: Any, *, on: date) -> list[int]:
    """The people whose superior this user is on that day, active or not."""
    return bawahan.subordinates(user, on)


@compiled
def _active(orang_ids: list[int]) -> "QuerySet[Orang, Any]":
    rows = Orang.objects.filter(pk__in=orang_ids, is_active=True)
    return rows.order_by("nama", "pk").values_list(*Bawahan._fields)[:LARGEST_TEAM]


@opens(_active)
def team(orang_ids: list[int]) -> list[Bawahan]:
    """Those of these who are active, by name; at most LARGEST_TEAM (one query)."""
    return [Bawahan(*one) for one in _active(orang_ids)]


def visible_people(user: Any, *, on: date) -> "QuerySet[Pegawai]":
    """The civil servants this user may see."""
    return Pegawai.objects.visible_to(user, on=on)


def queues(user: Any, *, on: date) -> list[Antrean]:
    """Requests about superiors that wait for this user; staff files this user sent that ended."""
    mine = policy.scope(user, "permohonan_atasan.setujui", on=on)
    rows = PermohonanAtasan.objects.filter(mine, status="diajukan")
    asked = Antrean(rows, lambda found: [_requests(found.count())])
    return [asked, *home_lines.queues(user, on=on)]


def _requests(waiting: int) -> Tugas:
    title = ngettext(
        "Putuskan satu permohonan koreksi atasan",
        "Putuskan %(n)d permohonan koreksi atasan",
        waiting,
    ) % {"n": waiting}
    where = reverse("people:permohonan")
    return Tugas("people", title, _("Atasan yang tercatat keliru"), None, where, _("Periksa"))


def timeline(pegawai_id: int, viewer: Any, *, on: date) -> list[Peristiwa]:
    """Positions held and teams worked in, for whoever may see the person."""
    posts = [
        Peristiwa(
            one.mulai, str(one.jabatan), one.unit.nama, one.get_jenis_display(), "", "jabatan"
        )
        for one in _posts(pegawai_id, on)
    ]
    return [*posts, *_teams(pegawai_id, viewer, on)]


@compiled
def _posts(pegawai_id: int, on: date) -> "QuerySet[Penempatan, Penempatan]":
    rows = Penempatan.objects.filter(orang=pegawai_id, mulai__lte=on)
    return rows.select_related("jabatan", "unit").order_by("-mulai")[:20]


@compiled
def _led(pegawai_id: int, on: date) -> "QuerySet[KetuaTim, KetuaTim]":
    rows = KetuaTim.objects.filter(orang=pegawai_id, mulai__lte=on)
    return rows.select_related("tim").order_by("-mulai")[:20]


@compiled
def _worked_in(pegawai_id: int, on: date) -> "QuerySet[AnggotaTim, AnggotaTim]":
    rows = AnggotaTim.objects.filter(orang=pegawai_id, mulai__lte=on)
    return rows.select_related("tim").order_by("-mulai")[:20]


def _teams(pegawai_id: int, viewer: Any, on: date) -> list[Peristiwa]:
    """When they began to lead a team or to work in one; the way there for whoever may go."""
    named: list[tuple[str, Any]] = [(_("Ketua tim kerja"), one) for one in _led(pegawai_id, on)]
    named += [(_("Anggota tim kerja"), one) for one in _worked_in(pegawai_id, on)]
    seen = TimKerja.objects.visible_to(viewer, on=on) if named else TimKerja.objects.none()
    open_to = set(
        seen.filter(pk__in=[one.tim_id for _name, one in named]).values_list("pk", flat=True)
    )
    return [
        Peristiwa(
            one.mulai,
            name,
            one.tim.nama,
            status_on(one, on) if one.selesai else one.tim.status_on(on),
            reverse("people:tim_rinci", args=[one.tim_id]) if one.tim_id in open_to else "",
            "jabatan",
        )
        for name, one in named
    ]
