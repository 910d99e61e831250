"""T28: production does not start with what is fit for one's own machine only."""

import base64
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from bina.accounts.models import Orang
from bina.config import environment

KEY = "".join(chr(33 + (7 * number) % 90) for number in range(64))
GOOD = {
    "BINA_ENV": "production",
    "BINA_SECRET_KEY": KEY,
    "BINA_KUNCI_SEGEL": "k2026:" + base64.urlsafe_b64encode(bytes(range(32))).decode(),
    "BINA_HOSTS": "bina.nusabahari.go.id",
    "DATABASE_URL": "postgres://bina:rahasia@127.0.0.1/bina",
}


def test_production_starts_with_everything_named() -> None:
    found = environment.read(GOOD)
    assert (found.production, found.debug, found.demo) == (True, False, False)
    assert found.hosts == ["bina.nusabahari.go.id"]


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"BINA_SECRET_KEY": ""}, "BINA_SECRET_KEY"),
        ({"BINA_SECRET_KEY": "pendek"}, "BINA_SECRET_KEY"),
        ({"BINA_SECRET_KEY": "a" * 64}, "BINA_SECRET_KEY"),
        ({"BINA_SECRET_KEY": "django-insecure-" + KEY}, "BINA_SECRET_KEY"),
        ({"BINA_KUNCI_SEGEL": ""}, "BINA_KUNCI_SEGEL"),
        ({"BINA_KUNCI_SEGEL": "k2026:pendek"}, "BINA_KUNCI_SEGEL"),
        ({"BINA_KUNCI_SEGEL": "tanpa-titik-dua"}, "BINA_KUNCI_SEGEL"),
        ({"BINA_DEBUG": "1"}, "BINA_DEBUG"),
        ({"BINA_DEMO": "ya"}, "BINA_DEMO"),
        ({"BINA_HOSTS": ""}, "BINA_HOSTS"),
        ({"BINA_HOSTS": " , "}, "BINA_HOSTS"),
        ({"BINA_HOSTS": "*"}, "BINA_HOSTS"),
        ({"BINA_HOSTS": "bina.go.id,*.go.id"}, "BINA_HOSTS"),
        ({"BINA_HOSTS": ".go.id"}, "BINA_HOSTS"),
        ({"DATABASE_URL": ""}, "DATABASE_URL"),
        ({"DATABASE_URL": "sqlite:////tmp/bina_t28/x.sqlite3"}, "DATABASE_URL"),
    ],
    ids=str,
)
def test_production_refuses(change: dict[str, str], word: str, tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match=word):
        environment.read({**GOOD, "BINA_VAR": str(tmp_path), **change})


def test_behind_a_pooler_nothing_is_left_on_a_connection() -> None:
    alone = environment.read(GOOD).database
    pooled = environment.read({**GOOD, "BINA_POOLER": "1"}).database
    assert alone["OPTIONS"] == environment.PREPARED
    assert "prepare_threshold" not in pooled.get("OPTIONS", {})
    assert pooled["DISABLE_SERVER_SIDE_CURSORS"]
    assert not alone["DISABLE_SERVER_SIDE_CURSORS"]


def test_sqlite_in_production_must_be_asked_for_by_name(tmp_path: Path) -> None:
    asked = {"DATABASE_URL": f"sqlite:///{tmp_path}/x.sqlite3", "BINA_SQLITE_IN_PRODUCTION": "1"}
    assert environment.read({**GOOD, **asked}).production


def test_ones_own_machine_gets_a_key_of_its_own_that_nobody_else_reads(tmp_path: Path) -> None:
    first = environment.read({"BINA_VAR": str(tmp_path / "a")}).secret_key
    again = environment.read({"BINA_VAR": str(tmp_path / "a")}).secret_key
    other = environment.read({"BINA_VAR": str(tmp_path / "b")}).secret_key

    assert first == again != other
    assert (tmp_path / "a" / "secret_key").stat().st_mode & 0o077 == 0


def test_ones_own_machine_serves_itself_only(tmp_path: Path) -> None:
    assert environment.read({"BINA_VAR": str(tmp_path)}).hosts == environment.LOOPBACK


def _bina(*arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    code = "from bina.config.command import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path), **env},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_refusal_is_one_line_that_says_what_to_change(tmp_path: Path) -> None:
    done = _bina("check", **{**GOOD, "BINA_DEMO": "1", "BINA_VAR": str(tmp_path)})
    assert done.returncode == 1
    assert done.stderr.strip() == "bina: BINA_DEMO must not be set in production."


def test_production_passes_djangos_own_deployment_check(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    done = _bina(
        *("check", "--deploy", "--fail-level", "WARNING"), **{**GOOD, "BINA_VAR": str(tmp_path)}
    )
    assert done.returncode == 0, done.stderr


def test_no_account_comes_with_the_program(db: None) -> None:
    assert not Orang.objects.exists()
