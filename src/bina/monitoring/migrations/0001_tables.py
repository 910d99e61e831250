"""Actions, progress, feedback and signals."""

import django.db.models.deletion
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
        ("monitoring", "0001_initial"),
        ("monitoring", "0002_rencana_aksi_catatan_harian_sinyal"),
        ("monitoring", "0003_umpan_balik_tertutup_dan_tautan"),
    ]

    operations = [
        CreateTogether(
            [
                migrations.CreateModel(
                    name="PermintaanUmpanBalik",
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
                                related_name="+",
                                to="planning.skp",
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
                            "diminta_oleh",
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
                                related_name="diminta_umpan_balik",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("hasil_kunci", models.UUIDField(blank=True, null=True)),
                        ("nilai_perilaku", models.CharField(blank=True, max_length=24)),
                        ("pesan", models.TextField(blank=True)),
                        ("tenggat", models.DateField()),
                        (
                            "bersama",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="monitoring.permintaanumpanbalik",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("menunggu", "Menunggu jawaban"),
                                    ("dijawab", "Dijawab"),
                                    ("ditolak", "Ditolak"),
                                    ("dibatalkan", "Dibatalkan"),
                                ],
                                default="menunggu",
                                max_length=12,
                            ),
                        ),
                        ("tanggapan", models.TextField(blank=True)),
                        ("dibuat", models.DateTimeField()),
                        ("selesai_pada", models.DateTimeField(null=True)),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["kepada", "status"], name="permintaan_ub_per_orang"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("hasil_kunci__isnull", False), ("nilai_perilaku", "")
                                    ),
                                    models.Q(
                                        ("hasil_kunci", None),
                                        models.Q(("nilai_perilaku", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="permintaan_ub_satu_hal",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kepada", models.F("pegawai")), _negated=True),
                                    models.Q(("kepada", models.F("diminta_oleh")), _negated=True),
                                ),
                                name="permintaan_ub_bukan_kepada_diri_sendiri",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "ditolak"), _negated=True),
                                    models.Q(("tanggapan", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="permintaan_ub_ditolak_beralasan",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("hasil_kunci__isnull", False), ("status", "menunggu")
                                ),
                                fields=("skp", "kepada", "hasil_kunci"),
                                name="permintaan_ub_hasil_satu_yang_terbuka",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("hasil_kunci", None), ("status", "menunggu")),
                                fields=("skp", "kepada", "nilai_perilaku"),
                                name="permintaan_ub_nilai_satu_yang_terbuka",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RencanaAksi",
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
                                related_name="rencana_aksi",
                                to="planning.skp",
                            ),
                        ),
                        (
                            "indikator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rencana_aksi",
                                to="planning.indikator",
                            ),
                        ),
                        ("mulai", models.DateField()),
                        ("selesai", models.DateField()),
                        ("langkah", models.CharField(max_length=300)),
                        ("target", models.PositiveIntegerField(blank=True, null=True)),
                        ("target_teks", models.CharField(blank=True, max_length=200)),
                        ("satuan", models.CharField(blank=True, max_length=60)),
                        ("dihitung", models.BooleanField(default=False)),
                        ("tenggat", models.DateField()),
                        ("suntingan", models.PositiveIntegerField(default=0)),
                        (
                            "ditulis_oleh",
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
                            models.Index(fields=["skp", "mulai"], name="rencana_aksi_per_skp")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("langkah", ""), _negated=True),
                                name="rencana_aksi_berlangkah",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("target__gt", 0), ("target__isnull", False)),
                                    models.Q(
                                        ("target", None),
                                        models.Q(("target_teks", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="rencana_aksi_bertarget",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("dihitung", False), ("target__isnull", False), _connector="OR"
                                ),
                                name="rencana_aksi_dihitung_berangka",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("tenggat__gte", models.F("mulai")),
                                    ("tenggat__lte", models.F("selesai")),
                                ),
                                name="rencana_aksi_tenggat_dalam_masa",
                            ),
                            models.UniqueConstraint(
                                fields=("skp", "indikator", "mulai", "langkah"),
                                name="rencana_aksi_sekali",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Sinyal",
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
                                related_name="sinyal",
                                to="planning.skp",
                            ),
                        ),
                        (
                            "jenis",
                            models.CharField(
                                choices=[
                                    ("tertinggal", "Tertinggal"),
                                    ("tanpa_catatan", "Tanpa catatan"),
                                    ("umpan_balik_berbalik", "Umpan balik berbalik"),
                                    ("tindakan_lewat", "Tindakan lewat tenggat"),
                                    ("ekspektasi_jauh", "Ekspektasi jauh dari kenyataan"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("hasil_kunci", models.UUIDField(null=True)),
                        ("sejak", models.DateField()),
                        (
                            "terakhir",
                            models.DateField(help_text="the last day it was found to hold"),
                        ),
                        (
                            "angka",
                            models.JSONField(
                                default=dict, help_text="the figures its sentence is made of"
                            ),
                        ),
                        ("diredam_sampai", models.DateField(null=True)),
                        (
                            "diredam_oleh",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("alasan_redam", models.TextField(blank=True)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("skp", "jenis"), name="sinyal_sekali_per_jenis"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "jenis__in",
                                        [
                                            "tertinggal",
                                            "tanpa_catatan",
                                            "umpan_balik_berbalik",
                                            "tindakan_lewat",
                                            "ekspektasi_jauh",
                                        ],
                                    )
                                ),
                                name="sinyal_jenis_dikenal",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("alasan_redam", ""),
                                        ("diredam_oleh", None),
                                        ("diredam_sampai", None),
                                    ),
                                    models.Q(
                                        ("diredam_oleh__isnull", False),
                                        ("diredam_sampai__isnull", False),
                                        models.Q(("alasan_redam", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="sinyal_diredam_beralasan",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("terakhir__gte", models.F("sejak"))),
                                name="sinyal_sejak_sebelum_terakhir",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TautanUmpanBalik",
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
                                related_name="+",
                                to="planning.skp",
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
                            "dibuat_oleh",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("hasil_kunci", models.UUIDField(blank=True, null=True)),
                        ("nilai_perilaku", models.CharField(blank=True, max_length=24)),
                        ("untuk", models.CharField(blank=True, max_length=120)),
                        ("sidik", models.CharField(max_length=64, unique=True)),
                        ("berlaku_sampai", models.DateField()),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("menunggu", "Menunggu jawaban"),
                                    ("dijawab", "Dijawab"),
                                    ("dicabut", "Dicabut"),
                                ],
                                default="menunggu",
                                max_length=8,
                            ),
                        ),
                        ("dibuat", models.DateTimeField()),
                        ("selesai_pada", models.DateTimeField(null=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("hasil_kunci__isnull", False), ("nilai_perilaku", "")
                                    ),
                                    models.Q(
                                        ("hasil_kunci", None),
                                        models.Q(("nilai_perilaku", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="tautan_ub_satu_hal",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status__in", ["menunggu", "dijawab", "dicabut"])
                                ),
                                name="tautan_ub_status_dikenal",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Realisasi",
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
                                related_name="realisasi",
                                to="planning.skp",
                            ),
                        ),
                        (
                            "indikator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="realisasi",
                                to="planning.indikator",
                            ),
                        ),
                        ("tanggal", models.DateField()),
                        (
                            "nilai",
                            models.DecimalField(
                                blank=True, decimal_places=4, max_digits=18, null=True
                            ),
                        ),
                        ("nilai_teks", models.CharField(blank=True, max_length=300)),
                        ("uraian", models.TextField(blank=True)),
                        (
                            "rencana_aksi",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="realisasi",
                                to="monitoring.rencanaaksi",
                            ),
                        ),
                        ("jam_mulai", models.TimeField(null=True)),
                        ("jam_selesai", models.TimeField(null=True)),
                        ("jumlah", models.PositiveIntegerField(null=True)),
                        ("satuan", models.CharField(blank=True, max_length=60)),
                        ("kunci_kirim", models.UUIDField(null=True)),
                        (
                            "dicatat_oleh",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("dibuat", models.DateTimeField()),
                        ("dibatalkan_pada", models.DateTimeField(null=True)),
                        ("alasan_batal", models.TextField(blank=True)),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["skp", "tanggal"], name="realisasi_per_skp")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("nilai__isnull", False), ("nilai_teks", "")),
                                    models.Q(
                                        ("nilai", None), models.Q(("nilai_teks", ""), _negated=True)
                                    ),
                                    models.Q(
                                        ("jumlah__isnull", False),
                                        ("nilai", None),
                                        ("nilai_teks", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="realisasi_angka_atau_kata",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("jam_mulai", None), ("jam_selesai", None)),
                                    models.Q(
                                        ("jam_mulai__isnull", False),
                                        ("jam_mulai__lt", models.F("jam_selesai")),
                                        ("jam_selesai__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="realisasi_jam_berurutan",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("jumlah", None),
                                    models.Q(
                                        ("jam_mulai__isnull", False),
                                        models.Q(("uraian", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="realisasi_harian_berkegiatan",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("kunci_kirim__isnull", False)),
                                fields=("dicatat_oleh", "kunci_kirim"),
                                name="realisasi_terkirim_sekali",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("nilai", None), ("nilai__gte", 0), _connector="OR"
                                ),
                                name="realisasi_tidak_negatif",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("alasan_batal", ""), ("dibatalkan_pada", None)),
                                    models.Q(
                                        ("dibatalkan_pada__isnull", False),
                                        models.Q(("alasan_batal", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="realisasi_batal_beralasan",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="UmpanBalik",
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
                                related_name="umpan_balik",
                                to="planning.skp",
                            ),
                        ),
                        (
                            "pegawai",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="umpan_balik",
                                to="people.pegawai",
                            ),
                        ),
                        ("hasil_kunci", models.UUIDField(blank=True, null=True)),
                        ("nilai_perilaku", models.CharField(blank=True, max_length=24)),
                        (
                            "pemberi",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="umpan_balik_diberi",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "tautan",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="jawaban",
                                to="monitoring.tautanumpanbalik",
                            ),
                        ),
                        ("nama_pemberi", models.CharField(blank=True, max_length=120)),
                        (
                            "hubungan",
                            models.CharField(
                                choices=[
                                    ("pimpinan", "Pimpinan"),
                                    ("rekan", "Rekan kerja"),
                                    ("bawahan", "Bawahan"),
                                    ("ketua_tim", "Ketua tim"),
                                    ("pengguna_layanan", "Pengguna layanan"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("janji", models.PositiveSmallIntegerField(default=0)),
                        ("terbaca", models.BooleanField(default=True)),
                        ("acak", models.UUIDField(null=True)),
                        (
                            "sifat",
                            models.CharField(
                                choices=[
                                    ("positif", "Positif"),
                                    ("perlu_diperbaiki", "Perlu diperbaiki"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("situasi", models.TextField()),
                        ("perilaku", models.TextField()),
                        ("dampak", models.TextField()),
                        (
                            "pembaca",
                            models.CharField(
                                choices=[
                                    ("pegawai", "Pegawai saja"),
                                    ("penilai", "Pegawai dan penilainya"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "permintaan",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="jawaban",
                                to="monitoring.permintaanumpanbalik",
                            ),
                        ),
                        ("tanggal", models.DateField()),
                        ("dibuat", models.DateTimeField()),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["pegawai", "tanggal"], name="umpan_balik_per_pegawai"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("hasil_kunci__isnull", False), ("nilai_perilaku", "")
                                    ),
                                    models.Q(
                                        ("hasil_kunci", None),
                                        models.Q(("nilai_perilaku", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="umpan_balik_satu_hal",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("pegawai", models.F("pemberi")), _negated=True),
                                name="umpan_balik_bukan_untuk_diri_sendiri",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("situasi", ""), _negated=True),
                                    models.Q(("perilaku", ""), _negated=True),
                                    models.Q(("dampak", ""), _negated=True),
                                ),
                                name="umpan_balik_lengkap",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("pembaca__in", ["pegawai", "penilai"])),
                                name="umpan_balik_pembaca_dikenal",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("nama_pemberi", ""),
                                        ("pemberi__isnull", False),
                                        ("tautan", None),
                                        models.Q(("hubungan", "pengguna_layanan"), _negated=True),
                                    ),
                                    models.Q(
                                        ("hubungan", "pengguna_layanan"),
                                        ("janji", 0),
                                        ("pemberi", None),
                                        ("tautan__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="umpan_balik_dari_orang_atau_lewat_tautan",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("terbaca", True), ("janji__gt", 0), _connector="OR"
                                ),
                                name="umpan_balik_hanya_yang_dijanjikan_menunggu",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("acak", None), ("janji", 0)),
                                    models.Q(("acak__isnull", False), ("janji__gt", 0)),
                                    _connector="OR",
                                ),
                                name="umpan_balik_yang_dijanjikan_beracak",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Bukti",
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
                            "realisasi",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="bukti",
                                to="monitoring.realisasi",
                            ),
                        ),
                        (
                            "berkas",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="bukti",
                                to="core.berkas",
                            ),
                        ),
                        ("url", models.URLField(blank=True, max_length=500)),
                        ("judul", models.CharField(max_length=200)),
                        ("dibuat", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("berkas__isnull", False), ("url", "")),
                                    models.Q(
                                        ("berkas", None), models.Q(("url", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="bukti_berkas_atau_tautan",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("url", ""),
                                    ("url__startswith", "http://"),
                                    ("url__startswith", "https://"),
                                    _connector="OR",
                                ),
                                name="bukti_tautan_http",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("judul", ""), _negated=True),
                                name="bukti_berjudul",
                            ),
                        ],
                    },
                ),
            ]
        )
    ]
