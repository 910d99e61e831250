"""Topics suggested from the data: what lags, what has not begun, new feedback, overdue actions.

Computed for the page, never stored until one of the two takes a topic over. No word of a
feedback is repeated here: only whose it is and of which day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from bina.dialog.models import Asal, Dialog, Tindakan
from bina.dialog.workflow import HELD
from bina.law import door as law_room
from bina.monitoring import door as monitoring
from bina.monitoring import signals
from bina.monitoring.door import Kemajuan
from bina.planning import door as planning
from bina.planning.door import Rencana
from bina.ui.tulisan import tanggal

LATEST = 3  # feedback: the newest tell enough
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Usul:
    """A topic, why it is suggested, and the name under which it is taken over."""

    asal: Asal
    kunci: str
    uraian: str
    mengapa: str


def suggested(one: Dialog, *, on: date) -> list[Usul]:
    """What is worth talking about and is not yet on the agenda; eight queries."""
    there = set(one.agenda.values_list("kunci", flat=True))
    found = [*_overdue(one, on)]
    rencana = _running(one, on)
    if rencana is not None:
        found += [*_of_results(one, rencana, on), *_of_feedback(one, rencana, on)]
    return [each for each in found if each.kunci not in there]


def _running(one: Dialog, on: date) -> Rencana | None:
    """The two's plan in force: the newest version of it, or none any more."""
    of_two = {"pegawai": one.pegawai_id, "penilai": one.penilai_id}
    found = planning.running_ids(on=on).filter(**of_two).order_by("-mulai", "-pk").first()
    return planning.plan(found) if found else None


def _overdue(one: Dialog, on: date) -> Iterator[Usul]:
    rows = Tindakan.objects.unfinished().between(one.pegawai_id, one.penilai_id)
    late = rows.filter(tenggat__lt=on).exclude(dialog=one.pk).order_by("tenggat", "pk")
    for each in late[:LATEST]:
        why = _("Tindakan ini jatuh tempo %(hari)s.") % {"hari": tanggal(each.tenggat)}
        yield _topic(Asal.TINDAKAN, each.pk, each.uraian, why)


def _of_results(one: Dialog, rencana: Rencana, on: date) -> Iterator[Usul]:
    """A result without a single entry says so; else what lags does, with its figures."""
    progress = monitoring.progress_of_plans({rencana.skp_id: rencana}, on=on)[rencana.skp_id]
    untouched = {each.rencana.kunci for each in progress.hasil if _untouched(each)}
    yield from _lagging(one, progress, untouched, on)
    for each in progress.hasil:
        if each.rencana.kunci in untouched:
            why = _("Belum ada kemajuan yang dicatat untuk hasil kerja ini.")
            yield _topic(Asal.BELUM_ADA, each.rencana.kunci, each.rencana.uraian, why)


def _lagging(one: Dialog, progress: Kemajuan, untouched: set[Any], on: date) -> Iterator[Usul]:
    law = law_room.parameters(one.pegawai.instansi)
    for each in signals.signals(progress, law=law, on=on):
        if each.hasil_kunci not in untouched:
            yield _topic(Asal.TERTINGGAL, each.hasil_kunci, each.hasil, each.kalimat)


def _untouched(hasil: monitoring.KemajuanHasil) -> bool:
    return not any(each.jumlah_catatan for each in hasil.indikator)


def _of_feedback(one: Dialog, rencana: Rencana, on: date) -> Iterator[Usul]:
    """Given since the two last talked; what the penilai may read as well."""
    before = Dialog.objects.between(one.pegawai_id, one.penilai_id).filter(status__in=HELD)
    last = before.exclude(pk=one.pk).order_by("-tanggal").values_list("tanggal", flat=True).first()
    given = monitoring.feedback(rencana, mulai=last or rencana.mulai, selesai=on)
    newest = {each.kunci: each for each in reversed(given)}  # a group of hidden givers once
    for each in list(reversed(newest.values()))[:LATEST]:
        topic = _("Umpan balik dari %(nama)s, %(hari)s") % {"nama": each.oleh, "hari": each.kapan}
        why = _("Diberikan sejak dialog terakhir.") if last else _("Belum pernah dibicarakan.")
        yield _topic(Asal.UMPAN_BALIK, each.kunci, topic, why)


def _topic(asal: Asal, key: Any, uraian: str, why: str) -> Usul:
    short = uraian if len(uraian) <= LONGEST else f"{uraian[: LONGEST - 1]}…"
    return Usul(asal, f"{asal}:{key}", short, why)
