"""The matriks peran hasil of a unit: read whole, filled in a row or a column at a time."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from bina.access import policy
from bina.planning.forms import LONG
from bina.planning.kaskade import matrix, services
from bina.planning.kaskade.cascade import INDIKATOR
from bina.planning.kaskade.matrix import Matriks, Sel
from bina.planning.kaskade.services import IsiSel, Laporan
from bina.planning.kaskade.views.kaskade import asked, shared
from bina.ui import paging
from bina.ui.tulisan import angka

COLUMNS_SHOWN = 5
ROWS_FILLED = 50


def _matrix(request: HttpRequest, unit_pk: int) -> tuple[Matriks, date]:
    one, on = asked(request, unit_pk)
    return matrix.of(one, matrix.kind_of(request.GET.get("kolom", "")), request.user), on


def _context(one: Matriks) -> dict[str, Any]:
    kind = "indikator" if one.jenis == INDIKATOR else "hasil"
    return shared(one.kaskade) | {"kolom_dari": kind, "mengisi": one.mengisi}


@require_safe
def matriks(request: HttpRequest, unit_pk: int) -> HttpResponse:
    """People down, results of the head (or indicators of the unit) across."""
    one, _on = _matrix(request, unit_pk)
    every = list(enumerate(matrix.columns(one), 1))
    part = _part(request, len(every))
    shown = every[part * COLUMNS_SHOWN : (part + 1) * COLUMNS_SHOWN]
    page = paging.paginate(request, matrix.people(one))
    found = matrix.rows(one, page, [column for _n, column in shown])
    context = _context(one) | {
        "kolom": shown,
        "halaman": page,
        "baris": found,
        "bagian": _parts(request, len(every), part),
    }
    return render(request, "planning/kaskade/matriks.html", context)


def _part(request: HttpRequest, many: int) -> int:
    asked_for = request.GET.get("bagian", "1")
    number = int(asked_for) if asked_for.isascii() and asked_for.isdigit() else 1
    return max(0, min(number, -(-many // COLUMNS_SHOWN)) - 1)


def _parts(request: HttpRequest, many: int, part: int) -> list[paging.Filter]:
    """Columns a few at a time: a page is as wide as a screen, however many there are."""
    if many <= COLUMNS_SHOWN:
        return []
    firsts = range(1, many + 1, COLUMNS_SHOWN)
    return [
        paging.Filter(
            _("%(awal)s sampai %(akhir)s")
            % {"awal": first, "akhir": min(first + COLUMNS_SHOWN - 1, many)},
            paging.address(request, bagian=str(at + 1)),
            at == part,
        )
        for at, first in enumerate(firsts)
    ]


class SelForm(forms.Form):
    """A field a cell. Only cells of the page are fields, whatever is posted (T5)."""

    def __init__(self, data: Any, cells: list[Sel], labels: dict[str, str]) -> None:
        super().__init__(data)
        for cell in cells:
            if cell.terbuka or (data and data.get(cell.nama, "").strip()):
                self.fields[cell.nama] = forms.CharField(
                    label=labels[cell.nama],
                    required=False,
                    max_length=LONG,
                    widget=forms.Textarea({"rows": 2}),
                )

    def isi(self, cells: list[Sel]) -> list[IsiSel]:
        written = ((cell, self.cleaned_data.get(cell.nama, "")) for cell in cells)
        return [
            IsiSel(cell.penempatan.pk, cell.kolom.pk, words) for cell, words in written if words
        ]


@require_http_methods(["GET", "HEAD", "POST"])
def isi(request: HttpRequest, unit_pk: int) -> HttpResponse:
    """A whole row (`?baris=`) or a whole column (`?isi=`), saved at once."""
    one, on = _matrix(request, unit_pk)
    policy.require(request.user, "unit_kinerja.isi_matriks", one.kaskade.unit, on=on)
    if not one.mengisi:
        messages.warning(request, _("Matriks hanya diisi untuk tahun berjalan."))
        return redirect(_back(one))
    asked_for = _Asked(request, one)
    form = SelForm(request.POST if request.method == "POST" else None, *asked_for.cells())
    if request.method == "POST" and form.is_valid():
        given = form.isi(asked_for.cells()[0])
        report = services.fill(
            unit_id=unit_pk,
            jenis=one.jenis,
            isi=given,
            actor=request.user,
            pada=timezone.now(),
            on=on,
        )
        _tell(request, report)
        if not report.ditolak:
            return redirect(_back(one))
        form = _refused(request, asked_for, report)
    return render(request, "planning/kaskade/isi.html", _page(one, asked_for, form))


class _Asked:
    """The row or the column in the address, with its cells on this page. 404 for none."""

    def __init__(self, request: HttpRequest, one: Matriks) -> None:
        self.one, self.request = one, request
        columns = matrix.columns(one)
        people = matrix.people(one)
        self.row, self.column = request.GET.get("baris", ""), request.GET.get("isi", "")
        self.page: paging.Page | None = None
        if self.column:
            self.columns = [col for col in columns if col.kode == self.column]
            self.page = paging.paginate(request, people, size=ROWS_FILLED)
            self.people = list(self.page)
        else:
            is_number = self.row.isascii() and self.row.isdigit() and len(self.row) < 19
            self.columns = columns
            self.people = list(people.filter(pk=int(self.row))) if is_number else []
        if not self.columns or not self.people:
            raise Http404

    def cells(self) -> tuple[list[Sel], dict[str, str]]:
        """The cells as they are now, and what each is called on this page."""
        found = matrix.rows(self.one, self.people, self.columns)
        every = [cell for row in found for cell in row.sel]
        return every, {cell.nama: self._label(cell) for cell in every}

    def _label(self, cell: Sel) -> str:
        if self.column:
            return f"{cell.penempatan.orang.nama_lengkap}, {cell.penempatan.jabatan.nama}"
        return cell.kolom.uraian

    @property
    def title(self) -> str:
        return self.columns[0].uraian if self.column else str(self.people[0].orang.nama_lengkap)


def _back(one: Matriks) -> str:
    address = reverse("planning:matriks", args=[one.kaskade.unit.pk])
    return f"{address}?kolom=indikator" if one.jenis == INDIKATOR else address


def _tell(request: HttpRequest, report: Laporan) -> None:
    if report.dibuat:
        words = ngettext(
            "Tersimpan. %(n)s peran menjadi draf hasil kerja.",
            "Tersimpan. %(n)s peran menjadi draf hasil kerja.",
            report.dibuat,
        )
        messages.success(request, words % {"n": angka(report.dibuat)})
    elif not report.ditolak:
        messages.info(request, _("Tidak ada yang berubah. Isi sedikitnya satu sel."))


def _refused(request: HttpRequest, asked_for: _Asked, report: Laporan) -> SelForm:
    """What was refused keeps its words and says why; what was saved is shown as filled in."""
    why = {f"sel-{cell.penempatan_id}-{cell.kolom_id}": words for cell, words in report.ditolak}
    cells, labels = asked_for.cells()
    data = request.POST.copy()
    for cell in cells:
        if cell.nama not in why:
            data.pop(cell.nama, None)
    form = SelForm(data, cells, labels)
    form.is_valid()
    for name, words in why.items():
        if name in form.fields:
            form.add_error(name, words)
    return form


def _page(one: Matriks, asked_for: _Asked, form: SelForm) -> dict[str, Any]:
    cells, labels = asked_for.cells()
    lines = [
        {
            "sel": cell,
            "label": labels[cell.nama],
            "field": form[cell.nama] if cell.nama in form.fields else None,
        }
        for cell in cells
    ]
    return _context(one) | {
        "form": form,
        "judul_isi": asked_for.title,
        "per_kolom": bool(asked_for.column),
        "baris": lines,
        "halaman": asked_for.page,
        "kembali": _back(one),
    }
