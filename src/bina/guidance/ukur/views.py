"""Does it help? For whoever keeps the personnel of a unit."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from bina.guidance import personalia
from bina.guidance.ukur import hitung
from bina.ui import paging

KEY_LONGEST = 18


@require_safe
def ukur(request: HttpRequest) -> HttpResponse:
    """Medians and shares over people in reach; never one person, never a word."""
    on = timezone.localdate()
    if not personalia.keeps(request.user, on=on):
        raise PermissionDenied
    asked = request.GET.get("periode", "")
    known = asked.isascii() and asked.isdigit() and len(asked) <= KEY_LONGEST
    found = hitung.measure(request.user, periode=int(asked) if known else None, on=on)
    context = {
        "hasil": found,
        "saring": paging.filters(request, "periode", _choices(found)),
        "sedikit": personalia.FEWEST,
    }
    return render(request, "guidance/ukur/ukur.html", context)


def _choices(found: hitung.Hasil) -> list[tuple[str, str]]:
    """Periods with one before them; the newest needs no word in the address."""
    after = [one for one in found.periode if hitung.pair(found.periode, one.id)[0]]
    named = [("" if place == 0 else str(one.id), one.nama) for place, one in enumerate(after)]
    return named if len(named) > 1 else []
