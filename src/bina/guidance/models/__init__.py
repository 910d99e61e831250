from bina.guidance.models.coaching import Coaching, JenisCoach
from bina.guidance.models.isi import Bagian, Catatan, Pembaca, Penyesuaian, TandaTangan, Tindakan
from bina.guidance.models.kalender import AlamatKalender, TemuMentoring
from bina.guidance.models.log_mentoring import (
    Bentuk,
    BuktiMentoring,
    CapaianUkuran,
    LaporanMentoring,
    LogMentoring,
    ParafMentoring,
    PeranMentee,
    Perubahan,
)
from bina.guidance.models.mentor import (
    Bidang,
    KeahlianMentor,
    Mentor,
    PasanganMentor,
    TawaranMentor,
)
from bina.guidance.models.mentoring import ButirRencana, Mentoring
from bina.guidance.models.pelatihan import JenisPelatihan, PelatihanBimbingan
from bina.guidance.models.pengingat import Langkah, PengingatBimbingan
from bina.guidance.models.perilaku import BagianTersegel, MasalahPerilaku, TeksTersegel
from bina.guidance.models.program_mentoring import ProgramMentoring, UsulPasangan
from bina.guidance.models.sesi import JenisMasalah, Sesi
from bina.guidance.models.triase import AsalTriase, KebutuhanKarier, Penyebab, Pilihan, Triase

__all__ = [
    "AlamatKalender",
    "AsalTriase",
    "Bagian",
    "BagianTersegel",
    "Bentuk",
    "Bidang",
    "BuktiMentoring",
    "ButirRencana",
    "CapaianUkuran",
    "Catatan",
    "Coaching",
    "JenisCoach",
    "JenisMasalah",
    "JenisPelatihan",
    "KeahlianMentor",
    "KebutuhanKarier",
    "Langkah",
    "LaporanMentoring",
    "LogMentoring",
    "MasalahPerilaku",
    "Mentor",
    "Mentoring",
    "ParafMentoring",
    "PasanganMentor",
    "PelatihanBimbingan",
    "Pembaca",
    "PengingatBimbingan",
    "Penyebab",
    "Penyesuaian",
    "PeranMentee",
    "Perubahan",
    "Pilihan",
    "ProgramMentoring",
    "Sesi",
    "TandaTangan",
    "TawaranMentor",
    "TeksTersegel",
    "TemuMentoring",
    "Tindakan",
    "Triase",
    "UsulPasangan",
]
