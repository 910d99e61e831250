"""What an import tells Beranda of whoever started it: a preview to decide on, an end to look at."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bina.core.home_lines import Antrean, Tugas
from bina.people.models import Impor
from bina.people.workflow import StatusImpor
from bina.ui.tulisan import angka

STAGE = "people"
# Older news helps nobody, and the list of imports still has it; the design's own, as no text
# names a time.
DAYS_OF_NEWS = 14


def queues(user: Any, *, on: date) -> list[Antrean]:
    """Imports this user started that ended and ask for a look."""
    return [Antrean(_ended(user, on), lambda rows: [_line(one) for one in rows])]


def _ended(user: Any, on: date) -> "QuerySet[Impor]":
    oldest = timezone.make_aware(datetime.combine(on - timedelta(days=DAYS_OF_NEWS), time()))
    mine = Impor.objects.visible_to(user, on=on).started_by(user)
    return mine.waiting_for_a_look(since=oldest).order_by("dibuat", "pk")


def _line(one: Impor) -> Tugas:
    nama = {"nama": one.nama_berkas}
    if one.status == StatusImpor.DIAMBIL:
        judul, aksi = _("Lihat baris yang ditolak dari %(nama)s") % nama, _("Lihat laporan")
    elif one.status != StatusImpor.DIPERIKSA:
        judul, aksi = _("Impor %(nama)s gagal") % nama, _("Lihat sebabnya")
    elif one.menulis:
        judul, aksi = _("Putuskan impor %(nama)s") % nama, _("Buka pratinjau")
    else:
        judul, aksi = _("Pemeriksaan %(nama)s selesai") % nama, _("Buka pratinjau")
    where = reverse("people:impor_rinci", args=[one.pk])
    return Tugas(STAGE, judul, _counts(one), None, where, aksi)


def _counts(one: Impor) -> str:
    if one.status not in {StatusImpor.DIAMBIL, StatusImpor.DIPERIKSA}:
        return _("Belum ada yang disimpan")
    said = [
        ngettext("%(n)s baris ditolak", "%(n)s baris ditolak", one.ditolak)
        % {"n": angka(one.ditolak)}
    ]
    if one.status == StatusImpor.DIPERIKSA and one.menulis:
        ready = ngettext("%(n)s baris siap disimpan", "%(n)s baris siap disimpan", one.menulis)
        said.insert(0, ready % {"n": angka(one.menulis)})
    return ", ".join(said)
