"""Certificates of coaches as tests need them."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from bina.guidance.coaching.services import sertifikat
from bina.guidance.coaching.services.sertifikat import IsiSertifikat
from bina.guidance.models import SertifikatCoach
from bina.law.models import Ketentuan
from tests.conftest import NOON, TODAY, Agency
from tests.guidance.given import when

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def paper() -> SimpleUploadedFile:
    return SimpleUploadedFile("sertifikat.pdf", PDF, "application/pdf")


def lay(
    agency: Agency,
    who: str = "citra",
    *,
    sampai: date | None = None,
    nomor: str = "LAN/COACH/114",
    **at: Any,
) -> SertifikatCoach:
    """Laid down by its holder, not yet checked."""
    on = at.get("on", TODAY)
    isi = IsiSertifikat(nomor, "Lembaga Administrasi Negara", on - timedelta(days=400), sampai)
    return sertifikat.add(isi=isi, berkas=paper(), actor=agency.named(who), **when(**at))


def checked(agency: Agency, who: str = "citra", **facts: Any) -> SertifikatCoach:
    made = lay(agency, who, **facts)
    at = {key: value for key, value in facts.items() if key in {"pada", "on"}}
    return sertifikat.check(sertifikat_id=made.pk, actor=agency.named("dewi"), **when(**at))


def demanded(agency: Agency) -> None:
    """The agency says that an assigned coach must be trained."""
    Ketentuan.objects.create(
        instansi=agency.instansi,
        parameter="pembinaan.coach_tanpa_sertifikat",
        mulai=date(2026, 1, 1),
        nilai="ditolak",
        dasar="Keputusan Bupati",
        hari=date(2025, 12, 31),
        ditetapkan_oleh=agency.fitri,
        ditetapkan_pada=NOON,
    )
    agency.instansi.versi_ketentuan = uuid4()
    agency.instansi.save()
