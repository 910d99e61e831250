"""The perjanjian kinerja of the agency's units: the list, one of them, and its steps."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import Case, Q, Sum, Value, When
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bina.access import policy
from bina.core.workflow import WrongState
from bina.people.models import Unit
from bina.planning.models import PerjanjianKinerja
from bina.planning.perjanjian import diff
from bina.planning.perjanjian.forms import AlasanForm
from bina.planning.perjanjian.services import perjanjian as services
from bina.planning.perjanjian.units import headed
from bina.planning.services.refusals import Refused, Stale
from bina.planning.views.asking import two_versions
from bina.planning.workflow import StatusPerjanjian
from bina.ui import paging

ACTS = ("ubah", "batalkan", "tetapkan", "susun_perubahan")
STEPS: dict[str, Callable[..., Any]] = {
    "tetapkan": services.establish,
    "batalkan": services.cancel,
}


def year_asked(request: HttpRequest, on: date) -> int:
    """The year in the address, else this year's; a year of no record shows an empty list."""
    asked = request.GET.get("tahun", "")
    is_year = asked.isascii() and asked.isdigit() and len(asked) == 4
    return int(asked) if is_year else on.year


def seen(request: HttpRequest, pk: int) -> tuple[PerjanjianKinerja, date]:
    """The perjanjian, if the reader may see it today; 404 otherwise."""
    on = timezone.localdate()
    visible = PerjanjianKinerja.objects.visible_to(request.user, on=on)
    return get_object_or_404(visible.for_page(), pk=pk), on


def allowed(request: HttpRequest, pk: int, act: str) -> tuple[PerjanjianKinerja, date]:
    """The same, if the reader may also do this; 403 otherwise."""
    found, on = seen(request, pk)
    policy.require(request.user, f"perjanjian.{act}", found, on=on)
    return found, on


def to_page(request: HttpRequest, pk: int, words: str) -> HttpResponse:
    """Back to the perjanjian, with the reason why the page asked for has passed."""
    messages.warning(request, words)
    return redirect("planning:perjanjian", pk)


def locked(request: HttpRequest, found: PerjanjianKinerja) -> HttpResponse:
    return to_page(
        request, found.pk, _("Perjanjian ini terkunci. Yang sudah ditetapkan hanya dapat diganti.")
    )


def _visible_units(request: HttpRequest, on: date) -> Any:
    return Unit.objects.filter(policy.scope(request.user, "unit_kinerja.lihat", on=on))


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Every unit of the agency with its perjanjian of the year, in force and being written."""
    on = timezone.localdate()
    tahun, sought = year_asked(request, on), paging.sought(request, "cari")
    units = _visible_units(request, on)
    if sought:
        units = units.filter(Q(nama__icontains=sought) | Q(kode__iexact=sought))
    # The units one heads come first: most readers look for theirs.
    own = Case(When(pk__in=headed(request.user, on), then=Value(0)), default=Value(1))
    rows = paging.paginate(request, units.order_by(own, "kode"))
    mine = policy.scope(request.user, "unit_kinerja.susun_perjanjian", on=on)
    context = {
        "halaman": rows,
        "baris": _rows(request, list(rows), tahun, on),
        "tahun": tahun,
        "tahun_ini": on.year,
        "cari": sought,
        "menulis": Unit.objects.filter(mine).exists(),
    }
    return render(request, "planning/perjanjian/daftar.html", context)


def _rows(request: HttpRequest, units: list[Unit], tahun: int, on: date) -> list[dict[str, Any]]:
    ids = [unit.pk for unit in units]
    visible = PerjanjianKinerja.objects.visible_to(request.user, on=on)
    current = visible.filter(
        unit__in=ids,
        tahun=tahun,
        status__in=[StatusPerjanjian.DRAF, StatusPerjanjian.DITETAPKAN],
    )
    found: dict[int, list[PerjanjianKinerja]] = {}
    for one in current.order_by("versi"):
        found.setdefault(one.unit_id, []).append(one)
    scopes = ("susun_perjanjian", "lihat_kaskade")
    may = {
        act: set(
            Unit.objects.filter(
                policy.scope(request.user, f"unit_kinerja.{act}", on=on), pk__in=ids
            ).values_list("pk", flat=True)
        )
        for act in scopes
    }
    return [
        {
            "unit": unit,
            "perjanjian": found.get(unit.pk, []),
            "boleh_mulai": unit.pk in may["susun_perjanjian"] and unit.pk not in found,
            "boleh_kaskade": unit.pk in may["lihat_kaskade"],
        }
        for unit in units
    ]


@require_POST
def mulai(request: HttpRequest, unit_pk: int, tahun: int) -> HttpResponse:
    """Begin the unit's perjanjian of that year."""
    on = timezone.localdate()
    unit = get_object_or_404(_visible_units(request, on), pk=unit_pk)
    if not services.FIRST_YEAR <= tahun <= services.LAST_YEAR:
        raise Http404
    try:
        made = services.start(
            unit_id=unit.pk, tahun=tahun, actor=request.user, pada=timezone.now(), on=on
        )
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect("planning:daftar_perjanjian")
    messages.success(request, _("Draf dimulai. Tambahkan sasaran, indikator, dan targetnya."))
    return redirect("planning:perjanjian", made.pk)


@require_safe
def perjanjian(request: HttpRequest, pk: int) -> HttpResponse:
    """The perjanjian whole, its versions, and what the reader may do now."""
    found, on = seen(request, pk)
    may = policy.permitted(request.user, [f"perjanjian.{act}" for act in ACTS], found, on=on)
    versions = PerjanjianKinerja.objects.visible_to(request.user, on=on)
    unit_may = policy.permitted(request.user, ["unit_kinerja.lihat_kaskade"], found.unit, on=on)
    context = {
        "perjanjian": found,
        "boleh": _open_acts(found, may),
        "versi": versions.of(found.unit_id, found.tahun).order_by("-versi"),
        "jumlah": found.anggaran.aggregate(semua=Sum("jumlah"))["semua"],
        "boleh_kaskade": bool(unit_may),
    }
    return render(request, "planning/perjanjian/satu.html", context)


@require_safe
def bandingkan(request: HttpRequest, pk: int) -> HttpResponse:
    """This version beside an earlier one (`?dengan=`), or the one before it: what changed."""
    one, on = seen(request, pk)
    versions = PerjanjianKinerja.objects.visible_to(request.user, on=on)
    others = versions.of(one.unit_id, one.tahun).exclude(pk=one.pk).standing().order_by("-versi")
    old, new = two_versions(request, one, others.for_page())
    context = {
        "perjanjian": one,
        "lama": old,
        "baru": new,
        "lain": others,
        "perbedaan": diff.between(old, new) if old and new else [],
    }
    return render(request, "planning/perjanjian/bandingkan.html", context)


def _open_acts(found: PerjanjianKinerja, may: set[str]) -> set[str]:
    """Allowed by the table of who may, and open in the flow."""
    if found.is_open:
        now = {"ubah", "batalkan", "tetapkan"}
    else:
        now = {"susun_perubahan"} if found.status == StatusPerjanjian.DITETAPKAN else set()
    return {act for act in now if f"perjanjian.{act}" in may}


@require_POST
def langkah(request: HttpRequest, pk: int, nama: str) -> HttpResponse:
    """tetapkan or batalkan."""
    if nama not in STEPS:
        raise Http404
    found, on = allowed(request, pk, nama)
    try:
        STEPS[nama](
            perjanjian_id=found.pk,
            suntingan=number(request.POST.get("suntingan")),
            actor=request.user,
            pada=timezone.now(),
            on=on,
        )
    except Stale:
        return to_page(request, pk, _("Draf ini baru saja berubah. Baca lagi, lalu ulangi."))
    except WrongState:
        return to_page(request, pk, _("Perjanjian ini sudah berubah. Periksa lagi statusnya."))
    except Refused as refusal:
        return to_page(request, pk, str(refusal))
    if nama == "batalkan":
        messages.success(request, _("Draf dibatalkan. Isinya tetap tersimpan sebagai riwayat."))
        return redirect("planning:daftar_perjanjian")
    messages.success(request, _("Ditetapkan. Perjanjian ini berlaku dan dibaca seluruh instansi."))
    return redirect("planning:perjanjian", pk)


def number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else -1


@require_http_methods(["GET", "HEAD", "POST"])
def perubahan(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin the next version, with its grounds."""
    found, on = allowed(request, pk, "susun_perubahan")
    if found.status != StatusPerjanjian.DITETAPKAN:
        return locked(request, found)
    form = AlasanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.start_change(
                perjanjian_id=found.pk,
                alasan=form.cleaned_data["alasan"],
                actor=request.user,
                pada=timezone.now(),
                on=on,
            )
        except WrongState:
            return to_page(request, pk, _("Perjanjian ini sudah berubah. Periksa lagi statusnya."))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Draf versi baru dimulai. Seluruh isi sudah disalin."))
            return redirect(reverse("planning:perjanjian", args=[made.pk]))
    context = {"form": form, "perjanjian": found}
    return render(request, "planning/perjanjian/perubahan.html", context)
