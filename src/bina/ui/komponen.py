"""What the component page shows: invented people of the design's regency, in every state."""

from datetime import UTC, date, datetime
from typing import Any, Final

from django import forms
from django.http import HttpRequest

from bina.ui import paging
from bina.ui.forms import Cards, DateInput, DecimalField

TODAY: Final = date(2026, 10, 7)
BADGES: Final = (
    "draf",
    "diajukan",
    "dijadwalkan",
    "ditetapkan",
    "ditandatangani",
    "selesai",
    "dikembalikan",
    "menunggu_persetujuan",
    "terlambat",
    "ditolak",
    "dibatalkan",
)
PEOPLE: Final = (
    {"nama": "Hana Iswahyudi", "kemajuan": 82, "jp": 22, "status": "ditetapkan"},
    {"nama": "Jati Hutapea", "kemajuan": 48, "jp": 6, "status": "ditetapkan"},
)
COMPETENCIES: Final = (
    ("Integritas", 3, 3, "Sesuai standar"),
    ("Orientasi pada hasil", 2, 3, "Kesenjangan rendah, 1 tingkat"),
    ("Kerja sama", 4, 3, "Di atas standar"),
)


class Example(forms.Form):
    """Every kind of field, with and without an error."""

    nama = forms.CharField(
        label="Nama kegiatan", help_text="Singkat, seperti Anda menyebutnya sehari-hari."
    )
    target = DecimalField(
        label="Target", error_messages={"invalid": "Tulis dengan angka, misalnya 36."}
    )
    satuan = forms.ChoiceField(
        label="Satuan",
        choices=[("", "Pilih satuan"), ("sesi", "sesi"), ("orang", "orang")],
        error_messages={"required": "Pilih satuan target."},
    )
    tenggat = forms.DateField(label="Tenggat", widget=DateInput)
    penyebab = forms.CharField(
        label="Penyebab", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    berkas = forms.FileField(
        label="Bukti dukung", help_text="PDF atau gambar, paling besar 10 MB.", required=False
    )
    salinan = forms.BooleanField(label="Kirim salinan ke email saya", required=False)
    pembaca = forms.ChoiceField(
        label="Siapa yang membaca umpan balik ini?",
        choices=[("saya", "Salimah saja"), ("penilai", "Salimah dan penilainya")],
        widget=Cards(
            notes={
                "saya": "Penilai tidak melihatnya",
                "penilai": "Dipakai sebagai bahan dialog dan penilaian",
            }
        ),
    )


def _form() -> Example:
    return Example(
        {
            "nama": "Kelas ibu hamil",
            "target": "tiga enam",
            "tenggat": "2026-10-31",
            "salinan": "on",
            "pembaca": "penilai",
        }
    )


LANGKAH: Final = (
    {"label": "Disusun", "keadaan": "sudah"},
    {"label": "Diajukan", "keadaan": "sudah"},
    {"label": "Ditetapkan", "keadaan": "kini"},
    {"label": "Dinilai", "keadaan": "nanti"},
)
TANDA_TANGAN: Final = (
    {"nama": "Ana Pranowo", "pada": datetime(2026, 10, 5, 9, 4, tzinfo=UTC)},
    {"nama": "Salimah Yulianti", "pada": None, "tenggat": date(2026, 10, 12)},
)
WAKTU: Final = (
    {"pada": "15 Oktober 2026", "status": "draf", "judul": "Evaluasi Triwulan III", "nanti": True},
    {"bulan": "September 2026"},
    {
        "pada": "2 September",
        "status": "selesai",
        "judul": "Dialog kinerja",
        "isi": "Dua topik, tiga tindakan.",
    },
)
SEBARAN: Final = {
    "kini": {"sangat_baik": 3, "baik": 10, "butuh_perbaikan": 2},
    "semula": {"sangat_baik": 3, "baik": 12},
    "batas": {"baik": 70},
    "sedikit": [{"predikat": ["butuh_perbaikan", "kurang"], "orang": 1}],
}


def context(request: HttpRequest) -> dict[str, Any]:
    saring = [("", "Semua", 15), ("perlu", "Perlu perhatian", 5)]
    return {
        "judul": "Komponen",
        "hari_ini": TODAY,
        "form": _form(),
        "badges": BADGES,
        "orang": PEOPLE,
        "kompetensi": COMPETENCIES,
        "saring": paging.filters(request, "saring", saring),
        "halaman": paging.paginate(request, range(60), size=25, total=60),
        "langkah": LANGKAH,
        "tanda_tangan": TANDA_TANGAN,
        "waktu": WAKTU,
        "umpan_balik": {"oleh": "Latika Maryati", "pada": date(2026, 9, 22)},
        "tugas_meta": ["Sebelum 10 Oktober 2026", "Tentang posyandu"],
        "terlambat_meta": ["Tenggat 5 Oktober 2026", "4 hasil kerja"],
        **SEBARAN,
    }
