"""What monitoring tells the home pages: tasks that wait, events of a person's timeline."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bina.core.compiled import compiled
from bina.core.home_lines import Antrean, Peristiwa, Tugas
from bina.monitoring import janji, reading, subject
from bina.monitoring.models import PermintaanUmpanBalik, Realisasi, UmpanBalik
from bina.monitoring.subject import Tentang
from bina.ui.tulisan import bulan

STAGE = "monitoring"
# Of the next month; monthly or quarterly by practice (kinerja.md 1.3), so a choice.
DUE_DAY = 5
LONGEST = 20


def queues(user: Any) -> list[Antrean]:
    """Feedback asked of this user."""
    return [Antrean(PermintaanUmpanBalik.objects.waiting().filter(kepada=user.pk), _asked)]


def _asked(waiting: Any) -> Iterator[Tugas]:
    rows = list(waiting.for_list().order_by("tenggat", "pk")[:LONGEST])
    titles = subject.titles([one.skp_id for one in rows])
    for one in rows:
        yield Tugas(
            STAGE,
            _("Beri umpan balik untuk %(nama)s") % {"nama": one.pegawai},
            _("Tentang: %(judul)s") % {"judul": titles.get((one.skp_id, Tentang.of(one).kode), "")},
            one.tenggat,
            reverse("monitoring:permintaan", args=[one.pk]),
            _("Beri umpan balik"),
            one.pegawai_id,
        )


def tasks(user: Any, *, on: date) -> Iterator[Tugas]:
    """A month without a single entry of progress."""
    last_day = on.replace(day=1) - timedelta(days=1)
    first_day = last_day.replace(day=1)
    mine = [one for one in reading.around(user, on=on) if one.rencana.pegawai_id == user.pk]
    if not mine or mine[-1].rencana.mulai > last_day:
        return
    if mine[-1].terakhir and mine[-1].terakhir >= first_day:
        return
    n = len(mine[-1].rencana.hasil)
    yield Tugas(
        STAGE,
        _("Catat kemajuan %(bulan)s Anda") % {"bulan": bulan(last_day)},
        ngettext(
            "%(n)s hasil kerja, kira-kira satu menit",
            "%(n)s hasil kerja, kira-kira satu menit",
            n,
        )
        % {"n": n},
        on.replace(day=DUE_DAY),
        reverse("monitoring:kemajuan"),
        _("Catat kemajuan"),
    )


def timeline(pegawai_id: int, viewer: Any, *, on: date) -> list[Peristiwa]:
    """Progress, one line a day, and feedback, as far as the viewer may see them; newest first."""
    found = [*_progress(pegawai_id, viewer, on), *_feedback(pegawai_id, viewer, on)]
    return sorted(found, key=lambda one: one.tanggal, reverse=True)


@compiled
def _days(viewer: Any, pegawai_id: int, on: date) -> "QuerySet[Realisasi, Any]":
    rows = Realisasi.objects.valid().visible_to(viewer, on=on).filter(skp__pegawai=pegawai_id)
    return rows.order_by("-tanggal", "-pk").values_list(
        "tanggal", "skp_id", "indikator__hasil__kunci", "indikator__uraian"
    )


@compiled
def _given(viewer: Any, pegawai_id: int, on: date) -> "QuerySet[UmpanBalik, UmpanBalik]":
    return UmpanBalik.objects.visible_to(viewer, on=on).filter(pegawai=pegawai_id).for_list()


def _progress(pegawai_id: int, viewer: Any, on: date) -> Iterator[Peristiwa]:
    days = _days(viewer, pegawai_id, on)
    for tanggal, group in groupby(days, key=lambda row: row[0]):
        entries = list(group)
        yield Peristiwa(
            tanggal,
            ngettext("%(n)s kemajuan dicatat", "%(n)s kemajuan dicatat", len(entries))
            % {"n": len(entries)},
            "; ".join(dict.fromkeys(uraian for *_rest, uraian in entries)),
            "",
            reverse("monitoring:hasil", args=entries[0][1:3]),
            "realisasi",
        )


def _feedback(pegawai_id: int, viewer: Any, on: date) -> Iterator[Peristiwa]:
    for one in _given(viewer, pegawai_id, on):
        yield Peristiwa(
            one.tanggal,
            _about_feedback(one),
            one.perilaku,
            "",
            reverse("monitoring:umpan_balik", args=[pegawai_id]),
            "umpan_balik",
        )


def _about_feedback(one: UmpanBalik) -> str:
    """The day beside it is the first of a month where the giver was promised not to be named."""
    facts = {"nama": janji.oleh(one), "bulan": bulan(one.tanggal)}
    if one.tertutup:
        return _("Umpan balik dari %(nama)s, %(bulan)s") % facts
    return _("Umpan balik dari %(nama)s") % facts
