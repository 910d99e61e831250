"""The planning periods, for those who look after the records of a unit."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bina.access import policy
from bina.law.door import parameters
from bina.people.models import Unit
from bina.planning import workflow
from bina.planning.masa.forms import BukaMasaForm, UbahMasaForm
from bina.planning.masa.services import masa as services
from bina.planning.models import MasaPerencanaan
from bina.planning.services.refusals import Refused
from bina.planning.views.asking import attempt
from bina.ui import paging


@require_http_methods(["GET", "HEAD", "POST"])
def masa(request: HttpRequest) -> HttpResponse:
    """The periods this reader may see; a new one for a unit they look after."""
    on = timezone.localdate()
    units = Unit.objects.filter(policy.scope(request.user, "tahun_perencanaan.buka_masa", on=on))
    visible = MasaPerencanaan.objects.visible_to(request.user, on=on)
    sets = units.exists()
    if not sets and not policy.may_somewhere(request.user, "masa_perencanaan.lihat", on=on):
        raise Http404
    law = parameters(getattr(request.user, "instansi", None))
    form = BukaMasaForm(request.POST or None, units=units.order_by("kode"), law=law, on=on)
    if request.method == "POST":
        if not sets:
            raise Http404
        if form.is_valid() and _opened(request, form, on):
            return redirect("planning:masa")
    context = {
        "halaman": paging.paginate(request, visible.for_list()),
        "form": form if sets else None,
        "page_menu": "masa",
    }
    return render(request, "planning/masa.html", context)


def _opened(request: HttpRequest, form: BukaMasaForm, on: date) -> bool:
    try:
        services.open_period(
            unit_id=form.cleaned_data["unit"].pk,
            tahun=form.cleaned_data["tahun"],
            hari=form.hari(),
            actor=request.user,
            pada=timezone.now(),
            on=on,
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    except ObjectDoesNotExist as unseen:
        raise Http404 from unseen
    messages.success(request, _("Tersimpan. Masa perencanaan berlaku untuk unit itu."))
    return True


@require_http_methods(["GET", "HEAD", "POST"])
def rinci(request: HttpRequest, pk: int) -> HttpResponse:
    """One period: what was done with it and why; other days, closing, opening again."""
    on = timezone.localdate()
    visible = MasaPerencanaan.objects.visible_to(request.user, on=on).select_related("unit")
    one = get_object_or_404(visible, pk=pk)
    acts = [f"masa_perencanaan.{name}" for name in workflow.MASA_PERENCANAAN.steps]
    may = policy.permitted(request.user, acts, one, on=on)
    data = request.POST.copy() if request.method == "POST" else None
    form, benturan, status = UbahMasaForm(data, masa=one), "", 200
    if request.method == "POST":
        nama = request.POST.get("langkah", "")
        if nama not in workflow.MASA_PERENCANAAN.steps:
            raise Http404
        policy.require(request.user, f"masa_perencanaan.{nama}", one, on=on)
        if form.is_valid():
            answer = attempt(form, lambda: _changed(request, one, nama, form, on))
            if answer.done:
                messages.success(request, _("Tersimpan. Perubahan masa perencanaan dicatat."))
                return redirect("planning:masa_rinci", one.pk)
            benturan, status = answer.benturan, answer.status
    context = {
        "masa": one,
        "form": form if may else None,
        "langkah": workflow.MASA_PERENCANAAN.open_from(one.status),
        "riwayat": paging.paginate(request, one.perubahan.select_related("oleh")),
        "benturan": benturan,
        "page_menu": "masa",
    }
    return render(request, "planning/masa_rinci.html", context, status=status)


def _changed(
    request: HttpRequest, one: MasaPerencanaan, nama: str, form: UbahMasaForm, on: date
) -> MasaPerencanaan:
    return services.change_period(
        masa_id=one.pk,
        nama=nama,
        hari=form.hari(),
        alasan=form.cleaned_data["alasan"],
        suntingan=form.cleaned_data["suntingan"],
        actor=request.user,
        pada=timezone.now(),
        on=on,
    )
