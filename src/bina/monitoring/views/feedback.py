"""Giving feedback; what was received and given."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bina.monitoring import babak, janji, material, subject
from bina.monitoring.forms import BeriForm
from bina.monitoring.models import Pembaca, PermintaanUmpanBalik, UmpanBalik
from bina.monitoring.services import feedback as services
from bina.monitoring.services.refused import Refused
from bina.monitoring.views.guard import page, tell
from bina.monitoring.views.sebutan import people, read_subject, sent, titled
from bina.people.models import Pegawai
from bina.planning import door as planning
from bina.ui import paging
from bina.ui.seen import clock, unseen_is_404


@require_safe
def milik_saya(request: HttpRequest) -> HttpResponse:
    """Feedback I received and gave, requests to me and of mine."""
    _now, on = clock()
    user = request.user
    seen = UmpanBalik.objects.visible_to(user, on=on).for_list()
    side = "diberikan" if request.GET.get("sisi") == "diberikan" else ""
    rows = seen.filter(pemberi=user.pk) if side else seen.filter(pegawai=user.pk)
    found = paging.paginate(request, rows)
    asked = PermintaanUmpanBalik.objects.visible_to(user, on=on).for_list()
    to_me = paging.some(asked.waiting().filter(kepada=user.pk).order_by("tenggat", "pk"))
    of_mine = paging.some(asked.open_rounds().filter(diminta_oleh=user.pk))
    context = {
        "halaman": found,
        "baris": titled(found.rows, user),
        "permintaan": titled(to_me.rows),
        "lagi": to_me,
        "babak": babak.of(of_mine.rows),
        "babak_lagi": of_mine.more,
        "sisi": side,
        "belum_cukup": [] if side else material.too_few(UmpanBalik.objects.filter(pegawai=user.pk)),
        "saring": paging.filters(
            request, "sisi", [("", _("Saya terima")), ("diberikan", _("Saya berikan"))]
        ),
        "anggota": paging.paginate(request, subject.led_by(user, on=on), part="anggota"),
        "rencana": planning.running_of(user.pk or 0, on=on),
    }
    return page(request, "monitoring/umpan_balik_saya.html", context)


@require_safe
@unseen_is_404
def umpan_balik(request: HttpRequest, pegawai_id: int) -> HttpResponse:
    """The feedback on one person, as far as I may read it."""
    _now, on = clock()
    if pegawai_id == request.user.pk:
        return redirect("monitoring:umpan_balik_saya")
    rows = UmpanBalik.objects.visible_to(request.user, on=on).filter(pegawai=pegawai_id)
    person = Pegawai.objects.select_related("orang").get(pk=pegawai_id)
    if not rows.exists() and not _plans_read(request.user, pegawai_id, on).exists():
        raise ObjectDoesNotExist(str(pegawai_id))
    found = paging.paginate(request, rows.for_list())
    context = {
        "pegawai": person,
        "halaman": found,
        "baris": titled(found.rows),
        "belum_cukup": material.too_few(_shared_with(request.user, pegawai_id, on)),
    }
    return page(request, "monitoring/umpan_balik.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@unseen_is_404
def beri(request: HttpRequest, skp_id: int) -> HttpResponse:
    """Give feedback on a result or a value; who will read it is said before sending."""
    now, on = clock()
    rencana = subject.find(request.user, "beri_umpan_balik", skp_id, on=on)
    named = people(rencana)
    told = janji.promise(request.user, rencana, on=on)
    form = BeriForm(
        request.POST or None,
        topics=subject.topics(rencana),
        initial={"tentang": request.GET.get("tentang", "")},
        **named,
    )
    if request.method == "POST" and form.is_valid():
        try:
            services.give_feedback(
                skp_id=skp_id,
                tentang=read_subject(form.cleaned_data["tentang"]),
                isi=form.isi(request.POST.get("janji", "")),
                actor=request.user,
                pada=now,
                on=on,
            )
        except Refused as why:
            tell(form, why)
        else:
            messages.success(request, sent(form, named["nama"]))
            return redirect("monitoring:umpan_balik_saya")
    return page(request, "monitoring/beri.html", {"form": form, "janji": told, **named})


def _plans_read(user: Any, pegawai_id: int, on: date) -> Any:
    return planning.visible_skp_ids(user, on=on).filter(pegawai=pegawai_id)


def _shared_with(user: Any, pegawai_id: int, on: date) -> Any:
    """What was given on plans this reader sees and is meant for the penilai too."""
    plans = _plans_read(user, pegawai_id, on).values("pk")
    return UmpanBalik.objects.filter(skp__in=plans, pembaca=Pembaca.PENILAI)
