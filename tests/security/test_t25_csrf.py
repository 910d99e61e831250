"""T25: no change without the page's own token, from forms and from htmx alike."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse
from django.views.decorators.csrf import csrf_exempt

from tests.conftest import Agency

POSTS = [
    "account_login",
    "account_logout",
    "account_change_password",
    "account_reset_password",
    "account_reauthenticate",
    "mfa_authenticate",
    "mfa_activate_totp",
    "mfa_generate_recovery_codes",
    "ui:bahasa",
    "ui:tampilan",
]


@pytest.mark.parametrize("name", POSTS)
@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["form", "htmx"])
def test_a_post_without_the_token_is_refused(
    agency: Agency, settings: Any, name: str, headers: dict[str, str]
) -> None:
    settings.BINA_DEMO = True
    client = Client(enforce_csrf_checks=True)
    if name not in {"account_login", "account_reset_password", "mfa_authenticate"}:
        client.force_login(agency.ani)
    assert client.post(reverse(name), {}, headers=headers).status_code == 403


def _views(resolver: URLResolver) -> Iterator[Any]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _views(entry)
        elif isinstance(entry, URLPattern):
            yield entry.callback


def test_no_view_is_exempt() -> None:
    assert [one for one in _views(get_resolver()) if getattr(one, "csrf_exempt", False)] == []
    assert csrf_exempt(resolve("/").func).csrf_exempt  # that is how it would show
