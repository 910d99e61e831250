"""Points of the agenda, one's own note, actions done."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bina.dialog import reading
from bina.dialog.forms import ButirForm, CatatanForm
from bina.dialog.models import ButirAgenda, Dialog, Tindakan
from bina.dialog.services import agenda as services
from bina.dialog.views.asking import attempt, caught_up, facts, seen, shown


@require_POST
def tambah(request: HttpRequest, pk: int) -> HttpResponse:
    """A point in one's own words; what could not be saved stays in its field."""
    one, on = seen(request, pk)
    form = ButirForm(request.POST)
    if form.is_valid():
        act = facts(request, one, on) | form.cleaned_data
        if attempt(request, lambda: services.add_point(**act), form=form):
            messages.success(request, _("Ditambahkan ke agenda. Anda berdua membacanya."))
            return redirect("dialog:dialog", pk)
    return shown(request, one, on, butir=form)


@require_POST
def ambil(request: HttpRequest, pk: int) -> HttpResponse:
    """A suggested topic becomes a point."""
    one, on = seen(request, pk)
    kunci = request.POST.get("kunci", "").replace("\x00", "")[:80]
    act = facts(request, one, on) | {"kunci": kunci}
    if attempt(request, lambda: services.take_over(**act)):
        messages.success(request, _("Ditambahkan ke agenda. Anda berdua membacanya."))
    return redirect("dialog:dialog", pk)


@require_POST
def hapus(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's own point away."""
    on = timezone.localdate()
    mine = Dialog.objects.visible_to(request.user, on=on).values("pk")
    point = get_object_or_404(ButirAgenda.objects.filter(dialog__in=mine), pk=pk)
    made = attempt(
        request,
        lambda: services.drop_point(butir_id=pk, actor=request.user, pada=timezone.now(), on=on),
    )
    if made:
        messages.success(request, _("Butir dihapus dari agenda."))
    return redirect("dialog:dialog", point.dialog_id)


@require_POST
def catat(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own note; what could not be saved stays in its field."""
    one, on = seen(request, pk)
    form = CatatanForm(request.POST)
    if form.is_valid():
        act = facts(request, one, on) | {
            "isi": form.cleaned_data["isi"],
            "suntingan": form.cleaned_data["suntingan_catatan"],
        }
        if attempt(request, lambda: services.note_privately(**act), form=form):
            messages.success(request, _("Catatan tersimpan. Hanya Anda yang membacanya."))
            return redirect("dialog:dialog", pk)
    kept = reading.note_form(one, request.user, on).initial
    behind = caught_up(form, "suntingan_catatan", kept["suntingan_catatan"])
    return shown(request, one, on, catatan=form, catatan_terbaru=kept["isi"] if behind else "")


@require_POST
def selesai(request: HttpRequest, pk: int) -> HttpResponse:
    """An agreed action is done; on to the dialogue under way, else to the list."""
    on = timezone.localdate()
    visible = Tindakan.objects.visible_to(request.user, on=on).select_related("dialog")
    action = get_object_or_404(visible, pk=pk)
    made = attempt(
        request,
        lambda: services.finish_action(
            tindakan_id=pk, actor=request.user, pada=timezone.now(), on=on
        ),
    )
    if made:
        messages.success(request, _("Tersimpan. Tindakan ini selesai."))
    of = action.dialog
    next_one = Dialog.objects.between(of.pegawai_id, of.penilai_id).ongoing().first()
    if next_one:
        return redirect("dialog:dialog", next_one.pk)
    return redirect("dialog:orang", of.pegawai_id)
