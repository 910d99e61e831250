"""Sealed text (ADR 20): AES-256-GCM, a data key for each case, wrapped by a key of the environment.

What is sealed is bound to its row and version: a text moved to another row, or an older one put
back in its place, does not open. Whoever holds the database, a backup or a log holds no word of
it. Destroying the wrapped key of a case destroys its words for good.
"""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

M = TypeVar("M")
NONCE = 12
FORMAT = b"\x01"


class SealBroken(Exception):
    """The text does not open: changed, moved to another row, or its key is not in the ring."""


@dataclass(frozen=True, slots=True)
class Ring:
    """The keys of the environment by name; the first seals, all of them open."""

    keys: dict[str, bytes]

    @property
    def current(self) -> str:
        return next(iter(self.keys))


def ring() -> Ring:
    return Ring(settings.BINA_KUNCI_SEGEL)


def new_key(about: str) -> bytes:
    """A data key for one case, wrapped: safe to store beside it. `about` names the case."""
    return _wrap(AESGCM.generate_key(bit_length=256), about, ring())


def opens(wrapped: bytes, about: str) -> bool:
    """Whether the ring holds the key of this case."""
    try:
        _unwrap(wrapped, about, ring())
    except SealBroken:
        return False
    return True


def rewrapped(wrapped: bytes, about: str) -> bytes | None:
    """The same data key under the first key of the ring; None where it already is."""
    found = ring()
    if _name_of(wrapped) == found.current:
        return None
    return _wrap(_unwrap(wrapped, about, found), about, found)


def seal(words: str, key: bytes, *, case: str, about: str) -> bytes:
    """`key` is the wrapped key of `case`; `about` names table, row, field and version."""
    opened = _unwrap(key, case, ring())
    return FORMAT + _encrypted(opened, words.encode(), f"{case}|{about}")


def unseal(blob: bytes, key: bytes, *, case: str, about: str) -> str:
    """The words. Raises SealBroken."""
    if blob[:1] != FORMAT:
        raise SealBroken("unknown format")
    opened = _unwrap(key, case, ring())
    return _decrypted(opened, blob[1:], f"{case}|{about}").decode()


def _wrap(key: bytes, about: str, found: Ring) -> bytes:
    name = found.current.encode()
    body = _encrypted(found.keys[found.current], key, f"kunci|{found.current}|{about}")
    return FORMAT + bytes([len(name)]) + name + body


def _unwrap(wrapped: bytes, about: str, found: Ring) -> bytes:
    name = _name_of(wrapped)
    if name not in found.keys:
        raise SealBroken(f"the key {name!r} is not in BINA_KUNCI_SEGEL")
    body = wrapped[2 + len(name.encode()) :]
    return _decrypted(found.keys[name], body, f"kunci|{name}|{about}")


def _name_of(wrapped: bytes) -> str:
    if wrapped[:1] != FORMAT or len(wrapped) < 2:
        raise SealBroken("unknown format")
    return bytes(wrapped[2 : 2 + wrapped[1]]).decode("utf-8", "replace")


def _encrypted(key: bytes, content: bytes, about: str) -> bytes:
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, about.encode())


def _decrypted(key: bytes, body: bytes, about: str) -> bytes:
    try:
        return AESGCM(key).decrypt(body[:NONCE], body[NONCE:], about.encode())
    except (InvalidTag, ValueError) as broken:
        raise SealBroken("changed, or sealed for another row") from broken


KEEPERS: dict[str, type[Any]] = {}


def keeps_keys(model: type[M]) -> type[M]:
    """A model whose rows hold a wrapped key in `kunci` for the case `segel_tentang`."""
    KEEPERS[model.__name__] = model
    return model


def rotate() -> Iterator[tuple[str, int]]:
    """Wrap every data key anew under the first key of the ring: table, how many.

    The texts are not touched, so that it is quick and may be stopped and run again.
    """
    for name, model in sorted(KEEPERS.items()):
        count = 0
        for row in model._default_manager.only("pk", "kunci").iterator(chunk_size=500):
            fresh = rewrapped(bytes(row.kunci), row.segel_tentang)
            if fresh is not None:
                model._default_manager.filter(pk=row.pk).update(kunci=fresh)
                count += 1
        yield name, count
