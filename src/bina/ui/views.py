"""The few pages of `ui` itself: a person's choice of look and language, and the components."""

from typing import Final

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.views.decorators.http import require_GET, require_POST

from bina.ui import komponen as contoh
from bina.ui.context import THEME_COOKIE, THEMES

YEAR: Final = 365 * 24 * 3600


@login_not_required
@require_POST
def tampilan(request: HttpRequest) -> HttpResponse:
    """Light, dark, or as the device: a cookie, because it belongs to the screen, not the person."""
    response = _back(request)
    chosen = request.POST.get("tampilan", "")
    if chosen in THEMES:
        _remember(request, response, THEME_COOKIE, chosen)
    return response


@login_not_required
@require_POST
def bahasa(request: HttpRequest) -> HttpResponse:
    response = _back(request)
    code = request.POST.get("bahasa", "")
    if code in dict(settings.LANGUAGES) and check_for_language(code):
        _remember(request, response, settings.LANGUAGE_COOKIE_NAME, code)
    return response


def safe_next(request: HttpRequest, target: str | None) -> str:
    """Only a page of this same host; anything else leads home, never elsewhere."""
    safe = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return target if target and safe else "/"


def _back(request: HttpRequest) -> HttpResponse:
    target = request.POST.get("next") or request.headers.get("Referer")
    return HttpResponseRedirect(safe_next(request, target))


def _remember(request: HttpRequest, response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(
        name, value, max_age=YEAR, samesite="Lax", httponly=True, secure=request.is_secure()
    )


@login_not_required
@require_GET
def komponen(request: HttpRequest) -> HttpResponse:
    """Every component in every state: for those who build pages, and for the tests."""
    if not (settings.DEBUG or getattr(settings, "BINA_KOMPONEN", False)):
        raise Http404
    return render(request, "ui/komponen.html", contoh.context(request))
