"""The dialogue at planning in the demo: notes of both sides, what they agreed, two initials."""

from typing import Any

from bina.accounts.models import Orang
from bina.demo.agenda import Moment
from bina.demo.plans import Rencana
from bina.demo.players import Players
from bina.planning.klarifikasi import services
from bina.planning.models import Klarifikasi, Skp
from bina.planning.reading import plan
from bina.planning.sidik import sidik_of


def talk(players: Players, rencana: Rencana, when: Moment) -> None:
    """Opened by the person; where the pimpinan has answered, both put their initials to it."""
    who, words = players.who(rencana.nip), rencana.klarifikasi
    skp = Skp.objects.filter(pegawai=who.pk).latest("pk")
    act: dict[str, Any] = {"pada": when.pada, "on": when.on}
    one = services.open_dialog(skp_id=skp.pk, actor=who, **act)
    _note(one, words["pegawai"], who, act)
    if "penilai" in words:
        pimpinan = Orang.objects.get(pk=one.pimpinan_id)
        _note(one, words["penilai"], pimpinan, act)
        _agree(one, words["sepakat"], pimpinan, who, act)


def _note(one: Klarifikasi, isi: str, actor: Orang, act: dict[str, Any]) -> None:
    first = one.skp.hasil_kerja.order_by("-jenis", "urutan")[0]
    services.write_note(
        klarifikasi_id=one.pk, hasil_id=first.pk, isi=isi, suntingan=0, actor=actor, **act
    )


def _agree(one: Klarifikasi, words: str, pimpinan: Orang, who: Orang, act: dict[str, Any]) -> None:
    key: dict[str, Any] = {"klarifikasi_id": one.pk}
    services.add_point(hasil_id=None, uraian=words, actor=pimpinan, **key, **act)
    read = sidik_of(plan(one.skp_id))
    for actor in (pimpinan, who):
        services.sign(sidik=read, butir=1, actor=actor, **key, **act)
