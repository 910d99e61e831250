"""Who may say what a team expects of a member: its ketua of that day, and nobody after."""

from datetime import date
from typing import Any

from django.db.models import Q

from bina.access.tables import Relation, allow, nobody, table
from bina.core.dated import in_force
from bina.people.models import AnggotaTim, KetuaTim
from bina.people.relations import DIRI, KETUA_TIM, PENILAI, diri, penilai
from bina.planning.models import Skp
from bina.planning.workflow import Status

PENULIS, PENILAI_SKP = "penulis", "penilai_skp"


def leads_member() -> Relation:
    """Whoever leads, on that day, the running team this member works in that day."""

    def reach(user: Any, on: date) -> Q:
        return Q(pk__in=AnggotaTim.objects.led_by(user.pk, on=on).values("pk"))

    def holders(record: Any, on: date) -> Q:
        here = AnggotaTim.objects.on(on).filter(in_force(on, "tim__"), pk=record.pk)
        led = KetuaTim.objects.on(on).filter(tim__in=here.values("tim"))
        return Q(pk__in=led.values("orang"))

    return Relation(KETUA_TIM, reach, holders)


def leads_team() -> Relation:
    """Whoever leads the record's team that day: a new ketua reads what the last one expected."""

    def reach(user: Any, on: date) -> Q:
        led = KetuaTim.objects.on(on).filter(in_force(on, "tim__"), orang=user.pk)
        return Q(tim__in=led.values("tim"))

    def holders(record: Any, on: date) -> Q:
        led = KetuaTim.objects.on(on).filter(in_force(on, "tim__"), tim=record.tim_id)
        return Q(pk__in=led.values("orang"))

    return Relation(KETUA_TIM, reach, holders)


def penilai_of_running_plan() -> Relation:
    """Whoever is written as penilai on the person's plan in force, superior or not."""

    def reach(user: Any, on: date) -> Q:  # noqa: ARG001  a plan in force is one by its state
        plans = Skp.objects.filter(penilai=user.pk, status=Status.DITETAPKAN)
        return Q(pegawai__in=plans.values("pegawai"))

    def holders(record: Any, on: date) -> Q:  # noqa: ARG001
        plans = Skp.objects.filter(pegawai=record.pegawai_id, status=Status.DITETAPKAN)
        ids = plans.exclude(penilai=None).values("penilai")
        return Q(pk__in=ids) if record.pegawai_id else nobody()

    return Relation(PENILAI_SKP, reach, holders)


TABLES = [
    table(
        "tugas_tim",
        "people.AnggotaTim",
        [diri("orang"), leads_member()],
        {"beri_ekspektasi": allow(KETUA_TIM, never=[DIRI])},
    ),
    table(
        "ekspektasi_tim",
        "planning.EkspektasiTim",
        [
            diri("pegawai"),
            diri("oleh", PENULIS),
            leads_team(),
            penilai("pegawai"),
            penilai_of_running_plan(),
        ],
        {
            "lihat": allow(DIRI, PENULIS, KETUA_TIM, PENILAI, PENILAI_SKP),
            "baca": allow(DIRI),
        },
    ),
]
