"""Periods, the ratings of units, evaluations."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


from bina.core.together import CreateTogether


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("people", "0001_tables"),
        ("planning", "0001_tables"),
    ]

    operations = [
        CreateTogether(
            [
                migrations.CreateModel(
                    name="PeriodeEvaluasi",
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
                            "instansi",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.instansi",
                            ),
                        ),
                        ("tahun", models.PositiveSmallIntegerField()),
                        (
                            "jenis",
                            models.CharField(
                                choices=[("triwulan", "Triwulan"), ("tahunan", "Tahunan")],
                                max_length=10,
                            ),
                        ),
                        ("nomor", models.PositiveSmallIntegerField(default=0)),
                        ("mulai", models.DateField()),
                        ("selesai", models.DateField()),
                        ("dibuka", models.DateField()),
                        ("tenggat", models.DateField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("instansi", "tahun", "jenis", "nomor"),
                                name="periode_sekali",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("mulai__lt", models.F("selesai"))),
                                name="periode_mulai_sebelum_selesai",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("dibuka__lte", models.F("tenggat"))),
                                name="periode_dibuka_sebelum_tenggat",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("jenis", "triwulan"), ("nomor__gte", 1), ("nomor__lte", 4)
                                    ),
                                    models.Q(("jenis", "tahunan"), ("nomor", 0)),
                                    _connector="OR",
                                ),
                                name="periode_bernomor",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CapaianOrganisasi",
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
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="capaian",
                                to="people.unit",
                            ),
                        ),
                        (
                            "periode",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="capaian",
                                to="appraisal.periodeevaluasi",
                            ),
                        ),
                        (
                            "capaian",
                            models.CharField(
                                choices=[
                                    ("istimewa", "Istimewa"),
                                    ("baik", "Baik"),
                                    ("butuh_perbaikan", "Butuh perbaikan"),
                                    ("kurang", "Kurang"),
                                    ("sangat_kurang", "Sangat kurang"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("alasan", models.TextField()),
                        ("alasan_perubahan", models.TextField(blank=True)),
                        ("suntingan", models.PositiveIntegerField(default=0)),
                        (
                            "ditetapkan_oleh",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("ditetapkan_pada", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("unit", "periode"), name="capaian_sekali_per_unit"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "capaian__in",
                                        [
                                            "istimewa",
                                            "baik",
                                            "butuh_perbaikan",
                                            "kurang",
                                            "sangat_kurang",
                                        ],
                                    )
                                ),
                                name="capaian_dikenal",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("alasan", ""), _negated=True),
                                name="capaian_beralasan",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("suntingan", 0),
                                    models.Q(("alasan_perubahan", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="capaian_berubah_beralasan",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Evaluasi",
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
                            "skp",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evaluasi",
                                to="planning.skp",
                            ),
                        ),
                        ("rumpun", models.UUIDField()),
                        (
                            "periode",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evaluasi",
                                to="appraisal.periodeevaluasi",
                            ),
                        ),
                        (
                            "pegawai",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evaluasi",
                                to="people.pegawai",
                            ),
                        ),
                        (
                            "penilai",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evaluasi_dinilai",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evaluasi",
                                to="people.unit",
                            ),
                        ),
                        (
                            "rating_hasil",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("di_atas", "Di atas ekspektasi"),
                                    ("sesuai", "Sesuai ekspektasi"),
                                    ("di_bawah", "Di bawah ekspektasi"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "rating_perilaku",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("di_atas", "Di atas ekspektasi"),
                                    ("sesuai", "Sesuai ekspektasi"),
                                    ("di_bawah", "Di bawah ekspektasi"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("alasan_hasil", models.TextField(blank=True)),
                        ("alasan_perilaku", models.TextField(blank=True)),
                        ("catatan", models.TextField(blank=True)),
                        (
                            "capaian",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("istimewa", "Istimewa"),
                                    ("baik", "Baik"),
                                    ("butuh_perbaikan", "Butuh perbaikan"),
                                    ("kurang", "Kurang"),
                                    ("sangat_kurang", "Sangat kurang"),
                                ],
                                max_length=16,
                            ),
                        ),
                        (
                            "predikat",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("sangat_baik", "Sangat baik"),
                                    ("baik", "Baik"),
                                    ("butuh_perbaikan", "Butuh perbaikan"),
                                    ("kurang", "Kurang/misconduct"),
                                    ("sangat_kurang", "Sangat kurang"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("dasar", models.JSONField(default=list)),
                        ("bahan", models.JSONField(default=dict)),
                        (
                            "status",
                            models.CharField(
                                choices=[("draf", "Draf"), ("dirilis", "Dirilis")],
                                default="draf",
                                max_length=10,
                            ),
                        ),
                        ("suntingan", models.PositiveIntegerField(default=0)),
                        ("halaman", models.CharField(blank=True, max_length=32)),
                        ("dibuat", models.DateTimeField()),
                        ("disimpan_pada", models.DateTimeField()),
                        ("dirilis_pada", models.DateTimeField(null=True)),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["periode", "penilai"], name="evaluasi_per_penilai"
                            ),
                            models.Index(
                                fields=["periode", "unit", "status"], name="evaluasi_per_unit"
                            ),
                            models.Index(fields=["pegawai", "status"], name="evaluasi_per_pegawai"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("rumpun", "periode"), name="evaluasi_sekali"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("pegawai", models.F("penilai")), _negated=True),
                                name="evaluasi_bukan_untuk_diri_sendiri",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("rating_hasil__in", ["", "di_atas", "sesuai", "di_bawah"]),
                                    ("rating_perilaku__in", ["", "di_atas", "sesuai", "di_bawah"]),
                                ),
                                name="evaluasi_rating_dikenal",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("capaian", ""),
                                        ("dirilis_pada", None),
                                        ("predikat", ""),
                                        ("status", "draf"),
                                    ),
                                    models.Q(
                                        (
                                            "capaian__in",
                                            [
                                                "istimewa",
                                                "baik",
                                                "butuh_perbaikan",
                                                "kurang",
                                                "sangat_kurang",
                                            ],
                                        ),
                                        ("dirilis_pada__isnull", False),
                                        (
                                            "predikat__in",
                                            [
                                                "sangat_baik",
                                                "baik",
                                                "butuh_perbaikan",
                                                "kurang",
                                                "sangat_kurang",
                                            ],
                                        ),
                                        ("rating_hasil__in", ["di_atas", "sesuai", "di_bawah"]),
                                        ("rating_perilaku__in", ["di_atas", "sesuai", "di_bawah"]),
                                        ("status", "dirilis"),
                                    ),
                                    _connector="OR",
                                ),
                                name="evaluasi_dirilis_lengkap",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "draf"),
                                    models.Q(
                                        models.Q(
                                            ("rating_hasil", "sesuai"),
                                            models.Q(("alasan_hasil", ""), _negated=True),
                                            _connector="OR",
                                        ),
                                        models.Q(
                                            ("rating_perilaku", "sesuai"),
                                            models.Q(("alasan_perilaku", ""), _negated=True),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="evaluasi_dirilis_beralasan",
                            ),
                        ],
                    },
                ),
            ]
        )
    ]
