"""The trail grows; nothing in it is changed or removed."""

from django.db import migrations

from bina.core.constraints import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("core", "0001_tables")]
    replaces = [("core", "0002_jejak_append_only")]

    operations = [AppendOnly("jejak")]
