"""Who leads a team and who works in it: the pages that change that."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from bina.people import team_pages
from bina.people.forms import AnggotaForm, HariTerakhirForm, KetuaForm
from bina.people.models import AnggotaTim, KetuaTim, TimKerja
from bina.people.services import tim_orang as services
from bina.people.services.tim import TeamRefused
from bina.people.views.tim import (
    Answer,
    act_of,
    answered,
    attempt,
    managed_team,
    managing,
    post_of,
    to_ended,
)


@require_http_methods(["GET", "HEAD", "POST"])
@managing
def ketua(request: HttpRequest, tim: TimKerja, on: date) -> HttpResponse:
    """Another ketua from a day on."""
    first = {"suntingan": tim.suntingan, "mulai": max(on, tim.mulai)}
    form = KetuaForm(post_of(request), instansi_id=tim.instansi_id, initial=first)
    answer = Answer()
    if request.method == "POST" and form.is_valid():
        given = {**form.cleaned_data, **act_of(request, on), "tim_id": tim.pk}
        given["ketua_id"] = given.pop("ketua").pk
        answer = attempt(form, lambda: services.change_ketua(**given))
        if answer.done:
            messages.success(request, _("Tersimpan. Pergantian ketua sudah dicatat."))
            return redirect("people:tim_rinci", tim.pk)
    kini = team_pages.people_of(tim, on)
    return answered(request, "people/tim_ketua.html", tim, form, answer, kini=kini)


@require_http_methods(["GET", "HEAD", "POST"])
@managing
def anggota(request: HttpRequest, tim: TimKerja, on: date) -> HttpResponse:
    """Add members, several at once, from whatever unit."""
    first = {"mulai": max(on, tim.mulai)}
    form = AnggotaForm(post_of(request), instansi_id=tim.instansi_id, initial=first)
    if request.method == "POST" and form.is_valid():
        given = {**form.cleaned_data, **act_of(request, on), "tim_id": tim.pk}
        given["orang_ids"] = [one.pk for one in given.pop("orang")]
        answer = attempt(form, lambda: services.add_members(**given))
        if answer.done:
            count = len(answer.result)
            words = ngettext(
                "Tersimpan. Satu anggota ditambahkan.",
                "Tersimpan. %(n)d anggota ditambahkan.",
                count,
            )
            messages.success(request, words % {"n": count})
            return redirect("people:tim_rinci", tim.pk)
    return render(request, "people/tim_anggota.html", {"tim": tim, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def akhiri(request: HttpRequest, pk: int) -> HttpResponse:
    """The last day of one member."""
    satu, tim = _row(request, AnggotaTim, pk)
    on = timezone.localdate()
    if tim.has_ended(on) and request.method != "POST":
        return to_ended(request, tim)
    form = HariTerakhirForm(post_of(request), initial={"selesai": max(on, satu.mulai)})
    if request.method == "POST" and form.is_valid():
        given = {**form.cleaned_data, **act_of(request, on), "anggota_id": satu.pk}
        if attempt(form, lambda: services.end_member(**given)).done:
            messages.success(request, _("Tersimpan. Hari terakhir anggota sudah dicatat."))
            return redirect("people:tim_rinci", tim.pk)
    context = {"tim": tim, "satu": satu, "form": form}
    return render(request, "people/tim_akhiri_anggota.html", context)


@require_POST
def batalkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a membership that has not begun."""
    satu, tim = _row(request, AnggotaTim, pk)
    given = act_of(request, timezone.localdate())
    try:
        services.cancel_member(anggota_id=satu.pk, **given)
    except TeamRefused as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("Tersimpan. Penugasan itu dibatalkan."))
    return redirect("people:tim_rinci", tim.pk)


@require_POST
def batal_ketua(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a change of ketua that has not come yet."""
    satu, tim = _row(request, KetuaTim, pk)
    given = act_of(request, timezone.localdate())
    try:
        services.cancel_ketua(ketua_id=satu.pk, **given)
    except TeamRefused as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("Tersimpan. Ketua sebelumnya tetap memimpin."))
    return redirect("people:tim_rinci", tim.pk)


def _row(request: HttpRequest, model: Any, pk: int) -> tuple[Any, TimKerja]:
    """Somebody's row in a team this person manages; 404 for a row of a team they do not see."""
    satu = get_object_or_404(model.objects.select_related("orang"), pk=pk)
    return satu, managed_team(request, satu.tim_id)[0]
