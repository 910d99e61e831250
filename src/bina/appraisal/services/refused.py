"""Why an act is not done, told to the person."""


class Refused(Exception):
    """The message says what is wrong and what to do; `field` where on the form."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class Stale(Exception):
    """Another page saved in the meantime; nothing was written."""
