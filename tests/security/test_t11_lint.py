"""T11, T13, T14, T26, T27: what the sources may not do at all, read off the sources.

No code out of text, no template out of text, no raw SQL with input, nothing marked safe but
what stands here, no shell, no request to anywhere: Bina fetches no address (webhooks, single
sign-on and calendars come later and then bring their allow-list of ranges, T26).
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import bina

ROOT = Path(bina.__file__).parent
MODULES = {path.relative_to(ROOT).as_posix(): path for path in ROOT.rglob("*.py")}
TEMPLATES = [*ROOT.rglob("*.html"), *ROOT.rglob("*.txt"), *ROOT.rglob("*.xml")]

CALLS = {
    *("eval", "exec", "compile", "__import__", "safe_eval", "literal_eval"),
    *("mark_safe", "SafeString", "SafeText"),
    *("RawSQL", "raw", "extra", "execute", "executemany", "executescript"),
    *("Template", "from_string", "Engine"),
    *("system", "popen", "Popen", "call", "check_call", "check_output"),
    *("loads_pickle", "Unpickler"),
}
# file -> the calls it may make, and why
ALLOWED: dict[str, set[str]] = {
    "ui/icons.py": {"mark_safe"},  # drawings that are constants of the file
    "ui/templatetags/bina.py": {"SafeString"},  # what its own node list has rendered
    "appraisal/himpunan.py": {"execute"},  # words of the law and whole numbers; values bound
    "core/home_lines.py": {"execute"},  # what the ORM compiled; values bound
    "core/compiled.py": {"execute"},  # the same
    "core/ahead.py": {"execute"},  # the same
    "core/constraints.py": {"execute"},  # guards of the database, in migrations
    "core/bulk.py": {
        "execute",
        "executemany",
    },  # columns of the model
    "core/jobs.py": {"execute"},  # a function of its own by that name
    "core/management/commands/serve.py": {"Popen"},  # the worker beside the demo's server
    "demo/bulk/writing.py": {"execute"},  # the bench; no input
    "accounts/migrations/0003_no_search_by_address.py": {"execute"},  # a constant of the file
    "guidance/migrations/0003_coaching_in_full.py": {"execute"},  # a constant of the file
}
MODULES_BANNED = {
    *("subprocess", "pickle", "marshal", "shelve", "jinja2", "yaml"),
    *("socket", "http.client", "urllib.request", "requests", "httpx", "aiohttp", "ftplib"),
    *("smtplib", "telnetlib", "xmlrpc"),
}
IMPORTS_ALLOWED = {"core/management/commands/serve.py": {"subprocess"}}


def _calls(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
            # `re.compile` and a typst compiler's `compile` turn no text into Python.
            if name == "compile" and isinstance(node.func, ast.Attribute):
                continue
            # Arguments make it: an empty SafeString says nothing.
            if node.args or node.keywords:
                yield name


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_no_call_turns_text_into_code_markup_sql_or_a_process() -> None:
    found = {
        (name, call)
        for name, path in MODULES.items()
        for call in set(_calls(ast.parse(path.read_text()))) & CALLS
    }
    allowed = {(name, call) for name, calls in ALLOWED.items() for call in calls}
    assert found - allowed == set()
    assert allowed - found == set(), "an allowance nobody needs is a door left open"


def test_nothing_is_imported_that_could_fetch_or_run_something() -> None:
    """T26, T27: no client for any address, no shell; mail goes out by Django's own SMTP."""
    found = {
        (name, one)
        for name, path in MODULES.items()
        for one in _imports(ast.parse(path.read_text()))
        if any(one == bad or one.startswith(f"{bad}.") for bad in MODULES_BANNED)
    }
    assert found == {(name, one) for name, ones in IMPORTS_ALLOWED.items() for one in ones}


UNESCAPED = re.compile(r"\|\s*(safe|safeseq)\b|autoescape\s+off")


def test_templates_escape_whatever_they_show() -> None:
    """Plain-text letters and downloads are no HTML: they alone may leave words as they are."""
    for path in TEMPLATES:
        if path.suffix != ".txt":
            assert not UNESCAPED.search(path.read_text()), path


INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)[^>]*>\s*\S|\son[a-z]+\s*=\s*[\"']|javascript:|<style|\sstyle="
)


def test_templates_hold_no_script_and_no_style_of_their_own() -> None:
    """The content policy would refuse them (no unsafe-inline)."""
    for path in TEMPLATES:
        text = re.sub(r'<script[^>]*type="(application|importmap)[^>]*>.*?</script>', "",
                      path.read_text(), flags=re.DOTALL)  # fmt: skip
        assert not INLINE.search(text), path


def test_mail_never_reaches_a_shell(settings) -> None:  # type: ignore[no-untyped-def]
    """T27: one of Django's own backends, chosen by the environment and by nothing else."""
    source = (
        MODULES["config/settings.py"].read_text() + MODULES["config/environment.py"].read_text()
    )
    assert "sendmail" not in source
    assert settings.EMAIL_BACKEND.startswith("django.core.mail.backends.")
