"""The trail as its auditors read it."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import InvalidPage
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from bina.access import policy
from bina.core import audit
from bina.core.models import Jejak
from bina.people.models import Instansi
from bina.ui import paging

SIZE = 50


@require_safe
def jejak(request: HttpRequest) -> HttpResponse:
    """Who did what, when, newest first; the filters live in the address."""
    on = timezone.localdate()
    if not policy.may_somewhere(request.user, "jejak.lihat", on=on):
        raise Http404
    lines = Jejak.objects.filter(policy.scope(request.user, "jejak.lihat", on=on))
    chosen = _chosen(request)
    try:
        rows = paging.paginate(request, _narrowed(lines, chosen).for_list(), size=SIZE)
    except InvalidPage as beyond:
        raise Http404 from beyond
    return render(
        request, "home/jejak.html", {"halaman": rows, "pilihan": chosen, "page_menu": "jejak"}
    )


def _chosen(request: HttpRequest) -> dict[str, Any]:
    return {
        "tindakan": paging.sought(request, "tindakan", 80),
        "orang": paging.sought(request, "orang"),
        "dari": _day(request.GET.get("dari", "")),
        "sampai": _day(request.GET.get("sampai", "")),
    }


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _narrowed(lines: Any, chosen: dict[str, Any]) -> Any:
    if chosen["tindakan"]:
        lines = lines.filter(tindakan__startswith=chosen["tindakan"])
    if chosen["orang"]:
        lines = lines.filter(tentang__nama__icontains=chosen["orang"]) | lines.filter(
            pelaku__nama__icontains=chosen["orang"]
        )
    if chosen["dari"]:
        lines = lines.filter(pada__date__gte=chosen["dari"])
    if chosen["sampai"]:
        lines = lines.filter(pada__date__lte=chosen["sampai"])
    return lines


@require_POST
def periksa(request: HttpRequest) -> HttpResponse:
    """Prove the agency's chain unbroken, and write down that it was asked."""
    on = timezone.localdate()
    if not policy.may_somewhere(request.user, "jejak.lihat", on=on):
        raise Http404
    instansi = Instansi.objects.get(orang=request.user.pk)
    found = audit.verify(instansi.rantai)
    if found.broken_at is None:
        words = _("Jejak utuh. %(n)d baris tersambung tanpa putus.") % {"n": found.lines}
        messages.success(request, words)
    else:
        words = _(
            "Jejak rusak pada baris %(n)d. Hubungi administrator dan simpan cadangan hari ini."
        )
        messages.error(request, words % {"n": found.broken_at})
    with transaction.atomic():
        audit.record(
            "jejak.periksa",
            pelaku=request.user,  # type: ignore[arg-type]
            objek=instansi,
            pada=timezone.now(),
            fakta={"baris": found.lines, "utuh": found.broken_at is None},
        )
    return redirect("home:jejak")
