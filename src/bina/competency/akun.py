"""A person's account of JP for a year: read, and held against the law."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from bina.competency.models import KegiatanBelajar
from bina.core.compiled import compiled
from bina.law import door as law_room
from bina.people.models import Pegawai
from bina.rules.bauran_pembelajaran import BauranPembelajaran, bauran_pembelajaran
from bina.rules.parameters import Parameters
from bina.rules.refusal import Manual
from bina.rules.target_jp import DITERAPKAN, TargetJp, tahun_perjanjian, target_jp


@dataclass(frozen=True, slots=True)
class Akun:
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
    menurut_jalur: dict[str, Decimal]
    bauran: BauranPembelajaran | None
    kegiatan: tuple[KegiatanBelajar, ...]


def year_of(pegawai: Pegawai, on: date) -> tuple[date, date]:
    """The calendar year for a PNS; for a PPPK the contract year (Peraturan LAN 15/2020).

    Before the first day of a contract, or without one, the calendar year stands in its place.
    """
    begun = pegawai.tmt_kontrak
    if pegawai.jenis_pegawai != "pppk" or begun is None or on < begun:
        return date(on.year, 1, 1), date(on.year, 12, 31)
    return tahun_perjanjian(begun, on)


def account(pegawai_id: int, *, on: date) -> Akun:
    """The account of the year in which that day lies (two queries)."""
    pegawai = Pegawai.objects.select_related("instansi").get(pk=pegawai_id)
    mulai, selesai = year_of(pegawai, on)
    rows = KegiatanBelajar.objects.filter(pegawai=pegawai_id).within(mulai, selesai)
    return _akun(pegawai, mulai, selesai, list(rows), on)


def accounts(pegawai_ids: list[int], *, on: date) -> dict[int, Akun]:
    """The accounts of many people, for a team's list, in two queries."""
    people = {one.pk: one for one in _people(pegawai_ids)}
    years = {pk: year_of(one, on) for pk, one in people.items()}
    if not years:
        return {}
    first, last = min(year[0] for year in years.values()), max(year[1] for year in years.values())
    rows: dict[int, list[KegiatanBelajar]] = {pk: [] for pk in people}
    for row in _learnt(list(people), first, last):
        if years[row.pegawai_id][0] <= row.tanggal <= years[row.pegawai_id][1]:
            rows[row.pegawai_id].append(row)
    return {pk: _akun(one, *years[pk], rows[pk], on) for pk, one in people.items()}


@compiled
def _people(pegawai_ids: list[int]) -> "QuerySet[Pegawai, Pegawai]":
    return Pegawai.objects.select_related("instansi").filter(pk__in=pegawai_ids)


@compiled
def _learnt(
    pegawai_ids: list[int], since: date, until: date
) -> "QuerySet[KegiatanBelajar, KegiatanBelajar]":
    return KegiatanBelajar.objects.filter(pegawai__in=pegawai_ids).within(since, until)


def _akun(
    pegawai: Pegawai, mulai: date, selesai: date, rows: list[KegiatanBelajar], on: date
) -> Akun:
    by_jalur: dict[str, Decimal] = {}
    for row in rows:
        by_jalur[row.jalur] = by_jalur.get(row.jalur, Decimal(0)) + row.jp
    total = sum(by_jalur.values(), Decimal(0))
    law = law_room.parameters(pegawai.instansi)
    return Akun(
        pegawai_id=pegawai.pk,
        mulai=mulai,
        selesai=selesai,
        jenis_pegawai=pegawai.jenis_pegawai,
        jp=total,
        patokan=_yardstick(pegawai.jenis_pegawai, law, on),
        dibatasi=_limited(pegawai.jenis_pegawai, law, on),
        target=target_jp(jenis_pegawai=pegawai.jenis_pegawai, jp=total, law=law, on=on),
        menurut_jalur=by_jalur,
        bauran=_mix(by_jalur, law, on),
        kegiatan=tuple(reversed(rows)),
    )


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
