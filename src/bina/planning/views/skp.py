"""One SKP: its page, its documents, two versions side by side, and its simple steps."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from bina.core.ahead import ahead
from bina.core.workflow import WrongState
from bina.documents.door import InvalidForm, RenderFailed
from bina.documents.door import render as print_form
from bina.planning import diff, pages, pilihan
from bina.planning.formulir import lampiran_form, manual_form, skp_form
from bina.planning.klarifikasi import page as dialog_page
from bina.planning.models import Skp
from bina.planning.reading import rencana_of
from bina.planning.services import steps
from bina.planning.views.asking import agency_of, allowed, last_return, seen, two_versions

FORMS = {"skp": skp_form, "lampiran": lampiran_form, "manual": manual_form}
STEPS = {"tarik": steps.withdraw, "batalkan": steps.cancel}


@require_safe
def skp(request: HttpRequest, pk: int) -> HttpResponse:
    """The plan, its steps and versions, its documents, and what the reader may do now."""
    one, on = seen(request, pk)
    with ahead(*pages.asked(request.user, one, on)):
        return render(request, "planning/skp.html", _context(request, one, on))


def _context(request: HttpRequest, one: Skp, on: date) -> dict[str, Any]:
    versions = pages.versions(request.user, one, on)
    shown = pages.shown(request, one)
    return {
        "skp": one,
        "tampilan": shown,
        "dialog": dialog_page.standing(one, shown.rencana),
        "langkah": pages.steps(one, on),
        "boleh": pages.acts(request.user, one, on),
        "versi": versions,
        "banyak_versi": len([each for each in versions if each.pk]) > 1,
        "pengembalian": last_return(one),
        "milik_saya": one.pegawai_id == request.user.pk,
        "bermanual": pilihan.asks_manual(agency_of(request.user), one.jenis, on=one.mulai),
    }


@require_safe
def dokumen(request: HttpRequest, pk: int, jenis: str) -> HttpResponse:
    """The official form as a PDF; marked as a draft until the plan is established."""
    if jenis not in FORMS:
        raise Http404
    one, on = allowed(request, pk, "cetak")
    asked = pilihan.asks_manual(agency_of(request.user), one.jenis, on=one.mulai)
    if jenis == "manual" and not asked:
        raise Http404
    try:
        # The form is Indonesian whatever the language of the page.
        with translation.override("id"):
            whole = Skp.objects.for_form().get(pk=one.pk)
            document = print_form(FORMS[jenis](whole, on=on), dicetak_pada=timezone.localtime())
    except (InvalidForm, RenderFailed) as error:
        messages.error(request, _("PDF belum dapat dibuat. %(sebab)s") % {"sebab": error})
        return redirect("planning:skp", one.pk)
    name = slugify(f"{jenis} {one.mulai.year} {one.pegawai} versi {one.versi}")
    return HttpResponse(
        document,
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'attachment; filename="{name}.pdf"',
            "Cache-Control": "private, no-store",
        },
    )


@require_safe
def bandingkan(request: HttpRequest, pk: int) -> HttpResponse:
    """This version against an earlier one (`?dengan=`), or the one before it."""
    one, on = seen(request, pk)
    family = Skp.objects.visible_to(request.user, on=on).filter(rumpun=one.rumpun)
    others = family.exclude(pk=one.pk).order_by("-versi")
    old, new = two_versions(request, one, others.for_page())
    context = {
        "skp": one,
        "lama": old,
        "baru": new,
        "lain": others,
        "perbedaan": _differences(old, new) if old and new else [],
    }
    return render(request, "planning/bandingkan.html", context)


def _differences(old: Skp, new: Skp) -> list[diff.Perbedaan]:
    lists = [pages.annex_of(one) for one in (old, new)]
    return diff.between(rencana_of(old), rencana_of(new), *lists)


@require_POST
def langkah(request: HttpRequest, pk: int, nama: str) -> HttpResponse:
    """tarik or batalkan."""
    if nama not in STEPS:
        raise Http404
    one, on = allowed(request, pk, nama)
    try:
        STEPS[nama](skp_id=one.pk, actor=request.user, pada=timezone.now(), on=on)
    except WrongState:
        messages.warning(request, _("SKP ini sudah berubah. Periksa lagi statusnya."))
        return redirect("planning:skp", one.pk)
    if nama == "tarik":
        messages.success(request, _("SKP ditarik. Sekarang draf lagi dan dapat Anda ubah."))
        return redirect("planning:susun", one.pk)
    messages.success(request, _("Draf dibatalkan. Isinya tetap tersimpan sebagai riwayat."))
    return redirect("planning:saya")
