"""The panel on the SKP page: what lags, in words, for the person and for the penilai."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from bina.core.ahead import Asking
from bina.guidance import attention
from bina.monitoring import door as monitoring
from bina.planning.door import Rencana, panels


def draw(request: HttpRequest, rencana: Rencana) -> panels.Drawn:
    """Nothing for other readers, and nothing while nothing lags."""
    if not panels.concerns(request.user, rencana):
        return panels.Drawn()
    on = timezone.localdate()
    known = monitoring.progress_on_page(request, rencana)
    found = attention.of_progress([known], request.user, on=on)
    lagging = found[rencana.skp_id]
    if not lagging:
        return panels.Drawn()
    basis = [one.sinyal.dasar for one in lagging]
    part = panels.part(
        "guidance/bagian/sinyal.html",
        request,
        perhatian=lagging,
        dasar=[one for one in basis if one],
        skp_id=rencana.skp_id,
    )
    return panels.Drawn(part)


def _asks(reader: Any, skp: Any, on: date) -> list[Asking]:
    return attention.asking({skp.pk: skp.pegawai_id}, on=on) if panels.concerns(reader, skp) else []


SINYAL = panels.Panel("guidance.sinyal", "samping", 20, draw, asks=_asks)
