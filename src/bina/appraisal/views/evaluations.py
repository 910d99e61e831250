"""Released evaluations: my own, one of them, its official form."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bina.appraisal import formulir
from bina.appraisal.models import Evaluasi
from bina.appraisal.services.evaluations import plan_of_draft
from bina.documents import door as documents
from bina.planning import door as planning
from bina.ui.seen import clock, unseen_is_404


@require_safe
def saya(request: HttpRequest) -> HttpResponse:
    """My released evaluations. What is not released is not there (T7)."""
    _now, on = clock()
    rows = Evaluasi.objects.visible_to(request.user, on=on).released()
    mine = rows.filter(pegawai=request.user.pk).for_list()
    return render(request, "appraisal/saya.html", {"baris": list(mine), "page_menu": "planning"})


@require_safe
@unseen_is_404
def evaluasi(request: HttpRequest, pk: int) -> HttpResponse:
    """One released evaluation with its basis; a draft leads its penilai back to the rating."""
    _now, on = clock()
    found = Evaluasi.objects.visible_to(request.user, on=on).for_list().get(pk=pk)
    if not found.is_released:
        rencana = plan_of_draft(request.user, found, on=on)
        return redirect("appraisal:nilai", found.periode_id, rencana.skp_id)
    mine = found.pegawai_id == request.user.pk
    return render(
        request,
        "appraisal/evaluasi.html",
        {
            "evaluasi": found,
            "bahan": found.bahan,
            "perilaku": [one for one in found.bahan["perilaku"] if one["umpan_balik"]],
            "milik_saya": mine,
            "page_menu": "planning" if mine else "appraisal",
        },
    )


@require_safe
@unseen_is_404
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Evaluasi Kinerja Pegawai: as released, or marked as a draft for its penilai alone."""
    now, on = clock()
    found = Evaluasi.objects.visible_to(request.user, on=on).for_list().get(pk=pk)
    bahan = found.bahan or formulir.snapshot(found, planning.plan(found.skp_id), on=on)
    try:
        content = documents.render(
            formulir.form(found, bahan), dicetak_pada=timezone.localtime(now)
        )
    except (documents.InvalidForm, documents.RenderFailed) as why:
        messages.error(request, _("Formulir belum dapat dicetak. %(sebab)s") % {"sebab": why})
        return redirect("appraisal:evaluasi", pk)
    name = f"evaluasi-{found.periode.kode_formulir}-{found.periode.tahun}-{found.pk}.pdf"
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "private, no-store",
        },
    )
