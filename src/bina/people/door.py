"""What other rooms may ask of people."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bina.access import policy
from bina.accounts.models import Orang
from bina.core.home_lines import Peristiwa, Tugas
from bina.people import hierarchy
from bina.people.imports import home_lines
from bina.people.models import Pegawai, Penempatan, PermohonanAtasan


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where a person stands on a day."""

    penempatan_id: int
    unit_id: int
    unit: str
    jabatan: str
    jenjang: str
    sejak: date


def placed(orang_ids: list[int], *, on: date) -> dict[int, Tempat]:
    """The main placement of each of these people on that day (one query)."""
    rows = Penempatan.objects.on(on).filter(orang__in=orang_ids)
    # Definitive sorts before plh and plt: written last, it stays.
    ordered = rows.select_related("unit", "jabatan").order_by("-jenis", "mulai")
    return {
        one.orang_id: Tempat(
            one.pk,
            one.unit_id,
            one.unit.nama,
            one.jabatan.nama,
            one.jabatan.jenjang,
            one.mulai,
        )
        for one in ordered
    }


def subordinates(user: Any, *, on: date) -> "QuerySet[Orang]":
    """The active people whose superior this user is on that day."""
    people = Orang.objects.filter(hierarchy.subordinates(user, on), is_active=True)
    return people.order_by("nama", "pk")


def visible_people(user: Any, *, on: date) -> "QuerySet[Pegawai]":
    """The civil servants this user may see."""
    return Pegawai.objects.visible_to(user, on=on)


def tasks(user: Any, *, on: date) -> list[Tugas]:
    """Requests about superiors that wait for this user; staff files this user sent that ended."""
    return [*_corrections(user, on), *home_lines.tasks(user, on=on)]


def _corrections(user: Any, on: date) -> list[Tugas]:
    mine = policy.scope(user, "permohonan_atasan.setujui", on=on)
    waiting = PermohonanAtasan.objects.filter(mine, status="diajukan").count()
    if not waiting:
        return []
    title = ngettext(
        "Putuskan satu permohonan koreksi atasan",
        "Putuskan %(n)d permohonan koreksi atasan",
        waiting,
    ) % {"n": waiting}
    where = reverse("people:permohonan")
    return [Tugas("people", title, _("Atasan yang tercatat keliru"), None, where, _("Periksa"))]


def timeline(pegawai_id: int, _viewer: Any, *, on: date) -> list[Peristiwa]:
    """Positions held, for whoever may see the person."""
    rows = Penempatan.objects.filter(Q(orang=pegawai_id), mulai__lte=on)
    return [
        Peristiwa(
            one.mulai, str(one.jabatan), one.unit.nama, one.get_jenis_display(), "", "jabatan"
        )
        for one in rows.select_related("jabatan", "unit").order_by("-mulai")[:20]
    ]
