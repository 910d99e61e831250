"""The forms of what is kept to be used again."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bina.people.models import Jabatan, Unit
from bina.planning.forms import HasilForm
from bina.planning.isi import IsiHasil, IsiIndikator
from bina.planning.models import JenisLampiran, JenisSkp, Pendekatan, Skp
from bina.ui.forms import Cards


class TeksForm(forms.Form):
    """One text for one of the three lists."""

    jenis = forms.ChoiceField(label=_("Daftar"), choices=[("", _("Pilih")), *JenisLampiran.choices])
    uraian = forms.CharField(label=_("Teks"), max_length=500, widget=forms.Textarea({"rows": 2}))


class TemplatForm(forms.Form):
    """For which jabatan in which unit, and what it is called."""

    nama = forms.CharField(
        label=_("Nama templat"), max_length=200, help_text=_("Misalnya Guru kelas, 2026.")
    )
    unit = forms.ModelChoiceField(
        label=_("Unit"),
        queryset=Unit.objects.none(),
        empty_label=_("Pilih"),
        help_text=_("Berlaku bagi unit ini dan semua unit di bawahnya."),
    )
    jabatan = forms.CharField(
        label=_("Jabatan"),
        max_length=200,
        help_text=_("Tulis nama jabatannya; saran muncul selagi Anda menulis."),
        widget=forms.TextInput({"list": "daftar-jabatan"}),
    )
    pendekatan = forms.ChoiceField(
        label=_("Pendekatan hasil kerja"),
        choices=Pendekatan.choices,
        initial=Pendekatan.KUANTITATIF,
        widget=Cards(),
    )

    def __init__(self, *args: Any, units: Any, jabatan: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = units
        self.known = jabatan

    def clean_jabatan(self) -> Jabatan:
        words = " ".join(self.cleaned_data["jabatan"].split())
        found: Jabatan | None = self.known.filter(nama__iexact=words).last()
        if found is None:
            why = gettext("Jabatan ini tidak ada dalam unit Anda. Pilih nama dari daftar saran.")
            raise forms.ValidationError(why)
        return found


class TemplatHasilForm(HasilForm):
    """A result of a template: as in a draft, but for what belongs to a person.

    A perspektif may be left out: it is taken over only into plans that have that column.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        anybody = Skp(jenis=JenisSkp.JPT)
        super().__init__(*args, skp=anybody, supportable=[], **kwargs)
        for name in ("mendukung", "pemberi_tugas", "penugasan_dari"):
            del self.fields[name]
        self.fields["perspektif"].required = False

    def isi(self, indikator: tuple[IsiIndikator, ...]) -> IsiHasil:
        data = {key: value for key, value in self.cleaned_data.items() if key != "suntingan"}
        return IsiHasil(**data, indikator=indikator)


class NamaForm(forms.Form):
    """What a template offered out of a plan is called."""

    nama = forms.CharField(label=_("Nama templat"), max_length=200)


class PilihHasilForm(forms.Form):
    """Which results of a source are taken over."""

    suntingan = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    pilihan = forms.MultipleChoiceField(
        label=_("Hasil kerja yang disalin"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Pilih sedikitnya satu hasil kerja.")},
    )

    def __init__(self, *args: Any, titles: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["pilihan"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(number), title) for number, title in enumerate(titles)]
        field.initial = [str(number) for number in range(len(titles))]

    def chosen(self) -> set[int]:
        return {int(one) for one in self.cleaned_data["pilihan"]}


class BagikanForm(forms.Form):
    """To whom: everybody of that jabatan, or those ticked on the list."""

    cakupan = forms.ChoiceField(
        label=_("Kepada siapa"),
        choices=[("pilihan", _("Yang saya centang")), ("semua", _("Semua dalam daftar"))],
        initial="pilihan",
        widget=Cards(),
    )
    orang = forms.MultipleChoiceField(
        label=_("Orang"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, people: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["orang"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(pk), label) for pk, label in people]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("cakupan") == "pilihan" and not data.get("orang") and not self.errors:
            self.add_error("orang", gettext("Centang sedikitnya satu orang, atau pilih semua."))
        return data
