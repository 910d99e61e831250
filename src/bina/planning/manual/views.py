"""The manuals of a plan's indicators: which are written, and writing one."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bina.planning import pilihan
from bina.planning.manual.forms import ManualForm
from bina.planning.manual.services import save_manual
from bina.planning.models import Indikator, Skp
from bina.planning.views import tabrakan
from bina.planning.views.asking import Answer, agency_of, allowed, attempt, locked


@require_safe
def daftar(request: HttpRequest, pk: int) -> HttpResponse:
    """Every indicator of the draft, with whether its manual is written."""
    skp, _on = allowed(request, pk, "ubah")
    _refuse_unasked(request, skp)
    if not skp.is_open:
        return locked(request, skp)
    rows = Indikator.objects.filter(hasil__skp=skp).select_related("hasil", "manual")
    context = {"skp": skp, "indikator": rows.order_by("-hasil__jenis", "hasil__urutan", "urutan")}
    return render(request, "planning/manual.html", context)


def _saved(
    request: HttpRequest, skp: Skp, indikator: Indikator, form: ManualForm, on: date
) -> Answer:
    return attempt(
        form,
        lambda: save_manual(
            skp_id=skp.pk,
            indikator_id=indikator.pk,
            isi=form.isi(),
            suntingan=form.cleaned_data["suntingan"],
            actor=request.user,
            pada=timezone.now(),
            on=on,
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def isi(request: HttpRequest, pk: int, indikator_pk: int) -> HttpResponse:
    """One manual."""
    skp, on = allowed(request, pk, "ubah")
    _refuse_unasked(request, skp)
    among = Indikator.objects.select_related("hasil").filter(hasil__skp=skp)
    indikator = get_object_or_404(among, pk=indikator_pk)
    if not skp.is_open and request.method != "POST":
        return locked(request, skp)
    initial = {"suntingan": skp.suntingan}
    blank = ManualForm(indikator=indikator, initial=initial)
    stored = {name: field.initial for name, field in blank.fields.items()}
    form = ManualForm(tabrakan.posted(request, stored), indikator=indikator, initial=initial)
    answer = Answer()
    if request.method == "POST" and form.is_valid():
        answer = _saved(request, skp, indikator, form, on)
        if answer.done:
            messages.success(request, _("Tersimpan. Manual indikator sudah dicatat."))
            return redirect("planning:manual", skp.pk)
    context = {
        "skp": skp,
        "indikator": indikator,
        "form": form,
        "benturan": answer.benturan,
        "beda": tabrakan.differences([form], stored) if answer.benturan else [],
    }
    return render(request, "planning/manual_isi.html", context, status=answer.status)


def _refuse_unasked(request: HttpRequest, skp: Skp) -> None:
    """Where the agency asks for none, there is no such page."""
    if not pilihan.asks_manual(agency_of(request.user), skp.jenis, on=skp.mulai):
        raise Http404
