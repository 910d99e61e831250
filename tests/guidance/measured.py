"""People with predicates in two quarters, some guided between: straight into the tables."""

from datetime import date, datetime
from typing import Any
from uuid import uuid4

from django.utils import timezone

from bina.accounts.models import Orang
from bina.appraisal.models import Evaluasi, PeriodeEvaluasi
from bina.people.models import Penempatan
from bina.planning.models import Skp
from tests.conftest import NOON, Agency
from tests.guidance import ended
from tests.planning import plans

BEFORE = (date(2025, 10, 1), date(2025, 12, 31))
AFTER = (date(2026, 1, 1), date(2026, 3, 31))
ON = date(2026, 4, 20)


def quarters(agency: Agency) -> tuple[PeriodeEvaluasi, PeriodeEvaluasi]:
    return _quarter(agency, 2025, 4, *BEFORE), _quarter(agency, 2026, 1, *AFTER)


def _quarter(agency: Agency, tahun: int, nomor: int, mulai: date, selesai: date) -> PeriodeEvaluasi:
    return PeriodeEvaluasi.objects.create(
        instansi=agency.instansi, tahun=tahun, jenis="triwulan", nomor=nomor,
        mulai=mulai, selesai=selesai, dibuka=mulai, tenggat=selesai,
    )  # fmt: skip


def somebody(agency: Agency, number: int) -> Orang:
    """One more civil servant of Bagian Umum, in the position Ani holds."""
    who = agency.person(f"Pegawai {number}", agency.umum)
    ended.pegawai_of(agency, who, number)
    return who


def plan_of(agency: Agency, who: Orang) -> Skp:
    """A plan like Ani's, on their own placement."""
    model = Skp.objects.filter(pegawai=agency.ani.pk).first() or plans.established(agency)
    place = Penempatan.objects.get(orang=who)
    fields = ended.fields_of(model)
    own = {"pegawai_id": who.pk, "penempatan_id": place.pk, "rumpun": uuid4()}
    return Skp.objects.create(**{**fields, **own})


def predicate(
    agency: Agency, who: Orang, periode: PeriodeEvaluasi, predikat: str, **changes: Any
) -> Evaluasi:
    skp = Skp.objects.filter(pegawai=who.pk).first() or plan_of(agency, who)
    now: datetime = timezone.now()
    facts: dict[str, Any] = {
        "skp": skp, "rumpun": skp.rumpun, "periode": periode, "pegawai_id": who.pk,
        "penilai": agency.budi, "unit": agency.umum, "rating_hasil": "sesuai",
        "rating_perilaku": "sesuai", "predikat": predikat, "capaian": "baik",
        "status": "dirilis", "dirilis_pada": now, "dibuat": now, "disimpan_pada": now,
    }  # fmt: skip
    return Evaluasi.objects.create(**{**facts, **changes})


def moved(agency: Agency, who: Orang, periods: Any, before: str, after: str) -> None:
    predicate(agency, who, periods[0], before)
    predicate(agency, who, periods[1], after)


def coached(agency: Agency, who: Orang) -> Any:
    """A coaching of this person with one signed session on the day of the tests (NOON)."""
    return ended.copied(agency, pegawai_id=who.pk)


def two_sides(agency: Agency, guided: list[str], others: list[str]) -> Any:
    """All began butuh_perbaikan; each list says where they came to. Ani's coaching is the
    pattern, and she is not counted: she has no predicates."""
    ended.closed(agency, pada=NOON)
    periods = quarters(agency)
    number = 0
    for after, is_guided in [(a, True) for a in guided] + [(a, False) for a in others]:
        who, number = somebody(agency, number), number + 1
        moved(agency, who, periods, "butuh_perbaikan", after)
        if is_guided:
            coached(agency, who)
    return periods
