"""Writing with less typing in the demo: templates, one set to many, plans offered and copied.

The agency keeps no annex texts of its own: a new draft begins with Bina's.
"""

from functools import partial
from typing import Any

from bina.demo import plans
from bina.demo.agenda import Agenda, Moment
from bina.demo.players import Players
from bina.people.models import Jabatan, Unit
from bina.planning.models import Skp, TemplatSkp
from bina.planning.pakai_ulang.services import bagikan, salin, templat

TEMPLATE = 10  # days ago it was written


def note(agenda: Agenda, players: Players) -> None:
    data = plans.read("pakai_ulang.toml")
    agenda.ago(TEMPLATE, 2, partial(_write, players, data["templat"]))
    agenda.ago(data["bagikan"]["hari"], 8, partial(_share, players, data))
    for line in data["tawarkan"]:
        agenda.ago(line["hari"], 5, partial(_offer, players, line))
    agenda.ago(data["salin"]["hari"], 6, partial(_copy, players, data["salin"]))


def _act(players: Players, nip: str, when: Moment) -> dict[str, Any]:
    return {"actor": players.who(nip), "pada": when.pada, "on": when.on}


def _write(players: Players, given: dict[str, Any], when: Moment) -> None:
    act = _act(players, given["oleh"], when)
    unit = Unit.objects.get(kode=given["kode"])
    jabatan = Jabatan.objects.get(instansi=unit.instansi_id, nama=given["jabatan"])
    made = templat.create(
        unit_id=unit.pk,
        jabatan_id=jabatan.pk,
        nama=given["nama"],
        pendekatan="kuantitatif",
        **act,
    )
    for edits, line in enumerate(given["hasil"]):
        isi = plans.result(**line).isi
        templat.save_result(templat_id=made.pk, nomor=None, isi=isi, suntingan=edits, **act)


def _share(players: Players, data: dict[str, Any], when: Moment) -> None:
    bagikan.order(
        templat_id=TemplatSkp.objects.get(nama=data["templat"]["nama"]).pk,
        orang=[players.who(nip).pk for nip in data["bagikan"]["kepada"]],
        **_act(players, data["templat"]["oleh"], when),
    )


def _offer(players: Players, line: dict[str, Any], when: Moment) -> None:
    skp_id = players.plan_of(line["oleh"], when.on).skp_id
    templat.offer(skp_id=skp_id, nama=line["nama"], **_act(players, line["oleh"], when))


def _copy(players: Players, line: dict[str, Any], when: Moment) -> None:
    skp = Skp.objects.get(pegawai=players.who(line["oleh"]).pk)
    salin.copy_results(
        skp_id=skp.pk,
        sumber="templat",
        sumber_id=TemplatSkp.objects.get(nama=line["dari"]).pk,
        pilihan=[0],
        suntingan=skp.suntingan,
        **_act(players, line["oleh"], when),
    )
