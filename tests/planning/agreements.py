"""Perjanjian kinerja as the tests need them, made as people make them: by the services."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from bina.people.models import Unit
from bina.planning.isi import IsiAnggaran, IsiIndikator, IsiSasaran
from bina.planning.models import PerjanjianKinerja, SasaranUnit
from bina.planning.perjanjian.services import perjanjian as services
from tests.again import again
from tests.conftest import TODAY, Agency
from tests.planning.plans import MOMENT

PUAS = IsiIndikator("Indeks kepuasan masyarakat", target=Decimal(88), satuan="indeks")
CEPAT = IsiIndikator("Lama menjawab surat", target=Decimal(2), satuan="hari", arah="turun")
LAYANAN = IsiSasaran("Layanan umum dipercaya warga", (PUAS, CEPAT))
ARSIP = IsiSasaran("Arsip tertata", (IsiIndikator("Nilai arsip", target_teks="Sangat baik"),))


@again
def begun(agency: Agency, unit: Unit | None = None, who: str = "budi") -> PerjanjianKinerja:
    return services.start(
        unit_id=(unit or agency.umum).pk,
        tahun=timezone.localdate().year,
        actor=agency.named(who),
        pada=MOMENT,
        on=TODAY,
    )


@again
def drafted(
    agency: Agency, unit: Unit | None = None, who: str = "budi", *sasaran: IsiSasaran
) -> PerjanjianKinerja:
    """Two sasaran with three indicators and a budget, not yet established."""
    made = begun(agency, unit, who)
    for isi in sasaran or (LAYANAN, ARSIP):
        add(agency, made, isi, who)
    services.save_anggaran(
        isi=[IsiAnggaran("Pelayanan umum", Decimal(1_500_000))], **by(agency, who, now(made))
    )
    return now(made)


def add(agency: Agency, made: PerjanjianKinerja, isi: IsiSasaran, who: str = "budi") -> SasaranUnit:
    return services.save_sasaran(sasaran_id=None, isi=isi, **by(agency, who, now(made)))


def change(
    agency: Agency, made: PerjanjianKinerja, one: SasaranUnit, *targets: Any, uraian: str
) -> None:
    """Other words for a sasaran and other targets for its indicators, which keep their key."""
    kept = [
        IsiIndikator(
            each.uraian, target=Decimal(target), satuan=each.satuan, arah=each.arah, id=each.pk
        )
        for each, target in targets
    ]
    services.save_sasaran(
        sasaran_id=one.pk, isi=IsiSasaran(uraian, tuple(kept)), **by(agency, "budi", now(made))
    )


@again
def established(
    agency: Agency, unit: Unit | None = None, who: str = "budi", penetap: str = "fitri"
) -> PerjanjianKinerja:
    return establish(agency, drafted(agency, unit, who), penetap)


def establish(agency: Agency, made: PerjanjianKinerja, penetap: str = "fitri") -> PerjanjianKinerja:
    return services.establish(**by(agency, penetap, made))


def by(
    agency: Agency, who: str, made: PerjanjianKinerja, on: date = TODAY, **more: Any
) -> dict[str, Any]:
    """What every act on a perjanjian is told: which, its state as read, by whom, when."""
    seen = {"perjanjian_id": made.pk, "suntingan": made.suntingan}
    return {**seen, "actor": agency.named(who), "pada": MOMENT, "on": on, **more}


def now(made: PerjanjianKinerja) -> PerjanjianKinerja:
    return PerjanjianKinerja.objects.get(pk=made.pk)
