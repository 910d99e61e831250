"""When and where people meet (ADR 23)."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from bina.core.together import CreateTogether


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0002_guards"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTogether(
            [
                migrations.CreateModel(
                    name="Pertemuan",
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
                        ("kode", models.UUIDField(default=uuid.uuid4, unique=True)),
                        ("asal", models.CharField(max_length=60)),
                        ("asal_id", models.CharField(max_length=64)),
                        ("mulai", models.DateTimeField()),
                        ("selesai", models.DateTimeField()),
                        ("sehari", models.BooleanField(default=False)),
                        ("tempat", models.CharField(blank=True, max_length=200)),
                        ("urutan", models.PositiveIntegerField(default=0)),
                        ("batal", models.BooleanField(default=False)),
                        ("diubah_pada", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["mulai", "pk"],
                        "indexes": [
                            models.Index(fields=["mulai", "selesai"], name="pertemuan_per_waktu")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("asal", "asal_id"), name="pertemuan_sekali_per_asal"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("selesai__gt", models.F("mulai"))),
                                name="pertemuan_selesai_setelah_mulai",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PesertaPertemuan",
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
                        (
                            "orang",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pertemuan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="peserta",
                                to="core.pertemuan",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("pertemuan", "orang"), name="peserta_pertemuan_sekali"
                            )
                        ],
                    },
                ),
            ]
        )
    ]
