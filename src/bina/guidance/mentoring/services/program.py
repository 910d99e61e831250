"""A programme: mentees gathered, matched in one go, reviewed, published."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.core.audit_models import canonical
from bina.guidance.mentoring import matching
from bina.guidance.mentoring.workflow import MENTORING, PROGRAM, TAKEN, StatusMentoring
from bina.guidance.models import (
    Mentor,
    Mentoring,
    PasanganMentor,
    ProgramMentoring,
    UsulPasangan,
)
from bina.guidance.program import anggaran
from bina.guidance.services.refusals import Refused
from bina.people.models import Unit

# The solver's table is mentees by places: beyond this a programme is better split by field.
MOST_MENTEES = 5_000


@dataclass(frozen=True, slots=True)
class Perihal:
    """What a programme is for, and when."""

    nama: str
    tujuan: str
    mulai: date
    selesai: date
    anggaran_jp: Decimal | None = None


@transaction.atomic
def create(
    *, unit_id: int, perihal: Perihal, actor: Any, pada: datetime, on: date
) -> ProgramMentoring:
    """buat_program: by whoever keeps the personnel of the unit.

    Raises Unit.DoesNotExist, PermissionDenied; Refused with what is missing.
    """
    unit = Unit.objects.get(pk=unit_id, instansi=actor.instansi_id)
    policy.require(actor, "unit_mentoring.buat_program", unit, on=on)
    if not perihal.nama.strip() or not perihal.tujuan.strip():
        raise Refused(_("Isi nama dan tujuan program."))
    if perihal.selesai <= perihal.mulai:
        raise Refused(_("Tanggal selesai harus sesudah tanggal mulai."))
    made = ProgramMentoring.objects.create(
        unit=unit,
        nama=perihal.nama.strip(),
        tujuan=perihal.tujuan.strip(),
        mulai=perihal.mulai,
        selesai=perihal.selesai,
        anggaran_jp=perihal.anggaran_jp,
        dibuat=pada,
    )
    audit.record("program_mentoring.buat", pelaku=actor, objek=made, pada=pada)
    return made


def taken(program_id: int, name: str, actor: Any, on: date) -> ProgramMentoring:
    """The programme, locked, in its new state, not yet saved."""
    visible = ProgramMentoring.objects.visible_to(actor, on=on).select_related("unit__instansi")
    one = visible.select_for_update(of=("self",)).get(pk=program_id)
    policy.require(actor, f"program_mentoring.{name}", one, on=on)
    one.status = PROGRAM.take(name, one.status)
    return one


def candidates(
    program: ProgramMentoring, actor: Any, bidang: list[int], on: date
) -> "QuerySet[Mentoring]":
    """Agreed plans in reach that wait for a mentor and belong to no programme."""
    mine = policy.scope(actor, "mentoring.ikutkan", on=on)
    rows = Mentoring.objects.filter(mine, status=StatusMentoring.MENCARI)
    rows = rows.filter(pegawai__instansi=program.unit.instansi_id)
    rows = rows.filter(program=None)
    return rows.filter(bidang__in=bidang) if bidang else rows


@transaction.atomic
def gather(*, program_id: int, bidang: list[int], actor: Any, pada: datetime, on: date) -> int:
    """isi_peserta: every plan that waits, of these fields or of all. Returns how many came in.

    Raises ProgramMentoring.DoesNotExist, PermissionDenied, WrongState; Refused where nobody waits
    or there would be too many for one programme.
    """
    program = taken(program_id, "isi_peserta", actor, on)
    anggaran.refuse_spent(program)
    rows = candidates(program, actor, bidang, on).select_related("pegawai").order_by("pk")
    found = list(rows.select_for_update(of=("self",)))
    if not found:
        raise Refused(_("Tidak ada rencana yang menunggu mentor di bidang ini."))
    if len(found) + program.peserta.count() > MOST_MENTEES:
        raise Refused(
            _("Lebih dari %(n)d peserta. Bagi programnya menurut bidang.") % {"n": MOST_MENTEES}
        )
    Mentoring.objects.filter(pk__in=[one.pk for one in found]).update(program=program)
    program.usul.all().delete()
    program.save(update_fields=["status"])
    _trail("isi_peserta", program, found, actor, pada)
    return len(found)


def waiting(program: ProgramMentoring) -> "QuerySet[Mentoring]":
    """Mentees of the programme who still have no mentor."""
    return program.peserta.filter(status=StatusMentoring.MENCARI)


@transaction.atomic
def propose(*, program_id: int, actor: Any, pada: datetime, on: date) -> ProgramMentoring:
    """usulkan: the best pairs over the whole; what was set by hand before is proposed anew.

    Raises as `gather`; Refused without mentees.
    """
    program = taken(program_id, "usulkan", actor, on)
    rows = list(waiting(program).order_by("pk"))
    if not rows:
        raise Refused(_("Program ini belum berpeserta. Tambahkan dahulu."))
    # Here and not above: it brings scipy along, a third of what each process carries and of the
    # time it takes to start, for an act of a few times a year.
    from bina.guidance.mentoring import assignment  # noqa: PLC0415

    pairs = assignment.proposed(rows, program.unit.instansi, on)
    program.usul.all().delete()
    UsulPasangan.objects.bulk_create(
        UsulPasangan(
            program=program, mentoring_id=one.mentoring_id, mentor_id=one.mentor_id, skor=one.skor
        )
        for one in pairs
    )
    program.save(update_fields=["status"])
    audit.record(
        "program_mentoring.usulkan", pelaku=actor, objek=program, pada=pada, berubah=["usul"]
    )
    return program


@transaction.atomic
def adjust(
    *, usul_id: int, mentor_id: int | None, actor: Any, pada: datetime, on: date
) -> UsulPasangan:
    """atur: another mentor, or none, before it is published.

    Raises UsulPasangan.DoesNotExist, PermissionDenied, WrongState; Refused where that mentor does
    not fit or the proposal has filled their places.
    """
    seen = ProgramMentoring.objects.visible_to(actor, on=on)
    found = UsulPasangan.objects.filter(program__in=seen).get(pk=usul_id)
    program = taken(found.program_id, "atur", actor, on)
    usul = UsulPasangan.objects.select_for_update(of=("self",)).get(pk=usul_id)
    usul.skor = 0
    if mentor_id is not None:
        usul.skor = _fit(usul, mentor_id, on)
    usul.mentor_id, usul.diatur = mentor_id, True
    usul.save(update_fields=["mentor", "skor", "diatur"])
    audit.record("program_mentoring.atur", pelaku=actor, objek=program, pada=pada, berubah=["usul"])
    return usul


def _fit(usul: UsulPasangan, mentor_id: int, on: date) -> int:
    case = Mentoring.objects.with_people().get(pk=usul.mentoring_id)
    row = matching.suggestions(case, on).filter(mentor=mentor_id).first()
    if row is None:
        raise Refused(_("Mentor ini tidak cocok atau tidak tersedia. Pilih yang lain."))
    others = UsulPasangan.objects.filter(program=usul.program_id, mentor=mentor_id)
    if others.exclude(pk=usul.pk).count() >= row.bebas:
        raise Refused(
            _("Usulan ini sudah mengisi semua tempat mentor itu. Lepaskan seorang dahulu.")
        )
    return int(row.skor)


@transaction.atomic
def publish(*, program_id: int, actor: Any, pada: datetime, on: date) -> int:
    """terbitkan: every pair begins. Returns how many; all of them or none.

    Raises as `gather`; Refused where a mentor has filled up or a mentee has found one since.
    """
    program = taken(program_id, "terbitkan", actor, on)
    usul = list(program.usul.exclude(mentor=None).select_related("mentoring__pegawai"))
    if not usul:
        raise Refused(_("Usulan belum memuat satu pasangan pun."))
    cases = _held_cases([one.mentoring_id for one in usul])
    _refuse_stale(usul, cases)
    _refuse_crowded(usul)
    for one in usul:
        case = cases[one.mentoring_id]
        case.status, case.mentor_id = MENTORING.take("pasangkan", case.status), one.mentor_id
    Mentoring.objects.bulk_update(cases.values(), ["status", "mentor"], batch_size=500)
    PasanganMentor.objects.bulk_create(
        PasanganMentor(mentoring=one, mentor_id=one.mentor_id or 0, mulai=on)
        for one in cases.values()
    )
    # Whom nobody fits looks on alone, or in another programme.
    waiting(program).update(program=None)
    program.diterbitkan_pada = pada
    program.save(update_fields=["status", "diterbitkan_pada"])
    _trail("terbitkan", program, list(cases.values()), actor, pada, act="mentoring.pasangkan")
    return len(usul)


def _held_cases(pks: list[int]) -> dict[int, Mentoring]:
    rows = Mentoring.objects.filter(pk__in=pks).select_related("pegawai").order_by("pk")
    return {one.pk: one for one in rows.select_for_update(of=("self",))}


def _refuse_stale(usul: list[UsulPasangan], cases: dict[int, Mentoring]) -> None:
    late = [one for one in usul if cases[one.mentoring_id].status != StatusMentoring.MENCARI]
    if late:
        raise Refused(
            _("%(n)d peserta tidak lagi menunggu mentor. Susun ulang usulannya, lalu periksa lagi.")
            % {"n": len(late)}
        )


def _refuse_crowded(usul: list[UsulPasangan]) -> None:
    """Under a lock on every mentor concerned, in one order."""
    wanted: dict[int, int] = {}
    for one in usul:
        assert one.mentor_id is not None, "those without a mentor were left out"
        wanted[one.mentor_id] = wanted.get(one.mentor_id, 0) + 1
    rows = Mentor.objects.filter(pk__in=wanted).order_by("pk").select_for_update(of=("self",))
    capacity = {one.pk: one.kapasitas if one.tersedia else 0 for one in rows}
    held = Mentoring.objects.filter(mentor__in=wanted, status__in=TAKEN).order_by()
    load = dict(held.values_list("mentor").annotate(Count("pk")))
    full = [pk for pk, n in wanted.items() if n + load.get(pk, 0) > capacity[pk]]
    if full:
        raise Refused(
            _("%(n)d mentor sudah terisi atau tidak tersedia. Susun ulang usulannya.")
            % {"n": len(full)}
        )


def _trail(
    name: str,
    program: ProgramMentoring,
    cases: list[Mentoring],
    actor: Any,
    pada: datetime,
    act: str = "mentoring.ikut_program",
) -> None:
    """One line with the digest of the report, and a line for every mentee."""
    report = canonical({"mentoring": [[one.pk, one.mentor_id] for one in cases]})
    digest = hashlib.sha256(report.encode()).hexdigest()
    head = audit.line_about(
        f"program_mentoring.{name}", program, berubah=("peserta",), fakta={"sidik": digest}
    )
    rest = [audit.line_about(act, one, berubah=("program",)) for one in cases]
    audit.record_many([head, *rest], pelaku=actor, pada=pada)
