"""Imports name their file and its report, and may come from the shell."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("people", "0002_no_overlap"),
    ]

    operations = [
        migrations.AddField(
            "impor",
            "kolom",
            models.JSONField(default=list, help_text="the file's headers, in its order"),
        ),
        migrations.AddField(
            "impor",
            "lewat",
            models.JSONField(default=list, help_text="[[line, why]] of the first skipped lines"),
        ),
        migrations.AddField(
            "impor",
            "nama_berkas",
            models.CharField(max_length=200, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            "impor",
            "sidik_berkas",
            models.CharField(max_length=64, default="", help_text="SHA-256 of the file"),
            preserve_default=False,
        ),
        migrations.AddField(
            "impor",
            "sidik_laporan",
            models.CharField(
                max_length=64,
                blank=True,
                default="",
                help_text="SHA-256 over what was said of every line",
            ),
            preserve_default=False,
        ),
        migrations.AlterField(
            "impor",
            "berkas",
            models.ForeignKey(
                "core.Berkas",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
            ),
        ),
        migrations.AlterField(
            "impor",
            "oleh",
            models.ForeignKey(
                settings.AUTH_USER_MODEL,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
            ),
        ),
        migrations.AlterField("impor", "revisi", models.PositiveBigIntegerField(null=True)),
    ]
