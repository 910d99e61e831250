"""A coaching as a whole: its agreement, its coach, its end."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bina.access import policy
from bina.guidance.coaching import halaman
from bina.guidance.coaching.forms.coach import TugaskanForm
from bina.guidance.coaching.forms.kesepakatan import (
    KesepakatanForm,
    SetujuForm,
    TutupForm,
    tujuan_formset,
    tujuan_of,
)
from bina.guidance.coaching.services import kesepakatan as services
from bina.guidance.coaching.services import perjalanan
from bina.guidance.models import Coaching, Kesepakatan
from bina.guidance.views.asking import attempt, coaching_seen
from bina.guidance.workflow import COACHING


def _read(request: HttpRequest, one: Coaching) -> None:
    services.log_reading(coaching=one, actor=request.user, pada=timezone.now())


def _acts(request: HttpRequest, one: Coaching, on: Any) -> dict[str, Any]:
    return {"coaching_id": one.pk, "actor": request.user, "pada": timezone.now(), "on": on}


@require_safe
def kesepakatan(request: HttpRequest, pk: int) -> HttpResponse:
    """The agreement and where the coaching stands, for the two."""
    one, on = coaching_seen(request, pk, "baca")
    _read(request, one)
    context = halaman.coaching_page(one, request.user, on=on)
    return render(request, "guidance/coaching/kesepakatan.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def tulis(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the draft; after an agreement, its next version."""
    one, on = coaching_seen(request, pk, "tulis_kesepakatan")
    if not one.is_running:
        messages.warning(request, _("Coaching ini tidak berjalan; kesepakatannya tetap."))
        return redirect("guidance:kesepakatan", pk)
    rows = Kesepakatan.objects
    known = rows.drafted(pk).first() or rows.in_force(pk).first()
    form = KesepakatanForm(request.POST or None, initial=KesepakatanForm.initial_of(known))
    aims = tujuan_formset(request.POST or None, known)
    if request.method == "POST" and form.is_valid() and aims.is_valid():
        isi, seen = form.isi(tujuan_of(aims)), form.cleaned_data["suntingan"]
        act = {"isi": isi, "suntingan": seen, **_acts(request, one, on)}
        if attempt(request, lambda: services.write(**act), form=form):
            messages.success(request, _("Tersimpan. Berlaku setelah Anda berdua menandatangani."))
            return redirect("guidance:kesepakatan", pk)
    _read(request, one)
    context = {"form": form, "tujuan": aims, "coaching": one, "baru": known is None}
    return render(request, "guidance/coaching/kesepakatan_tulis.html", context)


@require_POST
def tanda_tangan(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign the agreement as it was read."""
    one, on = coaching_seen(request, pk, "setujui_kesepakatan")
    form = SetujuForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Halaman ini tidak utuh. Muat ulang, lalu tanda tangani lagi."))
        return redirect("guidance:kesepakatan", pk)
    act = {**form.cleaned_data, **_acts(request, one, on)}
    made = attempt(request, lambda: services.sign(**act))
    if made:
        said = (
            _("Ditandatangani berdua. Kesepakatan berlaku; sesi dapat dicatat.")
            if made.is_in_force
            else _("Ditandatangani. Berlaku setelah yang lain juga menandatangani.")
        )
        messages.success(request, said)
    return redirect("guidance:kesepakatan", pk)


ENDINGS: dict[str, Any] = {
    "minta_ganti_coach": gettext_lazy("Tercatat. Penilai diminta menugaskan coach lain."),
    "hentikan": gettext_lazy("Coaching dihentikan. Yang sudah ditandatangani tetap, juga JP-nya."),
}


@require_POST
def langkah(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Ask for another coach, or stop; nobody is asked why."""
    if name not in ENDINGS:
        raise Http404
    one, on = coaching_seen(request, pk, name)
    act = perjalanan.stop if name == "hentikan" else perjalanan.ask_other_coach
    if attempt(request, lambda: act(**_acts(request, one, on))):
        messages.success(request, str(ENDINGS[name]))
    # Whoever asked to coach no more reads the case no more, but as its penilai.
    left = Coaching.objects.visible_to(request.user, on=on).filter(pk=pk).first()
    if left is None:
        return redirect("guidance:daftar")
    reads = policy.may(request.user, "coaching.baca", left, on=on)
    return redirect("guidance:kesepakatan" if reads else "guidance:coaching", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def tutup(request: HttpRequest, pk: int) -> HttpResponse:
    """No more sessions: what came of it, aim by aim."""
    one, on = coaching_seen(request, pk, "tutup")
    if not one.is_running:
        messages.warning(request, _("Coaching ini sudah berakhir."))
        return redirect("guidance:coaching", pk)
    form = TutupForm(request.POST or None, tujuan=perjalanan.aims_of(one))
    if request.method == "POST" and form.is_valid():
        act = {"ringkasan": form.cleaned_data["ringkasan"], "hasil": form.hasil()}
        act |= _acts(request, one, on)
        if attempt(request, lambda: perjalanan.close(**act), form=form):
            messages.success(request, _("Coaching selesai. Catatannya tetap dapat Anda baca."))
            return redirect("guidance:kesepakatan", pk)
    _read(request, one)
    return render(request, "guidance/coaching/tutup.html", {"form": form, "coaching": one})


@require_http_methods(["GET", "HEAD", "POST"])
def tugaskan(request: HttpRequest, pk: int) -> HttpResponse:
    """The penilai names the next coach."""
    one, on = coaching_seen(request, pk, "tugaskan")
    if "tugaskan" not in COACHING.open_from(one.status):
        messages.warning(request, _("Coaching ini sudah berakhir."))
        return redirect("guidance:coaching", pk)
    form = TugaskanForm(request.POST or None, instansi_id=one.pegawai.instansi_id)
    if request.method == "POST" and form.is_valid():
        act = {"tugas": form.tugas(), **_acts(request, one, on)}
        if attempt(request, lambda: perjalanan.assign(**act), form=form):
            words = _("Coach ditugaskan. Ia dan %(nama)s menyusun kesepakatan mereka sendiri.")
            messages.success(request, words % {"nama": one.pegawai})
            return redirect("guidance:coaching", pk)
    return render(request, "guidance/coaching/tugaskan.html", {"form": form, "coaching": one})
