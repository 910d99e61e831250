"""The digest of an agreement: every word both sign, and whom it binds."""

import hashlib

from bina.core.audit_models import canonical
from bina.guidance.models import Kesepakatan


def digest(one: Kesepakatan) -> str:
    content = {
        "coaching": [one.coaching_id, one.coaching.pegawai_id, one.coach_id, one.versi],
        "tujuan": list(map(list, one.tujuan.values_list("urutan", "tujuan", "ukuran"))),
        "irama": [one.jumlah_sesi, one.jarak_hari, one.lama_menit, one.tempat],
        "batas": [one.naskah, one.tambahan],
    }
    return hashlib.sha256(canonical(content).encode()).hexdigest()
