"""The dialogue at planning: opened by the pegawai, written by both, signed by both.

Free text stays out of the trail; a change of what was agreed takes the signatures back.
"""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.people import hierarchy
from bina.planning.models import Skp
from bina.planning.models.klarifikasi import (
    ButirSepakat,
    CatatanKlarifikasi,
    Klarifikasi,
    Pihak,
)
from bina.planning.reading import plan
from bina.planning.services.refusals import Refused, Stale
from bina.planning.sidik import sidik_of
from bina.planning.workflow import OPEN, Status

TALKING = (*OPEN, Status.DIAJUKAN)
"""The states of a plan in which the two still talk about it."""


@transaction.atomic
def open_dialog(*, skp_id: int, actor: Any, pada: datetime, on: date) -> Klarifikasi:
    """buka: the pegawai lets the superior of that day read the draft's results and write.

    Opened again after the superior changed, it goes to the new one, who signs anew. Raises
    Skp.DoesNotExist, PermissionDenied; Refused where no superior is recorded.
    """
    rows = Skp.objects.visible_to(actor, on=on).select_related("penempatan__unit")
    skp = rows.select_for_update(of=("self",)).get(pk=skp_id)
    policy.require(actor, "skp.ubah", skp, on=on)
    pimpinan = hierarchy.superior_of(skp.pegawai_id, on=on, penempatan=skp.penempatan)
    if pimpinan is None:
        raise Refused(
            _("Atasan Anda belum tercatat. Minta dicatat di halaman Atasan saya, lalu buka lagi.")
        )
    made, new = Klarifikasi.objects.get_or_create(
        skp=skp, defaults={"pimpinan": pimpinan, "dibuka_pada": pada}
    )
    if not new and made.pimpinan_id == pimpinan.pk:
        return made
    made.pimpinan, made.paraf_pimpinan_pada = pimpinan, None
    made.save(update_fields=["pimpinan", "paraf_pimpinan_pada"])
    audit.record("klarifikasi.buka", pelaku=actor, objek=made, pada=pada)
    return made


def _talking(klarifikasi_id: int, act: str, actor: Any, on: date) -> tuple[Klarifikasi, str]:
    """The dialogue, locked for this act, and the side the actor is on."""
    rows = Klarifikasi.objects.visible_to(actor, on=on).select_related("skp__penempatan__unit")
    one = rows.select_for_update(of=("self",)).get(pk=klarifikasi_id)
    policy.require(actor, f"klarifikasi.{act}", one, on=on)
    if one.skp.status not in TALKING:
        raise Refused(_("SKP ini sudah tidak dibahas lagi. Klarifikasinya tetap dapat dibaca."))
    return one, Pihak.PEGAWAI if one.skp.pegawai_id == actor.pk else Pihak.PIMPINAN


@transaction.atomic
def write_note(
    *,
    klarifikasi_id: int,
    hasil_id: int,
    isi: str,
    suntingan: int,
    actor: Any,
    pada: datetime,
    on: date,
) -> CatatanKlarifikasi:
    """tulis: one's own side about one result. Raises Klarifikasi.DoesNotExist, PermissionDenied,
    HasilKerja.DoesNotExist for a result of another plan, Refused, Stale (written elsewhere)."""
    one, pihak = _talking(klarifikasi_id, "tulis", actor, on)
    hasil = one.skp.hasil_kerja.get(pk=hasil_id)
    key = {"klarifikasi": one, "hasil": hasil, "pihak": pihak}
    note = CatatanKlarifikasi.objects.filter(**key).first() or CatatanKlarifikasi(**key)
    if note.suntingan != suntingan:
        raise Stale(note.suntingan)
    note.isi, note.pada, note.suntingan = isi, pada, note.suntingan + 1
    note.save()
    audit.record("klarifikasi.tulis", pelaku=actor, objek=one, pada=pada, berubah=["catatan"])
    return note


@transaction.atomic
def add_point(
    *,
    klarifikasi_id: int,
    hasil_id: int | None,
    uraian: str,
    actor: Any,
    pada: datetime,
    on: date,
) -> ButirSepakat:
    """sepakati: write a point down; both sign what is written now. Raises as `write_note`."""
    one, _pihak = _talking(klarifikasi_id, "tulis", actor, on)
    hasil = one.skp.hasil_kerja.get(pk=hasil_id) if hasil_id else None
    made = ButirSepakat.objects.create(
        klarifikasi=one, hasil=hasil, uraian=uraian, oleh=actor, pada=pada
    )
    _unsign(one)
    audit.record("klarifikasi.sepakati", pelaku=actor, objek=one, pada=pada, berubah=["sepakat"])
    return made


@transaction.atomic
def remove_point(
    *, klarifikasi_id: int, butir_id: int, actor: Any, pada: datetime, on: date
) -> None:
    """batalkan butir: whoever wrote a point takes it back; signatures go with it.

    Raises as `write_note`; ButirSepakat.DoesNotExist for a point of somebody else.
    """
    one, _pihak = _talking(klarifikasi_id, "tulis", actor, on)
    one.sepakat.get(pk=butir_id, oleh=actor.pk).delete()
    _unsign(one)
    audit.record(
        "klarifikasi.batalkan_butir", pelaku=actor, objek=one, pada=pada, berubah=["sepakat"]
    )


def _unsign(one: Klarifikasi) -> None:
    one.paraf_pegawai_pada = one.paraf_pimpinan_pada = None
    one.save(update_fields=["paraf_pegawai_pada", "paraf_pimpinan_pada"])


@transaction.atomic
def sign(
    *, klarifikasi_id: int, sidik: str, butir: int, actor: Any, pada: datetime, on: date
) -> Klarifikasi:
    """paraf: one side agrees to the results and points as they read them.

    `sidik` and `butir` (how many points) are of the page read: what changed since is not signed
    unseen (Stale). Signing changed results takes the other's earlier signature back. Raises as
    `write_note`.
    """
    one, pihak = _talking(klarifikasi_id, "paraf", actor, on)
    now = sidik_of(plan(one.skp_id))
    if (sidik, butir) != (now, one.sepakat.count()):
        raise Stale(0)
    if one.sidik != now:
        one.sidik, one.paraf_pegawai_pada, one.paraf_pimpinan_pada = now, None, None
    setattr(one, f"paraf_{pihak}_pada", pada)
    one.save()
    audit.record(
        "klarifikasi.paraf", pelaku=actor, objek=one, pada=pada, fakta={"pihak": str(pihak)}
    )
    return one
