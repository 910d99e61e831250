"""What a matter of conduct asks of the two, on their own home pages and nowhere else."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from bina.core.home_lines import Antrean, Tugas
from bina.guidance.models import MasalahPerilaku
from bina.guidance.perilaku.workflow import StatusMasalah

STAGE = "guidance"
LONGEST = 20


def queues(user: Any, *, on: date) -> list[Antrean]:
    """To talk about, and to look at again on the day agreed: both the penilai's."""
    untold = Q(status=StatusMasalah.DIKENALI)
    due = Q(status=StatusMasalah.DIBICARAKAN, tinjau_pada__lte=on)
    waiting = MasalahPerilaku.objects.filter(untold | due, penilai=user.pk)
    return [Antrean(waiting.with_people(), _tasks)]


def _tasks(rows: Any) -> Iterator[Tugas]:
    for one in rows.order_by("dibuat", "pk")[:LONGEST]:
        told = one.status == StatusMasalah.DIBICARAKAN
        title = _("Tinjau lagi bersama %(nama)s") if told else _("Bicarakan dengan %(nama)s")
        url = reverse("guidance:masalah_perilaku", args=[one.pk])
        yield Tugas(
            STAGE,
            title % {"nama": one.pegawai},
            _("Tersegel: hanya Anda berdua."),
            one.tinjau_pada,
            url,
            _("Buka"),
            one.pegawai_id,
        )
