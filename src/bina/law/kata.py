"""The law in words for its pages: names, units, values, and how well each value is known.

The law's own words stay Indonesian in every language; what Bina says about them is translated.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from babel.dates import get_day_names
from django.utils.translation import get_language, gettext_lazy

from bina.rules.parameters import AGENCY, Parameter
from bina.ui.tulisan import angka, tanggal_pendek

FILE = Path(__file__).parent / "nama.toml"
TAG = {
    "copy": gettext_lazy("Dibaca pada salinan"),
    "copies": gettext_lazy("Dibaca pada beberapa salinan"),
    "secondary": gettext_lazy("Sumber sekunder"),
    "seed": gettext_lazy("Dari artikel rujukan"),
    "default": gettext_lazy("Bawaan Bina"),
    "design": gettext_lazy("Pilihan Bina"),
    AGENCY: gettext_lazy("Ketentuan instansi"),
}
TAG_MEANS = {
    "copy": gettext_lazy("satu salinan naskah memuatnya"),
    "copies": gettext_lazy("beberapa salinan yang terpisah memuatnya"),
    "secondary": gettext_lazy("berita, paparan, atau perangkat lunak lain menyebutnya"),
    "seed": gettext_lazy("artikel yang menjadi awal Bina menyebutnya"),
    "default": gettext_lazy("naskahnya tidak dibaca; instansi dapat menetapkan yang lain"),
    "design": gettext_lazy("naskah tidak mengaturnya; instansi dapat menetapkan yang lain"),
    AGENCY: gettext_lazy("ditetapkan pimpinan unit kepegawaian instansi ini"),
}
REFUSAL = {
    "invalid": gettext_lazy("Isian tidak sah"),
    "manual": gettext_lazy("Perlu keputusan orang"),
    "not_in_force": gettext_lazy("Tidak berlaku"),
}


@cache
def _names() -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return found


def judul(parameter: Parameter) -> str:
    """What it is called; in English, the description of its file."""
    if _english():
        return parameter.description
    return _names()["judul"].get(parameter.name, parameter.description)


def satuan(parameter: Parameter) -> str:
    return parameter.unit if _english() else _names()["satuan"].get(parameter.unit, parameter.unit)


def _english() -> bool:
    return (get_language() or "id").startswith("en")


def naskah(name: str) -> str:
    """The text a parameter belongs to: `pp30_2019.hari_kerja` is of PP 30/2019."""
    file = name.partition(".")[0]
    return _names()["naskah"].get(file, file)


def tag(name: str) -> Any:
    return TAG.get(name, name)


def ucap(word: Any, of: str = "") -> str:
    """One word of the law: `di_bawah` is «Di bawah». `of` names what it is said of, where the
    same word says something else there."""
    if isinstance(word, bool):
        return "ya" if word else "tidak"
    if isinstance(word, date):
        return tanggal_pendek(word)
    if isinstance(word, int | Decimal):
        return angka(word, None if word == round(word, 2) else 4)
    if word in (None, ""):
        return "tidak ada"
    plain = str(word).replace("_", " ")
    known = _names().get(of, {}) if of == "hitungan" else _names()["kata"]
    return known.get(str(word), plain[:1].upper() + plain[1:])


def lines(name: str, value: Any) -> list[str]:
    """A value for reading, a line for each entry of a table."""
    if name.endswith(".hari_kerja"):
        return [", ".join(hari(one) for one in value)]
    if isinstance(value, Mapping) and value:
        return [f"{ucap(key)}: {_inline(one, key)}" for key, one in value.items()]
    if isinstance(value, tuple) and value and isinstance(value[0], Mapping):
        return [_row(one) for one in value]
    return [_inline(value)]


def hari(number: int) -> str:
    """The day of the week, Monday is 1."""
    return str(get_day_names("wide", locale="id")[number - 1])


def path(steps: str) -> str:
    """What a part is called: `kecil.sampai` is «Kecil, sampai»."""
    return ", ".join(ucap(one) for one in steps.split("."))


def _row(row: Mapping[str, Any]) -> str:
    (_key, first), *rest = row.items()
    said = "; ".join(f"{ucap(key)} {_inline(one)}" for key, one in rest)
    return f"{ucap(first)}: {said}" if said else f"{ucap(first)}: selebihnya"


def _inline(value: Any, of: str = "") -> str:
    if isinstance(value, Mapping):
        if "pelanggaran" in value:
            return _bound(value)
        said = "; ".join(f"{ucap(key)} {_inline(one, key)}" for key, one in value.items())
        return said or "tidak ada"
    if isinstance(value, tuple | list):
        rows = bool(value) and isinstance(value[0], Mapping)
        return ("; " if rows else ", ").join(_inline(one) for one in value) or "tidak ada"
    return ucap(value, of)


def _bound(row: Mapping[str, Any]) -> str:
    """A bound of a distribution: «Kurang atau Butuh perbaikan paling sedikit 10%»."""
    who = " atau ".join(ucap(one) for one in row["predikat"])
    if "minimum_orang" in row:
        return f"{who} paling sedikit {ucap(row['minimum_orang'])} orang"
    if "minimum" in row:
        return f"{who} paling sedikit {ucap(row['minimum'])}%"
    return f"{who} paling banyak {ucap(row['maksimum'])}%"
