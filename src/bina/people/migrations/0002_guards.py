"""One definitive placement, superior and office of a kind a day; what always holds of a team."""

from django.db import migrations

from bina.core.constraints import NoOverlap, RefuseWhen

OUTSIDE = """SELECT 1 FROM people_timkerja AS t WHERE t.id = NEW.tim_id AND (NEW.mulai < t.mulai
    OR NEW.mulai > t.selesai OR NEW.selesai > t.selesai)"""
OF_ANOTHER_AGENCY = """SELECT 1 FROM people_timkerja AS t JOIN accounts_orang AS o
    ON o.id = NEW.orang_id WHERE t.id = NEW.tim_id
    AND (o.instansi_id IS NULL OR o.instansi_id <> t.instansi_id)"""
LEFT_OUT = " UNION ALL ".join(
    f"""SELECT 1 FROM people_{name} AS a WHERE a.tim_id = NEW.id AND (a.mulai < NEW.mulai
    OR a.mulai > NEW.selesai OR a.selesai > NEW.selesai)"""  # noqa: S608
    for name in ("ketuatim", "anggotatim")
)
UNIT_ELSEWHERE = """SELECT 1 FROM people_unit AS u
    WHERE u.id = NEW.unit_id AND u.instansi_id <> NEW.instansi_id"""


class Migration(migrations.Migration):
    dependencies = [("people", "0001_tables")]
    replaces = [("people", "0002_no_overlap"), ("people", "0005_team_guards")]

    operations = [
        NoOverlap(
            "penempatan",
            name="penempatan_satu_definitif_sehari",
            keys=["orang_id"],
            where="{row}jenis = 'definitif'",
        ),
        NoOverlap("atasan", name="atasan_satu_sehari", keys=["pegawai_id", "sumber"]),
        NoOverlap("kantor", name="kantor_sekali_sehari", keys=["orang_id", "peran", "unit_id"]),
        NoOverlap("timkerja", name="tim_kerja_satu_nama_sehari", keys=["instansi_id", "nama"]),
        NoOverlap("ketuatim", name="ketua_tim_satu_sehari", keys=["tim_id"]),
        NoOverlap("anggotatim", name="anggota_tim_sekali_sehari", keys=["tim_id", "orang_id"]),
        RefuseWhen("ketuatim", name="ketua_tim_dalam_masa_tim", found=OUTSIDE),
        RefuseWhen("anggotatim", name="anggota_tim_dalam_masa_tim", found=OUTSIDE),
        RefuseWhen(
            "ketuatim", name="ketua_tim_seinstansi", found=OF_ANOTHER_AGENCY, acts=("INSERT",)
        ),
        RefuseWhen(
            "anggotatim", name="anggota_tim_seinstansi", found=OF_ANOTHER_AGENCY, acts=("INSERT",)
        ),
        RefuseWhen("timkerja", name="tim_kerja_memuat_orangnya", found=LEFT_OUT, acts=("UPDATE",)),
        RefuseWhen("timkerja", name="tim_kerja_unit_seinstansi", found=UNIT_ELSEWHERE),
    ]
