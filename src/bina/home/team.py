"""Tim saya: one row a person, the one who needs attention first, and why, in words."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bina.accounts.models import Orang
from bina.competency import door as competency
from bina.guidance import door as guidance
from bina.monitoring import door as monitoring
from bina.people import door as people
from bina.planning import door as planning
from bina.planning.door import KeadaanSkp
from bina.ui import paging
from bina.ui.tulisan import angka, tanggal

MOST = 500  # a team larger than this is an agency: it has lists of its own
YEAR_END = 90  # days before the year's end from which missing hours are named


@dataclass(frozen=True, slots=True)
class Baris:
    """A person of the team as the page shows them; `bobot` orders by need."""

    orang: Orang
    jabatan: str
    skp: KeadaanSkp
    kemajuan: Any
    akun: Any
    bobot: int
    mengapa: str
    tindakan: str
    url: str

    @property
    def perlu(self) -> bool:
        return self.bobot > 0


@require_safe
def tim(request: HttpRequest) -> HttpResponse:
    """Everybody whose superior the reader is today; filters live in the address."""
    on = timezone.localdate()
    team = list(people.subordinates(request.user, on=on)[:MOST])
    if not team:
        raise Http404
    rows = sorted(_rows(team, request.user, on), key=lambda one: -one.bobot)
    chosen = request.GET.get("saring", "")
    context = {
        "page_menu": "tim",
        "halaman": paging.paginate(request, [one for one in rows if _kept(one, chosen)]),
        "jumlah": len(rows),
        "perlu": sum(1 for one in rows if one.perlu),
        "saring": paging.filters(request, "saring", _filters(rows)),
        "hari": on,
        "waktu": next((one.kemajuan.waktu for one in rows if one.kemajuan), None),
    }
    return render(request, "home/tim.html", context)


def _filters(rows: list[Baris]) -> list[tuple[str, str, int]]:
    names = (
        ("", _("Semua")),
        ("perlu", _("Perlu perhatian")),
        ("skp", _("SKP belum ditetapkan")),
        ("jp", _("JP kurang")),
    )
    return [(key, name, sum(1 for one in rows if _kept(one, key))) for key, name in names]


def _kept(one: Baris, chosen: str) -> bool:
    if chosen == "perlu":
        return one.perlu
    if chosen == "skp":
        return one.skp.status != "ditetapkan"
    if chosen == "jp":
        return bool(one.akun) and one.akun.jp < one.akun.patokan
    return True


def _rows(team: list[Orang], viewer: Any, on: date) -> list[Baris]:
    """The whole team in a fixed number of queries."""
    ids = [one.pk for one in team]
    placed = people.placed(ids, on=on)
    standing = planning.standing_of(ids, viewer, on=on)
    plans = planning.running_plans(ids, on=on)
    progress = monitoring.progress_of([one.skp_id for one in plans.values()], on=on)
    accounts = competency.accounts(ids, on=on)
    attention = guidance.of_plans({one.skp_id: one for one in plans.values()}, viewer, on=on)
    found = []
    for one in team:
        skp = standing.get(one.pk, planning.NONE_YET)
        plan = plans.get(one.pk)
        kemajuan = progress.get(plan.skp_id) if plan else None
        akun = accounts.get(one.pk)
        place = placed.get(one.pk)
        need = _need(one, skp, attention.get(plan.skp_id) if plan else None, akun, on)
        found.append(Baris(one, place.jabatan if place else "", skp, kemajuan, akun, *need))
    return found


def _need(
    orang: Orang, skp: KeadaanSkp, lagging: Any, akun: Any, on: date
) -> tuple[int, str, str, str]:
    """(weight, why, verb, address): the most pressing matter of this person, or none."""
    open_skp = reverse("planning:skp", args=[skp.skp_id]) if skp.skp_id else ""
    if skp.usul_id:
        where = reverse("planning:usul", args=[skp.usul_id])
        return 90, _("Usul penyesuaian target menunggu keputusan Anda."), _("Tinjau usul"), where
    if skp.status == "diajukan":
        where = reverse("planning:tinjau", args=[skp.skp_id])
        since = tanggal(skp.sejak)
        why = _("SKP menunggu penetapan Anda sejak %(hari)s.") % {"hari": since}
        return 100, why, _("Tinjau SKP"), where
    if skp.status == "dikembalikan":
        since = tanggal(skp.sejak)
        why = _("SKP dikembalikan %(hari)s, belum diajukan lagi.") % {"hari": since}
        return 60, why, _("Lihat"), open_skp
    if skp.status == "belum_diajukan":
        why = _("SKP tahun ini belum diajukan.")
        return 50, why, _("Lihat"), reverse("home:linimasa", args=[orang.pk])
    return _need_of_work(orang, lagging, akun, on)


def _need_of_work(orang: Orang, lagging: Any, akun: Any, on: date) -> tuple[int, str, str, str]:
    """What the work itself says: results that lag, hours that are missing near the year's end."""
    if lagging:
        worst = lagging[0]
        points = int(min(worst.sinyal.poin, Decimal(19)))
        return 70 + points, worst.sinyal.kalimat, worst.aksi, worst.url
    where = reverse("home:linimasa", args=[orang.pk])
    left = (akun.selesai - on).days if akun else YEAR_END
    if akun and left < YEAR_END and akun.jp < akun.patokan:
        facts = {"jp": angka(akun.jp), "patokan": angka(akun.patokan), "hari": left}
        why = _("Jam pelajaran baru %(jp)s dari %(patokan)s, sisa waktu %(hari)d hari.") % facts
        return 10, why, _("Lihat"), where
    return 0, "", _("Lihat"), where
