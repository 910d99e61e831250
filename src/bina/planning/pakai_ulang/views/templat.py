"""Templates: the list, one of them, its results."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bina.access import policy
from bina.people.models import Jabatan, Penempatan, Unit
from bina.planning.forms import indikator_formset
from bina.planning.models import PembagianTemplat, TemplatSkp
from bina.planning.pakai_ulang import content
from bina.planning.pakai_ulang.forms import TemplatForm, TemplatHasilForm
from bina.planning.pakai_ulang.services import templat as services
from bina.planning.services.refusals import Refused, Stale
from bina.planning.views.asking import Answer, attempt
from bina.ui import paging

LATEST = 5  # times it was shared, at once on its page
SUGGESTED = 2_000  # names of jabatan; any other of the units may be written as well


def seen_templat(request: HttpRequest, pk: int, act: str = "lihat") -> tuple[TemplatSkp, date]:
    """404 for whoever may not see it, 403 for whoever may not do this."""
    on = timezone.localdate()
    rows = TemplatSkp.objects.visible_to(request.user, on=on).for_list()
    one = get_object_or_404(rows, pk=pk)
    policy.require(request.user, f"templat_skp.{act}", one, on=on)
    return one, on


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """The templates in use this reader may see."""
    on = timezone.localdate()
    rows = TemplatSkp.objects.visible_to(request.user, on=on).in_use().for_list()
    context = {
        "halaman": paging.paginate(request, rows),
        "boleh_buat": policy.may_somewhere(request.user, "templat_unit.buat", on=on),
    }
    return render(request, "planning/templat.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def baru(request: HttpRequest) -> HttpResponse:
    """An empty template for a jabatan of a unit one manages or heads."""
    on = timezone.localdate()
    units = Unit.objects.filter(policy.scope(request.user, "templat_unit.buat", on=on))
    if not policy.may_somewhere(request.user, "templat_unit.buat", on=on):
        raise Http404
    held = Penempatan.objects.on(on).filter(unit__in=units.values("pk"))
    jabatan = Jabatan.objects.filter(pk__in=held.values("jabatan")).order_by("nama", "pk")
    form = TemplatForm(request.POST or None, units=units.order_by("nama", "pk"), jabatan=jabatan)
    if request.method == "POST" and form.is_valid():
        made = services.create(
            unit_id=form.cleaned_data["unit"].pk,
            jabatan_id=form.cleaned_data["jabatan"].pk,
            nama=form.cleaned_data["nama"],
            pendekatan=form.cleaned_data["pendekatan"],
            actor=request.user,
            pada=timezone.now(),
            on=on,
        )
        messages.success(request, _("Templat dibuat. Tambahkan hasil kerjanya."))
        return redirect("planning:templat_rinci", made.pk)
    context = {"form": form, "jabatan": jabatan[:SUGGESTED]}
    return render(request, "planning/templat_baru.html", context)


@require_safe
def rinci(request: HttpRequest, pk: int) -> HttpResponse:
    """One template with its results, and what the reader may do with it."""
    one, on = seen_templat(request, pk)
    acts = [f"templat_skp.{act}" for act in ("ubah", "hentikan", "bagikan")]
    may = policy.permitted(request.user, acts, one, on=on) if one.dihentikan_pada is None else set()
    shared = PembagianTemplat.objects.visible_to(request.user, on=on).of_template(one.pk)
    context = {
        "templat": one,
        "pembagian": paging.paginate(request, shared, size=LATEST, part="pembagian"),
        "hasil": [content.from_values(values) for values in one.isi],
        "boleh": {act.partition(".")[2] for act in may},
    }
    return render(request, "planning/templat_rinci.html", context)


def _save(
    request: HttpRequest, one: TemplatSkp, nomor: int, form: Any, indicators: Any, on: date
) -> Answer:
    isi = form.isi(tuple(each.isi(set()) for each in indicators.kept()))
    return attempt(
        form,
        lambda: services.save_result(
            templat_id=one.pk,
            nomor=nomor - 1 if nomor else None,
            isi=isi,
            suntingan=form.cleaned_data["suntingan"],
            actor=request.user,
            pada=timezone.now(),
            on=on,
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def hasil(request: HttpRequest, pk: int, nomor: int | None = None) -> HttpResponse:
    """One result of a template by its place, from 1; or a new one, whose address has none."""
    one, on = seen_templat(request, pk, "ubah")
    if nomor is not None and not 1 <= nomor <= len(one.isi):
        raise Http404
    nomor = nomor or 0
    form, indicators = _forms(request, one, nomor)
    benturan, status = "", 200
    if request.method == "POST" and form.is_valid() and indicators.is_valid():
        answer = _save(request, one, nomor, form, indicators, on)
        if answer.done:
            return _saved(request, one, nomor or len(answer.made.isi))
        benturan, status = answer.benturan, answer.status
    context = {
        "templat": one,
        "nomor": nomor,
        "form": form,
        "indikator": indicators,
        "benturan": benturan,
    }
    return render(request, "planning/templat_hasil.html", context, status=status)


def _forms(request: HttpRequest, one: TemplatSkp, nomor: int) -> tuple[TemplatHasilForm, Any]:
    data = request.POST.copy() if request.method == "POST" else None
    values = one.isi[nomor - 1] if nomor else {"indikator": []}
    isi = content.from_values(values) if nomor else None
    rows = [
        {name: getattr(each, name) for name in values["indikator"][0]}
        for each in (isi.indikator if isi and data is None else ())
    ]
    initial = {"suntingan": one.suntingan, **{k: v for k, v in values.items() if k != "indikator"}}
    more = "tambah" in request.GET or not rows
    form = TemplatHasilForm(data, initial=initial)
    indicators = indikator_formset(extra=1 if more else 0)(
        data,
        prefix="ind",
        initial=rows,
        form_kwargs={"beraspek": one.pendekatan == "kuantitatif"},
    )
    return form, indicators


def _saved(request: HttpRequest, one: TemplatSkp, nomor: int) -> HttpResponse:
    messages.success(request, _("Tersimpan. Hasil kerja dan indikatornya sudah dicatat."))
    if "tambah" in request.POST:
        answer = redirect("planning:templat_hasil", one.pk, nomor)
        answer["Location"] += "?tambah=1#indikator-baru"
        return answer
    return redirect("planning:templat_rinci", one.pk)


@require_POST
def hapus_hasil(request: HttpRequest, pk: int, nomor: int) -> HttpResponse:
    """Take a result out of a template."""
    one, on = seen_templat(request, pk, "ubah")
    seen = request.POST.get("suntingan", "")
    if not 1 <= nomor <= len(one.isi):
        raise Http404
    try:
        services.remove_result(
            templat_id=one.pk,
            nomor=nomor - 1,
            suntingan=int(seen) if seen.isascii() and seen.isdigit() else -1,
            actor=request.user,
            pada=timezone.now(),
            on=on,
        )
    except Stale:
        messages.warning(request, _("Templat ini baru saja berubah. Periksa lagi, lalu ulangi."))
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("Terhapus. Hasil kerja dikeluarkan dari templat."))
    return redirect("planning:templat_rinci", one.pk)


@require_POST
def hentikan(request: HttpRequest, pk: int) -> HttpResponse:
    """Offer a template no more."""
    one, on = seen_templat(request, pk, "hentikan")
    try:
        services.retire(templat_id=one.pk, actor=request.user, pada=timezone.now(), on=on)
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("Dihentikan. Draf yang sudah disalin tidak berubah."))
    return redirect("planning:templat")
