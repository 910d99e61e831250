"""Who may have assigned a result: leaders of the person's teams, heads of other units near theirs.

PermenPANRB 6/2022, Lampiran BAB II, Tahap 5: an assignment may cross units. Offered are the heads
of the units above and beside: of a large agency's thousands nobody could choose. Whoever is not
among them, or is outside the agency, is named in words.
"""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _

from bina.core.dated import in_force
from bina.people import hierarchy
from bina.people.models import AnggotaTim, KetuaTim, Unit, UnitLeluhur
from bina.planning.models import HasilKerja, Skp

WIDTH = 200
"""As many letters as `HasilKerja.penugasan_dari` holds."""


@dataclass(frozen=True, slots=True)
class PemberiTugas:
    """Somebody of the agency who may assign, and as what: printed as `sebutan`."""

    orang_id: int
    nama: str
    sebutan: str


def assigners(skp: Skp, *, on: date) -> list[PemberiTugas]:
    """Leaders of teams first, then heads of units; nobody twice, never the person themselves."""
    found: dict[int, str] = {}
    for orang, sebutan in [*_leaders(skp, on), *_heads(skp, on)]:
        if orang != skp.pegawai_id:
            found.setdefault(orang, sebutan[:WIDTH])
    names = dict(
        get_user_model()
        ._default_manager.filter(pk__in=found, is_active=True)
        .values_list("pk", "nama")
    )
    return [PemberiTugas(pk, names[pk], found[pk]) for pk in found if pk in names]


def _leaders(skp: Skp, on: date) -> list[tuple[int, str]]:
    teams = AnggotaTim.objects.on(on).filter(in_force(on, "tim__"), orang=skp.pegawai_id)
    led = KetuaTim.objects.on(on).filter(tim__in=teams.values("tim")).select_related("tim")
    return [
        (one.orang_id, _("Ketua %(tim)s") % {"tim": one.tim.nama})
        for one in led.order_by("tim__nama", "pk")
    ]


def _heads(skp: Skp, on: date) -> list[tuple[int, str]]:
    above = UnitLeluhur.objects.filter(unit=skp.penempatan.unit_id).values("leluhur")
    near = Unit.objects.filter(induk__in=above) | Unit.objects.filter(pk__in=above)
    units = dict(near.order_by("nama", "pk").values_list("pk", "jabatan_pimpinan__nama"))
    heads = hierarchy.heads_of(units, on=on)
    return [(heads[unit], str(post)) for unit, post in units.items() if unit in heads]


def offered(skp: Skp, hasil: HasilKerja | None, *, on: date) -> list[PemberiTugas]:
    """The same for a page: whoever assigned the result already stays among them."""
    found = assigners(skp, on=on)
    if hasil is None or hasil.pemberi_tugas is None:
        return found
    if any(one.orang_id == hasil.pemberi_tugas_id for one in found):
        return found
    kept = hasil.pemberi_tugas
    return [PemberiTugas(kept.pk, kept.nama, hasil.penugasan_dari), *found]
