"""Status as a badge: a word and a mark with its own shape, never colour alone.

The words of the workflow live here so that one state is called the same on every page; a room
with a state of its own registers it in `AppConfig.ready()`.
"""

from functools import lru_cache
from typing import Any, Final, NamedTuple

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

KINDS: Final = ("", "st-jalan", "st-ok", "st-perlu", "st-telat", "st-batal")
LONGEST: Final = 22


class Status(NamedTuple):
    kind: str
    label: Any


_known: Final[dict[str, Status]] = {
    "draf": Status("", _("Draf")),
    "tetap": Status("", _("Tetap")),
    "belum_mulai": Status("", _("Belum mulai")),
    "diajukan": Status("st-jalan", _("Diajukan")),
    "dijadwalkan": Status("st-jalan", _("Dijadwalkan")),
    "berjalan": Status("st-jalan", _("Berjalan")),
    "ditetapkan": Status("st-ok", _("Ditetapkan")),
    "ditandatangani": Status("st-ok", _("Ditandatangani")),
    "disetujui": Status("st-ok", _("Disetujui")),
    "diakui": Status("st-ok", _("Diakui")),
    "dirilis": Status("st-ok", _("Dirilis")),
    "selesai": Status("st-ok", _("Selesai")),
    "baru": Status("st-ok", _("Baru")),
    "dikembalikan": Status("st-perlu", _("Dikembalikan")),
    "berubah": Status("st-perlu", _("Berubah")),
    "perlu_perhatian": Status("st-perlu", _("Perlu perhatian")),
    "menunggu_anda": Status("st-perlu", _("Menunggu Anda")),
    "menunggu_persetujuan": Status("st-perlu", _("Menunggu persetujuan")),
    "menunggu_tanda_tangan": Status("st-perlu", _("Menunggu tanda tangan")),
    "terlambat": Status("st-telat", _("Terlambat")),
    "ditolak": Status("st-telat", _("Ditolak")),
    "dibatalkan": Status("st-batal", _("Dibatalkan")),
    "dilewati": Status("st-batal", _("Dilewati")),
    "diganti": Status("st-batal", _("Diganti")),
}


def register(code: str, kind: str, label: Any) -> None:
    if kind not in KINDS:
        raise ValueError(f"{kind!r} is not a kind of status: {KINDS}")
    _known[code] = Status(kind, label)


def of(code: str) -> Status:
    """A state nobody named is shown plainly rather than hidden."""
    found = _known.get(str(code))
    return found or Status("", str(code).replace("_", " ").capitalize())


def shown(code: str) -> SafeString:
    """The badge of a state."""
    return badge(*of(code))


def badge(kind: str, label: Any) -> SafeString:
    return _badge(kind, str(label))


@lru_cache(1024)
def _badge(kind: str, label: str) -> SafeString:
    return format_html('<span class="{}">{}</span>', f"st {kind}".strip(), label)
