"""Notes with an audience, and agreed actions."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bina.access import policy
from bina.guidance import session
from bina.guidance.forms.sesi import CatatanBaruForm, CatatanForm
from bina.guidance.models import Catatan, Sesi, Tindakan
from bina.guidance.services import catatan as services
from bina.guidance.views.asking import attempt, sesi_seen


@require_POST
def baru(request: HttpRequest, pk: int) -> HttpResponse:
    """A note in one part of the session."""
    one, on = sesi_seen(request, pk, "tulis_catatan")
    form = CatatanBaruForm(request.POST)
    if form.is_valid():
        made = attempt(
            request,
            lambda: services.write_note(
                sesi_id=one.pk,
                **form.cleaned_data,
                actor=request.user,
                pada=timezone.now(),
                on=on,
            ),
        )
        if made:
            messages.success(request, session.saved_words(made))
    else:
        messages.error(request, _("Catatan belum tersimpan. Tulis isinya dan pilih pembacanya."))
    return redirect("guidance:sesi", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """Words and label of one's own note."""
    on = timezone.localdate()
    rows = Catatan.objects.visible_to(request.user, on=on).select_related("sesi__coaching")
    note = get_object_or_404(rows, pk=pk)
    policy.require(request.user, "catatan_coaching.ubah", note, on=on)
    initial = {"isi": note.isi, "pembaca": note.pembaca}
    form = CatatanForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            request,
            lambda: services.change_note(
                catatan_id=pk, **form.cleaned_data, actor=request.user, pada=timezone.now(), on=on
            ),
            form=form,
        )
        if made:
            messages.success(request, session.saved_words(made))
            return redirect("guidance:sesi", note.sesi_id)
    services.log_reading(sesi=note.sesi, bentuk="formulir", actor=request.user, pada=timezone.now())
    return render(request, "guidance/catatan.html", {"form": form, "catatan": note})


@require_POST
def hapus(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's own note away, before it is signed."""
    on = timezone.localdate()
    note = get_object_or_404(Catatan.objects.visible_to(request.user, on=on), pk=pk)
    made = attempt(
        request,
        lambda: services.delete_note(
            catatan_id=note.pk, actor=request.user, pada=timezone.now(), on=on
        ),
    )
    if made:
        messages.success(request, _("Catatan dihapus."))
    return redirect("guidance:sesi", note.sesi_id)


@require_POST
def tindakan_selesai(request: HttpRequest, pk: int) -> HttpResponse:
    """An agreed action is done."""
    on = timezone.localdate()
    seen = Sesi.objects.visible_to(request.user, on=on)
    action = get_object_or_404(Tindakan.objects.filter(sesi__in=seen), pk=pk)
    made = attempt(
        request,
        lambda: services.finish_action(
            tindakan_id=action.pk, actor=request.user, pada=timezone.now(), on=on
        ),
    )
    if made:
        messages.success(request, _("Tersimpan. Tindakan ini selesai."))
    return redirect("guidance:sesi", action.sesi_id)
