"""A believable year of work for part of the demo agency, laid down through the services."""

from datetime import date

from django.db import transaction

from bina.core.bulk import without_gc
from bina.demo import (
    agreements,
    corrections,
    dialogues,
    diary,
    drafting,
    feedback,
    guidance,
    mentoring,
    night,
    periods,
    plans,
    progress,
    quarter,
    requests,
    reuse,
    teams,
)
from bina.demo.agenda import Agenda
from bina.demo.players import Players
from bina.people.models import Instansi


@without_gc()
@transaction.atomic
def lay(instansi: Instansi, *, on: date) -> None:
    """The cycle's work up to yesterday, in the order of its days; all of it or nothing."""
    agenda, players = Agenda(on), Players()
    everybody = plans.everybody()
    periods.note(agenda, players, instansi)
    agreements.note(agenda, players, instansi)
    reuse.note(agenda, players)
    drafting.note(agenda, players, everybody)
    teams.note(agenda, players)
    progress.note(agenda, players, everybody)
    feedback.note(agenda, players)
    guidance.note(agenda, players)
    mentoring.note(agenda, players)
    requests.note(agenda, players)
    quarter.note(agenda, players, instansi)
    corrections.note(agenda, players)
    dialogues.note(agenda, players)
    diary.note(agenda, players)
    night.note(agenda, players, instansi)
    agenda.play()
