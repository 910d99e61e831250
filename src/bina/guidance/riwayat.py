"""A list of what is under way, and its other side: what is over (`?status=berakhir`)."""

from typing import Final

from django.http import HttpRequest
from django.utils.translation import gettext as _

from bina.ui import paging

STATUS: Final = "status"
BERAKHIR: Final = "berakhir"


def asked(request: HttpRequest) -> bool:
    return request.GET.get("status") == BERAKHIR


def filters(request: HttpRequest, ended: int) -> list[paging.Filter]:
    """The two sides, once there is something on the other."""
    if not (ended or asked(request)):
        return []
    here, there = ("", _("Sedang berjalan")), (BERAKHIR, _("Sudah berakhir"), ended)
    return paging.filters(request, STATUS, (here, there))
