"""Whether a coach has been trained: shown everywhere, and a bar where the agency says so.

The qualification is of the method, never of the subject (kompetensi.md 5.1): nobody asks a coach
for expertise in the coachee's field.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bina.accounts.models import Orang
from bina.guidance.models import Coaching, SertifikatCoach
from bina.guidance.services.refusals import Refused
from bina.law import door as law_room
from bina.ui.tulisan import tanggal

PARAMETER = "pembinaan.coach_tanpa_sertifikat"
DITOLAK = "ditolak"


class Keadaan(TextChoices):
    BERLAKU = "sertifikat_berlaku", gettext_lazy("Bersertifikat")
    BELUM_DIPERIKSA = "sertifikat_belum_diperiksa", gettext_lazy("Belum diperiksa")
    LEWAT = "sertifikat_lewat", gettext_lazy("Sertifikat lewat")
    TIDAK_ADA = "tanpa_sertifikat", gettext_lazy("Belum bersertifikat")


@dataclass(frozen=True, slots=True)
class Kualifikasi:
    """How a coach stands on a day, with the certificate that says so."""

    keadaan: Keadaan
    sertifikat: SertifikatCoach | None = None

    @property
    def cukup(self) -> bool:
        return self.keadaan == Keadaan.BERLAKU


def judge(given: list[SertifikatCoach], on: date) -> Kualifikasi:
    """The best of these certificates, the newest first."""
    for one in given:
        if one.diperiksa_pada and one.tanggal <= on and not _lapsed(one, on):
            return Kualifikasi(Keadaan.BERLAKU, one)
    for one in given:
        if not one.diperiksa_pada and not _lapsed(one, on):
            return Kualifikasi(Keadaan.BELUM_DIPERIKSA, one)
    return Kualifikasi(Keadaan.LEWAT, given[0]) if given else Kualifikasi(Keadaan.TIDAK_ADA)


def _lapsed(one: SertifikatCoach, on: date) -> bool:
    return one.berlaku_sampai is not None and one.berlaku_sampai < on


def of(orang_id: int, *, on: date) -> Kualifikasi:
    return judge(list(SertifikatCoach.objects.filter(orang=orang_id)), on)


def refuse_untrained(coach: Orang, instansi: Any, *, on: date) -> None:
    """Bars an assigned coach without a certificate good on that day, where the agency wants it.
    The pimpinan coaches by office (PermenPANRB 6/2022 Pasal 21), trained or not."""
    if law_room.parameters(instansi).in_force(PARAMETER, on).value != DITOLAK:
        return
    found = of(coach.pk, on=on)
    if not found.cukup:
        raise Refused(_why(coach, found, on))


def _why(coach: Orang, found: Kualifikasi, on: date) -> str:
    words = {"nama": coach, "hari": tanggal(on)}
    if found.keadaan == Keadaan.LEWAT and found.sertifikat and found.sertifikat.berlaku_sampai:
        until = tanggal(found.sertifikat.berlaku_sampai)
        return _(
            "Sertifikat coach %(nama)s berlaku sampai %(sampai)s, sebelum %(hari)s. Minta ia "
            "memperbaruinya, pilih tanggal sebelum itu, atau pilih coach lain."
        ) % {**words, "sampai": until}
    if found.keadaan == Keadaan.BELUM_DIPERIKSA:
        return (
            _(
                "Sertifikat coach %(nama)s belum diperiksa unit kepegawaian. Minta unit itu "
                "memeriksanya, atau pilih coach lain."
            )
            % words
        )
    return (
        _(
            "%(nama)s belum punya sertifikat pelatihan coach, dan instansi Anda mewajibkannya. "
            "Minta ia mengunggahnya, atau pilih coach lain."
        )
        % words
    )


def refuse_lapsed(coaching: Coaching, *, on: date) -> None:
    """The same for a day on which an assigned coach is to coach."""
    if not coaching.by_pimpinan and coaching.coach is not None:
        refuse_untrained(coaching.coach, coaching.pegawai.instansi, on=on)
