"""The same guards, compared in half the time: a first staff file writes 100,000 rows of each.

And one index less over its checked lines, whose unique key begins with the same column.
"""

import django.db.models.deletion
from django.db import migrations, models

from bina.core.constraints import NoOverlap
from bina.core.lifting import Lift

PLACES = {
    "name": "penempatan_satu_definitif_sehari",
    "keys": ["orang_id"],
    "where": "{row}jenis = 'definitif'",
}
SUPERIORS = {"name": "atasan_satu_sehari", "keys": ["pegawai_id", "sumber"]}
# A correction and a file are the two sources: an odd and an even number.
EACH_SOURCE = "pegawai_id * 2 + (CASE WHEN sumber = 'koreksi' THEN 1 ELSE 0 END)"


class Migration(migrations.Migration):
    dependencies = [("people", "0003_kedudukan_sejak")]

    operations = [
        Lift(NoOverlap("penempatan", **PLACES)),
        NoOverlap("penempatan", **PLACES, number="orang_id"),
        Lift(NoOverlap("atasan", **SUPERIORS)),
        NoOverlap("atasan", **SUPERIORS, number=EACH_SOURCE),
        migrations.AlterField(
            model_name="barisimpor",
            name="impor",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="baris",
                to="people.impor",
            ),
        ),
    ]
