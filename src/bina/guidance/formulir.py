"""From a session to the Format Pelaksanaan Coaching (PermenPANRB 6/2022, Lampiran)."""

from datetime import date, datetime

from django.utils import timezone

from bina.accounts.models import Orang
from bina.documents.door import (
    JenisMasalah,
    Keadaan,
    Kelompok,
    Kepala,
    Masalah,
    Pelaksana,
    PelaksanaanCoaching,
    Pengesahan,
    PenyesuaianEkspektasi,
    Periode,
    TindakLanjut,
)
from bina.guidance.models import Coaching, Penyesuaian, Sesi
from bina.guidance.workflow import StatusSesi
from bina.planning import door as planning
from bina.ui.tulisan import angka


def form_of(sesi: Sesi) -> PelaksanaanCoaching:
    """The form of a session that has its date. Notes are not printed: the form has no place
    for them, and what is private never leaves its writer."""
    assert sesi.mulai is not None, "a session is printed once it has its date"
    coaching, day = sesi.coaching, timezone.localdate(sesi.mulai)
    kepala, tempat = _head(coaching, sesi.penilai, day)
    return PelaksanaanCoaching(
        kepala=kepala,
        pengesahan=_pengesahan(sesi, tempat),
        pelaksana=Pelaksana(
            planning.party(sesi.coach, on=day),
            pihak_lain=sesi.surat_tugas != "",
            surat_tugas=sesi.surat_tugas or None,
        ),
        tanggal=day,
        tempat=sesi.tempat,
        sesi_ke=sesi.ke,
        rhk=(coaching.hasil_judul or coaching.topik,),
        progres_strategi=sesi.pra_progres,
        masalah=_problems(sesi),
        penyebab=sesi.pra_penyebab,
        alternatif_solusi=tuple(lines(sesi.alternatif or sesi.pra_alternatif)),
        tindak_lanjut=tuple(
            TindakLanjut(f"{one.uraian} ({one.oleh.nama_lengkap})", one.tenggat)
            for one in sesi.tindakan.select_related("oleh")
        ),
        penyesuaian=_adjustment(sesi),
    )


def lines(text: str) -> list[str]:
    """One alternative a line, as it was typed."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def amount(value: object, satuan: str) -> str:
    joint = "" if satuan == "%" else " "
    return f"{angka(value)}{joint}{satuan}".strip()


def _head(coaching: Coaching, penilai: Orang, day: date) -> tuple[Kepala, str]:
    if coaching.skp_id is not None:
        parts = planning.form_parts(coaching.skp_id, on=day)
        return parts.kepala, parts.tempat
    instansi = coaching.pegawai.instansi.nama
    year = Periode(date(day.year, 1, 1), date(day.year, 12, 31))
    kepala = Kepala(
        instansi=instansi.upper(),
        periode=year,
        kelompok=Kelompok.JA_JF,
        pegawai=planning.party(coaching.pegawai.orang, on=day),
        penilai=planning.party(penilai, on=day),
    )
    return kepala, instansi


def _pengesahan(sesi: Sesi, tempat: str) -> Pengesahan:
    if sesi.status not in {StatusSesi.MENUNGGU, StatusSesi.DITANDATANGANI}:
        return Pengesahan(Keadaan.DRAF, tempat)
    pegawai, coach = _local(sesi.pegawai_pada), _local(sesi.coach_pada)
    if pegawai is None or coach is None:
        return Pengesahan(
            Keadaan.BELUM_DITETAPKAN, tempat, pegawai_pada=pegawai, penilai_pada=coach
        )
    return Pengesahan(
        Keadaan.DITETAPKAN,
        tempat,
        max(pegawai, coach).date(),
        pegawai_pada=pegawai,
        penilai_pada=coach,
    )


def _local(moment: datetime | None) -> datetime | None:
    return timezone.localtime(moment) if moment else None


def _problems(sesi: Sesi) -> tuple[Masalah, ...]:
    """What the report says, completed in the session as to method, process and quality."""
    written = [
        (JenisMasalah(sesi.pra_jenis or "proses"), sesi.pra_masalah),
        (JenisMasalah.METODE, sesi.masalah_metode),
        (JenisMasalah.PROSES, sesi.masalah_proses),
        (JenisMasalah.KUALITAS, sesi.masalah_kualitas),
    ]
    once = dict.fromkeys(one for one in written if one[1])
    return tuple(Masalah(jenis, uraian) for jenis, uraian in once)


def _adjustment(sesi: Sesi) -> tuple[PenyesuaianEkspektasi, ...]:
    one = Penyesuaian.objects.filter(sesi=sesi).first()
    if one is None:
        return ()
    return (
        PenyesuaianEkspektasi(
            item=one.indikator_uraian,
            semula=amount(one.semula, one.satuan),
            menjadi=f"{amount(one.menjadi, one.satuan)} (usul, diputus pimpinan)",
            alasan=one.alasan,
        ),
    )
