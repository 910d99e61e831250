"""Links for service users, and what they write."""

from datetime import date
from typing import Any

from bina.monitoring.models import TautanUmpanBalik, UmpanBalik
from bina.monitoring.services import tautan
from bina.monitoring.services.tautan import IsiTamu
from bina.monitoring.subject import Tentang
from tests.conftest import NOON, TODAY, Agency
from tests.monitoring import given

SEEN = IsiTamu(
    "positif",
    "Mengurus KTP di loket, Senin pagi.",
    "Menjelaskan syaratnya dengan sabar.",
    "Selesai dalam satu kali datang.",
)


def link(
    agency: Agency, who: str = "ani", *, on: date = TODAY, **changes: Any
) -> tuple[TautanUmpanBalik, str]:
    """About Ani's first result, made by herself unless said."""
    rencana = given.plan(agency, on=on)
    facts: dict[str, Any] = {
        "skp_id": rencana.skp_id,
        "tentang": Tentang(rencana.hasil[0].kunci),
        "untuk": "Pelanggan loket 3",
        "actor": agency.named(who),
        "pada": NOON,
        "on": on,
    }
    return tautan.make_link(**{**facts, **changes})


def answered(token: str, isi: IsiTamu = SEEN, *, on: date = TODAY) -> UmpanBalik:
    return tautan.answer_link(token=token, isi=isi, pada=NOON, on=on)
