from bina.guidance.models.coaching import Coaching, JenisCoach
from bina.guidance.models.isi import Bagian, Catatan, Pembaca, Penyesuaian, TandaTangan, Tindakan
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
    JenisTopik,
    KeahlianMentor,
    Mentor,
    PasanganMentor,
    TawaranMentor,
)
from bina.guidance.models.mentoring import ButirRencana, Mentoring
from bina.guidance.models.perilaku import BagianTersegel, MasalahPerilaku, TeksTersegel
from bina.guidance.models.program_mentoring import (
    PesertaCoaching,
    ProgramMentoring,
    UsulPasangan,
)
from bina.guidance.models.sesi import JenisMasalah, Sesi
from bina.guidance.models.sesudah import (
    EvaluasiKompetensi,
    NilaiKompetensi,
    Sebagai,
    UmpanBalikAkhir,
)
from bina.guidance.models.topik import TopikKasus
from bina.guidance.models.triase import AsalTriase, KebutuhanKarier, Penyebab, Pilihan, Triase

__all__ = [
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
    "EvaluasiKompetensi",
    "JenisCoach",
    "JenisMasalah",
    "JenisTopik",
    "KeahlianMentor",
    "KebutuhanKarier",
    "LaporanMentoring",
    "LogMentoring",
    "MasalahPerilaku",
    "Mentor",
    "Mentoring",
    "NilaiKompetensi",
    "ParafMentoring",
    "PasanganMentor",
    "Pembaca",
    "Penyebab",
    "Penyesuaian",
    "PeranMentee",
    "Perubahan",
    "PesertaCoaching",
    "Pilihan",
    "ProgramMentoring",
    "Sebagai",
    "Sesi",
    "TandaTangan",
    "TawaranMentor",
    "TeksTersegel",
    "Tindakan",
    "TopikKasus",
    "Triase",
    "UmpanBalikAkhir",
    "UsulPasangan",
]
