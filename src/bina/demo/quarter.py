"""The quarters that are over: the unit's rating first, then some of its people."""

from datetime import date
from functools import partial
from typing import Any

from bina.appraisal import door as appraisal
from bina.demo import cast, plans
from bina.demo.agenda import Agenda, Moment
from bina.demo.players import Players
from bina.people.models import Instansi, Unit

RATED_IN = (4, 7, 10)  # the month after each quarter; the fourth is rated when the year is over
RATED_FROM, OPENS_IN = 6, (3, 6, 9, 12)


def note(agenda: Agenda, players: Players, instansi: Instansi) -> None:
    """Open the year's quarters; rate and release those that are over."""
    opened: list[Any] = []
    agenda.planning(14, 0, partial(_open, players, instansi, opened))
    year = agenda.first.year
    for unit in plans.read("evaluasi.toml")["unit"]:
        rated = [
            number
            for number, month in enumerate(RATED_IN)
            if date(year, month, RATED_FROM) <= agenda.last
            and (unit.get("terakhir", True) or _newer_is_open(agenda, number))
        ]
        for age, number in enumerate(reversed(rated)):
            day = date(year, RATED_IN[number], RATED_FROM)
            agenda.at(day, 2, partial(_rate_unit, players, unit, opened, number, age))
            for place, line in enumerate(unit["pegawai"]):
                days = date(year, RATED_IN[number], RATED_FROM + 1 + place)
                agenda.at(days, 3, partial(_release, players, line, opened, number, age))


def _newer_is_open(agenda: Agenda, number: int) -> bool:
    return date(agenda.first.year, OPENS_IN[number + 1], 1) <= agenda.last


def _open(players: Players, instansi: Instansi, opened: list[Any], when: Moment) -> None:
    opened += appraisal.open_year(
        instansi_id=instansi.pk,
        tahun=when.on.year,
        actor=players.who(cast.OFFICES[0].nip),
        pada=when.pada,
        on=when.on,
    )


def _rate_unit(
    players: Players, unit: dict[str, Any], opened: list[Any], number: int, age: int, when: Moment
) -> None:
    appraisal.set_capaian(
        unit_id=Unit.objects.get(kode=unit["kode"]).pk,
        periode_id=opened[number].pk,
        capaian=unit["capaian"],
        alasan=unit["alasan"][age],
        alasan_perubahan="",
        suntingan=0,
        actor=players.who(unit["penetap"]),
        pada=when.pada,
        on=when.on,
    )


def _release(
    players: Players, line: dict[str, Any], opened: list[Any], number: int, age: int, when: Moment
) -> None:
    act: dict[str, Any] = {
        "actor": players.boss_of(line["nip"], when.on),
        "pada": when.pada,
        "on": when.on,
    }
    draft = appraisal.save_draft(
        skp_id=players.plan_of(line["nip"], when.on).skp_id,
        periode_id=opened[number].pk,
        isi=_rating(line) if age == 0 else _as_expected(),
        suntingan=0,
        halaman="",
        **act,
    )
    appraisal.release(evaluasi_id=draft.pk, suntingan=draft.suntingan, **act)


def _rating(line: dict[str, Any]) -> appraisal.Isi:
    hasil, perilaku = line["rating"]
    why = [*line.get("alasan", ()), "", ""]
    return appraisal.Isi(hasil, perilaku, why[0], why[1], line["catatan"])


def _as_expected() -> appraisal.Isi:
    return appraisal.Isi("sesuai", "sesuai")
