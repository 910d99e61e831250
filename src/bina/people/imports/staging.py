"""The checked lines in the database, where the preview pages read them.

Written in chunks of their own transactions, so that nobody waits for a large file. A job that
was killed begins again from the start: what it left is replaced.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.db import transaction

from bina.core.bulk import copy_rows
from bina.people.imports.lines import Checked, Staged, Tell
from bina.people.models import BarisImpor, Impor
from bina.people.models.impor import Hasil

AT_ONCE = 5_000
# Made once: json.dumps makes an encoder for each of 300,000 values.
_cell = json.JSONEncoder(ensure_ascii=False).encode
_short = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
COLUMNS = [
    "impor_id", "nomor", "hasil", "kunci", "nama", "peringatan", "alasan", "perubahan", "data",
]  # fmt: skip
COUNTS = {
    Hasil.BARU: "baru",
    Hasil.BERUBAH: "berubah",
    Hasil.TETAP: "tetap",
    Hasil.DITOLAK: "ditolak",
}


def clear(impor: Impor) -> None:
    """Take the staged lines away, a chunk at a time."""
    lines = BarisImpor.objects.filter(impor=impor)
    while some := list(lines.values_list("pk", flat=True)[:AT_ONCE]):
        BarisImpor.objects.filter(pk__gte=min(some), pk__lte=max(some), impor=impor).delete()


def keep(impor: Impor, checked: Checked, tell: Tell) -> dict[str, Any]:
    """Write the lines; give back what the import itself says of them."""
    clear(impor)
    counts: Counter[str] = Counter()
    digest = hashlib.sha256()
    rows = _told(checked.rows(), counts, digest)
    for done in range(0, checked.jumlah, AT_ONCE):
        with transaction.atomic():
            copy_rows(BarisImpor, COLUMNS, _rows(impor, islice(rows, AT_ONCE)))
        tell(min(done + AT_ONCE, checked.jumlah) / checked.jumlah)
    return {
        "kolom": checked.kolom,
        "lewat": checked.lewat,
        "dilewati": checked.dilewati,
        "revisi": checked.revisi,
        "sidik_laporan": digest.hexdigest(),
        **{name: counts[hasil.value] for hasil, name in COUNTS.items()},
    }


def _told(rows: Iterable[Staged], counts: Counter[str], digest: Any) -> Iterator[Staged]:
    """Counted and sealed as they pass: the database writes one line while the next is made."""
    for row in rows:
        counts[row.hasil] += 1
        digest.update(_fingerprint(row))
        yield row


def _rows(impor: Impor, some: Iterable[Staged]) -> Iterator[list[Any]]:
    for row in some:
        lists = [_json(one) for one in row[4:]]
        yield [impor.pk, *row[:4], *lists]


def _json(value: Any) -> str:
    """As text: the commonest value, an empty list, is worth no encoder."""
    return _cell(value) if value else ("{}" if value == {} else "[]")


def _fingerprint(row: Staged) -> bytes:
    said = [row.nomor, row.hasil, row.kunci, row.alasan, row.perubahan, row.peringatan]
    return _short(said).encode() + b"\n"
