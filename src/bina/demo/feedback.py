"""Feedback in the demo: given by the penilai, asked of colleagues and of those below."""

from functools import partial
from typing import Any

from bina.demo import plans
from bina.demo.agenda import DAY, Agenda, Moment
from bina.demo.players import Players
from bina.monitoring.door import Isi, Tentang, give_feedback
from bina.monitoring.models import PermintaanUmpanBalik
from bina.monitoring.services.permintaan import Ajakan, answer_request, ask_feedback

DAYS_TO_ANSWER = 7  # of a request still open; asked DAYS_ASKED days before it was answered
DAYS_ASKED = 3


def note(agenda: Agenda, players: Players) -> None:
    for one in plans.read("umpan_balik.toml")["umpan_balik"]:
        if "pesan" not in one:
            agenda.ago(one["hari"], 6, partial(_give, players, one))
            continue
        answered = "situasi" in one
        asked = one["hari"] + (DAYS_ASKED if answered else 0)
        agenda.ago(asked, 3, partial(_ask, players, one))
        if answered:
            agenda.ago(one["hari"], 6, partial(_answer, players, one))


def _about(players: Players, one: dict[str, Any], when: Moment) -> dict[str, Any]:
    """The plan and what of it this is about."""
    skp_id = players.plan_of(one["untuk"], when.on).skp_id
    if "nilai" in one:
        return {"skp_id": skp_id, "tentang": Tentang(nilai_perilaku=one["nilai"])}
    hasil = players.result_of(one["untuk"], one["hasil"], when.on)
    return {"skp_id": skp_id, "tentang": Tentang(hasil_kunci=hasil.kunci)}


def _words(one: dict[str, Any]) -> Isi:
    return Isi(one["sifat"], one["situasi"], one["perilaku"], one["dampak"], "penilai")


def _give(players: Players, one: dict[str, Any], when: Moment) -> None:
    give_feedback(
        **_about(players, one, when),
        isi=_words(one),
        actor=players.who(one["dari"]),
        pada=when.pada,
        on=when.on,
    )


def _ask(players: Players, one: dict[str, Any], when: Moment) -> None:
    asked = Ajakan([players.who(one["dari"]).pk], one["pesan"], when.on + DAYS_TO_ANSWER * DAY)
    ask_feedback(
        **_about(players, one, when),
        ajakan=asked,
        actor=players.who(one["untuk"]),
        pada=when.pada,
        on=when.on,
    )


def _answer(players: Players, one: dict[str, Any], when: Moment) -> None:
    who = players.who(one["dari"])
    asked = PermintaanUmpanBalik.objects.waiting().get(
        kepada=who.pk, diminta_oleh=players.who(one["untuk"]).pk, pesan=one["pesan"]
    )
    answer_request(permintaan_id=asked.pk, isi=_words(one), actor=who, pada=when.pada, on=when.on)
