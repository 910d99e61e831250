"""A new topic; the topics of a case."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bina.guidance.models import Bidang, JenisTopik


class TopikForm(forms.Form):
    jenis = forms.ChoiceField(
        label=_("Untuk"), choices=JenisTopik.choices, widget=forms.RadioSelect
    )
    nama = forms.CharField(label=_("Topik baru"), max_length=120)


class PilihForm(forms.Form):
    """Which topics a guidance is about."""

    topik = forms.MultipleChoiceField(
        label=_("Topik"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Paling banyak tiga. Dipakai untuk papan topik, tanpa nama orang."),
    )

    def __init__(self, *args: Any, topik: Iterable[Bidang], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["topik"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(one.pk), str(one)) for one in topik]

    def topik_ids(self) -> list[int]:
        return [int(one) for one in self.cleaned_data["topik"]]
