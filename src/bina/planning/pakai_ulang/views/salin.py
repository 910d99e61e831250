"""Copying into one's draft, and offering one's plan as a template."""

import re
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bina.access import policy
from bina.planning.models import Skp, TemplatSkp
from bina.planning.pakai_ulang.forms import NamaForm, PilihHasilForm
from bina.planning.pakai_ulang.services import salin as services
from bina.planning.pakai_ulang.services import templat as templates
from bina.planning.services.refusals import Refused
from bina.planning.views.asking import Answer, allowed, attempt, locked, seen, to_plan
from bina.ui import paging

SOURCE = re.compile(r"(skp|templat):([0-9]{1,18})")
SHOWN = 20
"""Of each kind of source to a page; the newest come first."""


@require_http_methods(["GET", "HEAD", "POST"])
def salin(request: HttpRequest, pk: int) -> HttpResponse:
    """The sources a reader may copy from; of the one chosen (`?sumber=`), its results to tick."""
    skp, on = allowed(request, pk, "ubah")
    if not skp.is_open:
        return locked(request, skp)
    sumber = _source(request)
    if sumber is None:
        return render(request, "planning/salin.html", {"skp": skp, **_sources(request, skp, on)})
    return _choose(request, skp, sumber, on)


def _source(request: HttpRequest) -> tuple[str, int] | None:
    given = request.GET.get("sumber", "")
    if not given and request.method != "POST":
        return None
    found = SOURCE.fullmatch(given)
    if found is None:
        raise Http404
    return found[1], int(found[2])


def _sources(request: HttpRequest, skp: Skp, on: date) -> dict[str, Any]:
    jabatan = skp.penempatan.jabatan_id
    readable = Skp.objects.visible_to(request.user, on=on).agreed().for_list()
    plans = readable.exclude(rumpun=skp.rumpun)
    templat = TemplatSkp.objects.visible_to(request.user, on=on).in_use().for_list()
    same = plans.filter(penempatan__jabatan=jabatan)
    own, others = plans.filter(pegawai=skp.pegawai_id), same.exclude(pegawai=skp.pegawai_id)
    templat = templat.filter(jabatan=jabatan)
    return {
        "milik_saya": paging.paginate(request, own, size=SHOWN, part="milik"),
        "templat": paging.paginate(request, templat, size=SHOWN, part="templat"),
        "rekan": paging.paginate(request, others, size=SHOWN, part="rekan"),
    }


def _choose(request: HttpRequest, skp: Skp, sumber: tuple[str, int], on: date) -> HttpResponse:
    kind, pk = sumber
    try:
        found = services.results_of(kind, pk, actor=request.user, on=on)
    except ObjectDoesNotExist as error:
        raise Http404 from error
    data = request.POST.copy() if request.method == "POST" else None
    form = PilihHasilForm(
        data, titles=[one.uraian for one in found], initial={"suntingan": skp.suntingan}
    )
    answer = Answer()
    if request.method == "POST" and form.is_valid():
        answer = attempt(form, lambda: _copied(request, skp, sumber, form, on))
        if answer.done:
            _tell(request, answer.made)
            return redirect("planning:susun", skp.pk)
    context = {"skp": skp, "form": form, "benturan": answer.benturan, "hasil": found}
    return render(request, "planning/salin_pilih.html", context, status=answer.status)


def _copied(
    request: HttpRequest, skp: Skp, sumber: tuple[str, int], form: PilihHasilForm, on: date
) -> services.Disalin:
    return services.copy_results(
        skp_id=skp.pk,
        sumber=sumber[0],
        sumber_id=sumber[1],
        pilihan=form.chosen(),
        suntingan=form.cleaned_data["suntingan"],
        actor=request.user,
        pada=timezone.now(),
        on=on,
    )


def _tell(request: HttpRequest, made: services.Disalin) -> None:
    words = _("Disalin: %(n)s hasil kerja. Sesuaikan target dan penerima manfaatnya.")
    messages.success(request, words % {"n": made.jumlah})
    if made.sudah_ada:
        messages.warning(
            request,
            _("%(n)s hasil kerja tidak disalin karena sudah ada dalam draf Anda.")
            % {"n": made.sudah_ada},
        )


@require_http_methods(["GET", "HEAD", "POST"])
def tawarkan(request: HttpRequest, pk: int) -> HttpResponse:
    """An agreed plan becomes a template for its jabatan in its unit."""
    skp, on = seen(request, pk)
    policy.require(request.user, "skp.tawarkan", skp, on=on)
    if not skp.is_agreed:
        return to_plan(request, skp, _("Hanya SKP yang sudah ditetapkan yang dapat ditawarkan."))
    name = f"{skp.penempatan.jabatan.nama} {skp.mulai.year}"
    form = NamaForm(request.POST or None, initial={"nama": name})
    if request.method == "POST" and form.is_valid():
        try:
            made = templates.offer(
                skp_id=skp.pk,
                nama=form.cleaned_data["nama"],
                actor=request.user,
                pada=timezone.now(),
                on=on,
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Ditawarkan. Rekan sejabatan dapat menyalinnya."))
            return redirect("planning:templat_rinci", made.pk)
    return render(request, "planning/tawarkan.html", {"skp": skp, "form": form})
