"""What every page of this room does the same way: the clock, the unseen, the refusals."""

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from bina.core.files import FileRefused
from bina.monitoring.services.refused import Refused

View = Callable[..., HttpResponseBase]


def unseen_is_404(view: View) -> View:
    """What one may not see does not exist (house rule 2)."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except ObjectDoesNotExist as unseen:
            raise Http404 from unseen

    return guarded


def clock() -> tuple[datetime, date]:
    """Now, and the day on the wall of the agency."""
    now = timezone.now()
    return now, timezone.localdate(now)


def page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """A page of this room; in the menu it stands under "Kinerja saya"."""
    return render(request, template, {"page_menu": "planning", **context})


def tell(form: BaseForm, why: Refused | FileRefused) -> None:
    """Put a service's refusal where the person can mend it."""
    field = "berkas" if isinstance(why, FileRefused) else why.field
    form.add_error(field if field in form.fields else None, str(why))
