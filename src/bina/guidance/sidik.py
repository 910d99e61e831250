"""The digest of what is signed: every word of the form, and nothing private."""

import hashlib
from datetime import UTC, datetime
from typing import Any

from bina.core.audit_models import canonical
from bina.guidance.models import Penyesuaian, Sesi


def content(sesi: Sesi) -> dict[str, Any]:
    """What both put their names under. Notes for oneself alone are no part of it."""
    coaching = sesi.coaching
    return {
        "coaching": [coaching.pk, coaching.pegawai_id, sesi.coach_id, sesi.surat_tugas],
        "tentang": [coaching.topik, str(coaching.hasil_kunci), coaching.hasil_judul],
        "sesi": [sesi.ke, _moment(sesi.mulai), _moment(sesi.selesai), sesi.tempat],
        "laporan": [sesi.pra_progres, sesi.pra_jenis, sesi.pra_masalah, sesi.pra_penyebab],
        "masalah": [sesi.masalah_metode, sesi.masalah_proses, sesi.masalah_kualitas],
        "alternatif": [sesi.pra_alternatif, sesi.alternatif],
        "catatan": [
            [one.pk, one.bagian, one.pembaca, one.penulis_id, one.isi]
            for one in sesi.catatan.shared().order_by("pk")
        ],
        "tindakan": [
            [one.pk, one.uraian, one.oleh_id, one.tenggat.isoformat()]
            for one in sesi.tindakan.order_by("pk")
        ],
        "penyesuaian": _adjusted(sesi),
    }


def _adjusted(sesi: Sesi) -> list[Any]:
    one = Penyesuaian.objects.filter(sesi=sesi).first()
    return [str(one.indikator_kunci), one.semula, one.menjadi, one.alasan] if one else []


def digest(sesi: Sesi) -> str:
    return hashlib.sha256(canonical(_plain(content(sesi))).encode()).hexdigest()


def _plain(value: Any) -> Any:
    """Decimals as the database gives them back, whatever they were typed like."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if value is None or isinstance(value, str | int):
        return value
    return f"{value:.4f}"


def _moment(value: datetime | None) -> str:
    return value.astimezone(UTC).isoformat(timespec="seconds") if value else ""
