"""Which characters the packaged fonts can print, read off the fonts themselves.

A character no font has would print as an empty box, and PDF/UA forbids that.
"""

import struct
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
UNICODE_TABLES = {(0, 3), (0, 4), (3, 1), (3, 10)}  # (platform, encoding) of cmap subtables


@cache
def faces() -> tuple[frozenset[int], ...]:
    """What each typeface of the templates prints, whatever its weight; the first is preferred."""
    weights = [_codes(path.read_bytes()) for path in sorted(FONTS.glob("SourceSans3-*.otf"))]
    return (
        frozenset(set.intersection(*weights)),
        frozenset(_codes((FONTS / "DejaVuSans.ttf").read_bytes())),
    )


def has_glyphs(cluster: str) -> bool:
    """Whether one face can print the letter with all its marks: faces do not mix in one."""
    return any(all(ord(char) in face for char in cluster) for face in faces())


def _codes(font: bytes) -> set[int]:
    cmap = _cmap_offset(font)
    (count,) = struct.unpack_from(">H", font, cmap + 2)
    found: set[int] = set()
    for index in range(count):
        platform, encoding, offset = struct.unpack_from(">HHL", font, cmap + 4 + 8 * index)
        if (platform, encoding) in UNICODE_TABLES:
            found |= _subtable(font, cmap + offset)
    return found


def _cmap_offset(font: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for index in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * index)
        if tag == b"cmap":
            return int(offset)
    raise ValueError("a font without a character map")


def _subtable(font: bytes, at: int) -> set[int]:
    (kind,) = struct.unpack_from(">H", font, at)
    if kind == 12:
        return _groups(font, at)
    return _segments(font, at) if kind == 4 else set()


def _groups(font: bytes, at: int) -> set[int]:
    """Format 12: runs of code points."""
    (count,) = struct.unpack_from(">L", font, at + 12)
    found: set[int] = set()
    for index in range(count):
        first, last, _ = struct.unpack_from(">LLL", font, at + 16 + 12 * index)
        found.update(range(first, last + 1))
    return found


def _segments(font: bytes, at: int) -> set[int]:
    """Format 4: segments of the basic plane, by delta or by a table of glyphs."""
    (double,) = struct.unpack_from(">H", font, at + 6)
    half = double // 2
    ends = struct.unpack_from(f">{half}H", font, at + 14)
    starts = struct.unpack_from(f">{half}H", font, at + 16 + double)
    offsets = struct.unpack_from(f">{half}H", font, at + 16 + 3 * double)
    found: set[int] = set()
    for index, (first, last) in enumerate(zip(starts, ends, strict=True)):
        table = at + 16 + 3 * double + 2 * index + offsets[index] if offsets[index] else None
        found.update(code for code in range(first, last + 1) if _drawn(font, table, code - first))
    return found - {0xFFFF}


def _drawn(font: bytes, table: int | None, place: int) -> bool:
    """Glyph 0 is the empty box: a code mapped to it is not printed."""
    return table is None or struct.unpack_from(">H", font, table + 2 * place) != (0,)
