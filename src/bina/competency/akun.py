"""A person's account of JP for a year: read, and held against the law."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import FilteredRelation, Q, QuerySet

from bina.competency.models import KegiatanBelajar
from bina.core.compiled import compiled, opens
from bina.law import door as law_room
from bina.people.models import Pegawai
from bina.rules.bauran_pembelajaran import BauranPembelajaran, bauran_pembelajaran
from bina.rules.parameters import Parameters
from bina.rules.refusal import Manual
from bina.rules.target_jp import DITERAPKAN, TargetJp, tahun_perjanjian, target_jp


@dataclass(frozen=True, slots=True)
class Jam:
    """The year, what was earned in it, and what the law asks (`target.terpenuhi`, `.kurang` for
    a PNS; `.diakui`, `.di_luar_batas` for a PPPK). `patokan`: the least, or the most recognised;
    `dibatasi`: whether that most is applied to this person.
    """

    pegawai_id: int
    mulai: date
    selesai: date
    jenis_pegawai: str
    jp: Decimal
    patokan: Decimal
    dibatasi: bool
    target: TargetJp


@dataclass(frozen=True, slots=True)
class Akun(Jam):
    """With all it is made of."""

    menurut_jalur: dict[str, Decimal]
    bauran: BauranPembelajaran | None
    kegiatan: tuple[KegiatanBelajar, ...]


def year_of(pegawai: Pegawai, on: date) -> tuple[date, date]:
    """The calendar year for a PNS; for a PPPK the contract year (Peraturan LAN 15/2020).

    Before the first day of a contract, or without one, the calendar year stands in its place.
    """
    return _year(pegawai.jenis_pegawai, pegawai.tmt_kontrak, on)


def _year(jenis_pegawai: str, begun: date | None, on: date) -> tuple[date, date]:
    if jenis_pegawai != "pppk" or begun is None or on < begun:
        return date(on.year, 1, 1), date(on.year, 12, 31)
    return tahun_perjanjian(begun, on)


def account(pegawai_id: int, *, on: date) -> Akun:
    """The account of the year in which that day lies (two queries)."""
    pegawai = Pegawai.objects.select_related("instansi").get(pk=pegawai_id)
    mulai, selesai = year_of(pegawai, on)
    rows = KegiatanBelajar.objects.filter(pegawai=pegawai_id).within(mulai, selesai)
    return _akun(pegawai, mulai, selesai, list(rows), on)


@compiled
def _learnt(pegawai_ids: list[int], on: date) -> "QuerySet[Pegawai, Any]":
    """Each person with each activity that may lie in their year, or with none."""
    since, until = date(on.year - 1, 1, 1), date(on.year + 1, 12, 31)
    near = Q(kegiatan_belajar__tanggal__gte=since, kegiatan_belajar__tanggal__lte=until)
    rows = Pegawai.objects.filter(pk__in=pegawai_ids)
    who = ("pk", "jenis_pegawai", "tmt_kontrak", "instansi_id", "instansi__versi_ketentuan")
    with_learning = rows.annotate(kegiatan=FilteredRelation("kegiatan_belajar", condition=near))
    return with_learning.values_list(*who, "kegiatan__tanggal", "kegiatan__jp")


@opens(_learnt)
def hours(pegawai_ids: list[int], *, on: date) -> dict[int, Jam]:
    """What many people have earned, for a team's list, in one query."""
    people: dict[int, tuple[Any, ...]] = {}
    earned: dict[int, Decimal] = {}
    for pk, jenis, begun, instansi, versi, day, jp in _learnt(pegawai_ids, on):
        if pk not in people:
            people[pk] = (*_year(jenis, begun, on), jenis, law_room.parameters_of(instansi, versi))
        since, until, *_ = people[pk]
        counted = jp if day is not None and since <= day <= until else 0
        earned[pk] = earned.get(pk, Decimal(0)) + counted
    return {
        pk: Jam(**_judged(pk, (since, until), jenis, earned[pk], law, on))
        for pk, (since, until, jenis, law) in people.items()
    }


def _akun(
    pegawai: Pegawai, mulai: date, selesai: date, rows: list[KegiatanBelajar], on: date
) -> Akun:
    by_jalur: dict[str, Decimal] = {}
    for row in rows:
        by_jalur[row.jalur] = by_jalur.get(row.jalur, Decimal(0)) + row.jp
    total = sum(by_jalur.values(), Decimal(0))
    law = law_room.parameters(pegawai.instansi)
    return Akun(
        **_judged(pegawai.pk, (mulai, selesai), pegawai.jenis_pegawai, total, law, on),
        menurut_jalur=by_jalur,
        bauran=_mix(by_jalur, law, on),
        kegiatan=tuple(reversed(rows)),
    )


def _judged(
    pegawai_id: int, year: tuple[date, date], jenis: str, jp: Decimal, law: Parameters, on: date
) -> dict[str, Any]:
    """The fields of Jam."""
    return {
        "pegawai_id": pegawai_id,
        "mulai": year[0],
        "selesai": year[1],
        "jenis_pegawai": jenis,
        "jp": jp,
        "patokan": _yardstick(jenis, law, on),
        "dibatasi": _limited(jenis, law, on),
        "target": target_jp(jenis_pegawai=jenis, jp=jp, law=law, on=on),
    }


def _yardstick(jenis_pegawai: str, law: Parameters, on: date) -> Decimal:
    if jenis_pegawai == "pppk":
        return Decimal(law.in_force("perlan15_2020.jp_maksimum_pppk", on).value)
    return Decimal(law.in_force("pp11_2017.target_jp_pns", on).value)


def _limited(jenis_pegawai: str, law: Parameters, on: date) -> bool:
    if jenis_pegawai != "pppk":
        return False
    return bool(law.in_force("perlan15_2020.batas_pppk", on).value == DITERAPKAN)


def _mix(by_jalur: dict[str, Decimal], law: Parameters, on: date) -> BauranPembelajaran | None:
    """None where an hour's jalur belongs to no share: a person must decide."""
    try:
        return bauran_pembelajaran(jp=by_jalur, law=law, on=on)
    except Manual:
        return None


def shares(akun: Akun) -> dict[str, Any]:
    """Hours by the 10, the 20 and the 70, for the picture."""
    whole = akun.jp
    if akun.bauran is None:
        return {"klasikal": whole, "sosial": 0, "pengalaman": 0}
    return {
        name: getattr(akun.bauran, name) * whole / 100
        for name in ("klasikal", "sosial", "pengalaman")
    }
