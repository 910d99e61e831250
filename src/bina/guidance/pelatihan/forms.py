"""The form of a training: what, why, by when."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bina.competency.door import NAMA_JALUR
from bina.guidance.forms.isian import text
from bina.guidance.models import JenisPelatihan
from bina.guidance.pelatihan.jalur import JALUR
from bina.guidance.pelatihan.services import Isi
from bina.ui.forms import DateInput


def _choices() -> list[tuple[Any, list[tuple[str, Any]]]]:
    """The jalur, under the kind each belongs to."""
    names: dict[str, Any] = {str(jalur): name for jalur, name in NAMA_JALUR.items()}
    return [
        (kind.label, [(one, names[one]) for one in JALUR[kind.value]]) for kind in JenisPelatihan
    ]


class PelatihanForm(forms.Form):
    """Its jalur says whether it is formal or informal, so nobody is asked twice."""

    jalur = forms.ChoiceField(label=_("Jalur"), choices=_choices)
    apa = forms.CharField(
        label=_("Pelatihan"),
        max_length=200,
        help_text=_(
            "Nama atau pokok pelatihannya. Dibaca juga oleh unit kepegawaian untuk menyusun "
            "rencana pengembangan kompetensi; jangan tulis keadaan pegawai di sini."
        ),
    )
    alasan = text(_("Mengapa"), _("Dibaca oleh pegawai ini dan Anda saja."))
    sampai = forms.DateField(label=_("Selesai paling lambat"), widget=DateInput)

    def isi(self) -> Isi:
        jalur = self.cleaned_data["jalur"]
        jenis = next(kind for kind, held in JALUR.items() if jalur in held)
        return Isi(jenis, **self.cleaned_data)


class TarikForm(forms.Form):
    alasan = forms.CharField(
        label=_("Alasan"), max_length=2000, required=False, widget=forms.Textarea({"rows": 2})
    )
