"""Dialogues through the demo's year, from a planned day to a summary both confirmed."""

from collections.abc import Callable
from functools import partial
from typing import Any

from bina.accounts.models import Orang
from bina.demo import plans
from bina.demo.agenda import DAY, Agenda, Moment, working_day
from bina.demo.players import Players
from bina.dialog import usul
from bina.dialog.models import Dialog
from bina.dialog.services import agenda as points
from bina.dialog.services import dialog
from bina.dialog.services.dialog import IsiTindakan, Rangkuman

HELD, CONFIRMED, DONE = 2, 3, 12  # days after it was planned
# How far each comes: the names of the steps it takes.
WAYS: dict[str, tuple[str, ...]] = {
    "direncanakan": (),
    "berlangsung": ("hold",),
    "dirangkum": ("hold", "sum_up"),
    "dikonfirmasi": ("hold", "sum_up", "confirm", "finish"),
}


def note(agenda: Agenda, players: Players) -> None:
    for line in plans.read("dialog.toml")["dialog"]:
        agenda.ago(line["hari"], 9, partial(_plan, players, line))
        for name in WAYS[line["sampai"]]:
            days, hour, act = STEPS[name]
            agenda.ago(line["hari"] - days, hour, partial(act, players, line))


def _parties(players: Players, line: dict[str, Any], when: Moment) -> dict[str, Orang]:
    boss = players.boss_of(line["nip"], when.on)
    return {"pegawai": players.who(line["nip"]), "penilai": boss}


def _of(players: Players, line: dict[str, Any]) -> Dialog:
    return Dialog.objects.filter(pegawai=players.who(line["nip"]).pk).latest("pk")


def _act(actor: Orang, when: Moment) -> dict[str, Any]:
    return {"actor": actor, "pada": when.pada, "on": when.on}


def _plan(players: Players, line: dict[str, Any], when: Moment) -> None:
    """The penilai names the day; both put points on the agenda."""
    both = _parties(players, line, when)
    rencana = players.plan_of(line["nip"], when.on)
    day = when.on + line.get("tanggal", HELD) * DAY
    made = dialog.plan_dialog(
        skp_id=rencana.skp_id,
        tanggal=min(max(working_day(day), when.on), rencana.selesai),
        tempat=line["tempat"],
        **_act(both["penilai"], when),
    )
    for oleh, words in line["agenda"]:
        points.add_point(dialog_id=made.pk, uraian=words, **_act(both[oleh], when))
    _prepare(made, line, both, when)


def _prepare(made: Dialog, line: dict[str, Any], both: dict[str, Orang], when: Moment) -> None:
    """A topic taken over from what the data suggests, and a note nobody else reads."""
    suggested = usul.suggested(made, on=when.on) if line.get("usul") else []
    for each in suggested[:1]:
        points.take_over(dialog_id=made.pk, kunci=each.kunci, **_act(both["penilai"], when))
    if "catatan" in line:
        oleh, words = line["catatan"]
        points.note_privately(dialog_id=made.pk, isi=words, suntingan=0, **_act(both[oleh], when))


def _hold(players: Players, line: dict[str, Any], when: Moment) -> None:
    both = _parties(players, line, when)
    dialog.begin(dialog_id=_of(players, line).pk, **_act(both["penilai"], when))


def _sum_up(players: Players, line: dict[str, Any], when: Moment) -> None:
    both = _parties(players, line, when)
    agreed = [
        IsiTindakan(words, oleh, when.on + days * DAY)
        for words, oleh, days, _done in line["tindakan"]
    ]
    isi = Rangkuman(line["ringkasan"], tuple(agreed))
    act = _act(both["penilai"], when)
    dialog.sum_up(dialog_id=_of(players, line).pk, isi=isi, suntingan=0, **act)


def _confirm(players: Players, line: dict[str, Any], when: Moment) -> None:
    one = _of(players, line)
    for actor in _parties(players, line, when).values():
        dialog.confirm(dialog_id=one.pk, suntingan=one.suntingan, **_act(actor, when))


def _finish(players: Players, line: dict[str, Any], when: Moment) -> None:
    """What was done since; the rest carries forward."""
    one, both = _of(players, line), _parties(players, line, when)
    done = [words for words, _oleh, _days, is_done in line["tindakan"] if is_done]
    for action in one.tindakan.filter(uraian__in=done):
        points.finish_action(tindakan_id=action.pk, **_act(both["pegawai"], when))


STEPS: dict[str, tuple[int, int, Callable[..., None]]] = {
    "hold": (HELD, 2, _hold),
    "sum_up": (HELD, 4, _sum_up),
    "confirm": (CONFIRMED, 3, _confirm),
    "finish": (DONE, 3, _finish),
}
