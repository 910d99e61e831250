"""The final report, and the pimpinan's word."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bina.guidance.forms.isian import text
from bina.guidance.mentoring.services.laporan import Hasil, Isi
from bina.guidance.models import ButirRencana, LaporanMentoring, Perubahan


class LaporanForm(forms.Form):
    """A question and an answer for each measure of the plan, then the whole."""

    ringkasan = text(_("Ringkasan"))
    pengetahuan = text(
        _("Pengetahuan yang didokumentasikan"),
        _("Apa yang Anda tuliskan supaya orang lain juga dapat memakainya, dan di mana?"),
    )
    rekomendasi = text(_("Rekomendasi"), required=False)
    suntingan = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=0)

    def __init__(self, *args: Any, butir: Iterable[ButirRencana], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.butir = list(butir)
        for one in self.butir:
            self.fields[f"realisasi_{one.pk}"] = forms.CharField(
                label=_("Yang dicapai"), max_length=500
            )
            self.fields[f"tercapai_{one.pk}"] = forms.BooleanField(
                label=_("Ukuran ini tercapai"), required=False
            )

    def ukuran(self) -> list[tuple[ButirRencana, Any, Any]]:
        """Each measure with its two fields, for the page."""
        return [
            (one, self[f"realisasi_{one.pk}"], self[f"tercapai_{one.pk}"]) for one in self.butir
        ]

    @staticmethod
    def initial_of(found: LaporanMentoring | None) -> dict[str, Any]:
        if found is None:
            return {}
        names = ("ringkasan", "pengetahuan", "rekomendasi", "suntingan")
        said: dict[str, Any] = {name: getattr(found, name) for name in names}
        for one in found.capaian.all():
            said[f"realisasi_{one.butir_id}"] = one.realisasi
            said[f"tercapai_{one.butir_id}"] = one.tercapai
        return said

    def laporan(self) -> Isi:
        data = self.cleaned_data
        found = {
            one.pk: Hasil(data[f"realisasi_{one.pk}"], data[f"tercapai_{one.pk}"])
            for one in self.butir
        }
        return Isi(data["ringkasan"], data["pengetahuan"], data["rekomendasi"], found)


class KonfirmasiForm(forms.Form):
    """Whether the change of item e is felt."""

    perubahan = forms.ChoiceField(
        label=_("Apakah Anda merasakan perubahannya?"),
        choices=Perubahan.choices,
        widget=forms.RadioSelect,
    )
    kata = text(_("Apa yang Anda lihat"), rows=2)
