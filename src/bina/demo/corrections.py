"""What changes while plans run: versions with grounds, a voiding, a substitute, a hand-over."""

from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any

from bina.accounts.models import Orang
from bina.demo import cast, plans
from bina.demo.agenda import DAY, Agenda, Moment
from bina.demo.players import Players
from bina.people.services import atasan
from bina.planning.isi import IsiIndikator
from bina.planning.manual.services import IsiManual, save_manual
from bina.planning.models import HasilKerja, Pembatalan, Skp
from bina.planning.pakai_ulang.content import of_plan
from bina.planning.pembatalan import services as pembatalan
from bina.planning.penilai.services import pengganti, serah_terima
from bina.planning.reading import plan
from bina.planning.services import drafting, steps, versions

ASKED = 12  # the hour a voiding is asked for: after the last entry on the plan


def note(agenda: Agenda, players: Players) -> None:
    data = plans.read("koreksi.toml")
    agenda.ago(data["versi_baru"]["hari"], 3, partial(_next_version, players, data["versi_baru"]))
    written = data["versi_disusun"]
    agenda.ago(written["hari"], 7, partial(_begin_version, players, written))
    for one in data["batal"]:
        agenda.ago(one["hari"], ASKED, partial(_ask_voiding, players, one))
        if "tanggapan" in one:
            agenda.ago(one["hari"], ASKED + 1, partial(_consent, players, one))
    agenda.ago(data["pengganti"]["hari"], 9, partial(_appoint, players, data["pengganti"]))
    agenda.ago(data["serah_terima"]["hari"], 4, partial(_hand_over, players, data["serah_terima"]))


def _act(actor: Orang, when: Moment) -> dict[str, Any]:
    return {"actor": actor, "pada": when.pada, "on": when.on}


def _start(players: Players, one: dict[str, Any], when: Moment) -> Skp:
    return versions.start_change(
        skp_id=players.plan_of(one["nip"], when.on).skp_id,
        dasar=one["dasar"],
        alasan=one["alasan"],
        **_act(players.who(one["nip"]), when),
    )


def _next_version(players: Players, one: dict[str, Any], when: Moment) -> None:
    """Written, submitted and established on one day."""
    who, boss = players.who(one["nip"]), players.boss_of(one["nip"], when.on)
    made = _start(players, one, when)
    _retarget(made, Decimal(one["target"]), who, when)
    sent = steps.submit(skp_id=made.pk, **_act(who, when))
    steps.establish(skp_id=made.pk, suntingan=sent.suntingan, **_act(boss, when))
    players.forget(one["nip"])


def _retarget(made: Skp, target: Decimal, who: Orang, when: Moment) -> None:
    hasil = HasilKerja.objects.filter(skp=made).order_by("-jenis", "urutan")[0]
    isi = of_plan(plan(made.pk))[0]
    [first, *others] = _with_ids(isi.indikator, hasil)
    changed = (replace(first, target=target), *others)
    drafting.save_result(
        skp_id=made.pk,
        hasil_id=hasil.pk,
        isi=replace(isi, mendukung_id=hasil.mendukung_id, indikator=changed),
        suntingan=0,
        **_act(who, when),
    )


def _with_ids(rows: tuple[IsiIndikator, ...], hasil: HasilKerja) -> list[IsiIndikator]:
    known = hasil.indikator.order_by("urutan")
    return [replace(isi, id=row.pk) for isi, row in zip(rows, known, strict=True)]


def _begin_version(players: Players, one: dict[str, Any], when: Moment) -> None:
    made = _start(players, one, when)
    indikator = made.hasil_kerja.order_by("-jenis", "urutan")[0].indikator.all()[0]
    save_manual(
        skp_id=made.pk,
        indikator_id=indikator.pk,
        isi=IsiManual(**one["manual"]),
        suntingan=0,
        **_act(players.who(one["nip"]), when),
    )


def _ask_voiding(players: Players, one: dict[str, Any], when: Moment) -> None:
    pembatalan.ask_voiding(
        skp_id=players.plan_of(one["nip"], when.on).skp_id,
        sebab=one["sebab"],
        alasan=one["alasan"],
        **_act(players.boss_of(one["nip"], when.on), when),
    )


def _consent(players: Players, one: dict[str, Any], when: Moment) -> None:
    asked = Pembatalan.objects.get(skp__pegawai=players.who(one["nip"]).pk)
    pembatalan.decide_voiding(
        pembatalan_id=asked.pk,
        nama="setujui",
        tanggapan=one["tanggapan"],
        **_act(players.who(cast.OFFICES[0].nip), when),
    )
    players.forget(one["nip"])


def _appoint(players: Players, one: dict[str, Any], when: Moment) -> None:
    penilai = players.who(one["penilai"])
    pengganti.appoint(
        penilai_id=penilai.pk,
        pengganti_id=players.who(one["pengganti"]).pk,
        mulai=when.on + DAY,
        selesai=when.on + one["lama"] * DAY,
        alasan=one["alasan"],
        **_act(penilai, when),
    )


def _hand_over(players: Players, one: dict[str, Any], when: Moment) -> None:
    """Corrected in the records first, then taken over; the manager does both."""
    act = _act(players.who(cast.OFFICES[0].nip), when)
    atasan.correct(
        pegawai_id=players.who(one["nip"]).pk,
        atasan_id=players.who(one["kepada"]).pk,
        mulai=when.on,
        selesai=None,
        alasan=one["alasan_atasan"],
        **act,
    )
    skp_id = players.plan_of(one["nip"], when.on).skp_id
    serah_terima.hand_over(skp_ids=[skp_id], mulai=when.on, alasan=one["alasan"], **act)
    players.forget(one["nip"])
