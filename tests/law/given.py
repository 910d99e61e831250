"""An agency whose personnel unit Gita heads, and values it sets."""

from datetime import date
from decimal import Decimal
from typing import Any

from bina.law import services
from bina.law.models import Ketentuan
from tests.conftest import NOON, TODAY, Agency

POIN = "pemantauan.poin_tertinggal"
KELAS = "pp11_2017.kelas_kesenjangan_kinerja"
SINCE = date(2026, 3, 3)
SK = "Keputusan Bupati 800/1/2026"


def head(agency: Agency) -> Any:
    """Gita, who heads the personnel unit of the whole agency."""
    agency.office(agency.gita, "pimpinan_kepegawaian", agency.setda)
    return agency.named("gita")


def own(
    agency: Agency,
    actor: Any,
    parameter: str = POIN,
    bagian: dict[str, Any] | None = None,
    **others: Any,
) -> Ketentuan:
    given = {"mulai": SINCE, "dasar": SK, "pada": NOON, "on": TODAY, **others}
    parts = bagian if bagian is not None else {"": Decimal(30)}
    return services.set_value(
        instansi_id=agency.instansi.pk,
        parameter=parameter,
        bagian=parts,
        actor=actor,
        **given,
    )
