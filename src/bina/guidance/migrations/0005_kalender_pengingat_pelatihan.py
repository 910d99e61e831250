"""Meetings to come, reminders, training assigned as guidance."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from bina.core.together import CreateTogether


class Migration(migrations.Migration):
    dependencies = [
        ("guidance", "0002_guards"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTogether(
            [
                migrations.CreateModel(
                    name="AlamatKalender",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("sidik", models.CharField(max_length=64, unique=True)),
                        ("ikatan", models.CharField(max_length=64)),
                        ("dibuat", models.DateTimeField()),
                        ("dicabut_pada", models.DateTimeField(null=True)),
                        (
                            "orang",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("dicabut_pada", None)),
                                fields=("orang",),
                                name="alamat_kalender_satu_yang_berlaku",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TemuMentoring",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("mulai", models.DateTimeField()),
                        ("selesai", models.DateTimeField()),
                        ("tempat", models.CharField(max_length=200)),
                        (
                            "status",
                            models.CharField(
                                choices=[("dijadwalkan", "Dijadwalkan"), ("batal", "Dibatalkan")],
                                default="dijadwalkan",
                                max_length=12,
                            ),
                        ),
                        ("dibuat", models.DateTimeField()),
                        (
                            "mentor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "mentoring",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="temu",
                                to="guidance.mentoring",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["mulai", "pk"],
                        "indexes": [
                            models.Index(fields=["mentoring", "status"], name="temu_per_mentoring")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("selesai__gt", models.F("mulai")),
                                    models.Q(("tempat", ""), _negated=True),
                                ),
                                name="temu_mentoring_bertempat_berwaktu",
                            )
                        ],
                    },
                ),
            ]
        )
    ]
