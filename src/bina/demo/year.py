"""A believable year of work for part of the demo agency, laid down through the services."""

from datetime import date

from django.db import transaction

from bina.core.bulk import without_gc
from bina.demo import (
    drafting,
    feedback,
    guidance,
    mentoring,
    plans,
    progress,
    quarter,
    requests,
    teams,
)
from bina.demo.agenda import Agenda
from bina.demo.players import Players
from bina.people.models import Instansi


@without_gc()
@transaction.atomic
def lay(instansi: Instansi, *, on: date) -> None:
    """Plans, progress, feedback, guidance and ratings up to yesterday; all of it or nothing."""
    agenda, players = Agenda(on), Players()
    everybody = plans.everybody()
    drafting.note(agenda, players, everybody)
    teams.note(agenda, players)
    progress.note(agenda, players, everybody)
    feedback.note(agenda, players)
    guidance.note(agenda, players)
    mentoring.note(agenda, players)
    requests.note(agenda, players)
    quarter.note(agenda, players, instansi)
    agenda.play()
