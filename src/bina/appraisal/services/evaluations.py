"""Rating a person: the penilai's draft, and its release."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.access.tables import TABLES, model_of
from bina.appraisal import formulir, judgement
from bina.appraisal.judgement import Putusan
from bina.appraisal.models import CapaianOrganisasi, Evaluasi, PeriodeEvaluasi
from bina.appraisal.models.evaluasi import Rating
from bina.appraisal.services.refused import Refused, Stale
from bina.appraisal.workflow import EVALUASI, Status
from bina.core import audit
from bina.law import door as law_room
from bina.people import hierarchy
from bina.people.models import Unit
from bina.planning import door as planning
from bina.planning.door import Rencana


@dataclass(frozen=True, slots=True)
class Isi:
    """What the penilai writes. No arithmetic sets a rating: it is chosen, or still open."""

    rating_hasil: str = ""
    rating_perilaku: str = ""
    alasan_hasil: str = ""
    alasan_perilaku: str = ""
    catatan: str = ""


def plan_to_rate(user: Any, skp_id: int, periode: PeriodeEvaluasi, *, on: date) -> Rencana:
    """The plan, if this user may rate it for this period.

    Raises ObjectDoesNotExist when they may not even see it or it lies outside the period,
    PermissionDenied when they may see it but not rate it.
    """
    skps = model_of(TABLES["penilaian"])._default_manager.filter(
        pk=skp_id, mulai__lte=periode.selesai, selesai__gte=periode.mulai
    )
    if skps.filter(policy.scope(user, "penilaian.nilai", on=on)).exists():
        return planning.plan(skp_id)
    if skps.filter(policy.scope(user, "skp.lihat", on=on)).exists():
        raise PermissionDenied("penilaian.nilai")
    raise ObjectDoesNotExist(f"SKP {skp_id}")


def plan_of_draft(user: Any, evaluasi: Evaluasi, *, on: date) -> Rencana:
    """The version now in force of the plan a draft is about: it may be newer than the draft.

    Raises PermissionDenied when the user no longer rates it.
    """
    skps = model_of(TABLES["penilaian"])._default_manager.filter(
        policy.scope(user, "penilaian.nilai", on=on), rumpun=evaluasi.rumpun
    )
    found = skps.values_list("pk", flat=True).first()
    if found is None:
        raise PermissionDenied("penilaian.nilai")
    return planning.plan(found)


def proposal_for_head(
    rencana: Rencana, capaian: str, periode: PeriodeEvaluasi, *, on: date
) -> Putusan | None:
    """What the unit's capaian proposes as rating of results, if the person headed the unit."""
    heads = hierarchy.heads_of([rencana.unit_id], on=min(on, periode.selesai))
    if heads.get(rencana.unit_id) != rencana.pegawai_id:
        return None
    law = law_room.parameters(periode.instansi)
    return judgement.head_proposal(capaian, law=law, on=periode.selesai)


def capaian_of(unit_id: int, periode: PeriodeEvaluasi) -> CapaianOrganisasi | None:
    found = CapaianOrganisasi.objects.filter(unit=unit_id, periode=periode)
    return found.select_related("ditetapkan_oleh").first()


@transaction.atomic
def save_draft(
    *,
    skp_id: int,
    periode_id: int,
    isi: Isi,
    suntingan: int,
    halaman: str,
    actor: Any,
    pada: datetime,
    on: date,
) -> Evaluasi:
    """Keep the penilai's draft of one person's evaluation.

    `suntingan` and `halaman` come from the page: it may save over what it read or over what it
    saved itself. A former penilai's draft is not handed on: the new one begins afresh.
    Raises ObjectDoesNotExist, PermissionDenied, WrongState when released, Stale, Refused.
    """
    periode = PeriodeEvaluasi.objects.open_on(on).get(pk=periode_id)
    rencana = plan_to_rate(actor, skp_id, periode, on=on)
    _check_ratings(isi)
    made = _locked_draft(skp_id, rencana, periode, actor, pada)
    made.status = EVALUASI.take("simpan", made.status)
    if made.pk and made.penilai_id == actor.pk:
        _refuse_stale(made, suntingan, halaman)
    _fill(made, rencana, isi, actor)
    made.suntingan, made.halaman, made.disimpan_pada = made.suntingan + 1, halaman, pada
    made.save()
    # A draft's line names no person and no rating (T7).
    audit.record("evaluasi.simpan", pelaku=actor, objek=made, pada=pada, berubah=list(_FIELDS))
    return made


@transaction.atomic
def release(*, evaluasi_id: int, suntingan: int, actor: Any, pada: datetime, on: date) -> Evaluasi:
    """Release an evaluation: from now on the person and the performance tier read it, and nobody
    changes it. The predicate follows from the quadrant, with its basis.

    Raises Evaluasi.DoesNotExist, PermissionDenied, WrongState, Stale, Refused.
    """
    seen = Evaluasi.objects.visible_to(actor, on=on)
    unit_id = seen.values_list("unit_id", flat=True).get(pk=evaluasi_id)
    Unit.objects.select_for_update(no_key=True).get(pk=unit_id)
    evaluasi = seen.select_for_update(of=("self",)).get(pk=evaluasi_id)
    policy.require(actor, "evaluasi.rilis", evaluasi, on=on)
    evaluasi.status = EVALUASI.take("rilis", evaluasi.status)
    if evaluasi.suntingan != suntingan:
        raise Stale
    periode = evaluasi.periode
    rencana = plan_of_draft(actor, evaluasi, on=on)
    capaian = capaian_of(unit_id, periode)
    _refuse_missing(evaluasi, capaian, rencana, on)
    assert capaian is not None  # refused above
    _judge(evaluasi, capaian, rencana, on)
    evaluasi.capaian, evaluasi.dirilis_pada = capaian.capaian, pada
    evaluasi.skp_id = rencana.skp_id
    evaluasi.bahan = formulir.snapshot(evaluasi, rencana, on=on)
    evaluasi.save()
    _trace_release(evaluasi, actor, pada)
    return evaluasi


def _judge(evaluasi: Evaluasi, capaian: CapaianOrganisasi, rencana: Rencana, on: date) -> None:
    """The predicate and its basis; a head's rests on what the unit's capaian proposed, too."""
    periode = evaluasi.periode
    law = law_room.parameters(periode.instansi)
    putusan = judgement.predicate(
        evaluasi.rating_hasil, evaluasi.rating_perilaku, law=law, on=periode.selesai
    )
    assert putusan is not None  # both ratings are there: refused before
    usul = proposal_for_head(rencana, capaian.capaian, periode, on=on)
    evaluasi.predikat = putusan.nilai
    evaluasi.dasar = [*putusan.dasar, *(usul.dasar if usul else [])]


_FIELDS = ("rating_hasil", "rating_perilaku", "alasan_hasil", "alasan_perilaku", "catatan")


def _trace_release(evaluasi: Evaluasi, actor: Any, pada: datetime) -> None:
    audit.record(
        "evaluasi.rilis",
        pelaku=actor,
        objek=evaluasi,
        pada=pada,
        berubah=["status", "predikat"],
        dari={"status": Status.DRAF.value},
        ke={
            "status": evaluasi.status,
            "periode": evaluasi.periode_id,
            "capaian": evaluasi.capaian,
            "rating_hasil": evaluasi.rating_hasil,
            "rating_perilaku": evaluasi.rating_perilaku,
            "predikat": evaluasi.predikat,
        },
    )


def _locked_draft(
    skp_id: int, rencana: Rencana, periode: PeriodeEvaluasi, actor: Any, pada: datetime
) -> Evaluasi:
    # Two first saves at once wait for each other here.
    model_of(TABLES["penilaian"])._default_manager.select_for_update(no_key=True).get(pk=skp_id)
    known = Evaluasi.objects.select_for_update(of=("self",)).filter(
        rumpun=rencana.rumpun, periode=periode
    )
    return known.first() or Evaluasi(
        rumpun=rencana.rumpun, periode=periode, dibuat=pada, penilai=actor
    )


def _fill(made: Evaluasi, rencana: Rencana, isi: Isi, actor: Any) -> None:
    made.skp_id, made.unit_id = rencana.skp_id, rencana.unit_id
    made.pegawai_id, made.penilai = rencana.pegawai_id, actor
    for name in _FIELDS:
        setattr(made, name, getattr(isi, name).strip())


def _refuse_stale(made: Evaluasi, suntingan: int, halaman: str) -> None:
    same_page = bool(halaman) and made.halaman == halaman
    if made.suntingan != suntingan and not same_page:
        raise Stale


def _check_ratings(isi: Isi) -> None:
    for name in ("rating_hasil", "rating_perilaku"):
        if getattr(isi, name) not in {"", *Rating.values}:
            raise Refused(_("Pilih satu dari tiga rating."), name)


def _refuse_missing(
    evaluasi: Evaluasi, capaian: CapaianOrganisasi | None, rencana: Rencana, on: date
) -> None:
    reached = capaian.capaian if capaian else ""
    usul = proposal_for_head(rencana, reached, evaluasi.periode, on=on)
    lacking = judgement.missing_of(evaluasi, capaian=reached, usul=usul.nilai if usul else "")
    if lacking:
        raise Refused(
            _("Evaluasi belum lengkap dan belum dirilis. Lengkapi dulu yang ditandai."), lacking[0]
        )
