"""What the page of a mentoring shows to each of its readers (access.py says to whom what)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bina.access import policy
from bina.access.tables import TABLES
from bina.competency import door as competency
from bina.guidance.forms.sesi import KeteranganForm
from bina.guidance.mentoring import sidik
from bina.guidance.mentoring.forms.laporan import KonfirmasiForm
from bina.guidance.mentoring.forms.paraf import ParafForm
from bina.guidance.mentoring.services.log import ORIGIN
from bina.guidance.mentoring.workflow import MENTORING, StatusMentoring
from bina.guidance.models import (
    LaporanMentoring,
    LogMentoring,
    Mentoring,
    PasanganMentor,
    TemuMentoring,
)
from bina.law import door as law_room

STEPS = (
    gettext_lazy("Rencana"),
    gettext_lazy("Mencari mentor"),
    gettext_lazy("Berjalan"),
    gettext_lazy("Laporan akhir"),
    gettext_lazy("Selesai"),
)
S = StatusMentoring
AT = {
    S.RENCANA: 0, S.DIAJUKAN: 0, S.MENCARI: 1, S.DITAWARKAN: 1,
    S.BERJALAN: 2, S.LAPORAN: 3, S.DILAPORKAN: 3, S.SELESAI: 4,
}  # fmt: skip
# Where the next step is a judgement on what stands there.
READ_FIRST = (S.DIAJUKAN, S.LAPORAN, S.DILAPORKAN, S.SELESAI)


def case_page(one: Mentoring, user: Any, *, on: date) -> dict[str, Any]:
    """Everything this reader may see of it, and what they may do now."""
    may = allowed(one, user, on)
    report = report_for(one, may)
    rows = attendance(one)
    return {
        "mentoring": one,
        "peran": one.party(user.pk),
        "boleh": may,
        "langkah": steps(one),
        "butir": list(one.butir.all()) if "baca_rencana" in may else [],
        "hadir": rows,
        "jumlah_jp": sum((row.jp for row in rows), Decimal(0)),
        "tawaran": offers(one, user),
        "temu": _meetings(one, may),
        "pasangan": _pair(one) if "baca" in may else None,
        "laporan": report,
        "ttd": signers(one, report, user) if report else [],
        "tanda_tangan": _signature(one, report, may, user),
        "konfirmasi": KonfirmasiForm() if "selesaikan" in may else None,
        "keterangan": KeteranganForm(),
        "baca_dahulu": one.status in READ_FIRST,
    }


def allowed(one: Mentoring, user: Any, on: date) -> set[str]:
    """What the policy allows and the flow leaves open; one question."""
    names = [f"mentoring.{act}" for act in TABLES["mentoring"].actions]
    may = {act.split(".")[1] for act in policy.permitted(user, names, one, on=on)}
    return {act for act in may if act not in MENTORING.steps or _opens(act, one)}


def _opens(act: str, one: Mentoring) -> bool:
    return act in MENTORING.open_from(one.status)


def steps(one: Mentoring) -> list[dict[str, Any]]:
    """Where it is; nothing for one that was stopped."""
    at = AT.get(S(one.status))
    if at is None:
        return []
    state = {True: "sudah", False: "nanti"}
    return [
        {"label": label, "keadaan": "kini" if n == at else state[n < at]}
        for n, label in enumerate(STEPS)
    ]


@dataclass(frozen=True, slots=True)
class Kehadiran:
    """One entry as everybody who sees the mentoring sees it: when, how long, in which form."""

    log: LogMentoring
    jp: Decimal
    alasan: str


def attendance(one: Mentoring) -> list[Kehadiran]:
    """Two queries: the entries without their words, and what was credited for them."""
    rows = list(one.log.for_list())
    earned = competency.credited(ORIGIN, [str(row.pk) for row in rows if row.is_signed])
    found = []
    for row in rows:
        known = earned.get(str(row.pk))
        why = known.get_alasan_display() if known and known.alasan else ""
        found.append(Kehadiran(row, known.jp if known else Decimal(0), why))
    return found


def offers(one: Mentoring, user: Any) -> list[Any]:
    """To the mentee: whom they asked. To a mentor asked: their own offer alone."""
    rows = one.tawaran.select_related("mentor__orang").order_by("-putaran", "urutan")
    if user.pk == one.pegawai_id:
        return list(rows)
    return [each for each in rows.filter(mentor=user.pk) if each.is_open]


def _meetings(one: Mentoring, may: set[str]) -> list[TemuMentoring]:
    """For the two: when they meet next. A meeting that was is written into the log."""
    if "baca" not in may:
        return []
    return list(one.temu.planned().filter(selesai__gt=timezone.now()))


def _pair(one: Mentoring) -> PasanganMentor | None:
    return one.pasangan.first()


def report_for(one: Mentoring, may: set[str]) -> LaporanMentoring | None:
    """The two always; the pimpinan once both have signed."""
    found = LaporanMentoring.objects.filter(mentoring=one)
    found = found.select_related("mentor").prefetch_related("capaian__butir")
    report = found.first()
    if report is None or "baca" in may:
        return report
    return report if "baca_rencana" in may and report.is_signed else None


def signers(one: Mentoring, report: LaporanMentoring, user: Any) -> list[dict[str, Any]]:
    """The three names under a report."""
    three = (
        (one.pegawai.orang, _("Pegawai"), report.pegawai_pada),
        (report.mentor, _("Mentor"), report.mentor_pada),
        (one.penilai, _("Pimpinan"), report.pimpinan_pada),
    )
    return [
        {"nama": orang.nama_lengkap, "peran": peran, "pada": pada, "anda": orang.pk == user.pk}
        for orang, peran, pada in three
    ]


def _signature(
    one: Mentoring, report: LaporanMentoring | None, may: set[str], user: Any
) -> ParafForm | None:
    peran = one.party(user.pk)
    if report is None or "tanda_tangani" not in may or getattr(report, f"{peran}_pada"):
        return None
    return ParafForm(initial={"isi": sidik.of_report(report)})


def log_page(log: LogMentoring, user: Any) -> dict[str, Any]:
    """One entry, for the two."""
    peran = log.party(user.pk)
    waits = log.status == "menunggu_paraf" and getattr(log, f"{peran}_pada") is None
    both = (
        (log.mentoring.pegawai.orang, _("Pegawai"), log.pegawai_pada),
        (log.mentor, _("Mentor"), log.mentor_pada),
    )
    earned = competency.credited(ORIGIN, [str(log.pk)]).get(str(log.pk))
    return {
        "log": log,
        "mentoring": log.mentoring,
        "bukti": list(log.bukti.select_related("berkas")),
        "paraf": ParafForm(initial={"isi": sidik.of_log(log)}) if waits else None,
        "ttd": [
            {"nama": who.nama_lengkap, "peran": as_what, "pada": pada, "anda": who.pk == user.pk}
            for who, as_what, pada in both
        ],
        "jp": earned,
        "calon": hours(log.mentoring),
        # Whoever mentors no longer reads the case, only what they did in it.
        "ke_mentoring": log.mentoring.party(user.pk) != "",
    }


def hours(one: Mentoring) -> Decimal:
    """What an entry earns, before caps (PerLAN 10/2018, Lampiran)."""
    row = law_room.parameters(one.pegawai.instansi).in_force("perlan10_2018.mentoring", None)
    return Decimal(row.value["nasional"]["jp"])
