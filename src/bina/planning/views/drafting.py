"""Writing the draft, a part a page: usable on a phone, without a script."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bina.core.workflow import WrongState
from bina.people import hierarchy
from bina.planning import pages, support
from bina.planning.completeness import missing
from bina.planning.forms import (
    HasilForm,
    LampiranForm,
    PerilakuForm,
    indikator_formset,
)
from bina.planning.models import HasilKerja, Indikator, Skp
from bina.planning.reading import rencana_of
from bina.planning.services import drafting
from bina.planning.services.refusals import Stale
from bina.planning.views.asking import (
    Answer,
    Beda,
    allowed,
    attempt,
    differences,
    last_return,
    locked,
)


@require_safe
def susun(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole draft at a glance, and what is still missing."""
    skp, on = allowed(request, pk, "ubah")
    if not skp.is_open:
        return locked(request, skp)
    rencana = rencana_of(skp)
    lacks = missing(skp, rencana)
    rows = [(one, [k.pesan for k in lacks if k.hasil_id == one.id]) for one in rencana.hasil]
    context = {
        "skp": skp,
        "rencana": rencana,
        "utama": [row for row in rows if row[0].jenis == "utama"],
        "tambahan": [row for row in rows if row[0].jenis == "tambahan"],
        "kurang": lacks,
        "berekspektasi": [one.label for one in rencana.perilaku if one.ekspektasi_khusus],
        "lampiran": pages.annex(skp),
        "penilai": hierarchy.superior_of(skp.pegawai_id, on=on, penempatan=skp.penempatan),
        "pengembalian": last_return(skp),
    }
    return render(request, "planning/susun.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def hasil_baru(request: HttpRequest, pk: int) -> HttpResponse:
    """A new result with its indicators."""
    skp, on = allowed(request, pk, "ubah")
    return _result_page(request, skp, None, on)


@require_http_methods(["GET", "HEAD", "POST"])
def hasil(request: HttpRequest, pk: int, hasil_pk: int) -> HttpResponse:
    """One result with its indicators."""
    skp, on = allowed(request, pk, "ubah")
    one = get_object_or_404(skp.hasil_kerja, pk=hasil_pk)
    return _result_page(request, skp, one, on)


def _result_page(request: HttpRequest, skp: Skp, one: HasilKerja | None, on: date) -> HttpResponse:
    if not skp.is_open and request.method != "POST":
        return locked(request, skp)
    form, indicators = _result_forms(request, skp, one, on)
    answer = Answer()
    if request.method == "POST" and form.is_valid() and indicators.is_valid():
        answer = attempt(form, lambda: _save_result(request, skp, one, form, indicators, on))
        if answer.done:
            return _after_result(request, skp, answer.made.pk)
    context = {
        "skp": skp,
        "hasil": one,
        "form": form,
        "indikator": indicators,
        "benturan": answer.benturan,
        "beda": _result_differences(one, form) if answer.benturan else [],
    }
    return render(request, "planning/hasil.html", context, status=answer.status)


def _result_forms(
    request: HttpRequest, skp: Skp, one: HasilKerja | None, on: date
) -> tuple[HasilForm, Any]:
    data = request.POST.copy() if request.method == "POST" else None
    supportable = support.choices(skp, one, on=on)
    rows = _indicator_rows(one)
    more = "tambah" in request.GET or not rows
    form = HasilForm(data, skp=skp, supportable=supportable, initial=_result_values(skp, one))
    beraspek = skp.jenis == "ja_jf" and skp.pendekatan == "kuantitatif"
    indicators = indikator_formset(extra=1 if more else 0)(
        data, prefix="ind", initial=rows, form_kwargs={"beraspek": beraspek}
    )
    return form, indicators


def _result_values(skp: Skp, one: HasilKerja | None) -> dict[str, Any]:
    names = ("uraian", "jenis", "penugasan_dari", "manfaat", "penerima_manfaat", "perspektif")
    values: dict[str, Any] = {"suntingan": skp.suntingan}
    if one is not None:
        values |= {name: getattr(one, name) for name in names}
        values["mendukung"] = support.chosen(skp, one)
    return values


def _indicator_rows(one: HasilKerja | None) -> list[dict[str, Any]]:
    names = (
        "id", "uraian", "aspek", "target", "satuan", "target_teks", "arah", "cara_hitung",
    )  # fmt: skip
    return list(one.indikator.values(*names)) if one is not None else []


def _save_result(
    request: HttpRequest,
    skp: Skp,
    one: HasilKerja | None,
    form: HasilForm,
    indicators: Any,
    on: date,
) -> HasilKerja:
    known = set(Indikator.objects.filter(pk__in=indicators.ids()).values_list("pk", flat=True))
    return drafting.save_result(
        skp_id=skp.pk,
        hasil_id=one.pk if one else None,
        isi=form.isi(tuple(each.isi(known) for each in indicators.kept())),
        suntingan=form.cleaned_data["suntingan"],
        actor=request.user,
        pada=timezone.now(),
        on=on,
    )


def _after_result(request: HttpRequest, skp: Skp, hasil_pk: int) -> HttpResponse:
    messages.success(request, _("Tersimpan. Hasil kerja dan indikatornya sudah dicatat."))
    if "tambah" in request.POST:
        address = reverse("planning:hasil", args=[skp.pk, hasil_pk])
        return redirect(f"{address}?tambah=1#indikator-baru")
    return redirect("planning:susun", skp.pk)


def _result_differences(one: HasilKerja | None, form: HasilForm) -> list[Beda]:
    if one is None:
        return []
    now = HasilKerja.objects.get(pk=one.pk)
    return differences(form, _result_values(now.skp, now))


@require_POST
def hapus_hasil(request: HttpRequest, pk: int, hasil_pk: int) -> HttpResponse:
    """Take a result out of the draft."""
    return _act_on_result(request, pk, hasil_pk, _("Terhapus. Hasil kerja dikeluarkan dari draf."))


@require_POST
def pindah_hasil(request: HttpRequest, pk: int, hasil_pk: int) -> HttpResponse:
    """One place up (`arah=naik`) or down."""
    return _act_on_result(request, pk, hasil_pk, "")


def _act_on_result(request: HttpRequest, pk: int, hasil_pk: int, words: str) -> HttpResponse:
    skp, on = allowed(request, pk, "ubah")
    get_object_or_404(skp.hasil_kerja, pk=hasil_pk)
    given: dict[str, Any] = {
        "skp_id": skp.pk,
        "hasil_id": hasil_pk,
        "suntingan": _number(request.POST.get("suntingan")),
        "actor": request.user,
        "pada": timezone.now(),
        "on": on,
    }
    try:
        if words:
            drafting.remove_result(**given)
            messages.success(request, words)
        else:
            drafting.move_result(up=request.POST.get("arah") == "naik", **given)
    except Stale:
        messages.warning(request, _("Draf ini baru saja berubah. Periksa lagi, lalu ulangi."))
    except WrongState:
        return locked(request, skp)
    return redirect("planning:susun", skp.pk)


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else -1


@require_http_methods(["GET", "HEAD", "POST"])
def perilaku(request: HttpRequest, pk: int) -> HttpResponse:
    """What was agreed on the seven values."""
    skp, on = allowed(request, pk, "ubah")
    form = PerilakuForm(
        _data(request), rencana=rencana_of(skp), initial={"suntingan": skp.suntingan}
    )
    return _part_page(request, skp, form, drafting.save_ekspektasi, "perilaku", on)


@require_http_methods(["GET", "HEAD", "POST"])
def lampiran(request: HttpRequest, pk: int) -> HttpResponse:
    """The three annex lists."""
    skp, on = allowed(request, pk, "ubah")
    form = LampiranForm(_data(request), skp=skp, initial={"suntingan": skp.suntingan})
    return _part_page(request, skp, form, drafting.save_lampiran, "lampiran", on)


def _data(request: HttpRequest) -> Any:
    return request.POST.copy() if request.method == "POST" else None


def _part_page(
    request: HttpRequest, skp: Skp, form: Any, save: Any, part: str, on: date
) -> HttpResponse:
    if not skp.is_open and request.method != "POST":
        return locked(request, skp)
    answer = Answer()
    if request.method == "POST" and form.is_valid():
        answer = attempt(form, lambda: _save_part(request, skp, form, save, on))
        if answer.done:
            messages.success(request, _("Tersimpan. Perubahan draf sudah dicatat."))
            return redirect("planning:susun", skp.pk)
    stored = {name: field.initial for name, field in form.fields.items()}
    context = {
        "skp": skp,
        "form": form,
        "benturan": answer.benturan,
        "beda": differences(form, stored) if answer.benturan else [],
    }
    return render(request, f"planning/{part}.html", context, status=answer.status)


def _save_part(request: HttpRequest, skp: Skp, form: Any, save: Any, on: date) -> None:
    save(
        skp_id=skp.pk,
        isi=form.isi(),
        suntingan=form.cleaned_data["suntingan"],
        actor=request.user,
        pada=timezone.now(),
        on=on,
    )
