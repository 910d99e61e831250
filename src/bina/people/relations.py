"""The relations of people, units and offices, for every room's access table.

Each takes the paths by which a record reaches its person (`pegawai`) or its unit, and says
the relation both ways: which records, and which people.
"""

from datetime import date
from typing import Any

from django.db.models import Q

from bina.access.tables import Relation, nobody
from bina.core.dated import in_force
from bina.people import bawahan, hierarchy, offices
from bina.people.models import AnggotaTim, KetuaTim, Penempatan, Peran, TimKerja

DIRI = "diri"
PENILAI = "penilai"
ATASAN_PENILAI = "atasan_penilai"
KETUA_TIM = "ketua_tim"
DALAM_TIM = "dalam_tim"
OFFICES = [str(one) for one in Peran.values]


def _id_of(record: Any, path: str) -> Any:
    """The id at the end of a path such as `pegawai` or `skp__pegawai`."""
    *steps, last = path.split("__")
    for one in steps:
        record = getattr(record, one)
    return record.pk if last == "pk" else getattr(record, f"{last}_id")


def diri(path: str, name: str = DIRI) -> Relation:
    """The person the record is about (or who stands in that field)."""
    return Relation(
        name,
        lambda user, on: Q(**{path: user.pk}),
        lambda record, on: Q(pk=_id_of(record, path)),
    )


def penilai(path: str) -> Relation:
    """The direct superior of the record's person on that day (not of any other: T3)."""

    def reach(user: Any, on: date) -> Q:
        return bawahan.among(path, bawahan.subordinates(user, on))

    def holders(record: Any, on: date) -> Q:
        found = hierarchy.superior_of(_id_of(record, path), on=on)
        return Q(pk=found.pk) if found else nobody()

    return Relation(PENILAI, reach, holders)


def atasan_penilai(path: str) -> Relation:
    """The superior's superior on that day."""

    def reach(user: Any, on: date) -> Q:
        return bawahan.among(path, bawahan.second_subordinates(user, on))

    def holders(record: Any, on: date) -> Q:
        person = _id_of(record, path)
        found = hierarchy.atasan_penilai_of(person, on=on)
        return Q(pk=found.pk) if found and found.pk != person else nobody()

    return Relation(ATASAN_PENILAI, reach, holders)


def ketua_tim(path: str) -> Relation:
    """Whoever leads, on that day, a team in which the record's person works that day."""

    def reach(user: Any, on: date) -> Q:
        return Q(**{f"{path}__in": AnggotaTim.objects.led_by(user.pk, on=on).values("orang")})

    def holders(record: Any, on: date) -> Q:
        working = in_force(on, "tim__anggota__") & Q(tim__anggota__orang=_id_of(record, path))
        led = KetuaTim.objects.on(on).filter(in_force(on, "tim__") & working)
        return Q(pk__in=led.values("orang"))

    return Relation(KETUA_TIM, reach, holders)


def in_team() -> Relation:
    """Who leads the team or works in it, did or will: whom its order of assignment names."""
    return Relation(
        DALAM_TIM,
        lambda user, on: Q(pk__in=TimKerja.objects.of_person(user.pk).values("pk")),
        lambda record, on: (
            Q(pk__in=record.ketua.values("orang")) | Q(pk__in=record.anggota.values("orang"))
        ),
    )


def office_over_person(peran: str, path: str) -> Relation:
    """Whoever holds this office for the unit in which the record's person stands that day."""

    def reach(user: Any, on: date) -> Q:
        units = offices.units_of(user, peran, on)
        if not units:
            return nobody()
        placed = Penempatan.objects.on(on).filter(unit__in=offices.below(units))
        return Q(**{f"{path}__in": placed.values("orang")})

    def holders(record: Any, on: date) -> Q:
        placed = Penempatan.objects.on(on).filter(orang=_id_of(record, path))
        found = nobody()
        for unit in placed.values_list("unit_id", flat=True):
            found |= offices.holders(peran, unit, on)
        return found

    return Relation(peran, reach, holders)


def office_over_unit(peran: str, path: str) -> Relation:
    """Whoever holds this office for the record's unit or any unit above it."""

    def reach(user: Any, on: date) -> Q:
        units = offices.units_of(user, peran, on)
        return Q(**{f"{path}__in": offices.below(units)}) if units else nobody()

    def holders(record: Any, on: date) -> Q:
        return offices.holders(peran, _id_of(record, path), on)

    return Relation(peran, reach, holders)


def office_of_agency(peran: str, path: str) -> Relation:
    """Whoever holds this office for the whole agency: at the top of its tree."""

    def reach(user: Any, on: date) -> Q:
        units = offices.units_of(user, peran, on)
        return Q(**{f"{path}__in": offices.agencies_topped_by(units)}) if units else nobody()

    def holders(record: Any, on: date) -> Q:
        return offices.agency_holders(peran, _id_of(record, path), on)

    return Relation(peran, reach, holders)


def trail_auditor() -> Relation:
    """Auditors read the trail of their agency, or of their unit and below."""

    def reach(user: Any, on: date) -> Q:
        units = offices.units_of(user, "auditor", on)
        if not units:
            return nobody()
        chains = [f"instansi:{pk}" for pk in offices.agencies_topped_by(units)]
        placed = Penempatan.objects.on(on).filter(unit__in=offices.below(units))
        within = Q(lingkup__in=offices.below(units)) | Q(tentang__in=placed.values("orang"))
        return Q(rantai__in=chains) | within if chains else within

    def holders(record: Any, on: date) -> Q:
        instansi = record.rantai.removeprefix("instansi:")
        found = offices.holders("auditor", record.lingkup, on)
        if instansi.isdigit():
            found |= offices.agency_holders("auditor", int(instansi), on)
        placed = Penempatan.objects.on(on).filter(orang=record.tentang_id)
        for unit in placed.values_list("unit_id", flat=True):
            found |= offices.holders("auditor", unit, on)
        return found

    return Relation("auditor", reach, holders)
