"""Secrets of second factors at rest: sealed under a key derived from the installation's own."""

import base64

from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.encoding import force_bytes


def _lock(secret: str | bytes) -> Fernet:
    derived = HKDF(
        algorithm=hashes.SHA256(), length=32, salt=None, info=b"bina.accounts.pengaman"
    ).derive(force_bytes(secret))
    return Fernet(base64.urlsafe_b64encode(derived))


def _locks() -> MultiFernet:
    """The key of today seals; those before it still open, so that keys can be changed."""
    return MultiFernet(
        [_lock(one) for one in [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]]
    )


def seal(text: str) -> str:
    return _locks().encrypt(text.encode()).decode()


def unseal(text: str) -> str:
    return _locks().decrypt(text.encode()).decode()
