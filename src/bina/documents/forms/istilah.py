"""The closed lists of the forms. Values as in the glossary, `cetak` as on paper."""

from enum import StrEnum


class Istilah(StrEnum):
    @property
    def cetak(self) -> str:
        return self.value.replace("_", " ").title()


class Kelompok(Istilah):
    """Whose form it is: it decides the columns and the penilai's fifth row."""

    JPT = "jpt"
    JA_JF = "ja_jf"

    @property
    def cetak(self) -> str:
        if self is Kelompok.JPT:
            return "PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI"
        return "PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL"


class Pendekatan(Istilah):
    KUANTITATIF = "kuantitatif"
    KUALITATIF = "kualitatif"


class Aspek(Istilah):
    KUANTITAS = "kuantitas"
    KUALITAS = "kualitas"
    WAKTU = "waktu"
    BIAYA = "biaya"


class Perspektif(Istilah):
    PENERIMA_LAYANAN = "penerima_layanan"
    PROSES_BISNIS = "proses_bisnis"
    PENGUATAN_INTERNAL = "penguatan_internal"
    ANGGARAN = "anggaran"


class CapaianOrganisasi(Istilah):
    ISTIMEWA = "istimewa"
    BAIK = "baik"
    BUTUH_PERBAIKAN = "butuh_perbaikan"
    KURANG = "kurang"
    SANGAT_KURANG = "sangat_kurang"

    @property
    def cetak(self) -> str:
        return self.value.replace("_", " ").upper()


class Rating(Istilah):
    DI_ATAS = "di_atas"
    SESUAI = "sesuai"
    DI_BAWAH = "di_bawah"

    @property
    def cetak(self) -> str:
        return f"{self.value.replace('_', ' ').upper()} EKSPEKTASI"


class Predikat(Istilah):
    SANGAT_BAIK = "sangat_baik"
    BAIK = "baik"
    BUTUH_PERBAIKAN = "butuh_perbaikan"
    KURANG = "kurang"
    SANGAT_KURANG = "sangat_kurang"

    @property
    def cetak(self) -> str:
        if self is Predikat.KURANG:
            return "KURANG/MISCONDUCT"
        return self.value.replace("_", " ").upper()


class PeriodeEvaluasi(Istilah):
    """What an evaluation covers: the form prints TRIWULAN I/II/III/IV-AKHIR.

    The months are there because a periodic evaluation may be monthly too; how the
    form names one is not found [inference].
    """

    TRIWULAN_I = "triwulan_i"
    TRIWULAN_II = "triwulan_ii"
    TRIWULAN_III = "triwulan_iii"
    TRIWULAN_IV = "triwulan_iv"
    AKHIR = "akhir"
    JANUARI = "bulan_januari"
    FEBRUARI = "bulan_februari"
    MARET = "bulan_maret"
    APRIL = "bulan_april"
    MEI = "bulan_mei"
    JUNI = "bulan_juni"
    JULI = "bulan_juli"
    AGUSTUS = "bulan_agustus"
    SEPTEMBER = "bulan_september"
    OKTOBER = "bulan_oktober"
    NOVEMBER = "bulan_november"
    DESEMBER = "bulan_desember"

    @property
    def cetak(self) -> str:
        return self.value.replace("_", " ").upper()


class Keadaan(Istilah):
    """How far the record is. Paper outlives the screen, so the paper says it too."""

    DRAF = "draf"
    BELUM_DITETAPKAN = "belum_ditetapkan"
    DITETAPKAN = "ditetapkan"
    BATAL = "batal"
