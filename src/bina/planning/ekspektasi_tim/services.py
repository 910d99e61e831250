"""Expectations of a team's ketua: given, and confirmed as read."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.core.workflow import WrongState
from bina.people.models import AnggotaTim
from bina.planning.models import EkspektasiTim
from bina.planning.services.refusals import Refused


@transaction.atomic
def give_expectation(
    *, anggota_id: int, isi: str, actor: Any, pada: datetime, on: date
) -> EkspektasiTim:
    """beri: the ketua of that day says what the team expects of this member.

    Raises AnggotaTim.DoesNotExist for whoever does not lead the team that day, Refused.
    """
    led = AnggotaTim.objects.filter(policy.scope(actor, "tugas_tim.beri_ekspektasi", on=on))
    anggota = led.select_related("tim").get(pk=anggota_id)
    policy.require(actor, "tugas_tim.beri_ekspektasi", anggota, on=on)
    if not isi.strip():
        raise Refused(_("Ekspektasi belum diisi. Satu kalimat cukup."))
    made = EkspektasiTim.objects.create(
        tim=anggota.tim,
        pegawai_id=anggota.orang_id,
        oleh=actor,
        isi=isi.strip(),
        tanggal=on,
        dibuat=pada,
    )
    audit.record(
        "ekspektasi_tim.beri",
        pelaku=actor,
        objek=made,
        pada=pada,
        ke={"tim": made.tim_id, "tanggal": made.tanggal},
    )
    return made


@transaction.atomic
def confirm_read(*, ekspektasi_id: int, actor: Any, pada: datetime, on: date) -> EkspektasiTim:
    """baca: the member confirms having read it; that agrees to nothing yet.

    Raises EkspektasiTim.DoesNotExist, PermissionDenied, WrongState.
    """
    seen = EkspektasiTim.objects.visible_to(actor, on=on).select_related("tim")
    one = seen.select_for_update(of=("self",)).get(pk=ekspektasi_id)
    policy.require(actor, "ekspektasi_tim.baca", one, on=on)
    if one.dibaca_pada is not None:
        raise WrongState("baca: already")
    one.dibaca_pada = pada
    one.save(update_fields=["dibaca_pada"])
    audit.record("ekspektasi_tim.baca", pelaku=actor, objek=one, pada=pada, berubah=["dibaca_pada"])
    return one
