"""Periods, ratings and evaluations as the tests need them, made by the services."""

from datetime import date
from typing import Any

from bina.appraisal.models import CapaianOrganisasi, Evaluasi, PeriodeEvaluasi
from bina.appraisal.services import capaian, evaluations, periods
from bina.appraisal.services.evaluations import Isi
from tests.again import again
from tests.conftest import NOON, TODAY, Agency
from tests.monitoring.given import plan

COMPLETE = Isi(
    rating_hasil="sesuai",
    rating_perilaku="di_atas",
    alasan_perilaku="Memandu rekan menjawab surat sulit pada 20 Februari.",
    catatan="Pertahankan ketelitian.",
)


@again
def periode(agency: Agency, on: date = TODAY) -> PeriodeEvaluasi:
    """Triwulan I of that year, open on that day."""
    known = PeriodeEvaluasi.objects.filter(instansi=agency.instansi, tahun=on.year, nomor=1)
    if not known:
        periods.open_year(
            instansi_id=agency.instansi.pk,
            tahun=on.year,
            actor=agency.named("dewi"),
            pada=NOON,
            on=on,
        )
        known.filter(dibuka__gt=on).update(dibuka=on)
    return known.get()


def reached(
    agency: Agency, step: str = "baik", who: str = "fitri", on: date = TODAY, **changes: Any
) -> CapaianOrganisasi:
    given: dict[str, Any] = {
        "unit_id": agency.umum.pk,
        "periode_id": periode(agency, on).pk,
        "capaian": step,
        "alasan": "Sebelas dari dua belas target tercapai.",
        "alasan_perubahan": "",
        "suntingan": 0,
        "actor": agency.named(who),
        "pada": NOON,
        "on": on,
    }
    return capaian.set_capaian(**{**given, **changes})


def saved(
    agency: Agency, isi: Isi = COMPLETE, who: str = "budi", on: date = TODAY, **changes: Any
) -> Evaluasi:
    """Budi's draft about Ani."""
    given: dict[str, Any] = {
        "skp_id": changes.get("skp_id") or plan(agency, on=on).skp_id,
        "periode_id": periode(agency, on).pk,
        "isi": isi,
        "suntingan": 0,
        "halaman": "a",
        "actor": agency.named(who),
        "pada": NOON,
        "on": on,
    }
    return evaluations.save_draft(**{**given, **changes})


def release(
    evaluasi: Evaluasi, agency: Agency, who: str = "budi", on: date = TODAY, **changes: Any
) -> Evaluasi:
    given: dict[str, Any] = {
        "evaluasi_id": evaluasi.pk,
        "suntingan": evaluasi.suntingan,
        "actor": agency.named(who),
        "pada": NOON,
        "on": on,
    }
    return evaluations.release(**{**given, **changes})


@again
def released(agency: Agency, on: date = TODAY) -> Evaluasi:
    """Ani's evaluation, released by Budi after Fitri set the unit's capaian."""
    known = CapaianOrganisasi.objects.filter(unit=agency.umum, periode=periode(agency, on))
    if not known.exists():
        reached(agency, on=on)
    return release(saved(agency, on=on), agency, on=on)
