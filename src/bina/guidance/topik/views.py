"""Topics: the board and the lists of the personnel unit, the choice of the two in a case."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bina.access import policy
from bina.guidance import kasus, personalia
from bina.guidance.kasus import Kasus
from bina.guidance.models import Bidang, JenisTopik
from bina.guidance.topik import papan as reading
from bina.guidance.topik import services
from bina.guidance.topik.forms import PilihForm, TopikForm
from bina.guidance.views.asking import attempt
from bina.ui import paging

YEARS = 3


def _facts(request: HttpRequest) -> dict[str, Any]:
    return {"actor": request.user, "pada": timezone.now(), "on": timezone.localdate()}


def _require_office(request: HttpRequest) -> None:
    if not personalia.keeps(request.user, on=timezone.localdate()):
        raise PermissionDenied


@require_safe
def papan(request: HttpRequest) -> HttpResponse:
    """Cases, people, sessions, hours and completion by topic; no names and no words."""
    _require_office(request)
    on = timezone.localdate()
    years = [str(on.year - back) for back in range(YEARS)]
    asked = request.GET.get("tahun", "")
    tahun = int(asked) if asked in years else None
    named = [("", _("Semua")), *((one, one) for one in years)]
    context = {
        "papan": reading.both(request.user, tahun=tahun, on=on),
        "saring": paging.filters(request, "tahun", named),
        "sedikit": personalia.FEWEST,
    }
    return render(request, "guidance/topik/papan.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def daftar(request: HttpRequest) -> HttpResponse:
    """The topics of the agency: those in use, those retired, and a new one."""
    _require_office(request)
    user: Any = request.user
    may = policy.may(user, "daftar_topik.tambah", user.instansi, on=timezone.localdate())
    if request.method == "POST" and not may:
        raise PermissionDenied
    form = TopikForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        made = attempt(request, lambda: services.add(**given, **_facts(request)), form=form)
        if made:
            messages.success(request, _("Topik ditambahkan."))
            return redirect("guidance:topik_daftar")
    rows = Bidang.objects.known(user.instansi_id).order_by("-instansi", "nama")
    lists = [(label, [one for one in rows if one.jenis == code]) for code, label in _kinds()]
    context = {"daftar": lists, "form": form if may else None}
    return render(request, "guidance/topik/daftar.html", context)


def _kinds() -> list[tuple[str, Any]]:
    return list(JenisTopik.choices)


@require_POST
def langkah(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Retire, or take up again."""
    acts: dict[str, Any] = {"pensiunkan": services.retire, "pakai_lagi": services.take_up}
    if name not in acts:
        raise Http404
    user: Any = request.user
    get_object_or_404(Bidang, pk=pk, instansi=user.instansi_id or 0)
    if attempt(request, lambda: acts[name](topik_id=pk, **_facts(request))):
        messages.success(request, _said(name))
    return redirect("guidance:topik_daftar")


def _said(name: str) -> str:
    if name == "pensiunkan":
        return _("Topik dipensiunkan. Bimbingan yang memakainya tetap memuatnya.")
    return _("Topik dipakai lagi.")


@require_http_methods(["GET", "HEAD", "POST"])
def pilih(request: HttpRequest, jenis: str, pk: int) -> HttpResponse:
    """What this guidance is about: for the two in it."""
    if jenis not in kasus.MODEL:
        raise Http404
    on = timezone.localdate()
    one = Kasus(jenis, get_object_or_404(kasus.visible(jenis, request.user, on), pk=pk))
    policy.require(request.user, f"{jenis}.pilih_topik", one.objek, on=on)
    known = services.choosable(one).order_by("-instansi", "nama")
    now = {"topik": [str(each) for each in services.chosen(one)]}
    form = PilihForm(request.POST or None, topik=known, initial=now)
    if request.method == "POST" and form.is_valid():
        act: dict[str, Any] = {"jenis": jenis, "kasus_id": pk, **_facts(request)}
        done = attempt(
            request,
            lambda: services.choose(topik=form.topik_ids(), **act) or True,
            form=form,
        )
        if done:
            messages.success(request, _("Topik tersimpan."))
            return redirect(f"guidance:{jenis}", pk)
    return render(request, "guidance/topik/pilih.html", {"form": form, "kasus": one})
