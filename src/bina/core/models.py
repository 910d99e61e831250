"""What the machinery keeps: the trail, files, jobs, the queue."""

from bina.core.appointment_models import Pertemuan, PesertaPertemuan
from bina.core.audit_models import Jejak, UjungRantai
from bina.core.file_models import Berkas
from bina.core.handing_models import Serahan
from bina.core.job_models import Antrean, CacheEntry, Giliran, Pekerjaan, Simpanan, TugasTerjadwal

__all__ = [
    "Antrean",
    "Berkas",
    "CacheEntry",
    "Giliran",
    "Jejak",
    "Pekerjaan",
    "Pertemuan",
    "PesertaPertemuan",
    "Serahan",
    "Simpanan",
    "TugasTerjadwal",
    "UjungRantai",
]
