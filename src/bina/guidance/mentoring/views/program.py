"""A programme: who takes part, the proposal for all at once, its review, its publication."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bina.access import policy
from bina.guidance.mentoring import matching, reading
from bina.guidance.mentoring.forms.mentor import BidangForm
from bina.guidance.mentoring.forms.program import (
    NOBODY,
    PesertaForm,
    ProgramForm,
    UsulForm,
)
from bina.guidance.mentoring.services import program as services
from bina.guidance.mentoring.views.asking import facts, programme_seen
from bina.guidance.mentoring.workflow import StatusProgram
from bina.guidance.models import Bidang, JenisTopik, Mentoring, ProgramMentoring, UsulPasangan
from bina.guidance.program import anggaran
from bina.guidance.program import reading as cohort
from bina.guidance.program.forms import AnggaranForm
from bina.guidance.topik import services as topics
from bina.guidance.views.asking import attempt
from bina.people.models import Unit
from bina.ui.paging import SIZE, paginate

SHOWN = 15
GUIDES = 20  # beside the lists


def _units(request: HttpRequest) -> list[tuple[int, str]]:
    on = timezone.localdate()
    mine = policy.scope(request.user, "unit_mentoring.buat_program", on=on)
    return list(Unit.objects.filter(mine).order_by("kode").values_list("pk", "nama"))


def _require_office(request: HttpRequest) -> list[tuple[int, str]]:
    units = _units(request)
    if not units:
        raise PermissionDenied
    return units


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """The programmes in reach, and the agency's own fields."""
    _require_office(request)
    on = timezone.localdate()
    rows = ProgramMentoring.objects.visible_to(request.user, on=on).select_related("unit")
    user: Any = request.user
    agency = user.instansi
    context = {
        "halaman": paginate(request, rows),
        "bidang": Bidang.objects.of_agency(agency.pk).filter(instansi=agency),
        "tambah_bidang": BidangForm()
        if policy.may(user, "daftar_topik.tambah", agency, on=on)
        else None,
    }
    return render(request, "guidance/mentoring/program_daftar.html", context)


@require_POST
def bidang(request: HttpRequest) -> HttpResponse:
    """A field of the agency's own."""
    _require_office(request)
    form = BidangForm(request.POST)
    said = form.cleaned_data["nama"] if form.is_valid() else ""
    made = attempt(
        request,
        lambda: topics.add(
            jenis=JenisTopik.MENTORING, nama=said, **facts(request, timezone.localdate())
        ),
    )
    if made:
        messages.success(request, _("Bidang ditambahkan."))
    return redirect("guidance:mentoring_program_daftar")


@require_http_methods(["GET", "HEAD", "POST"])
def baru(request: HttpRequest) -> HttpResponse:
    """A new programme."""
    units = _require_office(request)
    form = ProgramForm(request.POST or None, unit=units)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            request,
            lambda: services.create(
                unit_id=int(form.cleaned_data["unit"]),
                perihal=form.perihal(),
                **facts(request, timezone.localdate()),
            ),
            form=form,
        )
        if made:
            messages.success(request, _("Program dibuat. Tambahkan pesertanya."))
            return redirect("guidance:mentoring_program", made.pk)
    return render(request, "guidance/mentoring/program_baru.html", {"form": form})


@require_safe
def program(request: HttpRequest, pk: int) -> HttpResponse:
    """Where it is: mentees, the proposal to review, or how the published pairs get on."""
    one, on = programme_seen(request, pk)
    proposed = one.status == StatusProgram.DIUSULKAN
    rows = _proposal(one) if proposed else reading.of_programme(one, request.user, on)
    agency = one.unit.instansi_id
    context = {
        "program": one,
        "halaman": paginate(request, rows),
        "usulan": proposed,
        "kemajuan": reading.progress(one),
        **_cohort(request, one, on),
        "form_anggaran": AnggaranForm(initial={"anggaran_jp": one.anggaran_jp}),
        "peserta": PesertaForm(bidang=Bidang.objects.of_agency(agency))
        if one.status != StatusProgram.DITERBITKAN
        else None,
        "menunggu": services.candidates(one, request.user, [], on).count(),
        "tanpa": one.usul.filter(mentor=None).count() if proposed else 0,
    }
    return render(request, "guidance/mentoring/program.html", context)


def _cohort(request: HttpRequest, one: ProgramMentoring, on: date) -> dict[str, Any]:
    """Its coachings and whoever guides in it, each list with pages of its own."""
    counted = cohort.counts(one, request.user, on=on)
    rows = cohort.coachings(one, request.user, on=on)
    page = paginate(request, rows, size=SIZE, total=counted["semua"], part="coaching")
    return {
        "coaching": page,
        "baris_coaching": cohort.lines(page),
        "coaching_selesai": counted["selesai"],
        "pemandu": paginate(request, cohort.guides(one), size=GUIDES, part="pemandu"),
        "anggaran": anggaran.of_programme(one, on=on),
    }


def _proposal(one: ProgramMentoring) -> Any:
    people = ("mentoring__pegawai__orang", "mentoring__bidang", "mentor__orang")
    return one.usul.select_related(*people)


@require_POST
def langkah(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Gather, match, publish."""
    one, on = programme_seen(request, pk)
    given: dict[str, Any] = {"program_id": one.pk, **facts(request, on)}
    form = PesertaForm(request.POST, bidang=Bidang.objects.of_agency(one.unit.instansi_id))
    chosen = form.bidang_ids() if form.is_valid() else []
    acts: dict[str, Any] = {
        "peserta": lambda: services.gather(bidang=chosen, **given),
        "usulkan": lambda: services.propose(**given),
        "terbitkan": lambda: services.publish(**given),
    }
    if name not in acts:
        raise Http404
    done = attempt(request, acts[name])
    if done:
        messages.success(request, _said(name, done))
    return redirect("guidance:mentoring_program", pk)


def _said(name: str, done: Any) -> str:
    if name == "usulkan":
        return _("Usulan tersusun. Periksa dan sesuaikan sebelum diterbitkan.")
    if name == "peserta":
        said = ngettext("%(n)d peserta ditambahkan.", "%(n)d peserta ditambahkan.", done)
    else:
        said = ngettext(
            "%(n)d pasangan diterbitkan. Mereka mulai dengan pembicaraan pertama.",
            "%(n)d pasangan diterbitkan. Mereka mulai dengan pembicaraan pertama.",
            done,
        )
    return said % {"n": done}


@require_http_methods(["GET", "HEAD", "POST"])
def usul(request: HttpRequest, pk: int) -> HttpResponse:
    """Another mentor for one mentee, before it is published."""
    on = timezone.localdate()
    seen = ProgramMentoring.objects.visible_to(request.user, on=on)
    rows = UsulPasangan.objects.filter(program__in=seen).select_related("program", "mentor__orang")
    one = get_object_or_404(rows, pk=pk)
    if one.program.status != StatusProgram.DIUSULKAN:
        messages.warning(request, _("Program ini sudah diterbitkan."))
        return redirect("guidance:mentoring_program", one.program_id)
    case = Mentoring.objects.with_people().get(pk=one.mentoring_id)
    found = matching.suggested(matching.suggestions(case, on)[:SHOWN])
    now = str(one.mentor_id or NOBODY)
    form = UsulForm(request.POST or None, saran=found, initial={"mentor": now})
    if request.method == "POST" and form.is_valid():
        made = attempt(
            request,
            lambda: services.adjust(usul_id=pk, mentor_id=form.mentor_id(), **facts(request, on)),
            form=form,
        )
        if made:
            messages.success(request, _("Usulan disesuaikan."))
            return redirect("guidance:mentoring_program", one.program_id)
    context = {"form": form, "usul": one, "mentoring": case}
    return render(request, "guidance/mentoring/usul.html", context)
