"""What waits for a decision in the demo: a target to be changed, a superior to be corrected."""

from datetime import date
from decimal import Decimal
from functools import partial

from bina.demo.agenda import Agenda, Moment
from bina.demo.players import Players
from bina.people.services import atasan
from bina.planning.isi import IsiUsul
from bina.planning.services import changes

# Jaka Wijayanti asks Lintang Yolanda for fewer courses than planned.
PROPOSER, RESULT, TARGET = "198107142003041008", "Pelatihan dan belajar", Decimal(24)
WHY = (
    "Enam pelatihan tatap muka digabung dengan pelatihan provinsi, sehingga pesertanya tercatat "
    "pada kegiatan provinsi."
)
# Wulan Wahyuni teaches under Gilda Napitupulu and is recorded under the head of the agency.
TEACHER, HER_HEAD = "198307072015022008", "197101152001012025"
WRONG = (
    "Saya mengajar di SD Negeri 1 Tanjung Lapar sejak 2019. Di data kepegawaian saya masih "
    "tercatat langsung di bawah Kepala Dinas Pendidikan."
)


def note(agenda: Agenda, players: Players) -> None:
    agenda.ago(7, 3, partial(_propose, players))
    agenda.ago(3, 4, partial(_ask_correction, players))


def _propose(players: Players, when: Moment) -> None:
    hasil = players.result_of(PROPOSER, RESULT, when.on)
    changes.propose_own(
        skp_id=players.plan_of(PROPOSER, when.on).skp_id,
        kunci=hasil.indikator[0].kunci,
        isi=IsiUsul(TARGET, WHY),
        actor=players.who(PROPOSER),
        pada=when.pada,
        on=when.on,
    )


def _ask_correction(players: Players, when: Moment) -> None:
    who = players.who(TEACHER)
    atasan.ask_correction(
        pegawai_id=who.pk,
        usulan_id=players.who(HER_HEAD).pk,
        mulai=date(when.on.year, 1, 1),
        selesai=None,
        alasan=WRONG,
        actor=who,
        pada=when.pada,
        on=when.on,
    )
