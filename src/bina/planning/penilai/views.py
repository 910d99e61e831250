"""Who appraises: substitutes for some days, and plans handed over for good."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from bina.access import policy
from bina.core.workflow import WrongState
from bina.planning.models import PenggantiPenilai
from bina.planning.penilai import serah_terima as moving
from bina.planning.penilai.forms import PenggantiForm, SerahTerimaForm
from bina.planning.penilai.services import pengganti as substitutes
from bina.planning.penilai.services.serah_terima import hand_over
from bina.planning.services.refusals import Refused
from bina.ui import paging


@require_http_methods(["GET", "HEAD", "POST"])
def pengganti(request: HttpRequest) -> HttpResponse:
    """Who stands in for whom, as far as it concerns this reader; and naming somebody."""
    on = timezone.localdate()
    me = request.user
    form = PenggantiForm(
        request.POST or None,
        instansi_id=getattr(me, "instansi_id", None),
        initial={"penilai": getattr(me, "nip", "") or getattr(me, "email", ""), "mulai": on},
    )
    if request.method == "POST" and form.is_valid() and _appointed(request, form, on):
        return redirect("planning:pengganti")
    rows = paging.paginate(request, PenggantiPenilai.objects.visible_to(me, on=on).for_list())
    ends = PenggantiPenilai.objects.filter(policy.scope(me, "pengganti_penilai.cabut", on=on))
    mine = set(ends.filter(pk__in=[one.pk for one in rows]).values_list("pk", flat=True))
    shown = [(one, one.status_on(on), one.pk in mine) for one in rows]
    context = {"halaman": rows, "baris": shown, "form": form}
    return render(request, "planning/pengganti.html", context)


def _appointed(request: HttpRequest, form: PenggantiForm, on: date) -> bool:
    data = form.cleaned_data
    try:
        substitutes.appoint(
            penilai_id=data["penilai"].pk,
            pengganti_id=data["pengganti"].pk,
            mulai=data["mulai"],
            selesai=data["selesai"],
            alasan=data["alasan"],
            actor=request.user,
            pada=timezone.now(),
            on=on,
        )
    except ObjectDoesNotExist:
        words = _("Anda tidak dapat menunjuk pengganti bagi orang ini. Minta pengelola kinerja.")
        form.add_error("penilai", words)
        return False
    except Refused as refusal:
        form.add_error("pengganti", str(refusal))
        return False
    told = _("Tersimpan. Pada hari-hari itu %(nama)s dapat meninjau dan menetapkan SKP.")
    messages.success(request, told % {"nama": data["pengganti"].nama_lengkap})
    return True


@require_POST
def cabut_pengganti(request: HttpRequest, pk: int) -> HttpResponse:
    """The substitution ends at once."""
    try:
        substitutes.revoke(
            pengganti_id=pk,
            actor=request.user,
            pada=timezone.now(),
            on=timezone.localdate(),
        )
    except PenggantiPenilai.DoesNotExist as unseen:
        raise Http404 from unseen
    except WrongState:
        messages.warning(request, _("Penggantian ini sudah berakhir atau sudah dicabut."))
    else:
        messages.success(request, _("Tersimpan. Penggantian ini berakhir sekarang."))
    return redirect("planning:pengganti")


@require_http_methods(["GET", "HEAD", "POST"])
def serah_terima(request: HttpRequest) -> HttpResponse:
    """Running plans whose penilai is no longer the superior; those chosen change hands."""
    on = timezone.localdate()
    rows = paging.paginate(request, moving.to_hand_over(request.user, on=on))
    form = SerahTerimaForm(request.POST or None, on=on)
    chosen = {int(one) for one in request.POST.getlist("skp") if one.isascii() and one.isdigit()}
    chosen &= {one.skp.pk for one in rows}
    if request.method == "POST" and form.is_valid() and _handed(request, form, chosen, on):
        return redirect("planning:serah_terima")
    context = {
        "halaman": rows,
        "form": form,
        "dipilih": chosen if form.is_bound else {one.skp.pk for one in rows if one.kepada},
    }
    return render(request, "planning/serah_terima.html", context)


def _handed(request: HttpRequest, form: SerahTerimaForm, chosen: set[int], on: date) -> bool:
    try:
        moved = hand_over(
            skp_ids=chosen,
            mulai=form.cleaned_data["mulai"],
            alasan=form.cleaned_data["alasan"],
            actor=request.user,
            pada=timezone.now(),
            on=on,
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    words = ngettext("Satu SKP diserahterimakan.", "%(n)d SKP diserahterimakan.", len(moved))
    messages.success(request, words % {"n": len(moved)})
    return True
