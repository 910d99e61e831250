"""The dialogue at planning: one page for the two, notes, agreed points, signatures."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bina.planning.klarifikasi import page as dialog_page
from bina.planning.klarifikasi import services
from bina.planning.klarifikasi.forms import CatatanForm, SepakatForm
from bina.planning.models.klarifikasi import Klarifikasi
from bina.planning.services.refusals import Refused, Stale
from bina.planning.views.asking import allowed, attempt


def _seen(request: HttpRequest, pk: int) -> tuple[Klarifikasi, date]:
    """The dialogue about this plan, for the two; 404 for anybody else."""
    on = timezone.localdate()
    rows = Klarifikasi.objects.visible_to(request.user, on=on)
    rows = rows.select_related("skp__pegawai__orang", "skp__penempatan__jabatan", "pimpinan")
    return get_object_or_404(rows, skp=pk), on


@require_http_methods(["GET", "HEAD", "POST"])
def klarifikasi(request: HttpRequest, pk: int) -> HttpResponse:
    """What both wrote; before it is opened, the pegawai is asked whether to."""
    on = timezone.localdate()
    opened = Klarifikasi.objects.visible_to(request.user, on=on).filter(skp=pk).exists()
    if request.method == "POST" or not opened:
        return _open(request, pk)
    one, on = _seen(request, pk)
    return _page(request, one)


def _open(request: HttpRequest, pk: int) -> HttpResponse:
    skp, on = allowed(request, pk, "ubah")
    if request.method == "POST":
        try:
            made = services.open_dialog(
                skp_id=skp.pk, actor=request.user, pada=timezone.now(), on=on
            )
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            words = _("Klarifikasi dibuka. %(nama)s sekarang dapat membaca hasil kerja draf ini.")
            messages.success(request, words % {"nama": made.pimpinan})
        return redirect("planning:klarifikasi", skp.pk)
    return render(request, "planning/klarifikasi_buka.html", {"skp": skp})


def _page(
    request: HttpRequest,
    one: Klarifikasi,
    *,
    status: int = 200,
    catatan: tuple[int, CatatanForm] | None = None,
    **more: Any,
) -> HttpResponse:
    context = dialog_page.context(one, request.user, catatan=catatan)
    return render(request, "planning/klarifikasi.html", {**context, **more}, status=status)


@require_POST
def catatan(request: HttpRequest, pk: int, hasil_pk: int) -> HttpResponse:
    """One's own note about one result."""
    one, on = _seen(request, pk)
    get_object_or_404(one.skp.hasil_kerja, pk=hasil_pk)
    form = CatatanForm(request.POST.copy(), auto_id=f"id_%s_{hasil_pk}")
    if not form.is_valid():
        return _page(request, one, catatan=(hasil_pk, form))
    answer = attempt(
        form,
        lambda: services.write_note(
            klarifikasi_id=one.pk,
            hasil_id=hasil_pk,
            **form.cleaned_data,
            actor=request.user,
            pada=timezone.now(),
            on=on,
        ),
    )
    if answer.done:
        messages.success(request, _("Tersimpan. Catatan Anda sudah dapat dibaca berdua."))
        return redirect("planning:klarifikasi", pk)
    return _page(
        request, one, status=answer.status, catatan=(hasil_pk, form), benturan=answer.benturan
    )


@require_POST
def sepakat(request: HttpRequest, pk: int) -> HttpResponse:
    """Write an agreed point down."""
    one, on = _seen(request, pk)
    form = SepakatForm(request.POST, hasil=dialog_page.titles(one))
    if form.is_valid():
        chosen = form.cleaned_data["hasil"]
        done = _attempted(
            request,
            lambda: services.add_point(
                klarifikasi_id=one.pk,
                hasil_id=int(chosen) if chosen else None,
                uraian=form.cleaned_data["uraian"],
                actor=request.user,
                pada=timezone.now(),
                on=on,
            ),
        )
        if done:
            messages.success(request, _("Tercatat. Keduanya perlu membubuhkan paraf lagi."))
            return redirect("planning:klarifikasi", pk)
    return _page(request, one, form=form)


@require_POST
def batal_sepakat(request: HttpRequest, pk: int, butir_pk: int) -> HttpResponse:
    """Take one's own point back."""
    one, on = _seen(request, pk)
    if _attempted(
        request,
        lambda: services.remove_point(
            klarifikasi_id=one.pk,
            butir_id=butir_pk,
            actor=request.user,
            pada=timezone.now(),
            on=on,
        ),
    ):
        messages.success(request, _("Butir ditarik. Keduanya perlu membubuhkan paraf lagi."))
    return redirect("planning:klarifikasi", pk)


@require_POST
def paraf(request: HttpRequest, pk: int) -> HttpResponse:
    """Agree to the results and points as they are on the page."""
    one, on = _seen(request, pk)
    butir = request.POST.get("butir", "")
    if _attempted(
        request,
        lambda: services.sign(
            klarifikasi_id=one.pk,
            sidik=request.POST.get("sidik", ""),
            butir=int(butir) if butir.isascii() and butir.isdigit() and len(butir) < 6 else -1,
            actor=request.user,
            pada=timezone.now(),
            on=on,
        ),
    ):
        messages.success(request, _("Paraf Anda tercatat."))
    return redirect("planning:klarifikasi", pk)


def _attempted(request: HttpRequest, act: Callable[[], Any]) -> bool:
    """Whether it was done; where not, why is said on the page."""
    try:
        act()
    except Stale:
        messages.warning(
            request, _("Isinya baru saja berubah. Baca yang terbaru, lalu bubuhkan paraf lagi.")
        )
    except Refused as refusal:
        messages.warning(request, str(refusal))
    except ObjectDoesNotExist as error:
        raise Http404 from error
    else:
        return True
    return False
