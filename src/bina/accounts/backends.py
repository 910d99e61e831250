"""Sign-in by NIP or e-mail."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.db.models import QuerySet
from django.http import HttpRequest

from bina.accounts.models import Orang
from bina.core.compiled import compiled
from bina.rules.nip import clean_nip


class NipOrEmailBackend(ModelBackend):
    """One field takes both; a NIP may be typed with spaces, dots or hyphens."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        email: str | None = None,
        **credentials: Any,
    ) -> Orang | None:
        typed = (username or email or "").strip()
        orang = by_name(typed) if typed else None
        if orang is None:
            Orang().set_password(password)  # as slow as a wrong password: names stay unknown
            return None
        if orang.check_password(password or "") and self.user_can_authenticate(orang):
            return orang
        return None

    def get_user(self, user_id: Any) -> Orang | None:
        """The person of a session, with the agency whose name every page bears."""
        found = next(iter(_with_agency(int(user_id))), None)
        return found if found and self.user_can_authenticate(found) else None


@compiled
def _with_agency(orang_id: int) -> "QuerySet[Orang, Orang]":
    return Orang.objects.select_related("instansi").filter(pk=orang_id)


def by_name(typed: str) -> Orang | None:
    """The account a person means by a NIP or an e-mail address."""
    if "@" in typed:
        return Orang.objects.filter(email=typed.lower()).first()
    return Orang.objects.filter(nip=clean_nip(typed)).first()
