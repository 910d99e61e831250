"""Writing the draft, a part a page: usable on a phone, without a script."""

from collections.abc import Callable
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
from bina.planning import pages, penugasan, pilihan, support
from bina.planning.completeness import missing
from bina.planning.ekspektasi_tim import page as ekspektasi_tim
from bina.planning.forms import (
    HasilForm,
    LampiranForm,
    PerilakuForm,
    indikator_formset,
)
from bina.planning.klarifikasi import page as dialog_page
from bina.planning.models import HasilKerja, Indikator, Skp, TeksLampiran
from bina.planning.reading import annex, rencana_of
from bina.planning.services import drafting
from bina.planning.services.refusals import Stale
from bina.planning.views import tabrakan
from bina.planning.views.asking import (
    Answer,
    agency_of,
    allowed,
    attempt,
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
    lists = annex(skp.pk)
    lacks = missing(skp, rencana, lists)
    rows = [(one, [k.pesan for k in lacks if k.hasil_id == one.id]) for one in rencana.hasil]
    context = {
        "skp": skp,
        "rencana": rencana,
        "utama": [row for row in rows if row[0].jenis == "utama"],
        "tambahan": [row for row in rows if row[0].jenis == "tambahan"],
        "kurang": lacks,
        "dialog": dialog_page.standing(skp, rencana),
        "berekspektasi": [one.label for one in rencana.perilaku if one.ekspektasi_khusus],
        "lampiran": pages.titled(lists),
        "penilai": hierarchy.superior_of(skp.pegawai_id, on=on, penempatan=skp.penempatan),
        "pengembalian": last_return(skp),
        "bermanual": pilihan.asks_manual(agency_of(request.user), skp.jenis, on=skp.mulai),
        "ekspektasi": ekspektasi_tim.of_person(skp.pegawai_id, request.user, on=on),
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
    data = _result_data(request, skp, one)
    form, indicators = _result_forms(request, skp, one, on, data)
    answer = Answer()
    if request.method == "POST" and form.is_valid() and indicators.is_valid():
        answer = attempt(form, lambda: _save_result(request, skp, one, form, indicators, on))
        if answer.done:
            return _after_result(request, skp, answer.made, form, indicators)
    if tabrakan.is_autosave(request) and request.method == "POST":
        return tabrakan.not_saved(answer.benturan)
    beda: list[Any] = []
    if answer.benturan and one is not None:
        now = HasilKerja.objects.select_related("skp").get(pk=one.pk)
        form, indicators = _result_forms(request, skp, one, on, tabrakan.with_theirs(data, now))
        stored = tabrakan.stored_result(now, _result_values(now.skp, now), data)
        beda = tabrakan.differences([form, *indicators], stored)
    context = {
        "skp": skp,
        "hasil": one,
        "form": form,
        "indikator": indicators,
        "benturan": answer.benturan,
        "beda": beda,
    }
    return render(request, "planning/hasil.html", context, status=answer.status)


def _result_data(request: HttpRequest, skp: Skp, one: HasilKerja | None) -> Any:
    data = tabrakan.posted(request)
    return tabrakan.posted(request, tabrakan.stored_result(one, _result_values(skp, one), data))


def _result_forms(
    request: HttpRequest, skp: Skp, one: HasilKerja | None, on: date, data: Any
) -> tuple[HasilForm, Any]:
    supportable = support.choices(skp, one, on=on)
    # A form sent is judged by itself: beside what is stored it might look untouched, and be lost.
    rows = _indicator_rows(one) if data is None else []
    more = "tambah" in request.GET or not rows
    form = HasilForm(
        data,
        skp=skp,
        supportable=supportable,
        assigners=penugasan.offered(skp, one, on=on),
        initial=_result_values(skp, one) | (_taken_over(request, skp, on) if one is None else {}),
    )
    beraspek = skp.jenis == "ja_jf" and skp.pendekatan == "kuantitatif"
    indicators = indikator_formset(extra=1 if more else 0)(
        data, prefix="ind", initial=rows, form_kwargs={"beraspek": beraspek}
    )
    return form, indicators


def _taken_over(request: HttpRequest, skp: Skp, on: date) -> dict[str, Any]:
    """A new result may begin with what the ketua of a team expects."""
    code = request.GET.get("ekspektasi", "")
    return ekspektasi_tim.as_result(skp, code, request.user, on=on) if code else {}


def _result_values(skp: Skp, one: HasilKerja | None) -> dict[str, Any]:
    names = ("uraian", "jenis", "penugasan_dari", "manfaat", "penerima_manfaat", "perspektif")
    values: dict[str, Any] = {"suntingan": skp.suntingan}
    if one is not None:
        values |= {name: getattr(one, name) for name in names}
        values |= {
            "mendukung": support.chosen(skp, one),
            "pemberi_tugas": one.pemberi_tugas_id or "",
        }
        if one.pemberi_tugas_id:
            values["penugasan_dari"] = ""  # the name of whoever is chosen in the list
    return values


def _indicator_rows(one: HasilKerja | None) -> list[dict[str, Any]]:
    names = (
        "id", "uraian", "aspek", "target", "target_atas", "satuan", "target_teks", "arah",
        "cara_hitung",
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


def _after_result(
    request: HttpRequest, skp: Skp, hasil: HasilKerja, form: HasilForm, indicators: Any
) -> HttpResponse:
    address = reverse("planning:hasil", args=[skp.pk, hasil.pk])
    if tabrakan.is_autosave(request):
        ids = hasil.indikator.order_by("urutan", "pk").values_list("pk", flat=True)
        rows = {f"{one.prefix}-id": pk for one, pk in zip(indicators.kept(), ids, strict=True)}
        return tabrakan.autosaved(form.cleaned_data["suntingan"] + 1, alamat=address, **rows)
    messages.success(request, _("Tersimpan. Hasil kerja dan indikatornya sudah dicatat."))
    if "tambah" in request.POST:
        return redirect(f"{address}?tambah=1#indikator-baru")
    return redirect("planning:susun", skp.pk)


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
    rencana = rencana_of(skp)

    def form_of(data: Any) -> PerilakuForm:
        return PerilakuForm(data, rencana=rencana, initial={"suntingan": skp.suntingan})

    return _part_page(request, skp, form_of, drafting.save_ekspektasi, "perilaku", on)


@require_http_methods(["GET", "HEAD", "POST"])
def lampiran(request: HttpRequest, pk: int) -> HttpResponse:
    """The three annex lists."""
    skp, on = allowed(request, pk, "ubah")
    texts = list(
        TeksLampiran.objects.in_use().filter(instansi=agency_of(request.user)).order_by("pk")
    )

    def form_of(data: Any) -> LampiranForm:
        initial = {"suntingan": skp.suntingan}
        return LampiranForm(data, skp=skp, texts=texts, initial=initial)

    return _part_page(request, skp, form_of, drafting.save_lampiran, "lampiran", on)


def _part_page(
    request: HttpRequest,
    skp: Skp,
    form_of: Callable[[Any], Any],
    save: Any,
    part: str,
    on: date,
) -> HttpResponse:
    if not skp.is_open and request.method != "POST":
        return locked(request, skp)
    stored = {name: field.initial for name, field in form_of(None).fields.items()}
    form = form_of(tabrakan.posted(request, stored))
    answer = Answer()
    if request.method == "POST" and form.is_valid():
        answer = attempt(form, lambda: _save_part(request, skp, form, save, on))
        if answer.done:
            return _after_part(request, skp, form)
    if tabrakan.is_autosave(request) and request.method == "POST":
        return tabrakan.not_saved(answer.benturan)
    context = {
        "skp": skp,
        "form": form,
        "benturan": answer.benturan,
        "beda": tabrakan.differences([form], stored) if answer.benturan else [],
    }
    return render(request, f"planning/{part}.html", context, status=answer.status)


def _after_part(request: HttpRequest, skp: Skp, form: Any) -> HttpResponse:
    if tabrakan.is_autosave(request):
        return tabrakan.autosaved(form.cleaned_data["suntingan"] + 1)
    messages.success(request, _("Tersimpan. Perubahan draf sudah dicatat."))
    return redirect("planning:susun", skp.pk)


def _save_part(request: HttpRequest, skp: Skp, form: Any, save: Any, on: date) -> None:
    save(
        skp_id=skp.pk,
        isi=form.isi(),
        suntingan=form.cleaned_data["suntingan"],
        actor=request.user,
        pada=timezone.now(),
        on=on,
    )
