"""One definitive placement, one recorded superior and one office of a kind on any day."""

from django.db import migrations

from bina.core.constraints import NoOverlap


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [
        NoOverlap(
            "penempatan",
            name="penempatan_satu_definitif_sehari",
            keys=["orang_id"],
            where="{row}jenis = 'definitif'",
        ),
        NoOverlap("atasan", name="atasan_satu_sehari", keys=["pegawai_id", "sumber"]),
        NoOverlap("kantor", name="kantor_sekali_sehari", keys=["orang_id", "peran", "unit_id"]),
    ]
