"""The forms of the dialogue at planning."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bina.planning.forms import LONG, Seen


class CatatanForm(Seen):
    """One's own note about one result."""

    isi = forms.CharField(
        label=_("Catatan Anda"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea({"rows": 3}),
    )


class SepakatForm(forms.Form):
    """A point agreed on: about which result, and what."""

    hasil = forms.ChoiceField(label=_("Tentang"), required=False)
    uraian = forms.CharField(
        label=_("Yang disepakati"), max_length=500, widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, *args: Any, hasil: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["hasil"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", _("Seluruh rencana")),
            *((str(pk), words) for pk, words in hasil),
        ]
