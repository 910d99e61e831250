"""The agency's texts for the annex: the list, adding one, retiring one."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bina.access import policy
from bina.people.models import Instansi
from bina.planning.models import TeksLampiran
from bina.planning.pakai_ulang.forms import TeksForm
from bina.planning.pakai_ulang.services import teks as services
from bina.planning.services.refusals import Refused
from bina.ui import paging


def _kept_by(request: HttpRequest) -> tuple[Instansi, date]:
    """The agency whose texts this reader keeps; 404 for everybody else."""
    on = timezone.localdate()
    mine = Instansi.objects.filter(policy.scope(request.user, "perencanaan.kelola_teks", on=on))
    return get_object_or_404(mine, pk=getattr(request.user, "instansi_id", None)), on


@require_http_methods(["GET", "HEAD", "POST"])
def daftar(request: HttpRequest) -> HttpResponse:
    """The texts in use, by list; a form that adds one."""
    instansi, on = _kept_by(request)
    form = TeksForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.add_text(**form.cleaned_data, actor=request.user, pada=timezone.now(), on=on)
        except Refused as refusal:
            form.add_error("uraian", str(refusal))
        else:
            messages.success(request, _("Tersimpan. Teks ini sekarang ditawarkan pada draf SKP."))
            return redirect("planning:teks_lampiran")
    rows = TeksLampiran.objects.in_use().filter(instansi=instansi).for_list()
    context = {"form": form, "halaman": paging.paginate(request, rows)}
    return render(request, "planning/teks_lampiran.html", context)


@require_POST
def hentikan(request: HttpRequest, pk: int) -> HttpResponse:
    """Offer a text no more."""
    instansi, on = _kept_by(request)
    get_object_or_404(TeksLampiran, pk=pk, instansi=instansi)
    try:
        services.retire_text(teks_id=pk, actor=request.user, pada=timezone.now(), on=on)
    except TeksLampiran.DoesNotExist:
        messages.warning(request, _("Teks ini sudah dihentikan orang lain."))
    else:
        messages.success(request, _("Dihentikan. SKP yang sudah memuatnya tidak berubah."))
    return redirect("planning:teks_lampiran")
