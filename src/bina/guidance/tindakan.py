"""Agreed actions past their day, for the signals of monitoring."""

from datetime import date

from django.db.models import Count, F, Min

from bina.guidance.models import Tindakan
from bina.guidance.workflow import StatusSesi
from bina.monitoring.door import Lewat


def overdue(pegawai_ids: list[int], on: date) -> dict[int, Lewat]:
    """Of the person's own actions, agreed by both signatures (one query). The penilai may know
    of agreed actions, never of what was said about them (security.md, coaching)."""
    rows = Tindakan.objects.filter(
        oleh__in=pegawai_ids,
        oleh=F("sesi__coaching__pegawai"),
        selesai_pada=None,
        tenggat__lt=on,
        sesi__status=StatusSesi.DITANDATANGANI,
    )
    counted = rows.order_by().values_list("oleh").annotate(Count("pk"), Min("tenggat"))
    return {pegawai: Lewat(jumlah, sejak) for pegawai, jumlah, sejak in counted}
