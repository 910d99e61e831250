"""Expectations of teams as pages show them: on a plan, while drafting, and for a ketua."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from bina.access import policy
from bina.core.ahead import Asking
from bina.core.compiled import compiled
from bina.people.models import AnggotaTim
from bina.planning import panels
from bina.planning.models import EkspektasiTim, JenisHasil, Skp
from bina.planning.rencana import Rencana

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Anggota:
    """A member of a team the reader leads, with what was last expected of them."""

    row: AnggotaTim
    terakhir: EkspektasiTim | None


def register() -> None:
    panels.register(panels.Panel("planning.ekspektasi_tim", "samping", 20, _beside, asks=_asks))


def of_person(pegawai_id: int, viewer: Any, *, on: date) -> list[EkspektasiTim]:
    """What their teams expect of them now, as far as the viewer may read it (one query)."""
    return _of_person(viewer, pegawai_id, on)


def _asks(reader: Any, skp: Skp, on: date) -> list[Asking]:
    return [_of_person.asking(reader, skp.pegawai_id, on)]


@compiled
def _of_person(viewer: Any, pegawai_id: int, on: date) -> "QuerySet[EkspektasiTim, EkspektasiTim]":
    seen = EkspektasiTim.objects.visible_to(viewer, on=on).filter(pegawai=pegawai_id)
    return seen.current().for_list()[:SHOWN]


def led_by(user: Any, *, on: date) -> Any:
    """The members of the teams this user leads that day; for `paginate`."""
    rows = AnggotaTim.objects.filter(policy.scope(user, "tugas_tim.beri_ekspektasi", on=on))
    return rows.select_related("tim", "orang").order_by("tim__nama", "orang__nama", "pk")


def lines(members: Iterable[AnggotaTim]) -> list[Anggota]:
    """These members with what was last expected of them (one query)."""
    shown = list(members)
    known = _last_of(shown)
    return [Anggota(one, known.get((one.tim_id, one.orang_id))) for one in shown]


def _last_of(members: Iterable[AnggotaTim]) -> dict[tuple[int, int], EkspektasiTim]:
    found = EkspektasiTim.objects.current().filter(
        tim__in={one.tim_id for one in members}, pegawai__in={one.orang_id for one in members}
    )
    return {(one.tim_id, one.pegawai_id): one for one in found.select_related("oleh")}


def as_result(skp: Skp, code: str, viewer: Any, *, on: date) -> dict[str, Any]:
    """What a new result begins with when it is taken over from an expectation (`?ekspektasi=`);
    nothing for one that is not this person's."""
    if not (code.isascii() and code.isdigit() and len(code) < 19):
        return {}
    mine = EkspektasiTim.objects.visible_to(viewer, on=on).filter(pegawai=skp.pegawai_id)
    one = mine.filter(pk=int(code)).first()
    if one is None:
        return {}
    return {"uraian": one.isi, "jenis": JenisHasil.TAMBAHAN, "pemberi_tugas": one.oleh_id}


def _beside(request: HttpRequest, rencana: Rencana) -> panels.Drawn:
    found = of_person(rencana.pegawai_id, request.user, on=timezone.localdate())
    if not found:
        return panels.Drawn()
    template = "planning/panel/ekspektasi_tim.html"
    return panels.Drawn(whole=panels.part(template, request, ekspektasi=found))
