"""Staff files: the list, the upload, the preview, taking it or leaving it."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bina.access import policy
from bina.core.files import FileRefused
from bina.core.workflow import WrongState
from bina.people.imports import preview, report, services
from bina.people.imports.forms import UnggahForm
from bina.people.models import Impor, Instansi
from bina.people.workflow import StatusImpor
from bina.ui import paging


@require_http_methods(["GET", "HEAD", "POST"])
def impor(request: HttpRequest) -> HttpResponse:
    """The imports of the agency, and the form that begins one."""
    on = timezone.localdate()
    mine = getattr(request.user, "instansi_id", None)
    instansi = get_object_or_404(Instansi.objects.visible_to(request.user, on=on), pk=mine)
    policy.require(request.user, "instansi.impor", instansi, on=on)
    form = UnggahForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        made = _uploaded(request, form, instansi)
        if made:
            return redirect("people:impor_rinci", made.pk)
    found = Impor.objects.visible_to(request.user, on=on).for_list()
    context = {"form": form, "halaman": paging.paginate(request, found)}
    return render(request, "people/impor.html", context)


def _uploaded(request: HttpRequest, form: Any, instansi: Instansi) -> Impor | None:
    try:
        return services.upload(
            instansi=instansi,
            jenis=form.cleaned_data["jenis"],
            upload=form.cleaned_data["berkas"],
            actor=request.user,
            now=timezone.now(),
        )
    except FileRefused as refusal:
        form.add_error("berkas", str(refusal))
        return None


@require_safe
def rinci(request: HttpRequest, pk: int) -> HttpResponse:
    """How far the file is: being checked, the preview, or what became of it."""
    on = timezone.localdate()
    found = _found(request, pk, on)
    _looked(request, found)
    acts = ["impor.ambil", "impor.batalkan", "impor.unduh"]
    context: dict[str, Any] = {
        "impor": found,
        "berjalan": _is_running(found),
        "boleh": {act[6:] for act in policy.permitted(request.user, acts, found, on=on)},
        "langkah": _steps(found),
    }
    if found.status in {StatusImpor.DIPERIKSA, StatusImpor.DIAMBIL} and not context["berjalan"]:
        context["bagian"] = preview.sections(request, found)
        context["saring"] = preview.filters(request, found)
        context["dipilih"] = request.GET.get(preview.PART, "")
        context["lipat"] = preview.folded(found)
        context["usang"] = found.revisi != found.instansi.revisi
    return render(request, "people/impor_rinci.html", context)


@require_safe
def kemajuan(request: HttpRequest, pk: int) -> HttpResponse:
    """The progress alone, asked every few seconds; at the end the whole page is shown anew."""
    found = _found(request, pk, timezone.localdate())
    if not _is_running(found):
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    return render(request, "people/impor_kemajuan.html", {"impor": found})


@require_POST
def ambil(request: HttpRequest, pk: int) -> HttpResponse:
    """Order the taking; it runs in the background like the check."""
    found = _found(request, pk, timezone.localdate())
    try:
        services.order_taking(impor_id=found.pk, actor=request.user, now=timezone.now())
    except WrongState:
        _too_late(request)
    return redirect("people:impor_rinci", pk)


@require_POST
def batalkan(request: HttpRequest, pk: int) -> HttpResponse:
    found = _found(request, pk, timezone.localdate())
    try:
        services.cancel(impor_id=found.pk, actor=request.user, now=timezone.now())
    except WrongState:
        _too_late(request)
        return redirect("people:impor_rinci", pk)
    messages.success(request, _("Dibatalkan. Tidak ada yang disimpan dari berkas ini."))
    return redirect("people:impor")


@require_safe
def unduh(request: HttpRequest, pk: int, bagian: str, jenis: str) -> HttpResponseBase:
    """The report, or the refused lines as a file to be mended."""
    on = timezone.localdate()
    found = _found(request, pk, on)
    if bagian not in report.PARTS or jenis not in report.KINDS:
        raise Http404
    policy.require(request.user, "impor.unduh", found, on=on)
    return report.respond(found, bagian, jenis)


def _found(request: HttpRequest, pk: int, on: date) -> Impor:
    some = Impor.objects.visible_to(request.user, on=on).for_list()
    return get_object_or_404(some.select_related("instansi", "oleh", "pekerjaan"), pk=pk)


def _is_running(found: Impor) -> bool:
    return found.pekerjaan is not None and not found.pekerjaan.is_over


def _looked(request: HttpRequest, found: Impor) -> None:
    """Beranda has told whoever started it; for anybody else nothing is written or asked."""
    if found.oleh_id == request.user.pk and found.dilihat_pada is None:
        services.look(impor_id=found.pk, actor=request.user, now=timezone.now())


def _too_late(request: HttpRequest) -> None:
    messages.warning(request, _("Impor ini sudah berubah. Periksa lagi keadaannya di bawah."))


def _steps(found: Impor) -> list[dict[str, Any]]:
    at = {StatusImpor.DIUNGGAH: 1, StatusImpor.DIPERIKSA: 1, StatusImpor.DIAMBIL: 3}
    reached = at.get(StatusImpor(found.status), 1)
    labels = [_("Unggah berkas"), _("Periksa"), _("Simpan")]
    states = ["sudah" if n < reached else "kini" if n == reached else "nanti" for n in range(3)]
    return [{"label": label, "keadaan": state} for label, state in zip(labels, states, strict=True)]
