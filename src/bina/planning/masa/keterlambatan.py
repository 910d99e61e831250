"""How far the plans of a year are, person by person, in the units a reader looks after."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import (
    Case,
    CharField,
    Count,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from bina.access import policy
from bina.people import offices
from bina.people.models import Penempatan, Unit
from bina.planning.kewajiban import needs_plan
from bina.planning.models import Skp
from bina.planning.workflow import Status
from bina.rules.parameters import Parameters

BELUM: Final = "belum_ada"
# What counts most of several versions: one in force, then one that waits, then what is written.
_RANK = (Status.DITETAPKAN, Status.DIAJUKAN, Status.DIKEMBALIKAN, Status.DRAF)
KEADAAN: Final = (
    (BELUM, _("Belum ada SKP")),
    (Status.DRAF.value, _("Draf")),
    (Status.DIKEMBALIKAN.value, _("Dikembalikan")),
    (Status.DIAJUKAN.value, _("Menunggu penetapan")),
)


@dataclass(frozen=True, slots=True)
class Saringan:
    """Which of them: a state, a unit with all below it, part of a name or a NIP."""

    keadaan: str = ""
    unit: int | None = None
    cari: str = ""


def watched_units(user: Any, *, on: date) -> "QuerySet[Unit]":
    """The units whose planning this reader watches over that day."""
    return Unit.objects.filter(policy.scope(user, "tahun_perencanaan.pantau", on=on))


def late(user: Any, saringan: Saringan, *, law: Parameters, on: date) -> Any:
    """Positions whose plan of this year is not established, with its state and since when."""
    placed = Penempatan.objects.on(on).filter(unit__in=watched_units(user, on=on).values("pk"))
    rows = needs_plan(placed, law=law, on=on).annotate(
        keadaan=Coalesce(_of_plan(on, "status"), Value(BELUM), output_field=CharField()),
        skp_id=_of_plan(on, "pk"),
        diajukan_pada=_of_plan(on, "diajukan_pada"),
        penilai_id=_of_plan(on, "penilai"),
    )
    rows = rows.exclude(keadaan=Status.DITETAPKAN)
    if saringan.unit is not None:
        rows = rows.filter(unit__in=offices.below([saringan.unit]))
    if saringan.cari:
        rows = rows.filter(
            Q(orang__nama__icontains=saringan.cari) | Q(orang__nip__startswith=saringan.cari)
        )
    return rows


def narrowed(rows: Any, saringan: Saringan) -> Any:
    return rows.filter(keadaan=saringan.keadaan) if saringan.keadaan else rows


def counted(rows: Any) -> dict[str, int]:
    """State -> how many, in one query."""
    found = rows.order_by().values("keadaan").annotate(banyak=Count("pk"))
    return dict(found.values_list("keadaan", "banyak"))


def listed(rows: Any) -> Any:
    """With what a list row shows, by unit and name."""
    return rows.select_related("orang", "unit", "jabatan").order_by(
        "unit__kode", "orang__nama", "pk"
    )


def recipients(rows: Any) -> set[int]:
    """Whom a reminder is for: the person, or the penilai where the plan waits for them."""
    pairs = rows.values_list("orang_id", F("penilai_id"), "keadaan")
    return {
        penilai if keadaan == Status.DIAJUKAN and penilai else orang
        for orang, penilai, keadaan in pairs
    }


def _of_plan(on: date, name: str) -> Subquery:
    """A column of the plan of this year that counts, for this position."""
    rank = Case(
        *(When(status=one, then=Value(place)) for place, one in enumerate(_RANK)),
        default=Value(len(_RANK)),
        output_field=IntegerField(),
    )
    theirs = Skp.objects.of_year(on).filter(penempatan=OuterRef("pk"), status__in=_RANK)
    theirs = theirs.order_by(rank, "-versi")
    return Subquery(theirs.values(name)[:1])
