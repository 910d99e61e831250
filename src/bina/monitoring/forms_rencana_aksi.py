"""The form of a step (rencana aksi): on a phone, one column."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from bina.monitoring.masa import Masa
from bina.monitoring.models import RencanaAksi
from bina.monitoring.services.rencana_aksi import IsiRencanaAksi
from bina.planning.door import Rencana
from bina.ui.forms import DateInput, IntegerField

MOST = 1_000_000_000


def by_result(rencana: Rencana) -> list[tuple[str, list[tuple[str, str]]]]:
    """Indicators to choose from, under their results."""
    return [
        (hasil.uraian, [(str(one.kunci), one.uraian) for one in hasil.indikator])
        for hasil in rencana.hasil
    ]


class RencanaAksiForm(forms.Form):
    """What, for which result, how much, until when."""

    suntingan = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    masa = forms.ChoiceField(
        label=_("Periode"), error_messages={"invalid_choice": _("Pilih salah satu periode.")}
    )
    indikator = forms.ChoiceField(
        label=_("Untuk hasil dan indikator"),
        error_messages={"invalid_choice": _("Pilih salah satu indikator.")},
    )
    langkah = forms.CharField(
        label=_("Langkah"),
        max_length=300,
        help_text=_("Satu langkah yang jelas selesainya. Misalnya: Menyusun daftar surat masuk."),
        error_messages={"required": _("Langkah belum diisi. Tulis apa yang akan dikerjakan.")},
    )
    target = IntegerField(
        label=_("Target angka"),
        required=False,
        min_value=1,
        max_value=MOST,
        help_text=_("Bilangan bulat, misalnya 60. Kosongkan bila targetnya kata-kata."),
        error_messages={
            "invalid": _("Tulis dengan bilangan bulat, misalnya 60."),
            "min_value": _("Target paling sedikit 1. Targetnya kata-kata? Tulis di bawahnya."),
        },
    )
    satuan = forms.CharField(
        label=_("Satuan"),
        required=False,
        max_length=60,
        help_text=_("Misalnya: berkas, kegiatan, orang."),
    )
    dihitung = forms.BooleanField(
        label=_("Angka ini ikut dihitung pada indikatornya"),
        required=False,
        help_text=_("Setiap catatan harian lalu menambah kemajuan SKP, dengan satuan indikator."),
    )
    target_teks = forms.CharField(
        label=_("Target dengan kata-kata"), required=False, max_length=200
    )
    tenggat = forms.DateField(label=_("Selesai paling lambat"), widget=DateInput)

    def __init__(self, *args: Any, rencana: Rencana, among: list[Masa], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choices("masa", [(one.kode, one.label) for one in among])
        self._choices("indikator", by_result(rencana))

    def _choices(self, name: str, choices: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def isi(self) -> IsiRencanaAksi:
        data = self.cleaned_data
        return IsiRencanaAksi(
            indikator_kunci=UUID(data["indikator"]),
            mulai=date.fromisoformat(data["masa"]),
            langkah=data["langkah"],
            tenggat=data["tenggat"],
            target=data["target"],
            target_teks=data["target_teks"],
            satuan=data["satuan"],
            dihitung=data["dihitung"],
        )


def as_stored(step: RencanaAksi) -> dict[str, Any]:
    """The form's values as the database has them."""
    return {
        "suntingan": step.suntingan,
        "masa": step.mulai.isoformat(),
        "indikator": str(step.indikator.kunci),
        "langkah": step.langkah,
        "target": step.target,
        "satuan": step.satuan,
        "dihitung": step.dihitung,
        "target_teks": step.target_teks,
        "tenggat": step.tenggat,
    }
