"""Nobody is found by how an address begins: PostgreSQL need not keep an index for that.

Django makes one beside every unique text, and each new account pays for it; the index that keeps
addresses unique serves all questions asked of them.
"""

from typing import Any

from django.db import migrations

NAME = "accounts_orang_email_4c4270b8_like"


def drop(_apps: Any, editor: Any) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute(f"DROP INDEX IF EXISTS {NAME}")


def make(_apps: Any, editor: Any) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute(f"CREATE INDEX {NAME} ON accounts_orang (email varchar_pattern_ops)")


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_orang_instansi")]

    operations = [migrations.RunPython(drop, make)]
