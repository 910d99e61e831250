"""Values an agency set for itself."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


from bina.core.together import CreateTogether


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("people", "0001_tables"),
    ]

    # Before the first release; what was laid down by these stands as it is.
    replaces = [
        ("law", "0001_initial"),
    ]

    operations = [
        CreateTogether(
            [
                migrations.CreateModel(
                    name="Ketentuan",
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
                                related_name="ketentuan",
                                to="people.instansi",
                            ),
                        ),
                        ("parameter", models.CharField(max_length=80)),
                        ("mulai", models.DateField()),
                        ("nilai", models.JSONField()),
                        ("dasar", models.CharField(max_length=300)),
                        ("hari", models.DateField()),
                        (
                            "ditetapkan_oleh",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("ditetapkan_pada", models.DateTimeField()),
                        (
                            "dicabut_oleh",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("dicabut_pada", models.DateTimeField(null=True)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("dicabut_pada", None)),
                                fields=("instansi", "parameter", "mulai"),
                                name="ketentuan_satu_nilai_sehari",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("mulai__gt", models.F("hari"))),
                                name="ketentuan_tidak_berlaku_surut",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("dasar", ""), _negated=True),
                                name="ketentuan_berdasar",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("dicabut_oleh", None), ("dicabut_pada", None)),
                                    models.Q(
                                        ("dicabut_oleh__isnull", False),
                                        ("dicabut_pada__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="ketentuan_dicabut_oleh_seseorang",
                            ),
                        ],
                    },
                ),
            ]
        )
    ]
