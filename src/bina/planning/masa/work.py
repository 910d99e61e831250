"""The background work of this room: the mail of reminders. Safe to run twice."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from bina.accounts.tasks import send_mail
from bina.core.jobs import Progress, handler
from bina.planning.models import Pengingat


@handler("planning.surel_pengingat")
def mail_reminders(progress: Progress, hari: str) -> None:
    """One letter to each person reminded that day who has an address and got none yet."""
    waiting = Pengingat.objects.filter(hari=date.fromisoformat(hari), surel_pada=None)
    rows = waiting.exclude(kepada__email=None).select_related("kepada").order_by("pk")
    progress.of(rows.count())
    for done, one in enumerate(list(rows), 1):
        taken = Pengingat.objects.filter(pk=one.pk, surel_pada=None)
        if taken.update(surel_pada=timezone.now()):
            send_mail(_subject(one), _body(one), str(one.kepada.email))
        progress.at(done)


def _subject(one: Pengingat) -> str:
    return _("[Bina] SKP %(tahun)s menunggu Anda") % {"tahun": one.tahun}


def _body(one: Pengingat) -> str:
    return _(
        "Ada SKP %(tahun)s yang menunggu Anda. Masuk ke Bina; tugasnya ada di Beranda.\n\n"
        "Surat ini dikirim paling banyak sekali sehari."
    ) % {"tahun": one.tahun}
