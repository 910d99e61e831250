"""The panel on the SKP page: the dialogue to come or the last one, for the two alone."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from bina.core.compiled import compiled
from bina.dialog.models import Dialog
from bina.dialog.workflow import HELD, ONGOING
from bina.planning.door import Rencana, panels

RUNNING = "ditetapkan"


def draw(request: HttpRequest, rencana: Rencana) -> panels.Drawn:
    """One query; nothing for other readers and for plans that are not in force."""
    if rencana.status != RUNNING or request.user.pk not in {rencana.pegawai_id, rencana.penilai_id}:
        return panels.Drawn()
    assert rencana.penilai_id is not None, "a plan in force has its penilai"
    both = (rencana.pegawai_id, rencana.penilai_id)
    newest = _newest(request.user, *both, on=timezone.localdate())
    part = panels.part(
        "dialog/bagian/panel.html",
        request,
        rencana=rencana,
        terbuka=next((one for one in newest if one.is_ongoing), None),
        terakhir=next((one for one in newest if one.is_held), None),
    )
    return panels.Drawn(part)


@compiled
def _newest(viewer: Any, pegawai_id: int, penilai_id: int, on: date) -> "QuerySet[Dialog, Dialog]":
    rows = Dialog.objects.visible_to(viewer, on=on).between(pegawai_id, penilai_id)
    return rows.filter(status__in=[*ONGOING, *HELD]).for_list()[:2]


DIALOG = panels.Panel("dialog.dialog", "samping", 30, draw)
