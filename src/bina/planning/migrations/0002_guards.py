"""One plan in force a day for one placement; what an agreed plan or perjanjian holds stays."""

from django.db import migrations

from bina.core.constraints import NoOverlap, RefuseWhen
from bina.planning.guards import (
    BY_HASIL,
    BY_PERJANJIAN,
    BY_SASARAN,
    BY_SKP,
    SUPPORTS_SEVERAL,
    LockedParts,
)


class Migration(migrations.Migration):
    dependencies = [("planning", "0001_tables")]
    replaces = [("planning", "0002_locked_when_agreed")]

    operations = [
        NoOverlap(
            "skp",
            name="skp_satu_yang_berlaku_sehari",
            keys=["penempatan_id"],
            where="{row}status = 'ditetapkan'",
        ),
        LockedParts("hasilkerja", belongs=BY_SKP),
        LockedParts("indikator", belongs=BY_HASIL),
        LockedParts("ekspektasiperilaku", belongs=BY_SKP),
        LockedParts("butirlampiran", belongs=BY_SKP),
        LockedParts("sasaranunit", belongs=BY_PERJANJIAN),
        LockedParts("anggaranunit", belongs=BY_PERJANJIAN),
        LockedParts("indikatorunit", belongs=BY_SASARAN),
        RefuseWhen("hasilkerja", name="hasil_kerja_mendukung_satu", found=SUPPORTS_SEVERAL),
        NoOverlap(
            "penggantipenilai",
            name="pengganti_satu_sehari",
            keys=["penilai_id"],
            where="{row}dicabut_pada IS NULL",
        ),
        RefuseWhen(
            "penggantipenilai",
            name="pengganti_tidak_melingkar",
            found="""SELECT 1 FROM planning_penggantipenilai AS lain
                WHERE lain.penilai_id = NEW.pengganti_id AND lain.pengganti_id = NEW.penilai_id
                AND lain.dicabut_pada IS NULL AND NEW.dicabut_pada IS NULL
                AND lain.mulai <= NEW.selesai AND lain.selesai >= NEW.mulai""",
        ),
    ]
