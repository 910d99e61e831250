"""Opening a staff file by the columns of its kind."""

from bina.core import tables
from bina.core.tables import LOCKED, OLE, Row, Table, Unreadable
from bina.people.imports import columns

__all__ = ["LOCKED", "OLE", "Row", "Table", "Unreadable", "read"]


def read(content: bytes, kind: str) -> Table:
    """Find the header of this kind of file and the rows below it. Raises Unreadable."""
    return tables.read(content, columns.BY_KIND[kind])
