"""What the two type: a day, a point, a note, the summary with its actions."""

from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from bina.dialog.models import Dialog
from bina.dialog.services.dialog import IsiTindakan, Rangkuman
from bina.ui.forms import DateInput

LONG = 4000
SPARE_ACTIONS = 3


class JadwalForm(forms.Form):
    """When, and where if that helps."""

    tanggal = forms.DateField(label=_("Tanggal dialog"), widget=DateInput)
    tempat = forms.CharField(
        label=_("Tempat"),
        max_length=200,
        required=False,
        help_text=_("Ruang, atau tautan rapat."),
    )


class ButirForm(forms.Form):
    """A point of the agenda in one's own words."""

    uraian = forms.CharField(
        label=_("Apa yang ingin Anda bicarakan?"),
        max_length=300,
        error_messages={"required": _("Tulis dulu apa yang ingin dibicarakan.")},
    )


class CatatanForm(forms.Form):
    """One's own note."""

    isi = forms.CharField(
        label=_("Catatan saya"),
        required=False,
        max_length=LONG,
        help_text=_("Hanya Anda yang membacanya, juga setelah dialog selesai."),
        widget=forms.Textarea({"rows": 4}),
    )
    suntingan_catatan = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class BatalForm(forms.Form):
    """Why it is called off."""

    alasan = forms.CharField(
        label=_("Alasan pembatalan"),
        max_length=2000,
        help_text=_("Dibaca Anda berdua."),
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": _("Tuliskan alasannya, supaya yang lain tahu mengapa.")},
    )


class SuntinganForm(forms.Form):
    """Which edit of the summary was on the page."""

    suntingan = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class RangkumanForm(SuntinganForm):
    """What was said and agreed, in words."""

    ringkasan = forms.CharField(
        label=_("Ringkasan pembicaraan"),
        max_length=LONG,
        help_text=_("Dibaca Anda berdua. Tulis yang disepakati, bukan seluruh pembicaraan."),
        widget=forms.Textarea({"rows": 6}),
        error_messages={"required": _("Tulis dulu ringkasan pembicaraan Anda berdua.")},
    )


class TindakanForm(forms.Form):
    """One agreed action; a line left empty is none."""

    uraian = forms.CharField(label=_("Tindakan"), max_length=500, required=False)
    oleh = forms.ChoiceField(label=_("Oleh"), required=False)
    tenggat = forms.DateField(label=_("Tenggat"), widget=DateInput, required=False)

    def __init__(self, *args: Any, orang: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["oleh"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = orang

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("uraian") and not data.get("tenggat") and "tenggat" not in self.errors:
            self.add_error("tenggat", _("Isi tenggat tindakan ini."))
        if data.get("tenggat") and not data.get("uraian") and "uraian" not in self.errors:
            self.add_error("uraian", _("Tulis tindakannya, atau kosongkan tenggatnya."))
        return data


def actions(one: Dialog, data: Any = None) -> BaseFormSet:
    """The actions of a dialogue, and a few empty lines for more."""
    made: Any = formset_factory(TindakanForm, extra=SPARE_ACTIONS, max_num=20)
    people = [
        ("pegawai", one.pegawai.orang.nama_lengkap),
        ("penilai", one.penilai.nama_lengkap),
    ]
    initial = [
        {"uraian": each.uraian, "oleh": one.party(each.oleh_id), "tenggat": each.tenggat}
        for each in one.tindakan.all()
    ]
    formset: BaseFormSet = made(
        data, prefix="tindakan", initial=initial, form_kwargs={"orang": people}
    )
    return formset


def rangkuman(form: RangkumanForm, tindakan: BaseFormSet) -> Rangkuman:
    filled = [each.cleaned_data for each in tindakan if each.cleaned_data.get("uraian")]
    given = tuple(IsiTindakan(one["uraian"], one["oleh"], one["tenggat"]) for one in filled)
    return Rangkuman(form.cleaned_data["ringkasan"], given)
