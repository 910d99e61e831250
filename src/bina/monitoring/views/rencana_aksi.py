"""Steps towards the results: listed by period for everybody who reads the plan, written by its
person."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bina.access import policy
from bina.core.workflow import WrongState
from bina.monitoring import langkah, law, masa, subject
from bina.monitoring.forms_rencana_aksi import RencanaAksiForm, as_stored
from bina.monitoring.masa import Masa
from bina.monitoring.models import RencanaAksi
from bina.monitoring.services import rencana_aksi as services
from bina.monitoring.services.refused import Refused
from bina.monitoring.services.rencana_aksi import Stale
from bina.monitoring.views.guard import page, tell
from bina.planning.door import Rencana
from bina.ui import paging
from bina.ui.seen import clock, unseen_is_404

GET_AND_POST = require_http_methods(["GET", "HEAD", "POST"])
ALL = "semua"


@require_safe
@unseen_is_404
def daftar(request: HttpRequest, skp_id: int) -> HttpResponse:
    """The steps of a period, each with how far it is."""
    _now, on = clock()
    rencana = subject.seen(request.user, skp_id, on=on)
    among = _periods(request.user, rencana, on)
    chosen = _chosen(request, among, on)
    steps = langkah.of_plan(rencana, mulai=chosen.mulai if chosen else None)
    rows = paging.paginate(request, steps)
    titled = langkah.titles(rencana)
    shown = langkah.with_progress(rows.rows, request.user, on=on)
    choices = [(one.kode, one.label) for one in among]
    context = {
        "rencana": rencana,
        "milik_saya": rencana.pegawai_id == request.user.pk,
        "menulis": "rencanakan" in subject.permitted(request.user, skp_id, on=on),
        "halaman": rows,
        "langkah": [
            (one, titled.get(one.it.indikator.kunci, (langkah.unknown(), "")), one.telat(on))
            for one in shown
        ],
        "saring": _filters(request, choices, chosen),
        "masa": chosen,
    }
    return page(request, "monitoring/rencana_aksi.html", context)


@GET_AND_POST
@unseen_is_404
def tulis(request: HttpRequest, skp_id: int) -> HttpResponse:
    """A new step."""
    now, on = clock()
    rencana = subject.find(request.user, "rencanakan", skp_id, on=on)
    among = _periods(request.user, rencana, on)
    chosen = _chosen(request, among, on) or among[0]
    first = {"masa": chosen.kode, "tenggat": chosen.selesai}
    form = RencanaAksiForm(request.POST or None, rencana=rencana, among=among, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.plan_step(
                skp_id=skp_id, isi=form.isi(), actor=request.user, pada=now, on=on
            )
        except Refused as why:
            tell(form, why)
        else:
            messages.success(request, _("Tersimpan. Penilai Anda membacanya di halaman SKP."))
            return _back(made.skp_id, made.mulai)
    return page(request, "monitoring/rencana_aksi_isi.html", {"rencana": rencana, "form": form})


@GET_AND_POST
@unseen_is_404
def ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a step nothing was written on yet; a stale page shows both texts."""
    now, on = clock()
    step = RencanaAksi.objects.visible_to(request.user, on=on).for_list().get(pk=pk)
    policy.require(request.user, "rencana_aksi.ubah", step, on=on)
    rencana = subject.running(step.skp_id, on=on)
    among = _periods(request.user, rencana, on)
    form = RencanaAksiForm(
        request.POST or None, rencana=rencana, among=among, initial=as_stored(step)
    )
    context = {"rencana": rencana, "form": form, "langkah": step}
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["suntingan"] or 0
        act: dict[str, Any] = {"actor": request.user, "pada": now, "on": on}
        try:
            services.change_step(rencana_aksi_id=pk, isi=form.isi(), suntingan=seen, **act)
        except Refused as why:
            tell(form, why)
        except Stale:
            return page(request, "monitoring/rencana_aksi_isi.html", _stale(form, context))
        except WrongState:
            return _in_use(request, step)
        else:
            messages.success(request, _("Tersimpan. Penilai Anda membaca yang baru."))
            return _back(step.skp_id, form.isi().mulai)
    return page(request, "monitoring/rencana_aksi_isi.html", context)


@require_POST
@unseen_is_404
def hapus(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a step back."""
    now, on = clock()
    step = RencanaAksi.objects.visible_to(request.user, on=on).get(pk=pk)
    try:
        services.drop_step(rencana_aksi_id=pk, actor=request.user, pada=now, on=on)
    except WrongState:
        return _in_use(request, step)
    messages.success(request, _("Dihapus. Langkah ini tidak ada lagi pada rencana Anda."))
    return _back(step.skp_id, step.mulai)


def _periods(user: Any, rencana: Rencana, on: date) -> list[Masa]:
    jenis = law.of(user).in_force("pemantauan.periode_rencana_aksi", on).value
    return masa.periods(rencana.mulai, rencana.selesai, jenis)


def _chosen(request: HttpRequest, among: list[Masa], on: date) -> Masa | None:
    """What the address names; else the period of today, else the last one. None means all."""
    sought = paging.sought(request, "masa")
    if sought == ALL:
        return None
    named = next((one for one in among if one.kode == sought), None)
    return named or masa.around(on, among) or among[-1]


def _filters(
    request: HttpRequest, choices: list[tuple[str, str]], chosen: Masa | None
) -> list[paging.Filter]:
    code = chosen.kode if chosen else ALL
    return [
        paging.Filter(label, paging.address(request, masa=value, hal=""), value == code)
        for value, label in [*choices, (ALL, _("Semua"))]
    ]


def _stale(form: RencanaAksiForm, context: dict[str, Any]) -> dict[str, Any]:
    """What was typed stays in the form, which now saves over what the page shows beside it."""
    step: RencanaAksi = context["langkah"]
    form.data = {**form.data.dict(), "suntingan": str(step.suntingan)}  # type: ignore[attr-defined]
    return {**context, "didahului": langkah.bare(step)}


def _in_use(request: HttpRequest, step: RencanaAksi) -> HttpResponse:
    messages.warning(
        request,
        _("Langkah ini sudah dipakai dalam catatan. Tidak ada yang berubah; tulis langkah baru."),
    )
    return _back(step.skp_id, step.mulai)


def _back(skp_id: int, mulai: date) -> HttpResponse:
    response = redirect("monitoring:rencana_aksi", skp_id)
    response["Location"] += f"?masa={mulai.isoformat()}"
    return response
