"""Rencana aksi of the quarter and the diary of the last working days in the demo."""

from datetime import date, time
from functools import partial
from itertools import pairwise
from typing import Any
from uuid import uuid4

from bina.demo import plans
from bina.demo.agenda import DAY, Agenda, Moment, working_day
from bina.demo.players import Players
from bina.monitoring import masa
from bina.monitoring.models import RencanaAksi
from bina.monitoring.services import harian, rencana_aksi
from bina.monitoring.services.harian import Baris
from bina.monitoring.services.rencana_aksi import IsiRencanaAksi

PLANNED = 7  # days ago: a week before the first line on them
DUE_IN = 21


def note(agenda: Agenda, players: Players) -> None:
    back = _working_days(agenda.last)
    for one in plans.read("harian.toml")["orang"]:
        agenda.ago(PLANNED, 9, partial(_plan_steps, players, one, agenda.last))
        for line in sorted(one["baris"], reverse=True):
            days = (agenda.last - back[line[0]]).days + 1
            agenda.ago(days, 10, partial(_write, players, one, line))


def _working_days(last: date) -> dict[int, date]:
    """The last working day is 1, the one before it 2."""
    days = [working_day(last)]
    while len(days) < PLANNED:
        days.append(working_day(days[-1] - DAY))
    assert all(one > other for one, other in pairwise(days))
    return dict(enumerate(days, 1))


def _plan_steps(players: Players, one: dict[str, Any], last: date, when: Moment) -> None:
    """For the quarter of the day the demo is made on, as the law room's default has it."""
    rencana = players.plan_of(one["nip"], when.on)
    among = masa.periods(rencana.mulai, rencana.selesai, masa.TRIWULAN)
    period = masa.around(last, among)
    assert period is not None, "the plan runs on that day"
    due = min(last + DUE_IN * DAY, period.selesai)
    for line in one["langkah"]:
        rencana_aksi.plan_step(
            skp_id=rencana.skp_id,
            isi=_step(players, one["nip"], line, period.mulai, due, when),
            actor=players.who(one["nip"]),
            pada=when.pada,
            on=when.on,
        )


def _step(
    players: Players, nip: str, line: dict[str, Any], mulai: date, due: date, when: Moment
) -> IsiRencanaAksi:
    hasil = players.result_of(nip, line["hasil"], when.on)
    return IsiRencanaAksi(
        indikator_kunci=hasil.indikator[0].kunci,
        mulai=mulai,
        langkah=line["isi"],
        tenggat=due,
        target=line.get("target"),
        target_teks=line.get("teks", ""),
        satuan=line.get("satuan", ""),
        dihitung=line.get("dihitung", False),
    )


def _write(players: Players, one: dict[str, Any], line: list[Any], when: Moment) -> None:
    _back, begins, ends, words, count, step = line
    skp_id = players.plan_of(one["nip"], when.on).skp_id
    planned = RencanaAksi.objects.filter(skp=skp_id).order_by("pk")[step - 1]
    baris = Baris(
        tanggal=when.on,
        jam_mulai=time.fromisoformat(begins),
        jam_selesai=time.fromisoformat(ends),
        kegiatan=words,
        jumlah=count,
        rencana_aksi_id=planned.pk,
    )
    harian.record_line(
        skp_id=skp_id,
        baris=baris,
        kunci=uuid4(),
        actor=players.who(one["nip"]),
        pada=when.pada,
        on=when.on,
    )
