"""The trail is append-only in the database itself, on both engines."""

from django.db import migrations

from bina.core.constraints import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]

    operations = [AppendOnly("jejak")]
