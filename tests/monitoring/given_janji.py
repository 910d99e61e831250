"""Feedback under a promise: what the agency says of names, and groups of colleagues who give."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bina.law.models import Ketentuan
from bina.monitoring.models import UmpanBalik
from bina.monitoring.services import permintaan
from bina.monitoring.services.feedback import Isi
from bina.monitoring.subject import Tentang
from tests.conftest import NOON, TODAY, Agency
from tests.law import given as law
from tests.monitoring import given
from tests.monitoring.given import SEEN

GROUP = ("eko", "dewi", "indra")
LOYAL = Tentang(None, "loyal")
NAMES = {"rekan": "disebut", "bawahan": "disebut", "ketua_tim": "disebut"}


def _head(agency: Agency) -> Any:
    gita = agency.named("gita")
    return gita if gita.kantor.exists() else law.head(agency)


def naming(agency: Agency, *, mulai: date, **names: str) -> Ketentuan:
    """From that day the agency names its givers otherwise; all of them unless said."""
    before = mulai - timedelta(days=1)
    return law.own(
        agency,
        _head(agency),
        "pemantauan.nama_pemberi",
        {**NAMES, **names},
        mulai=mulai,
        on=before,
    )


def least(agency: Agency, n: int, *, mulai: date) -> Ketentuan:
    before = mulai - timedelta(days=1)
    parts = {"": n}
    return law.own(
        agency, _head(agency), "pemantauan.kelompok_umpan_balik", parts, mulai=mulai, on=before
    )


def answer(agency: Agency, who: str, *, on: date = TODAY, isi: Isi = SEEN, **asked: Any) -> Any:
    """Ani asked this colleague about her loyalty (unless said), and they give it."""
    request = given.asked(agency, kepada=who, on=on, **{"tentang": LOYAL, **asked})
    return permintaan.answer_request(
        permintaan_id=request.pk,
        isi=replace(isi, perilaku=f"{isi.perilaku} Kata {who.title()}ku."),
        actor=agency.named(who),
        pada=NOON + (on - TODAY),
        on=on,
    )


def group(agency: Agency, *, on: date = TODAY, isi: Isi = SEEN) -> list[UmpanBalik]:
    """Three colleagues on three days of which the last is `on`."""
    made = [
        answer(agency, who, on=on - timedelta(days=2 - back), isi=isi)
        for back, who in enumerate(GROUP)
    ]
    return list(UmpanBalik.objects.filter(pk__in=[one.pk for one in made]).order_by("pk"))
