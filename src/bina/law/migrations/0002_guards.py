"""A value once set stays as it was: it is withdrawn once, and never edited or removed."""

from django.db import migrations

from bina.core.constraints import RefuseWhen

KEPT = (
    "instansi_id",
    "parameter",
    "mulai",
    "nilai",
    "dasar",
    "hari",
    "ditetapkan_oleh_id",
    "ditetapkan_pada",
)
CHANGED = " OR ".join(f"lama.{name} <> NEW.{name}" for name in KEPT)
EDITED = f"""SELECT 1 FROM law_ketentuan AS lama WHERE lama.id = NEW.id
    AND (lama.dicabut_pada IS NOT NULL OR {CHANGED})"""  # noqa: S608
BEGUN = "SELECT 1 WHERE NEW.dicabut_pada IS NOT NULL"


class Migration(migrations.Migration):
    dependencies = [("law", "0001_tables")]

    operations = [
        RefuseWhen("ketentuan", name="ketentuan_tidak_diubah", found=EDITED, acts=("UPDATE",)),
        RefuseWhen("ketentuan", name="ketentuan_tidak_dihapus", found="SELECT 1", acts=("DELETE",)),
        RefuseWhen("ketentuan", name="ketentuan_lahir_berlaku", found=BEGUN, acts=("INSERT",)),
    ]
