"""What appraisal shows on the SKP page: released evaluations, and for the penilai the way to rate.

A draft is nowhere on it (T7): the person's page is the same with and without one.
"""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone

from bina.appraisal import reading
from bina.appraisal.models import Evaluasi
from bina.planning.door import Rencana
from bina.planning.door import panels as planning

RUNNING = "ditetapkan"


def register() -> None:
    planning.register(planning.Panel("appraisal.evaluasi", "samping", 20, _beside))


def _beside(request: HttpRequest, rencana: Rencana) -> planning.Drawn:
    on = timezone.localdate()
    seen = Evaluasi.objects.visible_to(request.user, on=on).released()
    rows = list(seen.filter(rumpun=rencana.rumpun).for_list())
    rates = rencana.penilai_id == request.user.pk and rencana.status == RUNNING
    periods = reading.periods_for(getattr(request.user, "instansi_id", None), on=on)
    done = {one.periode_id for one in rows}
    left = [
        one
        for one in periods
        if one.pk not in done and one.mulai <= rencana.selesai and one.selesai >= rencana.mulai
    ]
    context = {
        "baris": rows,
        "menilai": left[0] if rates and left else None,
        "rencana": rencana,
        "milik_saya": rencana.pegawai_id == request.user.pk,
    }
    return planning.Drawn(whole=render_to_string("appraisal/panel.html", context, request=request))
