"""Who leads a team becomes a dated row; a team belongs to a unit and has a purpose."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def carry_over(apps, editor):
    """The head of each team leads it for all its days; the top of the agency looks after it."""
    del editor
    TimKerja, KetuaTim, Unit = (
        apps.get_model("people", name) for name in ("TimKerja", "KetuaTim", "Unit")
    )
    for tim in TimKerja.objects.all():
        KetuaTim.objects.create(tim=tim, orang_id=tim.ketua_lama_id, mulai=tim.mulai)
        tim.unit = Unit.objects.filter(instansi=tim.instansi_id, induk=None).order_by("pk").first()
        tim.save(update_fields=["unit"])


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0003_impor_report"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RenameField("timkerja", "ketua", "ketua_lama"),
        migrations.AlterField(
            "timkerja",
            "ketua_lama",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField("timkerja", "tujuan", models.TextField(blank=True, default="")),
        migrations.AddField("timkerja", "suntingan", models.PositiveIntegerField(default=0)),
        migrations.AddField(
            "timkerja",
            "unit",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="tim_kerja",
                to="people.unit",
            ),
        ),
        migrations.CreateModel(
            name="KetuaTim",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("mulai", models.DateField()),
                ("selesai", models.DateField(blank=True, null=True)),
                (
                    "orang",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tim_diketuai",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "tim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ketua",
                        to="people.timkerja",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("selesai", None), ("selesai__gte", models.F("mulai")), _connector="OR"
                        ),
                        name="ketua_tim_selesai_setelah_mulai",
                    )
                ],
            },
        ),
        migrations.RunPython(carry_over, migrations.RunPython.noop),
    ]
