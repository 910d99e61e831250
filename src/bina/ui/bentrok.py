"""Words for a date on which somebody is to be elsewhere: a warning, never a refusal."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from bina.core import appointments
from bina.core.appointments import Waktu


def warn(
    request: HttpRequest,
    waktu: Waktu,
    orang: Mapping[int, object],
    *,
    asal: str,
    asal_id: object = "",
) -> None:
    """Say who of these (id -> name) has something else then; not what, and not with whom."""
    found = appointments.clashes(orang, waktu, asal=asal, asal_id=asal_id)
    for pk in sorted(found, key=lambda one: one != request.user.pk):
        own = pk == request.user.pk
        messages.warning(request, _sentence(found[pk], own=own) % {"nama": orang[pk]})


def _sentence(when: str, *, own: bool) -> str:
    if when == "jam":
        return (
            _("Perhatikan: Anda sudah ada pertemuan lain pada jam itu.")
            if own
            else _("Perhatikan: %(nama)s sudah ada pertemuan lain pada jam itu.")
        )
    return (
        _("Perhatikan: Anda sudah ada pertemuan lain pada hari itu.")
        if own
        else _("Perhatikan: %(nama)s sudah ada pertemuan lain pada hari itu.")
    )
