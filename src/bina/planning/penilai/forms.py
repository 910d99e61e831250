"""Forms about who appraises: a substitute for some days, a hand-over for good."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bina.people.forms import NipField
from bina.ui.forms import DateInput


class PenggantiForm(forms.Form):
    """Whom somebody replaces, from when to when, and on what ground."""

    penilai = NipField(
        label=_("NIP atau email penilai yang berhalangan"),
        help_text=_("Diri Anda sendiri, bawahan Anda, atau penilai di unit yang Anda kelola."),
    )
    pengganti = NipField(
        label=_("NIP atau email pengganti"), help_text=_("NIP 18 angka, boleh dengan spasi.")
    )
    mulai = forms.DateField(label=_("Hari pertama"), widget=DateInput)
    selesai = forms.DateField(label=_("Hari terakhir"), widget=DateInput)
    alasan = forms.CharField(
        label=_("Dasar penunjukan"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Misalnya surat cuti atau surat perintah, dengan nomornya."),
    )

    def __init__(self, *args: Any, instansi_id: int | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("penilai", "pengganti"):
            self.fields[name].instansi_id = instansi_id  # type: ignore[attr-defined]


class SerahTerimaForm(forms.Form):
    """From which day the new penilai appraises, and on what ground."""

    mulai = forms.DateField(label=_("Penilai baru menilai mulai"), widget=DateInput)
    alasan = forms.CharField(
        label=_("Dasar serah terima"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Misalnya surat keputusan mutasi atau pensiun, dengan nomornya."),
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        kwargs["initial"] = {"mulai": on}
        super().__init__(*args, **kwargs)
