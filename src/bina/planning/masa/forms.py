"""Forms of the planning period."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bina.people.models import Unit
from bina.planning import ketentuan
from bina.planning.masa.services.masa import Hari
from bina.planning.models import MasaPerencanaan
from bina.rules.parameters import Parameters
from bina.ui.forms import DateInput, IntegerField


class HariForm(forms.Form):
    """The four days."""

    susun_mulai = forms.DateField(label=_("Penyusunan mulai"), widget=DateInput)
    susun_selesai = forms.DateField(
        label=_("Penyusunan sampai"),
        widget=DateInput,
        help_text=_("Sesudah hari ini SKP baru tidak dapat dimulai atau diajukan."),
    )
    tetapkan_mulai = forms.DateField(label=_("Penetapan mulai"), widget=DateInput)
    tetapkan_selesai = forms.DateField(
        label=_("Penetapan sampai"),
        widget=DateInput,
        help_text=_("SKP yang dikembalikan masih dapat diajukan sampai hari ini."),
    )

    def hari(self) -> Hari:
        return Hari(**{name: self.cleaned_data[name] for name in Hari.__slots__})


class BukaMasaForm(HariForm):
    """A new period: for which unit and which year."""

    unit = forms.ModelChoiceField(
        label=_("Untuk unit ini dan di bawahnya"),
        queryset=Unit.objects.none(),
        empty_label=_("Pilih unit"),
    )
    tahun = IntegerField(label=_("Tahun rencana"), min_value=2022, max_value=2100)
    field_order = ["unit", "tahun"]

    def __init__(self, *args: Any, units: Any, law: Parameters, on: date, **kwargs: Any) -> None:
        year = on.year if on.month < 11 else on.year + 1
        last = ketentuan.akhir_penetapan(year, law=law)
        first = date(year, 1, 1)
        kwargs["initial"] = {
            "tahun": year,
            "susun_mulai": first,
            "susun_selesai": max(first, last - timedelta(days=7)),
            "tetapkan_mulai": first,
            "tetapkan_selesai": last,
        }
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


class UbahMasaForm(HariForm):
    """Other days, closing or opening again, always with a reason."""

    alasan = forms.CharField(
        label=_("Alasan"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    suntingan = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, masa: MasaPerencanaan, **kwargs: Any) -> None:
        names = [*Hari.__slots__, "suntingan"]
        kwargs["initial"] = {name: getattr(masa, name) for name in names}
        super().__init__(*args, **kwargs)
