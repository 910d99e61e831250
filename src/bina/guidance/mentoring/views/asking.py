"""What every view of mentoring asks first: whether the reader may see it, and may do this."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from bina.access import policy
from bina.guidance.mentoring.services.log import log_reading
from bina.guidance.models import LogMentoring, Mentoring, ProgramMentoring


def case_seen(request: HttpRequest, pk: int, act: str = "") -> tuple[Mentoring, date]:
    """The mentoring; 404 for strangers, 403 where the reader may see but not do this."""
    on = timezone.localdate()
    rows = Mentoring.objects.visible_to(request.user, on=on).with_people()
    one = get_object_or_404(rows, pk=pk)
    if act:
        policy.require(request.user, f"mentoring.{act}", one, on=on)
    return one, on


def log_seen(request: HttpRequest, pk: int, act: str = "") -> tuple[LogMentoring, date]:
    on = timezone.localdate()
    rows = LogMentoring.objects.visible_to(request.user, on=on).with_mentoring()
    log = get_object_or_404(rows, pk=pk)
    if act:
        policy.require(request.user, f"log_mentoring.{act}", log, on=on)
    return log, on


def programme_seen(request: HttpRequest, pk: int) -> tuple[ProgramMentoring, date]:
    on = timezone.localdate()
    rows = ProgramMentoring.objects.visible_to(request.user, on=on)
    return get_object_or_404(rows.select_related("unit__instansi"), pk=pk), on


def facts(request: HttpRequest, on: date) -> dict[str, Any]:
    """Who acts, and when: the arguments every service takes."""
    return {"actor": request.user, "pada": timezone.now(), "on": on}


def read(request: HttpRequest, objek: Any, bentuk: str) -> None:
    log_reading(objek=objek, bentuk=bentuk, actor=request.user, pada=timezone.now())


def to_case(pk: int) -> HttpResponse:
    return redirect("guidance:mentoring", pk)
