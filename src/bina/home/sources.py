"""The rooms home asks, in the order of its page."""

from collections.abc import Callable
from datetime import date
from typing import Any

from bina.appraisal import door as appraisal
from bina.competency import door as competency
from bina.core.home_lines import Peristiwa, Tugas
from bina.dialog import door as dialog
from bina.guidance import door as guidance
from bina.home import waiting
from bina.monitoring import door as monitoring
from bina.people import door as people
from bina.planning import door as planning

TasksOf = Callable[..., list[Tugas]]
TimelineOf = Callable[..., list[Peristiwa]]

TASKS: list[TasksOf] = [appraisal.tasks, guidance.tasks, monitoring.tasks]
TIMELINES: list[TimelineOf] = [
    appraisal.timeline,
    guidance.timeline,
    dialog.timeline,
    planning.timeline,
    monitoring.timeline,
    competency.timeline,
    people.timeline,
]


def tasks(user: Any, *, on: date) -> list[Tugas]:
    """Everything that waits for this person, the most urgent first."""
    found = waiting.tasks(user, on=on) + [line for ask in TASKS for line in ask(user, on=on)]
    return sorted(found, key=lambda line: (line.tenggat or date.max, line.stage))


def timeline(pegawai_id: int, viewer: Any, *, on: date) -> list[Peristiwa]:
    """Everything the viewer may see about this person, the newest first."""
    found = [line for ask in TIMELINES for line in ask(pegawai_id, viewer, on=on)]
    return sorted(found, key=lambda line: line.tanggal, reverse=True)
