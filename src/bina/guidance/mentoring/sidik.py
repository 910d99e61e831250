"""The digest of what is initialled or signed: every word of it, its evidence and its parties."""

import hashlib
from typing import Any

from bina.core.audit_models import canonical
from bina.guidance.models import LaporanMentoring, LogMentoring


def of_log(log: LogMentoring) -> str:
    one = log.mentoring
    return _digest(
        {
            "mentoring": [one.pk, one.pegawai_id, log.mentor_id, log.ke],
            "waktu": [log.tanggal.isoformat(), log.menit],
            "cara": [*sorted(log.bentuk), *sorted(log.peran)],
            "isi": [getattr(log, name) for name in LogMentoring.WORDS if name != "keterangan"],
            "bukti": sorted(log.bukti.values_list("berkas__sidik", flat=True)),
        }
    )


def of_report(laporan: LaporanMentoring) -> str:
    one = laporan.mentoring
    capaian = laporan.capaian.order_by("butir").values_list("butir", "realisasi", "tercapai")
    return _digest(
        {
            "mentoring": [one.pk, one.pegawai_id, laporan.mentor_id],
            "isi": [laporan.ringkasan, laporan.pengetahuan, laporan.rekomendasi],
            "capaian": [[pk, said, int(reached)] for pk, said, reached in capaian],
        }
    )


def _digest(content: dict[str, Any]) -> str:
    return hashlib.sha256(canonical(content).encode()).hexdigest()
