"""Every page asks who you are; offices are asked for their second factor as well."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware as DjangoLoginRequired
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from bina.accounts import second_factor


class LoginRequiredMiddleware(DjangoLoginRequired):
    """Closed unless named public. An ended session sends the whole page to sign in, not a part."""

    def handle_no_permission(  # type: ignore[override]
        self, request: HttpRequest, view_func: Any
    ) -> HttpResponseBase:
        answer = super().handle_no_permission(request, view_func)
        if request.headers.get("HX-Request") and answer.status_code == 302:
            return HttpResponse(status=204, headers={"HX-Redirect": answer["Location"]})
        return answer


class SecondFactorMiddleware:
    """Whoever holds an office reaches nothing before a second factor is set up (T22)."""

    OPEN = frozenset(
        {
            "mfa_activate_totp",
            "mfa_view_recovery_codes",
            "mfa_generate_recovery_codes",
            "mfa_index",
            "account_logout",
            "account_reauthenticate",
            "mfa_reauthenticate",
            "ui:tampilan",
            "ui:bahasa",
        }
    )

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        match = request.resolver_match
        if not request.user.is_authenticated or (match and match.view_name in self.OPEN):
            return None
        if not second_factor.is_missing(request.user, on=timezone.localdate()):
            return None
        if request.headers.get("HX-Request"):
            return HttpResponse(status=204, headers={"HX-Redirect": reverse("mfa_activate_totp")})
        return redirect("mfa_activate_totp")
