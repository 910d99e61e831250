"""Every page bears the name of the reader's agency."""

from collections.abc import Callable

from django.contrib.auth.middleware import get_user
from django.http import HttpRequest, HttpResponse


class AgencyMiddleware:
    """Tells the layout whose installation this is; the sign-in already read the agency."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.user = get_user(request)  # the reader, not the wrapper that reads them when asked
        agency = getattr(request.user, "instansi", None)
        request.instansi_nama = agency.nama if agency else ""  # type: ignore[attr-defined]
        return self.get_response(request)
