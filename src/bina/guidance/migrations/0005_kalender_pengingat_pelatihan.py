"""Meetings to come, reminders, training assigned as guidance."""

import bina.rules.jalur
from datetime import datetime, time, timedelta

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.utils import timezone

from bina.core.together import CreateTogether


def fill(apps, _schema_editor):
    """What had a date before calendars were told of any stands in them too."""
    sesi = apps.get_model("guidance", "Sesi").objects.filter(status__in=["dijadwalkan", "dicatat"])
    for one in sesi.exclude(mulai=None).select_related("coaching").iterator():
        people = {one.coaching.pegawai_id, one.coach_id} - {None}
        _keep(apps, ("guidance.sesi", one.pk), people, (one.mulai, one.selesai, one.tempat, False))
    dialog = apps.get_model("dialog", "Dialog").objects
    for one in dialog.filter(status__in=["direncanakan", "berlangsung"]).iterator():
        first = timezone.make_aware(datetime.combine(one.tanggal, time()))
        day = (first, first + timedelta(days=1), one.tempat, True)
        _keep(apps, ("dialog.dialog", one.pk), {one.pegawai_id, one.penilai_id}, day)


def _keep(apps, origin, people, when):
    mulai, selesai, tempat, sehari = when
    made = apps.get_model("core", "Pertemuan").objects.create(
        asal=origin[0],
        asal_id=str(origin[1]),
        mulai=mulai,
        selesai=selesai,
        tempat=tempat,
        sehari=sehari,
        diubah_pada=timezone.now(),
    )
    peserta = apps.get_model("core", "PesertaPertemuan")
    peserta.objects.bulk_create(peserta(pertemuan=made, orang_id=pk) for pk in people)


class Migration(migrations.Migration):
    dependencies = [
        ("dialog", "0002_guards"),
        ("core", "0003_appointments"),
        ("guidance", "0004_sesudah"),
        ("people", "0003_kedudukan_sejak"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTogether(
            [
                migrations.CreateModel(
                    name="AlamatKalender",
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
                        ("sidik", models.CharField(max_length=64, unique=True)),
                        ("ikatan", models.CharField(max_length=64)),
                        ("dibuat", models.DateTimeField()),
                        ("dicabut_pada", models.DateTimeField(null=True)),
                        (
                            "orang",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("dicabut_pada", None)),
                                fields=("orang",),
                                name="alamat_kalender_satu_yang_berlaku",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PelatihanBimbingan",
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
                            "jenis",
                            models.CharField(
                                choices=[
                                    ("formal", "Pelatihan formal"),
                                    ("informal", "Pelatihan informal"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "jalur",
                            models.CharField(
                                choices=[
                                    (bina.rules.jalur.Jalur["TUGAS_BELAJAR"], "Tugas belajar"),
                                    (
                                        bina.rules.jalur.Jalur["TUGAS_BELAJAR_MANDIRI"],
                                        "Tugas belajar biaya mandiri",
                                    ),
                                    (
                                        bina.rules.jalur.Jalur["PELATIHAN_STRUKTURAL"],
                                        "Pelatihan struktural kepemimpinan",
                                    ),
                                    (
                                        bina.rules.jalur.Jalur["PELATIHAN_MANAJERIAL"],
                                        "Pelatihan manajerial",
                                    ),
                                    (
                                        bina.rules.jalur.Jalur["PELATIHAN_TEKNIS"],
                                        "Pelatihan teknis",
                                    ),
                                    (
                                        bina.rules.jalur.Jalur["PELATIHAN_FUNGSIONAL"],
                                        "Pelatihan fungsional",
                                    ),
                                    (
                                        bina.rules.jalur.Jalur["PELATIHAN_SOSIAL_KULTURAL"],
                                        "Pelatihan sosial kultural",
                                    ),
                                    (bina.rules.jalur.Jalur["SEMINAR"], "Seminar"),
                                    (bina.rules.jalur.Jalur["WORKSHOP"], "Workshop atau lokakarya"),
                                    (bina.rules.jalur.Jalur["KURSUS"], "Kursus"),
                                    (bina.rules.jalur.Jalur["PENATARAN"], "Penataran"),
                                    (
                                        bina.rules.jalur.Jalur["BIMBINGAN_TEKNIS"],
                                        "Bimbingan teknis",
                                    ),
                                    (bina.rules.jalur.Jalur["SOSIALISASI"], "Sosialisasi"),
                                    (
                                        bina.rules.jalur.Jalur["KLASIKAL_LAIN"],
                                        "Pelatihan klasikal lain",
                                    ),
                                    (bina.rules.jalur.Jalur["COACHING"], "Coaching"),
                                    (bina.rules.jalur.Jalur["MENTORING"], "Mentoring"),
                                    (bina.rules.jalur.Jalur["E_LEARNING"], "E-learning"),
                                    (
                                        bina.rules.jalur.Jalur["PELATIHAN_JARAK_JAUH"],
                                        "Pelatihan jarak jauh",
                                    ),
                                    (bina.rules.jalur.Jalur["DETASERING"], "Detasering"),
                                    (
                                        bina.rules.jalur.Jalur["OUTBOND"],
                                        "Pembelajaran alam terbuka",
                                    ),
                                    (bina.rules.jalur.Jalur["PATOK_BANDING"], "Patok banding"),
                                    (bina.rules.jalur.Jalur["PERTUKARAN"], "Pertukaran pegawai"),
                                    (bina.rules.jalur.Jalur["BELAJAR_MANDIRI"], "Belajar mandiri"),
                                    (
                                        bina.rules.jalur.Jalur["KOMUNITAS_BELAJAR"],
                                        "Komunitas belajar",
                                    ),
                                    (
                                        bina.rules.jalur.Jalur["BIMBINGAN_DI_TEMPAT_KERJA"],
                                        "Bimbingan di tempat kerja",
                                    ),
                                    (bina.rules.jalur.Jalur["MAGANG"], "Magang atau praktik kerja"),
                                    (
                                        bina.rules.jalur.Jalur["NONKLASIKAL_LAIN"],
                                        "Pelatihan nonklasikal lain",
                                    ),
                                ],
                                max_length=32,
                            ),
                        ),
                        ("apa", models.CharField(max_length=200)),
                        ("alasan", models.TextField()),
                        ("sampai", models.DateField()),
                        (
                            "status",
                            models.CharField(
                                choices=[("ditugaskan", "Ditugaskan"), ("ditarik", "Ditarik")],
                                default="ditugaskan",
                                max_length=12,
                            ),
                        ),
                        ("alasan_tarik", models.TextField(blank=True)),
                        ("dibuat", models.DateTimeField()),
                        (
                            "coaching",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pelatihan",
                                to="guidance.coaching",
                            ),
                        ),
                        (
                            "pegawai",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pelatihan_bimbingan",
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
                                related_name="pelatihan",
                                to="guidance.triase",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["penilai", "status"], name="pelatihan_per_penilai"
                            ),
                            models.Index(
                                fields=["pegawai", "status"], name="pelatihan_per_pegawai"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("status", "ditugaskan"), ("triase__isnull", False)
                                ),
                                fields=("triase",),
                                name="pelatihan_satu_per_triase",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("coaching__isnull", False), ("triase", None)),
                                    models.Q(("coaching", None), ("triase__isnull", False)),
                                    _connector="OR",
                                ),
                                name="pelatihan_dari_satu_perkara",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("pegawai", models.F("penilai")), _negated=True),
                                name="pelatihan_bukan_untuk_diri_sendiri",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("apa", ""), _negated=True),
                                    models.Q(("alasan", ""), _negated=True),
                                ),
                                name="pelatihan_terisi",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "ditarik"), _negated=True),
                                    models.Q(("alasan_tarik", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="pelatihan_ditarik_beralasan",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PengingatBimbingan",
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
                            "langkah",
                            models.CharField(
                                choices=[
                                    ("laporan_pra_coaching", "Laporan pra-coaching"),
                                    ("catatan_sesi", "Catatan sesi coaching"),
                                    ("tanda_tangan_sesi", "Tanda tangan catatan coaching"),
                                    ("tindakan", "Tindakan yang disepakati"),
                                    ("log_mentoring", "Log mentoring"),
                                    ("paraf_log", "Paraf log mentoring"),
                                    ("jawaban_mentor", "Jawaban atas permintaan mentoring"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("objek_id", models.BigIntegerField()),
                        ("sejak", models.DateField()),
                        ("diingatkan_pada", models.DateTimeField()),
                        ("naik_pada", models.DateTimeField(null=True)),
                        ("selesai_pada", models.DateTimeField(null=True)),
                        (
                            "instansi",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.instansi",
                            ),
                        ),
                        (
                            "naik_kepada",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "terlambat",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pengingat_bimbingan",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("selesai_pada", None)),
                                fields=["terlambat"],
                                name="pengingat_terbuka",
                            ),
                            models.Index(
                                condition=models.Q(("selesai_pada", None)),
                                fields=["naik_kepada"],
                                name="pengingat_naik",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("langkah", "objek_id", "terlambat", "sejak"),
                                name="pengingat_bimbingan_sekali",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("naik_kepada", None),
                                    ("naik_pada__isnull", False),
                                    _connector="OR",
                                ),
                                name="pengingat_bimbingan_naik_bertanggal",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TemuMentoring",
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
                        ("mulai", models.DateTimeField()),
                        ("selesai", models.DateTimeField()),
                        ("tempat", models.CharField(max_length=200)),
                        (
                            "status",
                            models.CharField(
                                choices=[("dijadwalkan", "Dijadwalkan"), ("batal", "Dibatalkan")],
                                default="dijadwalkan",
                                max_length=12,
                            ),
                        ),
                        ("dibuat", models.DateTimeField()),
                        (
                            "mentor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "mentoring",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="temu",
                                to="guidance.mentoring",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["mulai", "pk"],
                        "indexes": [
                            models.Index(fields=["mentoring", "status"], name="temu_per_mentoring")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("selesai__gt", models.F("mulai")),
                                    models.Q(("tempat", ""), _negated=True),
                                ),
                                name="temu_mentoring_bertempat_berwaktu",
                            )
                        ],
                    },
                ),
            ]
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
