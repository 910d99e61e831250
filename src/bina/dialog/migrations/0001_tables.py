"""Talks through the year."""

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

    # Before the first release; what was laid down by these stands as it is.
    replaces = [
        ("dialog", "0001_initial"),
    ]

    operations = [
        CreateTogether(
            [
                migrations.CreateModel(
                    name="Dialog",
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
                                related_name="dialog",
                                to="planning.skp",
                            ),
                        ),
                        (
                            "pegawai",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dialog",
                                to="people.pegawai",
                            ),
                        ),
                        (
                            "penilai",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dialog_dipimpin",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("tanggal", models.DateField()),
                        ("tempat", models.CharField(blank=True, max_length=200)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("direncanakan", "Direncanakan"),
                                    ("berlangsung", "Berlangsung"),
                                    ("dirangkum", "Menunggu konfirmasi"),
                                    ("dikonfirmasi", "Dikonfirmasi berdua"),
                                    ("dibatalkan", "Dibatalkan"),
                                ],
                                default="direncanakan",
                                max_length=16,
                            ),
                        ),
                        ("ringkasan", models.TextField(blank=True)),
                        (
                            "keterangan",
                            models.TextField(blank=True, help_text="why it was called off"),
                        ),
                        ("suntingan", models.PositiveIntegerField(default=0)),
                        ("pegawai_pada", models.DateTimeField(null=True)),
                        ("penilai_pada", models.DateTimeField(null=True)),
                        (
                            "direncanakan_oleh",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("dibuat", models.DateTimeField()),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["pegawai", "-tanggal"], name="dialog_per_pegawai"),
                            models.Index(fields=["penilai", "status"], name="dialog_per_penilai"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("pegawai", models.F("penilai")), _negated=True),
                                name="dialog_bukan_dengan_diri_sendiri",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "dikonfirmasi"), _negated=True),
                                    models.Q(
                                        ("pegawai_pada__isnull", False),
                                        ("penilai_pada__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="dialog_dikonfirmasi_berdua",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "dirangkum"), _negated=True),
                                    ("pegawai_pada", None),
                                    ("penilai_pada", None),
                                    _connector="OR",
                                ),
                                name="dialog_menunggu_yang_kedua",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status__in", ("dirangkum", "dikonfirmasi")),
                                    models.Q(("pegawai_pada", None), ("penilai_pada", None)),
                                    _connector="OR",
                                ),
                                name="dialog_belum_dirangkum_tanpa_konfirmasi",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("status__in", ("dirangkum", "dikonfirmasi")), _negated=True
                                    ),
                                    models.Q(("ringkasan", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="dialog_dirangkum_berisi",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "dibatalkan"), _negated=True),
                                    models.Q(("keterangan", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="dialog_dibatalkan_beralasan",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        [
                                            "direncanakan",
                                            "berlangsung",
                                            "dirangkum",
                                            "dikonfirmasi",
                                            "dibatalkan",
                                        ],
                                    )
                                ),
                                name="dialog_status_dikenal",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("status__in", ("direncanakan", "berlangsung", "dirangkum"))
                                ),
                                fields=("pegawai", "penilai"),
                                name="dialog_satu_yang_berjalan",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ButirAgenda",
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
                            "dialog",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="agenda",
                                to="dialog.dialog",
                            ),
                        ),
                        ("uraian", models.CharField(max_length=300)),
                        (
                            "asal",
                            models.CharField(
                                choices=[
                                    ("ditulis", "Ditulis"),
                                    ("tertinggal", "Hasil tertinggal"),
                                    ("belum_ada", "Belum ada kemajuan"),
                                    ("umpan_balik", "Umpan balik"),
                                    ("tindakan", "Tindakan lewat tenggat"),
                                ],
                                default="ditulis",
                                max_length=16,
                            ),
                        ),
                        ("kunci", models.CharField(blank=True, max_length=80)),
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
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("uraian", ""), _negated=True),
                                name="butir_agenda_beruraian",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "asal__in",
                                        [
                                            "ditulis",
                                            "tertinggal",
                                            "belum_ada",
                                            "umpan_balik",
                                            "tindakan",
                                        ],
                                    )
                                ),
                                name="butir_agenda_asal_dikenal",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("kunci", ""), _negated=True),
                                fields=("dialog", "kunci"),
                                name="butir_agenda_usul_diambil_sekali",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CatatanPribadi",
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
                            "dialog",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="catatan",
                                to="dialog.dialog",
                            ),
                        ),
                        (
                            "penulis",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="catatan_dialog",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("isi", models.TextField(blank=True)),
                        ("suntingan", models.PositiveIntegerField(default=1)),
                        ("diubah_pada", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("dialog", "penulis"), name="catatan_dialog_satu_per_orang"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Tindakan",
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
                            "dialog",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tindakan",
                                to="dialog.dialog",
                            ),
                        ),
                        ("uraian", models.CharField(max_length=500)),
                        (
                            "oleh",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tindakan_dialog",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("tenggat", models.DateField()),
                        ("selesai_pada", models.DateField(null=True)),
                    ],
                    options={
                        "ordering": ["tenggat", "pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("selesai_pada", None)),
                                fields=["oleh", "tenggat"],
                                name="tindakan_dialog_terbuka",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("uraian", ""), _negated=True),
                                name="tindakan_dialog_beruraian",
                            )
                        ],
                    },
                ),
            ]
        )
    ]
