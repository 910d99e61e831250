"""Drafting in full: ranges, assignments by reference."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from bina.core.constraints import RefuseWhen
from bina.core.lifting import Lift
from bina.planning.guards import BY_HASIL, BY_SKP, SUPPORTS_SEVERAL, LockedParts

GUARDS = [
    LockedParts("hasilkerja", belongs=BY_SKP),
    LockedParts("indikator", belongs=BY_HASIL),
    RefuseWhen("hasilkerja", name="hasil_kerja_mendukung_satu", found=SUPPORTS_SEVERAL),
]


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0003_fewer_indexes"),
        ("people", "0008_ketentuan"),
        ("planning", "0003_perjanjian_kinerja"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        *(Lift(one) for one in GUARDS),
        migrations.CreateModel(
            name="ButirSepakat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uraian", models.CharField(max_length=500)),
                ("pada", models.DateTimeField()),
            ],
            options={
                "ordering": ["pada", "pk"],
            },
        ),
        migrations.CreateModel(
            name="CatatanKlarifikasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "pihak",
                    models.CharField(
                        choices=[("pegawai", "Pegawai"), ("pimpinan", "Pimpinan")], max_length=8
                    ),
                ),
                ("isi", models.TextField(blank=True)),
                ("suntingan", models.PositiveIntegerField(default=0)),
                ("pada", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Klarifikasi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("dibuka_pada", models.DateTimeField()),
                ("sidik", models.CharField(blank=True, max_length=64)),
                ("paraf_pegawai_pada", models.DateTimeField(null=True)),
                ("paraf_pimpinan_pada", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="ManualIndikator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
        ),
        migrations.CreateModel(
            name="PembagianTemplat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("pada", models.DateTimeField()),
                ("hari", models.DateField()),
                ("orang", models.JSONField(default=list)),
                ("baru", models.PositiveIntegerField(default=0)),
                ("ditambah", models.PositiveIntegerField(default=0)),
                ("dilewati", models.JSONField(default=dict)),
                ("selesai_pada", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="TeksLampiran",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
        ),
        migrations.CreateModel(
            name="TemplatSkp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nama", models.CharField(max_length=200)),
                (
                    "pendekatan",
                    models.CharField(
                        choices=[("kuantitatif", "Kuantitatif"), ("kualitatif", "Kualitatif")],
                        default="kuantitatif",
                        max_length=12,
                    ),
                ),
                ("isi", models.JSONField(default=list)),
                ("suntingan", models.PositiveIntegerField(default=0)),
                ("dibuat", models.DateTimeField()),
                ("dihentikan_pada", models.DateTimeField(null=True)),
            ],
        ),
        migrations.AddField(
            model_name="hasilkerja",
            name="pemberi_tugas",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="menugaskan_hasil",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="indikator",
            name="target_atas",
            field=models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True),
        ),
        migrations.AddConstraint(
            model_name="hasilkerja",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("pemberi_tugas", None),
                    models.Q(("penugasan_dari", ""), _negated=True),
                    _connector="OR",
                ),
                name="hasil_kerja_penugasan_bernama",
            ),
        ),
        migrations.AddConstraint(
            model_name="indikator",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("target_atas", None),
                    models.Q(("target__isnull", False), ("target_atas__gt", models.F("target"))),
                    _connector="OR",
                ),
                name="indikator_rentang_tidak_terbalik",
            ),
        ),
        migrations.AddField(
            model_name="butirsepakat",
            name="hasil",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="planning.hasilkerja",
            ),
        ),
        migrations.AddField(
            model_name="butirsepakat",
            name="oleh",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="catatanklarifikasi",
            name="hasil",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="planning.hasilkerja",
            ),
        ),
        migrations.AddField(
            model_name="klarifikasi",
            name="pimpinan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="klarifikasi_dipimpin",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="klarifikasi",
            name="skp",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="klarifikasi",
                to="planning.skp",
            ),
        ),
        migrations.AddField(
            model_name="catatanklarifikasi",
            name="klarifikasi",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="catatan",
                to="planning.klarifikasi",
            ),
        ),
        migrations.AddField(
            model_name="butirsepakat",
            name="klarifikasi",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="sepakat",
                to="planning.klarifikasi",
            ),
        ),
        migrations.AddField(
            model_name="manualindikator",
            name="indikator",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="manual",
                to="planning.indikator",
            ),
        ),
        migrations.AddField(
            model_name="pembagiantemplat",
            name="oleh",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="pembagiantemplat",
            name="pekerjaan",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="core.pekerjaan",
            ),
        ),
        migrations.AddField(
            model_name="tekslampiran",
            name="instansi",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.instansi"
            ),
        ),
        migrations.AddField(
            model_name="templatskp",
            name="dibuat_oleh",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="templatskp",
            name="jabatan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.jabatan"
            ),
        ),
        migrations.AddField(
            model_name="templatskp",
            name="unit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.unit"
            ),
        ),
        migrations.AddField(
            model_name="pembagiantemplat",
            name="templat",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="pembagian",
                to="planning.templatskp",
            ),
        ),
        migrations.AddConstraint(
            model_name="klarifikasi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sidik", ""), _negated=True),
                    models.Q(("paraf_pegawai_pada", None), ("paraf_pimpinan_pada", None)),
                    _connector="OR",
                ),
                name="klarifikasi_paraf_bersidik",
            ),
        ),
        migrations.AddConstraint(
            model_name="catatanklarifikasi",
            constraint=models.UniqueConstraint(
                fields=("klarifikasi", "hasil", "pihak"), name="catatan_klarifikasi_satu_per_pihak"
            ),
        ),
        migrations.AddConstraint(
            model_name="butirsepakat",
            constraint=models.CheckConstraint(
                condition=models.Q(("uraian", ""), _negated=True), name="butir_sepakat_beruraian"
            ),
        ),
        migrations.AddConstraint(
            model_name="manualindikator",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("tujuan", ""), _negated=True),
                    models.Q(("definisi", ""), _negated=True),
                    models.Q(("sumber_data", ""), _negated=True),
                ),
                name="manual_indikator_terisi",
            ),
        ),
        migrations.AddConstraint(
            model_name="tekslampiran",
            constraint=models.CheckConstraint(
                condition=models.Q(("uraian", ""), _negated=True), name="teks_lampiran_beruraian"
            ),
        ),
        migrations.AddConstraint(
            model_name="tekslampiran",
            constraint=models.UniqueConstraint(
                condition=models.Q(("dihentikan_pada", None)),
                fields=("instansi", "jenis", "uraian"),
                name="teks_lampiran_sekali",
            ),
        ),
        migrations.AddIndex(
            model_name="templatskp",
            index=models.Index(fields=["jabatan", "unit"], name="templat_per_jabatan"),
        ),
        migrations.AddConstraint(
            model_name="templatskp",
            constraint=models.CheckConstraint(
                condition=models.Q(("nama", ""), _negated=True), name="templat_skp_bernama"
            ),
        ),
        *GUARDS,
    ]
