"""The words of triage: each form of guidance with its focus and basis, each reason in full."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from bina.guidance.models import Pilihan
from bina.rules.pembinaan import Alasan


@dataclass(frozen=True, slots=True)
class Bentuk:
    """A form of pembinaan as the comparison page shows it (kompetensi.md 1.3 and 5.1)."""

    kode: str
    nama: Any
    fokus: Any
    jangka: Any
    kualifikasi: Any
    pertimbangan: Any
    hasil: Any


COACHING = Bentuk(
    "coaching",
    _("Coaching"),
    _("Bertanya dan menggali, supaya pegawai menemukan sendiri cara menyelesaikan masalahnya."),
    _("Pendek"),
    _("Coach terlatih bertanya; tidak harus ahli di bidang pegawai."),
    _("Kesenjangan kinerja kecil karena motivasi kurang atau jenuh; kebutuhan karier."),
    _("Motivasi dan gagasan baru dalam bekerja; karier berkembang."),
)
MENTORING = Bentuk(
    "mentoring",
    _("Mentoring"),
    _("Berbagi pengetahuan dan pengalaman dari orang yang sudah menguasai bidangnya."),
    _("Panjang"),
    _("Mentor berpengalaman di bidang yang sama; tidak perlu sertifikat."),
    _("Kesenjangan kinerja besar karena kurang keterampilan atau pengalaman; kebutuhan karier."),
    _("Pengetahuan teknis dan rujukan pengalaman baru."),
)
KONSELING = Bentuk(
    "konseling",
    _("Konseling"),
    _("Mengenali dan mengatasi masalah perilaku kerja, seorang demi seorang dan rahasia."),
    _("Panjang atau pendek"),
    _("Konselor independen, pejabat berfungsi konseling, atau penilai yang terlatih."),
    _("Perilaku menghambat kerja, sudah dibicarakan, dan belum berubah."),
    _("Perilaku kerja berubah dan ekspektasi dapat dipenuhi."),
)
PERBANDINGAN = (COACHING, MENTORING, KONSELING)

# When each choice fits: shown beside the recommendation, as its alternatives.
COCOK_BILA: dict[str, Any] = {
    Pilihan.COACHING: _("Pegawai mampu, tetapi semangat turun atau jenuh."),
    Pilihan.MENTORING: _("Pegawai perlu belajar dari orang yang berpengalaman."),
    Pilihan.PELATIHAN: _("Ada keterampilan tertentu yang belum dikuasai."),
    Pilihan.SESUAIKAN_EKSPEKTASI: _("Penyebabnya sarana, proses, atau beban kerja."),
    Pilihan.EKSPLORASI: _("Penyebabnya belum jelas; bicarakan dulu satu kali."),
    Pilihan.TIDAK_PERLU: _("Tidak ada kesenjangan dan tidak ada kebutuhan karier."),
}

# What follows from a choice that this issue does not carry on inside Bina.
LANJUTAN: dict[str, Any] = {
    Pilihan.MENTORING: _(
        "Pegawai menyusun rencana aksi mentoring; setelah disetujui penilai, ia memilih mentor."
    ),
    Pilihan.PELATIHAN: _(
        "Penilai menugaskan pelatihannya; kebutuhannya menunggu rencana pengembangan kompetensi."
    ),
    Pilihan.SESUAIKAN_EKSPEKTASI: _(
        "Ubah target lewat usul perubahan di halaman SKP, atau perbaiki sarananya."
    ),
    Pilihan.TIDAK_PERLU: _("Tidak ada langkah lagi. Pegawai dapat meminta bimbingan kapan saja."),
}

# The rule's sentences (`rules.pembinaan.KALIMAT`), so that English readers have them too.
ALASAN: dict[str, Any] = {
    Alasan.KESEHATAN: _(
        "Ada masalah kesehatan: rujuk ke tenaga profesional, tanpa mencatat rinciannya."
    ),
    Alasan.PERILAKU_TIDAK_BERUBAH: _(
        "Perilaku menghambat atau dapat menghambat tim atau unit, sudah dikomunikasikan, dan "
        "belum berubah."
    ),
    Alasan.PERILAKU_BELUM_SELESAI: _(
        "Masalah perilaku harus dikomunikasikan lebih dahulu dan hasilnya ditunggu."
    ),
    Alasan.SARANA: _("Penyebabnya sarana, proses, atau beban kerja, bukan pegawai."),
    Alasan.TIDAK_DIKETAHUI: _("Penyebab kesenjangan belum diketahui."),
    Alasan.KARIER_PENGALAMAN: _(
        "Tidak ada kesenjangan kinerja; pengembangan karier membutuhkan pengalaman orang lain."
    ),
    Alasan.KARIER_STRATEGI: _(
        "Tidak ada kesenjangan kinerja; pengembangan karier membutuhkan strategi sendiri."
    ),
    Alasan.TANPA_KEBUTUHAN: _("Tidak ada kesenjangan kinerja dan tidak ada kebutuhan karier."),
    Alasan.KURANG_MAMPU: _(
        "Kesenjangan kinerja karena kurang keterampilan, keahlian, atau pengalaman."
    ),
    Alasan.KURANG_SEMANGAT: _("Kesenjangan kinerja karena motivasi kurang atau kejenuhan."),
    Alasan.TANPA_PENYEBAB: _("Ada kesenjangan kinerja, tetapi penyebabnya belum disebutkan."),
}

KELAS: dict[str, Any] = {
    "tidak_ada": _("tidak ada"),
    "kecil": _("kecil"),
    "sedang": _("sedang"),
    "tinggi": _("tinggi"),
}
