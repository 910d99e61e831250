"""What both signed is locked in the database too."""

from django.db import migrations

from bina.guidance.guards import LockedWhenSigned

SIGNED = "EXISTS (SELECT 1 FROM guidance_sesi AS s WHERE s.id = {old}.sesi_id AND s.status = 'ditandatangani')"


class Migration(migrations.Migration):
    dependencies = [("guidance", "0001_initial")]

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
    ]
