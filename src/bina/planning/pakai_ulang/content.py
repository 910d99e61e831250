"""A template's content: results as people fill them in, kept as plain values."""

from collections.abc import Iterable
from dataclasses import asdict, fields, replace
from decimal import Decimal
from typing import Any

from bina.planning.isi import IsiHasil, IsiIndikator
from bina.planning.models import JenisSkp, Pendekatan, Skp
from bina.planning.rencana import HasilRencana, Rencana

# What belongs to a person or to the plan of one year is left out of a copy.
_KEPT = ("uraian", "jenis", "manfaat", "penerima_manfaat", "perspektif")
_INDICATOR = tuple(one.name for one in fields(IsiIndikator) if one.name != "id")
_NUMBERS = ("target", "target_atas")


def to_values(isi: IsiHasil) -> dict[str, Any]:
    """One result as JSON keeps it."""
    values = {name: getattr(isi, name) for name in _KEPT}
    return values | {"indikator": [_indicator_values(one) for one in isi.indikator]}


def _indicator_values(one: IsiIndikator) -> dict[str, Any]:
    values = {name: value for name, value in asdict(one).items() if name in _INDICATOR}
    return {
        name: str(value) if isinstance(value, Decimal) else value for name, value in values.items()
    }


def from_values(values: dict[str, Any]) -> IsiHasil:
    indikator = tuple(_indicator(one) for one in values["indikator"])
    return IsiHasil(**{name: values[name] for name in _KEPT}, indikator=indikator)


def _indicator(values: dict[str, Any]) -> IsiIndikator:
    numbers = {name: None if values[name] is None else Decimal(values[name]) for name in _NUMBERS}
    return IsiIndikator(**{**values, **numbers})


def of_plan(rencana: Rencana) -> list[IsiHasil]:
    """The results of a plan, without persons."""
    return [_of_result(one) for one in rencana.hasil]


def _of_result(hasil: HasilRencana) -> IsiHasil:
    indikator = tuple(
        IsiIndikator(**{name: getattr(one, name) for name in _INDICATOR}) for one in hasil.indikator
    )
    return IsiHasil(**{name: getattr(hasil, name) for name in _KEPT}, indikator=indikator)


def fitted(skp: Skp, results: Iterable[IsiHasil]) -> list[IsiHasil]:
    """The results with only what this kind of plan has columns for."""
    return [_fitted(skp, one) for one in results]


def _fitted(skp: Skp, isi: IsiHasil) -> IsiHasil:
    jpt = skp.jenis == JenisSkp.JPT
    beraspek = not jpt and skp.pendekatan == Pendekatan.KUANTITATIF
    indikator = isi.indikator if beraspek else tuple(replace(i, aspek="") for i in isi.indikator)
    return replace(isi, perspektif=isi.perspektif if jpt else "", indikator=indikator)
