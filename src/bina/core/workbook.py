"""How much of a workbook there is, found out before it is opened.

The reader lays a sheet out as a full rectangle: one stray cell in the last row and column, in
a file of 6 kB, would ask for more memory than any machine has.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

CHUNK = 1 << 20
OVERLAP = 128
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
# Of a cell or a row that has something in it: an empty one closes itself and takes no room.
REFERENCE = re.compile(rb"""\sr=["']([A-Z]{0,4})([0-9]{1,8})["'][^<>/]*>""")


@dataclass(frozen=True, slots=True)
class Extent:
    """The last row and the last column of a sheet in which something stands."""

    rows: int = 0
    columns: int = 0

    @property
    def area(self) -> int:
        return self.rows * self.columns


def unpacked(content: bytes) -> int:
    """The bytes that all parts say they have. Raises BadZipFile for what is no xlsx."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            raise zipfile.BadZipFile("no workbook")
        return sum(part.file_size for part in archive.infolist())


def extent(content: bytes) -> Extent:
    """The measure of the sheet that takes most room. Raises BadZipFile."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheets = [part for part in archive.infolist() if SHEET.fullmatch(part.filename)]
        return max((_measured(archive, one) for one in sheets), key=_area, default=Extent())


def _area(one: Extent) -> int:
    return one.area


def _measured(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Extent:
    rows, columns = {0}, {b""}
    with archive.open(part) as sheet:
        for some in _chunks(sheet):
            found = REFERENCE.findall(some)
            rows.add(max((int(digits) for _, digits in found), default=0))
            columns.update({letters for letters, _ in found})
    return Extent(max(rows), max(map(_column, columns)))


def _chunks(sheet: IO[bytes]) -> Iterator[bytes]:
    """Pieces that overlap a little, so that none cuts a reference in two."""
    rest = b""
    while some := sheet.read(CHUNK):
        yield rest + some
        rest = some[-OVERLAP:]


def _column(letters: bytes) -> int:
    """A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
