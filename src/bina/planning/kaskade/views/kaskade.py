"""The cascade of a unit: the tree, opened level by level, and what it does not cover."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bina.access import policy
from bina.core.sheets import attachment
from bina.people.models import Unit
from bina.planning.kaskade import cascade, coverage, matrix, sheets
from bina.planning.kaskade.cascade import Kaskade, Simpul
from bina.planning.perjanjian.views.perjanjian import year_asked
from bina.ui import paging


def asked(request: HttpRequest, unit_pk: int) -> tuple[Kaskade, date]:
    """The cascade in the address, if the reader may see that unit's; 404 otherwise."""
    on = timezone.localdate()
    mine = policy.scope(request.user, "unit_kinerja.lihat_kaskade", on=on)
    unit = get_object_or_404(Unit.objects.filter(mine).select_related("induk"), pk=unit_pk)
    return cascade.of_unit(unit, year_asked(request, on), request.user, on=on), on


def shared(one: Kaskade) -> dict[str, Any]:
    """What the head of every page of the cascade shows."""
    return {"unit": one.unit, "tahun": one.tahun, "jenis_simpul": sheets.kinds()}


@require_safe
def pohon(request: HttpRequest, unit_pk: int) -> HttpResponse:
    """One level of the tree: the roots, or what supports the node in the address (`?di=`)."""
    one, _on = asked(request, unit_pk)
    code = request.GET.get("di", "")
    node = cascade.find(one, code) if code else None
    if code and node is None:
        raise Http404
    level = _below(request, one, node) if node else _top(request, one)
    context = shared(one) | level | {"simpul": node}
    part = bool(node) and request.headers.get("HX-Request") == "true"
    name = "cabang" if part else "pohon"
    return render(request, f"planning/kaskade/{name}.html", context)


def _top(request: HttpRequest, one: Kaskade) -> dict[str, Any]:
    page = paging.paginate(request, cascade.roots(one))
    return {"halaman": page, "simpul_simpul": list(page)}


def _below(request: HttpRequest, one: Kaskade, node: Simpul) -> dict[str, Any]:
    page = paging.paginate(request, cascade.supporters(one, node))
    results = cascade.counted(one, map(cascade.of_result, page))
    parts = cascade.indicators_of(one, node) if page.page.number == 1 else []
    return {"halaman": page, "simpul_simpul": [*parts, *results]}


@require_safe
def cakupan(request: HttpRequest, unit_pk: int) -> HttpResponse:
    """Three measures, each a picture and a count that leads to its list."""
    one, on = asked(request, unit_pk)
    found = coverage.of(one, request.user, on=on)
    context = shared(one) | {"ukuran": coverage.measures(found)}
    return render(request, "planning/kaskade/cakupan.html", context)


@require_safe
def cakupan_daftar(request: HttpRequest, unit_pk: int, daftar: str) -> HttpResponse:
    """The rows behind one count."""
    one, on = asked(request, unit_pk)
    found = coverage.of(one, request.user, on=on)
    lists: dict[str, Any] = {
        "target": found.unsupported,
        "hasil": found.loose,
        "pegawai": found.without_plan,
    }
    if daftar not in lists:
        raise Http404
    context = shared(one) | {"daftar": daftar, "halaman": paging.paginate(request, lists[daftar])}
    return render(request, "planning/kaskade/daftar.html", context)


@require_safe
def unduh(request: HttpRequest, unit_pk: int, apa: str) -> HttpResponseBase:
    """The tree, the matrix or what is not covered, with the scope of the page."""
    one, on = asked(request, unit_pk)
    offered: dict[str, Any] = {
        "pohon": (_("Pohon kinerja"), lambda: sheets.tree(one)),
        "matriks": (
            _("Matriks peran hasil"),
            lambda: sheets.roles(
                matrix.of(one, matrix.kind_of(request.GET.get("kolom", "")), request.user)
            ),
        ),
        "cakupan": (
            _("Cakupan"),
            lambda: sheets.covering(coverage.of(one, request.user, on=on)),
        ),
    }
    if apa not in offered:
        raise Http404
    sheet, rows = offered[apa]
    name = f"{apa} {one.unit.nama} {one.tahun}"
    return attachment(rows(), name=name, sheet=sheet)
