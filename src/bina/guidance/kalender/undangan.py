"""Invitations by mail: to each who is in a meeting and has an address, when it is set, moved or
called off. Nothing goes out about what has been."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from bina.accounts.models import Orang
from bina.accounts.tasks import send_invitation
from bina.core import ics
from bina.core.appointments import Kabar
from bina.core.models import Pertemuan
from bina.ui.tulisan import tanggal


def judul() -> str:
    """What every meeting is called in a calendar, whatever it is about."""
    return _("Pertemuan")


def tell(kabar: Kabar) -> None:
    """Into the queue, in the transaction of the act: it goes out with the commit or not at all."""
    if kabar.pertemuan.selesai <= kabar.pada:
        return
    for orang, method, text in _letters(kabar):
        subject = _subject(kabar.pertemuan, method, baru=orang.pk in kabar.baru)
        send_invitation(subject, _body(method), orang.email, text, method)


def _letters(kabar: Kabar) -> Iterator[tuple[Orang, str, str]]:
    reached = Orang.objects.filter(is_active=True).exclude(email=None)
    people = reached.filter(pk__in=kabar.peserta | kabar.bukan_lagi)
    for orang in people.order_by("pk"):
        write: Any = ics.cancellation if orang.pk in kabar.bukan_lagi else ics.invitation
        yield orang, *write(kabar.pertemuan, judul=judul(), orang=orang)


def _subject(one: Pertemuan, method: str, *, baru: bool) -> str:
    day = {"hari": tanggal(timezone.localdate(one.mulai))}
    if method == ics.CANCEL:
        return _("[Bina] Pertemuan %(hari)s dibatalkan") % day
    if one.urutan and not baru:
        return _("[Bina] Pertemuan berubah: %(hari)s") % day
    return _("[Bina] Pertemuan %(hari)s") % day


def _body(method: str) -> str:
    if method == ics.CANCEL:
        return _("Pertemuan ini tidak jadi. Buka lampirannya untuk menghapusnya dari kalender.")
    return _(
        "Buka lampirannya untuk mencatat pertemuan ini di kalender Anda. "
        "Rinciannya ada di Bina setelah Anda masuk."
    )
