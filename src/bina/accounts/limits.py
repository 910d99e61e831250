"""How often one address may knock at the pages that ask for no account (T24)."""

from allauth.core.internal import ratelimit
from django.conf import settings
from django.http import HttpRequest


def within(request: HttpRequest, action: str) -> bool:
    """Whether this visit, also a mere look, is still within `BINA_RATE_LIMITS[action]`."""
    limits = settings.BINA_RATE_LIMITS
    return bool(
        ratelimit.consume(request, app="bina", action=action, config=limits, limit_get=True)
    )
