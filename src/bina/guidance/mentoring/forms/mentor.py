"""A mentor's profile, and the mentee's choice among mentors."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from bina.guidance.forms.isian import choose
from bina.guidance.mentoring.matching import Saran
from bina.guidance.mentoring.services.mentor import IsiKeahlian, Profil
from bina.guidance.models import Bidang, Mentor
from bina.guidance.models.mentor import MOST_MENTEES
from bina.ui.forms import IntegerField

SPARE_FIELDS = 2
THEIRS = (
    ("", _("Pilih")),
    (2, _("2: dasar")),
    (3, _("3: menengah")),
    (4, _("4: mumpuni")),
    (5, _("5: ahli")),
)


class ProfilForm(forms.Form):
    """How many mentees, where, and whether at all for now."""

    tersedia = forms.BooleanField(
        label=_("Saya bersedia menjadi mentor"),
        required=False,
        help_text=_("Tanpa centang Anda tidak disarankan; mentoring yang berjalan tetap berjalan."),
    )
    kapasitas = IntegerField(
        label=_("Paling banyak berapa orang sekaligus"), min_value=1, max_value=MOST_MENTEES
    )
    lokasi = forms.CharField(label=_("Tempat Anda bekerja"), max_length=80, required=False)

    @staticmethod
    def initial_of(mentor: Mentor | None) -> dict[str, Any]:
        if mentor is None:
            return {"tersedia": True, "kapasitas": 2}
        names = ("tersedia", "kapasitas", "lokasi")
        return {name: getattr(mentor, name) for name in names}

    def profil(self, keahlian: tuple[IsiKeahlian, ...]) -> Profil:
        return Profil(keahlian=keahlian, **self.cleaned_data)


class KeahlianForm(forms.Form):
    """One field; a line left empty is none."""

    bidang = forms.ChoiceField(label=_("Bidang"), required=False)
    tingkat = forms.TypedChoiceField(
        label=_("Tingkat"), choices=THEIRS, coerce=int, empty_value=None, required=False
    )
    pengalaman = forms.CharField(
        label=_("Pengalaman"),
        max_length=300,
        required=False,
        help_text=_("Apa yang pernah Anda kerjakan di bidang ini? Dibaca calon mentee."),
    )

    def __init__(self, *args: Any, pilihan: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "bidang", [("", _("Tidak ada")), *pilihan])

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("bidang"):
            if not data.get("tingkat") and "tingkat" not in self.errors:
                self.add_error("tingkat", _("Pilih tingkatnya."))
            if not data.get("pengalaman") and "pengalaman" not in self.errors:
                self.add_error("pengalaman", _("Isi pengalaman Anda di bidang ini."))
        return data


def keahlian_formset(data: Any, mentor: Mentor | None, bidang: Iterable[Bidang]) -> BaseFormSet:
    """The fields of a mentor, and empty lines for more."""
    made: Any = formset_factory(KeahlianForm, extra=SPARE_FIELDS, max_num=20)
    rows = list(mentor.keahlian.all()) if mentor else []
    initial = [
        {"bidang": str(row.bidang_id), "tingkat": row.tingkat, "pengalaman": row.pengalaman}
        for row in rows
    ]
    choices = [(str(one.pk), str(one)) for one in bidang]
    formset: BaseFormSet = made(
        data, prefix="keahlian", initial=initial, form_kwargs={"pilihan": choices}
    )
    return formset


def keahlian_of(formset: BaseFormSet) -> tuple[IsiKeahlian, ...]:
    filled = [form.cleaned_data for form in formset if form.cleaned_data.get("bidang")]
    return tuple(
        IsiKeahlian(int(one["bidang"]), one["tingkat"], one["pengalaman"]) for one in filled
    )


class PilihanForm(forms.Form):
    """Up to so many mentors, in order; each from the suggestions of this plan."""

    def __init__(self, *args: Any, saran: Iterable[Saran], banyak: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given = [(str(one.mentor_id), one.nama) for one in saran]
        for n in range(1, banyak + 1):
            label = _("Pilihan ke-%(n)d") % {"n": n}
            choices = [("", _("Tidak ada")), *given] if n > 1 else [("", _("Pilih")), *given]
            self.fields[f"pilihan_{n}"] = forms.ChoiceField(
                label=label, choices=choices, required=n == 1
            )

    def mentor_ids(self) -> list[int]:
        return [int(one) for one in self.cleaned_data.values() if one]


class BidangForm(forms.Form):
    """A field of the agency's own."""

    nama = forms.CharField(label=_("Bidang baru"), max_length=120)
