"""The hooks on the SKP page: upper rooms show there what belongs to them (house.md, registries).

Monitoring adds the progress beside the plan, the evidence under each result. It registers in
`AppConfig.ready()`; planning never learns what a panel shows.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal
from uuid import UUID

from django.http import HttpRequest
from django.template import Context
from django.template.loader import get_template
from django.utils.safestring import SafeString

from bina.core.ahead import Asking
from bina.planning.models import Skp
from bina.planning.rencana import Rencana
from bina.planning.workflow import Status

Place = Literal["samping", "hasil", "indikator", "perilaku", "bawah"]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a panel shows: once for the page, and by `kunci` or value for each row.

    Already rendered (`part` with the panel's own template), so that the page asks a
    panel once however many rows there are.
    """

    whole: SafeString | str = ""
    rows: "dict[UUID | str, SafeString] | None" = None


@dataclass(frozen=True)
class Panel:
    """One panel. `place`: beside the plan, in every result, as columns of the indicator table,
    as a column of the table of conduct, or below everything. `heads` name the columns. `asks`
    says what drawing it will ask in any case, to be sent with the rest of the page's questions."""

    name: str
    place: Place
    order: int
    draw: Callable[[HttpRequest, Rencana], Drawn]
    heads: tuple[Any, ...] = ()
    asks: Callable[[Any, Skp, date], list[Asking]] = lambda _reader, _skp, _on: []


_panels: Final[dict[str, Panel]] = {}


def register(panel: Panel) -> None:
    """Called by upper rooms in ready(); the same name again takes the place of the first."""
    _panels[panel.name] = panel


def forget(name: str) -> None:
    _panels.pop(name, None)


@dataclass(frozen=True, slots=True)
class Shown:
    """A panel with what it drew for this page."""

    panel: Panel
    drawn: Drawn

    def row(self, key: UUID | str) -> SafeString | str:
        return (self.drawn.rows or {}).get(key, "")


def part(template: str, request: HttpRequest, **context: Any) -> SafeString:
    """A panel's template, without the context processors of a whole page: they would be asked
    again for every row."""
    found = get_template(template).template  # type: ignore[attr-defined]
    rendered: SafeString = found.render(Context({**context, "request": request}))
    return rendered


def drawn(request: HttpRequest, rencana: Rencana) -> dict[str, list[Shown]]:
    """Every panel of a page, by place, in order."""
    found: dict[str, list[Shown]] = {}
    for panel in _in_order(_panels.values()):
        found.setdefault(panel.place, []).append(Shown(panel, panel.draw(request, rencana)))
    return found


def concerns(reader: Any, plan: Any) -> bool:
    """Whether a plan is in force and the reader is one of its two: the person or the penilai."""
    return plan.status == Status.DITETAPKAN and reader.pk in {plan.pegawai_id, plan.penilai_id}


def asked(reader: Any, skp: Skp, on: date) -> list[Asking]:
    """What all panels will ask on the page of this plan."""
    return [one for panel in _panels.values() for one in panel.asks(reader, skp, on)]


def _in_order(panels: Iterable[Panel]) -> list[Panel]:
    return sorted(panels, key=lambda one: (one.order, one.name))
