"""What the demo's units undertake for the year: established, replaced once, one still a draft."""

import csv
import io
from decimal import Decimal
from functools import partial
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from bina.accounts.models import Orang
from bina.demo import cast, plans
from bina.demo.agenda import Agenda, Moment
from bina.demo.players import Players
from bina.people.models import Instansi, Unit
from bina.planning.isi import IsiAnggaran, IsiIndikator, IsiSasaran
from bina.planning.models import PerjanjianKinerja
from bina.planning.perjanjian import units
from bina.planning.perjanjian.lines import KOLOM
from bina.planning.perjanjian.services import impor, perjanjian

WRITTEN, AGREED = 1, 2  # the first hours of the first working day
LATE, SENT = 9, 2  # days ago: the late draft, and the file that waits


def note(agenda: Agenda, players: Players, instansi: Instansi) -> None:
    data = plans.read("perjanjian.toml")
    for one in data["perjanjian"]:
        if one.get("draf"):
            agenda.ago(LATE, 1, partial(_write, players, one))
            continue
        agenda.planning(1, WRITTEN, partial(_write, players, one))
        agenda.planning(1, AGREED, partial(_establish, one))
        if change := one.get("perubahan"):
            agenda.ago(change["hari"], 1, partial(_change, players, one, change))
            agenda.ago(change["hari"] - 1, 2, partial(_establish, one))
    agenda.ago(SENT, 7, partial(_send_file, players, instansi, data["impor"]))


def _unit(one: dict[str, Any]) -> Unit:
    return Unit.objects.get(kode=one["kode"])


def _latest(one: dict[str, Any]) -> PerjanjianKinerja:
    return PerjanjianKinerja.objects.filter(unit__kode=one["kode"]).latest("versi")


def _writer(players: Players, one: dict[str, Any]) -> Orang:
    return players.who(one.get("penyusun", cast.OFFICES[0].nip))


def _write(players: Players, one: dict[str, Any], when: Moment) -> None:
    act: dict[str, Any] = {"actor": _writer(players, one), "pada": when.pada, "on": when.on}
    made = perjanjian.start(unit_id=_unit(one).pk, tahun=when.on.year, **act)
    for edits, isi in enumerate(one["sasaran"]):
        perjanjian.save_sasaran(
            perjanjian_id=made.pk, sasaran_id=None, isi=_sasaran(isi), suntingan=edits, **act
        )
    _budget(made, one["anggaran"], len(one["sasaran"]), act)


def _sasaran(one: dict[str, Any]) -> IsiSasaran:
    rows = [
        IsiIndikator(uraian, target=Decimal(target), satuan=satuan, arah=arah)
        for uraian, target, satuan, arah in one["indikator"]
    ]
    return IsiSasaran(one["uraian"], tuple(rows))


def _budget(made: PerjanjianKinerja, rows: list[Any], edits: int, act: dict[str, Any]) -> None:
    isi = [IsiAnggaran(program, Decimal(rupiah)) for program, rupiah in rows]
    perjanjian.save_anggaran(perjanjian_id=made.pk, isi=isi, suntingan=edits, **act)


def _establish(one: dict[str, Any], when: Moment) -> None:
    """By the head above, as ADR 17 has it."""
    made = _latest(one)
    head = units.establishers([made.unit_id], on=when.on)[made.unit_id]
    actor = Orang.objects.get(pk=head)
    perjanjian.establish(
        perjanjian_id=made.pk, suntingan=made.suntingan, actor=actor, pada=when.pada, on=when.on
    )


def _change(players: Players, one: dict[str, Any], change: dict[str, Any], when: Moment) -> None:
    """Another target and a larger budget, with the grounds."""
    act: dict[str, Any] = {"actor": _writer(players, one), "pada": when.pada, "on": when.on}
    made = perjanjian.start_change(perjanjian_id=_latest(one).pk, alasan=change["alasan"], **act)
    sasaran = made.sasaran.get(nomor=change["sasaran"])
    row = sasaran.indikator.get()
    isi = IsiIndikator(
        row.uraian, target=Decimal(change["target"]), satuan=row.satuan, arah=row.arah, id=row.pk
    )
    perjanjian.save_sasaran(
        perjanjian_id=made.pk,
        sasaran_id=sasaran.pk,
        isi=IsiSasaran(sasaran.uraian, (isi,)),
        suntingan=0,
        **act,
    )
    _budget(made, [*one["anggaran"], *change["anggaran"]], 1, act)


def _send_file(players: Players, instansi: Instansi, given: dict[str, Any], when: Moment) -> None:
    """A file with lines new, changed, locked and wrong, whose preview waits for a decision."""
    text = io.StringIO()
    csv.writer(text).writerows([[one.judul for one in KOLOM], *given["baris"]])
    impor.upload(
        instansi=instansi,
        tahun=when.on.year,
        upload=SimpleUploadedFile(given["nama"], text.getvalue().encode()),
        actor=players.who(cast.OFFICES[0].nip),
        pada=when.pada,
        on=when.on,
    )
