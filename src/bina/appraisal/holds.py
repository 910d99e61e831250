"""A released evaluation rests on its plan: such a plan is not voided."""

from uuid import UUID

from django.utils.translation import gettext as _

from bina.appraisal.models import Evaluasi
from bina.planning import door as planning


def released_on(rumpun: UUID) -> str:
    """Why the plan is needed, or nothing."""
    found = Evaluasi.objects.released().filter(rumpun=rumpun).select_related("periode").first()
    if found is None:
        return ""
    words = _(
        "Evaluasi %(periode)s atas SKP ini sudah dirilis. SKP yang sudah dinilai tidak dapat "
        "dibatalkan; susun versi baru bila perlu."
    )
    return words % {"periode": found.periode}


def register() -> None:
    planning.holds.register("appraisal", released_on)
