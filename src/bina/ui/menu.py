"""The registry of menu entries: upper rooms register in `AppConfig.ready()`, the layout asks.

Who may see an entry is the room's own question, asked through `shown`; an entry not shown is
absent, not locked.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from django.http import HttpRequest

from bina.core.addresses import address

Place = Literal["utama", "akun", "kaki"]
Shown = Callable[[Any, HttpRequest], bool]
KEPT: Final = "menu"
KEPT_SECONDS: Final = 300


def signed_in(user: Any, _request: HttpRequest) -> bool:
    return bool(user.is_authenticated)


def everyone(_user: Any, _request: HttpRequest) -> bool:
    return True


def remembered(key: str, ask: Shown) -> Shown:
    """The answer kept in the reader's session for some minutes: who heads or appraises whom
    changes a few times a year, and a menu is on every page. Any act of the reader's own forgets
    it (`forget`). Menus only: what may be done is asked of the policy each time.
    """

    def shown(user: Any, request: HttpRequest) -> bool:
        session = getattr(request, "session", None)
        if session is None or not user.is_authenticated:
            return ask(user, request)
        kept, now = session.get(KEPT) or {}, int(time.time())
        if not now < kept.get("until", 0) <= now + KEPT_SECONDS:
            kept = {"until": now + KEPT_SECONDS}
        if key not in kept:
            session[KEPT] = kept | {key: ask(user, request)}
        return bool(session[KEPT][key])

    return shown


def forget(request: HttpRequest) -> None:
    """Ask anew on the next page: the reader has just done something."""
    if KEPT in request.session:
        del request.session[KEPT]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line of a menu.

    `key` also names the resolver namespaces (with `also`) that make the entry the current one;
    `post` asks for a button in a form (signing out changes state, so it is never a link).
    """

    key: str
    label: Any  # a lazy translation
    url_name: str
    order: int
    shown: Shown = signed_in
    place: Place = "utama"
    also: tuple[str, ...] = ()
    post: bool = False


@dataclass(frozen=True)
class Line:
    """An entry as one page shows it."""

    key: str
    label: str
    url: str
    current: bool
    post: bool


_entries: Final[dict[str, Entry]] = {}


def register(entry: Entry) -> None:
    """Twice the same key is a mistake of wiring, except the very same entry (a reload)."""
    known = _entries.get(entry.key)
    if known is not None and known != entry:
        raise ValueError(f"menu entry {entry.key!r} is registered twice")
    _entries[entry.key] = entry


def lines(request: HttpRequest, place: Place, page_menu: str | None = None) -> Iterator[Line]:
    current = page_menu or _namespace(request)
    user = getattr(request, "user", None)
    for entry in sorted(_entries.values(), key=lambda e: (e.order, e.key)):
        if entry.place == place and user is not None and entry.shown(user, request):
            yield Line(
                key=entry.key,
                label=str(entry.label),  # said twice: on phones it is another menu
                url=address(entry.url_name),
                current=current in {entry.key, *entry.also},
                post=entry.post,
            )


def _namespace(request: HttpRequest) -> str | None:
    match = getattr(request, "resolver_match", None)
    return match.namespace if match else None
