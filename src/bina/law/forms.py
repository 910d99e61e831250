"""The form of one parameter: a field for each part of its value, the first day, the basis."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bina.law import jalur, kata, susunan
from bina.law.checking import Refused
from bina.law.pilihan import Bagian
from bina.rules.parameters import Parameter
from bina.ui.forms import DateInput, DecimalField, IntegerField
from bina.ui.tulisan import tanggal

PREFIX = "nilai"
ALONE = _("Nilai")


class KetentuanForm(forms.Form):
    """Typed to the kind of the value; what was typed stays, whatever is refused."""

    mulai = forms.DateField(label=_("Berlaku mulai"), widget=DateInput())
    dasar = forms.CharField(
        label=_("Dasar hukum"),
        max_length=300,
        help_text=_("Nomor, tanggal, dan judul keputusan. Tercetak di samping setiap hasil."),
    )

    def __init__(
        self, data: Any, *, parameter: Parameter, now: Mapping[str, Any], earliest: date
    ) -> None:
        self.parts = susunan.parts(parameter)
        initial: dict[str, Any] = {_name(path): one for path, one in now.items()}
        initial["mulai"] = earliest
        super().__init__(data, initial=initial)
        fields = {_name(one.nama): _field(one, parameter) for one in self.parts}
        self.fields = {**fields, **self.fields}
        self.fields["mulai"].help_text = _("Paling awal %(hari)s. Tidak berlaku surut.") % {
            "hari": tanggal(earliest)
        }

    def bagian(self) -> dict[str, Any]:
        """The parts as the service takes them."""
        found = {one.nama: self.cleaned_data[_name(one.nama)] for one in self.parts}
        several = {one.nama for one in self.parts if one.jenis == "banyak"}
        return {name: tuple(one) if name in several else one for name, one in found.items()}

    def refuse(self, refusal: Refused) -> None:
        """Say it at the field it is about."""
        own = {"mulai", "dasar"} & {refusal.bagian}
        name = refusal.bagian if own else _name(refusal.bagian)
        self.add_error(name if name in self.fields else None, str(refusal))


def _name(path: str) -> str:
    return f"{PREFIX}-{path}" if path else PREFIX


def _field(one: Bagian, parameter: Parameter) -> forms.Field:
    label = kata.path(one.nama) if one.nama else ALONE
    help_text: Any = "" if one.pilihan else kata.satuan(parameter)
    if jalur.is_row(parameter.name) and one.jenis == "angka":
        help_text = _("JP tiap hitungan. Untuk menit: JP paling banyak sehari.")
    given: dict[str, Any] = {"label": label, "required": one.wajib, "help_text": help_text}
    if one.jenis == "angka":
        return DecimalField(max_digits=9, decimal_places=2, **given)
    if one.jenis == "bulat":
        return IntegerField(**given)
    return _choosing(one, parameter, given)


def _plain(value: Any) -> int | str:
    return value if isinstance(value, int) else str(value)


def _choosing(one: Bagian, parameter: Parameter, given: dict[str, Any]) -> forms.Field:
    days = parameter.name.endswith(".hari_kerja")
    choices: list[Any] = [
        (_plain(value), kata.hari(value) if days else kata.ucap(value, one.nama))
        for value in one.pilihan
    ]
    if one.jenis == "banyak":
        kind = int if choices and isinstance(choices[0][0], int) else str
        widget = forms.CheckboxSelectMultiple
        return forms.TypedMultipleChoiceField(
            choices=choices, coerce=kind, empty_value=[], widget=widget, **given
        )
    if not one.wajib:
        choices = [("", _("tidak termasuk")), *choices]
    return forms.ChoiceField(choices=choices, **given)
