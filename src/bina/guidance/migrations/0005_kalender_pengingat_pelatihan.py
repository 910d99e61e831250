"""Meetings to come, reminders, training assigned as guidance."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from bina.core.together import CreateTogether


class Migration(migrations.Migration):
    dependencies = [
        ("guidance", "0002_guards"),
        ("people", "0003_kedudukan_sejak"),
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
                    name="PengingatBimbingan",
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
                            "langkah",
                            models.CharField(
                                choices=[
                                    ("laporan_pra_coaching", "Laporan pra-coaching"),
                                    ("catatan_sesi", "Catatan sesi coaching"),
                                    ("tanda_tangan_sesi", "Tanda tangan catatan coaching"),
                                    ("tindakan", "Tindakan yang disepakati"),
                                    ("log_mentoring", "Log mentoring"),
                                    ("paraf_log", "Paraf log mentoring"),
                                    ("jawaban_mentor", "Jawaban atas permintaan mentoring"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("objek_id", models.BigIntegerField()),
                        ("sejak", models.DateField()),
                        ("diingatkan_pada", models.DateTimeField()),
                        ("naik_pada", models.DateTimeField(null=True)),
                        ("selesai_pada", models.DateTimeField(null=True)),
                        (
                            "instansi",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.instansi",
                            ),
                        ),
                        (
                            "naik_kepada",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "terlambat",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pengingat_bimbingan",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("selesai_pada", None)),
                                fields=["terlambat"],
                                name="pengingat_terbuka",
                            ),
                            models.Index(
                                condition=models.Q(("selesai_pada", None)),
                                fields=["naik_kepada"],
                                name="pengingat_naik",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("langkah", "objek_id", "terlambat", "sejak"),
                                name="pengingat_bimbingan_sekali",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("naik_kepada", None),
                                    ("naik_pada__isnull", False),
                                    _connector="OR",
                                ),
                                name="pengingat_bimbingan_naik_bertanggal",
                            ),
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
