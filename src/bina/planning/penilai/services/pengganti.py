"""A substitute for a penilai on leave: named for some days, and called off again."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.accounts.models import Orang
from bina.core import audit
from bina.core.workflow import WrongState
from bina.people import bawahan, hierarchy
from bina.planning.models import PenggantiPenilai
from bina.planning.penilai.pengganti import forget
from bina.planning.services.refusals import Refused


@transaction.atomic
def appoint(
    *,
    penilai_id: int,
    pengganti_id: int,
    mulai: date,
    selesai: date,
    alasan: str,
    actor: Any,
    pada: datetime,
    on: date,
) -> PenggantiPenilai:
    """The substitute reviews, sends back, establishes and gives feedback within these days.

    Raises Orang.DoesNotExist where the actor may name nobody for this penilai; Refused.
    """
    Orang.objects.filter(policy.scope(actor, "penggantian.catat", on=on)).get(pk=penilai_id)
    people = _both(penilai_id, pengganti_id)
    made = PenggantiPenilai(
        penilai=people[penilai_id],
        pengganti=people.get(pengganti_id),
        alasan=alasan,
        ditunjuk_oleh=actor,
        dibuat=pada,
    )
    made.mulai, made.selesai = mulai, selesai
    _refuse(_objections(made, actor, on))
    made.save()
    forget(made.pengganti)
    _trace(made, actor, pada)
    return made


def _trace(made: PenggantiPenilai, actor: Any, pada: datetime) -> None:
    ke: dict[str, audit.Fact] = {"pengganti": made.pengganti_id}
    ke |= {"mulai": made.mulai, "selesai": made.selesai}
    audit.record("pengganti_penilai.catat", pelaku=actor, objek=made, pada=pada, ke=ke)


@transaction.atomic
def revoke(*, pengganti_id: int, actor: Any, pada: datetime, on: date) -> PenggantiPenilai:
    """cabut: from this moment the substitute may no longer act; what they did stands.

    Raises PenggantiPenilai.DoesNotExist, PermissionDenied, WrongState.
    """
    visible = PenggantiPenilai.objects.visible_to(actor, on=on)
    line = visible.select_for_update(of=("self",)).get(pk=pengganti_id)
    policy.require(actor, "pengganti_penilai.cabut", line, on=on)
    if line.dicabut_pada or line.selesai < on:
        raise WrongState("pengganti_penilai.cabut: no longer in force")
    line.dicabut_pada = pada
    line.save(update_fields=["dicabut_pada"])
    forget(line.pengganti)
    audit.record(
        "pengganti_penilai.cabut", pelaku=actor, objek=line, pada=pada, berubah=["dicabut_pada"]
    )
    return line


def _objections(line: PenggantiPenilai, actor: Any, on: date) -> Iterator[tuple[bool, str]]:
    """What may stand against it, the plainest first; asked until one holds."""
    yield (
        line.penilai_id == line.pengganti_id,
        _("Pengganti harus orang lain. Pilih pejabat yang lain."),
    )
    yield (
        line.selesai < max(line.mulai, on),
        _("Hari terakhir sudah lewat atau sebelum hari pertama. Perbaiki tanggalnya."),
    )
    yield (
        not line.pengganti.is_active or line.pengganti.instansi_id != line.penilai.instansi_id,
        _("Pengganti harus orang aktif di instansi yang sama. Pilih pejabat yang lain."),
    )
    yield (
        _names_themselves(line, actor, on),
        _("Anda tidak dapat menunjuk diri sendiri. Minta atasan penilai ini yang menunjuk."),
    )
    yield from _clashes(line)
    yield (
        _below_who_is_judged(line, on),
        _(
            "Orang ini dinilai oleh salah satu pegawai yang akan ditinjaunya. Pilih pejabat "
            "setingkat, atasan, atau bawahan langsung penilai."
        ),
    )


def _names_themselves(line: PenggantiPenilai, actor: Any, on: date) -> bool:
    """Only a superior may step in for their own subordinate."""
    if actor.pk != line.pengganti_id:
        return False
    return line.penilai_id not in bawahan.subordinates(actor, on)


def _clashes(line: PenggantiPenilai) -> Iterator[tuple[bool, str]]:
    known = PenggantiPenilai.objects.filter(
        dicabut_pada=None, mulai__lte=line.selesai, selesai__gte=line.mulai
    )
    yield (
        known.filter(penilai=line.penilai_id).exists(),
        _("Pada sebagian hari itu sudah ada pengganti. Cabut dulu, atau ubah tanggalnya."),
    )
    yield (
        known.filter(penilai=line.pengganti_id).exists(),
        _("Orang ini sendiri sedang digantikan pada hari-hari itu. Pilih pejabat yang lain."),
    )


def _below_who_is_judged(line: PenggantiPenilai, on: date) -> bool:
    """Whether the substitute stands below one of the penilai's people: they would establish the
    plan of whoever establishes theirs."""
    at, below = line.pengganti_id, 0
    seen: set[int] = set()
    while at not in seen:
        seen.add(at)
        above = hierarchy.superior_of(at, on=on)
        if above is None:
            return False
        if above.pk == line.penilai_id:
            return below > 0
        at, below = above.pk, below + 1
    return False


def _both(penilai_id: int, pengganti_id: int) -> dict[int, Orang]:
    """Held, lowest first, so that two who name each other at once make no circle."""
    both = Orang.objects.select_for_update().filter(pk__in=[penilai_id, pengganti_id])
    return {one.pk: one for one in both.order_by("pk")}


def _refuse(objections: Iterable[tuple[bool, str]]) -> None:
    for wrong, why in objections:
        if wrong:
            raise Refused(why)
