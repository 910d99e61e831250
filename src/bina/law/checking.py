"""Whether a value is one the rules can judge by: its form, its choices, its bounds, its order."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from bina.law import jalur, susunan
from bina.law.pilihan import NAIK, TURUN, Bagian
from bina.rules.parameters import Parameter
from bina.ui.tulisan import angka


class Refused(Exception):
    """This cannot be set; the message says why and what to do. `bagian` names the field."""

    def __init__(self, message: str, bagian: str = "") -> None:
        super().__init__(message)
        self.bagian = bagian


def check(parameter: Parameter, leaves: Mapping[str, Any]) -> None:
    """Raise Refused unless these parts make a value of this parameter."""
    asked = susunan.parts(parameter)
    if set(leaves) - {one.nama for one in asked}:
        raise Refused(_("Isian ini bukan bagian dari ketentuan ini. Muat ulang halaman ini."))
    for one in asked:
        _check_part(one, leaves.get(one.nama))
    _check_order(parameter.name, leaves)
    _check_row(parameter.name, leaves)


def _check_part(one: Bagian, given: Any) -> None:
    if given is None or given in ("", ()):
        if one.wajib:
            raise Refused(_("Bagian ini belum diisi."), one.nama)
    elif one.jenis in {"angka", "bulat"}:
        _check_number(one, given)
    elif not set(given if one.jenis == "banyak" else [given]) <= set(one.pilihan):
        raise Refused(_("Pilih dari daftar yang ada."), one.nama)


def _check_number(one: Bagian, given: Any) -> None:
    kind = int if one.jenis == "bulat" else Decimal
    if type(given) is not kind or not Decimal(given).is_finite():
        raise Refused(_("Isi dengan angka."), one.nama)
    if not one.batas.least <= given <= one.batas.most:
        words = _("Isi dengan angka %(dari)s sampai %(sampai)s.")
        bounds = {"dari": angka(one.batas.least), "sampai": angka(one.batas.most)}
        raise Refused(words % bounds, one.nama)


def _check_order(name: str, leaves: Mapping[str, Any]) -> None:
    sign = 1 if name in NAIK else -1
    if name not in NAIK | TURUN:
        return
    for (_path, before), (path, after) in pairwise(leaves.items()):
        if sign * (after - before) <= 0:
            raise Refused(
                _("Batas kelas ini harus berbeda dari kelas di sebelahnya dan urut."), path
            )


def _check_row(name: str, leaves: Mapping[str, Any]) -> None:
    lacks = jalur.row_lacks(leaves) if jalur.is_row(name) else ""
    if lacks == "nasional":
        raise Refused(
            _("Isi JP di dalam negeri. Untuk hitungan menit, isi paling banyak sehari."), lacks
        )
    if lacks:
        raise Refused(
            _("Hitungan ini tidak memakai angka. Kosongkan angkanya atau pilih hitungan lain."),
            "nasional",
        )
