"""Guidance in the demo: results taken up, decided, and coachings in each of their phases."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from bina.demo import plans, sessions
from bina.demo.agenda import Agenda, Moment
from bina.demo.players import Players
from bina.guidance.models import JenisCoach, Triase
from bina.guidance.services import coaching, triase
from bina.guidance.services.coaching import Penugasan
from bina.guidance.services.triase import Sebab

# Days after a result was taken up: the other's view, the decision, the beginning.
NAMED, DECIDED, BEGUN = 1, 2, 3


@dataclass(slots=True)
class Case:
    """One person's guidance as its acts find it."""

    players: Players
    line: dict[str, Any]
    triase_id: int = 0

    @property
    def pegawai(self) -> Any:
        return self.players.who(self.line["nip"])

    def sebab(self, of: str) -> Sebab:
        return Sebab(tuple(self.line.get(f"sebab_{of}", ())))


def note(agenda: Agenda, players: Players) -> None:
    for line in plans.read("bimbingan.toml")["bimbingan"]:
        case, days = Case(players, line), line["hari"]
        agenda.ago(days, 2, partial(_take_up, case))
        if len([one for one in line if one.startswith("sebab_")]) > 1:
            agenda.ago(days - NAMED, 2, partial(_name_causes, case))
        if "pilihan" in line:
            agenda.ago(days - DECIDED, 3, partial(_decide, case))
        if "sampai" in line:
            agenda.ago(days - BEGUN, 4, partial(_begin, case))
            sessions.note(agenda, case.players, line)


def _take_up(case: Case, when: Moment) -> None:
    """The penilai weighs what lags, or the person asks."""
    players, nip = case.players, case.line["nip"]
    hasil = players.result_of(nip, case.line["hasil"], when.on)
    act: dict[str, Any] = {"hasil_kunci": hasil.kunci, "pada": when.pada, "on": when.on}
    if case.line.get("asal") == "pegawai":
        made = triase.ask_guidance(sebab=case.sebab("pegawai"), actor=case.pegawai, **act)
    else:
        made = triase.weigh_signal(
            skp_id=players.plan_of(nip, when.on).skp_id,
            sebab=case.sebab("penilai"),
            actor=players.boss_of(nip, when.on),
            **act,
        )
    case.triase_id = made.pk


def _name_causes(case: Case, when: Moment) -> None:
    triase.name_causes(
        triase_id=case.triase_id,
        sebab=case.sebab("pegawai"),
        actor=case.pegawai,
        pada=when.pada,
        on=when.on,
    )


def _decide(case: Case, when: Moment) -> None:
    """As Bina recommends, or otherwise with the reason."""
    triase.decide(
        triase_id=case.triase_id,
        pilihan=case.line["pilihan"],
        alasan=case.line.get("alasan", ""),
        actor=case.players.boss_of(case.line["nip"], when.on),
        pada=when.pada,
        on=when.on,
    )


def _begin(case: Case, when: Moment) -> None:
    coaching.start_coaching(
        triase_id=case.triase_id,
        topik=case.line["topik"],
        tugas=Penugasan(JenisCoach.PIMPINAN, konflik_dinyatakan=True),
        actor=Triase.objects.get(pk=case.triase_id).penilai,
        pada=when.pada,
        on=when.on,
    )
