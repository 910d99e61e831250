"""A coaching joins a programme and may leave it; the budget of hours is set and mended."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.core.workflow import WrongState
from bina.guidance.models import Coaching, PesertaCoaching, ProgramMentoring
from bina.guidance.program import anggaran
from bina.guidance.services.refusals import Refused
from bina.guidance.workflow import OPEN
from bina.people.models import Penempatan, UnitLeluhur

MOST_JP = 100_000


def joinable(one: Coaching, *, on: date) -> "QuerySet[ProgramMentoring]":
    """Programmes that have not ended, of a unit in which the person stands or of one above it."""
    placed = Penempatan.objects.on(on).filter(orang=one.pegawai_id)
    above = UnitLeluhur.objects.filter(unit__in=placed.values("unit")).values("leluhur")
    rows = ProgramMentoring.objects.filter(unit__in=above, selesai__gte=on)
    return rows.select_related("unit__instansi").order_by("nama", "pk")


@transaction.atomic
def join(
    *, coaching_id: int, program_id: int, actor: Any, pada: datetime, on: date
) -> PesertaCoaching:
    """ikut_program: whoever coaches or appraises brings a running coaching in.

    Raises Coaching.DoesNotExist, PermissionDenied; WrongState where it is in one already or over;
    Refused for a programme not for this person, and once the budget is used up.
    """
    one = (
        Coaching.objects.visible_to(actor, on=on)
        .select_for_update(of=("self",))
        .get(pk=coaching_id)
    )
    policy.require(actor, "coaching.ikut_program", one, on=on)
    if one.status not in OPEN:
        raise WrongState("coaching.ikut_program: it is over")
    if PesertaCoaching.objects.filter(coaching=one).exists():
        raise WrongState("coaching.ikut_program: in a programme already")
    open_ones = joinable(one, on=on).select_for_update(of=("self",))
    program = open_ones.filter(pk=program_id).first()
    if program is None:
        raise Refused(_("Pilih program dari daftar."))
    anggaran.refuse_spent(program)
    made = PesertaCoaching.objects.create(program=program, coaching=one, masuk_pada=pada)
    audit.record("peserta_coaching.ikut", pelaku=actor, objek=made, pada=pada)
    return made


@transaction.atomic
def leave(*, coaching_id: int, actor: Any, pada: datetime, on: date) -> None:
    """keluar: the person takes their coaching out; it goes on as before. No reason is asked.

    Raises PesertaCoaching.DoesNotExist, PermissionDenied.
    """
    seen = Coaching.objects.visible_to(actor, on=on).filter(pk=coaching_id)
    rows = PesertaCoaching.objects.filter(coaching__in=seen.values("pk"))
    made = rows.select_related("coaching__pegawai").select_for_update(of=("self",)).get()
    policy.require(actor, "peserta_coaching.keluar", made, on=on)
    audit.record("peserta_coaching.keluar", pelaku=actor, objek=made, pada=pada)
    made.delete()


@transaction.atomic
def set_budget(
    *, program_id: int, jp: Decimal | None, actor: Any, pada: datetime, on: date
) -> ProgramMentoring:
    """ubah_anggaran: hours granted to the programme, or none. It may be less than what is used:
    then it is used up. Raises ProgramMentoring.DoesNotExist, PermissionDenied, Refused.
    """
    rows = ProgramMentoring.objects.visible_to(actor, on=on).select_related("unit__instansi")
    program = rows.select_for_update(of=("self",)).get(pk=program_id)
    policy.require(actor, "program_mentoring.ubah_anggaran", program, on=on)
    if jp is not None and not 0 < jp <= MOST_JP:
        raise Refused(_("Isi anggaran lebih dari 0 JP, atau kosongkan bila tanpa anggaran."))
    program.anggaran_jp = jp
    program.save(update_fields=["anggaran_jp"])
    audit.record(
        "program_mentoring.ubah_anggaran",
        pelaku=actor,
        objek=program,
        pada=pada,
        berubah=["anggaran_jp"],
        fakta={"jp": None if jp is None else f"{jp:.2f}"},
    )
    return program
