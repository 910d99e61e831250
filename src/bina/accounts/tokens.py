"""Links that set a password: bound to one person, used once, gone when anything changes (T20)."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator


class TokenGenerator(PasswordResetTokenGenerator):
    """Besides password, last sign-in and e-mail, Django's own, a link dies with the account's
    sessions and with the account."""

    key_salt = "bina.accounts.tautan"

    def _make_hash_value(self, user: Any, timestamp: int) -> str:
        known = super()._make_hash_value(user, timestamp)
        return f"{known}:{user.versi_sesi}:{user.is_active}"

    def check_token(self, user: Any, token: str | None) -> bool:
        return bool(user and user.is_active) and super().check_token(user, token)

    def lasting(self, user: Any, *, now: datetime, life: timedelta) -> str:
        """A link for handing over, which lives longer than the hour of one sent by mail."""
        extra = life - timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)
        local = (now + extra).astimezone().replace(tzinfo=None)  # the clock check_token reads
        stamp = self._num_seconds(local)
        return str(self._make_token_with_timestamp(user, stamp, self.secret))


tokens = TokenGenerator()
