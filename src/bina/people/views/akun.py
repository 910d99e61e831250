"""An administrator opens a person's account; the person alone chooses the password."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from bina.access import policy
from bina.accounts.services import issue_activation
from bina.people.models import Pegawai


@require_http_methods(["GET", "HEAD", "POST"])
def buka(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a single-use link to the person's address, or show it once where there is none."""
    on = timezone.localdate()
    visible = Pegawai.objects.visible_to(request.user, on=on).select_related("orang")
    one = get_object_or_404(visible, pk=pk)
    policy.require(request.user, "pegawai.buka_akun", one, on=on)
    tautan = None
    if request.method == "POST":
        tautan = issue_activation(
            orang=one.orang,
            actor=request.user,  # type: ignore[arg-type]
            now=timezone.now(),
            origin=f"{request.scheme}://{request.get_host()}",
        )
    return render(request, "people/buka_akun.html", {"pegawai": one, "tautan": tautan})
