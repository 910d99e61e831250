"""Kinerja saya: my plans, beginning one; and the plans that wait for the penilai."""

from datetime import date

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bina.access import policy
from bina.law.door import parameters
from bina.people.models import Penempatan
from bina.planning import home_lines
from bina.planning.forms import MulaiForm
from bina.planning.kewajiban import needs_plan
from bina.planning.klarifikasi.services import TALKING
from bina.planning.models import Klarifikasi, Skp, SkpQuerySet, UsulPerubahan
from bina.planning.pihak import jabatan
from bina.planning.services import drafting
from bina.planning.services.refusals import Refused
from bina.planning.workflow import ENDED, Status, StatusUsul
from bina.rules.parameters import Parameters
from bina.ui import paging


@require_safe
def saya(request: HttpRequest) -> HttpResponse:
    """My plans, the newest first; how many of my people's wait for me."""
    on = timezone.localdate()
    mine = Skp.objects.visible_to(request.user, on=on).filter(pegawai=request.user.pk)
    rows = list(mine.for_list())
    current = [one for one in rows if one.status not in ENDED and one.mulai.year == on.year]
    context = {
        "kini": current,
        "riwayat": [one for one in rows if one not in current],
        "dapat_mulai": _placements(request),
        "tenggat": home_lines.deadline(on.year, law=_law(request)),
        "tahun": on.year,
        "menunggu": _waiting(request).count(),
        "mengelola": policy.may_somewhere(request.user, "templat_unit.buat", on=on),
        "menjaga_teks": policy.may_somewhere(request.user, "perencanaan.kelola_teks", on=on),
    }
    return render(request, "planning/saya.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def mulai(request: HttpRequest) -> HttpResponse:
    """Begin the SKP of this year."""
    on = timezone.localdate()
    placements = _placements(request)
    if not placements and request.method != "POST":
        return render(request, "planning/mulai_kosong.html", {"tahun": on.year})
    form = MulaiForm(request.POST or None, placements=placements)
    if request.method == "POST" and form.is_valid():
        try:
            skp = drafting.start_skp(
                penempatan_id=int(form.cleaned_data["penempatan"]),
                pendekatan=form.cleaned_data["pendekatan"],
                actor=request.user,
                pada=timezone.now(),
                on=on,
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(
                request, _("SKP dimulai. Tambahkan hasil kerja, lalu periksa bagian lainnya.")
            )
            return redirect("planning:susun", skp.pk)
    return render(request, "planning/mulai.html", {"form": form, "tahun": on.year})


def _placements(request: HttpRequest) -> list[tuple[int, str]]:
    """The reader's placements today that no plan of the year covers."""
    on = timezone.localdate()
    taken = Skp.objects.of_year(on).filter(pegawai=request.user.pk).exclude(status__in=ENDED)
    placed = needs_plan(
        Penempatan.objects.on(on).filter(orang=request.user.pk), law=_law(request), on=on
    )
    free = placed.exclude(pk__in=taken.values("penempatan")).select_related("jabatan", "unit")
    return [(one.pk, f"{jabatan(one)}, {one.unit.nama}") for one in free.order_by("jenis", "pk")]


@require_safe
def tinjauan(request: HttpRequest) -> HttpResponse:
    """The plans and proposals that wait for this reader's decision, the oldest first."""
    on = timezone.localdate()
    usul = UsulPerubahan.objects.filter(
        policy.scope(request.user, "usul_perubahan.setujui", on=on), status=StatusUsul.DIAJUKAN
    )
    context = {
        "halaman": paging.paginate(
            request, _waiting(request).for_list().order_by("diajukan_pada", "pk")
        ),
        "usul": paging.paginate(request, usul.for_list().order_by("pada", "pk"), part="usul"),
        "klarifikasi": paging.paginate(request, _dialogs(request, on), part="klarifikasi"),
    }
    return render(request, "planning/tinjauan.html", context)


def _dialogs(request: HttpRequest, on: date) -> "QuerySet[Klarifikasi]":
    """The dialogues opened to this reader that they have not signed."""
    theirs = Klarifikasi.objects.visible_to(request.user, on=on).filter(
        pimpinan=request.user.pk, paraf_pimpinan_pada=None, skp__status__in=TALKING
    )
    return theirs.select_related("skp__pegawai__orang").order_by("dibuka_pada", "pk")


def _law(request: HttpRequest) -> Parameters:
    return parameters(getattr(request.user, "instansi", None))


def _waiting(request: HttpRequest) -> SkpQuerySet:
    on = timezone.localdate()
    scope = policy.scope(request.user, "skp.tetapkan", on=on)
    return Skp.objects.filter(scope, status=Status.DIAJUKAN)
