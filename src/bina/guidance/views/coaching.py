"""A coaching as a whole: where it stands, its next session, its end."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from bina.guidance.services import coaching as services
from bina.guidance.views.asking import attempt, coaching_seen


@require_safe
def coaching(request: HttpRequest, pk: int) -> HttpResponse:
    """To the newest session: that is where the two are."""
    one, _on = coaching_seen(request, pk)
    newest = one.sesi.order_by("-ke").values_list("pk", flat=True).first()
    if newest is None:
        raise Http404
    return redirect("guidance:sesi", newest)


@require_POST
def sesi_baru(request: HttpRequest, pk: int) -> HttpResponse:
    """The next session."""
    one, on = coaching_seen(request, pk)
    made = attempt(
        request,
        lambda: services.start_session(
            coaching_id=one.pk, actor=request.user, pada=timezone.now(), on=on
        ),
    )
    if made:
        messages.success(request, _("Sesi baru dibuka. Pegawai diminta menulis laporannya."))
    return redirect("guidance:coaching", pk)
