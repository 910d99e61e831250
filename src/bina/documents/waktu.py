"""Dates and hours as Indonesian documents print them."""

from datetime import date, datetime, timedelta

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
ZONA = {timedelta(hours=7): "WIB", timedelta(hours=8): "WITA", timedelta(hours=9): "WIT"}


def tanggal(hari: date) -> str:
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"


def saat(moment: datetime) -> str:
    """The moment in the zone it carries: the caller chose the agency's."""
    return f"{tanggal(moment)} pukul {moment:%H.%M} {_zona(moment)}"


def _zona(moment: datetime) -> str:
    offset = moment.utcoffset()
    assert offset is not None, "a printed hour needs its zone"
    return ZONA.get(offset) or (f"UTC{moment:%z}" if offset else "UTC")
