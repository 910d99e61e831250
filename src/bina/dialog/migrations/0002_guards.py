"""What both confirmed is locked in the database too; notes and actions are of the two alone."""

from django.db import migrations

from bina.core.constraints import RefuseWhen

OF = "SELECT 1 FROM dialog_dialog AS d WHERE d.id = {row}.dialog_id AND "
CLOSED = "d.status IN ('dikonfirmasi', 'dibatalkan')"
NOT_PREPARED = "d.status NOT IN ('direncanakan', 'berlangsung')"


def of(condition, row="NEW"):
    return OF.format(row=row) + condition


def one_of_the_two(model_name, name, column):
    return RefuseWhen(
        model_name, name=name, found=of(f"NEW.{column} NOT IN (d.pegawai_id, d.penilai_id)")
    )


class Migration(migrations.Migration):
    dependencies = [("dialog", "0001_tables")]
    replaces = [("dialog", "0002_locked_when_confirmed")]

    operations = [
        RefuseWhen(
            "dialog",
            name="dialog_terkunci",
            found="SELECT 1 WHERE OLD.status IN ('dikonfirmasi', 'dibatalkan')",
            acts=("UPDATE",),
        ),
        RefuseWhen(
            "butiragenda",
            name="butir_agenda_terkunci_baru",
            found=of(NOT_PREPARED),
            acts=("INSERT",),
        ),
        RefuseWhen(
            "butiragenda",
            name="butir_agenda_terkunci",
            found=of(NOT_PREPARED, "OLD"),
            acts=("UPDATE",),
        ),
        RefuseWhen(
            "tindakan", name="tindakan_dialog_terkunci_baru", found=of(CLOSED), acts=("INSERT",)
        ),
        RefuseWhen(
            "tindakan",
            name="tindakan_dialog_terkunci",
            found=of(CLOSED, "OLD")
            + " AND (OLD.uraian <> NEW.uraian OR OLD.oleh_id <> NEW.oleh_id"
            + " OR OLD.tenggat <> NEW.tenggat OR OLD.dialog_id <> NEW.dialog_id)",
            acts=("UPDATE",),
        ),
        RefuseWhen(
            "catatanpribadi",
            name="catatan_dialog_tetap_milik_penulis",
            found="SELECT 1 WHERE OLD.penulis_id <> NEW.penulis_id OR OLD.dialog_id <> NEW.dialog_id",
            acts=("UPDATE",),
        ),
        one_of_the_two("butiragenda", "butir_agenda_oleh_yang_berdua", "oleh_id"),
        one_of_the_two("tindakan", "tindakan_dialog_oleh_yang_berdua", "oleh_id"),
        one_of_the_two("catatanpribadi", "catatan_dialog_oleh_yang_berdua", "penulis_id"),
    ]
