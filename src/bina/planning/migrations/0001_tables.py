"""Plans of people and units, and what the year does to them."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


from bina.core.together import CreateTogether


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("core", "0001_tables"),
        ("people", "0001_tables"),
    ]

    # Before the first release; what was laid down by these stands as it is.
    replaces = [
        ("planning", "0001_initial"),
        ("planning", "0003_perjanjian_kinerja"),
        ("planning", "0004_drafting_in_full"),
        ("planning", "0005_planning_year"),
        ("planning", "0006_ekspektasi_tim"),
        ("planning", "0007_changes_and_transfers"),
    ]

    operations = [
        CreateTogether(
            [
                migrations.CreateModel(
                    name="PerjanjianKinerja",
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
                                related_name="perjanjian",
                                to="people.unit",
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
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("status", "dibatalkan"), _negated=True),
                                fields=("unit", "tahun", "versi"),
                                name="perjanjian_versi_sekali",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("status", "ditetapkan")),
                                fields=("unit", "tahun"),
                                name="perjanjian_satu_yang_berlaku",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("status", "draf")),
                                fields=("unit", "tahun"),
                                name="perjanjian_satu_yang_disusun",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ditetapkan_oleh__isnull", False),
                                        ("ditetapkan_pada__isnull", False),
                                        ("status__in", ("ditetapkan", "digantikan")),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("status__in", ("ditetapkan", "digantikan")),
                                            _negated=True,
                                        ),
                                        ("ditetapkan_pada__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="perjanjian_ditetapkan_bertanggal",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("versi", 1),
                                    models.Q(("alasan_perubahan", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="perjanjian_berubah_beralasan",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Skp",
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
                        ("rumpun", models.UUIDField(db_index=True, default=uuid.uuid4)),
                        ("versi", models.PositiveSmallIntegerField(default=1)),
                        (
                            "pegawai",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="skp",
                                to="people.pegawai",
                            ),
                        ),
                        (
                            "penempatan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="skp",
                                to="people.penempatan",
                            ),
                        ),
                        (
                            "penilai",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="skp_dinilai",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("selesai", models.DateField()),
                        ("disepakati_sampai", models.DateField(null=True)),
                        (
                            "jenis",
                            models.CharField(
                                choices=[
                                    (
                                        "jpt",
                                        "Pejabat Pimpinan Tinggi dan pimpinan unit kerja mandiri",
                                    ),
                                    ("ja_jf", "Pejabat Administrasi dan Pejabat Fungsional"),
                                ],
                                default="ja_jf",
                                max_length=8,
                            ),
                        ),
                        (
                            "pendekatan",
                            models.CharField(
                                choices=[
                                    ("kuantitatif", "Kuantitatif"),
                                    ("kualitatif", "Kualitatif"),
                                ],
                                default="kuantitatif",
                                max_length=12,
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draf", "Draf"),
                                    ("diajukan", "Diajukan"),
                                    ("dikembalikan", "Dikembalikan"),
                                    ("ditetapkan", "Ditetapkan"),
                                    ("digantikan", "Digantikan"),
                                    ("dibatalkan", "Dibatalkan"),
                                    ("dinyatakan_batal", "Dinyatakan batal"),
                                ],
                                default="draf",
                                max_length=16,
                            ),
                        ),
                        ("suntingan", models.PositiveIntegerField(default=0)),
                        (
                            "dasar_perubahan",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("pejabat", "Pejabat pada jabatan ini berganti"),
                                    ("strategi", "Strategi atau prioritas berubah"),
                                    ("perjanjian_kinerja", "Perjanjian kinerja unit berubah"),
                                    ("keadaan_kahar", "Keadaan kahar"),
                                    ("cuti", "Cuti yang panjang"),
                                    ("lainnya", "Dasar lain"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("alasan_perubahan", models.TextField(blank=True)),
                        ("diajukan_pada", models.DateTimeField(null=True)),
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
                        ("dibuat", models.DateTimeField()),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["pegawai", "mulai"], name="skp_per_pegawai"),
                            models.Index(fields=["penilai", "status"], name="skp_per_penilai"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("mulai__lt", models.F("selesai"))),
                                name="skp_mulai_sebelum_selesai",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("penilai", None),
                                    models.Q(("pegawai", models.F("penilai")), _negated=True),
                                    _connector="OR",
                                ),
                                name="skp_bukan_untuk_diri_sendiri",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ditetapkan_oleh__isnull", False),
                                        ("ditetapkan_pada__isnull", False),
                                        ("penilai__isnull", False),
                                        (
                                            "status__in",
                                            ("ditetapkan", "digantikan", "dinyatakan_batal"),
                                        ),
                                    ),
                                    models.Q(
                                        models.Q(
                                            (
                                                "status__in",
                                                ("ditetapkan", "digantikan", "dinyatakan_batal"),
                                            ),
                                            _negated=True,
                                        ),
                                        ("ditetapkan_pada__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="skp_ditetapkan_bertanggal",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "diajukan"), _negated=True),
                                    ("penilai__isnull", False),
                                    _connector="OR",
                                ),
                                name="skp_diajukan_berpenilai",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("dasar_perubahan", ""), ("versi__gt", 1), _connector="OR"
                                ),
                                name="skp_dasar_pada_versi_berikut",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("disepakati_sampai", None),
                                    ("disepakati_sampai__gt", models.F("selesai")),
                                    _connector="OR",
                                ),
                                name="skp_berakhir_lebih_awal",
                            ),
                            models.UniqueConstraint(
                                fields=("rumpun", "versi"), name="skp_versi_sekali"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("status", "ditetapkan")),
                                fields=("penempatan", "mulai"),
                                name="skp_satu_yang_berlaku",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("status__in", ["draf", "dikembalikan", "diajukan"])
                                ),
                                fields=("penempatan", "mulai"),
                                name="skp_satu_yang_disusun",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EkspektasiTim",
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
                            "tim",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.timkerja",
                            ),
                        ),
                        (
                            "pegawai",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="ekspektasi_tim",
                                to=settings.AUTH_USER_MODEL,
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
                        ("isi", models.TextField()),
                        ("tanggal", models.DateField()),
                        ("dibuat", models.DateTimeField()),
                        ("dibaca_pada", models.DateTimeField(null=True)),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["pegawai", "tim"], name="ekspektasi_tim_per_anggota"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("isi", ""), _negated=True),
                                name="ekspektasi_tim_terisi",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("pegawai", models.F("oleh")), _negated=True),
                                name="ekspektasi_tim_bukan_untuk_diri_sendiri",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ImporPerjanjian",
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
                            "berkas",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.berkas",
                            ),
                        ),
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
                        (
                            "oleh",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("dibuat", models.DateTimeField()),
                        ("diambil_pada", models.DateTimeField(null=True)),
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
                                name="impor_perjanjian_diambil_bertanggal",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MasaPerencanaan",
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
                        ("tahun", models.PositiveSmallIntegerField()),
                        (
                            "unit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.unit",
                            ),
                        ),
                        ("susun_mulai", models.DateField()),
                        ("susun_selesai", models.DateField()),
                        ("tetapkan_mulai", models.DateField()),
                        ("tetapkan_selesai", models.DateField()),
                        (
                            "status",
                            models.CharField(
                                choices=[("dibuka", "Dibuka"), ("ditutup", "Ditutup")],
                                default="dibuka",
                                max_length=8,
                            ),
                        ),
                        ("suntingan", models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("unit", "tahun"), name="masa_sekali_per_unit"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("susun_selesai__gte", models.F("susun_mulai"))),
                                name="masa_susun_berurutan",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("tetapkan_selesai__gte", models.F("tetapkan_mulai"))
                                ),
                                name="masa_tetapkan_berurutan",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("tetapkan_mulai__gte", models.F("susun_mulai")),
                                    ("tetapkan_selesai__gte", models.F("susun_selesai")),
                                ),
                                name="masa_tetapkan_tidak_mendahului",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TemplatSkp",
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
                                related_name="+",
                                to="people.unit",
                            ),
                        ),
                        (
                            "jabatan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.jabatan",
                            ),
                        ),
                        ("nama", models.CharField(max_length=200)),
                        (
                            "pendekatan",
                            models.CharField(
                                choices=[
                                    ("kuantitatif", "Kuantitatif"),
                                    ("kualitatif", "Kualitatif"),
                                ],
                                default="kuantitatif",
                                max_length=12,
                            ),
                        ),
                        ("isi", models.JSONField(default=list)),
                        ("suntingan", models.PositiveIntegerField(default=0)),
                        (
                            "dibuat_oleh",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("dibuat", models.DateTimeField()),
                        ("dihentikan_pada", models.DateTimeField(null=True)),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["jabatan", "unit"], name="templat_per_jabatan")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("nama", ""), _negated=True),
                                name="templat_skp_bernama",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PenggantiPenilai",
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
                        (
                            "penilai",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="digantikan_oleh",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pengganti",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="menggantikan",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("selesai", models.DateField()),
                        ("alasan", models.TextField()),
                        (
                            "ditunjuk_oleh",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("dibuat", models.DateTimeField()),
                        ("dicabut_pada", models.DateTimeField(null=True)),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["pengganti", "selesai"], name="pengganti_kini")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("selesai", None),
                                    ("selesai__gte", models.F("mulai")),
                                    _connector="OR",
                                ),
                                name="pengganti_selesai_setelah_mulai",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("penilai", models.F("pengganti")), _negated=True
                                ),
                                name="pengganti_bukan_diri_sendiri",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("alasan", ""), _negated=True),
                                name="pengganti_beralasan",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Pengingat",
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
                            "kepada",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pengingat_skp",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("hari", models.DateField()),
                        ("tahun", models.PositiveSmallIntegerField()),
                        (
                            "oleh",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("pada", models.DateTimeField()),
                        ("surel_pada", models.DateTimeField(null=True)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("kepada", "hari"), name="pengingat_sekali_sehari"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TeksLampiran",
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
                        (
                            "jenis",
                            models.CharField(
                                choices=[
                                    ("sumber_daya", "Dukungan Sumber Daya"),
                                    ("pertanggungjawaban", "Skema Pertanggungjawaban"),
                                    ("konsekuensi", "Konsekuensi"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("uraian", models.CharField(max_length=500)),
                        ("dibuat", models.DateTimeField()),
                        ("dihentikan_pada", models.DateTimeField(null=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("uraian", ""), _negated=True),
                                name="teks_lampiran_beruraian",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("dihentikan_pada", None)),
                                fields=("instansi", "jenis", "uraian"),
                                name="teks_lampiran_sekali",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AnggaranUnit",
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
                            "perjanjian",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="anggaran",
                                to="planning.perjanjiankinerja",
                            ),
                        ),
                        ("urutan", models.PositiveSmallIntegerField()),
                        ("program", models.CharField(max_length=300)),
                        ("jumlah", models.DecimalField(decimal_places=2, max_digits=20)),
                    ],
                    options={
                        "ordering": ["urutan", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("program", ""), _negated=True),
                                name="anggaran_bernama",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("jumlah__gte", 0)),
                                name="anggaran_tidak_negatif",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SasaranUnit",
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
                        ("kunci", models.UUIDField(db_index=True, default=uuid.uuid4)),
                        (
                            "perjanjian",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sasaran",
                                to="planning.perjanjiankinerja",
                            ),
                        ),
                        ("nomor", models.PositiveSmallIntegerField()),
                        ("uraian", models.TextField()),
                    ],
                    options={
                        "ordering": ["nomor", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("perjanjian", "kunci"), name="sasaran_sekali_per_versi"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("uraian", ""), _negated=True),
                                name="sasaran_beruraian",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ButirLampiran",
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="lampiran",
                                to="planning.skp",
                            ),
                        ),
                        (
                            "jenis",
                            models.CharField(
                                choices=[
                                    ("sumber_daya", "Dukungan Sumber Daya"),
                                    ("pertanggungjawaban", "Skema Pertanggungjawaban"),
                                    ("konsekuensi", "Konsekuensi"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("urutan", models.PositiveSmallIntegerField()),
                        ("uraian", models.TextField()),
                    ],
                    options={
                        "ordering": ["urutan", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("uraian", ""), _negated=True),
                                name="lampiran_beruraian",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EkspektasiPerilaku",
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="perilaku",
                                to="planning.skp",
                            ),
                        ),
                        (
                            "nilai",
                            models.CharField(
                                choices=[
                                    ("berorientasi_pelayanan", "Berorientasi Pelayanan"),
                                    ("akuntabel", "Akuntabel"),
                                    ("kompeten", "Kompeten"),
                                    ("harmonis", "Harmonis"),
                                    ("loyal", "Loyal"),
                                    ("adaptif", "Adaptif"),
                                    ("kolaboratif", "Kolaboratif"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("ekspektasi_khusus", models.TextField(blank=True)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("skp", "nilai"), name="perilaku_sekali_per_skp"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Klarifikasi",
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
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="klarifikasi",
                                to="planning.skp",
                            ),
                        ),
                        (
                            "pimpinan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="klarifikasi_dipimpin",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("dibuka_pada", models.DateTimeField()),
                        ("sidik", models.CharField(blank=True, max_length=64)),
                        ("paraf_pegawai_pada", models.DateTimeField(null=True)),
                        ("paraf_pimpinan_pada", models.DateTimeField(null=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("sidik", ""), _negated=True),
                                    models.Q(
                                        ("paraf_pegawai_pada", None), ("paraf_pimpinan_pada", None)
                                    ),
                                    _connector="OR",
                                ),
                                name="klarifikasi_paraf_bersidik",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Pembatalan",
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
                                related_name="pembatalan",
                                to="planning.skp",
                            ),
                        ),
                        (
                            "sebab",
                            models.CharField(
                                choices=[
                                    ("orang", "Orangnya keliru"),
                                    ("jabatan", "Jabatannya keliru"),
                                    ("ganda", "Ganda"),
                                    ("lain", "Kekeliruan lain"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("alasan", models.TextField()),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("diajukan", "Menunggu persetujuan"),
                                    ("disetujui", "Disetujui"),
                                    ("ditolak", "Ditolak"),
                                    ("ditarik", "Ditarik"),
                                ],
                                default="diajukan",
                                max_length=10,
                            ),
                        ),
                        (
                            "pengusul",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("pada", models.DateTimeField()),
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
                        ("diputus_pada", models.DateTimeField(null=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("alasan", ""), _negated=True),
                                name="pembatalan_beralasan",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "ditolak"), _negated=True),
                                    models.Q(("tanggapan", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="pembatalan_ditolak_beralasan",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("status", "diajukan")),
                                fields=("skp",),
                                name="pembatalan_satu_yang_menunggu",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Pengembalian",
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
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="pengembalian",
                                to="planning.skp",
                            ),
                        ),
                        ("alasan", models.TextField()),
                        (
                            "oleh",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("pada", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["-pada"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("alasan", ""), _negated=True),
                                name="pengembalian_beralasan",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SerahTerima",
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
                                related_name="serah_terima",
                                to="planning.skp",
                            ),
                        ),
                        (
                            "dari",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "kepada",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("mulai", models.DateField()),
                        ("alasan", models.TextField()),
                        (
                            "oleh",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("pada", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["mulai", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("dari", models.F("kepada")), _negated=True),
                                name="serah_terima_kepada_orang_lain",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("alasan", ""), _negated=True),
                                name="serah_terima_beralasan",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PerubahanMasa",
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
                            "masa",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="perubahan",
                                to="planning.masaperencanaan",
                            ),
                        ),
                        (
                            "jenis",
                            models.CharField(
                                choices=[
                                    ("buka", "Dibuka"),
                                    ("ubah", "Tanggal diubah"),
                                    ("tutup", "Ditutup"),
                                    ("buka_lagi", "Dibuka lagi"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("alasan", models.TextField(blank=True)),
                        ("susun_selesai", models.DateField()),
                        ("tetapkan_selesai", models.DateField()),
                        (
                            "oleh",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("pada", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["-pada", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("jenis", "buka"),
                                    models.Q(("alasan", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="perubahan_masa_beralasan",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PembagianTemplat",
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
                            "templat",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pembagian",
                                to="planning.templatskp",
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
                        ("pada", models.DateTimeField()),
                        ("hari", models.DateField()),
                        ("orang", models.JSONField(default=list)),
                        (
                            "pekerjaan",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.pekerjaan",
                            ),
                        ),
                        ("baru", models.PositiveIntegerField(default=0)),
                        ("ditambah", models.PositiveIntegerField(default=0)),
                        ("dilewati", models.JSONField(default=dict)),
                        ("selesai_pada", models.DateTimeField(null=True)),
                    ],
                    options={},
                ),
                migrations.CreateModel(
                    name="IndikatorUnit",
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
                        ("kunci", models.UUIDField(db_index=True, default=uuid.uuid4)),
                        (
                            "sasaran",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="indikator",
                                to="planning.sasaranunit",
                            ),
                        ),
                        ("urutan", models.PositiveSmallIntegerField()),
                        ("uraian", models.TextField()),
                        (
                            "target",
                            models.DecimalField(
                                blank=True, decimal_places=4, max_digits=18, null=True
                            ),
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
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("sasaran", "kunci"), name="indikator_unit_sekali_per_versi"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("target__isnull", False),
                                    models.Q(("target_teks", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="indikator_unit_bertarget",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("target", None), ("target__gte", 0), _connector="OR"
                                ),
                                name="indikator_unit_target_tidak_negatif",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("uraian", ""), _negated=True),
                                name="indikator_unit_beruraian",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HasilKerja",
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
                        ("kunci", models.UUIDField(db_index=True, default=uuid.uuid4)),
                        (
                            "skp",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="hasil_kerja",
                                to="planning.skp",
                            ),
                        ),
                        (
                            "jenis",
                            models.CharField(
                                choices=[("utama", "Utama"), ("tambahan", "Tambahan")],
                                default="utama",
                                max_length=8,
                            ),
                        ),
                        ("urutan", models.PositiveSmallIntegerField()),
                        ("uraian", models.TextField()),
                        (
                            "mendukung",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="didukung",
                                to="planning.hasilkerja",
                            ),
                        ),
                        (
                            "mendukung_sasaran",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="didukung",
                                to="planning.sasaranunit",
                            ),
                        ),
                        (
                            "mendukung_indikator",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="didukung",
                                to="planning.indikatorunit",
                            ),
                        ),
                        ("penugasan_dari", models.CharField(blank=True, max_length=200)),
                        (
                            "pemberi_tugas",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="menugaskan_hasil",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("manfaat", models.TextField(blank=True)),
                        ("penerima_manfaat", models.CharField(blank=True, max_length=200)),
                        (
                            "perspektif",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("penerima_layanan", "Penerima Layanan"),
                                    ("proses_bisnis", "Proses Bisnis"),
                                    ("penguatan_internal", "Penguatan Internal"),
                                    ("anggaran", "Anggaran"),
                                ],
                                max_length=20,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["jenis", "urutan", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("skp", "kunci"), name="hasil_kerja_sekali_per_versi"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("uraian", ""), _negated=True),
                                name="hasil_kerja_beruraian",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("pemberi_tugas", None),
                                    models.Q(("penugasan_dari", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="hasil_kerja_penugasan_bernama",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ButirSepakat",
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
                            "klarifikasi",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sepakat",
                                to="planning.klarifikasi",
                            ),
                        ),
                        (
                            "hasil",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="planning.hasilkerja",
                            ),
                        ),
                        ("uraian", models.CharField(max_length=500)),
                        (
                            "oleh",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("pada", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["pada", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("uraian", ""), _negated=True),
                                name="butir_sepakat_beruraian",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CatatanKlarifikasi",
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
                            "klarifikasi",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="catatan",
                                to="planning.klarifikasi",
                            ),
                        ),
                        (
                            "hasil",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="planning.hasilkerja",
                            ),
                        ),
                        (
                            "pihak",
                            models.CharField(
                                choices=[("pegawai", "Pegawai"), ("pimpinan", "Pimpinan")],
                                max_length=8,
                            ),
                        ),
                        ("isi", models.TextField(blank=True)),
                        ("suntingan", models.PositiveIntegerField(default=0)),
                        ("pada", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("klarifikasi", "hasil", "pihak"),
                                name="catatan_klarifikasi_satu_per_pihak",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Indikator",
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
                        ("kunci", models.UUIDField(db_index=True, default=uuid.uuid4)),
                        (
                            "hasil",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="indikator",
                                to="planning.hasilkerja",
                            ),
                        ),
                        ("urutan", models.PositiveSmallIntegerField()),
                        (
                            "aspek",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("kuantitas", "Kuantitas"),
                                    ("kualitas", "Kualitas"),
                                    ("waktu", "Waktu"),
                                    ("biaya", "Biaya"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("uraian", models.TextField()),
                        (
                            "target",
                            models.DecimalField(
                                blank=True, decimal_places=4, max_digits=18, null=True
                            ),
                        ),
                        (
                            "target_atas",
                            models.DecimalField(
                                blank=True, decimal_places=4, max_digits=18, null=True
                            ),
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
                        (
                            "cara_hitung",
                            models.CharField(
                                choices=[
                                    ("jumlah", "Dijumlahkan"),
                                    ("terakhir", "Angka terakhir yang berlaku"),
                                ],
                                default="jumlah",
                                max_length=8,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["urutan", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("hasil", "kunci"), name="indikator_sekali_per_versi"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("target__isnull", False),
                                    models.Q(("target_teks", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="indikator_bertarget",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("target", None), ("target__gte", 0), _connector="OR"
                                ),
                                name="indikator_target_tidak_negatif",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("target_atas", None),
                                    models.Q(
                                        ("target__isnull", False),
                                        ("target_atas__gt", models.F("target")),
                                    ),
                                    _connector="OR",
                                ),
                                name="indikator_rentang_tidak_terbalik",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("uraian", ""), _negated=True),
                                name="indikator_beruraian",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ManualIndikator",
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
                            "indikator",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="manual",
                                to="planning.indikator",
                            ),
                        ),
                        ("tujuan", models.TextField()),
                        ("definisi", models.TextField()),
                        ("formula", models.TextField(blank=True)),
                        (
                            "kendali",
                            models.CharField(
                                choices=[
                                    ("outcome", "Outcome"),
                                    ("outcome_antara", "Outcome Antara"),
                                    ("output_kendali_rendah", "Output Kendali Rendah"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("sumber_data", models.TextField()),
                        (
                            "periode",
                            models.CharField(
                                choices=[
                                    ("bulanan", "Bulanan"),
                                    ("triwulanan", "Triwulanan"),
                                    ("semesteran", "Semesteran"),
                                    ("tahunan", "Tahunan"),
                                ],
                                max_length=12,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("tujuan", ""), _negated=True),
                                    models.Q(("definisi", ""), _negated=True),
                                    models.Q(("sumber_data", ""), _negated=True),
                                ),
                                name="manual_indikator_terisi",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="UsulPerubahan",
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
                                related_name="usul_perubahan",
                                to="planning.skp",
                            ),
                        ),
                        (
                            "indikator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="usul_perubahan",
                                to="planning.indikator",
                            ),
                        ),
                        ("target_semula", models.DecimalField(decimal_places=4, max_digits=18)),
                        ("target_menjadi", models.DecimalField(decimal_places=4, max_digits=18)),
                        ("ukuran_menjadi", models.TextField(blank=True)),
                        ("alasan", models.TextField()),
                        (
                            "pengusul",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "asal",
                            models.CharField(
                                blank=True, help_text="what it came out of: coaching", max_length=32
                            ),
                        ),
                        ("pada", models.DateTimeField()),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("diajukan", "Menunggu persetujuan"),
                                    ("disetujui", "Disetujui"),
                                    ("ditolak", "Ditolak"),
                                    ("ditarik", "Ditarik"),
                                ],
                                default="diajukan",
                                max_length=12,
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
                        ("diputus_pada", models.DateTimeField(null=True)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("status", "diajukan")),
                                fields=("indikator",),
                                name="usul_perubahan_satu_yang_terbuka",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("status__in", ["disetujui", "ditolak"]), _negated=True
                                    ),
                                    models.Q(
                                        ("diputus_oleh__isnull", False),
                                        ("diputus_pada__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="usul_perubahan_diputus_bernama",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("target_semula", models.F("target_menjadi")), _negated=True
                                ),
                                name="usul_perubahan_mengubah",
                            ),
                        ],
                    },
                ),
            ]
        )
    ]
