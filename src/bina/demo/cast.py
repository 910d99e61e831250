"""Who plays what in the demo agency. All people are made up (../data)."""

from dataclasses import dataclass

INSTANSI = "nusa-bahari"
REGENT = ("Melati Sasongko", "bupati@nusabahari.example")
SEKDA = "197002182001042012"


@dataclass(frozen=True, slots=True)
class Role:
    """An account the demo prints: the part it plays and the NIP that signs in."""

    peran: str
    nip: str


EMPLOYEE = Role("pegawai", "199404202019032016")  # Usyi Pudjiastuti, Bidan Mahir
PENILAI = Role("penilai", "197802102000122026")  # Latika Maryati, Kepala Puskesmas Kampung Laut
OFFICES = (
    Role("pengelola", "199601082019031024"),  # Perkasa Susanti, Bidang Penilaian Kinerja
    Role("pimpinan_kepegawaian", "196905062001042035"),  # Lintang Yolanda, Kepala BKPSDM
    Role("auditor", "197711082001012019"),  # Irma Nuraini, Inspektorat
    Role("konselor", "197910142002031018"),  # Hadi Puspasari, Asesor SDM Aparatur
    Role("verifikator", "198611232014012018"),  # Kayla Rahmawati, Pengembangan Kompetensi
    Role("administrator", "197709052003011010"),  # Setya Pradana, BKPSDM
)
# Two more the story needs: a colleague who is asked for feedback, and the head above.
COLLEAGUE = Role("rekan", "199202182024212034")  # Hana Iswahyudi, Dokter Ahli Pertama
HEAD_ABOVE = Role("atasan_penilai", "197501152006031011")  # Lanjar Latupono, Kepala Dinas

ACCOUNTS = (EMPLOYEE, PENILAI, *OFFICES, COLLEAGUE, HEAD_ABOVE)
