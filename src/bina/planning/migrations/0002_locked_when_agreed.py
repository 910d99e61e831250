"""One plan in force a day for one placement; what an agreed plan holds does not change."""

from django.db import migrations

from bina.core.constraints import NoOverlap
from bina.planning.guards import BY_HASIL, BY_SKP, LockedParts


class Migration(migrations.Migration):
    dependencies = [("planning", "0001_initial")]

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
    ]
