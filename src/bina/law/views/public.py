"""The law itself, for anybody: every parameter with its basis, every rule in words."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from bina.law import kata, pages
from bina.law.reading import parameters
from bina.rules import explanation


@login_not_required
@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """All parameters by regulation; for a signed-in person with their agency's own values."""
    law = parameters(_agency(request))
    context = {"naskah": pages.by_text(law), "asal": pages.tags(), "sendiri": bool(law.overrides)}
    return render(request, "law/daftar.html", context)


@login_not_required
@require_safe
def aturan(request: HttpRequest, nama: str) -> HttpResponse:
    """How one rule decides, by which text, and with which values on a day (`?pada=`)."""
    told = explanation.explanations().get(nama)
    if told is None:
        raise Http404
    typed = request.GET.get("pada", "")
    chosen = _day(typed)
    on = chosen or timezone.localdate()
    law = parameters(_agency(request))
    context = {
        "aturan": told,
        "nama": nama,
        "menolak": [_refusal(line) for line in told.menolak],
        "nilai": pages.on_day(told, law, on),
        "hari": on,
        "tertulis": typed or on.isoformat(),
        "salah": bool(typed) and chosen is None,
    }
    return render(request, "law/aturan.html", context)


def _agency(request: HttpRequest) -> Any:
    return getattr(request.user, "instansi", None)


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def _refusal(line: str) -> tuple[Any, str]:
    """«manual: jalur tanpa baris» in words a reader knows."""
    code, _mark, why = line.partition(": ")
    return kata.REFUSAL.get(code, code), why
