"""Late steps on Beranda: one line for whoever is late, one a person for those above them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bina.core.home_lines import Antrean, Tugas
from bina.guidance.models import (
    Langkah,
    PengingatBimbingan,
    TawaranMentor,
    Tindakan,
)
from bina.guidance.pengingat.services import Aturan
from bina.guidance.pengingat.terlambat import late

STAGE = "guidance"
LONGEST = 50
L = Langkah


def queues(user: Any, *, on: date) -> list[Antrean]:
    """Reminders that are open: my own, and those told to me as a superior."""
    rows = PengingatBimbingan.objects.open()
    return [
        Antrean(rows.filter(terlambat=user.pk), lambda found: _own(found, on)),
        Antrean(rows.filter(naik_kepada=user.pk), lambda found: _below(found, on)),
    ]


def _still(found: Any, on: date) -> list[PengingatBimbingan]:
    """What has been done since the night no longer calls (a question a step)."""
    rows = list(found.select_related("instansi", "terlambat").order_by("sejak", "pk")[:LONGEST])
    mine = Q(pk__in=[one.objek_id for one in rows])
    now: set[Any] = set()
    for instansi in {one.instansi_id: one.instansi for one in rows}.values():
        aturan = Aturan.of(instansi, on)
        now |= {one.key for one in late(lambda _path: mine, aturan.ukuran)}
    return [one for one in rows if one.key in now]


def _own(found: Any, on: date) -> Iterator[Tugas]:
    """One line, however many steps: the oldest is a click away."""
    rows = _still(found, on)
    if not rows:
        return
    title = ngettext(
        "Satu langkah bimbingan terlambat", "%(n)d langkah bimbingan terlambat", len(rows)
    )
    which = sorted({str(one.get_langkah_display()) for one in rows})
    first = rows[0]
    yield Tugas(
        STAGE,
        title % {"n": len(rows)},
        ". ".join(which),
        first.sejak,
        _address(first),
        _("Kerjakan sekarang"),
    )


def _below(found: Any, on: date) -> Iterator[Tugas]:
    """That a step of theirs is late; neither which nor about whom."""
    people: dict[int, PengingatBimbingan] = {}
    for one in _still(found, on):
        people.setdefault(one.terlambat_id, one)
    for one in people.values():
        title = _("Ingatkan %(nama)s: ada langkah bimbingan yang terlambat")
        about = _("Anda hanya diberi tahu bahwa ada yang terlambat, bukan isinya.")
        url = reverse("home:linimasa", args=[one.terlambat_id])
        said = title % {"nama": one.terlambat}
        yield Tugas(STAGE, said, about, one.sejak, url, _("Buka halamannya"), one.terlambat_id)


def _address(one: PengingatBimbingan) -> str:
    if one.langkah in {L.LAPORAN, L.CATATAN, L.TANDA_TANGAN}:
        page = {L.LAPORAN: "laporan", L.CATATAN: "sesi", L.TANDA_TANGAN: "sesi"}
        return reverse(f"guidance:{page[L(one.langkah)]}", args=[one.objek_id])
    if one.langkah == L.TINDAKAN:
        sesi = Tindakan.objects.values_list("sesi", flat=True).get(pk=one.objek_id)
        return reverse("guidance:sesi", args=[sesi])
    if one.langkah == L.LOG:
        return reverse("guidance:mentoring_log_baru", args=[one.objek_id])
    if one.langkah == L.PARAF:
        return reverse("guidance:mentoring_log", args=[one.objek_id])
    case = TawaranMentor.objects.values_list("mentoring", flat=True).get(pk=one.objek_id)
    return reverse("guidance:mentoring", args=[case])
