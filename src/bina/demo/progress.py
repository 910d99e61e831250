"""Progress from the end of a quarter to the end of a quarter, then month by month of late."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from bina.demo.agenda import DAY, Agenda, Moment
from bina.demo.plans import Rencana
from bina.demo.players import Players
from bina.monitoring.door import BuktiBaru, record_progress
from bina.planning.isi import IsiIndikator
from bina.ui.tulisan import bulan, tanggal

FRESH = 4  # days ago: the entry a visitor of the demo finds on top
# Where a figure comes from, said as different people say it.
WORDS = (
    "{Sumber} bulan {bulan}.",
    "Dihitung dari {sumber} per {hari}.",
    "Angka {bulan} menurut {sumber}.",
    "Sesuai {sumber}, {hari}.",
)


@dataclass(frozen=True, slots=True)
class Catatan:
    """One entry to come: on which indicator, how much, in which words."""

    nip: str
    indikator: str
    nilai: Decimal
    uraian: str
    bukti: BuktiBaru


def note(agenda: Agenda, players: Players, plans: list[Rencana]) -> None:
    """Note down the entries of every established plan at the tempo of each result."""
    days = list(_days(agenda))
    for number, one in enumerate(plans):
        if one.is_established:
            # Some write every quarter, more of them late and all at once.
            written = days if number % 3 == 0 else days[-2:]
            _of_plan(agenda, players, one, number, written)


def _days(agenda: Agenda) -> Iterator[date]:
    """Ends of quarters, the end of the last month, a few days ago."""
    last_month = agenda.last.replace(day=1) - DAY
    fresh = max(agenda.last - FRESH * DAY, agenda.planned_by)
    for month in range(1, 13):
        end = (date(agenda.first.year, month, 28) + timedelta(days=4)).replace(day=1) - DAY
        if agenda.planned_by < end < fresh and (month % 3 == 0 or end == last_month):
            yield end
    yield fresh


def _of_plan(agenda: Agenda, players: Players, one: Rencana, number: int, days: list[date]) -> None:
    kind = WORDS[number % len(WORDS)]
    for hasil in one.hasil:
        for indikator in hasil.isi.indikator:
            reached = Decimal(0)
            for day in days:
                value = _value(indikator, _share(day) * Decimal(str(hasil.tempo)), reached)
                reached += value
                if value > 0:
                    words = _words(kind, one.sumber, day)
                    link = _evidence(one, day, last=day == days[-1])
                    entry = Catatan(one.nip, indikator.uraian, value, words, link)
                    agenda.at(day, 5 + number % 3, partial(_record, players, entry))


def _share(day: date) -> Decimal:
    """Which part of the year has passed by the end of that day."""
    whole = (date(day.year, 12, 31) - date(day.year, 1, 1)).days + 1
    return Decimal(day.timetuple().tm_yday) / whole


def _value(indikator: IsiIndikator, share: Decimal, reached: Decimal) -> Decimal:
    assert indikator.target is not None, "the demo plans with figures"
    if indikator.cara_hitung == "jumlah":
        return Decimal(max(round(indikator.target * share - reached), 0))
    near = Decimal("0.9") + min(share, Decimal(1)) / 10
    target = (indikator.target + (indikator.target_atas or indikator.target)) / 2
    value = target * near if indikator.arah == "naik" else target / near
    whole = indikator.satuan != "%"
    return Decimal(round(value) if whole else round(value, 1))


def _words(kind: str, sumber: str, day: date) -> str:
    upper = sumber[0].upper() + sumber[1:]
    return kind.format(Sumber=upper, sumber=sumber, bulan=bulan(day), hari=tanggal(day))


def _evidence(one: Rencana, day: date, *, last: bool) -> BuktiBaru:
    if not last:
        return BuktiBaru()
    place = one.sumber.lower().replace(" ", "-").replace(",", "")
    title = one.sumber[0].upper() + one.sumber[1:]
    return BuktiBaru(url=f"https://nusabahari.example/{place}/{day:%Y-%m}", judul=title)


def _record(players: Players, entry: Catatan, when: Moment) -> None:
    rencana = players.plan_of(entry.nip, when.on)
    indicators = (row for hasil in rencana.hasil for row in hasil.indikator)
    row = next(one for one in indicators if one.uraian == entry.indikator)
    record_progress(
        skp_id=rencana.skp_id,
        indikator_kunci=row.kunci,
        tanggal=when.on,
        nilai=entry.nilai,
        nilai_teks="",
        uraian=entry.uraian,
        actor=players.who(entry.nip),
        pada=when.pada,
        on=when.on,
        bukti=entry.bukti,
    )
