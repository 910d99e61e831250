"""The mentee's plan, items a to f."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from bina.guidance.forms.isian import choose, text
from bina.guidance.mentoring.services.rencana import IsiButir, Rencana
from bina.guidance.models import Bidang, Mentoring
from bina.ui.forms import DateInput

SPARE_SKILLS = 2
MINE = (
    (0, _("Belum pernah")),
    (1, _("1: paham dasarnya")),
    (2, _("2: bisa dengan bimbingan")),
    (3, _("3: bisa sendiri")),
    (4, _("4: mumpuni, ingin menjadi ahli")),
)


class RencanaForm(forms.Form):
    """What one wants to learn, until when, and what the pimpinan will notice."""

    bidang = forms.ChoiceField(label=_("Bidang yang ingin dipelajari"))
    tingkat = forms.TypedChoiceField(
        label=_("Tingkat Anda sekarang"),
        help_text=_("Mentor yang disarankan setidaknya satu tingkat di atasnya."),
        choices=MINE,
        coerce=int,
    )
    tujuan = text(_("Tujuan mentoring"), _("Apa yang ingin Anda capai?"))
    perubahan = text(
        _("Perubahan yang akan dirasakan pimpinan"),
        _("Pada akhir mentoring pimpinan ditanya apakah ia merasakannya."),
    )
    mulai = forms.DateField(label=_("Mulai"), widget=DateInput)
    selesai = forms.DateField(label=_("Selesai"), widget=DateInput)
    lokasi = forms.CharField(
        label=_("Tempat Anda bekerja"),
        max_length=80,
        required=False,
        help_text=_("Mentor di tempat yang sama didahulukan. Boleh dikosongkan."),
    )
    suntingan = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=0)

    def __init__(self, *args: Any, bidang: Iterable[Bidang], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "bidang", [(str(one.pk), str(one)) for one in bidang])

    @staticmethod
    def initial_of(one: Mentoring) -> dict[str, Any]:
        names = ("tingkat", "tujuan", "perubahan", "mulai", "selesai", "lokasi", "suntingan")
        return {"bidang": str(one.bidang_id), **{name: getattr(one, name) for name in names}}

    def rencana(self, butir: tuple[IsiButir, ...]) -> Rencana:
        data = {**self.cleaned_data}
        del data["suntingan"]
        return Rencana(bidang_id=int(data.pop("bidang")), butir=butir, **data)


class ButirForm(forms.Form):
    """One skill; a line left empty is none."""

    keahlian = forms.CharField(
        label=_("Keahlian atau keterampilan"), max_length=300, required=False
    )
    langkah = text(_("Langkah-langkah mengembangkannya"), required=False, rows=2)
    ukuran = forms.CharField(
        label=_("Ukuran keberhasilan"),
        max_length=300,
        required=False,
        help_text=_("Bagaimana Anda berdua tahu bahwa ini berhasil?"),
    )
    sampai = forms.DateField(label=_("Sampai"), widget=DateInput, required=False)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if any(data.values()):
            for name, why in MISSING.items():
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, why)
        return data


MISSING = {
    "keahlian": _("Isi keahliannya."),
    "langkah": _("Isi langkah-langkahnya."),
    "ukuran": _("Isi ukurannya: tanpa ukuran keberhasilan rencana tidak dapat diajukan."),
    "sampai": _("Isi tenggatnya."),
}


def butir_formset(data: Any, one: Mentoring | None) -> BaseFormSet:
    """The skills of a plan, and empty lines for more."""
    made: Any = formset_factory(ButirForm, extra=SPARE_SKILLS, max_num=20)
    rows = list(one.butir.all()) if one else []
    names = ("keahlian", "langkah", "ukuran", "sampai")
    initial = [{name: getattr(row, name) for name in names} for row in rows]
    formset: BaseFormSet = made(data, prefix="butir", initial=initial)
    if formset.forms:  # a broken count makes none; the formset says so itself
        _require(formset.forms[0])
    return formset


def _require(first: forms.BaseForm) -> None:
    """A plan has one skill at least: of the first, nothing may stay empty."""
    first.empty_permitted = False
    for name, why in MISSING.items():
        first.fields[name].required = True
        first.fields[name].error_messages["required"] = str(why)


def butir_of(formset: BaseFormSet) -> tuple[IsiButir, ...]:
    filled = [form.cleaned_data for form in formset if form.cleaned_data.get("keahlian")]
    return tuple(IsiButir(**one) for one in filled)
