"""The jalur of competency development (Peraturan LAN 10/2018 Pasal 25 to 27)."""

from enum import StrEnum


class Jalur(StrEnum):
    TUGAS_BELAJAR = "tugas_belajar"
    TUGAS_BELAJAR_MANDIRI = "tugas_belajar_mandiri"
    PELATIHAN_STRUKTURAL = "pelatihan_struktural"
    PELATIHAN_MANAJERIAL = "pelatihan_manajerial"
    PELATIHAN_TEKNIS = "pelatihan_teknis"
    PELATIHAN_FUNGSIONAL = "pelatihan_fungsional"
    PELATIHAN_SOSIAL_KULTURAL = "pelatihan_sosial_kultural"
    SEMINAR = "seminar"
    WORKSHOP = "workshop"
    KURSUS = "kursus"
    PENATARAN = "penataran"
    BIMBINGAN_TEKNIS = "bimbingan_teknis"
    SOSIALISASI = "sosialisasi"
    KLASIKAL_LAIN = "klasikal_lain"
    COACHING = "coaching"
    MENTORING = "mentoring"
    E_LEARNING = "e_learning"
    PELATIHAN_JARAK_JAUH = "pelatihan_jarak_jauh"
    DETASERING = "detasering"
    OUTBOND = "outbond"
    PATOK_BANDING = "patok_banding"
    PERTUKARAN = "pertukaran"
    BELAJAR_MANDIRI = "belajar_mandiri"
    KOMUNITAS_BELAJAR = "komunitas_belajar"
    BIMBINGAN_DI_TEMPAT_KERJA = "bimbingan_di_tempat_kerja"
    MAGANG = "magang"
    NONKLASIKAL_LAIN = "nonklasikal_lain"


class Lingkup(StrEnum):
    """Where an activity stands: at home or abroad."""

    NASIONAL = "nasional"
    INTERNASIONAL = "internasional"
