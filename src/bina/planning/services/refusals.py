"""Why an act was not done. `Refused` speaks to the person: what is wrong, what to do."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from bina.planning.completeness import Kekurangan


class Refused(Exception):
    """The act cannot be done with these facts."""


class Incomplete(Refused):
    """Something is missing before the SKP can be submitted."""

    def __init__(self, missing: Iterable[Kekurangan]) -> None:
        self.missing = tuple(missing)
        super().__init__(
            _("SKP belum lengkap. Lengkapi dulu yang kurang; isian Anda tetap tersimpan.")
        )


class Stale(Exception):
    """The record was changed after the page was opened; nothing was saved."""

    def __init__(self, suntingan: int) -> None:
        self.suntingan = suntingan
        super().__init__(f"now at {suntingan}")
