"""What a lower room hands up to one that stands above it (house.md): a line that waits for it.

The upper room registers its handler in ready(); it makes its own record in the transaction of
the act. Where no room answers yet, the line waits, and `waiting` finds it later.
"""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from bina.core.handing_models import Serahan

Handler = Callable[[Serahan], None]
HANDLERS: dict[str, Handler] = {}


def take(jenis: str, handler: Handler) -> None:
    """Called by the upper room in ready()."""
    HANDLERS[jenis] = handler


def hand_up(jenis: str, *, dari: str, kode: UUID, pada: datetime) -> Serahan:
    """Inside the transaction of the act. The same once more changes nothing."""
    line, made = Serahan.objects.get_or_create(
        jenis=jenis, dari=dari, kode=kode, defaults={"dibuat": pada}
    )
    if made and jenis in HANDLERS:
        HANDLERS[jenis](line)
        line.diterima_pada = pada
        line.save(update_fields=["diterima_pada"])
    return line


def waiting(jenis: str) -> list[Serahan]:
    """What no room has taken yet, the oldest first."""
    return list(Serahan.objects.filter(jenis=jenis, diterima_pada=None).order_by("dibuat", "pk"))
