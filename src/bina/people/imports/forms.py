"""The upload form."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bina.people.models.impor import JenisImpor
from bina.ui.forms import Cards


class UnggahForm(forms.Form):
    jenis = forms.ChoiceField(
        label=_("Isi berkas"),
        choices=[(JenisImpor.PEGAWAI, _("Pegawai")), (JenisImpor.UNIT, _("Unit organisasi"))],
        initial=JenisImpor.PEGAWAI,
        widget=Cards(
            notes={
                JenisImpor.PEGAWAI: _("Siapa memegang jabatan apa, di unit mana, siapa atasannya."),
                JenisImpor.UNIT: _("Susunan unit dan jabatan pimpinannya. Unggah ini lebih dulu."),
            }
        ),
    )
    berkas = forms.FileField(
        label=_("Berkas"),
        help_text=_("xlsx atau csv, paling besar 50 MB. Urutan kolom bebas."),
        error_messages={
            "required": _("Pilih berkas yang akan diunggah."),
            "empty": _("Berkas ini kosong. Pilih berkas yang berisi data."),
        },
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
    )
