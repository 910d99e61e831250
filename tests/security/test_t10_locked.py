"""T10: nothing established, signed or released is edited by any act of any room: by those who may
send the act at its own place, the person, the penilai, the coach. Everybody else is T1.

Races between two acts are played where the acts live: tests/planning/test_races.py,
tests/appraisal/test_release_race.py, tests/guidance/test_race.py.
"""

from typing import Any
from uuid import UUID

from django.db import connection
from django.urls import resolve, reverse
from django.utils import timezone

from bina.appraisal.models import Evaluasi
from bina.guidance.models import Catatan, Sesi, TandaTangan, Tindakan
from bina.planning.models import HasilKerja, Indikator, Skp
from tests.conftest import Agency
from tests.security import walk
from tests.security.matrix import ROLES
from tests.security.walk import Cast, undone

NEAR = {who for role in ("diri", "penilai", "coach") if (who := ROLES[role]) is not None}


def _locks(world: Agency) -> list[tuple[str, Any]]:
    """What nobody may alter any more, as questions to the database; of a plan all but its state,
    which a successor ends."""
    plan = {"skp": world.plan.pk}
    sesi = world.sesi_ditandatangani.pk
    ends = {"status", "diubah_pada", "selesai", "digantikan_pada"}
    kept = [field.attname for field in Skp._meta.concrete_fields if field.attname not in ends]
    locked: list[Any] = [
        Skp.objects.filter(pk=world.plan.pk).values(*kept),
        HasilKerja.objects.filter(**plan).order_by("pk").values(),
        Indikator.objects.filter(hasil__skp=world.plan.pk).order_by("pk").values(),
        Evaluasi.objects.filter(pk=world.evaluasi.pk).values(),
        Sesi.objects.filter(pk=sesi).values(),
        TandaTangan.objects.filter(sesi=sesi).order_by("pk").values(),
        Catatan.objects.filter(sesi=sesi).order_by("pk").values(),
        Tindakan.objects.filter(sesi=sesi).order_by("pk").values("uraian", "tenggat"),
    ]
    return [one.query.sql_with_params() for one in locked]


def _note_of_a_signed_session(world: Agency) -> None:
    Catatan.objects.create(
        sesi=world.sesi_ditandatangani,
        bagian="tujuan",
        pembaca="berdua",
        penulis=world.ani,
        isi="Empat surat sehari",
        diubah_pada=timezone.now(),
    )


def _held(locks: list[tuple[str, Any]]) -> list[Any]:
    """The answers; the questions are put into SQL once, and asked hundreds of times."""
    with connection.cursor() as cursor:
        found = []
        for question, named in locks:
            cursor.execute(question, named)
            found.append(cursor.fetchall())
    return found


def _aimed_at(address: str, world: Agency) -> str:
    """The same address with the locked record of its room in the place of its own."""
    found = resolve(address)
    aims = {
        "planning": [world.plan.pk],
        "guidance": [world.sesi_ditandatangani.pk],
        "appraisal": [world.evaluasi.periode_id, world.evaluasi.skp_id],
    }.get(found.namespace, [])
    if any(isinstance(one, UUID) for one in found.kwargs.values()):
        return address  # a pseudonym, which no number takes the place of
    named = dict(zip(found.kwargs, aims, strict=False))
    return reverse(found.view_name, kwargs={**found.kwargs, **named})


def _seen_latest(address: str, world: Agency) -> dict[str, int]:
    """Of a page that has seen the latest edit: the lock refuses, not staleness."""
    latest = {"planning": world.plan, "appraisal": world.evaluasi}.get(resolve(address).namespace)
    return {"suntingan": latest.suntingan} if latest else {}


def test_no_act_alters_what_is_locked(cast: Cast) -> None:
    _note_of_a_signed_session(cast.world)
    locks, wrong = _locks(cast.world), []
    before = _held(locks)
    assert all(before), "each of them holds something"
    for row, player, own, data in walk.posts(cast):
        aimed = _aimed_at(own, cast.world)
        for address, who in ((own, {player}), (aimed, {player, *NEAR} - {own == aimed and player})):
            sent = data | _seen_latest(address, cast.world)
            with undone():
                got = [cast.status(one, "post", address, sent) for one in sorted(who)]
                if _held(locks) != before or 500 in got:
                    wrong.append((row.label, address, got))
    assert wrong == []
