"""The forms of appraisal. They take what a person may write, and nothing else (T5)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bina.appraisal.models import Capaian
from bina.appraisal.models.evaluasi import Rating
from bina.appraisal.services.evaluations import Isi
from bina.ui.forms import Cards, IntegerField

LONG = 3000


class Later(forms.CharField):
    """Needed before release, not before saving: the label does not call it optional."""

    def validate(self, value: Any) -> None:
        if value not in self.empty_values:
            super().validate(value)


class LaterChoice(forms.ChoiceField):
    def validate(self, value: Any) -> None:
        if value not in self.empty_values:
            super().validate(value)


def rating(label: Any, notes: dict[str, Any]) -> LaterChoice:
    """The three steps with their criteria (kinerja.md 1.6, step 3a)."""
    return LaterChoice(label=label, choices=Rating.choices, widget=Cards(notes=notes))


def reason(label: Any, help_text: Any) -> Later:
    return Later(
        label=label, max_length=LONG, help_text=help_text, widget=forms.Textarea({"rows": 2})
    )


class NilaiForm(forms.Form):
    """The penilai's ratings of one person, with their reasons."""

    use_required_attribute = False

    rating_hasil = rating(
        _("Hasil kerja"),
        {
            "di_atas": _(
                "Sebagian besar atau semua melampaui, tidak ada hasil utama di bawah, umpan balik "
                "mayoritas positif"
            ),
            "sesuai": _(
                "Sebagian besar terpenuhi, hanya sebagian kecil hasil utama di bawah, umpan balik "
                "umumnya positif"
            ),
            "di_bawah": _("Sebagian besar belum terpenuhi, umpan balik mayoritas negatif"),
        },
    )
    alasan_hasil = reason(
        _("Alasan rating hasil kerja"),
        _("Perlu diisi bila bukan sesuai ekspektasi. Sebut hasil dan angkanya."),
    )
    rating_perilaku = rating(
        _("Perilaku kerja"),
        {
            "di_atas": _("Konsisten dan menjadi teladan bagi rekan"),
            "sesuai": _("Konsisten untuk diri sendiri"),
            "di_bawah": _("Belum konsisten"),
        },
    )
    alasan_perilaku = reason(
        _("Alasan rating perilaku"),
        _("Sebut satu kejadian yang Anda lihat sendiri atau dari umpan balik."),
    )
    catatan = forms.CharField(
        label=_("Catatan untuk pegawai"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea({"rows": 3}),
    )
    suntingan = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    halaman = forms.CharField(max_length=32, widget=forms.HiddenInput)

    def isi(self) -> Isi:
        data = self.cleaned_data
        return Isi(
            data["rating_hasil"],
            data["rating_perilaku"],
            data["alasan_hasil"],
            data["alasan_perilaku"],
            data["catatan"],
        )


class RilisForm(forms.Form):
    """The state the penilai has seen and now releases."""

    suntingan = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class CapaianForm(forms.Form):
    """What a unit achieved; the reason of a change only when there is something to change."""

    capaian = forms.ChoiceField(
        label=_("Capaian kinerja organisasi"),
        choices=Capaian.choices,
        widget=Cards(
            notes={
                "istimewa": _("Melampaui target yang disepakati"),
                "sangat_kurang": _("Sebagian besar rencana aksi belum ada kemajuan"),
            }
        ),
        error_messages={"required": _("Pilih satu dari lima capaian.")},
    )
    alasan = forms.CharField(
        label=_("Alasan"),
        max_length=LONG,
        help_text=_("Sebut target dan realisasi unit. Dibaca para penilai di unit ini."),
        widget=forms.Textarea({"rows": 3}),
    )
    alasan_perubahan = forms.CharField(
        label=_("Alasan perubahan"), max_length=LONG, widget=forms.Textarea({"rows": 2})
    )
    suntingan = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, changes: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not changes:
            del self.fields["alasan_perubahan"]


class TahunForm(forms.Form):
    tahun = IntegerField(label=_("Tahun"), help_text=_("Empat triwulan dibuka sekaligus."))
