"""Offices: the list, giving one, ending one."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bina.access import policy
from bina.people.forms import KantorForm
from bina.people.models import Kantor, Unit
from bina.people.services import kantor as services
from bina.ui import paging


@require_http_methods(["GET", "HEAD", "POST"])
def kantor(request: HttpRequest) -> HttpResponse:
    """Who holds which office in the units this reader administers."""
    on = timezone.localdate()
    units = Unit.objects.filter(policy.scope(request.user, "unit.kelola_kantor", on=on))
    if not units.exists():
        raise Http404
    instansi_id = getattr(request.user, "instansi_id", None)
    form = KantorForm(
        request.POST or None,
        instansi_id=instansi_id,
        units=units.order_by("kode"),
        initial={"mulai": on},
    )
    if request.method == "POST" and form.is_valid() and _given(request, form):
        return redirect("people:kantor")
    held = Kantor.objects.filter(unit__in=units).select_related("orang", "unit")
    rows = paging.paginate(request, held.order_by("peran", "orang__nama", "pk"))
    return render(request, "people/kantor.html", {"halaman": rows, "form": form, "hari": on})


def _given(request: HttpRequest, form: Any) -> bool:
    data = form.cleaned_data
    try:
        services.give(
            orang_id=data["orang"].pk,
            peran=data["peran"],
            unit_id=data["unit"].pk,
            mulai=data["mulai"],
            selesai=data["selesai"],
            dasar=data["dasar"],
            actor=request.user,
            pada=timezone.now(),
            on=timezone.localdate(),
        )
    except services.OfficeRefused as refusal:
        form.add_error("orang", str(refusal))
        return False
    messages.success(request, _("Tersimpan. Kantor diberikan; orang itu perlu masuk ulang."))
    return True


@require_POST
def akhiri(request: HttpRequest, pk: int) -> HttpResponse:
    """End an office today."""
    on = timezone.localdate()
    try:
        services.end(kantor_id=pk, selesai=on, actor=request.user, pada=timezone.now(), on=on)
    except Kantor.DoesNotExist as unknown:
        raise Http404 from unknown
    except services.OfficeRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Tersimpan. Kantor ini berakhir hari ini."))
    return redirect("people:kantor")
