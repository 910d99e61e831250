"""Forms of voiding."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bina.planning.models import SebabBatal


class BatalForm(forms.Form):
    sebab = forms.ChoiceField(label=_("Apa yang keliru"), choices=SebabBatal.choices)
    alasan = forms.CharField(
        label=_("Penjelasan"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Dibaca pegawai, pengelola kinerja, dan auditor."),
    )


class PutusanForm(forms.Form):
    tanggapan = forms.CharField(
        label=_("Tanggapan"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
