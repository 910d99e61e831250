"""What views of every room do the same way: the clock, and what the reader may not see."""

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone

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
