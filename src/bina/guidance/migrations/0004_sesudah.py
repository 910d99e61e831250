"""After guidance, topics, programmes: B.1.8, B.1.9, topics of a case, coachings of a programme."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from bina.core.together import CreateTogether
from bina.guidance.guards import LockedWhenSigned


# What was handed over or signed stands. `dibaca_pada` alone is written later.
SAID = " OR ".join(
    f"{{old}}.{name} <> {{new}}.{name}"
    for name in (
        "diperhatikan",
        "dihargai",
        "bebas_bicara",
        "berdasar_data",
        "positif",
        "bertanya",
        "dibantu",
        "tahu_langkah",
        "paham_tujuan",
        "kepada_id",
        "pemandu_id",
        "pegawai_id",
        "ditandatangani_pada",
    )
)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("guidance", "0003_coaching_in_full"),
        ("people", "0002_guards"),
    ]

    operations = [
        CreateTogether(
            tables=[
                migrations.CreateModel(
                    name="UmpanBalikAkhir",
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
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="umpan_balik_akhir",
                                to="guidance.coaching",
                            ),
                        ),
                        (
                            "mentoring",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="umpan_balik_akhir",
                                to="guidance.mentoring",
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
                            "pemandu",
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
                                related_name="umpan_balik_bimbingan",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("diperhatikan", models.TextField()),
                        ("dihargai", models.TextField()),
                        ("bebas_bicara", models.TextField()),
                        ("berdasar_data", models.TextField()),
                        ("positif", models.TextField()),
                        ("bertanya", models.TextField()),
                        ("dibantu", models.TextField()),
                        ("tahu_langkah", models.TextField()),
                        ("paham_tujuan", models.TextField()),
                        ("ditandatangani_pada", models.DateTimeField()),
                        ("dibaca_pada", models.DateTimeField(null=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("coaching", None), ("mentoring__isnull", False)),
                                    models.Q(("coaching__isnull", False), ("mentoring", None)),
                                    _connector="OR",
                                ),
                                name="umpan_balik_akhir_satu_bimbingan",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kepada", models.F("pemandu")), _negated=True),
                                    models.Q(("kepada", models.F("pegawai")), _negated=True),
                                ),
                                name="umpan_balik_akhir_bukan_kepada_pemandu",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("diperhatikan", ""), _negated=True),
                                    models.Q(("dihargai", ""), _negated=True),
                                    models.Q(("bebas_bicara", ""), _negated=True),
                                    models.Q(("berdasar_data", ""), _negated=True),
                                    models.Q(("positif", ""), _negated=True),
                                    models.Q(("bertanya", ""), _negated=True),
                                    models.Q(("dibantu", ""), _negated=True),
                                    models.Q(("tahu_langkah", ""), _negated=True),
                                    models.Q(("paham_tujuan", ""), _negated=True),
                                ),
                                name="umpan_balik_akhir_terisi",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EvaluasiKompetensi",
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
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evaluasi_kompetensi",
                                to="guidance.coaching",
                            ),
                        ),
                        (
                            "mentoring",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evaluasi_kompetensi",
                                to="guidance.mentoring",
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
                            "oleh",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "sebagai",
                            models.CharField(
                                choices=[
                                    ("pimpinan", "Pimpinan"),
                                    ("pihak_lain", "Pihak lain yang diberikan penugasan khusus"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("ditandatangani_pada", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("coaching", None), ("mentoring__isnull", False)),
                                    models.Q(("coaching__isnull", False), ("mentoring", None)),
                                    _connector="OR",
                                ),
                                name="evaluasi_kompetensi_satu_bimbingan",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("pegawai", models.F("oleh")), _negated=True),
                                name="evaluasi_kompetensi_bukan_untuk_diri_sendiri",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NilaiKompetensi",
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
                            "evaluasi",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="kompetensi",
                                to="guidance.evaluasikompetensi",
                            ),
                        ),
                        ("nama", models.CharField(max_length=200)),
                        ("standar", models.PositiveSmallIntegerField(null=True)),
                        ("sebelum", models.PositiveSmallIntegerField(null=True)),
                        ("nilai", models.PositiveSmallIntegerField()),
                        ("alasan", models.TextField()),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("evaluasi", "nama"), name="nilai_kompetensi_sekali"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("nilai__gte", 1),
                                    ("nilai__lte", 5),
                                    models.Q(
                                        ("standar", None),
                                        models.Q(("standar__gte", 1), ("standar__lte", 5)),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("sebelum", None),
                                        models.Q(("sebelum__gte", 1), ("sebelum__lte", 5)),
                                        _connector="OR",
                                    ),
                                ),
                                name="nilai_kompetensi_satu_sampai_lima",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("nama", ""), _negated=True),
                                    models.Q(("alasan", ""), _negated=True),
                                ),
                                name="nilai_kompetensi_beralasan",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TopikKasus",
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
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="topik_kasus",
                                to="guidance.coaching",
                            ),
                        ),
                        (
                            "mentoring",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="topik_kasus",
                                to="guidance.mentoring",
                            ),
                        ),
                        (
                            "topik",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="kasus",
                                to="guidance.bidang",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("coaching", None), ("mentoring__isnull", False)),
                                    models.Q(("coaching__isnull", False), ("mentoring", None)),
                                    _connector="OR",
                                ),
                                name="topik_kasus_satu_bimbingan",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("coaching__isnull", False)),
                                fields=("coaching", "topik"),
                                name="topik_kasus_sekali_per_coaching",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("mentoring__isnull", False)),
                                fields=("mentoring", "topik"),
                                name="topik_kasus_sekali_per_mentoring",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PesertaCoaching",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="peserta_coaching",
                                to="guidance.programmentoring",
                            ),
                        ),
                        (
                            "coaching",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="program_peserta",
                                to="guidance.coaching",
                            ),
                        ),
                        ("masuk_pada", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["pk"],
                    },
                ),
            ],
        ),
        migrations.AddField(
            model_name="Bidang",
            name="jenis",
            field=models.CharField(
                choices=[("coaching", "Coaching"), ("mentoring", "Mentoring")],
                default="mentoring",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="Bidang",
            name="pensiun_pada",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="ProgramMentoring",
            name="anggaran_jp",
            field=models.DecimalField(decimal_places=2, max_digits=8, null=True),
        ),
        migrations.RemoveConstraint(
            model_name="bidang",
            name="bidang_satu_nama",
        ),
        migrations.AddConstraint(
            model_name="bidang",
            constraint=models.UniqueConstraint(
                fields=("instansi", "jenis", "nama"), name="bidang_satu_nama"
            ),
        ),
        migrations.AddConstraint(
            model_name="bidang",
            constraint=models.CheckConstraint(
                condition=models.Q(("jenis__in", ["coaching", "mentoring"])),
                name="bidang_jenis_dikenal",
            ),
        ),
        migrations.AddConstraint(
            model_name="bidang",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("instansi__isnull", False), ("pensiun_pada", None), _connector="OR"
                ),
                name="bidang_umum_tidak_pensiun",
            ),
        ),
        migrations.AddConstraint(
            model_name="programmentoring",
            constraint=models.CheckConstraint(
                condition=models.Q(("anggaran_jp", None), ("anggaran_jp__gt", 0), _connector="OR"),
                name="program_mentoring_anggaran_positif",
            ),
        ),
        # A mentoring's own field is one of its topics.
        migrations.RunSQL(
            "INSERT INTO guidance_topikkasus (mentoring_id, topik_id)"
            " SELECT id, bidang_id FROM guidance_mentoring",
            migrations.RunSQL.noop,
        ),
        LockedWhenSigned("umpanbalikakhir", when=SAID),
        LockedWhenSigned("evaluasikompetensi", when="1 = 1"),
        LockedWhenSigned("nilaikompetensi", when="1 = 1"),
    ]
