"""The budget of hours of a programme: JP used of those granted.

Hours count where both have signed, within the days of the programme. Near its end the budget
warns; once it is used up nobody new is taken in. What is running goes on, and its hours are
credited all the same: they are the person's right (PP 11/2017 Pasal 203), and a signature refused
for want of budget would punish the wrong one.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Sum
from django.utils.translation import gettext as _

from bina.competency import door as competency
from bina.guidance import asal
from bina.guidance.mentoring.workflow import StatusLog
from bina.guidance.models import LogMentoring, ProgramMentoring, Sesi
from bina.guidance.services.refusals import Refused
from bina.guidance.workflow import StatusSesi
from bina.law import door as law_room

CUKUP, HAMPIR, HABIS = "cukup", "hampir", "habis"


@dataclass(frozen=True, slots=True)
class Anggaran:
    """`keadaan` is empty where no budget was granted."""

    diberi: Decimal | None
    terpakai: Decimal
    keadaan: str = ""

    @property
    def persen(self) -> Decimal:
        return 100 * self.terpakai / self.diberi if self.diberi else Decimal(0)

    @property
    def sisa(self) -> Decimal:
        return max((self.diberi or Decimal(0)) - self.terpakai, Decimal(0))


def state(diberi: Decimal | None, terpakai: Decimal, *, peringatan: Decimal) -> str:
    """How far a budget is: `peringatan` is the share in per cent from which it warns."""
    if diberi is None:
        return ""
    if terpakai >= diberi:
        return HABIS
    return HAMPIR if 100 * terpakai >= peringatan * diberi else CUKUP


def of_programme(program: ProgramMentoring, *, on: date) -> Anggaran:
    """What was granted and used by that day; two queries."""
    law = law_room.parameters(program.unit.instansi)
    warn = Decimal(law.in_force("pembinaan.peringatan_anggaran_jp", on).value)
    terpakai = used(program)
    keadaan = state(program.anggaran_jp, terpakai, peringatan=warn)
    return Anggaran(program.anggaran_jp, terpakai, keadaan)


def used(program: ProgramMentoring) -> Decimal:
    return _sum(sessions(program), asal.SESI) + _sum(entries(program), asal.LOG)


def sessions(program: ProgramMentoring) -> Any:
    """Coaching sessions both have signed, held within the days of the programme."""
    days = (program.mulai, program.selesai)
    rows = Sesi.objects.filter(coaching__program_peserta__program=program)
    return rows.filter(status=StatusSesi.DITANDATANGANI, mulai__date__range=days).order_by()


def entries(program: ProgramMentoring) -> Any:
    """Entries of mentoring both have initialled, of days within the programme."""
    days = (program.mulai, program.selesai)
    rows = LogMentoring.objects.filter(mentoring__program=program, tanggal__range=days)
    return rows.filter(status=StatusLog.DIPARAF).order_by()


def _sum(rows: Any, origin: str) -> Decimal:
    found = rows.annotate(jp=competency.jp_of(origin)).aggregate(jumlah=Sum("jp"))["jumlah"]
    return Decimal(found or 0)


def refuse_spent(program: ProgramMentoring) -> None:
    """Nobody new once the budget is used up. Raises Refused with what to do."""
    if program.anggaran_jp is None:
        return
    terpakai = used(program)
    if terpakai >= program.anggaran_jp:
        raise Refused(
            _(
                "Anggaran program ini habis: %(pakai)s dari %(beri)s JP terpakai. Tambah "
                "anggarannya, atau ikutkan peserta baru dalam program lain."
            )
            % {"pakai": f"{terpakai:.0f}", "beri": f"{program.anggaran_jp:.0f}"}
        )
