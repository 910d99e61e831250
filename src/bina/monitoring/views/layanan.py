"""The page behind a link: the only one where somebody without an account gives feedback.

It tells the name, the agency and the title asked about, and who reads the answer. A link that is
used, expired, taken back or was never there is answered in the same words.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from bina.accounts import limits
from bina.monitoring import subject
from bina.monitoring.forms import TamuForm
from bina.monitoring.models import TautanUmpanBalik
from bina.monitoring.services import tautan as services
from bina.monitoring.services.refused import Refused
from bina.monitoring.services.tautan import TautanMati
from bina.monitoring.subject import Tentang
from bina.monitoring.views.guard import tell
from bina.ui.seen import clock

ACTION = "tautan_umpan_balik"


def _kept_to_itself(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """No search engine keeps the address. No other host is told it either, by the site's own
    `same-origin`: with no referrer at all a browser sends forms with `Origin: null`, which the
    guard against forged posts refuses."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        response["Referrer-Policy"] = "same-origin"
        return response

    return guarded


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@_kept_to_itself
def layanan(request: HttpRequest, kode: str) -> HttpResponse:
    """What the link asks for, or that it takes no answer."""
    if not limits.within(request, ACTION):
        return render(request, "429.html", status=429)
    _now, on = clock()
    form = TamuForm(request.POST or None)
    try:
        one = services.open_link(kode, on=on)
        if request.method == "POST" and form.is_valid() and _answered(kode, form):
            return redirect("monitoring:layanan_selesai")
    except TautanMati:
        return render(request, "monitoring/layanan/mati.html", status=404)
    return render(request, "monitoring/layanan/isi.html", {"form": form, **_asked(one)})


@login_not_required
@require_safe
@_kept_to_itself
def selesai(request: HttpRequest) -> HttpResponse:
    """Thanks; names nobody."""
    return render(request, "monitoring/layanan/selesai.html")


def _answered(kode: str, form: TamuForm) -> bool:
    now, on = clock()
    try:
        services.answer_link(token=kode, isi=form.isi(), pada=now, on=on)
    except Refused as why:
        tell(form, why)
        return False
    return True


def _asked(one: TautanUmpanBalik) -> dict[str, str]:
    titles = subject.titles([one.skp_id])
    person = one.pegawai.orang
    return {
        "nama": person.nama,
        "instansi": str(person.instansi),
        "judul": titles.get((one.skp_id, Tentang.of(one).kode), ""),
    }
