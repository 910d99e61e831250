"""Progress as e-Kinerja takes it: the page, and the same lines as a file."""

import tempfile
from dataclasses import dataclass
from datetime import date, timedelta
from typing import IO, Any

from django import forms
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from bina.core import sheets
from bina.monitoring import ekinerja
from bina.monitoring.views.guard import page
from bina.planning import door as planning
from bina.ui import paging
from bina.ui.forms import DateInput
from bina.ui.seen import clock
from bina.ui.tulisan import angka, rentang

LONGEST = timedelta(days=366)
MINE, ALL = "saya", "semua"
MOST_UNITS = 500


class RentangForm(forms.Form):
    """Of whom, from which day to which; all of it in the address."""

    siapa = forms.ChoiceField(label=gettext_lazy("Catatan siapa"))
    dari = forms.DateField(label=gettext_lazy("Dari"), widget=DateInput)
    sampai = forms.DateField(label=gettext_lazy("Sampai"), widget=DateInput)

    def __init__(self, *args: Any, units: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["siapa"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(MINE, _("Saya")), (ALL, _("Semua yang boleh saya baca")), *units]
        if len(units) == MOST_UNITS:
            words = _("Unit menurut nama, %(n)s yang pertama. Unit lain ada di dalam Semua.")
            field.help_text = words % {"n": MOST_UNITS}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        first, last = data.get("dari"), data.get("sampai")
        if first and last and first > last:
            self.add_error("sampai", _("Tanggal akhir sebelum tanggal awal. Tukar keduanya."))
        elif first and last and last - first > LONGEST:
            self.add_error(
                "sampai", _("Paling panjang satu tahun. Pilih rentang yang lebih pendek.")
            )
        return data


@dataclass(frozen=True, slots=True)
class Pilihan:
    """What the address asks for, and the entries it comes to."""

    form: RentangForm
    rows: Any
    siapa: str
    dari: date
    sampai: date


@require_safe
def progres(request: HttpRequest) -> HttpResponse:
    """The lines of a period, each marked with what e-Kinerja would not take."""
    chosen = _chosen(request)
    lines = paging.paginate(request, ekinerja.with_all(chosen.rows))
    context = {
        "form": chosen.form,
        "halaman": lines,
        "baris": list(ekinerja.as_lines(lines.rows)),
        "orang_lain": chosen.siapa != MINE,
        "unduh": paging.address(request, hal=""),
        "bidang": ekinerja.FIELDS,
    }
    return page(request, "monitoring/ekinerja.html", context)


@require_safe
def unduh(request: HttpRequest, jenis: str) -> HttpResponseBase:
    """The same lines, of the same address, as xlsx or csv."""
    if jenis not in ekinerja.KINDS:
        raise Http404
    chosen = _chosen(request)
    rows = ekinerja.sheet(chosen.rows, _scope(request, chosen))
    out: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    if jenis == "csv":
        sheets.write_csv(rows, out)
    else:
        sheets.write_xlsx(rows, out, name="Progres Harian")
    out.seek(0)
    name = f"progres-{chosen.dari:%Y%m%d}-{chosen.sampai:%Y%m%d}.{jenis}"
    return FileResponse(out, as_attachment=True, filename=name)


def _chosen(request: HttpRequest) -> Pilihan:
    """What is wrong in the address is said on the page, which then shows this month."""
    _now, on = clock()
    first: dict[str, Any] = {"siapa": MINE, "dari": on.replace(day=1), "sampai": on}
    form = RentangForm({**first, **_sought(request)}, units=_units(request.user, on))
    good = form.is_valid()
    data: dict[str, Any] = form.cleaned_data if good else first
    rows = ekinerja.rows_of(request.user, dari=data["dari"], sampai=data["sampai"], on=on)
    who = data["siapa"]
    if who == MINE:
        rows = rows.filter(skp__pegawai=request.user.pk)
    elif who != ALL:
        rows = rows.filter(skp__penempatan__unit=int(who))
    return Pilihan(form, rows, who, data["dari"], data["sampai"])


def _sought(request: HttpRequest) -> dict[str, str]:
    names = ("siapa", "dari", "sampai")
    return {name: paging.sought(request, name, 20) for name in names if name in request.GET}


def _units(user: Any, on: date) -> list[tuple[str, str]]:
    """The units of the running plans this user may read (one query)."""
    plans = planning.visible_skp_ids(user, on=on).filter(pk__in=planning.running_ids(on=on))
    units = plans.order_by("penempatan__unit__nama").values_list(
        "penempatan__unit", "penempatan__unit__nama"
    )
    return [(str(pk), name) for pk, name in units.distinct()[:MOST_UNITS]]


def _scope(request: HttpRequest, chosen: Pilihan) -> str:
    n = chosen.rows.count()
    field = chosen.form.fields["siapa"]
    assert isinstance(field, forms.ChoiceField)
    whose = dict(field.choices)  # type: ignore[arg-type]
    return _("Progres harian untuk e-Kinerja: %(siapa)s, %(masa)s, %(baris)s, oleh %(nama)s") % {
        "siapa": whose.get(chosen.siapa, ""),
        "masa": rentang(chosen.dari, chosen.sampai),
        "baris": ngettext("%(n)s baris", "%(n)s baris", n) % {"n": angka(n)},
        "nama": request.user,
    }
