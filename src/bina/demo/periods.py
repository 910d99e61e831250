"""The planning year of the demo: its period opened, one unit's closed, extended for who is late."""

from datetime import date, timedelta
from functools import partial
from typing import Any

from bina.demo import cast
from bina.demo.agenda import DAY, Agenda, Moment
from bina.demo.players import Players
from bina.law.door import parameters
from bina.people.models import Instansi, Unit
from bina.planning.masa.keterlambatan import Saringan
from bina.planning.masa.services import masa, pengingat
from bina.planning.masa.services.masa import Hari
from bina.planning.models import MasaPerencanaan

INSPECTORATE, REMINDED = "U02", "U0503"
EXTENDED, REMINDER = 12, 2  # days ago; nobody's open draft is older than the first
LONGER = timedelta(days=24)
DONE = "Seluruh SKP Inspektorat sudah ditetapkan."
WHY = (
    "Sebagian puskesmas, sekolah, dan kecamatan kepulauan belum selesai karena jaringan dan "
    "pergantian pegawai. Diperpanjang agar SKP mereka dapat ditetapkan."
)


def note(agenda: Agenda, players: Players, instansi: Instansi) -> None:
    agenda.planning(1, 0, partial(_open, players, instansi, ""))
    agenda.planning(1, 0, partial(_open, players, instansi, INSPECTORATE))
    agenda.planning(22, 9, partial(_close, players))
    agenda.ago(EXTENDED, 0, partial(_extend, players, instansi))
    agenda.ago(REMINDER, 4, partial(_remind, players, instansi))


def _act(players: Players, when: Moment) -> dict[str, Any]:
    return {"actor": players.who(cast.OFFICES[0].nip), "pada": when.pada, "on": when.on}


def _january(year: int) -> Hari:
    first, last = date(year, 1, 1), date(year, 1, 31)
    return Hari(first, last, first, last)


def _open(players: Players, instansi: Instansi, kode: str, when: Moment) -> None:
    """For the whole agency, or for one unit and below."""
    units = Unit.objects.filter(instansi=instansi)
    unit = units.get(kode=kode) if kode else units.get(induk=None)
    hari, act = _january(when.on.year), _act(players, when)
    masa.open_period(unit_id=unit.pk, tahun=when.on.year, hari=hari, **act)


def _close(players: Players, when: Moment) -> None:
    one = MasaPerencanaan.objects.get(unit__kode=INSPECTORATE)
    masa.change_period(
        masa_id=one.pk, nama="tutup", hari=None, alasan=DONE, suntingan=0, **_act(players, when)
    )


def _extend(players: Players, instansi: Instansi, when: Moment) -> None:
    """Long enough for whoever plays an employee in the days to come."""
    one = MasaPerencanaan.objects.get(unit__instansi=instansi, unit__induk=None)
    january = _january(when.on.year)
    last = max(january.susun_selesai, when.on + LONGER)
    masa.change_period(
        masa_id=one.pk,
        nama="ubah",
        hari=Hari(january.susun_mulai, last, january.tetapkan_mulai, last + 7 * DAY),
        alasan=WHY,
        suntingan=0,
        **_act(players, when),
    )


def _remind(players: Players, instansi: Instansi, when: Moment) -> None:
    """Those of one health centre, and their head for the plans that wait for her."""
    unit = Unit.objects.get(instansi=instansi, kode=REMINDED)
    law = parameters(instansi)
    pengingat.remind(saringan=Saringan(unit=unit.pk), law=law, **_act(players, when))
