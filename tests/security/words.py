"""What an answer says in words, whatever it is: a page, a form as PDF, a spreadsheet."""

import io
import re
import shutil
import subprocess
import zipfile
from typing import Any

PDF = "application/pdf"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def of(answer: Any) -> str:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    kind = answer.headers.get("Content-Type", "")
    if kind == PDF and shutil.which("pdftotext"):
        made = subprocess.run(["pdftotext", "-", "-"], input=body, capture_output=True, check=False)
        return made.stdout.decode()
    return _of_sheet(body) if kind == SHEET else str(body.decode("utf-8", "replace"))


def _of_sheet(body: bytes) -> str:
    """A cell is no page: its escapes are taken for what they stand for, and not for markup."""
    with zipfile.ZipFile(io.BytesIO(body)) as book:
        parts = [book.read(name).decode() for name in book.namelist() if name.endswith(".xml")]
    return re.sub(r"<[^>]*>", " ", "\n".join(parts))
