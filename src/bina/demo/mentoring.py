"""Mentoring in the demo: profiles of mentors, and mentorings in each of their phases."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from bina.core.appointments import Waktu
from bina.demo import plans
from bina.demo.agenda import DAY, Agenda, Moment, moment, working_day
from bina.demo.players import Players
from bina.guidance.kalender import temu
from bina.guidance.mentoring import sidik
from bina.guidance.mentoring.services import log, mentor, pencarian, rencana
from bina.guidance.models import Bidang, LogMentoring, TawaranMentor, Triase

# Days after the plan was sent: agreed, offered, accepted, talked.
AGREED, OFFERED, ACCEPTED, TALKED = 1, 3, 4, 5
AHEAD, HOUR = 9, 2


@dataclass(slots=True)
class Case:
    """One mentoring as its acts find it."""

    players: Players
    line: dict[str, Any]
    pk: int = 0

    @property
    def pegawai(self) -> Any:
        return self.players.who(self.line["nip"])

    @property
    def mentor(self) -> Any:
        return self.players.who(self.line["pilihan"][0])


def note(agenda: Agenda, players: Players) -> None:
    read = plans.read("mentoring.toml")
    for line in read["mentor"]:
        agenda.ago(100, 2, partial(_profile, players, line))
    for line in read["mentoring"]:
        case, days = Case(players, line), line["hari"]
        agenda.ago(days, 3, partial(_submit, case))
        if line["sampai"] == "diajukan":
            continue
        agenda.ago(days - AGREED, 3, partial(_agree, case))
        agenda.ago(days - OFFERED, 3, partial(_offer, case))
        if line["sampai"] == "berjalan":
            agenda.ago(days - ACCEPTED, 4, partial(_accept, case))
            agenda.ago(days - TALKED, 5, partial(_talk, case))
            agenda.ago(3, 6, partial(_meet_next, case))
            for n, entry in enumerate(line["log"], 1):
                agenda.ago(entry[0], 6, partial(_log, case, entry, n < len(line["log"])))


def _act(actor: Any, when: Moment) -> dict[str, Any]:
    return {"actor": actor, "pada": when.pada, "on": when.on}


def _field(kode: str) -> int:
    return Bidang.objects.get(kode=kode, instansi=None).pk


def _profile(players: Players, line: dict[str, Any], when: Moment) -> None:
    skills = tuple(
        mentor.IsiKeahlian(_field(kode), tingkat, said) for kode, tingkat, said in line["keahlian"]
    )
    profil = mentor.Profil(line["kapasitas"], line["lokasi"], True, skills)
    mentor.write_profile(profil=profil, **_act(players.who(line["nip"]), when))


def _submit(case: Case, when: Moment) -> None:
    line, first = case.line, when.on
    butir = tuple(
        rencana.IsiButir(keahlian, langkah, first + timedelta(days=days), ukuran)
        for keahlian, langkah, ukuran, days in line["butir"]
    )
    isi = rencana.Rencana(
        _field(line["bidang"]),
        line["tingkat"],
        line["lokasi"],
        line["tujuan"],
        line["perubahan"],
        first,
        first + timedelta(days=line["lama"]),
        butir,
    )
    found = Triase.objects.filter(pegawai=case.pegawai.pk, pilihan="mentoring").first()
    act = _act(case.pegawai, when)
    made = rencana.write_plan(rencana=isi, triase_id=found.pk if found else None, **act)
    case.pk = made.pk
    rencana.submit(mentoring_id=case.pk, **act)


def _agree(case: Case, when: Moment) -> None:
    boss = case.players.boss_of(case.line["nip"], when.on)
    rencana.agree(mentoring_id=case.pk, **_act(boss, when))


def _offer(case: Case, when: Moment) -> None:
    chosen = [case.players.who(nip).pk for nip in case.line["pilihan"]]
    pencarian.offer(mentoring_id=case.pk, mentor_ids=chosen, **_act(case.pegawai, when))


def _accept(case: Case, when: Moment) -> None:
    asked = TawaranMentor.objects.get(mentoring=case.pk, status="terbuka_mentor")
    pencarian.accept(tawaran_id=asked.pk, **_act(case.mentor, when))


def _talk(case: Case, when: Moment) -> None:
    log.record_talk(
        mentoring_id=case.pk,
        tanggal=when.on,
        kesepakatan="Bertemu sebulan sekali. Isi log tidak dibagikan; keduanya boleh berhenti.",
        **_act(case.mentor, when),
    )


def _meet_next(case: Case, when: Moment) -> None:
    """A meeting still to come, on a working day after today."""
    day = working_day(when.on + AHEAD * DAY)
    begins = moment(max(day, when.on + DAY), HOUR)
    waktu = Waktu(begins, begins + timedelta(hours=1), "Ruang rapat Bidang Bina Marga")
    temu.plan(mentoring_id=case.pk, waktu=waktu, **_act(case.mentor, when))


def _log(case: Case, entry: list[Any], both: bool, when: Moment) -> None:
    """Written and initialled by the mentee; by the mentor too but for the last."""
    _days, bentuk, peran, menit, kegiatan, dipelajari = entry
    introduced = "Kepala Bidang Bina Marga" if "introducing" in bentuk else ""
    isi = log.Isi(
        when.on, menit, tuple(bentuk), tuple(peran), kegiatan, dipelajari, dikenalkan=introduced
    )
    act = _act(case.pegawai, when)
    made = log.write(mentoring_id=case.pk, isi=isi, **act)
    log.ask_initials(log_id=made.pk, **act)
    for actor in (case.pegawai, case.mentor) if both else (case.pegawai,):
        digest = sidik.of_log(LogMentoring.objects.get(pk=made.pk))
        log.initial(log_id=made.pk, dibaca=True, isi=digest, **_act(actor, when))
