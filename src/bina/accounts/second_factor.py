"""Who must have a second factor: whoever an upper room says so (people: offices)."""

from collections.abc import Callable
from datetime import date

from allauth.mfa.models import Authenticator
from django.conf import settings

from bina.accounts.models import Orang

Question = Callable[[Orang, date], bool]
_QUESTIONS: list[Question] = []


def required_when(question: Question) -> Question:
    """Register a reason for which a person must have a second factor."""
    _QUESTIONS.append(question)
    return question


def is_missing(orang: Orang, *, on: date) -> bool:
    """Whether this person may go no further before setting one up. Demo mode waives it."""
    if settings.BINA_DEMO:
        return False
    if not any(question(orang, on) for question in _QUESTIONS):
        return False
    return not Authenticator.objects.filter(user=orang, type=Authenticator.Type.TOTP).exists()
