"""The agencies, their units, offices and people, and who was whose superior when."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


from bina.core.together import CreateTogether


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("core", "0001_tables"),
    ]

    # Before the first release; what was laid down by these stands as it is.
    replaces = [
        ("people", "0001_initial"),
        ("people", "0003_impor_report"),
        ("people", "0004_teams_with_dated_heads"),
        ("people", "0006_fewer_indexes"),
        ("people", "0007_impor_dilihat"),
        ("people", "0008_ketentuan"),
    ]

    operations = [
        CreateTogether(
            [
                migrations.CreateModel(
                    name="Atasan",
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
                        ("mulai", models.DateField()),
                        ("selesai", models.DateField(blank=True, null=True)),
                        (
                            "pegawai",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="atasan_tercatat",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "atasan",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="bawahan_tercatat",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "sumber",
                            models.CharField(
                                choices=[("koreksi", "Koreksi"), ("impor", "Berkas kepegawaian")],
                                max_length=8,
                            ),
                        ),
                        ("alasan", models.TextField(blank=True)),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["atasan", "mulai"], name="atasan_per_atasan")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("selesai", None),
                                    ("selesai__gte", models.F("mulai")),
                                    _connector="OR",
                                ),
                                name="atasan_selesai_setelah_mulai",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("pegawai", models.F("atasan")), _negated=True),
                                name="atasan_bukan_diri_sendiri",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("sumber", "koreksi"), _negated=True),
                                    models.Q(("alasan", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="atasan_koreksi_beralasan",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Instansi",
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
                        ("kode", models.SlugField(max_length=32, unique=True)),
                        ("nama", models.CharField(max_length=200)),
                        ("revisi", models.PositiveBigIntegerField(default=0)),
                        ("versi_ketentuan", models.UUIDField(null=True)),
                    ],
                    options={},
                ),
                migrations.CreateModel(
                    name="Impor",
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
                                related_name="impor",
                                to="people.instansi",
                            ),
                        ),
                        (
                            "jenis",
                            models.CharField(
                                choices=[("pegawai", "Pegawai"), ("unit", "Unit organisasi")],
                                max_length=8,
                            ),
                        ),
                        (
                            "berkas",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.berkas",
                            ),
                        ),
                        ("nama_berkas", models.CharField(max_length=200)),
                        (
                            "sidik_berkas",
                            models.CharField(help_text="SHA-256 of the file", max_length=64),
                        ),
                        (
                            "pekerjaan",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="core.pekerjaan",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("diunggah", "Diunggah"),
                                    ("diperiksa", "Diperiksa"),
                                    ("diambil", "Diambil"),
                                    ("dibatalkan", "Dibatalkan"),
                                    ("gagal", "Gagal"),
                                ],
                                default="diunggah",
                                max_length=16,
                            ),
                        ),
                        ("revisi", models.PositiveBigIntegerField(null=True)),
                        ("baru", models.PositiveIntegerField(default=0)),
                        ("berubah", models.PositiveIntegerField(default=0)),
                        ("tetap", models.PositiveIntegerField(default=0)),
                        ("ditolak", models.PositiveIntegerField(default=0)),
                        ("dilewati", models.PositiveIntegerField(default=0)),
                        (
                            "kolom",
                            models.JSONField(
                                default=list, help_text="the file's headers, in its order"
                            ),
                        ),
                        (
                            "lewat",
                            models.JSONField(
                                default=list, help_text="[[line, why]] of the first skipped lines"
                            ),
                        ),
                        (
                            "sidik_laporan",
                            models.CharField(
                                blank=True,
                                help_text="SHA-256 over what was said of every line",
                                max_length=64,
                            ),
                        ),
                        (
                            "galat",
                            models.TextField(
                                blank=True, help_text="why the whole file could not be read"
                            ),
                        ),
                        (
                            "oleh",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("dibuat", models.DateTimeField()),
                        ("diambil_pada", models.DateTimeField(null=True)),
                        (
                            "dilihat_pada",
                            models.DateTimeField(
                                help_text="when whoever started it first looked at how it ended",
                                null=True,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("diambil_pada__isnull", False), ("status", "diambil")
                                    ),
                                    models.Q(
                                        models.Q(("status", "diambil"), _negated=True),
                                        ("diambil_pada__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="impor_diambil_bertanggal",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Jabatan",
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
                                related_name="jabatan",
                                to="people.instansi",
                            ),
                        ),
                        ("nama", models.CharField(max_length=200)),
                        (
                            "jenis",
                            models.CharField(
                                choices=[
                                    ("struktural", "Struktural"),
                                    ("fungsional", "Fungsional"),
                                    ("pelaksana", "Pelaksana"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("jenjang", models.CharField(blank=True, max_length=40)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("instansi", "nama", "jenis", "jenjang"),
                                name="jabatan_satu_nama",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Pegawai",
                    fields=[
                        (
                            "orang",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                primary_key=True,
                                related_name="pegawai",
                                serialize=False,
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "instansi",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pegawai",
                                to="people.instansi",
                            ),
                        ),
                        (
                            "jenis_pegawai",
                            models.CharField(
                                choices=[("pns", "PNS"), ("pppk", "PPPK")], max_length=4
                            ),
                        ),
                        ("tanggal_lahir", models.DateField(null=True)),
                        (
                            "jenis_kelamin",
                            models.CharField(
                                choices=[("L", "Laki-laki"), ("P", "Perempuan")], max_length=1
                            ),
                        ),
                        ("golongan", models.CharField(blank=True, max_length=8)),
                        ("tmt_golongan", models.DateField(null=True)),
                        ("pendidikan", models.CharField(blank=True, max_length=20)),
                        ("tahun_lulus", models.PositiveSmallIntegerField(null=True)),
                        ("kedudukan_hukum", models.CharField(max_length=60)),
                        ("aktif", models.BooleanField(default=True)),
                        ("tmt_kontrak", models.DateField(null=True)),
                        ("akhir_kontrak", models.DateField(null=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("tmt_kontrak", None),
                                    ("akhir_kontrak", None),
                                    ("akhir_kontrak__gte", models.F("tmt_kontrak")),
                                    _connector="OR",
                                ),
                                name="pegawai_kontrak_selesai_setelah_mulai",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("jenis_kelamin__in", ["L", "P"])),
                                name="pegawai_jenis_kelamin",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BarisImpor",
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
                            "impor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="baris",
                                to="people.impor",
                            ),
                        ),
                        ("nomor", models.PositiveIntegerField()),
                        (
                            "hasil",
                            models.CharField(
                                choices=[
                                    ("new", "Baru"),
                                    ("changed", "Berubah"),
                                    ("unchanged", "Tetap"),
                                    ("refused", "Ditolak"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "kunci",
                            models.CharField(
                                help_text="NIP or unit code as understood", max_length=40
                            ),
                        ),
                        ("nama", models.CharField(max_length=300)),
                        ("peringatan", models.JSONField(default=list)),
                        ("alasan", models.JSONField(default=list)),
                        ("perubahan", models.JSONField(default=list)),
                        (
                            "data",
                            models.JSONField(default=dict, help_text="the line's values, typed"),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["impor", "hasil", "nomor"], name="baris_impor_per_hasil"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("impor", "nomor"), name="baris_impor_sekali"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Unit",
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
                                related_name="unit",
                                to="people.instansi",
                            ),
                        ),
                        ("kode", models.CharField(max_length=40)),
                        ("nama", models.CharField(max_length=200)),
                        (
                            "induk",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="anak",
                                to="people.unit",
                            ),
                        ),
                        (
                            "jabatan_pimpinan",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="memimpin",
                                to="people.jabatan",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("instansi", "kode"), name="unit_satu_kode"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("induk", models.F("id")), _negated=True),
                                name="unit_bukan_induknya_sendiri",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PermohonanAtasan",
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
                            "pegawai",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="permohonan_atasan",
                                to="people.pegawai",
                            ),
                        ),
                        (
                            "usulan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("mulai", models.DateField()),
                        ("selesai", models.DateField(blank=True, null=True)),
                        ("alasan", models.TextField()),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("diajukan", "Diajukan"),
                                    ("disetujui", "Disetujui"),
                                    ("ditolak", "Ditolak"),
                                    ("dibatalkan", "Dibatalkan"),
                                ],
                                default="diajukan",
                                max_length=16,
                            ),
                        ),
                        ("tanggapan", models.TextField(blank=True)),
                        (
                            "diputus_oleh",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("dibuat", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("selesai", None),
                                    ("selesai__gte", models.F("mulai")),
                                    _connector="OR",
                                ),
                                name="permohonan_atasan_selesai_setelah_mulai",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("pegawai", models.F("usulan")), _negated=True),
                                name="permohonan_atasan_bukan_diri_sendiri",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "ditolak"), _negated=True),
                                    models.Q(("tanggapan", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="permohonan_atasan_ditolak_beralasan",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("status", "diajukan")),
                                fields=("pegawai",),
                                name="permohonan_atasan_satu_yang_terbuka",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Kantor",
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
                        ("mulai", models.DateField()),
                        ("selesai", models.DateField(blank=True, null=True)),
                        (
                            "orang",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="kantor",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "peran",
                            models.CharField(
                                choices=[
                                    ("pengelola", "Pengelola kinerja"),
                                    ("pimpinan_kepegawaian", "Pimpinan unit kepegawaian"),
                                    ("pyb", "Pejabat yang Berwenang"),
                                    ("konselor", "Konselor independen"),
                                    ("verifikator", "Verifikator"),
                                    ("auditor", "Auditor"),
                                    ("administrator", "Administrator"),
                                ],
                                max_length=24,
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="kantor",
                                to="people.unit",
                            ),
                        ),
                        (
                            "dasar",
                            models.CharField(
                                blank=True, help_text="Surat penugasan", max_length=200
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("selesai", None),
                                    ("selesai__gte", models.F("mulai")),
                                    _connector="OR",
                                ),
                                name="kantor_selesai_setelah_mulai",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Penempatan",
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
                        ("mulai", models.DateField()),
                        ("selesai", models.DateField(blank=True, null=True)),
                        (
                            "orang",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="penempatan",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="penempatan",
                                to="people.unit",
                            ),
                        ),
                        (
                            "jabatan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="penempatan",
                                to="people.jabatan",
                            ),
                        ),
                        (
                            "jenis",
                            models.CharField(
                                choices=[
                                    ("definitif", "Definitif"),
                                    ("plt", "Plt."),
                                    ("plh", "Plh."),
                                ],
                                default="definitif",
                                max_length=16,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["orang", "mulai"], name="penempatan_per_orang"),
                            models.Index(fields=["unit", "jabatan"], name="penempatan_per_unit"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("selesai", None),
                                    ("selesai__gte", models.F("mulai")),
                                    _connector="OR",
                                ),
                                name="penempatan_selesai_setelah_mulai",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TimKerja",
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
                        ("mulai", models.DateField()),
                        ("selesai", models.DateField(blank=True, null=True)),
                        (
                            "instansi",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tim_kerja",
                                to="people.instansi",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tim_kerja",
                                to="people.unit",
                            ),
                        ),
                        ("nama", models.CharField(max_length=200)),
                        ("tujuan", models.TextField(blank=True, default="")),
                        ("suntingan", models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("selesai", None),
                                    ("selesai__gte", models.F("mulai")),
                                    _connector="OR",
                                ),
                                name="tim_kerja_selesai_setelah_mulai",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("nama", ""), _negated=True),
                                name="tim_kerja_bernama",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="UnitLeluhur",
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="ke_leluhur",
                                to="people.unit",
                            ),
                        ),
                        (
                            "leluhur",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="ke_bawahan",
                                to="people.unit",
                            ),
                        ),
                        ("jarak", models.PositiveSmallIntegerField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("leluhur", "unit"), name="unit_leluhur_sekali"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AnggotaTim",
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
                        ("mulai", models.DateField()),
                        ("selesai", models.DateField(blank=True, null=True)),
                        (
                            "tim",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="anggota",
                                to="people.timkerja",
                            ),
                        ),
                        (
                            "orang",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="keanggotaan_tim",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("selesai", None),
                                    ("selesai__gte", models.F("mulai")),
                                    _connector="OR",
                                ),
                                name="anggota_tim_selesai_setelah_mulai",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="KetuaTim",
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
                        ("mulai", models.DateField()),
                        ("selesai", models.DateField(blank=True, null=True)),
                        (
                            "tim",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="ketua",
                                to="people.timkerja",
                            ),
                        ),
                        (
                            "orang",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tim_diketuai",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("selesai", None),
                                    ("selesai__gte", models.F("mulai")),
                                    _connector="OR",
                                ),
                                name="ketua_tim_selesai_setelah_mulai",
                            )
                        ],
                    },
                ),
            ]
        )
    ]
