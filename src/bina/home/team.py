"""Tim saya: the page and its download, one list by one filter."""

from datetime import date
from io import BytesIO
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from bina.core import sheets
from bina.core.addresses import address
from bina.home.team_rows import Baris, rows
from bina.people import bawahan
from bina.ui import paging, status
from bina.ui.pictures import kemajuan
from bina.ui.tulisan import angka, dekat, inisial, persen, tanggal, tanggal_pendek

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def tim(request: HttpRequest) -> HttpResponse:
    """Everybody whose superior the reader is today; filters live in the address."""
    team, on = _team(request)
    chosen = request.GET.get("saring", "")
    found = paging.paginate(request, [one for one in team if _kept(one, chosen)])
    context = {
        "page_menu": "tim",
        "halaman": found,
        "baris": [_shown(one, on) for one in found],
        "jumlah": len(team),
        "perlu": sum(1 for one in team if one.perlu),
        "saring": paging.filters(request, "saring", _filters(team)),
        "hari": on,
        "waktu": next((one.kemajuan.waktu for one in team if one.kemajuan), None),
        "unduh": paging.address(request, **{paging.PAGE: ""}),
    }
    return render(request, "home/tim.html", context)


@require_safe
def unduh(request: HttpRequest) -> HttpResponse:
    """The same rows by the same filter as a spreadsheet, which says how many and of what."""
    team, on = _team(request)
    chosen = request.GET.get("saring", "")
    kept = [one for one in team if _kept(one, chosen)]
    answer = HttpResponse(_sheet(request.user, kept, chosen, on), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="tim-{on:%Y-%m-%d}.xlsx"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _team(request: HttpRequest) -> tuple[list[Baris], date]:
    on = timezone.localdate()
    found = rows(request.user, on=on)
    if not found and not bawahan.leads_anybody(request.user):
        raise Http404
    return found, on


def _shown(one: Baris, on: date) -> dict[str, Any]:
    """A row in the words of the page."""
    return {
        "nama": one.orang.nama,
        "inisial": inisial(one.orang.nama),
        "alamat": address("home:linimasa", one.orang.pk),
        "jabatan": one.jabatan,
        "mengapa": one.mengapa,
        "skp": status.shown(one.skp.status),
        **_progress(one),
        "percakapan": tanggal_pendek(one.percakapan),
        "dekat": dekat(one.percakapan, on),
        **_hours(one),
        "url": one.url,
        "tindakan": one.tindakan,
    }


def _progress(one: Baris) -> dict[str, Any]:
    """How far the plan is beside the time, in whole per cents: a number, a bar, a word."""
    known = one.kemajuan
    if known is None or known.persen is None:
        return {"persen": ""}
    return {
        "persen": persen(known.persen, 0),
        "batang": kemajuan.drawn(round(known.persen), round(known.waktu)),
        "terhadap": kemajuan.nearness(known.persen, known.waktu),
    }


def _hours(one: Baris) -> dict[str, str]:
    """What was learnt; of the least only where the law asks a least, of a PNS."""
    if one.akun is None:
        return {"jp": ""}
    least = f" / {angka(one.akun.patokan)}" if one.akun.jenis_pegawai == "pns" else ""
    most = angka(one.akun.patokan) if one.akun.dibatasi else ""
    return {"jp": angka(one.akun.jp), "jp_dari": least, "jp_batas": most}


def _names() -> dict[str, str]:
    return {
        "": _("Semua"),
        "perlu": _("Perlu perhatian"),
        "skp": _("SKP belum ditetapkan"),
        "jp": _("JP kurang"),
    }


def _filters(team: list[Baris]) -> list[tuple[str, str, int]]:
    return [
        (key, name, sum(1 for one in team if _kept(one, key))) for key, name in _names().items()
    ]


def _kept(one: Baris, chosen: str) -> bool:
    if chosen == "perlu":
        return one.perlu
    if chosen == "skp":
        return one.skp.status != "ditetapkan"
    if chosen == "jp":
        return bool(one.akun and one.akun.target.kurang)  # the least is asked of a PNS only
    return True


def _sheet(reader: Any, kept: list[Baris], chosen: str, on: date) -> bytes:
    said = ngettext("%(n)d baris", "%(n)d baris", len(kept)) % {"n": len(kept)}
    scope = _("Tim %(nama)s, %(saringan)s, %(baris)s, keadaan %(hari)s") % {
        "nama": reader.nama,
        "saringan": _names().get(chosen, _("Semua")).lower(),
        "baris": said,
        "hari": tanggal(on),
    }
    lines: list[list[Any]] = [[scope], [], _heads(), *(_cells(one) for one in kept)]
    out = BytesIO()
    sheets.write_xlsx(lines, out, name=_("Tim"))
    return out.getvalue()


def _heads() -> list[str]:
    return [
        "NIP",
        _("Nama"),
        _("Jabatan"),
        _("Mengapa perlu perhatian"),
        _("Keadaan SKP"),
        _("Kemajuan (persen)"),
        _("Waktu berjalan (persen)"),
        _("Percakapan terakhir"),
        "JP",
        _("Patokan JP"),
    ]


def _cells(one: Baris) -> list[Any]:
    share = one.kemajuan.persen if one.kemajuan else None
    return [
        one.orang.nip or "",
        one.orang.nama,
        one.jabatan,
        one.mengapa,
        str(status.of(one.skp.status).label),
        "" if share is None else float(share),
        float(one.kemajuan.waktu) if one.kemajuan else "",
        tanggal(one.percakapan),
        float(one.akun.jp) if one.akun else "",
        float(one.akun.patokan) if one.akun else "",
    ]
