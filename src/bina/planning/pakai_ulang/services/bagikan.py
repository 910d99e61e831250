"""One template set to many people at once: drafts, or additions to drafts they have open.

Set-based: the number of queries does not grow with the people. Nobody's running or submitted
plan is touched: those are left out, with the reason.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit, jobs
from bina.people.models import Penempatan, UnitLeluhur
from bina.planning import pilihan
from bina.planning.kewajiban import first_days
from bina.planning.models import (
    ButirLampiran,
    EkspektasiPerilaku,
    NilaiPerilaku,
    PembagianTemplat,
    Skp,
    TemplatSkp,
)
from bina.planning.pakai_ulang.content import from_values
from bina.planning.pakai_ulang.services import salin
from bina.planning.services import drafting, kinds
from bina.planning.services.refusals import Refused
from bina.planning.workflow import OPEN, Status

WORK = "planning.bagikan"
RUNNING, WAITING, NO_LONGER = "berjalan", "menunggu", "tidak_lagi"


def candidates(templat: TemplatSkp, *, on: date) -> "QuerySet[Penempatan]":
    """Who holds the template's jabatan in its unit or below that day."""
    below = UnitLeluhur.objects.filter(leluhur=templat.unit_id).values("unit")
    rows = Penempatan.objects.on(on).filter(
        jabatan=templat.jabatan_id, unit__in=below, orang__pegawai__aktif=True
    )
    return rows.select_related("orang", "unit__instansi", "jabatan").order_by("orang__nama", "pk")


@transaction.atomic
def order(
    *, templat_id: int, orang: Collection[int], actor: Any, pada: datetime, on: date
) -> PembagianTemplat:
    """bagikan: set the template to these people; many of them in the background.

    Raises TemplatSkp.DoesNotExist, PermissionDenied, Refused.
    """
    rows = TemplatSkp.objects.visible_to(actor, on=on).select_related("unit__instansi")
    templat = rows.get(pk=templat_id)
    policy.require(actor, "templat_skp.bagikan", templat, on=on)
    if templat.dihentikan_pada is not None or not templat.isi:
        raise Refused(_("Templat ini kosong atau sudah dihentikan. Isi dulu hasil kerjanya."))
    made = PembagianTemplat.objects.create(
        templat=templat, oleh=actor, pada=pada, hari=on, orang=sorted(set(orang))
    )
    if len(made.orang) >= pilihan.in_background_from(templat.unit.instansi, on=on):
        made.pekerjaan = jobs.start(WORK, oleh=actor, pada=pada, pembagian=made.pk)
        made.save(update_fields=["pekerjaan"])
    else:
        _share(made)
    return made


@transaction.atomic
def carry_out(*, pembagian_id: int) -> None:
    """The ordered sharing out, once: a second run finds it done."""
    rows = PembagianTemplat.objects.select_related("templat__unit", "oleh")
    made = rows.select_for_update(of=("self",)).get(pk=pembagian_id)
    if made.selesai_pada is None:
        policy.require(made.oleh, "templat_skp.bagikan", made.templat, on=made.hari)
        _share(made)


@dataclass(slots=True)
class Sorted:
    """The people chosen, by what happens to them."""

    baru: list[Penempatan] = field(default_factory=list)
    terbuka: list[Skp] = field(default_factory=list)
    dilewati: dict[str, str] = field(default_factory=dict)


def _share(made: PembagianTemplat) -> None:
    templat, on = made.templat, made.hari
    placed = list(candidates(templat, on=on).filter(orang__in=made.orang))
    found = sort(placed, on=on)
    gone = set(made.orang) - {one.orang_id for one in placed}
    found.dilewati |= {str(pk): NO_LONGER for pk in gone}
    started = _started(found.baru, templat.pendekatan, made.pada, on)
    results = [from_values(one) for one in templat.isi]
    added = salin.lay(dict.fromkeys([*started, *found.terbuka], results))
    Skp.objects.filter(pk__in=[one.pk for one in found.terbuka]).update(
        suntingan=F("suntingan") + 1
    )
    made.baru, made.ditambah = len(started), len(found.terbuka)
    made.dilewati, made.selesai_pada = found.dilewati, made.pada
    made.save()
    _trace(made, started, found.terbuka, added)


def sort(placed: Iterable[Penempatan], *, on: date) -> Sorted:
    """What would happen to whom; the open drafts are locked for it. One query."""
    placed = list(placed)
    plans = Skp.objects.of_year(on).filter(penempatan__in=placed)
    plans = plans.exclude(status__in=[Status.DIBATALKAN, Status.DIGANTIKAN])
    rows = plans.select_related("penempatan__unit").select_for_update(of=("self",)).order_by("pk")
    by_place: dict[int, list[Skp]] = {}
    for skp in rows:
        by_place.setdefault(skp.penempatan_id, []).append(skp)
    found = Sorted()
    for one in placed:
        _sort_one(found, one, by_place.get(one.pk, []))
    return found


def _sort_one(found: Sorted, placed: Penempatan, plans: list[Skp]) -> None:
    states = {one.status for one in plans}
    if Status.DIAJUKAN in states:
        found.dilewati[str(placed.orang_id)] = WAITING
    elif Status.DITETAPKAN in states:
        found.dilewati[str(placed.orang_id)] = RUNNING
    elif states & set(OPEN):
        found.terbuka += plans
    else:
        found.baru.append(placed)


def _started(placed: list[Penempatan], pendekatan: str, pada: datetime, on: date) -> list[Skp]:
    """A draft for each, as each would begin it, in six queries."""
    made = []
    first = first_days(placed, on=on)
    for one in placed:
        mulai, selesai = drafting.period_of(one, first[one.pk])
        made.append(
            Skp(
                pegawai_id=one.orang_id,
                penempatan=one,
                mulai=mulai,
                selesai=selesai,
                jenis=kinds.kind_of(one, mulai),
                pendekatan=pendekatan,
                dibuat=pada,
            )
        )
    Skp.objects.bulk_create(made, batch_size=500)
    EkspektasiPerilaku.objects.bulk_create(
        [EkspektasiPerilaku(skp=skp, nilai=n) for skp in made for n in NilaiPerilaku.values],
        batch_size=500,
    )
    if made:
        lists = drafting.suggested_lists(made[0])
        ButirLampiran.objects.bulk_create(
            [row for skp in made for row in drafting.first_annex(skp, lists)], batch_size=500
        )
    return made


def _trace(
    made: PembagianTemplat, started: list[Skp], opened: list[Skp], added: dict[Skp, int]
) -> None:
    """One line with the counts, and one a person."""
    counts = {
        "baru": made.baru,
        "ditambah": made.ditambah,
        "dilewati": len(made.dilewati),
    }
    lines = [audit.line_about("templat_skp.bagikan", made.templat, fakta=counts)]
    for act, plans in (("skp.mulai_bersama", started), ("skp.tambah_bersama", opened)):
        lines += [
            audit.line_about(act, skp, fakta={"templat": made.templat_id, "jumlah": added[skp]})
            for skp in plans
        ]
    audit.record_many(lines, pelaku=made.oleh, pada=made.pada)
