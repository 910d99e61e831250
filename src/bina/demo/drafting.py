"""Drafting, submitting and answering the plans of the demo: in January, or lately."""

from dataclasses import replace
from functools import partial
from typing import Any

from bina.accounts.models import Orang
from bina.demo import clarifying
from bina.demo.agenda import Agenda, Moment
from bina.demo.plans import Hasil, Rencana
from bina.demo.players import Players
from bina.people import hierarchy
from bina.people.models import Penempatan
from bina.planning import support
from bina.planning.models import HasilKerja, Skp
from bina.planning.services import drafting, steps

# By level of the tree: the first day of drafting, and over how many days people spread.
BEGINS = {0: (2, 1), 1: (5, 2), 2: (10, 3), 3: (16, 4)}
LATE = {"draf": 6, "diajukan": 5, "dikembalikan": 4}


def note(agenda: Agenda, players: Players, plans: list[Rencana]) -> None:
    """Note down who writes which plan when, and what becomes of it."""
    for number, one in enumerate(plans):
        if one.is_established:
            _in_january(agenda, players, one, number)
        else:
            _lately(agenda, players, one, number)


def _in_january(agenda: Agenda, players: Players, one: Rencana, number: int) -> None:
    first, spread = BEGINS[one.tingkat]
    day = first + number % spread
    agenda.planning(day, 1 + number % 6, partial(draft, players, one))
    if one.klarifikasi:
        agenda.planning(day, 7, partial(clarifying.talk, players, one))
    agenda.planning(day + 1, number % 8, partial(submit, players, one))
    agenda.planning(day + 2 + number % 2, number % 8, partial(establish, players, one))


def _lately(agenda: Agenda, players: Players, one: Rencana, number: int) -> None:
    """Plans still open were begun some days ago, not in January: nobody waits that long."""
    days = LATE[one.status] + number % 5
    agenda.ago(days, number % 8, partial(draft, players, one))
    if one.klarifikasi:
        agenda.ago(days, 9, partial(clarifying.talk, players, one))
    if one.status != "draf":
        agenda.ago(days - 2, number % 8, partial(submit, players, one))
    if one.status == "dikembalikan":
        agenda.ago(days - 3, number % 8, partial(send_back, players, one))


def draft(players: Players, rencana: Rencana, when: Moment) -> None:
    who = players.who(rencana.nip)
    placed = Penempatan.objects.on(when.on).get(orang=who.pk)
    act: dict[str, Any] = {"actor": who, "pada": when.pada, "on": when.on}
    skp = drafting.start_skp(penempatan_id=placed.pk, pendekatan="kuantitatif", **act)
    supported = list(support.results(skp, on=when.on))
    for edits, hasil in enumerate(rencana.hasil):
        _save(skp, hasil, supported, edits, who, when)
    if rencana.ekspektasi:
        edits = len(rencana.hasil)
        drafting.save_ekspektasi(skp_id=skp.pk, isi=rencana.ekspektasi, suntingan=edits, **act)


def _save(
    skp: Skp, hasil: Hasil, supported: list[HasilKerja], edits: int, who: Orang, when: Moment
) -> None:
    drafting.save_result(
        skp_id=skp.pk,
        hasil_id=None,
        isi=replace(hasil.isi, **_serving(skp, hasil, supported), **_assigned(hasil)),
        suntingan=edits,
        actor=who,
        pada=when.pada,
        on=when.on,
    )


def _serving(skp: Skp, hasil: Hasil, supported: list[HasilKerja]) -> dict[str, Any]:
    """A sasaran of the unit where the plan names one, else a result of the pimpinan."""
    if hasil.sasaran:
        return {"mendukung_sasaran_id": support.sasaran(skp).get(nomor=hasil.sasaran).pk}
    if not supported:
        return {}
    return {"mendukung_id": supported[min(hasil.dukung, len(supported) - 1)].pk}


def _assigned(hasil: Hasil) -> dict[str, Any]:
    if not hasil.penugas:
        return {}
    return {"pemberi_tugas_id": Orang.objects.get(nip=hasil.penugas).pk}


def submit(players: Players, rencana: Rencana, when: Moment) -> None:
    who = players.who(rencana.nip)
    steps.submit(skp_id=_written(who).pk, actor=who, pada=when.pada, on=when.on)


def establish(players: Players, rencana: Rencana, when: Moment) -> None:
    skp, boss = _to_answer(players, rencana, when)
    steps.establish(skp_id=skp.pk, suntingan=skp.suntingan, actor=boss, pada=when.pada, on=when.on)


def send_back(players: Players, rencana: Rencana, when: Moment) -> None:
    skp, boss = _to_answer(players, rencana, when)
    steps.send_back(
        skp_id=skp.pk,
        alasan=rencana.alasan,
        suntingan=skp.suntingan,
        actor=boss,
        pada=when.pada,
        on=when.on,
    )


def _to_answer(players: Players, rencana: Rencana, when: Moment) -> tuple[Skp, Orang]:
    who = players.who(rencana.nip)
    boss = hierarchy.superior_of(who.pk, on=when.on)
    assert boss is not None, "who submitted has a superior"
    return _written(who), boss


def _written(who: Orang) -> Skp:
    return Skp.objects.filter(pegawai=who.pk).latest("pk")
