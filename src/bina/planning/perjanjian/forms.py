"""The forms of a unit's perjanjian kinerja. They take what a person may write (T5)."""

from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bina.planning.completeness import same_words
from bina.planning.forms import BaseIndikatorFormSet, IndikatorForm, Seen, text
from bina.planning.isi import IsiAnggaran, IsiIndikator, IsiSasaran
from bina.ui.forms import DecimalField


class SasaranForm(Seen):
    """What the unit is to have reached by the end of the year."""

    uraian = text(_("Sasaran"), help_text=_("Tulis keadaan yang tercapai, bukan kegiatannya."))

    def isi(self, indikator: tuple[IsiIndikator, ...]) -> IsiSasaran:
        return IsiSasaran(self.cleaned_data["uraian"], indikator)


class TargetForm(IndikatorForm):
    """An indicator of the unit: as an individual one, without aspek and way of counting."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, beraspek=False, **kwargs)
        del self.fields["cara_hitung"], self.fields["target_atas"]


def target_formset(*, extra: int) -> type[BaseIndikatorFormSet]:
    made: Any = formset_factory(
        TargetForm, formset=BaseIndikatorFormSet, extra=extra, can_delete=True, max_num=20
    )
    return made


class AnggaranForm(forms.Form):
    """One line of the budget. A line without a name is left out."""

    program = forms.CharField(label=_("Program atau kegiatan"), max_length=300, required=False)
    jumlah = DecimalField(
        label=_("Anggaran (rupiah)"), required=False, min_value=0, max_digits=20, decimal_places=2
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        named, amount = data.get("program"), data.get("jumlah")
        if named and amount is None and "jumlah" not in self.errors:
            self.add_error("jumlah", gettext("Isi anggarannya, atau 0 bila tidak ada."))
        elif amount is not None and not named:
            self.add_error("program", gettext("Tulis nama program atau kegiatannya."))
        return data


class BaseAnggaranFormSet(BaseFormSet):
    """The budget as a whole: no programme twice."""

    def clean(self) -> None:
        seen: set[str] = set()
        for form in self.forms:
            key = same_words(getattr(form, "cleaned_data", {}).get("program") or "")
            if key and key in seen:
                form.add_error("program", gettext("Program ini sudah ada di baris lain."))
            seen.add(key)

    def isi(self) -> list[IsiAnggaran]:
        return [
            IsiAnggaran(form.cleaned_data["program"], form.cleaned_data["jumlah"])
            for form in self.forms
            if form.cleaned_data.get("program")
        ]


def anggaran_formset(*, extra: int) -> type[BaseAnggaranFormSet]:
    made: Any = formset_factory(
        AnggaranForm, formset=BaseAnggaranFormSet, extra=extra, max_num=200, validate_max=True
    )
    return made


class AlasanForm(forms.Form):
    """Why the perjanjian changes."""

    alasan = text(
        _("Alasan perubahan"), help_text=_("Dibaca semua pegawai instansi bersama versi baru.")
    )
