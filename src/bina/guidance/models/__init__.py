from bina.guidance.models.coach import PertanyaanCoaching, SertifikatCoach
from bina.guidance.models.coaching import Coaching, JenisCoach
from bina.guidance.models.isi import Bagian, Catatan, Pembaca, Penyesuaian, TandaTangan, Tindakan
from bina.guidance.models.kalender import AlamatKalender, TemuMentoring
from bina.guidance.models.kesepakatan import Capaian, HasilTujuan, Kesepakatan, TujuanCoaching
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
from bina.guidance.models.pelatihan import JenisPelatihan, PelatihanBimbingan
from bina.guidance.models.pengingat import Langkah, PengingatBimbingan
from bina.guidance.models.perilaku import BagianTersegel, MasalahPerilaku, TeksTersegel
from bina.guidance.models.program_mentoring import (
    PesertaCoaching,
    ProgramMentoring,
    UsulPasangan,
)
from bina.guidance.models.sesi import JenisMasalah, Sesi, TidakHadir
from bina.guidance.models.sesudah import (
    EvaluasiKompetensi,
    NilaiKompetensi,
    Sebagai,
    UmpanBalikAkhir,
)
from bina.guidance.models.sesudah_sesi import CabutBerbagi, PindahJadwal, ReaksiSesi
from bina.guidance.models.topik import TopikKasus
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
    "CabutBerbagi",
    "Capaian",
    "CapaianUkuran",
    "Catatan",
    "Coaching",
    "EvaluasiKompetensi",
    "HasilTujuan",
    "JenisCoach",
    "JenisMasalah",
    "JenisPelatihan",
    "JenisTopik",
    "KeahlianMentor",
    "KebutuhanKarier",
    "Kesepakatan",
    "Langkah",
    "LaporanMentoring",
    "LogMentoring",
    "MasalahPerilaku",
    "Mentor",
    "Mentoring",
    "NilaiKompetensi",
    "ParafMentoring",
    "PasanganMentor",
    "PelatihanBimbingan",
    "Pembaca",
    "PengingatBimbingan",
    "Penyebab",
    "Penyesuaian",
    "PeranMentee",
    "PertanyaanCoaching",
    "Perubahan",
    "PesertaCoaching",
    "Pilihan",
    "PindahJadwal",
    "ProgramMentoring",
    "ReaksiSesi",
    "Sebagai",
    "SertifikatCoach",
    "Sesi",
    "TandaTangan",
    "TawaranMentor",
    "TeksTersegel",
    "TemuMentoring",
    "TidakHadir",
    "Tindakan",
    "TopikKasus",
    "Triase",
    "TujuanCoaching",
    "UmpanBalikAkhir",
    "UsulPasangan",
]
