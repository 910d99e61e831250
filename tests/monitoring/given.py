"""Progress and feedback as the tests of many rooms need them, made by the services."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from bina.monitoring.models import Realisasi, UmpanBalik
from bina.monitoring.services import feedback, permintaan, progress
from bina.monitoring.services.feedback import Isi
from bina.monitoring.subject import Tentang
from bina.planning import door as planning
from bina.planning.door import Rencana
from tests.again import again
from tests.conftest import NOON, TODAY, Agency

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
SEEN = Isi(
    "positif",
    "Rapat mingguan, 2 Maret.",
    "Menjawab surat warga pada hari yang sama.",
    "Warga tidak perlu datang lagi.",
    "penilai",
)


def plan(agency: Agency, who: str = "ani", on: date = TODAY) -> Rencana:
    found = planning.running_of(agency.named(who).pk, on=on)
    assert found is not None
    return found


def pdf(name: str = "rekap.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PDF, "application/pdf")


def entry(
    agency: Agency,
    nilai: Any = 60,
    *,
    indikator: int = 0,
    tanggal: date | None = None,
    on: date = TODAY,
    **extra: Any,
) -> Realisasi:
    """Ani records an entry on the n-th indicator of her first result."""
    rencana = plan(agency, on=on)
    return progress.record_progress(
        skp_id=rencana.skp_id,
        indikator_kunci=rencana.hasil[0].indikator[indikator].kunci,
        tanggal=tanggal or on,
        nilai=None if isinstance(nilai, str) else Decimal(nilai),
        nilai_teks=nilai if isinstance(nilai, str) else "",
        actor=agency.named("ani"),
        pada=NOON,
        on=on,
        **{"uraian": "", **extra},
    )


@again
def evidence(agency: Agency, on: date = TODAY) -> Realisasi:
    """An entry with a file and a link."""
    bukti = progress.BuktiBaru(pdf(), "https://contoh.go.id/laporan", "Laporan")
    return entry(agency, bukti=bukti, on=on)


def feedback_on_result(
    agency: Agency, isi: Isi = SEEN, who: str = "budi", on: date = TODAY
) -> UmpanBalik:
    rencana = plan(agency, on=on)
    return _given(agency, rencana, Tentang(rencana.hasil[0].kunci), isi, who, on)


def feedback_on_value(
    agency: Agency, isi: Isi = SEEN, who: str = "budi", on: date = TODAY
) -> UmpanBalik:
    return _given(agency, plan(agency, on=on), Tentang(None, "kolaboratif"), isi, who, on)


def _given(
    agency: Agency, rencana: Rencana, tentang: Tentang, isi: Isi, who: str, on: date
) -> UmpanBalik:
    return feedback.give_feedback(
        skp_id=rencana.skp_id,
        tentang=tentang,
        isi=isi,
        actor=agency.named(who),
        pada=NOON,
        on=on,
    )


def asked(
    agency: Agency, who: str = "ani", kepada: str = "eko", on: date = TODAY, **changes: Any
) -> Any:
    """One colleague, asked about Ani's first result unless said."""
    return asked_all(agency, who, kepada, on=on, **changes)[0]


def asked_all(agency: Agency, who: str, *kepada: str, on: date = TODAY, **changes: Any) -> Any:
    """Several at once."""
    rencana = plan(agency, on=on)
    ids = changes.pop("kepada_ids", [agency.named(one).pk for one in kepada])
    pesan = changes.pop("pesan", "Tentang jawaban surat pekan lalu.")
    tenggat = changes.pop("tenggat", on + timedelta(days=7))
    given: dict[str, Any] = {
        "skp_id": rencana.skp_id,
        "tentang": Tentang(rencana.hasil[0].kunci),
        "ajakan": permintaan.Ajakan(ids, pesan, tenggat),
        "actor": agency.named(who),
        "pada": NOON,
        "on": on,
    }
    return permintaan.ask_feedback(**{**given, **changes})
