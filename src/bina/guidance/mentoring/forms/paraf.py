"""An initial or a signature: the read box and the digest of what was read."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ParafForm(forms.Form):
    dibaca = forms.BooleanField(label=_("Saya sudah membacanya dan isinya benar."), required=False)
    isi = forms.RegexField(regex=r"^[0-9a-f]{64}$", widget=forms.HiddenInput)
