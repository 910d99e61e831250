"""Workflows as tables. A flow says what may follow what; it touches no database (ADR 4)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

FLOWS: dict[str, "Flow"] = {}


class WrongState(Exception):
    """The record is not in a state from which this step leads anywhere.

    Most often somebody was faster. Views say so in plain words and show the record as it is.
    """


@dataclass(frozen=True, slots=True)
class Step:
    """One act of a flow, named by a verb of the regulation."""

    name: str
    sources: frozenset[str]
    target: str


class Flow:
    """The steps a kind of record may take, in the order they are usually taken.

    Naming a flow registers it, so that `bina workflow draw` can put it into the documentation.
    """

    def __init__(self, name: str, *steps: Step, start: str) -> None:
        self.name = name
        self.start = start
        self.steps = {step.name: step for step in steps}
        FLOWS[name] = self

    def take(self, name: str, state: str) -> str:
        """The state reached by step `name` from `state`. Raises WrongState."""
        step = self.steps[name]
        if state not in step.sources:
            raise WrongState(f"{self.name}.{name}: not from {state}")
        return step.target

    def open_from(self, state: str) -> list[str]:
        """The steps that lead on from `state`, in the order of the table."""
        return [step.name for step in self.steps.values() if state in step.sources]

    def states(self) -> list[str]:
        """Every state, the first one first, each once."""
        found = [self.start]
        for step in self.steps.values():
            found += [*sorted(step.sources), step.target]
        return list(dict.fromkeys(found))


def step(name: str, *, sources: Iterable[str], to: str) -> Step:
    """A row of the table; enum members are stored as their plain values."""
    return Step(name, frozenset(str(source) for source in sources), str(to))


def draw(flow: Flow) -> str:
    """The flow as a Mermaid state diagram."""
    return "\n".join(["stateDiagram-v2", f"    [*] --> {flow.start}", *_arrows(flow)]) + "\n"


def _arrows(flow: Flow) -> Iterator[str]:
    for one in flow.steps.values():
        for source in sorted(one.sources):
            yield f"    {source} --> {one.target}: {one.name}"
