"""The panel on the SKP page: the dialogue to come or the last one, for the two alone."""

from django.http import HttpRequest
from django.utils import timezone

from bina.dialog.models import Dialog
from bina.dialog.workflow import HELD, ONGOING
from bina.planning.door import Rencana, panels

RUNNING = "ditetapkan"


def draw(request: HttpRequest, rencana: Rencana) -> panels.Drawn:
    """One query; nothing for other readers and for plans that are not in force."""
    if rencana.status != RUNNING or request.user.pk not in {rencana.pegawai_id, rencana.penilai_id}:
        return panels.Drawn()
    assert rencana.penilai_id is not None, "a plan in force has its penilai"
    rows = Dialog.objects.visible_to(request.user, on=timezone.localdate())
    both = rows.between(rencana.pegawai_id, rencana.penilai_id).filter(status__in=[*ONGOING, *HELD])
    newest = list(both.for_list()[:2])
    part = panels.part(
        "dialog/bagian/panel.html",
        request,
        rencana=rencana,
        terbuka=next((one for one in newest if one.is_ongoing), None),
        terakhir=next((one for one in newest if one.is_held), None),
    )
    return panels.Drawn(part)


DIALOG = panels.Panel("dialog.dialog", "samping", 30, draw)
