"""The coaching sessions of the demo, from the report before them to two signatures."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from bina.accounts.models import Orang
from bina.demo.agenda import DAY, Agenda, Moment, moment, working_day
from bina.demo.players import Players
from bina.guidance import penyesuaian, sidik
from bina.guidance.models import Sesi
from bina.guidance.services import catatan, sesi, tanda_tangan
from bina.guidance.services.sesi import (
    IsiPenyesuaian,
    IsiTindakan,
    Jadwal,
    Laporan,
    Notulen,
)

HOUR = 5  # of the session, after the office opens
AHEAD = 4  # days until a session that is still to come
# Days after the result was taken up: reported, dated, held; then the signatures.
REPORTED, DATED, HELD, SIGNED = 5, 6, 8, 9
# How far each kind of case comes: the names of the steps it takes.
WAYS = {
    "pra_coaching": (),
    "dilaporkan": ("report",),
    "dijadwalkan": ("report", "plan_ahead"),
    "menunggu_pegawai": ("report", "hold", "sign_coach"),
    "ditandatangani": ("report", "hold", "sign_pegawai", "sign_coach", "finish"),
}


def note(agenda: Agenda, players: Players, line: dict[str, Any]) -> None:
    """Note down the steps of this case, each on its day."""
    for name in WAYS[line["sampai"]]:
        days, hour, act = STEPS[name]
        agenda.ago(line["hari"] - days, hour, partial(act, players, line))


def _of(players: Players, line: dict[str, Any]) -> Sesi:
    found = Sesi.objects.with_coaching().filter(coaching__pegawai=players.who(line["nip"]).pk)
    return found.latest("pk")


def _act(actor: Orang, when: Moment) -> dict[str, Any]:
    return {"actor": actor, "pada": when.pada, "on": when.on}


def _report(players: Players, line: dict[str, Any], when: Moment) -> None:
    laporan = Laporan(**line["laporan"])
    who = players.who(line["nip"])
    sesi.report(sesi_id=_of(players, line).pk, laporan=laporan, **_act(who, when))


def _plan_ahead(players: Players, line: dict[str, Any], when: Moment) -> None:
    """A date still to come, on a working day."""
    day = working_day(when.on + AHEAD * DAY)
    begins = moment(max(day, when.on + DAY), HOUR)
    _schedule(_of(players, line), line, begins, when)


def _schedule(one: Sesi, line: dict[str, Any], begins: Any, when: Moment) -> Jadwal:
    hours = Jadwal(begins, begins + timedelta(hours=1), line["sesi"]["tempat"])
    sesi.schedule(sesi_id=one.pk, jadwal=hours, **_act(one.coach, when))
    return hours


def _hold(players: Players, line: dict[str, Any], when: Moment) -> None:
    """Dated, held within the last hours, written down, laid out to be signed."""
    one = _of(players, line)
    hours = _schedule(one, line, when.pada - timedelta(hours=2), when)
    act = _act(one.coach, when)
    isi = _minutes(one, line["sesi"], hours, when)
    sesi.write_minutes(sesi_id=one.pk, isi=isi, suntingan=0, **act)
    sesi.ask_signatures(sesi_id=one.pk, **act)


def _minutes(one: Sesi, words: dict[str, Any], hours: Jadwal, when: Moment) -> Notulen:
    agreed = tuple(
        IsiTindakan(uraian, oleh, when.on + days * DAY) for uraian, oleh, days in words["tindakan"]
    )
    return Notulen(
        jadwal=hours,
        metode=words["metode"],
        proses=words["proses"],
        kualitas=words["kualitas"],
        alternatif=words["alternatif"],
        tindakan=agreed,
        penyesuaian=_adjusted(one, words.get("penyesuaian"), when),
    )


def _adjusted(one: Sesi, words: dict[str, Any] | None, when: Moment) -> IsiPenyesuaian | None:
    if words is None:
        return None
    indikator = penyesuaian.possible(one.coaching, on=when.on)[0]
    assert indikator.target is not None, "only figures can be adjusted"
    target = Decimal(round(indikator.target * Decimal(str(words["kali"]))))
    return IsiPenyesuaian(indikator.kunci, target, words["alasan"])


def _sign(players: Players, line: dict[str, Any], when: Moment, *, peran: str) -> None:
    one = _of(players, line)
    actor = one.coach if peran == "coach" else players.who(line["nip"])
    isi = sidik.digest(one)
    tanda_tangan.sign(sesi_id=one.pk, dibaca=True, isi=isi, **_act(actor, when))


def _finish(players: Players, line: dict[str, Any], when: Moment) -> None:
    """What was agreed and is due by now is done."""
    one = _of(players, line)
    for action in one.tindakan.filter(tenggat__lte=when.on):
        catatan.finish_action(tindakan_id=action.pk, **_act(action.oleh, when))


STEPS: dict[str, tuple[int, int, Callable[..., None]]] = {
    "report": (REPORTED, 1, _report),
    "plan_ahead": (DATED, 2, _plan_ahead),
    "hold": (HELD, HOUR + 1, _hold),
    "sign_pegawai": (SIGNED, 1, partial(_sign, peran="pegawai")),
    "sign_coach": (SIGNED, 3, partial(_sign, peran="coach")),
    "finish": (SIGNED + 14, 3, _finish),
}
