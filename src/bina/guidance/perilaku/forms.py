"""The forms of a matter of conduct."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bina.guidance.forms.isian import text
from bina.guidance.perilaku.services import Pembicaraan
from bina.ui.forms import DateInput


class BicaraForm(forms.Form):
    """The talk as it was."""

    tanggal = forms.DateField(label=_("Dibicarakan tanggal"), widget=DateInput)
    isi = text(
        _("Yang dibicarakan"),
        _("Kejadian, perilaku yang tampak, dan dampaknya. Bukan dugaan tentang orangnya."),
    )
    jawaban = text(
        _("Jawaban pegawai"),
        _("Menurut ingatan Anda. Ia dapat menambahkan tanggapannya sendiri."),
        required=False,
    )
    menghambat = forms.BooleanField(
        label=_("Perilaku ini menghambat, atau dapat menghambat, kinerja tim atau unit."),
        required=False,
    )
    tinjau_pada = forms.DateField(
        label=_("Ditinjau lagi tanggal"),
        widget=DateInput,
        help_text=_("Beri waktu yang cukup untuk berubah."),
    )

    def isian(self) -> Pembicaraan:
        return Pembicaraan(**self.cleaned_data)


class TanggapanForm(forms.Form):
    isi = text(_("Tanggapan Anda"), _("Dibaca oleh Anda dan penilai Anda."))


class TinjauForm(forms.Form):
    """What one sees since: changed, or not."""

    berubah = forms.ChoiceField(
        label=_("Sejak pembicaraan itu"),
        choices=[("ya", _("Perilakunya berubah")), ("tidak", _("Belum berubah"))],
        widget=forms.RadioSelect,
    )
    isi = text(_("Yang Anda lihat"), _("Kejadian sesudah pembicaraan, dengan tanggalnya."))

    def isian(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {"berubah": data["berubah"] == "ya", "isi": data["isi"]}
