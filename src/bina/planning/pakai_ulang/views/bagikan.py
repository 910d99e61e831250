"""Setting a template to many people: whom, how far it is, what became of it."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from bina.planning.models import PembagianTemplat
from bina.planning.pakai_ulang.forms import BagikanForm
from bina.planning.pakai_ulang.services import bagikan as services
from bina.planning.pakai_ulang.views.templat import seen_templat
from bina.planning.services.refusals import Refused
from bina.ui import paging

WHY = {
    services.RUNNING: gettext_lazy("SKP-nya sudah berjalan. Ubah lewat versi baru."),
    services.WAITING: gettext_lazy("SKP-nya sedang menunggu keputusan penilai."),
    services.NO_LONGER: gettext_lazy("Tidak memegang jabatan ini lagi."),
}
SHOWN = 200
"""So many are offered to be ticked; a larger unit is served by "all", or unit by unit."""


@require_http_methods(["GET", "HEAD", "POST"])
def bagikan(request: HttpRequest, pk: int) -> HttpResponse:
    """To whom; it is said before who gets what."""
    templat, on = seen_templat(request, pk, "bagikan")
    placed = services.candidates(templat, on=on)
    everybody = list(placed.values_list("orang_id", "orang__nama", "unit__nama"))
    people = [(orang, f"{nama}, {unit}") for orang, nama, unit in everybody[:SHOWN]]
    form = BagikanForm(request.POST or None, people=people)
    if request.method == "POST" and form.is_valid():
        chosen = {int(one) for one in form.cleaned_data["orang"]}
        if form.cleaned_data["cakupan"] == "semua":
            chosen = {orang for orang, _nama, _unit in everybody}
        made = _ordered(request, form, templat_id=templat.pk, orang=chosen, on=on)
        if made is not None:
            return redirect("planning:pembagian", made.pk)
    context = {
        "templat": templat,
        "form": form,
        "banyak": len(everybody),
        "terpotong": len(everybody) > SHOWN,
    }
    return render(request, "planning/bagikan.html", context)


def _ordered(request: HttpRequest, form: BagikanForm, **given: Any) -> PembagianTemplat | None:
    try:
        return services.order(**given, actor=request.user, pada=timezone.now())
    except Refused as refusal:
        form.add_error(None, str(refusal))
    except IntegrityError:
        form.add_error(
            None, _("Seorang pegawai baru saja memulai SKP-nya. Tekan Bagikan sekali lagi.")
        )
    return None


def _seen(request: HttpRequest, pk: int) -> PembagianTemplat:
    rows = PembagianTemplat.objects.visible_to(request.user, on=timezone.localdate())
    return get_object_or_404(rows.select_related("templat", "pekerjaan", "oleh"), pk=pk)


@require_safe
def pembagian(request: HttpRequest, pk: int) -> HttpResponse:
    """How far it is, then whom it reached and who was left out, with the reason."""
    made = _seen(request, pk)
    people = get_user_model()._default_manager.filter(pk__in=made.dilewati)
    halaman = paging.paginate(request, people.order_by("nama", "pk"))
    context = {
        "pembagian": made,
        "berjalan": _is_running(made),
        "halaman": halaman,
        "baris": [(one, WHY[made.dilewati[str(one.pk)]]) for one in halaman.rows],
    }
    return render(request, "planning/pembagian.html", context)


@require_safe
def kemajuan(request: HttpRequest, pk: int) -> HttpResponse:
    """The progress alone; at its end the whole page is shown anew."""
    made = _seen(request, pk)
    if not _is_running(made):
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    return render(request, "planning/bagian/pembagian_kemajuan.html", {"pembagian": made})


def _is_running(made: PembagianTemplat) -> bool:
    return made.pekerjaan is not None and not made.pekerjaan.is_over
