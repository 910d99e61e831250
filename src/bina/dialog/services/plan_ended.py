"""A plan ends early: dialogues planned for later are called off; those that took place stay."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import F
from django.utils import timezone

from bina.core import appointments, audit
from bina.dialog.models import Dialog
from bina.dialog.services.dialog import ASAL
from bina.dialog.workflow import DIALOG, StatusDialog

REASON = "SKP berakhir sebelum hari dialog ini."


def call_off(skp_ids: Sequence[int], _on: date) -> Iterator[audit.Line]:
    """Set-based; a line for each. One that has begun is left to the two. Safe to repeat."""
    later = Dialog.objects.filter(
        skp__in=list(skp_ids), status=StatusDialog.DIRENCANAKAN, tanggal__gt=F("skp__selesai")
    )
    found = list(later.with_people().select_for_update(of=("self",)).order_by("pk"))
    status = DIALOG.take("batalkan", StatusDialog.DIRENCANAKAN)
    rows = Dialog.objects.filter(pk__in=[one.pk for one in found])
    rows.update(status=status, keterangan=REASON)
    appointments.call_off(asal=ASAL, asal_ids=[one.pk for one in found], pada=timezone.now())
    for one in found:
        yield audit.line_about("dialog.batalkan", one, berubah=("status",), ke={"status": status})
