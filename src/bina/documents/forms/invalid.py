"""A form that may not exist: said to the person in Indonesian."""

from datetime import datetime


class InvalidForm(ValueError):
    """The data do not make this form."""


def require(condition: object, message: str) -> None:
    if not condition:
        raise InvalidForm(message)


def require_aware(moment: datetime | None, message: str) -> None:
    """Without its offset an hour on paper could be any of Indonesia's three zones."""
    if moment is not None and moment.utcoffset() is None:
        raise InvalidForm(message)
