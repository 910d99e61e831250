"""The first talk, an entry of the log, and its evidence."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bina.core.files import ENDINGS, EVIDENCE
from bina.guidance.forms.isian import text
from bina.guidance.mentoring.services.log import Isi
from bina.guidance.models import Bentuk, LogMentoring, PeranMentee
from bina.ui.forms import DateInput, IntegerField


class BicaraForm(forms.Form):
    """The first talk: what the two agreed on."""

    tanggal = forms.DateField(label=_("Tanggal"), widget=DateInput)
    kesepakatan = text(
        _("Kesepakatan"),
        _(
            "Seberapa sering bertemu, apa yang tidak dibagikan, dan bahwa keduanya boleh berhenti "
            "atau meminta mentor lain kapan saja."
        ),
    )


class LogForm(forms.Form):
    """What was done together, in which forms and roles, and what was learned."""

    tanggal = forms.DateField(label=_("Tanggal"), widget=DateInput)
    menit = IntegerField(label=_("Lamanya (menit)"), min_value=1, max_value=1440)
    bentuk = forms.MultipleChoiceField(
        label=_("Bentuk"),
        help_text=_("Boleh lebih dari satu."),
        choices=Bentuk.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    peran = forms.MultipleChoiceField(
        label=_("Peran mentee"), choices=PeranMentee.choices, widget=forms.CheckboxSelectMultiple
    )
    kegiatan = text(_("Kegiatan atau proyek"))
    dikenalkan = forms.CharField(
        label=_("Siapa yang diperkenalkan"),
        max_length=300,
        required=False,
        help_text=_("Diisi bila bentuknya introducing."),
    )
    dipelajari = text(_("Yang dipelajari"))
    kendala = text(_("Kendala"), required=False, rows=2)
    tindak_lanjut = text(_("Tindak lanjut"), required=False, rows=2)
    suntingan = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=0)

    @staticmethod
    def initial_of(log: LogMentoring) -> dict[str, Any]:
        names = [name for name in LogForm.base_fields if name != "suntingan"]
        return {name: getattr(log, name) for name in (*names, "suntingan")}

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if Bentuk.INTRODUCING in data.get("bentuk", []) and not data.get("dikenalkan"):
            self.add_error("dikenalkan", _("Sebut siapa yang diperkenalkan."))
        return data

    def entry(self) -> Isi:
        data = {**self.cleaned_data}
        del data["suntingan"]
        return Isi(bentuk=tuple(data.pop("bentuk")), peran=tuple(data.pop("peran")), **data)


class BuktiForm(forms.Form):
    """A file that shows it."""

    berkas = forms.FileField(
        label=_("Bukti"),
        help_text=_("PDF, gambar, DOCX, atau XLSX."),
        widget=forms.ClearableFileInput(
            {"accept": ",".join(end for kind in sorted(EVIDENCE) for end in ENDINGS[kind])}
        ),
    )
