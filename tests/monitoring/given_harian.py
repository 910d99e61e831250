"""Steps and lines of the diary as the tests need them, made by the services."""

from datetime import date, time
from typing import Any
from uuid import uuid4

from bina.monitoring.models import Realisasi, RencanaAksi
from bina.monitoring.services import harian, rencana_aksi
from bina.monitoring.services.harian import Baris
from bina.monitoring.services.rencana_aksi import IsiRencanaAksi
from tests.conftest import NOON, TODAY, Agency
from tests.monitoring import given


def quarter(on: date) -> tuple[date, date]:
    first = date(on.year, (on.month - 1) // 3 * 3 + 1, 1)
    later = date(on.year + (first.month == 10), (first.month + 2) % 12 + 1, 1)
    return first, date.fromordinal(later.toordinal() - 1)


def isi(agency: Agency, *, indikator: int = 0, on: date = TODAY, **changes: Any) -> IsiRencanaAksi:
    """Counted on the number of letters answered."""
    rencana = given.plan(agency, on=on)
    mulai, selesai = quarter(on)
    written: dict[str, Any] = {
        "indikator_kunci": rencana.hasil[0].indikator[indikator].kunci,
        "mulai": max(mulai, rencana.mulai),
        "langkah": "Menjawab surat masuk setiap hari",
        "tenggat": selesai,
        "target": 60,
        "dihitung": True,
    }
    return IsiRencanaAksi(**{**written, **changes})


def step(agency: Agency, who: str = "ani", on: date = TODAY, **changes: Any) -> RencanaAksi:
    return rencana_aksi.plan_step(
        skp_id=given.plan(agency, on=on).skp_id,
        isi=isi(agency, on=on, **changes),
        actor=agency.named(who),
        pada=NOON,
        on=on,
    )


def baris(on: date = TODAY, **changes: Any) -> Baris:
    written: dict[str, Any] = {
        "tanggal": on,
        "jam_mulai": time(8),
        "jam_selesai": time(9, 30),
        "kegiatan": "Menjawab surat warga tentang pindah domisili",
        "jumlah": 3,
    }
    return Baris(**{**written, **changes})


def line(
    agency: Agency, on: date = TODAY, kunci: Any = None, who: str = "ani", **changes: Any
) -> Realisasi:
    """A line on the first indicator, or on what `changes` name."""
    rencana = given.plan(agency, on=on)
    if "rencana_aksi_id" not in changes:
        changes.setdefault("indikator_kunci", rencana.hasil[0].indikator[0].kunci)
    made, _fresh = harian.record_line(
        skp_id=rencana.skp_id,
        baris=baris(on, **changes),
        kunci=kunci or uuid4(),
        actor=agency.named(who),
        pada=NOON,
        on=on,
    )
    return made
