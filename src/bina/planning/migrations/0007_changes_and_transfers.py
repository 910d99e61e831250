from django.db import migrations, models

from bina.core.constraints import NoOverlap
from bina.core.lifting import Lift
from bina.planning.guards import BY_HASIL, BY_SKP, LockedParts

# Those which stand on planning_skp or read it.
GUARDS = [
    NoOverlap(
        "skp",
        name="skp_satu_yang_berlaku_sehari",
        keys=["penempatan_id"],
        where="{row}status = 'ditetapkan'",
    ),
    LockedParts("hasilkerja", belongs=BY_SKP),
    LockedParts("indikator", belongs=BY_HASIL),
    LockedParts("ekspektasiperilaku", belongs=BY_SKP),
    LockedParts("butirlampiran", belongs=BY_SKP),
]


class Migration(migrations.Migration):
    dependencies = [("planning", "0006_ekspektasi_tim")]

    operations = [
        *(Lift(one) for one in GUARDS),
        migrations.AddField(
            model_name="skp",
            name="dasar_perubahan",
            field=models.CharField(
                blank=True,
                choices=[
                    ("pejabat", "Pejabat pada jabatan ini berganti"),
                    ("strategi", "Strategi atau prioritas berubah"),
                    ("perjanjian_kinerja", "Perjanjian kinerja unit berubah"),
                    ("keadaan_kahar", "Keadaan kahar"),
                    ("cuti", "Cuti yang panjang"),
                    ("lainnya", "Dasar lain"),
                ],
                default="",
                max_length=24,
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="skp",
            name="disepakati_sampai",
            field=models.DateField(null=True),
        ),
        migrations.AddConstraint(
            model_name="skp",
            constraint=models.CheckConstraint(
                condition=models.Q(("dasar_perubahan", ""), ("versi__gt", 1), _connector="OR"),
                name="skp_dasar_pada_versi_berikut",
            ),
        ),
        migrations.AddConstraint(
            model_name="skp",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("disepakati_sampai", None),
                    ("disepakati_sampai__gt", models.F("selesai")),
                    _connector="OR",
                ),
                name="skp_berakhir_lebih_awal",
            ),
        ),
        *GUARDS,
    ]
