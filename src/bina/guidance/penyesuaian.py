"""An adjusted expectation: written in the session, proposed once both have signed.

The coach may propose, only the pimpinan decides, in planning (PermenPANRB 6/2022, Lampiran,
coaching huruf d; kompetensi.md 4.1).
"""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.core.workflow import WrongState
from bina.guidance.models import Coaching, Penyesuaian, Sesi
from bina.guidance.services.refusals import Refused
from bina.planning import door as planning


def possible(coaching: Coaching, *, on: date) -> list[planning.IndikatorRencana]:
    """The indicators with a number in the plan in force, of the result talked about if any."""
    rencana = running(coaching, on=on)
    if rencana is None:
        return []
    return [
        one
        for hasil in rencana.hasil
        if coaching.hasil_kunci in (None, hasil.kunci)
        for one in hasil.indikator
        if one.target is not None and one.target_atas is None
    ]


def running(coaching: Coaching, *, on: date) -> planning.Rencana | None:
    """The version in force of the plan the coaching began with."""
    if coaching.skp is None:
        return None
    found = planning.running_of(coaching.pegawai_id, on=on)
    return found if found and found.rumpun == coaching.skp.rumpun else None


def write(sesi: Sesi, isi: Any, *, on: date) -> None:
    """Put the adjustment into the minutes, or take it out. Raises Refused."""
    Penyesuaian.objects.filter(sesi=sesi).delete()
    if isi is None:
        return
    by_key = {one.kunci: one for one in possible(sesi.coaching, on=on)}
    indikator = by_key.get(isi.indikator_kunci)
    if indikator is None or indikator.target is None:
        raise Refused(_("Indikator ini tidak ada dalam SKP yang berlaku. Pilih dari daftar."))
    if isi.menjadi == indikator.target or isi.menjadi < 0:
        raise Refused(_("Target baru harus berbeda dari target sekarang dan tidak negatif."))
    if not isi.alasan.strip():
        raise Refused(_("Tuliskan alasan penyesuaian, supaya pimpinan tahu mengapa."))
    Penyesuaian.objects.create(
        sesi=sesi,
        indikator_kunci=indikator.kunci,
        indikator_uraian=indikator.uraian,
        satuan=indikator.satuan,
        semula=indikator.target,
        menjadi=isi.menjadi,
        alasan=isi.alasan.strip(),
    )


def of(sesi: Sesi) -> Penyesuaian | None:
    return Penyesuaian.objects.select_related("usul__skp__penilai").filter(sesi=sesi).first()


def propose(sesi: Sesi, *, pada: datetime, on: date) -> None:
    """Hand the signed adjustment to planning. What stands in its way is kept in words, so that
    the signatures are not lost over it and it can be sent again."""
    adjusted = of(sesi)
    if adjusted is None or adjusted.usul_id is not None:
        return
    try:
        with transaction.atomic():
            adjusted.usul_id = _proposed(sesi, adjusted, pada, on)
        adjusted.kendala = ""
    except planning.Refused as refusal:
        adjusted.kendala = str(refusal)
    except WrongState:
        adjusted.kendala = _(
            "Usul lain atas indikator ini masih menunggu keputusan, atau SKP sedang berubah."
        )
    adjusted.save(update_fields=["usul", "kendala"])


def _proposed(sesi: Sesi, adjusted: Penyesuaian, pada: datetime, on: date) -> int:
    coaching = sesi.coaching
    rencana = running(coaching, on=on)
    keys = {one.kunci for one in possible(coaching, on=on)}
    if rencana is None or adjusted.indikator_kunci not in keys:
        raise WrongState("usul_perubahan.ajukan: the plan is no longer in force")
    # Whoever decides does not propose: where the pimpinan coaches, the pegawai does; and where
    # the coach of this session is one no more.
    by_coach = sesi.is_of_present_coach and sesi.coach_id != rencana.penilai_id
    return planning.propose_change(
        skp_id=rencana.skp_id,
        indikator_kunci=adjusted.indikator_kunci,
        target_menjadi=adjusted.menjadi,
        alasan=adjusted.alasan,
        pengusul=sesi.coach if by_coach else coaching.pegawai.orang,
        asal="coaching",
        pada=pada,
    )
