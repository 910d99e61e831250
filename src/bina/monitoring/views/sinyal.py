"""The signals of a plan: for its person and their penilai, who may mute one with a reason."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bina.access import policy
from bina.core.workflow import WrongState
from bina.monitoring import kata_sinyal, law, reading, subject
from bina.monitoring.forms import RedamForm
from bina.monitoring.models import Sinyal
from bina.monitoring.services import sinyal as services
from bina.monitoring.services.refused import Refused
from bina.monitoring.views.guard import page, tell
from bina.ui.seen import clock, unseen_is_404

GET_AND_POST = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@unseen_is_404
def daftar(request: HttpRequest, skp_id: int) -> HttpResponse:
    """At most one of each kind: since when, in words with its figures, and whether it is muted."""
    _now, on = clock()
    rencana = subject.find(request.user, "lihat_sinyal", skp_id, on=on)
    plan = reading.progress_of_plans({skp_id: rencana}, on=on)[skp_id]
    rules = law.of(request.user)
    rows = Sinyal.objects.visible_to(request.user, on=on).filter(skp=skp_id).for_list()
    shown = [
        {
            "it": one,
            "kalimat": kata_sinyal.sentence(one),
            "hasil": kata_sinyal.title(plan, one.hasil_kunci),
            "dasar": kata_sinyal.basis(one.jenis, rules, on),
            "diredam": one.is_muted(on),
        }
        for one in rows
    ]
    context = {
        "rencana": rencana,
        "sinyal": shown,
        "dasar": [one["dasar"] for one in shown if one["dasar"]],
        "milik_saya": rencana.pegawai_id == request.user.pk,
    }
    return page(request, "monitoring/sinyal.html", context)


@GET_AND_POST
@unseen_is_404
def redam(request: HttpRequest, pk: int) -> HttpResponse:
    """Let it be silent until a day, with a reason."""
    now, on = clock()
    one = Sinyal.objects.visible_to(request.user, on=on).for_list().get(pk=pk)
    policy.require(request.user, "sinyal.redam", one, on=on)
    form = RedamForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.mute(
                sinyal_id=pk,
                alasan=form.cleaned_data["alasan"],
                sampai=form.cleaned_data["sampai"],
                actor=request.user,
                pada=now,
                on=on,
            )
        except Refused as why:
            tell(form, why)
        except WrongState:
            messages.warning(request, _("Sinyal ini sudah diredam. Tidak ada yang berubah."))
            return redirect("monitoring:sinyal", one.skp_id)
        else:
            messages.success(request, _("Diredam. Pegawai membaca alasan Anda."))
            return redirect("monitoring:sinyal", one.skp_id)
    context = {"it": one, "form": form, **_said(request, one, on)}
    return page(request, "monitoring/sinyal_redam.html", context)


def _said(request: HttpRequest, one: Sinyal, on: date) -> dict[str, str]:
    """Its sentence, and the result it is about, if it is about one."""
    rencana = subject.find(request.user, "lihat_sinyal", one.skp_id, on=on)
    plan = reading.progress_of_plans({one.skp_id: rencana}, on=on)[one.skp_id]
    hasil = kata_sinyal.title(plan, one.hasil_kunci)
    return {"kalimat": kata_sinyal.sentence(one), "hasil": hasil}


@require_POST
@unseen_is_404
def bunyikan(request: HttpRequest, pk: int) -> HttpResponse:
    """Let it be heard again."""
    now, on = clock()
    one = Sinyal.objects.visible_to(request.user, on=on).get(pk=pk)
    try:
        services.unmute(sinyal_id=pk, actor=request.user, pada=now, on=on)
    except WrongState:
        messages.warning(request, _("Sinyal ini tidak diredam. Tidak ada yang berubah."))
    else:
        messages.success(request, _("Tidak diredam lagi. Sinyalnya terlihat seperti semula."))
    return redirect("monitoring:sinyal", one.skp_id)
