"""Who coaches, their certificate, a question of the agency's, a reaction."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bina.guidance.coaching.reaksi import NAMA
from bina.guidance.coaching.services.sertifikat import IsiSertifikat
from bina.guidance.forms.triase import MulaiForm
from bina.guidance.models import Bagian
from bina.guidance.models.sesudah_sesi import LEAST, MOST
from bina.ui.forms import DateInput


class TugaskanForm(MulaiForm):
    """The coach of a case that goes on: as at its beginning, without the topic."""

    topik = None  # type: ignore[assignment]


class SertifikatForm(forms.Form):
    nomor = forms.CharField(label=_("Nomor sertifikat"), max_length=120)
    penyelenggara = forms.CharField(
        label=_("Penyelenggara"), max_length=200, help_text=_("Lembaga yang melatih.")
    )
    tanggal = forms.DateField(label=_("Tanggal sertifikat"), widget=DateInput)
    berlaku_sampai = forms.DateField(
        label=_("Berlaku sampai"),
        required=False,
        widget=DateInput,
        help_text=_("Kosongkan bila sertifikat tidak menyebut akhir masa berlaku."),
    )
    berkas = forms.FileField(label=_("Berkas sertifikat"), help_text=_("PDF atau gambar."))

    def isi(self) -> IsiSertifikat:
        data = self.cleaned_data
        names = ("nomor", "penyelenggara", "tanggal", "berlaku_sampai")
        return IsiSertifikat(**{name: data[name] for name in names})


class PertanyaanForm(forms.Form):
    bagian = forms.ChoiceField(label=_("Bagian"), choices=Bagian.choices)
    isi = forms.CharField(
        label=_("Pertanyaan"),
        max_length=300,
        help_text=_("Pertanyaan terbuka, yang tidak dapat dijawab dengan ya atau tidak."),
    )


class ReaksiForm(forms.Form):
    """Four marks, 1 to 5."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        marks: list[tuple[int, Any]] = [(n, str(n)) for n in range(LEAST, MOST + 1)]
        marks[0] = (LEAST, _("1: sama sekali tidak"))
        marks[-1] = (MOST, _("5: sangat"))
        for side, label in NAMA.items():
            self.fields[side] = forms.TypedChoiceField(
                label=label, choices=marks, coerce=int, widget=forms.RadioSelect
            )
