"""Guidance in the demo: results taken up, decided, and coachings in each of their phases."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from bina.demo import afterwards, coaches, plans, sessions
from bina.demo.agenda import Agenda, Moment
from bina.demo.players import Players
from bina.guidance.models import Triase
from bina.guidance.pelatihan import services as pelatihan
from bina.guidance.perilaku import services as perilaku
from bina.guidance.services import coaching, triase
from bina.guidance.services.triase import Sebab

# Days after a result was taken up: the other's view, the decision, the beginning; the talk about
# conduct and the person's answer.
NAMED, DECIDED, BEGUN = 1, 2, 3
TOLD, ANSWERED = 6, 8


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
        conduct = of == "penilai" and "perilaku" in self.line
        return Sebab(tuple(self.line.get(f"sebab_{of}", ())), perilaku=conduct)


def note(agenda: Agenda, players: Players) -> None:
    coaches.note(agenda, players)
    for line in plans.read("bimbingan.toml")["bimbingan"]:
        case, days = Case(players, line), line["hari"]
        agenda.ago(days, 2, partial(_take_up, case))
        if len([one for one in line if one.startswith("sebab_")]) > 1:
            agenda.ago(days - NAMED, 2, partial(_name_causes, case))
        if "pilihan" in line:
            agenda.ago(days - DECIDED, 3, partial(_decide, case))
        if "sampai" in line:
            _coach(agenda, case)
        _note_rest(agenda, case)


def _note_rest(agenda: Agenda, case: Case) -> None:
    """What some decisions lead to beside a coaching."""
    line, days = case.line, case.line["hari"]
    if "pelatihan" in line:
        agenda.ago(days - BEGUN, 4, partial(_train, case))
    if "perilaku" in line:
        agenda.ago(days - TOLD, 2, partial(_talk, case))
        agenda.ago(days - ANSWERED, 5, partial(_answer, case))


def _coach(agenda: Agenda, case: Case) -> None:
    """The coaching as far as it goes, and what follows on it."""
    line = case.line
    agenda.ago(line["hari"] - BEGUN, 4, partial(_begin, case))
    coaches.note_case(agenda, case.players, line)
    sessions.note(agenda, case.players, line)
    afterwards.note(agenda, case.players, line)
    if line.get("program"):
        afterwards.note_programme(agenda, case.players, line["nip"])


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
        tugas=coaches.assignment(case.players, case.line, when),
        actor=Triase.objects.get(pk=case.triase_id).penilai,
        pada=when.pada,
        on=when.on,
    )


def _train(case: Case, when: Moment) -> None:
    given = case.line["pelatihan"]
    until = when.on + timedelta(days=given["hari"])
    isi = pelatihan.Isi(given["jenis"], given["jalur"], given["apa"], given["mengapa"], until)
    actor = Triase.objects.get(pk=case.triase_id).penilai
    pelatihan.assign(triase_id=case.triase_id, isi=isi, actor=actor, pada=when.pada, on=when.on)


def _talk(case: Case, when: Moment) -> None:
    """Conduct is talked about, and looked at again some days from today."""
    said, boss = case.line["perilaku"], case.players.boss_of(case.line["nip"], when.on)
    days = timedelta(days=case.line["hari"] - TOLD + said["tinjau"])
    isi = perilaku.Pembicaraan(when.on, said["isi"], said["jawaban"], when.on + days, True)
    perilaku.tell(kode=_matter(case, boss, when), isi=isi, actor=boss, pada=when.pada, on=when.on)


def _answer(case: Case, when: Moment) -> None:
    own, kode = case.line["perilaku"]["tanggapan"], _matter(case, case.pegawai, when)
    perilaku.answer(kode=kode, isi=own, actor=case.pegawai, pada=when.pada, on=when.on)


def _matter(case: Case, reader: Any, when: Moment) -> UUID:
    found = perilaku.open_between(case.pegawai.pk, reader, on=when.on)
    assert found is not None, "it was named before"
    return found.kode
