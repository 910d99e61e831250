"""Teams: the list, one team, making, changing and ending it."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bina.access import policy
from bina.people import team_pages
from bina.people.forms import AkhiriTimForm, TimBaruForm, TimForm
from bina.people.models import TimKerja, Unit
from bina.people.services import tim as services
from bina.ui import paging

CONFLICT = 409


def seen_team(request: HttpRequest, pk: int) -> tuple[TimKerja, date]:
    on = timezone.localdate()
    seen = TimKerja.objects.visible_to(request.user, on=on).select_related("unit")
    return get_object_or_404(seen, pk=pk), on


def managed_team(request: HttpRequest, pk: int) -> tuple[TimKerja, date]:
    """404 for the unseen, 403 for whoever may only look."""
    tim, on = seen_team(request, pk)
    policy.require(request.user, "tim_kerja.kelola", tim, on=on)
    return tim, on


def to_ended(request: HttpRequest, tim: TimKerja) -> HttpResponse:
    messages.warning(request, _("Tim ini sudah berakhir; isinya tidak berubah lagi."))
    return redirect("people:tim_rinci", tim.pk)


def managing(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For a page that changes a team. What somebody wrote before it ended is kept and refused
    by the service; who only comes to look is led back."""

    @wraps(view)
    def asked(request: HttpRequest, pk: int) -> HttpResponse:
        tim, on = managed_team(request, pk)
        if tim.has_ended(on) and request.method != "POST":
            return to_ended(request, tim)
        return view(request, tim, on)

    return asked


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """The teams this reader may see: those of their units, and their own."""
    on = timezone.localdate()
    status = request.GET.get("saring", "berjalan")
    sought = paging.sought(request, "cari")
    seen = TimKerja.objects.visible_to(request.user, on=on)
    rows = paging.paginate(request, seen.named(sought).standing(status, on).for_list(on))
    context = {
        "halaman": rows,
        "cari": sought,
        "pilihan": status,
        "saring": team_pages.filters(request, status),
        "baris": team_pages.lines(rows.rows, on),
        "ada_organisasi": policy.may_somewhere(request.user, "unit.lihat", on=on),
        "boleh_buat": policy.may_somewhere(request.user, "unit.buat_tim", on=on),
    }
    return render(request, "people/tim.html", context)


@require_safe
def rinci(request: HttpRequest, pk: int) -> HttpResponse:
    """One team: what for, who leads it and who works in it, now and earlier."""
    tim, on = seen_team(request, pk)
    manages = policy.may(request.user, "tim_kerja.kelola", tim, on=on)
    people = team_pages.people_of(tim, on)
    context = {
        "tim": tim,
        "status": tim.status_on(on),
        "orang": people,
        "mengelola": manages and not tim.has_ended(on),
        # One change of ketua is planned at a time; the first ketua is no change.
        "ganti_tercatat": any(one.row.mulai > tim.mulai for one in people.ketua_nanti),
        "ada_organisasi": policy.may_somewhere(request.user, "unit.lihat", on=on),
    }
    return render(request, "people/tim_rinci.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def baru(request: HttpRequest) -> HttpResponse:
    """Make a team with its ketua and period."""
    on = timezone.localdate()
    units = Unit.objects.filter(policy.scope(request.user, "unit.buat_tim", on=on))
    if not units.exists():
        raise Http404
    instansi_id = getattr(request.user, "instansi_id", None)
    units = units.order_by("kode")
    first = {"mulai": on, "unit": units.first()}
    form = TimBaruForm(request.POST or None, instansi_id=instansi_id, units=units, initial=first)
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: _make(request, form.cleaned_data, on))
        if made.done:
            messages.success(request, _("Tersimpan. Tim sudah dibuat; tambahkan anggotanya."))
            return redirect("people:tim_rinci", made.result.pk)
    return render(request, "people/tim_baru.html", {"form": form})


def _make(request: HttpRequest, data: dict[str, Any], on: date) -> TimKerja:
    return services.make(
        unit_id=data["unit"].pk,
        nama=data["nama"],
        tujuan=data["tujuan"],
        ketua_id=data["ketua"].pk,
        mulai=data["mulai"],
        selesai=data["selesai"],
        actor=request.user,
        pada=timezone.now(),
        on=on,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@managing
def ubah(request: HttpRequest, tim: TimKerja, on: date) -> HttpResponse:
    """Name, purpose and period."""
    stored = {name: getattr(tim, name) for name in TimForm.base_fields}
    form = TimForm(post_of(request), begun=tim.mulai <= on, initial=stored)
    answer = Answer()
    if request.method == "POST" and form.is_valid():
        given = {**form.cleaned_data, **act_of(request, on), "tim_id": tim.pk}
        answer = attempt(form, lambda: services.change(**given))
        if answer.done:
            messages.success(request, _("Tersimpan. Perubahan tim sudah dicatat."))
            return redirect("people:tim_rinci", tim.pk)
    return answered(request, "people/tim_ubah.html", tim, form, answer)


@require_http_methods(["GET", "HEAD", "POST"])
@managing
def akhiri(request: HttpRequest, tim: TimKerja, on: date) -> HttpResponse:
    """The last day of the team."""
    first = {"suntingan": tim.suntingan, "selesai": min(on, tim.selesai or on)}
    form = AkhiriTimForm(post_of(request), initial=first)
    answer = Answer()
    if request.method == "POST" and form.is_valid():
        given = {**form.cleaned_data, **act_of(request, on), "tim_id": tim.pk}
        answer = attempt(form, lambda: services.end(**given))
        if answer.done:
            messages.success(request, _("Tersimpan. Hari terakhir tim sudah dicatat."))
            return redirect("people:tim_rinci", tim.pk)
    return answered(request, "people/tim_akhiri.html", tim, form, answer)


class Answer:
    """How an act went: done with its result, or another was faster (`benturan`)."""

    def __init__(self, *, done: bool = False, result: Any = None, benturan: bool = False) -> None:
        self.done, self.result, self.benturan = done, result, benturan


def attempt(form: Any, act: Callable[[], Any]) -> Answer:
    """Do it; where it is refused the form keeps every word and says why."""
    try:
        return Answer(done=True, result=act())
    except services.TeamChanged as changed:
        form.data["suntingan"] = str(changed.suntingan)
        return Answer(benturan=True)
    except services.TeamRefused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        return Answer()


def answered(
    request: HttpRequest, template: str, tim: TimKerja, form: Any, answer: Answer, **more: Any
) -> HttpResponse:
    """The page again; after somebody else's change with what is stored now beside the words."""
    if answer.benturan:
        tim.refresh_from_db()
        more |= {"benturan": True, "kini": team_pages.people_of(tim, timezone.localdate())}
    context = {"tim": tim, "form": form, **more}
    return render(request, template, context, status=CONFLICT if answer.benturan else 200)


def act_of(request: HttpRequest, on: date) -> dict[str, Any]:
    return {"actor": request.user, "pada": timezone.now(), "on": on}


def post_of(request: HttpRequest) -> Any:
    return request.POST.copy() if request.method == "POST" else None
