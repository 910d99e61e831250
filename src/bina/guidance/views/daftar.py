"""What is under way: mine, those I coach, those of my people; and the three forms compared."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from bina.guidance import reading
from bina.guidance.kata import PERBANDINGAN
from bina.guidance.personalia import PERSONALIA
from bina.people.offices import roles_today


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Pembinaan: coaching I receive, coaching I give, questions that wait."""
    found = reading.overview(request.user, on=timezone.localdate())
    keeps = bool(roles_today(request.user) & {*PERSONALIA})
    return render(request, "guidance/daftar.html", {"isi": found, "personalia": keeps})


@require_safe
def perbandingan(request: HttpRequest) -> HttpResponse:
    """Coaching, mentoring and counselling side by side."""
    return render(request, "guidance/perbandingan.html", {"bentuk": PERBANDINGAN})
