"""The calendar: one's meetings to come, invitations as files, the secret address, the feed."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bina.access import policy
from bina.accounts import limits
from bina.core import ics
from bina.core.appointments import Waktu
from bina.guidance.forms.sesi import JadwalForm
from bina.guidance.kalender import alamat, janji, reading, temu
from bina.guidance.kalender.alamat import AlamatMati
from bina.guidance.kalender.undangan import judul
from bina.guidance.mentoring.views.asking import case_seen, facts, to_case
from bina.guidance.models import Mentoring, TemuMentoring
from bina.guidance.views.asking import attempt, sesi_seen
from bina.ui import bentrok, paging

ACTION = "kalender"


@require_safe
def kalender(request: HttpRequest) -> HttpResponse:
    """My meetings to come, and whether my calendar can be subscribed to."""
    return _page(request)


def _page(request: HttpRequest, address: str = "") -> HttpResponse:
    pada = timezone.now()
    on = timezone.localdate(pada)
    page = paging.paginate(request, reading.coming(request.user, pada=pada))
    context = {
        "halaman": page,
        "baris": reading.lines(page),
        "alamat": alamat.standing_of(request.user, on=on),
        "alamat_baru": address,
    }
    return render(request, "guidance/kalender/kalender.html", context)


def _clock(request: HttpRequest) -> dict[str, Any]:
    pada = timezone.now()
    return {"actor": request.user, "pada": pada, "on": timezone.localdate(pada)}


@require_POST
@never_cache
def buat(request: HttpRequest) -> HttpResponse:
    """A new secret address, shown this once: only its digest is kept."""
    _made, token = alamat.make(**_clock(request))
    address = request.build_absolute_uri(reverse("kalender:umpan", args=[token]))
    return _page(request, address)


@require_POST
def cabut(request: HttpRequest) -> HttpResponse:
    """Nobody reads it any more."""
    if alamat.revoke(**_clock(request)):
        messages.success(request, _("Alamat kalender dicabut. Tidak ada lagi yang membacanya."))
    else:
        messages.info(request, _("Tidak ada alamat kalender yang berlaku."))
    return redirect("kalender:kalender")


@login_not_required
@require_safe
@never_cache
def umpan(request: HttpRequest, kode: str) -> HttpResponse:
    """The calendar behind a secret address, for calendar programs: no cookie, no page.

    Nothing but a status for an address that is revoked or was never there.
    """
    pada = timezone.now()
    if not limits.within(request, ACTION):
        return _kept_to_itself(HttpResponse(status=429))
    try:
        text = alamat.read(kode, pada=pada, on=timezone.localdate(pada))
    except AlamatMati:
        return _kept_to_itself(HttpResponse(status=404))
    return _kept_to_itself(HttpResponse(text, content_type=ics.TYPE))


def _kept_to_itself(answer: HttpResponse) -> HttpResponse:
    """No search engine keeps the address and no other host is told it."""
    answer["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


@require_safe
def sesi_ics(request: HttpRequest, pk: int) -> HttpResponse:
    """The invitation to a coaching session, for the two."""
    one, _on = sesi_seen(request, pk, "baca")
    found = reading.appointment(janji.SESI, one.pk)
    return ics.download(found, judul=judul(), orang=request.user)


@require_safe
def temu_ics(request: HttpRequest, pk: int) -> HttpResponse:
    one, _on = _meeting_seen(request, pk)
    found = reading.appointment(janji.TEMU_MENTORING, one.pk)
    return ics.download(found, judul=judul(), orang=request.user)


def _meeting_seen(request: HttpRequest, pk: int, act: str = "") -> tuple[TemuMentoring, date]:
    on = timezone.localdate()
    rows = TemuMentoring.objects.visible_to(request.user, on=on).with_mentoring()
    one = get_object_or_404(rows, pk=pk)
    if act:
        policy.require(request.user, f"temu_mentoring.{act}", one, on=on)
    return one, on


@require_http_methods(["GET", "HEAD", "POST"])
def temu_baru(request: HttpRequest, pk: int) -> HttpResponse:
    """When mentee and mentor meet next."""
    one, on = case_seen(request, pk, "jadwalkan_temu")
    form = JadwalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        act = {"mentoring_id": pk, "waktu": _waktu(form), **facts(request, on)}
        made = attempt(request, lambda: temu.plan(**act), form=form)
        if made:
            _planned(request, made)
            return to_case(pk)
    return _form(request, form, one)


@require_http_methods(["GET", "HEAD", "POST"])
def temu_ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """Another time or place."""
    one, on = _meeting_seen(request, pk, "jadwalkan")
    form = JadwalForm(request.POST or None, initial=_initial(one))
    if request.method == "POST" and form.is_valid():
        act = {"temu_id": pk, "waktu": _waktu(form), **facts(request, on)}
        made = attempt(request, lambda: temu.move(**act), form=form)
        if made:
            _planned(request, made)
            return to_case(one.mentoring_id)
    return _form(request, form, one.mentoring, one)


@require_POST
def temu_batal(request: HttpRequest, pk: int) -> HttpResponse:
    one, on = _meeting_seen(request, pk, "batalkan")
    if attempt(request, lambda: temu.call_off(temu_id=pk, **facts(request, on))):
        messages.success(request, _("Pertemuan dibatalkan. Kalender Anda berdua ikut berubah."))
    return to_case(one.mentoring_id)


def _initial(one: TemuMentoring) -> dict[str, Any]:
    first, last = timezone.localtime(one.mulai), timezone.localtime(one.selesai)
    return {
        "tanggal": first.date(),
        "mulai": first.time(),
        "selesai": last.time(),
        "tempat": one.tempat,
    }


def _waktu(form: JadwalForm) -> Waktu:
    found = form.jadwal()
    return Waktu(found.mulai, found.selesai, found.tempat)


def _planned(request: HttpRequest, made: TemuMentoring) -> None:
    messages.success(request, _("Tersimpan. Pertemuan ini ada di kalender Anda berdua."))
    people = {made.mentoring.pegawai_id: made.mentoring.pegawai, made.mentor_id: made.mentor}
    bentrok.warn(request, made.waktu, people, asal=janji.TEMU_MENTORING, asal_id=made.pk)


def _form(
    request: HttpRequest, form: JadwalForm, mentoring: Mentoring, one: TemuMentoring | None = None
) -> HttpResponse:
    context = {"form": form, "mentoring": mentoring, "temu": one}
    return render(request, "guidance/kalender/temu.html", context)
