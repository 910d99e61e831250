"""By which jalur a training is formal or informal.

No text read so far says which of the routes of Peraturan LAN 10/2018 are formal: here those
with a teacher and a programme are, whatever the room; the rest is informal [design].
Coaching and mentoring are guidance of their own, and studies for a degree are not assigned here.
"""

from typing import Final

from bina.guidance.models.pelatihan import JenisPelatihan
from bina.rules.jalur import Jalur

FORMAL: Final = (
    *(
        Jalur.PELATIHAN_STRUKTURAL,
        Jalur.PELATIHAN_MANAJERIAL,
        Jalur.PELATIHAN_TEKNIS,
        Jalur.PELATIHAN_FUNGSIONAL,
    ),
    *(Jalur.PELATIHAN_SOSIAL_KULTURAL, Jalur.KURSUS, Jalur.PENATARAN, Jalur.BIMBINGAN_TEKNIS),
    *(Jalur.PELATIHAN_JARAK_JAUH, Jalur.KLASIKAL_LAIN),
)
INFORMAL: Final = (
    *(Jalur.SEMINAR, Jalur.WORKSHOP, Jalur.SOSIALISASI, Jalur.E_LEARNING, Jalur.BELAJAR_MANDIRI),
    *(Jalur.KOMUNITAS_BELAJAR, Jalur.BIMBINGAN_DI_TEMPAT_KERJA, Jalur.MAGANG, Jalur.DETASERING),
    *(Jalur.PATOK_BANDING, Jalur.PERTUKARAN, Jalur.OUTBOND, Jalur.NONKLASIKAL_LAIN),
)
JALUR: Final = {
    JenisPelatihan.FORMAL.value: tuple(one.value for one in FORMAL),
    JenisPelatihan.INFORMAL.value: tuple(one.value for one in INFORMAL),
}
