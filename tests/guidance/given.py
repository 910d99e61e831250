"""Triages, coachings and sessions as tests need them, made as people make them: by services."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from bina.guidance import sidik
from bina.guidance.coaching.services import kesepakatan
from bina.guidance.coaching.services.kesepakatan import Irama, IsiKesepakatan, IsiTujuan
from bina.guidance.coaching.sidik import digest as agreement_digest
from bina.guidance.models import Coaching, Kesepakatan, Sesi, Triase
from bina.guidance.services import catatan, coaching, sesi, tanda_tangan, triase
from bina.guidance.services.coaching import Penugasan
from bina.guidance.services.sesi import IsiPenyesuaian, IsiTindakan, Jadwal, Laporan, Notulen
from bina.guidance.services.triase import Sebab
from bina.planning import door as planning
from tests.again import again
from tests.conftest import NOON, TODAY, Agency
from tests.planning import plans

REPORT = Laporan(
    "60 dari 240 surat dijawab; jadwal piket diubah.",
    "Surat menumpuk setiap Senin.",
    "Saya mengerjakan semuanya sendirian.",
    "Piket bergantian dengan Eko.",
    "proses",
)
SLOT = Jadwal(NOON - timedelta(hours=2), NOON - timedelta(hours=1), "Ruang Bagian Umum")
ACTION = IsiTindakan("Menyusun jadwal piket", "pegawai", TODAY + timedelta(days=7))
MINUTES = Notulen(
    SLOT,
    proses="Semua surat lewat satu orang.",
    alternatif="Piket bergantian\nTemplat jawaban",
    tindakan=(ACTION,),
)
BY_BUDI = Penugasan("pimpinan", konflik_dinyatakan=True)


def by_citra(agency: Agency, day: date = TODAY) -> Penugasan:
    """Citra coaches by an assignment letter, from a month before the day to a month after."""
    month = timedelta(days=30)
    return Penugasan("pihak_lain", agency.citra.pk, "ST 800/214/2026", day - month, day + month)


def when(pada: datetime = NOON, on: date = TODAY) -> dict[str, Any]:
    return {"pada": pada, "on": on}


def plan(agency: Agency, on: date = TODAY) -> planning.Rencana:
    """Ani's plan in force; agreed when there is none yet."""
    found = planning.running_of(agency.ani.pk, on=on)
    if found is None:
        plans.established(agency, on=on)
        found = planning.running_of(agency.ani.pk, on=on)
    assert found is not None
    return found


@again
def weighed(
    agency: Agency, sebab: Sebab | None = None, *, on: date = TODAY, pada: datetime = NOON
) -> Triase:
    """Budi takes up Ani's first result."""
    rencana = plan(agency, on)
    return triase.weigh_signal(
        skp_id=rencana.skp_id,
        hasil_kunci=rencana.hasil[0].kunci,
        sebab=sebab or Sebab(("motivasi",)),
        actor=agency.named("budi"),
        **when(pada, on),
    )


@again
def asked(agency: Agency, sebab: Sebab | None = None, **changes: Any) -> Triase:
    """Ani asks for guidance on her own account."""
    facts = {"hasil_kunci": None, "sebab": sebab or Sebab(kebutuhan_karier="strategi")}
    return triase.ask_guidance(**{**facts, "actor": agency.named("ani"), **when(), **changes})  # type: ignore[arg-type]


@again
def decided(
    agency: Agency, pilihan: str = "coaching", *, on: date = TODAY, pada: datetime = NOON
) -> Triase:
    found = weighed(agency, on=on, pada=pada)
    return triase.decide(
        triase_id=found.pk,
        pilihan=pilihan,
        alasan="" if pilihan == found.rekomendasi else "Ani meminta ini.",
        actor=agency.named("budi"),
        **when(pada, on),
    )


@again
def begun(
    agency: Agency,
    tugas: Penugasan | None = None,
    *,
    agreed: bool = True,
    on: date = TODAY,
    pada: datetime = NOON,
) -> Sesi:
    """The first session of Ani's coaching, by Citra unless said otherwise, and their agreement."""
    made = coaching.start_coaching(
        triase_id=decided(agency, on=on, pada=pada).pk,
        topik="Menjawab surat tanpa menumpuk",
        tugas=tugas or by_citra(agency, on),
        actor=agency.named("budi"),
        **when(pada, on),
    )
    if agreed:
        agree(agency, made, on=on, pada=pada)
    return made.sesi.get()


def begun_again(agency: Agency) -> Sesi:
    """Once more, after the decision was taken and beginning was refused."""
    made = coaching.start_coaching(
        triase_id=Triase.objects.get().pk,
        topik="Menjawab surat",
        tugas=by_citra(agency),
        actor=agency.named("budi"),
        **when(),
    )
    return made.sesi.get()


AGREEMENT = IsiKesepakatan(
    (
        IsiTujuan("Surat dijawab pada hari yang sama", "Sembilan dari sepuluh surat"),
        IsiTujuan("Piket dibagi adil", "Tidak ada yang piket dua hari berturut-turut"),
    ),
    Irama(3, 14, 60, "Ruang Bagian Umum"),
    "Tidak menelepon di luar jam kerja.",
)


def draft(
    agency: Agency,
    of: Coaching,
    isi: IsiKesepakatan = AGREEMENT,
    *,
    who: str = "",
    suntingan: int = 0,
    **at: Any,
) -> Kesepakatan:
    assert of.coach is not None
    return kesepakatan.write(
        coaching_id=of.pk,
        isi=isi,
        suntingan=suntingan,
        actor=agency.named(who or of.coach.nama.lower()),
        **when(**at),
    )


def put_name(agency: Agency, of: Coaching, who: str, **changes: Any) -> Kesepakatan:
    """Sign the draft of an agreement as it stands."""
    at = {key: changes.pop(key) for key in ("pada", "on") if key in changes}
    waiting = Kesepakatan.objects.drafted(of.pk).select_related("coaching").first()
    isi = agreement_digest(waiting) if waiting else "0" * 64
    facts = {"dibaca": True, "isi": isi, **changes}
    return kesepakatan.sign(coaching_id=of.pk, actor=agency.named(who), **facts, **when(**at))


def agree(agency: Agency, of: Coaching, isi: IsiKesepakatan = AGREEMENT, **at: Any) -> Kesepakatan:
    """Drafted by the coach, signed by both."""
    assert of.coach is not None
    draft(agency, of, isi, **at)
    put_name(agency, of, "ani", **at)
    return put_name(agency, of, of.coach.nama.lower(), **at)


@again
def reported(agency: Agency, tugas: Penugasan | None = None, **at: Any) -> Sesi:
    one = begun(agency, tugas, **at)
    return report(agency, one, **at)


def report(agency: Agency, one: Sesi, laporan: Laporan = REPORT, **at: Any) -> Sesi:
    return sesi.report(sesi_id=one.pk, laporan=laporan, actor=agency.named("ani"), **when(**at))


@again
def scheduled(agency: Agency, tugas: Penugasan | None = None, **at: Any) -> Sesi:
    return schedule(agency, reported(agency, tugas, **at), **at)


def schedule(agency: Agency, one: Sesi, jadwal: Jadwal | None = None, **at: Any) -> Sesi:
    return sesi.schedule(
        sesi_id=one.pk, jadwal=jadwal or slot(**at), actor=coach_of(agency, one), **when(**at)
    )


def slot(pada: datetime = NOON, on: date = TODAY) -> Jadwal:
    return Jadwal(pada - timedelta(hours=2), pada - timedelta(hours=1), SLOT.tempat)


def coach_of(agency: Agency, one: Sesi) -> Any:
    return agency.named("budi" if one.coaching.by_pimpinan else "citra")


def note(
    agency: Agency,
    one: Sesi,
    isi: str = "Empat surat sehari sudah cukup.",
    *,
    pembaca: str = "berdua",
    who: str = "ani",
    bagian: str = "kenyataan",
    **at: Any,
) -> Any:
    return catatan.write_note(
        sesi_id=one.pk,
        bagian=bagian,
        pembaca=pembaca,
        isi=isi,
        actor=agency.named(who),
        **when(**at),
    )


@again
def minuted(
    agency: Agency, tugas: Penugasan | None = None, isi: Notulen | None = None, **at: Any
) -> Sesi:
    return minute(agency, scheduled(agency, tugas, **at), isi, **at)


def minute(agency: Agency, one: Sesi, isi: Notulen | None = None, **at: Any) -> Sesi:
    given = isi or Notulen(
        slot(**at),
        proses=MINUTES.proses,
        alternatif=MINUTES.alternatif,
        tindakan=MINUTES.tindakan,
    )
    return sesi.write_minutes(
        sesi_id=one.pk,
        isi=given,
        suntingan=one.suntingan,
        actor=coach_of(agency, one),
        **when(**at),
    )


def adjusted(agency: Agency, menjadi: int = 180, **at: Any) -> Notulen:
    """Minutes that would lower the target of Ani's first indicator."""
    indikator = plan(agency, at.get("on", TODAY)).hasil[0].indikator[0]
    lower = IsiPenyesuaian(indikator.kunci, Decimal(menjadi), "Surat berkurang sejak loket baru.")
    return Notulen(slot(**at), proses=MINUTES.proses, tindakan=(ACTION,), penyesuaian=lower)


@again
def ready(
    agency: Agency, tugas: Penugasan | None = None, isi: Notulen | None = None, **at: Any
) -> Sesi:
    """The minutes wait for both signatures."""
    one = minuted(agency, tugas, isi, **at)
    return sesi.ask_signatures(sesi_id=one.pk, actor=coach_of(agency, one), **when(**at))


def sign(agency: Agency, one: Sesi, who: str, **changes: Any) -> Sesi:
    at = {key: changes.pop(key) for key in ("pada", "on") if key in changes}
    facts = {"dibaca": True, "isi": sidik.digest(Sesi.objects.get(pk=one.pk)), **changes}
    return tanda_tangan.sign(sesi_id=one.pk, actor=agency.named(who), **facts, **when(**at))


@again
def signed(
    agency: Agency, tugas: Penugasan | None = None, isi: Notulen | None = None, **at: Any
) -> Sesi:
    one = ready(agency, tugas, isi, **at)
    sign(agency, one, "ani", **at)
    return sign(agency, one, coach_of(agency, one).nama.lower(), **at)


def another(agency: Agency, of: Coaching, day: datetime) -> Sesi:
    """One more session of the same coaching, held on that day, signed by both."""
    at = {"pada": day, "on": day.date()}
    coach = agency.named("budi" if of.by_pimpinan else "citra")
    one = coaching.start_session(coaching_id=of.pk, actor=coach, **when(**at))
    report(agency, one, **at)
    schedule(agency, one, **at)
    made = minute(agency, one, **at)
    sesi.ask_signatures(sesi_id=one.pk, actor=coach, **when(**at))
    sign(agency, made, "ani", **at)
    return sign(agency, made, coach.nama.lower(), **at)
