"""A wrong superior and how it is mended."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bina.access import policy
from bina.core.workflow import WrongState
from bina.people import hierarchy, workflow
from bina.people.forms import AtasanForm, TanggapanForm
from bina.people.models import Atasan, Pegawai, PermohonanAtasan, TimKerja
from bina.people.services import atasan as services
from bina.ui import paging


@require_http_methods(["GET", "HEAD", "POST"])
def atasan_saya(request: HttpRequest) -> HttpResponse:
    """Who my superior is, where that comes from, and one button when it is wrong."""
    on = timezone.localdate()
    me = get_object_or_404(Pegawai.objects.select_related("orang"), pk=request.user.pk)
    form = AtasanForm(request.POST or None, instansi_id=me.instansi_id, initial={"mulai": on})
    if request.method == "POST" and form.is_valid() and _asked(request, me, form, on):
        return redirect("people:atasan_saya")
    context = {
        "form": form,
        "atasan": hierarchy.superior_of(me.pk, on=on),
        "sumber": _source(me.pk, on),
        "riwayat": Atasan.objects.filter(pegawai=me.pk).select_related("atasan").order_by("-mulai"),
        "permohonan": PermohonanAtasan.objects.filter(pegawai=me)
        .select_related("usulan")
        .order_by("-dibuat")[:5],
        "ada_tim": TimKerja.objects.of_person(me.pk).exists(),
    }
    return render(request, "people/atasan_saya.html", context)


def _source(pegawai_id: int, on: date) -> str:
    line = Atasan.objects.on(on).filter(pegawai=pegawai_id).order_by("-sumber").first()
    return line.get_sumber_display() if line else _("Struktur unit")


def _asked(request: HttpRequest, me: Pegawai, form: AtasanForm, on: date) -> bool:
    data = form.cleaned_data
    try:
        services.ask_correction(
            pegawai_id=me.pk,
            usulan_id=data["atasan"].pk,
            mulai=data["mulai"],
            selesai=data["selesai"],
            alasan=data["alasan"],
            actor=request.user,
            pada=timezone.now(),
            on=on,
        )
    except services.SuperiorRefused as refusal:
        form.add_error("atasan", str(refusal))
        return False
    messages.success(request, _("Terkirim. Pengelola kinerja akan memeriksa permohonan Anda."))
    return True


@require_safe
def permohonan(request: HttpRequest) -> HttpResponse:
    """The requests this reader may see, the open ones first."""
    on = timezone.localdate()
    visible = PermohonanAtasan.objects.visible_to(request.user, on=on).for_list()
    rows = paging.paginate(request, visible)
    decides = policy.reaches_any(request.user, "permohonan_atasan.setujui", on=on)
    return render(request, "people/permohonan.html", {"halaman": rows, "memutus": decides})


@require_POST
def permohonan_langkah(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """setujui, tolak or batalkan."""
    if name not in workflow.PERMOHONAN_ATASAN.steps:
        raise Http404
    on = timezone.localdate()
    asked = get_object_or_404(PermohonanAtasan.objects.visible_to(request.user, on=on), pk=pk)
    form = TanggapanForm(request.POST, name=name)
    if not form.is_valid():
        messages.error(request, str(form.errors["tanggapan"][0]))
        return redirect("people:permohonan")
    try:
        services.decide(
            permohonan_id=asked.pk,
            name=name,
            tanggapan=form.cleaned_data["tanggapan"],
            actor=request.user,
            pada=timezone.now(),
            on=on,
        )
    except WrongState:
        messages.warning(request, _("Permohonan ini sudah diputus orang lain. Periksa hasilnya."))
    except services.SuperiorRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Tersimpan. Keputusan Anda sudah dicatat."))
    return redirect("people:atasan_saya" if name == "batalkan" else "people:permohonan")


@require_http_methods(["GET", "HEAD", "POST"])
def koreksi(request: HttpRequest, pk: int) -> HttpResponse:
    """The performance manager records a superior by hand."""
    on = timezone.localdate()
    visible = Pegawai.objects.visible_to(request.user, on=on).select_related("orang")
    one = get_object_or_404(visible, pk=pk)
    policy.require(request.user, "pegawai.koreksi_atasan", one, on=on)
    form = AtasanForm(request.POST or None, instansi_id=one.instansi_id, initial={"mulai": on})
    if request.method == "POST" and form.is_valid() and _corrected(request, one, form, on):
        return redirect("people:pegawai")
    context = {"form": form, "pegawai": one, "atasan": hierarchy.superior_of(one.pk, on=on)}
    return render(request, "people/koreksi_atasan.html", context)


def _corrected(request: HttpRequest, one: Pegawai, form: Any, on: date) -> bool:
    data = form.cleaned_data
    try:
        services.correct(
            pegawai_id=one.pk,
            atasan_id=data["atasan"].pk,
            mulai=data["mulai"],
            selesai=data["selesai"],
            alasan=data["alasan"],
            actor=request.user,
            pada=timezone.now(),
            on=on,
        )
    except services.SuperiorRefused as refusal:
        form.add_error("atasan", str(refusal))
        return False
    messages.success(
        request,
        _("Tersimpan. Atasan %(nama)s berlaku mulai tanggal itu.") % {"nama": one.orang.nama},
    )
    return True
