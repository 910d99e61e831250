"""Perjanjian kinerja from a file: the empty template, the upload, the preview, taking it."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bina.access import policy
from bina.core.files import FileRefused
from bina.core.sheets import attachment
from bina.core.tables import Unreadable
from bina.core.workflow import WrongState
from bina.people.models import Instansi, Unit
from bina.planning.models import ImporPerjanjian
from bina.planning.perjanjian.lines import KOLOM
from bina.planning.perjanjian.preview import BARU, BERUBAH, DITOLAK, TETAP, Pratinjau
from bina.planning.perjanjian.services import impor as services
from bina.planning.services.refusals import Refused
from bina.planning.workflow import StatusImporPerjanjian
from bina.ui import paging
from bina.ui.forms import IntegerField


class UnggahForm(forms.Form):
    """The file and the year it is for."""

    tahun = IntegerField(label=gettext_lazy("Tahun"), min_value=2000, max_value=2100)
    berkas = forms.FileField(
        label=gettext_lazy("Berkas"),
        help_text=gettext_lazy("xlsx atau csv, paling besar 5 MB. Urutan kolom bebas."),
        error_messages={
            "required": gettext_lazy("Pilih berkas yang akan diunggah."),
            "empty": gettext_lazy("Berkas ini kosong. Pilih berkas yang berisi data."),
        },
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
    )


def _require_writer(request: HttpRequest) -> date:
    """Whoever writes the perjanjian of any unit; 404 for others."""
    on = timezone.localdate()
    mine = policy.scope(request.user, "unit_kinerja.susun_perjanjian", on=on)
    if not Unit.objects.filter(mine).exists():
        raise Http404
    return on


@require_safe
def contoh(request: HttpRequest) -> HttpResponseBase:
    """The empty template: the headers, and nothing else."""
    _require_writer(request)
    heads = [[one.judul for one in KOLOM]]
    return attachment(heads, name="perjanjian kinerja", sheet="Perjanjian kinerja")


@require_http_methods(["GET", "HEAD", "POST"])
def impor(request: HttpRequest) -> HttpResponse:
    """The form that sends a file, and the files sent before."""
    on = _require_writer(request)
    instansi = get_object_or_404(Instansi, pk=getattr(request.user, "instansi_id", None))
    form = UnggahForm(request.POST or None, request.FILES or None, initial={"tahun": on.year})
    if request.method == "POST" and form.is_valid():
        made = _uploaded(request, form, instansi, on)
        if made:
            return redirect("planning:impor_perjanjian_rinci", made.pk)
    found = ImporPerjanjian.objects.visible_to(request.user, on=on).for_list()
    context = {"form": form, "halaman": paging.paginate(request, found), "kolom": KOLOM}
    return render(request, "planning/perjanjian/impor.html", context)


def _uploaded(
    request: HttpRequest, form: Any, instansi: Instansi, on: date
) -> ImporPerjanjian | None:
    try:
        return services.upload(
            instansi=instansi,
            tahun=form.cleaned_data["tahun"],
            upload=form.cleaned_data["berkas"],
            actor=request.user,
            pada=timezone.now(),
            on=on,
        )
    except (FileRefused, Refused) as refusal:
        form.add_error("berkas", str(refusal))
        return None


def _found(request: HttpRequest, pk: int) -> tuple[ImporPerjanjian, date]:
    on = timezone.localdate()
    visible = ImporPerjanjian.objects.visible_to(request.user, on=on).for_list()
    return get_object_or_404(visible, pk=pk), on


@require_safe
def rinci(request: HttpRequest, pk: int) -> HttpResponse:
    """The preview line by line, or that the file was taken or given up."""
    one, on = _found(request, pk)
    context: dict[str, Any] = {"impor": one}
    if one.status == StatusImporPerjanjian.DIPERIKSA:
        try:
            context |= _preview(request, services.preview(one, request.user, on=on))
        except Unreadable as refusal:
            context["galat"] = str(refusal)
    return render(request, "planning/perjanjian/impor_rinci.html", context)


def _preview(request: HttpRequest, found: Pratinjau) -> dict[str, Any]:
    labels = {
        DITOLAK: _("Ditolak"),
        BARU: _("Baru"),
        BERUBAH: _("Berubah"),
        TETAP: _("Tetap"),
    }
    asked = request.GET.get("hasil", "")
    rows = [one for one in found.hasil if one.hasil == asked or asked not in labels]
    choices = [(code, label, found.count(code)) for code, label in labels.items()]
    return {
        "pratinjau": found,
        "halaman": paging.paginate(request, rows, size=50),
        "saring": paging.filters(request, "hasil", [("", _("Semua"), len(found.hasil)), *choices]),
        "ditolak": found.count(DITOLAK),
    }


@require_POST
def ambil(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the good lines, if they would still do what was shown."""
    one, on = _found(request, pk)
    given: dict[str, Any] = {"actor": request.user, "pada": timezone.now(), "on": on}
    sidik = request.POST.get("sidik", "")
    try:
        found = services.take(impor_id=one.pk, sidik=sidik, **given)
    except services.Outdated:
        messages.warning(
            request, _("Data sudah berubah sejak pratinjau. Periksa lagi, lalu simpan.")
        )
    except WrongState:
        messages.warning(request, _("Impor ini sudah berubah. Periksa lagi keadaannya di bawah."))
    else:
        said = _("Tersimpan. %(n)s baris menjadi draf perjanjian kinerja.")
        messages.success(request, said % {"n": found.menulis})
    return redirect("planning:impor_perjanjian_rinci", pk)


@require_POST
def batalkan(request: HttpRequest, pk: int) -> HttpResponse:
    one, on = _found(request, pk)
    try:
        services.cancel(impor_id=one.pk, actor=request.user, pada=timezone.now(), on=on)
    except WrongState:
        messages.warning(request, _("Impor ini sudah berubah. Periksa lagi keadaannya di bawah."))
        return redirect("planning:impor_perjanjian_rinci", pk)
    messages.success(request, _("Dibatalkan. Tidak ada yang disimpan dari berkas ini."))
    return redirect("planning:impor_perjanjian")
