"""The planning room's door: all that other rooms may ask of an SKP.

Reading gives frozen values, never models. `Rencana` is one version of a plan; `kunci` of a
result or an indicator stays the same over all versions (`rumpun`), so progress and feedback
hang on `kunci` and survive a change of the plan.
"""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from bina.access.tables import Relation, through
from bina.core.home_lines import Antrean, Peristiwa
from bina.documents.door import Periode, Pihak
from bina.planning import access, formulir, home_lines, panels, pihak, reading
from bina.planning.formulir import BarisHasil, FormParts
from bina.planning.models import Skp
from bina.planning.pembatalan import holds
from bina.planning.penilai.pengganti import replaced_by as stands_in_for
from bina.planning.reading import plan, plans, running_around, running_of
from bina.planning.rencana import (
    HasilRencana,
    IndikatorRencana,
    PerilakuRencana,
    Rencana,
    amount,
    amount_or_range,
    target_words,
)
from bina.planning.services import changes
from bina.planning.services.refusals import Refused
from bina.planning.standing import NONE_YET, KeadaanSkp, of_team

__all__ = [
    "NONE_YET",
    "BarisHasil",
    "FormParts",
    "HasilRencana",
    "IndikatorRencana",
    "KeadaanSkp",
    "PerilakuRencana",
    "Refused",
    "Rencana",
    "amount",
    "amount_or_range",
    "form_parts",
    "holds",
    "of_team",
    "panels",
    "party",
    "plan",
    "plans",
    "propose_change",
    "queues",
    "relations_through",
    "running_around",
    "running_ids",
    "running_of",
    "stands_in_for",
    "target_words",
    "timeline",
    "visible_skp_ids",
    "without_conduct",
]


def running_ids(*, on: date) -> "QuerySet[Skp, int]":
    """Ids of all plans in force that day, as a subquery for set-based work."""
    return Skp.objects.running(on).values_list("pk", flat=True)


def without_conduct(skp_ids: Iterable[int]) -> dict[int, Rencana]:
    """What these plans are to achieve, for progress of many at once; one query."""
    return reading.results(Skp.objects.filter(pk__in=list(skp_ids)))


def visible_skp_ids(user: Any, *, on: date) -> "QuerySet[Skp, int]":
    """Ids of the plans this user may see that day, as a subquery."""
    return Skp.objects.visible_to(user, on=on).values_list("pk", flat=True)


def relations_through(path: str) -> list[Relation]:
    """Every relation people have to an SKP, for records that reach theirs by `path`.

    An upper room's access table starts with these: `[*door.relations_through("skp"), ...]`.
    The names are those of `planning.access`: diri, penilai (of the record), atasan_penilai,
    pengelola, pimpinan_kepegawaian, pyb, auditor.
    """
    relations = access.TABLES[0].relations.values()
    return [through(path, one, "planning.Skp") for one in relations]


def propose_change(
    *,
    skp_id: int,
    indikator_kunci: Any,
    target_menjadi: Decimal,
    alasan: str,
    pengusul: Any,
    asal: str,
    pada: datetime,
    ukuran_menjadi: str = "",
) -> int:
    """A coaching session's adjustment of an expectation, as a proposal; gives its id.

    The caller has checked who may (its own room's table). Whoever proposes does not decide: where
    the pimpinan coaches, the pegawai proposes what both signed.

    Raises WrongState when the plan is no longer in force or a proposal on this indicator waits,
    and Refused, with a message for the person, when it changes nothing.
    """
    made = changes.propose(
        skp_id=skp_id,
        kunci=indikator_kunci,
        isi=changes.IsiUsul(target_menjadi, alasan, ukuran_menjadi, asal),
        actor=pengusul,
        pada=pada,
    )
    return made.pk


def form_parts(skp_id: int, *, on: date, periode: Periode | None = None) -> FormParts:
    """What every form about this plan prints: header, HASIL KERJA, PERILAKU, the place.

    `periode` stands in the header instead of the plan's own, for a periodic evaluation.
    """
    return formulir.form_parts(Skp.objects.for_form().get(pk=skp_id), on=on, periode=periode)


def party(orang: Any, *, on: date) -> Pihak:
    """A person as forms name them on that day (rank, position, unit)."""
    return pihak.pihak(orang, on=on)


def timeline(pegawai_id: int, viewer: Any, *, on: date) -> list[Peristiwa]:
    """What happened to this person's plans, as far as the viewer may see them."""
    return home_lines.timeline(pegawai_id, viewer, on=on)


def queues(user: Any, *, on: date) -> list[Antrean]:
    """What may wait for this user in planning."""
    return home_lines.queues(user, on=on)
