"""From an agreed plan to a mentor: up to three choices in order, each with days to answer."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bina.access import policy
from bina.core import audit
from bina.core.workflow import WrongState
from bina.guidance.mentoring import matching
from bina.guidance.mentoring.services import tawaran
from bina.guidance.mentoring.services.rencana import saved, taken
from bina.guidance.mentoring.workflow import MENTORING, TAWARAN
from bina.guidance.models import Mentoring, PasanganMentor, TawaranMentor
from bina.guidance.services.refusals import Refused
from bina.law import door as law_room


def most_choices(one: Mentoring) -> int:
    law = law_room.parameters(one.pegawai.instansi)
    return int(law.in_force("pembinaan.pilihan_mentor", None).value)


@transaction.atomic
def offer(
    *, mentoring_id: int, mentor_ids: list[int], actor: Any, pada: datetime, on: date
) -> Mentoring:
    """tawarkan: the mentee names whom they would like, in order; the first is asked at once.

    Raises Mentoring.DoesNotExist, PermissionDenied, WrongState; Refused with what is wrong.
    """
    one = taken(mentoring_id, "tawarkan", actor, on)
    _refuse_choice(one, mentor_ids, on)
    tawaran.choose(one, mentor_ids, pada)
    if tawaran.open_next(one, on) is None:
        raise Refused(_("Mentor pilihan Anda baru saja penuh. Pilih yang lain."))
    return saved(one, "tawarkan", actor, pada, "tawaran_mentor")


def _refuse_choice(one: Mentoring, mentor_ids: list[int], on: date) -> None:
    most = most_choices(one)
    if not mentor_ids or len(mentor_ids) > most:
        said = ngettext(
            "Pilih %(n)d mentor.", "Pilih satu sampai %(n)d mentor, menurut urutan.", most
        )
        raise Refused(said % {"n": most})
    if len(set(mentor_ids)) < len(mentor_ids):
        raise Refused(_("Satu mentor dipilih dua kali. Pilih orang yang berbeda."))
    fits = matching.suggestions(one, on).filter(mentor__in=mentor_ids).order_by()
    if set(fits.values_list("mentor", flat=True)) != set(mentor_ids):
        raise Refused(
            _("Seorang pilihan Anda sudah tidak tersedia. Muat ulang daftarnya, lalu pilih lagi.")
        )


@transaction.atomic
def withdraw(*, mentoring_id: int, actor: Any, pada: datetime, on: date) -> Mentoring:
    """tarik: the mentee takes the offers back, to choose anew. Raises as `offer`."""
    one = taken(mentoring_id, "tarik", actor, on)
    tawaran.drop_all(one)
    return saved(one, "tarik", actor, pada, "tawaran_mentor")


def _answering(tawaran_id: int, name: str, actor: Any, on: date) -> tuple[TawaranMentor, Mentoring]:
    """The offer and its case, both locked, the case first as everywhere."""
    seen = TawaranMentor.objects.visible_to(actor, on=on)
    one = _held_case(seen.get(pk=tawaran_id).mentoring_id)
    each = seen.select_for_update(of=("self",)).get(pk=tawaran_id)
    policy.require(actor, f"tawaran_mentor.{name}", each, on=on)
    each.status = TAWARAN.take(name, each.status)
    return each, one


def _held_case(mentoring_id: int) -> Mentoring:
    return Mentoring.objects.with_people().select_for_update(of=("self",)).get(pk=mentoring_id)


@transaction.atomic
def accept(*, tawaran_id: int, actor: Any, pada: datetime, on: date) -> Mentoring:
    """terima: the mentor takes the mentee, if there is a place for another.

    Raises TawaranMentor.DoesNotExist, PermissionDenied, WrongState; Refused beyond the capacity
    or after the last day to answer.
    """
    each, one = _answering(tawaran_id, "terima", actor, on)
    if each.batas is not None and each.batas < on:
        raise Refused(_("Batas waktu menjawab sudah lewat; tawaran ini diteruskan."))
    refuse_full(each.mentor_id)
    each.save(update_fields=["status"])
    tawaran.drop_all(one)
    one.status = MENTORING.take("terima", one.status)
    pair(one, each.mentor_id, on)
    return saved(one, "terima", actor, pada, "mentor")


def refuse_full(mentor_id: int) -> None:
    """Lock the mentor and refuse beyond their capacity; the database refuses it as well."""
    mentor = tawaran.held(mentor_id)
    if tawaran.free_places(mentor) < 1:
        raise Refused(
            _("Anda sudah membimbing %(n)d orang, sesuai kapasitas Anda. Naikkan kapasitas dahulu.")
            % {"n": mentor.kapasitas}
        )


def pair(one: Mentoring, mentor_id: int, on: date) -> None:
    one.mentor_id = mentor_id
    PasanganMentor.objects.create(mentoring=one, mentor_id=mentor_id, mulai=on)


@transaction.atomic
def decline(*, tawaran_id: int, actor: Any, pada: datetime, on: date) -> Mentoring:
    """tolak: without a reason; the next is asked. Raises as `accept`."""
    each, one = _answering(tawaran_id, "tolak", actor, on)
    each.save(update_fields=["status"])
    _go_on(one, on)
    return saved(one, "tolak", actor, pada, "tawaran_mentor")


def _go_on(one: Mentoring, on: date) -> None:
    if tawaran.open_next(one, on) is None:
        one.status = MENTORING.take("habis", one.status)


@transaction.atomic
def lapse(*, tawaran_id: int, pada: datetime, on: date) -> Mentoring | None:
    """lewatkan: nobody answered in time; the system asks the next. Nothing where somebody was
    faster, so that it may run twice."""
    found = TawaranMentor.objects.overdue(on).filter(pk=tawaran_id).first()
    if found is None:
        return None
    one = _held_case(found.mentoring_id)
    each = TawaranMentor.objects.select_for_update(of=("self",)).get(pk=tawaran_id)
    try:
        each.status = TAWARAN.take("lewatkan", each.status)
    except WrongState:
        return None
    each.save(update_fields=["status"])
    _go_on(one, on)
    one.save(update_fields=["status"])
    audit.record(
        "mentoring.lewatkan", pelaku=None, objek=one, pada=pada, berubah=["tawaran_mentor"]
    )
    return one


def lapse_all(*, pada: datetime, on: date) -> int:
    """Every offer past its day, each by itself. Returns how many."""
    due = TawaranMentor.objects.overdue(on).order_by("pk").values_list("pk", flat=True)
    return sum(lapse(tawaran_id=pk, pada=pada, on=on) is not None for pk in list(due))
