"""What is said about a line: what is wrong, and what to do about it.

Stored in Indonesian with its code and its values, so that a page in another language says the
same from the catalogue.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

Said = dict[str, Any]

# code: (what is wrong, what to do)
REFUSALS: Mapping[str, tuple[str, str]] = {
    "nip_kosong": (_("NIP kosong."), _("Isi NIP sesuai SK.")),
    "nip_rusak": (
        _("NIP rusak oleh program lembar kerja."),
        _("Ubah kolom menjadi teks, tulis ulang NIP."),
    ),
    "nip_kurang": (_("NIP hanya %(n)s angka."), _("Lengkapi menjadi 18 angka sesuai SK.")),
    "nip_lebih": (_("NIP berisi %(n)s angka."), _("Tulis 18 angka sesuai SK.")),
    "nip_salah": (
        _("NIP tidak sah."),
        _("Periksa tanggal lahir, TMT, dan jenis kelamin di dalam NIP sesuai SK."),
    ),
    "nip_ganda": (
        _("NIP yang sama ada di baris %(baris)s."),
        _("Periksa siapa pemilik NIP ini."),
    ),
    "nip_instansi_lain": (
        _("NIP ini tercatat di luar instansi Anda."),
        _("Minta administrator memindahkan pegawai ini dahulu."),
    ),
    "nama_kosong": (_("Nama kosong."), _("Isi nama sesuai SK.")),
    "terlalu_panjang": (
        _("%(label)s lebih dari %(n)s huruf."),
        _("Singkatkan isi kolom ini."),
    ),
    "tanggal_mustahil": (
        _("%(label)s tidak ada di kalender."),
        _("Perbaiki %(label_kecil)s."),
    ),
    "tanggal_tak_terbaca": (
        _("%(label)s tidak terbaca sebagai tanggal."),
        _("Tulis seperti 17-08-1979."),
    ),
    "bilangan_salah": (
        _("%(label)s bukan bilangan yang wajar."),
        _("Tulis tahun dengan empat angka, atau kosongkan."),
    ),
    "kelamin_salah": (_("Jenis kelamin %(isi)s tidak dikenal."), _("Isi L atau P.")),
    "jenis_pegawai_salah": (
        _("Jenis pegawai bukan PNS atau PPPK."),
        _("Pegawai lain dicatat sebagai orang, bukan lewat impor ini."),
    ),
    "jenis_jabatan_kosong": (
        _("Jenis jabatan kosong."),
        _("Isi STRUKTURAL, FUNGSIONAL, atau PELAKSANA."),
    ),
    "jenis_jabatan_salah": (
        _("Jenis jabatan %(isi)s tidak dikenal."),
        _("Isi STRUKTURAL, FUNGSIONAL, atau PELAKSANA."),
    ),
    "jabatan_kosong": (_("Nama jabatan kosong."), _("Isi nama jabatan sesuai SK.")),
    "unit_kosong": (_("Kode unit kosong."), _("Isi kode unit dari daftar unit.")),
    "unit_tak_dikenal": (_("Unit tidak dikenal."), _("Pilih kode unit dari daftar unit.")),
    "email_salah": (
        _("Ini bukan alamat email."),
        _("Perbaiki, atau kosongkan bila tidak ada."),
    ),
    "email_ganda": (
        _("Alamat email yang sama ada di baris %(baris)s."),
        _("Beri setiap orang alamat emailnya sendiri."),
    ),
    "email_terpakai": (
        _("Alamat email ini sudah dipakai orang lain."),
        _("Tulis alamat email pegawai ini sendiri, atau kosongkan."),
    ),
    "kedudukan_kosong": (
        _("Kedudukan hukum kosong."),
        _("Isi kedudukan hukumnya, misalnya Aktif."),
    ),
    "kontrak_terbalik": (
        _("Akhir kontrak sebelum awal kontrak."),
        _("Periksa TMT kontrak dan akhir kontrak."),
    ),
    "atasan_diri": (
        _("Atasannya adalah dirinya sendiri."),
        _("Isi NIP atasan yang sebenarnya."),
    ),
    "atasan_rusak": (
        _("NIP atasan rusak oleh program lembar kerja."),
        _("Ubah kolom menjadi teks, tulis ulang NIP atasan."),
    ),
    "atasan_tak_dikenal": (
        _("NIP atasan tidak dikenal."),
        _("Impor dulu atasannya, atau perbaiki NIP."),
    ),
    "atasan_bukan_aktif": (
        _("NIP atasan bukan pegawai aktif."),
        _("Isi NIP atasan penggantinya."),
    ),
    "atasan_ditolak": (
        _("Atasannya belum ada di Bina, dan barisnya (%(baris)s) ditolak."),
        _("Perbaiki dulu baris %(baris)s, lalu unggah lagi keduanya."),
    ),
    "atasan_saling": (
        _("Saling menjadi atasan dengan baris %(baris)s."),
        _("Tetapkan salah satu sebagai atasan."),
    ),
    "atasan_melingkar": (
        _("Rantai atasan kembali ke dirinya sendiri lewat %(lewat)s."),
        _("Perbaiki NIP atasan di salah satu baris itu."),
    ),
    "kode_kosong": (_("Kode unit kosong."), _("Isi kode unit.")),
    "kode_ganda": (
        _("Kode unit yang sama ada di baris %(baris)s."),
        _("Beri setiap unit kodenya sendiri."),
    ),
    "nama_unit_kosong": (_("Nama unit kosong."), _("Isi nama unit.")),
    "induk_diri": (
        _("Unit atasannya adalah dirinya sendiri."),
        _("Isi kode unit di atasnya, atau kosongkan untuk unit puncak."),
    ),
    "induk_tak_dikenal": (
        _("Unit atasan tidak dikenal."),
        _("Tambahkan unit itu ke berkas, atau perbaiki kodenya."),
    ),
    "induk_ditolak": (
        _("Unit atasannya belum ada di Bina, dan barisnya (%(baris)s) ditolak."),
        _("Perbaiki dulu baris %(baris)s, lalu unggah lagi keduanya."),
    ),
    "induk_melingkar": (
        _("Susunan unit kembali ke dirinya sendiri lewat %(lewat)s."),
        _("Perbaiki unit atasan di salah satu baris itu."),
    ),
}

# code: (what stands out, what becomes of it)
WARNINGS: Mapping[str, tuple[str, str]] = {
    "lahir_beda_nip": (
        _("Berbeda dengan tanggal di NIP."),
        _("Tanggal dari berkas yang disimpan."),
    ),
    "lahir_kosong": (
        _("Tanggal lahir kosong."),
        _("Tanggal di NIP yang disimpan."),
    ),
    "kelamin_beda_nip": (
        _("Jenis kelamin berbeda dengan NIP."),
        _("Isi berkas yang disimpan."),
    ),
    "jenis_beda_nip": (_("Jenis pegawai berbeda dengan NIP."), _("Isi berkas yang disimpan.")),
    "nama_unit_beda": (
        _("Nama unit di berkas berbeda dengan unit %(isi)s: %(nama)s."),
        _("Kode unit yang dipakai."),
    ),
    "atasan_beda_pohon": (
        _("Atasan di berkas berbeda dengan pimpinan unit, %(nama)s."),
        _("Atasan dari berkas yang berlaku."),
    ),
    "atasan_tidak_aktif": (
        _("Atasannya tidak aktif."),
        _("Isi NIP atasan penggantinya bila sudah ada."),
    ),
    "nama_rumus": (
        _("Rumus dibaca sebagai huruf biasa."),
        _("Periksa apakah ini memang nama."),
    ),
    "nama_kode": (_("Kode dibaca sebagai huruf biasa."), _("Periksa apakah ini memang nama.")),
    "kontrak_kosong": (
        _("Pegawai PPPK tanpa tanggal kontrak."),
        _("Lengkapi TMT kontrak dan akhir kontrak."),
    ),
    "kedudukan_tak_dikenal": (
        _("Kedudukan hukum %(isi)s tidak dikenal."),
        _("Pegawai ini dianggap tidak aktif. Periksa tulisannya."),
    ),
    "tanpa_pimpinan": (
        _("Unit tanpa jabatan pimpinan."),
        _("Atasan dicari di unit di atasnya."),
    ),
}
KOSONG = _("(kosong)")


def refusal(kode: str, kolom: str, tertulis: str, **isi: Any) -> Said:
    """A reason why a line is refused; `tertulis` is what stands in the file."""
    return _said(REFUSALS[kode], kode, kolom, tertulis, isi)


def warning(kode: str, kolom: str, tertulis: str, **isi: Any) -> Said:
    return _said(WARNINGS[kode], kode, kolom, tertulis, isi)


def _said(words: tuple[str, str], kode: str, kolom: str, tertulis: str, isi: Any) -> Said:
    said = {"kode": kode, "kolom": kolom, "tertulis": tertulis}
    if isi:
        said["isi"] = isi
    apa, perbaikan = (one % isi if isi else one for one in words)
    return {**said, "apa": apa, "perbaikan": perbaikan}


def spoken(said: Said) -> Said:
    """The same in the language of the page."""
    words = REFUSALS.get(said["kode"]) or WARNINGS.get(said["kode"])
    if words is None:
        return said
    isi = _translated(said.get("isi"))
    apa, perbaikan = (gettext(one) % isi if isi else gettext(one) for one in words)
    return {**said, "apa": apa, "perbaikan": perbaikan}


def _translated(isi: dict[str, Any] | None) -> dict[str, Any] | None:
    """Names of columns stand in sentences in the language of the sentence."""
    if not isi or "label" not in isi:
        return isi
    known: str = isi["label"]
    label = gettext(known)
    return {**isi, "label": label, "label_kecil": small(label)}


def small(label: str) -> str:
    """A column's name inside a sentence."""
    return label if label.startswith("TMT") else label[0].lower() + label[1:]


def sentence(said: Said) -> str:
    return f"{said['apa']} {said['perbaikan']}"


def spoken_word(word: str) -> str:
    return gettext(word)
