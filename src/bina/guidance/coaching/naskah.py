"""The bounds of secrecy and their limits, in the words both sign (kompetensi.md 4.1, after ICF).

Kept with each agreement as it was signed. A line is a message of the catalogue, so that English
readers have it too; what counts is the Indonesian line.
"""

from django.utils.translation import gettext, gettext_noop, override

from bina.guidance.models import Coaching

PERCAKAPAN = gettext_noop(
    "Isi percakapan hanya untuk pegawai dan coach. Penilai membaca sebuah catatan hanya bila "
    "labelnya begitu, dan pegawai boleh mencabutnya kapan saja."
)
YANG_DILIHAT = gettext_noop(
    "Penilai selalu melihat bahwa coaching berjalan, kehadiran, JP, dan tindakan yang sudah "
    "ditandatangani berdua."
)
JUGA_PENILAI = gettext_noop(
    "Coach juga Pejabat Penilai Kinerja dan sudah menyatakannya. Pegawai boleh meminta coach lain."
)
BATAS = gettext_noop(
    "Kerahasiaan berhenti bila hukum mewajibkan, bila keselamatan jiwa terancam, atau bila "
    "terungkap pelanggaran disiplin atau korupsi yang wajib dilaporkan. Bila mungkin, coach "
    "memberi tahu pegawai lebih dahulu."
)
BERHENTI = gettext_noop(
    "Pegawai dan coach masing-masing boleh berhenti atau meminta coach lain kapan saja, tanpa "
    "harus memberi alasan. Itu bukan kesalahan siapa pun."
)
DI_LUAR = gettext_noop(
    "Masalah kesehatan, psikologis, atau perilaku kerja bukan bahan coaching: coach menyarankan "
    "pihak yang tepat dan tidak menggalinya."
)
SIMPAN = gettext_noop(
    "Catatan disimpan dalam Bina menurut jadwal retensi arsip instansi. Setiap kali dibuka, "
    "jejak mencatat siapa dan kapan, tidak pernah isinya."
)


def bounds(coaching: Coaching) -> str:
    """One bound a line, in Indonesian whatever the language of the page."""
    who = JUGA_PENILAI if coaching.by_pimpinan else YANG_DILIHAT
    with override("id"):
        return "\n".join((PERCAKAPAN, who, BATAS, BERHENTI, DI_LUAR, SIMPAN))


def lines(naskah: str) -> list[str]:
    """In the reader's language, where the catalogue still knows the line."""
    return [gettext(line) for line in naskah.splitlines() if line]
