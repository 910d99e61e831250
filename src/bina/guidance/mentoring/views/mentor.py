"""Finding a mentor, answering as one, and one's own profile."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from bina.access import policy
from bina.guidance.mentoring import matching
from bina.guidance.mentoring.forms.mentor import (
    PilihanForm,
    ProfilForm,
    keahlian_formset,
    keahlian_of,
)
from bina.guidance.mentoring.services import mentor as services
from bina.guidance.mentoring.services import pencarian
from bina.guidance.mentoring.services.tawaran import days_to_answer
from bina.guidance.mentoring.views.asking import case_seen, facts, to_case
from bina.guidance.mentoring.workflow import StatusMentoring
from bina.guidance.models import Bidang, Mentor, TawaranMentor
from bina.guidance.views.asking import attempt

SHOWN = 20


@require_http_methods(["GET", "HEAD", "POST"])
def cari(request: HttpRequest, pk: int) -> HttpResponse:
    """Mentors who fit, the best first; up to three in order."""
    one, on = case_seen(request, pk, "tawarkan")
    if one.status != StatusMentoring.MENCARI:
        messages.warning(request, _("Mentor hanya dipilih selama rencana Anda mencari mentor."))
        return to_case(pk)
    found = matching.suggested(matching.suggestions(one, on)[:SHOWN])
    most = min(pencarian.most_choices(one), max(len(found), 1))
    form = PilihanForm(request.POST or None, saran=found, banyak=most)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            request,
            lambda: pencarian.offer(
                mentoring_id=pk, mentor_ids=form.mentor_ids(), **facts(request, on)
            ),
            form=form,
        )
        if made:
            messages.success(request, _("Terkirim. Pilihan pertama Anda ditanya lebih dahulu."))
            return to_case(pk)
    context = {"form": form, "saran": found, "mentoring": one, "hari": days_to_answer(one)}
    return render(request, "guidance/mentoring/cari.html", context)


SAID = {
    "terima": gettext_lazy("Terima kasih. Langkah berikutnya: pembicaraan pertama."),
    "tolak": gettext_lazy("Tersimpan, tanpa alasan. Pilihan berikutnya yang ditanya."),
}


@require_POST
def jawab(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """A mentor says yes or no."""
    if name not in SAID:
        raise Http404
    on = timezone.localdate()
    seen = TawaranMentor.objects.visible_to(request.user, on=on)
    asked = get_object_or_404(seen, pk=pk)
    policy.require(request.user, f"tawaran_mentor.{name}", asked, on=on)
    act = pencarian.accept if name == "terima" else pencarian.decline
    if attempt(request, lambda: act(tawaran_id=pk, **facts(request, on))):
        messages.success(request, str(SAID[name]))
        if name == "terima":
            return to_case(asked.mentoring_id)
    return redirect("guidance:mentoring_daftar")


@require_http_methods(["GET", "HEAD", "POST"])
def profil(request: HttpRequest) -> HttpResponse:
    """One's own: fields, level, experience, how many, where."""
    user = request.user
    mine = Mentor.objects.filter(pk=user.pk).prefetch_related("keahlian").first()
    form = ProfilForm(request.POST or None, initial=ProfilForm.initial_of(mine))
    agency = getattr(user, "instansi_id", None)
    skills = keahlian_formset(request.POST or None, mine, Bidang.objects.of_agency(agency))
    if request.method == "POST" and form.is_valid() and skills.is_valid():
        made = attempt(
            request,
            lambda: services.write_profile(
                profil=form.profil(keahlian_of(skills)), **facts(request, timezone.localdate())
            ),
            form=form,
        )
        if made:
            messages.success(request, _("Profil tersimpan. Terima kasih sudah mau berbagi."))
            return redirect("guidance:mentoring_daftar")
    return render(request, "guidance/mentoring/profil.html", {"form": form, "keahlian": skills})
