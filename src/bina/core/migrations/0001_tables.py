"""Jobs, files, the trail, and what one room hands to another."""

import bina.core.file_models
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


from bina.core.together import CreateTogether


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    # Before the first release; what was laid down by these stands as it is.
    replaces = [
        ("core", "0001_initial"),
        ("core", "0003_fewer_indexes"),
        ("core", "0004_tersegel"),
    ]

    operations = [
        CreateTogether(
            [
                migrations.CreateModel(
                    name="Antrean",
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
                        ("antrean", models.CharField(max_length=32)),
                        ("data", models.BinaryField()),
                        ("prioritas", models.FloatField(default=0)),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["antrean", "-prioritas", "id"], name="antrean_urut"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Berkas",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("nama", models.CharField(max_length=200)),
                        (
                            "jenis",
                            models.CharField(
                                help_text="MIME type, found from the content", max_length=100
                            ),
                        ),
                        ("ukuran", models.PositiveBigIntegerField(help_text="bytes")),
                        (
                            "sidik",
                            models.CharField(help_text="SHA-256 of what is stored", max_length=64),
                        ),
                        ("isi", models.FileField(upload_to=bina.core.file_models.random_path)),
                        (
                            "oleh",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("dibuat", models.DateTimeField()),
                    ],
                    options={},
                ),
                migrations.CreateModel(
                    name="CacheEntry",
                    fields=[
                        (
                            "cache_key",
                            models.CharField(max_length=255, primary_key=True, serialize=False),
                        ),
                        ("value", models.TextField()),
                        ("expires", models.DateTimeField(db_index=True)),
                    ],
                    options={
                        "db_table": "core_cache",
                    },
                ),
                migrations.CreateModel(
                    name="Giliran",
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
                        ("tugas", models.CharField(max_length=120)),
                        ("menit", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("tugas", "menit"), name="giliran_sekali_semenit"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Jejak",
                    fields=[
                        (
                            "pk",
                            models.CompositePrimaryKey(
                                "rantai",
                                "nomor",
                                blank=True,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("rantai", models.CharField(max_length=64)),
                        ("nomor", models.BigIntegerField()),
                        ("pada", models.DateTimeField(db_index=True)),
                        (
                            "pelaku",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("tindakan", models.CharField(max_length=80)),
                        ("objek_jenis", models.CharField(max_length=80)),
                        ("objek_id", models.CharField(max_length=64)),
                        (
                            "tentang",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "lingkup",
                            models.BigIntegerField(
                                help_text="Id of the unit the record belongs to", null=True
                            ),
                        ),
                        (
                            "isi",
                            models.TextField(
                                help_text="Canonical JSON, kept as text so that every byte counts"
                            ),
                        ),
                        ("sebelum", models.CharField(max_length=64)),
                        ("sidik", models.CharField(max_length=64)),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["objek_jenis", "objek_id"], name="jejak_per_objek"
                            ),
                            models.Index(fields=["tentang", "pada"], name="jejak_per_orang"),
                            models.Index(fields=["rantai", "-pada"], name="jejak_terbaru"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Pekerjaan",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("jenis", models.CharField(max_length=80)),
                        ("argumen", models.JSONField(default=dict)),
                        (
                            "oleh",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("menunggu", "Menunggu"),
                                    ("berjalan", "Berjalan"),
                                    ("selesai", "Selesai"),
                                    ("gagal", "Gagal"),
                                ],
                                default="menunggu",
                                max_length=16,
                            ),
                        ),
                        (
                            "jumlah",
                            models.PositiveIntegerField(
                                default=0, help_text="steps in all; 0 while unknown"
                            ),
                        ),
                        ("selesai", models.PositiveIntegerField(default=0, help_text="steps done")),
                        ("percobaan", models.PositiveSmallIntegerField(default=0)),
                        (
                            "pesan",
                            models.TextField(
                                blank=True, help_text="why it failed, in words for the person"
                            ),
                        ),
                        ("denyut", models.DateTimeField(help_text="last sign of life")),
                        ("dibuat", models.DateTimeField()),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["status", "denyut"], name="pekerjaan_terhenti")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("jumlah", 0),
                                    ("selesai__lte", models.F("jumlah")),
                                    _connector="OR",
                                ),
                                name="pekerjaan_tidak_lebih_dari_jumlah",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Serahan",
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
                        ("jenis", models.CharField(max_length=40)),
                        ("dari", models.CharField(max_length=60)),
                        ("kode", models.UUIDField()),
                        ("dibuat", models.DateTimeField()),
                        ("diterima_pada", models.DateTimeField(null=True)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("jenis", "dari", "kode"), name="serahan_sekali"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Simpanan",
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
                        ("antrean", models.CharField(max_length=32)),
                        ("kunci", models.CharField(max_length=200)),
                        ("nilai", models.BinaryField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("antrean", "kunci"), name="simpanan_satu_per_kunci"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TugasTerjadwal",
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
                        ("antrean", models.CharField(max_length=32)),
                        ("data", models.BinaryField()),
                        ("waktu", models.DateTimeField(db_index=True)),
                    ],
                    options={},
                ),
                migrations.CreateModel(
                    name="UjungRantai",
                    fields=[
                        (
                            "rantai",
                            models.CharField(max_length=64, primary_key=True, serialize=False),
                        ),
                        ("nomor", models.BigIntegerField(default=0)),
                        (
                            "sidik",
                            models.CharField(
                                default="0000000000000000000000000000000000000000000000000000000000000000",
                                max_length=64,
                            ),
                        ),
                    ],
                    options={},
                ),
            ]
        )
    ]
