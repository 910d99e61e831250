"""What follows on guidance, for the home pages: to say, to judge, to read."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from bina.core.home_lines import Antrean, Tugas
from bina.guidance.kasus import COACHING, MENTORING, Kasus
from bina.guidance.sesudah import reading

STAGE = "guidance"
LONGEST = 20


def queues(user: Any, *, on: date) -> list[Antrean]:
    """Ended guidance to speak of and to judge; what was handed to this person to read."""
    del on
    both = (COACHING, MENTORING)
    return [
        *(Antrean(reading.unsaid(one, user), _tasks(_say, one)) for one in both),
        *(Antrean(reading.unjudged(one, user), _tasks(_judge, one)) for one in both),
        Antrean(reading.unread(user), _read),
    ]


def _tasks(line: Callable[[Kasus], Tugas], jenis: str) -> Callable[[Any], Iterator[Tugas]]:
    return partial(_lines, line, jenis)


def _lines(line: Callable[[Kasus], Tugas], jenis: str, rows: Any) -> Iterator[Tugas]:
    for one in rows.order_by("pk")[:LONGEST]:
        yield line(Kasus(jenis, one))


def _say(one: Kasus) -> Tugas:
    url = reverse("guidance:umpan_balik_isi", args=[one.jenis, one.objek.pk])
    return Tugas(STAGE, _("Isi umpan balik bimbingan"), one.tentang, None, url, _("Isi"))


def _judge(one: Kasus) -> Tugas:
    url = reverse("guidance:kompetensi_nilai", args=[one.jenis, one.objek.pk])
    title = _("Nilai kompetensi %(nama)s sesudah bimbingan") % {"nama": one.pegawai}
    return Tugas(STAGE, title, one.tentang, None, url, _("Nilai"), one.pegawai.pk)


def _read(rows: Any) -> Iterator[Tugas]:
    for one in rows.for_list()[:LONGEST]:
        url = reverse("guidance:umpan_balik_akhir", args=[one.pk])
        title = _("Baca umpan balik bimbingan %(nama)s") % {"nama": one.pegawai}
        about = _("Dibimbing oleh %(nama)s") % {"nama": one.pemandu}
        yield Tugas(STAGE, title, about, None, url, _("Baca"))
