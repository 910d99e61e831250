"""The plan something is written on, and what of it feedback can be about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.utils.translation import gettext as _

from bina.access import policy
from bina.access.tables import TABLES, model_of
from bina.core.ahead import Asking
from bina.monitoring.services.refused import Refused
from bina.people.models import AnggotaTim
from bina.planning import door as planning
from bina.planning.door import IndikatorRencana, Rencana

HASIL, NILAI = "hasil", "nilai"


@dataclass(frozen=True, slots=True)
class Tentang:
    """What feedback is about: one result, by its key over all versions, or one value."""

    hasil_kunci: UUID | None = None
    nilai_perilaku: str = ""

    @property
    def kode(self) -> str:
        """As a form field and an address carry it: `hasil:<uuid>` or `nilai:<name>`."""
        if self.hasil_kunci:
            return f"{HASIL}:{self.hasil_kunci}"
        return f"{NILAI}:{self.nilai_perilaku}"

    @classmethod
    def of(cls, record: Any) -> "Tentang":
        return cls(record.hasil_kunci, record.nilai_perilaku)


@dataclass(frozen=True, slots=True)
class Topik:
    """Something feedback can be about, with the title people know it by."""

    tentang: Tentang
    judul: str

    @property
    def is_hasil(self) -> bool:
        return self.tentang.hasil_kunci is not None


def topics(rencana: Rencana) -> list[Topik]:
    """The results of the plan, then the seven values."""
    return [
        *(Topik(Tentang(one.kunci), one.uraian) for one in rencana.hasil),
        *(Topik(Tentang(None, one.nilai), one.label) for one in rencana.perilaku),
    ]


def titles(skp_ids: Iterator[int] | list[int]) -> dict[tuple[int, str], str]:
    """(skp id, code of the subject) -> title, for lists of many plans; four queries."""
    return {
        (skp_id, one.tentang.kode): one.judul
        for skp_id, rencana in planning.plans(skp_ids).items()
        for one in topics(rencana)
    }


def find(user: Any, act: str, skp_id: int, *, on: date) -> Rencana:
    """The plan on which the user may do this act of the noun `pemantauan`.

    Raises ObjectDoesNotExist when they may not even see the plan, PermissionDenied when they
    may see it but not do this.
    """
    skps = model_of(TABLES["pemantauan"])._default_manager.filter(pk=skp_id)
    if skps.filter(policy.scope(user, f"pemantauan.{act}", on=on)).exists():
        return planning.plan(skp_id)
    if skps.filter(policy.scope(user, "skp.lihat", on=on)).exists():
        raise PermissionDenied(f"pemantauan.{act}")
    raise ObjectDoesNotExist(f"SKP {skp_id}")


def led_by(user: Any, *, on: date) -> Any:
    """Plans in force of members of the teams this user leads that day: id and name, for
    `paginate`. Their ketua gives feedback without seeing the plan, so this is their way to it."""
    members = AnggotaTim.objects.led_by(user.pk, on=on).exclude(orang=user.pk)
    running = planning.running_ids(on=on).filter(pegawai__in=members.values("orang"))
    return running.order_by("pegawai__orang__nama", "pk").values_list("pk", "pegawai__orang__nama")


def lock(rencana: Rencana) -> None:
    """Let what is written on this plan at the same time come one after the other."""
    skps = model_of(TABLES["pemantauan"])._default_manager.filter(pk=rencana.skp_id)
    list(skps.select_for_update(of=("self",)).values_list("pk"))


def running(skp_id: int, *, on: date) -> Rencana:
    """The version in force that day of the plan this one is a version of; itself where none is
    (a plan that ended)."""
    here = planning.plan(skp_id)
    now = planning.running_of(here.pegawai_id, on=on)
    return now if now and now.rumpun == here.rumpun else here


def indicator(rencana: Rencana, kunci: UUID) -> IndikatorRencana:
    """One indicator of the plan. Raises Refused."""
    for hasil in rencana.hasil:
        for one in hasil.indikator:
            if one.kunci == kunci:
                return one
    raise Refused(_("Indikator ini tidak ada pada SKP Anda yang berlaku. Muat ulang halaman."))


def seen(user: Any, skp_id: int, *, on: date) -> Rencana:
    """The plan, for somebody who may read it. Raises ObjectDoesNotExist."""
    if not planning.visible_skp_ids(user, on=on).filter(pk=skp_id).exists():
        raise ObjectDoesNotExist(f"SKP {skp_id}")
    return planning.plan(skp_id)


def permitted(user: Any, skp_id: int, *, on: date) -> set[str]:
    """Which acts of `pemantauan` the user may do on this plan: for buttons (one query)."""
    names, skp = _acts(skp_id)
    allowed = policy.permitted(user, names, skp, on=on)
    return {name.partition(".")[2] for name in allowed}


def permitted_asking(user: Any, skp_id: int, *, on: date) -> list[Asking]:
    """What it will ask."""
    names, skp = _acts(skp_id)
    return policy.asking(user, names, skp, on=on)


def _acts(skp_id: int) -> tuple[list[str], Any]:
    table = TABLES["pemantauan"]
    return [f"{table.noun}.{act}" for act in table.actions], model_of(table)(pk=skp_id)
