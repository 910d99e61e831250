"""The agency's own values: what may be set, setting one after a preview, withdrawing one."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bina.access import policy
from bina.core.workflow import WrongState
from bina.law import kata, own_pages, reading, services, susunan
from bina.law.checking import Refused
from bina.law.forms import KetentuanForm
from bina.law.models import Ketentuan
from bina.people.models import Instansi
from bina.rules.parameters import Parameter
from bina.rules.texts import texts


@require_safe
def ketentuan(request: HttpRequest) -> HttpResponse:
    """What the texts leave to the agency, with the present value and what is to come."""
    instansi, on = _mine(request)
    rows = list(Ketentuan.objects.visible_to(request.user, on=on).for_list())
    context = {
        "instansi": instansi,
        "butir": own_pages.open_ones(reading.parameters(instansi), rows, on),
        "riwayat": own_pages.history(rows, on),
    }
    return render(request, "law/ketentuan.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def tetapkan(request: HttpRequest, nama: str) -> HttpResponse:
    """One parameter: its fields, a preview of old and new, and setting it."""
    instansi, on = _mine(request)
    parameter = _open(nama, on)
    earliest = services.first_day(instansi.pk, nama, on=on)
    now = reading.parameters(instansi).in_force(nama, earliest)
    form = KetentuanForm(
        request.POST if request.method == "POST" else None,
        parameter=parameter,
        now=susunan.taken_apart(parameter, now.value),
        earliest=earliest,
    )
    pratinjau = None
    if request.method == "POST" and form.is_valid():
        pratinjau = _previewed(form, instansi, nama, on)
        seen = pratinjau is not None and request.POST.get("diperiksa") == pratinjau.sidik
        if seen and "tetapkan" in request.POST and _set(request, form, instansi, nama, on):
            return redirect("law:ketentuan")
    context = {
        "form": form,
        "judul_ketentuan": kata.judul(parameter),
        "satuan": kata.satuan(parameter),
        "kini": own_pages.written(now),
        "pratinjau": pratinjau,
        "naskah": kata.naskah(nama),
    }
    return render(request, "law/tetapkan.html", context)


@require_POST
def cabut(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw a value that has not begun."""
    on = timezone.localdate()
    try:
        services.withdraw(ketentuan_id=pk, actor=request.user, pada=timezone.now(), on=on)
    except Ketentuan.DoesNotExist as unknown:
        raise Http404 from unknown
    except WrongState:
        messages.warning(
            request,
            _("Ketentuan ini sudah berlaku atau sudah dicabut. Tetapkan nilai baru bila perlu."),
        )
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("Dicabut. Nilai sebelumnya tetap berlaku."))
    return redirect("law:ketentuan")


def _mine(request: HttpRequest) -> tuple[Instansi, date]:
    """The agency whose personnel unit this reader heads; for anybody else there is no page."""
    on = timezone.localdate()
    mine = policy.scope(request.user, "ketentuan_instansi.tetapkan", on=on)
    agency = getattr(request.user, "instansi_id", None)
    return get_object_or_404(Instansi.objects.filter(mine), pk=agency), on


def _open(nama: str, on: date) -> Parameter:
    """Open from tomorrow on, at the earliest."""
    if nama not in own_pages.open_names(on):
        raise Http404
    return texts()[nama]


def _previewed(
    form: KetentuanForm, instansi: Instansi, nama: str, on: date
) -> "own_pages.Pratinjau | None":
    try:
        return own_pages.preview(services.proposed(instansi, nama, on=on, **_given(form)), form)
    except Refused as refusal:
        form.refuse(refusal)
        return None


def _set(
    request: HttpRequest, form: KetentuanForm, instansi: Instansi, nama: str, on: date
) -> bool:
    try:
        services.set_value(
            instansi_id=instansi.pk,
            parameter=nama,
            actor=request.user,
            pada=timezone.now(),
            on=on,
            **_given(form),
        )
    except Refused as refusal:  # somebody was faster between the preview and now
        form.refuse(refusal)
        return False
    messages.success(
        request, _("Ditetapkan. Hasil yang sudah ada tidak berubah dan tetap memuat dasarnya.")
    )
    return True


def _given(form: KetentuanForm) -> dict[str, Any]:
    data = form.cleaned_data
    return {"bagian": form.bagian(), "mulai": data["mulai"], "dasar": data["dasar"]}
