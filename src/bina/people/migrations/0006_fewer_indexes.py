"""An index whose first column another index has too only costs time in writing."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("people", "0005_team_guards"),
    ]

    # By name: SQLite would rebuild the table for AlterField and lose its triggers.
    operations = [
        migrations.SeparateDatabaseAndState(
            [
                migrations.RunSQL(
                    "DROP INDEX IF EXISTS people_penempatan_orang_id_ab05bb65",
                    "CREATE INDEX people_penempatan_orang_id_ab05bb65 ON people_penempatan (orang_id)",
                ),
                migrations.RunSQL(
                    "DROP INDEX IF EXISTS people_penempatan_unit_id_048362da",
                    "CREATE INDEX people_penempatan_unit_id_048362da ON people_penempatan (unit_id)",
                ),
                migrations.RunSQL(
                    "DROP INDEX IF EXISTS people_atasan_atasan_id_98f6829f",
                    "CREATE INDEX people_atasan_atasan_id_98f6829f ON people_atasan (atasan_id)",
                ),
            ],
            [
                migrations.AlterField(
                    "penempatan",
                    "orang",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="penempatan",
                        db_index=False,
                    ),
                ),
                migrations.AlterField(
                    "penempatan",
                    "unit",
                    models.ForeignKey(
                        "people.Unit",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="penempatan",
                        db_index=False,
                    ),
                ),
                migrations.AlterField(
                    "atasan",
                    "atasan",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bawahan_tercatat",
                        db_index=False,
                    ),
                ),
            ],
        )
    ]
