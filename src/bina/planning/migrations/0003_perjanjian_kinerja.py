"""The perjanjian kinerja of units, and results that support one; agreed ones are locked."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from bina.core.constraints import RefuseWhen
from bina.planning.guards import BY_PERJANJIAN, BY_SASARAN, SUPPORTS_SEVERAL, LockedParts


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0003_fewer_indexes"),
        ("people", "0007_impor_dilihat"),
        ("planning", "0002_locked_when_agreed"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="IndikatorUnit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kunci", models.UUIDField(db_index=True, default=uuid.uuid4)),
                ("urutan", models.PositiveSmallIntegerField()),
                ("uraian", models.TextField()),
                (
                    "target",
                    models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True),
                ),
                ("target_teks", models.CharField(blank=True, max_length=300)),
                ("satuan", models.CharField(blank=True, max_length=60)),
                (
                    "arah",
                    models.CharField(
                        choices=[
                            ("naik", "Makin besar makin baik"),
                            ("turun", "Makin kecil makin baik"),
                        ],
                        default="naik",
                        max_length=8,
                    ),
                ),
            ],
            options={
                "ordering": ["urutan", "pk"],
            },
        ),
        migrations.AddField(
            model_name="hasilkerja",
            name="mendukung_indikator",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="didukung",
                to="planning.indikatorunit",
            ),
        ),
        migrations.CreateModel(
            name="PerjanjianKinerja",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                ("versi", models.PositiveSmallIntegerField(default=1)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draf", "Draf"),
                            ("ditetapkan", "Ditetapkan"),
                            ("digantikan", "Digantikan"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        default="draf",
                        max_length=16,
                    ),
                ),
                ("suntingan", models.PositiveIntegerField(default=0)),
                ("alasan_perubahan", models.TextField(blank=True)),
                ("dibuat", models.DateTimeField()),
                ("ditetapkan_pada", models.DateTimeField(null=True)),
                (
                    "ditetapkan_oleh",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="perjanjian",
                        to="people.unit",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AnggaranUnit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("urutan", models.PositiveSmallIntegerField()),
                ("program", models.CharField(max_length=300)),
                ("jumlah", models.DecimalField(decimal_places=2, max_digits=20)),
                (
                    "perjanjian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="anggaran",
                        to="planning.perjanjiankinerja",
                    ),
                ),
            ],
            options={
                "ordering": ["urutan", "pk"],
            },
        ),
        migrations.CreateModel(
            name="SasaranUnit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kunci", models.UUIDField(db_index=True, default=uuid.uuid4)),
                ("nomor", models.PositiveSmallIntegerField()),
                ("uraian", models.TextField()),
                (
                    "perjanjian",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sasaran",
                        to="planning.perjanjiankinerja",
                    ),
                ),
            ],
            options={
                "ordering": ["nomor", "pk"],
            },
        ),
        migrations.AddField(
            model_name="indikatorunit",
            name="sasaran",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="indikator",
                to="planning.sasaranunit",
            ),
        ),
        migrations.AddField(
            model_name="hasilkerja",
            name="mendukung_sasaran",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="didukung",
                to="planning.sasaranunit",
            ),
        ),
        migrations.AddConstraint(
            model_name="perjanjiankinerja",
            constraint=models.UniqueConstraint(
                fields=("unit", "tahun", "versi"),
                name="perjanjian_versi_sekali",
                condition=models.Q(("status", "dibatalkan"), _negated=True),
            ),
        ),
        migrations.AddConstraint(
            model_name="perjanjiankinerja",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "ditetapkan")),
                fields=("unit", "tahun"),
                name="perjanjian_satu_yang_berlaku",
            ),
        ),
        migrations.AddConstraint(
            model_name="perjanjiankinerja",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "draf")),
                fields=("unit", "tahun"),
                name="perjanjian_satu_yang_disusun",
            ),
        ),
        migrations.AddConstraint(
            model_name="perjanjiankinerja",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("ditetapkan_oleh__isnull", False),
                        ("ditetapkan_pada__isnull", False),
                        ("status__in", ("ditetapkan", "digantikan")),
                    ),
                    models.Q(
                        models.Q(("status__in", ("ditetapkan", "digantikan")), _negated=True),
                        ("ditetapkan_pada__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="perjanjian_ditetapkan_bertanggal",
            ),
        ),
        migrations.AddConstraint(
            model_name="perjanjiankinerja",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("versi", 1), models.Q(("alasan_perubahan", ""), _negated=True), _connector="OR"
                ),
                name="perjanjian_berubah_beralasan",
            ),
        ),
        migrations.AddConstraint(
            model_name="anggaranunit",
            constraint=models.CheckConstraint(
                condition=models.Q(("program", ""), _negated=True), name="anggaran_bernama"
            ),
        ),
        migrations.AddConstraint(
            model_name="anggaranunit",
            constraint=models.CheckConstraint(
                condition=models.Q(("jumlah__gte", 0)), name="anggaran_tidak_negatif"
            ),
        ),
        migrations.AddConstraint(
            model_name="sasaranunit",
            constraint=models.UniqueConstraint(
                fields=("perjanjian", "kunci"), name="sasaran_sekali_per_versi"
            ),
        ),
        migrations.AddConstraint(
            model_name="sasaranunit",
            constraint=models.CheckConstraint(
                condition=models.Q(("uraian", ""), _negated=True), name="sasaran_beruraian"
            ),
        ),
        migrations.AddConstraint(
            model_name="indikatorunit",
            constraint=models.UniqueConstraint(
                fields=("sasaran", "kunci"), name="indikator_unit_sekali_per_versi"
            ),
        ),
        migrations.AddConstraint(
            model_name="indikatorunit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("target__isnull", False),
                    models.Q(("target_teks", ""), _negated=True),
                    _connector="OR",
                ),
                name="indikator_unit_bertarget",
            ),
        ),
        migrations.AddConstraint(
            model_name="indikatorunit",
            constraint=models.CheckConstraint(
                condition=models.Q(("target", None), ("target__gte", 0), _connector="OR"),
                name="indikator_unit_target_tidak_negatif",
            ),
        ),
        migrations.AddConstraint(
            model_name="indikatorunit",
            constraint=models.CheckConstraint(
                condition=models.Q(("uraian", ""), _negated=True), name="indikator_unit_beruraian"
            ),
        ),
        migrations.CreateModel(
            name="ImporPerjanjian",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tahun", models.PositiveSmallIntegerField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("diperiksa", "Menunggu keputusan"),
                            ("diambil", "Diambil"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        default="diperiksa",
                        max_length=16,
                    ),
                ),
                ("dibuat", models.DateTimeField()),
                ("diambil_pada", models.DateTimeField(null=True)),
                (
                    "berkas",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.berkas",
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
                (
                    "oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("diambil_pada__isnull", False), ("status", "diambil")),
                            models.Q(
                                models.Q(("status", "diambil"), _negated=True),
                                ("diambil_pada__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="impor_perjanjian_diambil_bertanggal",
                    )
                ],
            },
        ),
        LockedParts("sasaranunit", belongs=BY_PERJANJIAN),
        LockedParts("anggaranunit", belongs=BY_PERJANJIAN),
        LockedParts("indikatorunit", belongs=BY_SASARAN),
        RefuseWhen("hasilkerja", name="hasil_kerja_mendukung_satu", found=SUPPORTS_SEVERAL),
    ]
