"""What the pages of teams show, read in a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from bina.people import door
from bina.people.models import AnggotaTim, KetuaTim, TimKerja
from bina.people.models.tim import status_on
from bina.ui import paging

CHOICES = [
    ("berjalan", _("Berjalan")),
    ("belum_mulai", _("Belum mulai")),
    ("berakhir", _("Berakhir")),
    ("semua", _("Semua")),
]


@dataclass(frozen=True, slots=True)
class Baris:
    """A team in the list."""

    tim: TimKerja
    ketua: str
    status: str


@dataclass(frozen=True, slots=True)
class Tugas:
    """Somebody's days in a team, and where they stand today."""

    row: Any
    unit: str
    status: str


@dataclass(slots=True)
class Isi:
    """Who leads and works in a team: now, to come, and earlier."""

    ketua: Tugas | None = None
    ketua_nanti: list[Tugas] = field(default_factory=list)
    ketua_dulu: list[Tugas] = field(default_factory=list)
    anggota: list[Tugas] = field(default_factory=list)
    anggota_nanti: list[Tugas] = field(default_factory=list)
    anggota_dulu: list[Tugas] = field(default_factory=list)


def filters(request: HttpRequest, chosen: str) -> list[paging.Filter]:
    """Running teams unless the address says otherwise."""
    return [
        paging.Filter(label, paging.address(request, saring=value, hal=""), value == chosen)
        for value, label in CHOICES
    ]


def lines(teams: Iterable[TimKerja], on: date) -> list[Baris]:
    """The rows of the list, each with whoever leads it now, led it last, or will lead it first."""
    teams = list(teams)
    led = KetuaTim.objects.filter(tim__in=teams).select_related("orang").order_by("mulai")
    heads: dict[int, str] = {}
    for one in led:
        if one.tim_id not in heads or one.mulai <= on:
            heads[one.tim_id] = one.orang.nama_lengkap
    return [Baris(one, heads.get(one.pk, ""), one.status_on(on)) for one in teams]


def people_of(tim: TimKerja, on: date) -> Isi:
    """Who leads and works in the team (three queries). An ended team shows its last people."""
    day = tim.selesai if tim.selesai is not None and tim.selesai < on else on
    led = list(tim.ketua.select_related("orang").order_by("mulai", "pk"))
    working = list(tim.anggota.select_related("orang").order_by("orang__nama", "mulai", "pk"))
    where = door.placed([one.orang_id for one in [*led, *working]], on=day)
    isi = Isi()
    for one in led:
        shown = _shown(one, where, day)
        if shown.status == "berjalan":
            isi.ketua = shown
        else:
            (isi.ketua_nanti if shown.status == "belum_mulai" else isi.ketua_dulu).append(shown)
    for row in working:
        shown = _shown(row, where, day)
        _list_of(isi, shown.status).append(shown)
    return isi


def _list_of(isi: Isi, status: str) -> list[Tugas]:
    return {
        "berjalan": isi.anggota,
        "belum_mulai": isi.anggota_nanti,
        "berakhir": isi.anggota_dulu,
    }[status]


def _shown(row: KetuaTim | AnggotaTim, where: dict[int, door.Tempat], day: date) -> Tugas:
    place = where.get(row.orang_id)
    return Tugas(row, place.unit if place else "", status_on(row, day))
