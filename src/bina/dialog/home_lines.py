"""What dialogues tell the home pages: whose turn it is, and that two have talked."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from bina.core.compiled import compiled
from bina.core.home_lines import Antrean, Peristiwa, Tugas
from bina.dialog.models import Dialog, Tindakan
from bina.dialog.workflow import HELD, StatusDialog

STAGE = "dialog"
LONGEST = 20
SOON = timedelta(days=7)
S = StatusDialog


def queues(user: Any, *, on: date) -> list[Antrean]:
    """Dialogues to prepare, to sum up and to confirm; agreed actions that fall due."""
    near = Q(status=S.DIRENCANAKAN, tanggal__lte=on + SOON)
    mine = Q(pegawai=user.pk) & (
        near | Q(status=S.BERLANGSUNG) | Q(status=S.DIRANGKUM, pegawai_pada=None)
    )
    theirs = Q(penilai=user.pk) & (
        near | Q(status=S.BERLANGSUNG) | Q(status=S.DIRANGKUM, penilai_pada=None)
    )
    due = Tindakan.objects.unfinished().filter(oleh=user.pk, tenggat__lte=on + SOON)
    return [
        Antrean(Dialog.objects.filter(mine | theirs), lambda rows: _dialogues(rows, user)),
        Antrean(due, _actions),
    ]


def _dialogues(waiting: Any, user: Any) -> Iterator[Tugas]:
    words = {
        S.DIRENCANAKAN: (_("Siapkan dialog kinerja dengan %(nama)s"), _("Siapkan")),
        S.BERLANGSUNG: (_("Rangkum dialog kinerja dengan %(nama)s"), _("Rangkum")),
        S.DIRANGKUM: (_("Konfirmasi ringkasan dialog dengan %(nama)s"), _("Konfirmasi")),
    }
    for one in waiting.for_list().order_by("tanggal", "pk")[:LONGEST]:
        title, act = words[S(one.status)]
        due = one.tanggal if one.status == S.DIRENCANAKAN else None
        about = "" if due else _("Dialog kinerja")
        url = reverse("dialog:dialog", args=[one.pk])
        who = {"nama": one.other(user.pk)}
        yield Tugas(STAGE, title % who, about, due, url, act, one.pegawai_id)


def _actions(due: Any) -> Iterator[Tugas]:
    for one in due.select_related("dialog").order_by("tenggat", "pk")[:LONGEST]:
        url = reverse("dialog:orang", args=[one.dialog.pegawai_id])
        about = _("Tindakan yang disepakati dalam dialog kinerja")
        whom = one.dialog.pegawai_id
        yield Tugas(STAGE, one.uraian, about, one.tenggat, url, _("Buka tindakan"), whom)


@compiled
def _known(viewer: Any, pegawai_id: int, on: date) -> "QuerySet[Dialog, Dialog]":
    rows = Dialog.objects.known_to(viewer, on=on).filter(pegawai=pegawai_id)
    return rows.for_list()[:LONGEST]


def timeline(pegawai_id: int, viewer: Any, *, on: date) -> list[Peristiwa]:
    """That and when the two talked, for whoever may know it; the way there for the two alone."""
    return [
        _event(one, party=bool(one.party(viewer.pk)))
        for one in _known(viewer, pegawai_id, on)
        if one.party(viewer.pk) or one.status in HELD
    ]


def _event(one: Dialog, *, party: bool) -> Peristiwa:
    """How far a summary is, is the business of the two."""
    title = _("Dialog kinerja dengan %(nama)s") % {"nama": one.penilai}
    url = reverse("dialog:dialog", args=[one.pk]) if party else ""
    return Peristiwa(one.tanggal, title, "", one.status if party else "", url, "dialog")
