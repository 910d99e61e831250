"""Needs that wait for the competency plan."""

import bina.rules.jalur
import django.db.models.deletion
from django.db import migrations, models

from bina.core.together import CreateTogether


class Migration(migrations.Migration):
    dependencies = [
        ("competency", "0001_initial"),
        ("people", "0003_kedudukan_sejak"),
    ]

    operations = [
        CreateTogether(
            [
                migrations.CreateModel(
                    name="Kebutuhan",
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
                            "jalur",
                            models.CharField(
                                choices=[
                                    (bina.rules.jalur.Jalur["TUGAS_BELAJAR"], "Tugas belajar"),
                                    (
                                        bina.rules.jalur.Jalur["TUGAS_BELAJAR_MANDIRI"],
                                        "Tugas belajar biaya mandiri",
                                    ),
                                    (
                                        bina.rules.jalur.Jalur["PELATIHAN_STRUKTURAL"],
                                        "Pelatihan struktural kepemimpinan",
                                    ),
                                    (
                                        bina.rules.jalur.Jalur["PELATIHAN_MANAJERIAL"],
                                        "Pelatihan manajerial",
                                    ),
                                    (
                                        bina.rules.jalur.Jalur["PELATIHAN_TEKNIS"],
                                        "Pelatihan teknis",
                                    ),
                                    (
                                        bina.rules.jalur.Jalur["PELATIHAN_FUNGSIONAL"],
                                        "Pelatihan fungsional",
                                    ),
                                    (
                                        bina.rules.jalur.Jalur["PELATIHAN_SOSIAL_KULTURAL"],
                                        "Pelatihan sosial kultural",
                                    ),
                                    (bina.rules.jalur.Jalur["SEMINAR"], "Seminar"),
                                    (bina.rules.jalur.Jalur["WORKSHOP"], "Workshop atau lokakarya"),
                                    (bina.rules.jalur.Jalur["KURSUS"], "Kursus"),
                                    (bina.rules.jalur.Jalur["PENATARAN"], "Penataran"),
                                    (
                                        bina.rules.jalur.Jalur["BIMBINGAN_TEKNIS"],
                                        "Bimbingan teknis",
                                    ),
                                    (bina.rules.jalur.Jalur["SOSIALISASI"], "Sosialisasi"),
                                    (
                                        bina.rules.jalur.Jalur["KLASIKAL_LAIN"],
                                        "Pelatihan klasikal lain",
                                    ),
                                    (bina.rules.jalur.Jalur["COACHING"], "Coaching"),
                                    (bina.rules.jalur.Jalur["MENTORING"], "Mentoring"),
                                    (bina.rules.jalur.Jalur["E_LEARNING"], "E-learning"),
                                    (
                                        bina.rules.jalur.Jalur["PELATIHAN_JARAK_JAUH"],
                                        "Pelatihan jarak jauh",
                                    ),
                                    (bina.rules.jalur.Jalur["DETASERING"], "Detasering"),
                                    (
                                        bina.rules.jalur.Jalur["OUTBOND"],
                                        "Pembelajaran alam terbuka",
                                    ),
                                    (bina.rules.jalur.Jalur["PATOK_BANDING"], "Patok banding"),
                                    (bina.rules.jalur.Jalur["PERTUKARAN"], "Pertukaran pegawai"),
                                    (bina.rules.jalur.Jalur["BELAJAR_MANDIRI"], "Belajar mandiri"),
                                    (
                                        bina.rules.jalur.Jalur["KOMUNITAS_BELAJAR"],
                                        "Komunitas belajar",
                                    ),
                                    (
                                        bina.rules.jalur.Jalur["BIMBINGAN_DI_TEMPAT_KERJA"],
                                        "Bimbingan di tempat kerja",
                                    ),
                                    (bina.rules.jalur.Jalur["MAGANG"], "Magang atau praktik kerja"),
                                    (
                                        bina.rules.jalur.Jalur["NONKLASIKAL_LAIN"],
                                        "Pelatihan nonklasikal lain",
                                    ),
                                ],
                                max_length=32,
                            ),
                        ),
                        ("apa", models.CharField(max_length=200)),
                        ("sampai", models.DateField()),
                        ("asal", models.CharField(max_length=60)),
                        ("asal_id", models.CharField(max_length=64)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("menunggu_rencana", "Menunggu rencana"),
                                    ("ditarik", "Ditarik"),
                                ],
                                default="menunggu_rencana",
                                max_length=20,
                            ),
                        ),
                        ("dicatat_pada", models.DateTimeField()),
                        (
                            "pegawai",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="kebutuhan_belajar",
                                to="people.pegawai",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["pegawai", "status"], name="kebutuhan_per_pegawai")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("asal", "asal_id"), name="kebutuhan_sekali_per_asal"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("apa", ""), _negated=True),
                                name="kebutuhan_bernama",
                            ),
                        ],
                    },
                ),
            ]
        )
    ]
