"""The form of a Manual Indikator Kinerja."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bina.planning.forms import Seen, text
from bina.planning.manual.services import IsiManual
from bina.planning.models import Indikator
from bina.planning.models.manual import Kendali, ManualIndikator, PeriodePelaporan

NAMES = ("tujuan", "definisi", "formula", "kendali", "sumber_data", "periode")


class ManualForm(Seen):
    """What the indicator is for, what it means, how it is counted, and where its data come from."""

    tujuan = text(_("Tujuan"), help_text=_("Untuk apa indikator ini dipakai."))
    definisi = text(_("Definisi"), help_text=_("Apa yang dihitung, dan apa yang tidak."))
    formula = text(_("Formula"), rows=2, help_text=_("Cara menghitung angkanya."))
    kendali = forms.ChoiceField(
        label=_("Kualitas dan tingkat kendali"), choices=[("", _("Pilih")), *Kendali.choices]
    )
    sumber_data = text(_("Sumber data"), rows=2, help_text=_("Dari mana angkanya diambil."))
    periode = forms.ChoiceField(
        label=_("Periode pelaporan"), choices=[("", _("Pilih")), *PeriodePelaporan.choices]
    )

    def __init__(self, *args: Any, indikator: Indikator, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["formula"].required = indikator.target is not None
        manual = ManualIndikator.objects.filter(indikator=indikator).first()
        for name in NAMES:
            self.fields[name].initial = getattr(manual, name) if manual else ""

    def isi(self) -> IsiManual:
        return IsiManual(**{name: self.cleaned_data[name] for name in NAMES})
