"""What every rule answers with: its findings, and the basis they were judged by."""

from dataclasses import dataclass, fields
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from bina.rules.parameters import Dasar, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A rule's findings. `dasar` names each value of the law that was used."""

    dasar: tuple[Dasar, ...]

    def basis(self) -> list[dict[str, str]]:
        """The basis as a stored record keeps it (JSON)."""
        return [dasar.as_json() for dasar in self.dasar]

    def findings(self) -> dict[str, Any]:
        """What was found, by name; what does not apply is left out."""
        found = {field.name: getattr(self, field.name) for field in fields(self)}
        return {
            name: value for name, value in found.items() if name != "dasar" and value is not None
        }


def based_on(*values: Value) -> tuple[Dasar, ...]:
    """The basis of a result, each value once, in the order of use."""
    return tuple(dict.fromkeys(value.dasar for value in values))


def two_places(value: Decimal) -> Decimal:
    """Half up to two places: for showing and comparing, never on the way."""
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)
