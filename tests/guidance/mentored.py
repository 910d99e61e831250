"""Mentorings as tests need them, made as people make them: by services.

Ani learns; Citra knows more, and so do Gita and Hadi. Budi is Ani's penilai.
"""

from datetime import date, datetime, timedelta
from typing import Any

from bina.guidance.mentoring import sidik
from bina.guidance.mentoring.services import laporan, log, mentor, pencarian, program, rencana
from bina.guidance.mentoring.services.rencana import IsiButir, Rencana
from bina.guidance.models import (
    Bidang,
    LaporanMentoring,
    LogMentoring,
    Mentor,
    Mentoring,
    ProgramMentoring,
    TawaranMentor,
)
from tests.again import again
from tests.conftest import NOON, TODAY, Agency


def when(pada: datetime = NOON, on: date = TODAY) -> dict[str, Any]:
    return {"pada": pada, "on": on}


def field(kode: str = "keahlian_khusus") -> Bidang:
    return Bidang.objects.get(kode=kode, instansi=None)


def plan(on: date = TODAY, **changes: Any) -> Rencana:
    """All six items."""
    facts: dict[str, Any] = {
        "bidang_id": field().pk,
        "tingkat": 1,
        "lokasi": "Kantor Bupati",
        "tujuan": "Menyusun naskah peraturan tanpa perbaikan berulang",
        "perubahan": "Rancangan tidak lagi dikembalikan Bagian Hukum",
        "mulai": on,
        "selesai": on + timedelta(days=120),
        "butir": (
            IsiButir(
                "Menyusun konsiderans",
                "Membaca tiga contoh, menulis satu",
                on + timedelta(days=60),
                "Dua rancangan diterima tanpa perbaikan",
            ),
        ),
    }
    return Rencana(**{**facts, **changes})


@again
def written(agency: Agency, isi: Rencana | None = None, who: str = "ani", **at: Any) -> Mentoring:
    given = isi or plan(on=when(**at)["on"])
    return rencana.write_plan(rencana=given, triase_id=None, actor=agency.named(who), **when(**at))


@again
def submitted(agency: Agency, **at: Any) -> Mentoring:
    one = written(agency, **at)
    return rencana.submit(mentoring_id=one.pk, actor=agency.named("ani"), **when(**at))


@again
def agreed(agency: Agency, **at: Any) -> Mentoring:
    """Agreed by Budi: Ani looks for a mentor."""
    one = submitted(agency, **at)
    return rencana.agree(mentoring_id=one.pk, actor=agency.named("budi"), **when(**at))


def profile(
    agency: Agency, who: str = "citra", *, tingkat: int = 4, kapasitas: int = 2, **changes: Any
) -> Mentor:
    at = {name: changes.pop(name) for name in ("pada", "on") if name in changes}
    bidang = changes.pop("bidang", None) or field()
    skill = mentor.IsiKeahlian(bidang.pk, tingkat, "Dua belas tahun menyusun peraturan daerah")
    facts = {"lokasi": "Kantor Bupati", "tersedia": True, "keahlian": (skill,), **changes}
    return mentor.write_profile(
        profil=mentor.Profil(kapasitas=kapasitas, **facts), actor=agency.named(who), **when(**at)
    )


@again
def offered(agency: Agency, *mentors: str, **at: Any) -> TawaranMentor:
    """Ani's plan, offered to these in order (Citra where nobody is named)."""
    people = mentors or ("citra",)
    for who in people:
        profile(agency, who, **at)
    one = agreed(agency, **at)
    return offer(agency, one, *people, **at)


def offer(agency: Agency, one: Mentoring, *mentors: str, **at: Any) -> TawaranMentor:
    pencarian.offer(
        mentoring_id=one.pk,
        mentor_ids=[agency.named(who).pk for who in mentors],
        actor=agency.named("ani"),
        **when(**at),
    )
    return one.tawaran.get(status="terbuka_mentor")


@again
def accepted(agency: Agency, *mentors: str, **at: Any) -> Mentoring:
    asked = offered(agency, *mentors, **at)
    actor = agency.named(mentors[0] if mentors else "citra")
    return pencarian.accept(tawaran_id=asked.pk, actor=actor, **when(**at))


@again
def talked(agency: Agency, **at: Any) -> Mentoring:
    """The first talk has been held."""
    one = accepted(agency, **at)
    return log.record_talk(
        mentoring_id=one.pk,
        tanggal=when(**at)["on"],
        kesepakatan="Bertemu dua kali sebulan; isi log tidak dibagikan.",
        actor=agency.named("citra"),
        **when(**at),
    )


def entry(on: date = TODAY, **changes: Any) -> log.Isi:
    facts: dict[str, Any] = {
        "tanggal": on,
        "menit": 90,
        "bentuk": ("shadowing", "work_sharing"),
        "peran": ("amati", "kontribusi"),
        "kegiatan": "Rapat harmonisasi rancangan peraturan bupati",
        "dipelajari": "Cara menimbang dasar hukum",
    }
    return log.Isi(**{**facts, **changes})


def logged(agency: Agency, one: Mentoring, isi: log.Isi | None = None, **at: Any) -> LogMentoring:
    """An entry that waits for initials."""
    on = when(**at)["on"]
    actor = agency.named("ani")
    made = log.write(mentoring_id=one.pk, isi=isi or entry(on), actor=actor, **when(**at))
    return log.ask_initials(log_id=made.pk, actor=actor, **when(**at))


def initial(agency: Agency, made: LogMentoring, who: str, **changes: Any) -> LogMentoring:
    at = {key: changes.pop(key) for key in ("pada", "on") if key in changes}
    digest = sidik.of_log(LogMentoring.objects.get(pk=made.pk))
    facts = {"dibaca": True, "isi": digest, **changes}
    return log.initial(log_id=made.pk, actor=agency.named(who), **facts, **when(**at))


def initialled(agency: Agency, one: Mentoring, **at: Any) -> LogMentoring:
    made = logged(agency, one, **at)
    initial(agency, made, "ani", **at)
    return initial(agency, made, "citra", **at)


def findings(one: Mentoring) -> laporan.Isi:
    reached = {pk: laporan.Hasil("Tiga rancangan diterima", True) for pk in _measures(one)}
    return laporan.Isi("Empat bulan berjalan", "Panduan konsiderans di laman unit", "", reached)


def _measures(one: Mentoring) -> list[int]:
    return list(one.butir.values_list("pk", flat=True))


@again
def reported(agency: Agency, **at: Any) -> Mentoring:
    """One entry in the log; the report waits for both signatures."""
    one = talked(agency, **at)
    initialled(agency, one, **at)
    return report(agency, one, **at)


def report(agency: Agency, one: Mentoring, **at: Any) -> Mentoring:
    actor = agency.named("ani")
    facts = {"mentoring_id": one.pk, "actor": actor, **when(**at)}
    laporan.write_report(isi=findings(one), suntingan=0, **facts)
    return laporan.ask_signatures(**facts)


def sign(agency: Agency, one: Mentoring, who: str, **changes: Any) -> Mentoring:
    at = {key: changes.pop(key) for key in ("pada", "on") if key in changes}
    digest = sidik.of_report(LaporanMentoring.objects.get(mentoring=one))
    facts = {"dibaca": True, "isi": digest, **changes}
    return laporan.sign(mentoring_id=one.pk, actor=agency.named(who), **facts, **when(**at))


@again
def signed(agency: Agency, **at: Any) -> Mentoring:
    """Signed by both; Budi is asked whether he feels the change."""
    one = reported(agency, **at)
    sign(agency, one, "ani", **at)
    return sign(agency, one, "citra", **at)


@again
def confirmed(agency: Agency, **at: Any) -> Mentoring:
    one = signed(agency, **at)
    return laporan.confirm(
        mentoring_id=one.pk,
        perubahan="dirasakan",
        kata="Rancangan Ani kini diterima sekali baca.",
        actor=agency.named("budi"),
        **when(**at),
    )


@again
def programme(agency: Agency, jp: Any = None, **at: Any) -> ProgramMentoring:
    """Dewi's programme for the whole agency; nobody in it yet."""
    on = when(**at)["on"]
    days = (on, on + timedelta(days=180))
    about = program.Perihal("Penyusun peraturan muda", "Regenerasi perancang", *days, jp)
    return program.create(
        unit_id=agency.setda.pk, perihal=about, actor=agency.named("dewi"), **when(**at)
    )
