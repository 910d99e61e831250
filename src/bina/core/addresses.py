"""What may stand in an address where a record's number belongs."""

from django.urls.converters import IntConverter


class Nomor(IntConverter):
    """A number the database can hold: a longer one is not found, instead of an error (T13)."""

    def __init__(self) -> None:
        self.regex = "[0-9]{1,18}"
