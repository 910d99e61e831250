"""Coaching in full: the agreement, who coaches, questions, reactions, consent taken back.

A session names its coach and its penilai of that time from here on; they are filled from its
coaching, where nobody has changed yet.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from bina.core.constraints import RefuseWhen
from bina.core.lifting import Lift
from bina.core.together import CreateTogether
from bina.guidance.guards import LockedWhenSigned

SIGNED = "EXISTS (SELECT 1 FROM guidance_sesi AS s WHERE s.id = {old}.sesi_id AND s.status = 'ditandatangani')"
# As 0002 made them: SQLite makes the table of sessions anew, and what names it stands in the way.
LIFTED = [
    LockedWhenSigned("sesi", when="{old}.status = 'ditandatangani'"),
    LockedWhenSigned(
        "catatan",
        when=SIGNED + " AND ({old}.pembaca <> 'saya' OR {new}.pembaca <> 'saya')",
    ),
    LockedWhenSigned(
        "tindakan",
        when=SIGNED
        + " AND ({old}.uraian <> {new}.uraian OR {old}.oleh_id <> {new}.oleh_id"
        + " OR {old}.tenggat <> {new}.tenggat OR {old}.sesi_id <> {new}.sesi_id)",
    ),
    LockedWhenSigned(
        "penyesuaian",
        when=SIGNED
        + " AND ({old}.indikator_kunci <> {new}.indikator_kunci"
        + " OR {old}.semula <> {new}.semula OR {old}.menjadi <> {new}.menjadi"
        + " OR {old}.alasan <> {new}.alasan)",
    ),
    LockedWhenSigned(
        "tandatangan",
        when=SIGNED + " OR {old}.sidik <> {new}.sidik OR {old}.oleh_id <> {new}.oleh_id",
    ),
]
# What both signed only ever becomes the version before.
AGREED = """{old}.status IN ('berlaku', 'digantikan') AND ({new}.status <> 'digantikan'
    OR {old}.naskah <> {new}.naskah OR {old}.tambahan <> {new}.tambahan
    OR {old}.jumlah_sesi <> {new}.jumlah_sesi OR {old}.jarak_hari <> {new}.jarak_hari
    OR {old}.lama_menit <> {new}.lama_menit OR {old}.tempat <> {new}.tempat
    OR {old}.coach_id <> {new}.coach_id OR {old}.sidik_pegawai <> {new}.sidik_pegawai
    OR {old}.sidik_coach <> {new}.sidik_coach)"""
OF_AGREED = """EXISTS (SELECT 1 FROM guidance_kesepakatan AS k WHERE k.id = {old}.kesepakatan_id
    AND k.status IN ('berlaku', 'digantikan'))"""
# The first word of a session is written under an agreement that is in force with its coach.
UNAGREED = """SELECT 1 WHERE NEW.status = 'dicatat' AND OLD.status = 'dijadwalkan' AND NOT EXISTS (
    SELECT 1 FROM guidance_kesepakatan AS k WHERE k.coaching_id = NEW.coaching_id
    AND k.coach_id = NEW.coach_id AND k.status = 'berlaku')"""
UNSIGNED = """SELECT 1 WHERE NOT EXISTS (
    SELECT 1 FROM guidance_sesi AS s WHERE s.id = NEW.sesi_id AND s.status = 'ditandatangani')"""
NEW = [
    LockedWhenSigned("kesepakatan", when=AGREED),
    LockedWhenSigned("tujuancoaching", when=OF_AGREED),
    RefuseWhen("sesi", name="sesi_dicatat_tanpa_kesepakatan", found=UNAGREED, acts=("UPDATE",)),
    RefuseWhen("reaksisesi", name="reaksi_sebelum_ditandatangani", found=UNSIGNED),
]
FILL = """UPDATE guidance_sesi SET
    coach_id = (SELECT c.coach_id FROM guidance_coaching AS c WHERE c.id = coaching_id),
    penilai_id = (SELECT c.penilai_id FROM guidance_coaching AS c WHERE c.id = coaching_id),
    surat_tugas = (SELECT c.surat_tugas FROM guidance_coaching AS c WHERE c.id = coaching_id)"""


def judge_now(_apps, schema_editor):
    """PostgreSQL changes no table while keys of its rows still wait to be judged."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("core", "0001_tables"),
        ("people", "0001_tables"),
        ("guidance", "0002_guards"),
    ]

    operations = [
        CreateTogether(
            tables=[
                migrations.CreateModel(
                    name="SertifikatCoach",
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
                            "orang",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sertifikat_coach",
                                to=settings.AUTH_USER_MODEL,
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
                        ("nomor", models.CharField(max_length=120)),
                        ("penyelenggara", models.CharField(max_length=200)),
                        ("tanggal", models.DateField()),
                        ("berlaku_sampai", models.DateField(null=True)),
                        (
                            "berkas",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sertifikat_coach",
                                to="core.berkas",
                            ),
                        ),
                        ("dibuat", models.DateTimeField()),
                        (
                            "diperiksa_oleh",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("diperiksa_pada", models.DateTimeField(null=True)),
                    ],
                    options={
                        "ordering": ["-tanggal", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("orang", "nomor"), name="sertifikat_coach_nomor_sekali"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("diperiksa_oleh", None), ("diperiksa_pada", None)),
                                    models.Q(
                                        ("diperiksa_oleh__isnull", False),
                                        ("diperiksa_pada__isnull", False),
                                        models.Q(
                                            ("diperiksa_oleh", models.F("orang")), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="sertifikat_coach_diperiksa_orang_lain",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("nomor", ""), _negated=True),
                                    models.Q(("penyelenggara", ""), _negated=True),
                                ),
                                name="sertifikat_coach_bernomor",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("berlaku_sampai", None),
                                    ("berlaku_sampai__gte", models.F("tanggal")),
                                    _connector="OR",
                                ),
                                name="sertifikat_coach_berlaku_sesudah_terbit",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PertanyaanCoaching",
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
                        ("isi", models.CharField(max_length=300)),
                        ("dibuat", models.DateTimeField()),
                        ("ditarik_pada", models.DateTimeField(null=True)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ditarik_pada", None)),
                                fields=("instansi", "bagian", "isi"),
                                name="pertanyaan_coaching_sekali",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("isi", ""), _negated=True),
                                    ("bagian__in", ["tujuan", "kenyataan", "pilihan", "komitmen"]),
                                ),
                                name="pertanyaan_coaching_berisi",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Kesepakatan",
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
                                related_name="kesepakatan",
                                to="guidance.coaching",
                            ),
                        ),
                        (
                            "coach",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="kesepakatan_coaching",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("versi", models.PositiveSmallIntegerField()),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("disusun", "Disusun"),
                                    ("menunggu_tanda_tangan", "Menunggu tanda tangan"),
                                    ("berlaku", "Berlaku"),
                                    ("digantikan", "Digantikan"),
                                    ("gugur", "Tidak jadi"),
                                ],
                                default="disusun",
                                max_length=24,
                            ),
                        ),
                        ("suntingan", models.PositiveIntegerField(default=0)),
                        ("jumlah_sesi", models.PositiveSmallIntegerField()),
                        ("jarak_hari", models.PositiveSmallIntegerField()),
                        ("lama_menit", models.PositiveSmallIntegerField()),
                        ("tempat", models.CharField(max_length=200)),
                        (
                            "tambahan",
                            models.TextField(
                                blank=True, help_text="what the two add to the bounds"
                            ),
                        ),
                        ("naskah", models.TextField()),
                        ("pegawai_pada", models.DateTimeField(null=True)),
                        ("coach_pada", models.DateTimeField(null=True)),
                        ("sidik_pegawai", models.CharField(blank=True, max_length=64)),
                        ("sidik_coach", models.CharField(blank=True, max_length=64)),
                        ("dibuat", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["coaching", "versi"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coaching", "versi"), name="kesepakatan_versi_sekali"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("status", "berlaku")),
                                fields=("coaching",),
                                name="kesepakatan_satu_berlaku",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("status__in", ("disusun", "menunggu_tanda_tangan"))
                                ),
                                fields=("coaching",),
                                name="kesepakatan_satu_disusun",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("status__in", ("berlaku", "digantikan")), _negated=True
                                    ),
                                    models.Q(
                                        ("coach_pada__isnull", False),
                                        ("pegawai_pada__isnull", False),
                                        ("sidik_pegawai", models.F("sidik_coach")),
                                        models.Q(("sidik_coach", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="kesepakatan_berlaku_ditandatangani_berdua",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "menunggu_tanda_tangan"), _negated=True),
                                    ("pegawai_pada", None),
                                    ("coach_pada", None),
                                    _connector="OR",
                                ),
                                name="kesepakatan_menunggu_yang_kedua",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "disusun"), _negated=True),
                                    models.Q(("coach_pada", None), ("pegawai_pada", None)),
                                    _connector="OR",
                                ),
                                name="kesepakatan_disusun_tanpa_tanda_tangan",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("jarak_hari__gte", 1),
                                    ("jumlah_sesi__gte", 1),
                                    ("lama_menit__gte", 15),
                                    models.Q(("tempat", ""), _negated=True),
                                    models.Q(("naskah", ""), _negated=True),
                                ),
                                name="kesepakatan_berirama",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TujuanCoaching",
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
                            "kesepakatan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="tujuan",
                                to="guidance.kesepakatan",
                            ),
                        ),
                        ("urutan", models.PositiveSmallIntegerField()),
                        ("tujuan", models.CharField(max_length=300)),
                        ("ukuran", models.CharField(max_length=300)),
                    ],
                    options={
                        "ordering": ["urutan"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("kesepakatan", "urutan"), name="tujuan_coaching_berurutan"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("tujuan", ""), _negated=True),
                                    models.Q(("ukuran", ""), _negated=True),
                                ),
                                name="tujuan_coaching_berukuran",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HasilTujuan",
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
                            "tujuan",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hasil",
                                to="guidance.tujuancoaching",
                            ),
                        ),
                        (
                            "capaian",
                            models.CharField(
                                choices=[
                                    ("tercapai", "Tercapai"),
                                    ("sebagian", "Tercapai sebagian"),
                                    ("belum", "Belum tercapai"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("uraian", models.TextField()),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("capaian__in", ["tercapai", "sebagian", "belum"]),
                                    models.Q(("uraian", ""), _negated=True),
                                ),
                                name="hasil_tujuan_dikenal",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PindahJadwal",
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
                                related_name="pindah",
                                to="guidance.sesi",
                            ),
                        ),
                        ("dari", models.DateTimeField()),
                        ("alasan", models.CharField(max_length=500)),
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
                                condition=models.Q(("alasan", ""), _negated=True),
                                name="pindah_jadwal_beralasan",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReaksiSesi",
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
                                related_name="reaksi",
                                to="guidance.sesi",
                            ),
                        ),
                        ("relevansi", models.PositiveSmallIntegerField()),
                        ("kepercayaan", models.PositiveSmallIntegerField()),
                        ("kejelasan", models.PositiveSmallIntegerField()),
                        ("kemauan", models.PositiveSmallIntegerField()),
                        ("pada", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kejelasan__gte", 1),
                                    ("kejelasan__lte", 5),
                                    ("kemauan__gte", 1),
                                    ("kemauan__lte", 5),
                                    ("kepercayaan__gte", 1),
                                    ("kepercayaan__lte", 5),
                                    ("relevansi__gte", 1),
                                    ("relevansi__lte", 5),
                                ),
                                name="reaksi_sesi_satu_sampai_lima",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CabutBerbagi",
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
                            "catatan",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cabut",
                                to="guidance.catatan",
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
                    ],
                    options={
                        "constraints": [],
                    },
                ),
            ],
        ),
        *map(Lift, LIFTED),
        migrations.AlterField(
            model_name="coaching",
            name="coach",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="coaching_dipandu",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="coaching",
            name="status",
            field=models.CharField(
                choices=[
                    ("berjalan", "Berjalan"),
                    ("tanpa_coach", "Menunggu coach"),
                    ("selesai", "Selesai"),
                    ("dihentikan", "Dihentikan"),
                ],
                default="berjalan",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="coaching",
            name="ditugaskan_oleh",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="coaching",
            name="hasil",
            field=models.TextField(blank=True, help_text="what came of it, said when it is closed"),
        ),
        migrations.AddField(
            model_name="coaching",
            name="berakhir_pada",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddConstraint(
            model_name="coaching",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "berjalan"), _negated=True),
                    ("coach__isnull", False),
                    _connector="OR",
                ),
                name="coaching_berjalan_bercoach",
            ),
        ),
        migrations.AddField(
            model_name="sesi",
            name="coach",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sesi_dipandu",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sesi",
            name="penilai",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sesi_bawahan",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sesi",
            name="surat_tugas",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name="sesi",
            name="tidak_hadir",
            field=models.CharField(
                blank=True,
                choices=[("pegawai", "Pegawai"), ("coach", "Coach"), ("keduanya", "Keduanya")],
                max_length=8,
            ),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.RunPython(judge_now, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="sesi",
            name="coach",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sesi_dipandu",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="sesi",
            name="penilai",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sesi_bawahan",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="sesi",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("tidak_hadir", ""),
                    models.Q(
                        ("status", "tidak_hadir"),
                        ("tidak_hadir__in", ["pegawai", "coach", "keduanya"]),
                    ),
                    _connector="OR",
                ),
                name="sesi_tidak_hadir_dikenal",
            ),
        ),
        *LIFTED,
        *NEW,
    ]
