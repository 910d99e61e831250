"""Why an act was not done. `Refused` speaks to the person: what is wrong, what to do."""


class Refused(Exception):
    """The act cannot be done with these facts; `field` says where on the form."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class Stale(Exception):
    """The record was changed after the page was opened; nothing was saved."""
