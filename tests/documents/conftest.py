"""What the tests of the documents room share: reading a PDF as its reader would."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bina.demo import samples
from bina.documents.door import Formulir, HasilKerja, Kelompok, Pendekatan, render


class Paper:
    """A printed form, seen through poppler."""

    def __init__(self, path: Path, document: bytes) -> None:
        self.path, self.bytes = path, document
        path.write_bytes(document)

    def tool(self, *command: str) -> str:
        name, *options = command
        end = ["-"] if name == "pdftotext" else []
        return subprocess.run(
            [name, *options, str(self.path), *end], capture_output=True, check=True, text=True
        ).stdout

    @property
    def text(self) -> str:
        """As laid out: columns stay beside one another."""
        return self.tool("pdftotext", "-layout")

    @property
    def words(self) -> str:
        """In reading order, cell by cell, on one line: a cell's text is found whole."""
        return " ".join(self.tool("pdftotext", "-raw").split())

    @property
    def pages(self) -> list[str]:
        return self.text.split("\f")[:-1]


@pytest.fixture
def paper(tmp_path: Path) -> Callable[..., Paper]:
    def _paper(form: Formulir, **options: Any) -> Paper:
        options.setdefault("dicetak_pada", samples.DICETAK_PADA)
        return Paper(tmp_path / "form.pdf", render(form, **options))

    return _paper


@pytest.fixture
def skp_with() -> Callable[..., Formulir]:
    """Ani's SKP with one hasil kerja of these texts."""

    def _skp(rencana: str, **changes: Any) -> Formulir:
        skp = samples.skp(Kelompok.JA_JF, Pendekatan.KUANTITATIF)
        indikator = replace(skp.utama[0].indikator[0], uraian=rencana, target=rencana)
        return replace(skp, utama=(HasilKerja(rencana, (indikator,)),), **changes)

    return _skp
