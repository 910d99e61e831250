"""Triage, coaching, mentoring and sealed words."""

import django.core.validators
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
        ("planning", "0001_tables"),
    ]

    # Before the first release; what was laid down by these stands as it is.
    replaces = [
        ("guidance", "0001_initial"),
        ("guidance", "0003_mentoring"),
        ("guidance", "0005_tersegel"),
    ]

    operations = [
        CreateTogether(
            [
                migrations.CreateModel(
                    name="Bidang",
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
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="bidang_mentoring",
                                to="people.instansi",
                            ),
                        ),
                        ("kode", models.SlugField(blank=True, max_length=40)),
                        ("nama", models.CharField(max_length=120)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("instansi", "nama"), name="bidang_satu_nama"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("instansi", None)),
                                fields=("kode",),
                                name="bidang_umum_sekali",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("nama", ""), _negated=True),
                                name="bidang_bernama",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Triase",
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
                                related_name="triase",
                                to="people.pegawai",
                            ),
                        ),
                        (
                            "penilai",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="triase_dinilai",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "skp",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="triase",
                                to="planning.skp",
                            ),
                        ),
                        ("hasil_kunci", models.UUIDField(null=True)),
                        ("hasil_judul", models.TextField(blank=True)),
                        (
                            "asal",
                            models.CharField(
                                choices=[
                                    ("sinyal", "Bina melihat kemajuan tertinggal"),
                                    ("pegawai", "Diminta pegawai"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "kemajuan",
                            models.DecimalField(decimal_places=2, max_digits=6, null=True),
                        ),
                        ("waktu", models.DecimalField(decimal_places=2, max_digits=6, null=True)),
                        (
                            "kesenjangan",
                            models.DecimalField(decimal_places=2, max_digits=6, null=True),
                        ),
                        ("kelas", models.CharField(default="tidak_ada", max_length=12)),
                        ("penyebab_pegawai", models.JSONField(default=list)),
                        ("penyebab_penilai", models.JSONField(default=list)),
                        (
                            "kebutuhan_karier",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("pengalaman", "Belajar dari pengalaman orang lain"),
                                    ("strategi", "Menyusun strategi sendiri"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "rekomendasi",
                            models.CharField(
                                choices=[
                                    ("coaching", "Coaching"),
                                    ("mentoring", "Mentoring"),
                                    ("pelatihan", "Pelatihan"),
                                    ("sesuaikan_ekspektasi", "Sesuaikan ekspektasi atau sarana"),
                                    ("eksplorasi", "Percakapan penjajakan"),
                                    ("tidak_perlu", "Belum perlu bimbingan"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("alasan_rekomendasi", models.CharField(max_length=32)),
                        ("kalimat", models.TextField()),
                        ("tinjauan_penilai", models.BooleanField(default=False)),
                        ("dasar", models.JSONField(default=list)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("terbuka", "Menunggu keputusan"),
                                    ("diputus", "Diputus"),
                                    ("dibatalkan", "Dibatalkan"),
                                ],
                                default="terbuka",
                                max_length=12,
                            ),
                        ),
                        (
                            "pilihan",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("coaching", "Coaching"),
                                    ("mentoring", "Mentoring"),
                                    ("pelatihan", "Pelatihan"),
                                    ("sesuaikan_ekspektasi", "Sesuaikan ekspektasi atau sarana"),
                                    ("eksplorasi", "Percakapan penjajakan"),
                                    ("tidak_perlu", "Belum perlu bimbingan"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("alasan_berbeda", models.TextField(blank=True)),
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
                        ("dibuat", models.DateTimeField()),
                        (
                            "dibuat_oleh",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["penilai", "status"], name="triase_per_penilai")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("pegawai", models.F("penilai")), _negated=True),
                                name="triase_bukan_untuk_diri_sendiri",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "diputus"), _negated=True),
                                    models.Q(
                                        ("diputus_oleh__isnull", False),
                                        ("diputus_pada__isnull", False),
                                        models.Q(("pilihan", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="triase_diputus_bernama",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("pilihan", ""),
                                    ("pilihan", models.F("rekomendasi")),
                                    models.Q(("alasan_berbeda", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="triase_pilihan_lain_beralasan",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("hasil_kunci", None),
                                    models.Q(
                                        ("skp__isnull", False),
                                        models.Q(("hasil_judul", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="triase_hasil_dari_skp",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("hasil_kunci__isnull", False), ("status", "terbuka")
                                ),
                                fields=("pegawai", "hasil_kunci"),
                                name="triase_hasil_satu_yang_terbuka",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("hasil_kunci", None), ("status", "terbuka")),
                                fields=("pegawai",),
                                name="triase_umum_satu_yang_terbuka",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Mentor",
                    fields=[
                        (
                            "orang",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                primary_key=True,
                                related_name="mentor",
                                serialize=False,
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "instansi",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mentor",
                                to="people.instansi",
                            ),
                        ),
                        (
                            "kapasitas",
                            models.PositiveSmallIntegerField(
                                default=2,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(20),
                                ],
                            ),
                        ),
                        ("lokasi", models.CharField(blank=True, max_length=80)),
                        ("tersedia", models.BooleanField(default=True)),
                        ("diubah_pada", models.DateTimeField()),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["instansi", "tersedia"], name="mentor_tersedia")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("kapasitas__gte", 1), ("kapasitas__lte", 20)),
                                name="mentor_berkapasitas",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProgramMentoring",
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
                        ("nama", models.CharField(max_length=200)),
                        ("tujuan", models.TextField()),
                        ("mulai", models.DateField()),
                        ("selesai", models.DateField()),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("disusun", "Disusun"),
                                    ("diusulkan", "Usulan diperiksa"),
                                    ("diterbitkan", "Diterbitkan"),
                                ],
                                default="disusun",
                                max_length=12,
                            ),
                        ),
                        ("dibuat", models.DateTimeField()),
                        ("diterbitkan_pada", models.DateTimeField(null=True)),
                    ],
                    options={
                        "ordering": ["-dibuat", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("nama", ""), _negated=True),
                                    models.Q(("tujuan", ""), _negated=True),
                                ),
                                name="program_mentoring_bernama",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("selesai__gt", models.F("mulai"))),
                                name="program_mentoring_selesai_setelah_mulai",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("diterbitkan_pada__isnull", False),
                                        ("status", "diterbitkan"),
                                    ),
                                    models.Q(
                                        models.Q(("status", "diterbitkan"), _negated=True),
                                        ("diterbitkan_pada", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="program_mentoring_diterbitkan_bertanggal",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Coaching",
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
                                related_name="coaching",
                                to="people.pegawai",
                            ),
                        ),
                        (
                            "penilai",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="coaching_bawahan",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "coach",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="coaching_dipandu",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "coach_jenis",
                            models.CharField(
                                choices=[
                                    ("pimpinan", "Pimpinan"),
                                    ("pihak_lain", "Pihak lain dengan penugasan khusus"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("surat_tugas", models.CharField(blank=True, max_length=120)),
                        ("tugas_mulai", models.DateField(null=True)),
                        ("tugas_selesai", models.DateField(null=True)),
                        ("konflik_dinyatakan", models.BooleanField(default=False)),
                        (
                            "triase",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="coaching",
                                to="guidance.triase",
                            ),
                        ),
                        (
                            "skp",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="coaching",
                                to="planning.skp",
                            ),
                        ),
                        ("hasil_kunci", models.UUIDField(null=True)),
                        ("hasil_judul", models.TextField(blank=True)),
                        ("topik", models.CharField(max_length=200)),
                        (
                            "status",
                            models.CharField(
                                choices=[("berjalan", "Berjalan"), ("selesai", "Selesai")],
                                default="berjalan",
                                max_length=12,
                            ),
                        ),
                        ("dibuat", models.DateTimeField()),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["coach", "status"], name="coaching_per_coach"),
                            models.Index(fields=["pegawai", "status"], name="coaching_per_pegawai"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("pegawai", models.F("coach")), _negated=True),
                                    models.Q(("pegawai", models.F("penilai")), _negated=True),
                                ),
                                name="coaching_bukan_untuk_diri_sendiri",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("coach_jenis", "pihak_lain"), _negated=True),
                                    models.Q(
                                        models.Q(("surat_tugas", ""), _negated=True),
                                        models.Q(("coach", models.F("penilai")), _negated=True),
                                        ("tugas_mulai__isnull", False),
                                        ("tugas_selesai__gte", models.F("tugas_mulai")),
                                    ),
                                    _connector="OR",
                                ),
                                name="coaching_pihak_lain_bersurat_tugas",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("coach_jenis", "pimpinan"), _negated=True),
                                    models.Q(
                                        ("coach", models.F("penilai")), ("konflik_dinyatakan", True)
                                    ),
                                    _connector="OR",
                                ),
                                name="coaching_pimpinan_menyatakan_konflik",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("coach_jenis__in", ["pimpinan", "pihak_lain"])),
                                name="coaching_jenis_dikenal",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("topik", ""), _negated=True),
                                name="coaching_bertopik",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MasalahPerilaku",
                    fields=[
                        (
                            "kode",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "pegawai",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.pegawai",
                            ),
                        ),
                        (
                            "penilai",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "triase",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="masalah_perilaku",
                                to="guidance.triase",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("dikenali", "Belum dibicarakan"),
                                    ("dibicarakan", "Sudah dibicarakan"),
                                    ("perilaku_berubah", "Perilaku berubah"),
                                    ("diserahkan", "Diserahkan"),
                                    ("masalah_ditarik", "Ditarik"),
                                ],
                                default="dikenali",
                                max_length=20,
                            ),
                        ),
                        ("diberitahukan", models.BooleanField(default=False)),
                        ("tinjau_pada", models.DateField(null=True)),
                        ("kunci", models.BinaryField()),
                        ("dibuat", models.DateTimeField()),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["penilai", "status"], name="masalah_per_penilai")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("pegawai", models.F("penilai")), _negated=True),
                                name="masalah_bukan_untuk_diri_sendiri",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        (
                                            "status__in",
                                            ["dibicarakan", "perilaku_berubah", "diserahkan"],
                                        ),
                                        _negated=True,
                                    ),
                                    models.Q(
                                        ("diberitahukan", True), ("tinjau_pada__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="masalah_dibicarakan_diberitahukan",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("status__in", ("dikenali", "dibicarakan"))),
                                fields=("pegawai", "penilai"),
                                name="masalah_satu_yang_terbuka",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="KeahlianMentor",
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
                            "mentor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="keahlian",
                                to="guidance.mentor",
                            ),
                        ),
                        (
                            "bidang",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="keahlian",
                                to="guidance.bidang",
                            ),
                        ),
                        ("tingkat", models.PositiveSmallIntegerField()),
                        ("pengalaman", models.CharField(max_length=300)),
                    ],
                    options={
                        "ordering": ["pk"],
                        "indexes": [
                            models.Index(fields=["bidang", "tingkat"], name="keahlian_per_bidang")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("mentor", "bidang"), name="keahlian_mentor_sekali"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("tingkat__gte", 1), ("tingkat__lte", 5)),
                                name="keahlian_mentor_tingkat",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("pengalaman", ""), _negated=True),
                                name="keahlian_mentor_berpengalaman",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Mentoring",
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
                                related_name="mentoring",
                                to="people.pegawai",
                            ),
                        ),
                        (
                            "penilai",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mentoring_bawahan",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "mentor",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mentoring_dipandu",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "bidang",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="guidance.bidang",
                            ),
                        ),
                        (
                            "triase",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mentoring",
                                to="guidance.triase",
                            ),
                        ),
                        (
                            "program",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="peserta",
                                to="guidance.programmentoring",
                            ),
                        ),
                        ("tingkat", models.PositiveSmallIntegerField(default=0)),
                        ("lokasi", models.CharField(blank=True, max_length=80)),
                        ("tujuan", models.TextField()),
                        ("perubahan", models.TextField()),
                        ("mulai", models.DateField()),
                        ("selesai", models.DateField()),
                        (
                            "catatan",
                            models.TextField(blank=True, help_text="what the penilai asks to mend"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("rencana", "Rencana disusun"),
                                    ("diajukan", "Menunggu persetujuan"),
                                    ("mencari", "Mencari mentor"),
                                    ("ditawarkan", "Menunggu jawaban mentor"),
                                    ("berjalan", "Berjalan"),
                                    ("laporan", "Laporan menunggu tanda tangan"),
                                    ("menunggu_pimpinan", "Menunggu pimpinan"),
                                    ("selesai", "Selesai"),
                                    ("dihentikan", "Dihentikan"),
                                ],
                                default="rencana",
                                max_length=20,
                            ),
                        ),
                        ("suntingan", models.PositiveIntegerField(default=0)),
                        ("dibuat", models.DateTimeField()),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["mentor", "status"], name="mentoring_per_mentor"),
                            models.Index(
                                fields=["pegawai", "status"], name="mentoring_per_pegawai"
                            ),
                            models.Index(
                                fields=["penilai", "status"], name="mentoring_per_penilai"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        (
                                            "rencana",
                                            "diajukan",
                                            "mencari",
                                            "ditawarkan",
                                            "berjalan",
                                            "laporan",
                                            "menunggu_pimpinan",
                                        ),
                                    )
                                ),
                                fields=("pegawai", "bidang"),
                                name="mentoring_satu_per_bidang",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("pegawai", models.F("penilai")), _negated=True),
                                    models.Q(
                                        ("mentor", None),
                                        models.Q(("pegawai", models.F("mentor")), _negated=True),
                                        _connector="OR",
                                    ),
                                ),
                                name="mentoring_bukan_untuk_diri_sendiri",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        (
                                            "status__in",
                                            ("berjalan", "laporan", "menunggu_pimpinan", "selesai"),
                                        ),
                                        _negated=True,
                                    ),
                                    ("mentor__isnull", False),
                                    _connector="OR",
                                ),
                                name="mentoring_berpasangan_bermentor",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        (
                                            "status__in",
                                            ["rencana", "diajukan", "mencari", "ditawarkan"],
                                        ),
                                        _negated=True,
                                    ),
                                    ("mentor", None),
                                    _connector="OR",
                                ),
                                name="mentoring_mencari_tanpa_mentor",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("tujuan", ""), _negated=True),
                                    models.Q(("perubahan", ""), _negated=True),
                                    ("selesai__gt", models.F("mulai")),
                                ),
                                name="mentoring_rencana_lengkap",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("tingkat__lt", 5)),
                                name="mentoring_tingkat_dikenal",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Sesi",
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
                            "coaching",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sesi",
                                to="guidance.coaching",
                            ),
                        ),
                        ("ke", models.PositiveSmallIntegerField()),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("pra_coaching", "Laporan pra-coaching"),
                                    ("dilaporkan", "Menunggu jadwal"),
                                    ("dijadwalkan", "Dijadwalkan"),
                                    ("dicatat", "Catatan disusun"),
                                    ("menunggu_tanda_tangan", "Menunggu tanda tangan"),
                                    ("ditandatangani", "Ditandatangani"),
                                    ("batal", "Dibatalkan"),
                                    ("tidak_hadir", "Tidak terlaksana"),
                                ],
                                default="pra_coaching",
                                max_length=24,
                            ),
                        ),
                        ("suntingan", models.PositiveIntegerField(default=0)),
                        ("pra_progres", models.TextField(blank=True)),
                        ("pra_masalah", models.TextField(blank=True)),
                        (
                            "pra_jenis",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("metode", "Metode kerja"),
                                    ("proses", "Proses kerja"),
                                    ("kualitas", "Kualitas kerja"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("pra_penyebab", models.TextField(blank=True)),
                        ("pra_alternatif", models.TextField(blank=True)),
                        ("dilaporkan_pada", models.DateTimeField(null=True)),
                        ("mulai", models.DateTimeField(null=True)),
                        ("selesai", models.DateTimeField(null=True)),
                        ("tempat", models.CharField(blank=True, max_length=200)),
                        ("masalah_metode", models.TextField(blank=True)),
                        ("masalah_proses", models.TextField(blank=True)),
                        ("masalah_kualitas", models.TextField(blank=True)),
                        ("alternatif", models.TextField(blank=True, help_text="one a line")),
                        (
                            "keterangan",
                            models.TextField(
                                blank=True, help_text="why called off, or what to mend"
                            ),
                        ),
                        ("tenggat_tanda_tangan", models.DateField(null=True)),
                        ("pegawai_pada", models.DateTimeField(null=True)),
                        ("coach_pada", models.DateTimeField(null=True)),
                        ("dibuat", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["coaching", "ke"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coaching", "ke"), name="sesi_nomor_sekali"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    (
                                        "status__in",
                                        (
                                            "pra_coaching",
                                            "dilaporkan",
                                            "dijadwalkan",
                                            "dicatat",
                                            "menunggu_tanda_tangan",
                                        ),
                                    )
                                ),
                                fields=("coaching",),
                                name="sesi_satu_yang_berlangsung",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "ditandatangani"), _negated=True),
                                    models.Q(
                                        ("coach_pada__isnull", False),
                                        ("pegawai_pada__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="sesi_ditandatangani_berdua",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status__in", ["menunggu_tanda_tangan", "ditandatangani"]),
                                    models.Q(("coach_pada", None), ("pegawai_pada", None)),
                                    _connector="OR",
                                ),
                                name="sesi_belum_siap_tanpa_tanda_tangan",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "menunggu_tanda_tangan"), _negated=True),
                                    ("pegawai_pada", None),
                                    ("coach_pada", None),
                                    _connector="OR",
                                ),
                                name="sesi_menunggu_yang_kedua",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        (
                                            "status__in",
                                            (
                                                "dijadwalkan",
                                                "dicatat",
                                                "menunggu_tanda_tangan",
                                                "ditandatangani",
                                                "tidak_hadir",
                                            ),
                                        ),
                                        _negated=True,
                                    ),
                                    models.Q(
                                        ("mulai__isnull", False),
                                        ("selesai__gt", models.F("mulai")),
                                        models.Q(("tempat", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="sesi_dijadwalkan_bertempat_berwaktu",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        (
                                            "status__in",
                                            [
                                                "dilaporkan",
                                                "dijadwalkan",
                                                "dicatat",
                                                "menunggu_tanda_tangan",
                                                "ditandatangani",
                                            ],
                                        ),
                                        _negated=True,
                                    ),
                                    models.Q(
                                        ("dilaporkan_pada__isnull", False),
                                        models.Q(("pra_progres", ""), _negated=True),
                                        models.Q(("pra_masalah", ""), _negated=True),
                                        models.Q(("pra_penyebab", ""), _negated=True),
                                        models.Q(("pra_jenis", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="sesi_didahului_laporan",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("status__in", ["menunggu_tanda_tangan", "ditandatangani"]),
                                        _negated=True,
                                    ),
                                    models.Q(("masalah_metode", ""), _negated=True),
                                    models.Q(("masalah_proses", ""), _negated=True),
                                    models.Q(("masalah_kualitas", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="sesi_siap_bermasalah_tertulis",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TeksTersegel",
                    fields=[
                        (
                            "kode",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "masalah",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="teks",
                                to="guidance.masalahperilaku",
                            ),
                        ),
                        (
                            "bagian",
                            models.CharField(
                                choices=[
                                    ("uraian", "Uraian"),
                                    ("pembicaraan", "Pembicaraan"),
                                    ("tanggapan", "Tanggapan"),
                                    ("tinjauan", "Tinjauan"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "penulis",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("nomor", models.PositiveSmallIntegerField()),
                        ("isi", models.BinaryField()),
                        ("dibuat", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["nomor"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("masalah", "nomor"), name="teks_tersegel_bernomor"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ButirRencana",
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
                            "mentoring",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="butir",
                                to="guidance.mentoring",
                            ),
                        ),
                        ("keahlian", models.CharField(max_length=300)),
                        ("langkah", models.TextField()),
                        ("sampai", models.DateField()),
                        ("ukuran", models.CharField(max_length=300)),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("keahlian", ""), _negated=True),
                                    models.Q(("langkah", ""), _negated=True),
                                ),
                                name="butir_rencana_terisi",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ukuran", ""), _negated=True),
                                name="butir_rencana_terukur",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LaporanMentoring",
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
                            "mentoring",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="laporan",
                                to="guidance.mentoring",
                            ),
                        ),
                        (
                            "mentor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("ringkasan", models.TextField()),
                        (
                            "pengetahuan",
                            models.TextField(help_text="knowledge written down for others"),
                        ),
                        ("rekomendasi", models.TextField(blank=True)),
                        (
                            "keterangan",
                            models.TextField(blank=True, help_text="what one of them asks to mend"),
                        ),
                        ("suntingan", models.PositiveIntegerField(default=0)),
                        ("pegawai_pada", models.DateTimeField(null=True)),
                        ("mentor_pada", models.DateTimeField(null=True)),
                        (
                            "perubahan",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("dirasakan", "Ya, saya merasakannya"),
                                    ("sebagian", "Sebagian"),
                                    ("belum", "Belum terasa"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("kata_pimpinan", models.TextField(blank=True)),
                        ("pimpinan_pada", models.DateTimeField(null=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("pimpinan_pada", None),
                                    models.Q(
                                        ("mentor_pada__isnull", False),
                                        ("pegawai_pada__isnull", False),
                                        models.Q(("perubahan", ""), _negated=True),
                                        models.Q(("kata_pimpinan", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="laporan_mentoring_pimpinan_sesudah_keduanya",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ringkasan", ""), _negated=True),
                                    models.Q(("pengetahuan", ""), _negated=True),
                                ),
                                name="laporan_mentoring_terisi",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LogMentoring",
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
                            "mentoring",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="log",
                                to="guidance.mentoring",
                            ),
                        ),
                        (
                            "mentor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="log_mentoring",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("ke", models.PositiveSmallIntegerField()),
                        ("tanggal", models.DateField()),
                        ("menit", models.PositiveSmallIntegerField()),
                        ("bentuk", models.JSONField(default=list)),
                        ("peran", models.JSONField(default=list)),
                        ("kegiatan", models.TextField()),
                        ("dikenalkan", models.CharField(blank=True, max_length=300)),
                        ("dipelajari", models.TextField()),
                        ("kendala", models.TextField(blank=True)),
                        ("tindak_lanjut", models.TextField(blank=True)),
                        (
                            "keterangan",
                            models.TextField(blank=True, help_text="what one of them asks to mend"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("disusun", "Disusun"),
                                    ("menunggu_paraf", "Menunggu paraf"),
                                    ("diparaf", "Diparaf berdua"),
                                ],
                                default="disusun",
                                max_length=16,
                            ),
                        ),
                        ("suntingan", models.PositiveIntegerField(default=0)),
                        ("pegawai_pada", models.DateTimeField(null=True)),
                        ("mentor_pada", models.DateTimeField(null=True)),
                        ("dibuat", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["mentoring", "ke"],
                        "indexes": [
                            models.Index(fields=["mentor", "status"], name="log_per_mentor")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("mentoring", "ke"), name="log_mentoring_nomor_sekali"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "diparaf"), _negated=True),
                                    models.Q(
                                        ("mentor_pada__isnull", False),
                                        ("pegawai_pada__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="log_mentoring_diparaf_berdua",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status", "diparaf"),
                                    ("pegawai_pada", None),
                                    ("mentor_pada", None),
                                    _connector="OR",
                                ),
                                name="log_mentoring_menunggu_yang_kedua",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "disusun"), _negated=True),
                                    models.Q(("mentor_pada", None), ("pegawai_pada", None)),
                                    _connector="OR",
                                ),
                                name="log_mentoring_disusun_tanpa_paraf",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kegiatan", ""), _negated=True),
                                    models.Q(("dipelajari", ""), _negated=True),
                                    ("menit__gte", 1),
                                    ("menit__lte", 1440),
                                ),
                                name="log_mentoring_terisi",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PasanganMentor",
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
                            "mentoring",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pasangan",
                                to="guidance.mentoring",
                            ),
                        ),
                        (
                            "mentor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pasangan_mentor",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("mulai", models.DateField()),
                        ("selesai", models.DateField(null=True)),
                        ("bicara_pertama", models.DateField(null=True)),
                        ("kesepakatan", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["-mulai", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("selesai", None)),
                                fields=("mentoring",),
                                name="pasangan_mentor_satu_yang_berlaku",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("selesai", None),
                                    ("selesai__gte", models.F("mulai")),
                                    _connector="OR",
                                ),
                                name="pasangan_mentor_selesai_setelah_mulai",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("bicara_pertama", None),
                                    models.Q(("kesepakatan", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="pasangan_mentor_bicara_bersepakat",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TawaranMentor",
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
                            "mentoring",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tawaran",
                                to="guidance.mentoring",
                            ),
                        ),
                        (
                            "mentor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tawaran",
                                to="guidance.mentor",
                            ),
                        ),
                        ("putaran", models.PositiveSmallIntegerField()),
                        ("urutan", models.PositiveSmallIntegerField()),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("antre", "Menunggu giliran"),
                                    ("terbuka_mentor", "Menunggu jawaban mentor"),
                                    ("diterima_mentor", "Bersedia"),
                                    ("belum_dapat", "Belum dapat"),
                                    ("lewat", "Belum dapat"),
                                    ("gugur", "Tidak jadi ditawarkan"),
                                ],
                                default="antre",
                                max_length=16,
                            ),
                        ),
                        ("batas", models.DateField(help_text="last day to answer", null=True)),
                        ("dibuat", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["mentoring", "putaran", "urutan"],
                        "indexes": [
                            models.Index(fields=["status", "batas"], name="tawaran_menunggu")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("mentoring", "putaran", "urutan"),
                                name="tawaran_satu_per_urutan",
                            ),
                            models.UniqueConstraint(
                                fields=("mentoring", "putaran", "mentor"),
                                name="tawaran_satu_per_mentor",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("status", "terbuka_mentor")),
                                fields=("mentoring",),
                                name="tawaran_satu_yang_terbuka",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "terbuka_mentor"), _negated=True),
                                    ("batas__isnull", False),
                                    _connector="OR",
                                ),
                                name="tawaran_terbuka_berbatas",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="UsulPasangan",
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
                            "program",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="usul",
                                to="guidance.programmentoring",
                            ),
                        ),
                        (
                            "mentoring",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="usul",
                                to="guidance.mentoring",
                            ),
                        ),
                        (
                            "mentor",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="guidance.mentor",
                            ),
                        ),
                        ("skor", models.PositiveSmallIntegerField(default=0)),
                        ("diatur", models.BooleanField(default=False)),
                    ],
                    options={
                        "ordering": ["mentoring__pegawai__orang__nama", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("program", "mentoring"),
                                name="usul_pasangan_sekali_per_program",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Catatan",
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
                            "sesi",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="catatan",
                                to="guidance.sesi",
                            ),
                        ),
                        (
                            "bagian",
                            models.CharField(
                                choices=[
                                    ("tujuan", "Tujuan"),
                                    ("kenyataan", "Kenyataan"),
                                    ("pilihan", "Pilihan"),
                                    ("komitmen", "Komitmen"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "pembaca",
                            models.CharField(
                                choices=[
                                    ("saya", "Hanya saya"),
                                    ("berdua", "Kami berdua"),
                                    ("bagi", "Dibagikan kepada penilai"),
                                ],
                                default="berdua",
                                max_length=8,
                            ),
                        ),
                        (
                            "penulis",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="catatan_coaching",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("isi", models.TextField()),
                        ("diubah_pada", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("pembaca__in", ["saya", "berdua", "bagi"])),
                                name="catatan_pembaca_dikenal",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("isi", ""), _negated=True),
                                name="catatan_berisi",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Penyesuaian",
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
                            "sesi",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="penyesuaian",
                                to="guidance.sesi",
                            ),
                        ),
                        ("indikator_kunci", models.UUIDField()),
                        ("indikator_uraian", models.TextField()),
                        ("satuan", models.CharField(blank=True, max_length=60)),
                        ("semula", models.DecimalField(decimal_places=4, max_digits=18)),
                        ("menjadi", models.DecimalField(decimal_places=4, max_digits=18)),
                        ("alasan", models.TextField()),
                        (
                            "usul",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="planning.usulperubahan",
                            ),
                        ),
                        (
                            "kendala",
                            models.TextField(
                                blank=True, help_text="why it could not be proposed, in words"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("semula", models.F("menjadi")), _negated=True),
                                    ("menjadi__gte", 0),
                                ),
                                name="penyesuaian_mengubah",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("alasan", ""), _negated=True),
                                name="penyesuaian_beralasan",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TandaTangan",
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
                            "sesi",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tanda_tangan",
                                to="guidance.sesi",
                            ),
                        ),
                        (
                            "peran",
                            models.CharField(
                                choices=[("pegawai", "Pegawai"), ("coach", "Coach")], max_length=8
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
                        ("sidik", models.CharField(max_length=64)),
                        ("pada", models.DateTimeField()),
                        ("gugur_pada", models.DateTimeField(null=True)),
                    ],
                    options={
                        "ordering": ["pada", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("gugur_pada", None)),
                                fields=("sesi", "peran"),
                                name="tanda_tangan_satu_per_peran",
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
                            "sesi",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tindakan",
                                to="guidance.sesi",
                            ),
                        ),
                        ("uraian", models.CharField(max_length=500)),
                        (
                            "oleh",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tindakan_coaching",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("tenggat", models.DateField()),
                        ("selesai_pada", models.DateField(null=True)),
                    ],
                    options={
                        "ordering": ["tenggat", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("uraian", ""), _negated=True),
                                name="tindakan_coaching_beruraian",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CapaianUkuran",
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
                            "laporan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="capaian",
                                to="guidance.laporanmentoring",
                            ),
                        ),
                        (
                            "butir",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="capaian",
                                to="guidance.butirrencana",
                            ),
                        ),
                        ("realisasi", models.CharField(max_length=500)),
                        ("tercapai", models.BooleanField()),
                    ],
                    options={
                        "ordering": ["butir"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("realisasi", ""), _negated=True),
                                name="capaian_ukuran_terisi",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BuktiMentoring",
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
                            "log",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="bukti",
                                to="guidance.logmentoring",
                            ),
                        ),
                        (
                            "berkas",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="bukti_mentoring",
                                to="core.berkas",
                            ),
                        ),
                        ("dibuat", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ParafMentoring",
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
                            "log",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="paraf",
                                to="guidance.logmentoring",
                            ),
                        ),
                        (
                            "laporan",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="paraf",
                                to="guidance.laporanmentoring",
                            ),
                        ),
                        ("peran", models.CharField(max_length=8)),
                        (
                            "oleh",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("sidik", models.CharField(max_length=64)),
                        ("pada", models.DateTimeField()),
                        ("gugur_pada", models.DateTimeField(null=True)),
                    ],
                    options={
                        "ordering": ["pada", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("laporan__isnull", False), ("log", None)),
                                    models.Q(("laporan", None), ("log__isnull", False)),
                                    _connector="OR",
                                ),
                                name="paraf_mentoring_satu_perihal",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("gugur_pada", None)),
                                fields=("log", "peran"),
                                name="paraf_mentoring_satu_per_peran_log",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("gugur_pada", None)),
                                fields=("laporan", "peran"),
                                name="paraf_mentoring_satu_per_peran_laporan",
                            ),
                        ],
                    },
                ),
            ]
        )
    ]
