"""The panel on the SKP page: the dialogue to come or the last one, for the two alone."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from bina.core.ahead import Asking
from bina.core.compiled import compiled
from bina.dialog.models import Dialog
from bina.dialog.workflow import HELD, ONGOING
from bina.planning.door import Rencana, panels


def draw(request: HttpRequest, rencana: Rencana) -> panels.Drawn:
    """One query; nothing for other readers and for plans that are not in force."""
    if not panels.concerns(request.user, rencana):
        return panels.Drawn()
    newest = _newest(request.user, *_both(rencana), on=timezone.localdate())
    part = panels.part(
        "dialog/bagian/panel.html",
        request,
        rencana=rencana,
        terbuka=next((one for one in newest if one.is_ongoing), None),
        terakhir=next((one for one in newest if one.is_held), None),
    )
    return panels.Drawn(part)


def _asks(reader: Any, skp: Any, on: date) -> list[Asking]:
    return [_newest.asking(reader, *_both(skp), on)] if panels.concerns(reader, skp) else []


def _both(plan: Any) -> tuple[int, int]:
    assert plan.penilai_id is not None, "a plan in force has its penilai"
    return plan.pegawai_id, plan.penilai_id


@compiled
def _newest(viewer: Any, pegawai_id: int, penilai_id: int, on: date) -> "QuerySet[Dialog, Dialog]":
    rows = Dialog.objects.visible_to(viewer, on=on).between(pegawai_id, penilai_id)
    return rows.filter(status__in=[*ONGOING, *HELD]).for_list()[:2]


DIALOG = panels.Panel("dialog.dialog", "samping", 30, draw, asks=_asks)
