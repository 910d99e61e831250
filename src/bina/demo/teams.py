"""Team work in the demo: a team across health centres with its ketua, and one that has ended."""

from datetime import date
from functools import partial

from bina.demo import cast
from bina.demo.agenda import DAY, Agenda, Moment
from bina.demo.players import Players
from bina.people.door import placed
from bina.people.models import TimKerja
from bina.people.services import tim, tim_orang

# Ana Pranowo leads midwives and doctors of two health centres for the head of the Dinas.
STUNTING, HEAD = "Tim Percepatan Penurunan Stunting", "197901252009022037"
AIM = (
    "Menurunkan prevalensi stunting di enam desa lokus: pendampingan ibu hamil, penimbangan "
    "bulanan, dan rujukan gizi buruk dalam dua hari kerja."
)
MEMBERS = ("198609052017122035", "199404202019032016", "197206182003042011", "198609222014042027")
# Paulin Kusumo led the move of the staff files to the new application.
MOVE, MOVER = "Tim Pemutakhiran Data Pegawai", "199911152023022033"
MOVED = "Mencocokkan data pegawai tiap unit dengan berkas asli sebelum impor ke aplikasi."
DAYS_OF_MOVE = 12


def note(agenda: Agenda, players: Players) -> None:
    agenda.planning(4, 1, partial(_make, players, MOVE, MOVED, MOVER, DAYS_OF_MOVE, ()))
    agenda.planning(8, 2, partial(_make, players, STUNTING, AIM, HEAD, None, MEMBERS))


def _make(
    players: Players,
    nama: str,
    tujuan: str,
    ketua: str,
    days: int | None,
    members: tuple[str, ...],
    when: Moment,
) -> None:
    actor, pada, on = players.who(cast.OFFICES[0].nip), when.pada, when.on
    made = tim.make(
        unit_id=_unit_of(players, ketua, on),
        nama=nama,
        tujuan=tujuan,
        ketua_id=players.who(ketua).pk,
        mulai=on,
        selesai=on + days * DAY if days else None,
        actor=actor,
        pada=pada,
        on=on,
    )
    if members:
        _join(made, [players.who(nip).pk for nip in members], players, when)


def _join(made: TimKerja, orang_ids: list[int], players: Players, when: Moment) -> None:
    tim_orang.add_members(
        tim_id=made.pk,
        orang_ids=orang_ids,
        mulai=when.on,
        selesai=None,
        actor=players.who(cast.OFFICES[0].nip),
        pada=when.pada,
        on=when.on,
    )


def _unit_of(players: Players, nip: str, on: date) -> int:
    orang_id = players.who(nip).pk
    return placed([orang_id], on=on)[orang_id].unit_id
