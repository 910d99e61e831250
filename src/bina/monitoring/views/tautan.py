"""Links for service users: making one, which there are, taking one back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bina.core.workflow import WrongState
from bina.monitoring import subject
from bina.monitoring.forms import TautanForm
from bina.monitoring.models import TautanUmpanBalik
from bina.monitoring.services import tautan as services
from bina.monitoring.services.refused import Refused
from bina.monitoring.views.guard import page, tell
from bina.monitoring.views.sebutan import people, read_subject, titled
from bina.ui import paging
from bina.ui.seen import clock, unseen_is_404


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """The links I made, each with its state."""
    _now, on = clock()
    mine = TautanUmpanBalik.objects.visible_to(request.user, on=on)
    found = paging.paginate(request, mine.for_list())
    rows = [one | {"status": one["it"].status_on(on)} for one in titled(found.rows)]
    return page(request, "monitoring/tautan.html", {"halaman": found, "baris": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@unseen_is_404
def buat(request: HttpRequest, skp_id: int) -> HttpResponse:
    """Make a link. Its address is shown this once: only a digest of it is kept."""
    _now, on = clock()
    rencana = subject.find(request.user, "buat_tautan", skp_id, on=on)
    form = TautanForm(
        request.POST or None,
        topics=subject.topics(rencana),
        initial={"tentang": request.GET.get("tentang", "")},
    )
    if request.method == "POST" and form.is_valid() and (done := _made(request, skp_id, form)):
        return done
    return page(request, "monitoring/tautan_buat.html", {"form": form, **people(rencana)})


def _made(request: HttpRequest, skp_id: int, form: TautanForm) -> HttpResponse | None:
    now, on = clock()
    try:
        made, token = services.make_link(
            skp_id=skp_id,
            tentang=read_subject(form.cleaned_data["tentang"]),
            untuk=form.cleaned_data["untuk"],
            actor=request.user,
            pada=now,
            on=on,
        )
    except Refused as why:
        tell(form, why)
        return None
    address = request.build_absolute_uri(reverse("monitoring:layanan", args=[token]))
    context = {"tautan": titled([made])[0], "alamat": address}
    return page(request, "monitoring/tautan_jadi.html", context)


@require_POST
@unseen_is_404
def cabut(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a link back before it is answered."""
    now, on = clock()
    try:
        services.revoke_link(tautan_id=pk, actor=request.user, pada=now, on=on)
    except WrongState:
        messages.warning(
            request, _("Tautan ini sudah dijawab atau dicabut. Tidak ada yang berubah.")
        )
    else:
        messages.success(
            request, _("Tautan dicabut. Siapa pun yang memegangnya tidak dapat menjawab.")
        )
    return redirect("monitoring:tautan")
