"""Asking for feedback, of several at once; answering; who was asked and who has answered."""

from datetime import date, timedelta
from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bina.access import policy
from bina.core.workflow import WrongState
from bina.monitoring import babak, janji, subject
from bina.monitoring.forms import AlasanForm, MintaForm, UmpanBalikForm
from bina.monitoring.models import PermintaanUmpanBalik
from bina.monitoring.services import permintaan as services
from bina.monitoring.services.permintaan import Ajakan
from bina.monitoring.services.refused import Refused
from bina.monitoring.views.guard import page, tell
from bina.monitoring.views.sebutan import people, read_subject, sent, titled
from bina.monitoring.workflow import StatusPermintaan
from bina.people.models import Penempatan
from bina.planning import door as planning
from bina.planning.door import Rencana
from bina.ui import paging
from bina.ui.seen import clock, unseen_is_404

GET_AND_POST = require_http_methods(["GET", "HEAD", "POST"])
DAYS_TO_ANSWER = 7
LISTED = 60  # of a larger unit one knows the NIP
JAWAB, BATALKAN = "permintaan_umpan_balik.jawab", "permintaan_umpan_balik.batalkan"


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """All I asked for: of whom, and who has answered."""
    _now, on = clock()
    mine = PermintaanUmpanBalik.objects.visible_to(request.user, on=on).rounds()
    found = paging.paginate(request, mine.filter(diminta_oleh=request.user.pk).for_list())
    context = {"halaman": found, "babak": babak.of(list(found.rows))}
    return page(request, "monitoring/permintaan_saya.html", context)


@GET_AND_POST
@unseen_is_404
def minta(request: HttpRequest, skp_id: int) -> HttpResponse:
    """Ask a colleague for feedback on a result or a value."""
    _now, on = clock()
    rencana = subject.find(request.user, "minta_umpan_balik", skp_id, on=on)
    form = MintaForm(
        request.POST or None,
        topics=subject.topics(rencana),
        colleagues=_colleagues(rencana, request.user, on),
        by_nip=partial(_by_nip, request.user),
        initial={
            "tentang": request.GET.get("tentang", ""),
            "tenggat": on + timedelta(days=DAYS_TO_ANSWER),
        },
    )
    if request.method == "POST" and form.is_valid() and (done := _asked(request, skp_id, form)):
        return done
    about_me = rencana.pegawai_id == request.user.pk
    return page(
        request, "monitoring/minta.html", {"form": form, "milik_saya": about_me, **people(rencana)}
    )


def _asked(request: HttpRequest, skp_id: int, form: MintaForm) -> HttpResponse | None:
    now, on = clock()
    data = form.cleaned_data
    try:
        made = services.ask_feedback(
            skp_id=skp_id,
            tentang=read_subject(data["tentang"]),
            ajakan=Ajakan(form.kepada_ids(), data["pesan"], data["tenggat"]),
            actor=request.user,
            pada=now,
            on=on,
        )
    except Refused as why:
        tell(form, why)
        return None
    told = _("Permintaan terkirim. %(nama)s melihatnya di Beranda.")
    names = ", ".join(str(one.kepada) for one in made)
    messages.success(request, told % {"nama": names})
    return redirect("monitoring:umpan_balik_saya")


@GET_AND_POST
@unseen_is_404
def permintaan(request: HttpRequest, pk: int) -> HttpResponse:
    """The asked colleague answers; whoever asked sees how it stands."""
    _now, on = clock()
    asked = _request(request.user, pk, on)
    rencana = planning.plan(asked.skp_id)
    named = people(rencana)
    form = UmpanBalikForm(request.POST or None, **named)
    if request.method == "POST":
        policy.require(request.user, JAWAB, asked, on=on)
        if form.is_valid() and (done := _answered(request, pk, form, named["nama"])):
            return done
    may = policy.permitted(request.user, [JAWAB, BATALKAN], asked, on=on)
    context = {
        "permintaan": titled([asked])[0],
        "babak": _round(asked, request.user),
        "form": form,
        "form_tolak": AlasanForm(help_text=_("Dibaca oleh yang meminta.")),
        "menunggu": asked.status == StatusPermintaan.MENUNGGU,
        "boleh_jawab": JAWAB in may,
        "boleh_batal": BATALKAN in may,
        "janji": janji.promise(request.user, rencana, on=on) if JAWAB in may else None,
        **named,
    }
    return page(request, "monitoring/permintaan.html", context)


def _answered(
    request: HttpRequest, pk: int, form: UmpanBalikForm, nama: str
) -> HttpResponse | None:
    now, on = clock()
    try:
        services.answer_request(
            permintaan_id=pk,
            isi=form.isi(request.POST.get("janji", "")),
            actor=request.user,
            pada=now,
            on=on,
        )
    except Refused as why:
        tell(form, why)
        return None
    except WrongState:
        return _too_late(request, pk)
    messages.success(request, sent(form, nama))
    return redirect("monitoring:umpan_balik_saya")


@require_POST
@unseen_is_404
def tolak(request: HttpRequest, pk: int) -> HttpResponse:
    """The asked colleague declines, with a reason."""
    now, on = clock()
    asked = _request(request.user, pk, on)
    policy.require(request.user, "permintaan_umpan_balik.tolak", asked, on=on)
    form = AlasanForm(request.POST)
    try:
        services.decline_request(
            permintaan_id=pk,
            alasan=form.cleaned_data["alasan"] if form.is_valid() else "",
            actor=request.user,
            pada=now,
            on=on,
        )
    except Refused as why:
        messages.error(request, str(why))
        return redirect("monitoring:permintaan", pk)
    except WrongState:
        return _too_late(request, pk)
    told = _("Permintaan ditolak. %(nama)s membaca alasan Anda.")
    messages.success(request, told % {"nama": asked.diminta_oleh})
    return redirect("monitoring:umpan_balik_saya")


@require_POST
@unseen_is_404
def batalkan_permintaan(request: HttpRequest, pk: int) -> HttpResponse:
    """Whoever asked takes the request back."""
    now, on = clock()
    asked = _request(request.user, pk, on)
    policy.require(request.user, BATALKAN, asked, on=on)
    try:
        services.cancel_request(permintaan_id=pk, actor=request.user, pada=now, on=on)
    except WrongState:
        return _too_late(request, pk)
    told = _("Permintaan dibatalkan. Tugasnya hilang dari Beranda %(nama)s.")
    messages.success(request, told % {"nama": asked.kepada})
    return redirect("monitoring:umpan_balik_saya")


def _round(asked: PermintaanUmpanBalik, user: Any) -> Any:
    """Who was asked together, for whoever asked them."""
    return babak.of([asked])[0] if asked.diminta_oleh_id == user.pk else None


def _request(user: Any, pk: int, on: date) -> PermintaanUmpanBalik:
    return PermintaanUmpanBalik.objects.visible_to(user, on=on).for_list().get(pk=pk)


def _too_late(request: HttpRequest, pk: int) -> HttpResponse:
    messages.warning(
        request, _("Permintaan ini sudah berubah. Tidak ada yang dikirim; keadaannya di bawah.")
    )
    return redirect("monitoring:permintaan", pk)


def _colleagues(rencana: Rencana, user: Any, on: date) -> list[Any]:
    """People of the same unit that day, but for the person and whoever asks."""
    placed = Penempatan.objects.on(on).filter(unit=rencana.unit_id).values("orang")
    people = get_user_model()._default_manager.filter(pk__in=placed, is_active=True)
    return list(
        people.exclude(pk__in=[rencana.pegawai_id, user.pk]).order_by("nama", "pk")[:LISTED]
    )


def _by_nip(user: Any, nips: list[str]) -> dict[str, int]:
    """Those of the reader's agency; of another nobody is found."""
    people_here = get_user_model()._default_manager.filter(instansi=user.instansi_id, nip__in=nips)
    return {str(nip): pk for nip, pk in people_here.values_list("nip", "pk")}
