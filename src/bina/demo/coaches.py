"""Who coaches in the demo, and what the two agree on before the first word is written."""

from datetime import timedelta
from functools import partial
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from bina.accounts.models import Orang
from bina.demo import cast
from bina.demo.agenda import Agenda, Moment
from bina.demo.players import Players
from bina.guidance.coaching.services import kesepakatan, pertanyaan, reaksi, sertifikat
from bina.guidance.coaching.services.kesepakatan import Irama, IsiKesepakatan, IsiTujuan
from bina.guidance.coaching.sidik import digest
from bina.guidance.models import Coaching, Kesepakatan, SertifikatCoach, Sesi
from bina.guidance.services.coaching import Penugasan

# Days after the result was taken up: drafted and signed by the coach, signed by the coachee.
DRAFTED, AGREED = 4, 6
# A year of coaching is long enough for any case of the demo.
TERM = timedelta(days=90)
CERTIFIED, CHECKED = 120, 118
TRAINED = "198611232014012018"  # Kayla Rahmawati
PAPER = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def note(agenda: Agenda, players: Players) -> None:
    """The agency's one trained coach, and a question of its own."""
    agenda.ago(CERTIFIED, 2, partial(_certify, players))
    agenda.ago(CHECKED, 3, partial(_check, players))
    agenda.ago(CHECKED, 4, partial(_ask_more, players))


def note_case(agenda: Agenda, players: Players, line: dict[str, Any]) -> None:
    """The agreement of this case, and what the coachee says of a signed session."""
    if "kesepakatan" in line:
        agenda.ago(line["hari"] - DRAFTED, 5, partial(_draft, players, line))
        if line["sampai"] != "pra_coaching":
            agenda.ago(line["hari"] - AGREED, 1, partial(_agree, players, line))
    if "tanggapan" in line:
        agenda.ago(line["hari"] - AGREED - 4, 4, partial(_react, players, line))


def assignment(players: Players, line: dict[str, Any], when: Moment) -> Penugasan:
    """The penilai, who says so; or somebody with a letter."""
    if "coach" not in line:
        return Penugasan("pimpinan", konflik_dinyatakan=True)
    coach = players.who(line["coach"])
    return Penugasan("pihak_lain", coach.pk, line["surat"], when.on, when.on + TERM)


def _act(actor: Orang, when: Moment) -> dict[str, Any]:
    return {"actor": actor, "pada": when.pada, "on": when.on}


def _case(players: Players, line: dict[str, Any]) -> Coaching:
    found = Coaching.objects.select_related("coach")
    return found.filter(pegawai=players.who(line["nip"]).pk).latest("pk")


def _draft(players: Players, line: dict[str, Any], when: Moment) -> None:
    one, said = _case(players, line), line["kesepakatan"]
    assert one.coach is not None, "the demo's cases run"
    aims = tuple(IsiTujuan(*pair) for pair in said["tujuan"])
    isi = IsiKesepakatan(aims, Irama(3, 14, 60, said["tempat"]), said.get("tambahan", ""))
    act = _act(one.coach, when)
    kesepakatan.write(coaching_id=one.pk, isi=isi, suntingan=0, **act)
    _sign(one, act)


def _agree(players: Players, line: dict[str, Any], when: Moment) -> None:
    _sign(_case(players, line), _act(players.who(line["nip"]), when))


def _sign(one: Coaching, act: dict[str, Any]) -> None:
    drafted = Kesepakatan.objects.drafted(one.pk).select_related("coaching").get()
    kesepakatan.sign(coaching_id=one.pk, dibaca=True, isi=digest(drafted), **act)


def _react(players: Players, line: dict[str, Any], when: Moment) -> None:
    who = players.who(line["nip"])
    one = Sesi.objects.filter(coaching__pegawai=who.pk).latest("pk")
    reaksi.give(sesi_id=one.pk, nilai=line["tanggapan"], **_act(who, when))


def _certify(players: Players, when: Moment) -> None:
    isi = sertifikat.IsiSertifikat(
        "214/COACH/LAN/2025",
        "Lembaga Administrasi Negara",
        when.on - timedelta(days=200),
        when.on + timedelta(days=900),
    )
    berkas = SimpleUploadedFile("sertifikat-coach.pdf", PAPER, "application/pdf")
    sertifikat.add(isi=isi, berkas=berkas, **_act(players.who(TRAINED), when))


def _head(players: Players) -> Orang:
    """The head of the personnel unit."""
    found = {one.peran: one.nip for one in cast.OFFICES}
    return players.who(found["pimpinan_kepegawaian"])


def _check(players: Players, when: Moment) -> None:
    own = SertifikatCoach.objects.get(orang=players.who(TRAINED))
    sertifikat.check(sertifikat_id=own.pk, **_act(_head(players), when))


def _ask_more(players: Players, when: Moment) -> None:
    asked = "Apa arti perubahan ini bagi warga di pulau terluar?"
    pertanyaan.add(bagian="tujuan", isi=asked, **_act(_head(players), when))
