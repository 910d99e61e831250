"""What both signed, how many a mentor has, and what is sealed: the database keeps it too."""

from django.db import migrations

from bina.core.constraints import RefuseWhen
from bina.guidance.guards import LockedWhenSigned

SIGNED = "EXISTS (SELECT 1 FROM guidance_sesi AS s WHERE s.id = {old}.sesi_id AND s.status = 'ditandatangani')"
FULL = """SELECT 1 WHERE NEW.status IN ('berjalan', 'laporan')
    AND (SELECT count(*) FROM guidance_mentoring AS lain WHERE lain.mentor_id = NEW.mentor_id
         AND lain.status IN ('berjalan', 'laporan') AND lain.id <> NEW.id)
        >= (SELECT kapasitas FROM guidance_mentor AS m WHERE m.orang_id = NEW.mentor_id)"""
# A case that goes on with its mentor takes no new place, whatever became of the capacity.
NEWLY = """ AND (OLD.status NOT IN ('berjalan', 'laporan') OR OLD.mentor_id <> NEW.mentor_id)"""
UNSIGNED_LOG = """SELECT 1 WHERE NEW.status = 'diparaf'
    AND (SELECT count(*) FROM guidance_parafmentoring AS p
         WHERE p.log_id = NEW.id AND p.gugur_pada IS NULL) < 2"""
UNSIGNED_REPORT = """SELECT 1 WHERE NEW.status IN ('menunggu_pimpinan', 'selesai') AND NOT EXISTS (
    SELECT 1 FROM guidance_laporanmentoring AS l WHERE l.mentoring_id = NEW.id
    AND l.pegawai_pada IS NOT NULL AND l.mentor_pada IS NOT NULL
    AND (NEW.status = 'menunggu_pimpinan' OR l.pimpinan_pada IS NOT NULL))"""
SIGNED_REPORT = """{old}.pegawai_pada IS NOT NULL AND {old}.mentor_pada IS NOT NULL
    AND ({old}.pimpinan_pada IS NOT NULL OR {new}.pegawai_pada IS NULL OR {new}.mentor_pada IS NULL
    OR {old}.ringkasan <> {new}.ringkasan OR {old}.pengetahuan <> {new}.pengetahuan
    OR {old}.rekomendasi <> {new}.rekomendasi OR {old}.mentor_id <> {new}.mentor_id)"""


class Migration(migrations.Migration):
    dependencies = [("guidance", "0001_tables")]
    replaces = [("guidance", "0002_locked_when_signed"), ("guidance", "0004_mentoring_guards")]

    operations = [
        LockedWhenSigned("sesi", when="{old}.status = 'ditandatangani'"),
        LockedWhenSigned(
            "catatan",
            when=SIGNED + " AND ({old}.pembaca <> 'saya' OR {new}.pembaca <> 'saya')",
        ),
        LockedWhenSigned(
            "tindakan",
            when=SIGNED
            + " AND ({old}.uraian <> {new}.uraian OR {old}.oleh_id <> {new}.oleh_id"
            + " OR {old}.tenggat <> {new}.tenggat OR {old}.sesi_id <> {new}.sesi_id)",
        ),
        LockedWhenSigned(
            "penyesuaian",
            when=SIGNED
            + " AND ({old}.indikator_kunci <> {new}.indikator_kunci"
            + " OR {old}.semula <> {new}.semula OR {old}.menjadi <> {new}.menjadi"
            + " OR {old}.alasan <> {new}.alasan)",
        ),
        LockedWhenSigned(
            "tandatangan",
            when=SIGNED + " OR {old}.sidik <> {new}.sidik OR {old}.oleh_id <> {new}.oleh_id",
        ),
        RefuseWhen(
            "mentoring", name="mentor_melebihi_kapasitas_baru", found=FULL, acts=("INSERT",)
        ),
        RefuseWhen(
            "mentoring", name="mentor_melebihi_kapasitas", found=FULL + NEWLY, acts=("UPDATE",)
        ),
        RefuseWhen("mentoring", name="laporan_mentoring_tanpa_dua_nama", found=UNSIGNED_REPORT),
        RefuseWhen("logmentoring", name="log_mentoring_tanpa_dua_paraf", found=UNSIGNED_LOG),
        LockedWhenSigned("logmentoring", when="{old}.status = 'diparaf'"),
        LockedWhenSigned("laporanmentoring", when=SIGNED_REPORT),
        LockedWhenSigned(
            "capaianukuran",
            when="EXISTS (SELECT 1 FROM guidance_laporanmentoring AS l WHERE l.id = {old}.laporan_id"
            " AND l.pegawai_pada IS NOT NULL AND l.mentor_pada IS NOT NULL)",
        ),
        LockedWhenSigned(
            "parafmentoring",
            when="{old}.sidik <> {new}.sidik OR {old}.oleh_id <> {new}.oleh_id OR EXISTS ("
            "SELECT 1 FROM guidance_logmentoring AS l"
            " WHERE l.id = {old}.log_id AND l.status = 'diparaf')",
        ),
        RefuseWhen(
            "tekstersegel", name="teks_tersegel_tidak_diubah", found="SELECT 1", acts=("UPDATE",)
        ),
    ]
