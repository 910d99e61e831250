"""What follows on guidance in the demo: topics, the end, what is said and judged, a programme."""

from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from bina.accounts.models import Orang
from bina.demo.agenda import Agenda, Moment
from bina.demo.cast import OFFICES
from bina.demo.players import Players
from bina.guidance.coaching.services import perjalanan
from bina.guidance.kasus import COACHING
from bina.guidance.mentoring.services import program as programmes
from bina.guidance.models import Bidang, Coaching, UmpanBalikAkhir
from bina.guidance.program import services as programme_services
from bina.guidance.sesudah import services
from bina.guidance.sesudah.services import IsiNilai
from bina.guidance.topik import services as topics
from bina.people.models import Kantor

# Days after the result was taken up: the topics, the end, what the two write after it.
NAMED, CLOSED, SAID, JUDGED = 4, 24, 25, 26
# The programme, days ago: made, and joined by a coaching that runs.
MADE, JOINED = 60, 2
BUDGET = Decimal(40)
HALF_A_YEAR = timedelta(days=182)


def note(agenda: Agenda, players: Players, line: dict[str, Any]) -> None:
    """What the line of a coaching says of topics, its end, and after."""
    days = line["hari"]
    for word, after, hour, act in (
        ("tema", NAMED, 5, _topics),
        ("ditutup", CLOSED, 2, _close),
        ("umpan_balik", SAID, 3, _say),
        ("kompetensi", JUDGED, 3, _judge),
    ):
        if word in line:
            agenda.ago(days - after, hour, partial(act, players, line))


def note_programme(agenda: Agenda, players: Players, nip: str) -> None:
    """A cohort of the whole agency with a budget of hours, and this person's coaching in it."""
    agenda.ago(MADE, 4, partial(_make, players))
    agenda.ago(JOINED, 5, partial(_join, players, nip))


def _of(players: Players, nip: str) -> Coaching:
    return Coaching.objects.filter(pegawai=players.who(nip).pk).latest("pk")


def _coach_of(one: Coaching) -> Orang:
    assert one.coach is not None, "the demo's cases keep their coach"
    return one.coach


def _act(actor: Orang, when: Moment) -> dict[str, Any]:
    return {"actor": actor, "pada": when.pada, "on": when.on}


def _topics(players: Players, line: dict[str, Any], when: Moment) -> None:
    one = _of(players, line["nip"])
    chosen = Bidang.objects.filter(instansi=None, kode__in=line["tema"])
    topics.choose(
        jenis=COACHING,
        kasus_id=one.pk,
        topik=list(chosen.values_list("pk", flat=True)),
        **_act(_coach_of(one), when),
    )


def _close(players: Players, line: dict[str, Any], when: Moment) -> None:
    one = _of(players, line["nip"])
    hasil = {
        aim.pk: perjalanan.Hasil("sebagian", "Sudah berjalan; dilanjutkan sendiri.")
        for aim in perjalanan.aims_of(one)
    }
    perjalanan.close(
        coaching_id=one.pk,
        ringkasan="Yang disepakati sudah berjalan, dan sisanya dapat dilanjutkan sendiri.",
        hasil=hasil,
        **_act(_coach_of(one), when),
    )


def _say(players: Players, line: dict[str, Any], when: Moment) -> None:
    said = dict(zip(UmpanBalikAkhir.KRITERIA, line["umpan_balik"], strict=True))
    one, who = _of(players, line["nip"]), players.who(line["nip"])
    services.hand_over(jenis=COACHING, kasus_id=one.pk, jawaban=said, **_act(who, when))


def _judge(players: Players, line: dict[str, Any], when: Moment) -> None:
    rows = tuple(
        IsiNilai(nama, nilai, alasan, standar, sebelum)
        for nama, standar, sebelum, nilai, alasan in line["kompetensi"]
    )
    one = _of(players, line["nip"])
    services.judge(jenis=COACHING, kasus_id=one.pk, nilai=rows, **_act(one.penilai, when))


def _keeper(players: Players) -> tuple[Orang, int]:
    """Whoever keeps the performance records, and the unit they keep them for."""
    who = players.who(OFFICES[0].nip)
    return who, Kantor.objects.filter(orang=who, peran="pengelola").values_list("unit", flat=True)[
        0
    ]


def _make(players: Players, when: Moment) -> None:
    who, unit = _keeper(players)
    about = programmes.Perihal(
        "Angkatan pembinaan layanan kepulauan",
        "Pegawai yang melayani pulau dan kecamatan jauh dibimbing bersama dalam setengah tahun",
        when.on,
        when.on + HALF_A_YEAR,
        BUDGET,
    )
    programmes.create(unit_id=unit, perihal=about, **_act(who, when))


def _join(players: Players, nip: str, when: Moment) -> None:
    one = _of(players, nip)
    for program in programme_services.joinable(one, on=when.on)[:1]:
        programme_services.join(
            coaching_id=one.pk, program_id=program.pk, **_act(_coach_of(one), when)
        )
