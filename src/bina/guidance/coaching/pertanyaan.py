"""The bank of questions by the phases of GROW (Whitmore), as LAN's leadership training names
them: what Bina brings, and what the agency adds.

All are open questions: a coach asks and draws out, and does not teach (kompetensi.md 5.1).
"""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from bina.guidance.models import Bagian, PertanyaanCoaching

BAWAAN: Final[dict[str, tuple[Any, ...]]] = {
    Bagian.TUJUAN: (
        _("Apa yang ingin Anda bawa pulang dari percakapan ini?"),
        _("Seperti apa hasilnya bila ini berjalan baik?"),
        _("Dari apa Anda tahu bahwa tujuan itu tercapai?"),
        _("Mengapa ini penting bagi Anda, dan bagi yang Anda layani?"),
        _("Bagian mana yang ada dalam kendali Anda?"),
        _("Kapan Anda ingin sampai di sana?"),
    ),
    Bagian.KENYATAAN: (
        _("Apa yang terjadi sekarang? Ceritakan kejadian terakhir."),
        _("Apa yang sudah Anda coba, dan apa hasilnya?"),
        _("Di tahap mana pekerjaan ini biasanya tersendat?"),
        _("Apa yang sudah berjalan baik dan perlu dipertahankan?"),
        _("Siapa lagi yang terlibat, dan apa yang mereka lihat?"),
        _("Dari satu sampai sepuluh, di mana Anda sekarang? Mengapa bukan lebih rendah?"),
    ),
    Bagian.PILIHAN: (
        _("Apa saja yang bisa Anda lakukan? Apa lagi?"),
        _("Apa yang akan Anda coba bila waktu dan sarana bukan masalah?"),
        _("Apa yang dilakukan orang lain yang berhasil dalam hal ini?"),
        _("Apa untung dan ruginya setiap pilihan?"),
        _("Bagian mana yang bisa dihentikan atau disederhanakan?"),
        _("Pilihan mana yang paling menarik bagi Anda?"),
    ),
    Bagian.KOMITMEN: (
        _("Apa yang akan Anda lakukan, dan kapan mulai?"),
        _("Langkah pertama apa yang bisa selesai minggu ini?"),
        _("Apa yang mungkin menghalangi, dan bagaimana Anda menyiasatinya?"),
        _("Dukungan apa yang Anda perlukan, dan dari siapa?"),
        _("Dari satu sampai sepuluh, seberapa yakin Anda? Apa yang menaikkannya satu angka?"),
        _("Bagaimana dan kapan kita akan tahu bahwa ini sudah dilakukan?"),
    ),
}


def offered(instansi_id: int | None) -> dict[str, list[Any]]:
    """Every phase with its questions, the agency's own after Bina's (one query)."""
    found = {str(bagian): list(given) for bagian, given in BAWAAN.items()}
    for one in PertanyaanCoaching.objects.offered_in(instansi_id):
        found[one.bagian].append(one.isi)
    return found
