"""Templates: made by whoever manages or heads a unit, or offered out of an agreed plan."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.people.models import Jabatan, Unit
from bina.planning.isi import IsiHasil
from bina.planning.models import Skp, TemplatSkp
from bina.planning.pakai_ulang.content import of_plan, to_values
from bina.planning.reading import rencana_of
from bina.planning.services import checks
from bina.planning.services.refusals import Refused, Stale

MOST = 40
"""More results than any plan has; what one page can show."""


@transaction.atomic
def create(
    *,
    unit_id: int,
    jabatan_id: int,
    nama: str,
    pendekatan: str,
    actor: Any,
    pada: datetime,
    on: date,
) -> TemplatSkp:
    """An empty template for a jabatan of the unit.

    Raises Unit.DoesNotExist for one the actor neither manages nor heads, Jabatan.DoesNotExist.
    """
    mine = Unit.objects.filter(policy.scope(actor, "templat_unit.buat", on=on))
    unit = mine.get(pk=unit_id)
    jabatan = Jabatan.objects.get(pk=jabatan_id, instansi=unit.instansi_id)
    made = TemplatSkp.objects.create(
        unit=unit,
        jabatan=jabatan,
        nama=nama,
        pendekatan=pendekatan,
        dibuat_oleh=actor,
        dibuat=pada,
    )
    audit.record("templat_skp.buat", pelaku=actor, objek=made, pada=pada)
    return made


@transaction.atomic
def offer(*, skp_id: int, nama: str, actor: Any, pada: datetime, on: date) -> TemplatSkp:
    """tawarkan: an agreed plan becomes a template for the jabatan in its unit, without persons.

    So a plan others may not read can be copied all the same: its holder or penilai says so.
    Raises Skp.DoesNotExist, PermissionDenied, Refused for a plan that was not agreed.
    """
    rows = Skp.objects.visible_to(actor, on=on).select_related("penempatan__unit")
    skp = rows.get(pk=skp_id)
    policy.require(actor, "skp.tawarkan", skp, on=on)
    if not skp.is_agreed:
        raise Refused(_("Hanya SKP yang sudah ditetapkan yang dapat ditawarkan sebagai templat."))
    made = TemplatSkp.objects.create(
        unit=skp.penempatan.unit,
        jabatan_id=skp.penempatan.jabatan_id,
        nama=nama,
        pendekatan=skp.pendekatan,
        isi=[to_values(one) for one in of_plan(rencana_of(skp))],
        dibuat_oleh=actor,
        dibuat=pada,
    )
    audit.record("templat_skp.tawarkan", pelaku=actor, objek=made, pada=pada)
    return made


def _opened(templat_id: int, act: str, actor: Any, on: date) -> TemplatSkp:
    rows = TemplatSkp.objects.visible_to(actor, on=on).select_related("unit")
    one = rows.select_for_update(of=("self",)).get(pk=templat_id)
    policy.require(actor, f"templat_skp.{act}", one, on=on)
    if one.dihentikan_pada is not None:
        raise Refused(_("Templat ini sudah dihentikan. Buat templat baru."))
    return one


@transaction.atomic
def save_result(
    *,
    templat_id: int,
    nomor: int | None,
    isi: IsiHasil,
    suntingan: int,
    actor: Any,
    pada: datetime,
    on: date,
) -> TemplatSkp:
    """Add a result, or write the one at that place anew.

    Raises TemplatSkp.DoesNotExist, PermissionDenied, Refused, Stale.
    """
    one = _opened(templat_id, "ubah", actor, on)
    _refuse_stale(one, suntingan)
    checks.refuse_odd_indicators(isi)
    if nomor is None and len(one.isi) >= MOST:
        raise Refused(_("Templat ini sudah penuh. Hapus hasil yang tidak dipakai dulu."))
    if nomor is None:
        one.isi.append(to_values(isi))
    else:
        one.isi[nomor] = to_values(isi)
    return _written(one, "templat_skp.simpan_hasil", actor, pada)


@transaction.atomic
def remove_result(
    *, templat_id: int, nomor: int, suntingan: int, actor: Any, pada: datetime, on: date
) -> TemplatSkp:
    """Take the result at that place out. Raises as `save_result`."""
    one = _opened(templat_id, "ubah", actor, on)
    _refuse_stale(one, suntingan)
    del one.isi[nomor]
    return _written(one, "templat_skp.hapus_hasil", actor, pada)


@transaction.atomic
def retire(*, templat_id: int, actor: Any, pada: datetime, on: date) -> TemplatSkp:
    """hentikan: it is offered no more; what was copied from it stays. Raises as `save_result`."""
    one = _opened(templat_id, "hentikan", actor, on)
    one.dihentikan_pada = pada
    one.save(update_fields=["dihentikan_pada"])
    audit.record(
        "templat_skp.hentikan", pelaku=actor, objek=one, pada=pada, berubah=["dihentikan_pada"]
    )
    return one


def _refuse_stale(one: TemplatSkp, suntingan: int) -> None:
    if one.suntingan != suntingan:
        raise Stale(one.suntingan)


def _written(one: TemplatSkp, act: str, actor: Any, pada: datetime) -> TemplatSkp:
    one.suntingan += 1
    one.save(update_fields=["isi", "suntingan"])
    audit.record(act, pelaku=actor, objek=one, pada=pada, berubah=["isi"])
    return one
