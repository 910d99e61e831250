"""A believable quarter of work for part of the demo agency, laid down through the services.

Days are counted back from today, so the demo looks lived in whenever it is made.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from bina.accounts.models import Orang
from bina.demo import plans, quarter
from bina.demo.plans import Rencana
from bina.monitoring.door import BuktiBaru, Isi, Tentang, give_feedback, record_progress
from bina.people import hierarchy
from bina.people.models import Instansi, Penempatan
from bina.planning import door as planning
from bina.planning.models import HasilKerja
from bina.planning.services import drafting, steps


def lay(instansi: Instansi, *, on: date) -> None:
    """Plans, progress and feedback for the health office and one puskesmas."""
    for rencana in plans.ALL:
        plan(rencana, on)
    for rencana in plans.ALL:
        if rencana.berhenti_di == "ditetapkan":
            progress(rencana, on)
    feedback(on)
    quarter.lay(instansi, on=on, moment=moment)


def moment(day: date, hour: int = 2) -> datetime:
    """A time on that day, in office hours of the archipelago."""
    return datetime(day.year, day.month, day.day, hour, 15, tzinfo=UTC)


def person(nip: str) -> Orang:
    return Orang.objects.get(nip=nip)


def plan(rencana: Rencana, on: date) -> None:
    """Draft, submit and (mostly) establish one person's SKP in January, or by today."""
    who = person(rencana.nip)
    day = min(date(on.year, 1, 12), on)
    placed = Penempatan.objects.on(day).filter(orang=who).first()
    boss = hierarchy.superior_of(who.pk, on=day)
    if placed is None or boss is None:
        return
    act: dict[str, Any] = {"actor": who, "pada": moment(day), "on": day}
    skp = drafting.start_skp(penempatan_id=placed.pk, pendekatan="kuantitatif", **act)
    supported = list(drafting.supportable(skp, on=day))
    for number, isi in enumerate(rencana.hasil):
        wanted = rencana.dukung[min(number, len(rencana.dukung) - 1)]
        _result(skp.pk, isi, supported, wanted, act)
    if rencana.ekspektasi:
        skp.refresh_from_db()
        words = dict(rencana.ekspektasi)
        drafting.save_ekspektasi(skp_id=skp.pk, isi=words, suntingan=skp.suntingan, **act)
    steps.submit(skp_id=skp.pk, **act)
    _answer(skp, rencana, boss, min(date(on.year, 1, 20), on))


def _result(
    skp_id: int, isi: Any, supported: list[HasilKerja], number: int, act: dict[str, Any]
) -> None:
    skp = drafting.Skp.objects.get(pk=skp_id)
    above = supported[min(number, len(supported) - 1)].pk if supported else None
    chosen = replace(isi, mendukung_id=above)
    drafting.save_result(skp_id=skp_id, hasil_id=None, isi=chosen, suntingan=skp.suntingan, **act)


def _answer(skp: Any, rencana: Rencana, boss: Orang, day: date) -> None:
    skp.refresh_from_db()
    act: dict[str, Any] = {"skp_id": skp.pk, "suntingan": skp.suntingan, "actor": boss, "on": day}
    if rencana.berhenti_di == "dikembalikan":
        steps.send_back(alasan=plans.SEND_BACK, pada=moment(day, 4), **act)
    elif rencana.berhenti_di == "ditetapkan":
        steps.establish(pada=moment(day, 4), **act)


def progress(rencana: Rencana, on: date) -> None:
    """Entries month by month up to today, at the tempo of each result."""
    who = person(rencana.nip)
    found = planning.running_of(who.pk, on=on)
    if found is None:
        return
    for number, hasil in enumerate(found.hasil):
        tempo = rencana.tempo[min(number, len(rencana.tempo) - 1)]
        for indikator in hasil.indikator:
            _entries(found, indikator, tempo, who, on)


def _entries(found: Any, indikator: Any, tempo: float, who: Orang, on: date) -> None:
    whole = (found.selesai - found.mulai).days
    months = max(1, (on - found.mulai).days // 30)
    reached = Decimal(0)
    for month in range(1, months + 2):
        day = min(found.mulai + timedelta(days=30 * month - 2), on - timedelta(days=1))
        share = Decimal((day - found.mulai).days) / whole * Decimal(str(tempo))
        value = _value(indikator, share, reached)
        reached += value
        if value > 0:
            _entry(found.skp_id, indikator, day, value, who, month > months)


def _value(indikator: Any, share: Decimal, reached: Decimal) -> Decimal:
    if indikator.cara_hitung == "terakhir":
        near = Decimal("0.9") + min(share, Decimal(1)) / 10
        better = indikator.target * near if indikator.arah == "naik" else indikator.target / near
        return Decimal(round(better, 1))
    return Decimal(max(round(indikator.target * share - reached), 0))


def _entry(skp_id: int, indikator: Any, day: date, value: Decimal, who: Orang, last: bool) -> None:
    link = BuktiBaru(url="https://nusabahari.example/rekap", judul="Rekap bulanan")
    record_progress(
        skp_id=skp_id,
        indikator_kunci=indikator.kunci,
        tanggal=day,
        nilai=value,
        nilai_teks="",
        uraian="Rekap bulan berjalan",
        actor=who,
        pada=moment(day, 7),
        on=day,
        **({"bukti": link} if last else {}),
    )


def feedback(on: date) -> None:
    """What the head and a colleague saw, as situation, behaviour and impact."""
    salimah = planning.running_of(person(plans.SALIMAH.nip).pk, on=on)
    if salimah is None:
        return
    seen = Isi(
        "positif",
        "Dua ibu terlambat diperiksa di Desa Ujung Karang.",
        "Anda langsung mengatur kunjungan rumah.",
        "Keduanya kini tercatat dan tertangani.",
        "penilai",
    )
    _give(salimah, Tentang(hasil_kunci=salimah.hasil[0].kunci), seen, plans.PUSKESMAS.nip, on)


def _give(found: Any, about: Tentang, isi: Isi, giver: str, on: date) -> None:
    day = on - timedelta(days=12) if on.timetuple().tm_yday > 40 else on
    give_feedback(
        skp_id=found.skp_id,
        tentang=about,
        isi=isi,
        actor=person(giver),
        pada=moment(day, 6),
        on=day,
    )
