"""Units and people, as far as the reader's offices reach."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import Count, F, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bina.access import policy
from bina.core.dated import in_force
from bina.people.forms import OrangForm
from bina.people.models import Instansi, Pegawai, Penempatan, Unit
from bina.people.services import orang as orang_services
from bina.ui import paging


@require_safe
def organisasi(request: HttpRequest) -> HttpResponse:
    """The tree of units with their heads and how many people stand in each."""
    on = timezone.localdate()
    units = Unit.objects.visible_to(request.user, on=on)
    if not units.exists():
        raise Http404
    rows = paging.paginate(request, _with_people(units, on), size=50)
    context = {
        "halaman": rows,
        "kepala": _heads(rows, on),
        "boleh_impor": policy.reaches_any(request.user, "instansi.impor", on=on),
        "boleh_orang": policy.reaches_any(request.user, "instansi.tambah_orang", on=on),
        "boleh_kantor": policy.reaches_any(request.user, "unit.kelola_kantor", on=on),
    }
    return render(request, "people/organisasi.html", context)


def _with_people(units: Any, on: date) -> Any:
    placed = in_force(on, "penempatan__") & Q(penempatan__orang__is_active=True)
    return (
        units.select_related("induk")
        .annotate(orang=Count("penempatan__orang", filter=placed, distinct=True))
        .order_by("kode")
    )


def _heads(rows: Any, on: date) -> dict[int, Any]:
    placements = Penempatan.objects.on(on).filter(
        unit__in=[unit.pk for unit in rows], jabatan=F("unit__jabatan_pimpinan")
    )
    ordered = placements.select_related("orang").order_by("-jenis")
    return {one.unit_id: one for one in ordered}


@require_safe
def pegawai(request: HttpRequest) -> HttpResponse:
    """People the reader may see, searched by name or NIP; the search lives in the address."""
    on = timezone.localdate()
    if not Unit.objects.visible_to(request.user, on=on).exists():
        raise Http404
    sought = paging.sought(request, "cari")
    unit = paging.sought(request, "unit", 18)
    people = _found(Pegawai.objects.visible_to(request.user, on=on), sought, unit, on)
    rows = paging.paginate(request, people.for_list())
    where = _placements([one.pk for one in rows], on)
    context = {
        "halaman": rows,
        "cari": sought,
        "unit": unit,
        "penempatan": where,
        "boleh_akun": policy.reaches_any(request.user, "pegawai.buka_akun", on=on),
        "boleh_koreksi": policy.reaches_any(request.user, "pegawai.koreksi_atasan", on=on),
    }
    return render(request, "people/pegawai.html", context)


def _found(people: Any, sought: str, unit: str, on: date) -> Any:
    if sought:
        digits = "".join(ch for ch in sought if ch.isdigit())
        by_nip = Q(orang__nip__startswith=digits) if len(digits) >= 4 else Q(pk__in=[])
        people = people.filter(Q(orang__nama__icontains=sought) | by_nip)
    if unit.isascii() and unit.isdigit():
        placed = Penempatan.objects.on(on).filter(unit=int(unit))
        people = people.filter(pk__in=placed.values("orang"))
    return people


def _placements(ids: list[int], on: date) -> dict[int, Penempatan]:
    found = Penempatan.objects.on(on).filter(orang__in=ids).select_related("unit", "jabatan")
    # A definitive placement sorts first, so it is the one that stays.
    return {one.orang_id: one for one in found.order_by("-jenis")}


@require_http_methods(["GET", "HEAD", "POST"])
def orang_baru(request: HttpRequest) -> HttpResponse:
    """Enter a person without a NIP: a regent, an outside coach."""
    on = timezone.localdate()
    mine = getattr(request.user, "instansi_id", None)
    instansi = get_object_or_404(Instansi.objects.visible_to(request.user, on=on), pk=mine)
    policy.require(request.user, "instansi.tambah_orang", instansi, on=on)
    form = OrangForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = orang_services.add_person(
                instansi_id=instansi.pk,
                actor=request.user,
                pada=timezone.now(),
                on=on,
                **form.cleaned_data,
            )
        except orang_services.PersonRefused as refusal:
            form.add_error("email", str(refusal))
        else:
            messages.success(request, _("Tersimpan. %(nama)s sudah dicatat.") % {"nama": made.nama})
            return redirect("people:organisasi")
    return render(request, "people/orang_baru.html", {"form": form})
