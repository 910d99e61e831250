"""What a team expects of a member: the ketua writes it, the member confirms having read it."""

from datetime import date

from django import forms
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bina.access import policy
from bina.core.workflow import WrongState
from bina.people.models import AnggotaTim
from bina.planning.ekspektasi_tim import page as ekspektasi_tim
from bina.planning.ekspektasi_tim import services
from bina.planning.models import EkspektasiTim
from bina.planning.services.refusals import Refused
from bina.ui import paging

SHORT = 600


class EkspektasiTimForm(forms.Form):
    """A short text: what is expected, and how one will know."""

    isi = forms.CharField(
        label=gettext_lazy("Ekspektasi"),
        max_length=SHORT,
        help_text=gettext_lazy("Apa yang diharapkan, sampai kapan, dan dari mana itu kelihatan."),
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": gettext_lazy("Ekspektasi belum diisi. Satu kalimat cukup.")},
    )


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """What my teams expect of me, and of the members of the teams I lead."""
    on = timezone.localdate()
    mine = EkspektasiTim.objects.visible_to(request.user, on=on).filter(pegawai=request.user.pk)
    led = ekspektasi_tim.led_by(request.user, on=on)
    members = paging.paginate(request, led, size=paging.SIZE, part="anggota")
    context = {
        "halaman": paging.paginate(request, mine.for_list()),
        "anggota": members,
        "baris_anggota": ekspektasi_tim.lines(members),
        "page_menu": "planning",
    }
    return render(request, "planning/ekspektasi_tim.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def tulis(request: HttpRequest, anggota_pk: int) -> HttpResponse:
    """The ketua writes what the team expects of this member; the earlier ones are below."""
    on = timezone.localdate()
    led = AnggotaTim.objects.filter(policy.scope(request.user, "tugas_tim.beri_ekspektasi", on=on))
    anggota = get_object_or_404(led.select_related("tim", "orang"), pk=anggota_pk)
    form = EkspektasiTimForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _given(request, anggota, form, on):
        return redirect("planning:ekspektasi_tim")
    earlier = EkspektasiTim.objects.visible_to(request.user, on=on).filter(
        tim=anggota.tim_id, pegawai=anggota.orang_id
    )
    context = {
        "anggota": anggota,
        "form": form,
        "halaman": paging.paginate(request, earlier.for_list()),
        "page_menu": "planning",
    }
    return render(request, "planning/ekspektasi_tim_tulis.html", context)


def _given(request: HttpRequest, anggota: AnggotaTim, form: EkspektasiTimForm, on: date) -> bool:
    try:
        services.give_expectation(
            anggota_id=anggota.pk,
            isi=form.cleaned_data["isi"],
            actor=request.user,
            pada=timezone.now(),
            on=on,
        )
    except Refused as why:
        form.add_error("isi", str(why))
        return False
    told = _("Terkirim. %(nama)s melihatnya di Beranda dan saat menyusun SKP.")
    messages.success(request, told % {"nama": anggota.orang.nama})
    return True


@require_POST
def baca(request: HttpRequest, pk: int) -> HttpResponse:
    """The member confirms having read it."""
    on = timezone.localdate()
    try:
        services.confirm_read(ekspektasi_id=pk, actor=request.user, pada=timezone.now(), on=on)
    except ObjectDoesNotExist as unseen:
        raise Http404 from unseen
    except WrongState:
        messages.info(request, _("Sudah Anda nyatakan dibaca. Tidak ada yang berubah."))
    else:
        messages.success(request, _("Tercatat bahwa Anda sudah membacanya."))
    return redirect("planning:ekspektasi_tim")
