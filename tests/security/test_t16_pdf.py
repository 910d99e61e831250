"""T16: a form on paper fetches nothing and reads no file, whatever stands in its fields.

Every other field and letter: tests/documents/test_hostile_text.py.
"""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bina.planning.models import HasilKerja
from tests.security import walk, words
from tests.security.test_t07_confidence import PAPERS
from tests.security.walk import Cast, player, undone

SHEETS = {"GET monitoring:ekinerja_unduh"}


@contextmanager
def _listening() -> Iterator[tuple[int, list[object]]]:
    """A real server on this machine, and who came."""
    came: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        done = threading.Event()

        def wait() -> None:
            while not done.is_set():
                try:
                    came.append(server.accept()[1])
                except TimeoutError:
                    continue

        thread = threading.Thread(target=wait)
        thread.start()
        yield server.getsockname()[1], came
        done.set()
        thread.join()


def test_a_form_asks_no_server_and_opens_no_file(
    unguarded: None, cast: Cast, tmp_path: Path
) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("isi-berkas-rahasia")
    papers = [row for row in walk.ALL_ROWS if row.label in PAPERS - SHEETS]
    assert {row.label for row in papers} == PAPERS - SHEETS
    with _listening() as (port, came):
        HasilKerja.objects.update(
            uraian=f'#image("http://127.0.0.1:{port}/x.png") #read("{secret}") file://{secret} '
            f'<img src="http://127.0.0.1:{port}/y.png"><link href="http://127.0.0.1:{port}/z.css">'
        )
        for row in papers:
            who = player(row, 200)
            if who is None:
                continue
            with undone():
                page = cast.visit(who, "get", walk.address_of(row, cast.world))
                assert page.headers["Content-Type"] == words.PDF, row.label
                assert "isi-berkas-rahasia" not in words.of(page), row.label
    assert came == []
