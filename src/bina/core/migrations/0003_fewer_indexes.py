"""An index whose first column another index has too only costs time in writing."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("core", "0002_jejak_append_only"),
    ]

    # By name: SQLite would rebuild the table for AlterField and lose its triggers.
    operations = [
        migrations.SeparateDatabaseAndState(
            [
                migrations.RunSQL(
                    "DROP INDEX IF EXISTS core_jejak_tentang_id_e0edfcb6",
                    "CREATE INDEX core_jejak_tentang_id_e0edfcb6 ON core_jejak (tentang_id)",
                ),
            ],
            [
                migrations.AlterField(
                    "jejak",
                    "tentang",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        db_index=False,
                    ),
                ),
            ],
        )
    ]
