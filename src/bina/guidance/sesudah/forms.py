"""The nine texts of B.1.8, and the rows of B.1.9."""

from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from bina.guidance.forms.isian import LONG, text
from bina.guidance.models import UmpanBalikAkhir
from bina.guidance.sesudah.services import IsiNilai

# The words of the annex (formulir.md 3.3); on paper `documents` prints them.
SUBJEK: tuple[tuple[Any, tuple[tuple[str, Any], ...]], ...] = (
    (
        _("Tentang pegawai"),
        (
            ("diperhatikan", _("Saya merasa diperhatikan dan dipahami")),
            ("dihargai", _("Saya merasa tindakan/langkah yang telah saya lakukan dihargai")),
            (
                "bebas_bicara",
                _("Saya merasa dapat dengan bebas mengemukakan pendapat/pemikiran saya"),
            ),
        ),
    ),
    (
        _("Tentang pimpinan atau pihak lain yang diberikan penugasan khusus"),
        (
            (
                "berdasar_data",
                _("Saya merasa bahwa pandangan yang diberikan berdasarkan data/fakta yang akurat"),
            ),
            (
                "positif",
                _(
                    "Saya merasa bahwa pandangan/pendapat yang diberikan kepada saya bersifat "
                    "positif"
                ),
            ),
            (
                "bertanya",
                _("Lebih banyak menggunakan metode bertanya dibandingkan menggurui"),
            ),
        ),
    ),
    (
        _("Tentang keduanya"),
        (
            (
                "dibantu",
                _("Saya merasa dibantu dalam mencari solusi dan aksi tindak lanjut"),
            ),
            (
                "tahu_langkah",
                _(
                    "Saya tahu apa yang harus saya lakukan setelah mengikuti kegiatan bimbingan "
                    "kinerja ini"
                ),
            ),
            (
                "paham_tujuan",
                _("Saya memahami maksud dan tujuan kegiatan bimbingan kinerja ini"),
            ),
        ),
    ),
)
LABELS = {name: label for _subjek, rows in SUBJEK for name, label in rows}


class UmpanBalikForm(forms.Form):
    """Nine cells of free text: no scale is printed on the form."""

    setuju = forms.BooleanField(
        label=_("Sudah saya baca lagi. Lembar ini saya tandatangani dan serahkan."),
        error_messages={
            "required": _("Centang bila sudah dibaca lagi; sesudah diserahkan isinya tetap.")
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in LABELS.items():
            self.fields[name] = text(label, rows=2)

    def subjek(self) -> list[tuple[Any, list[Any]]]:
        """The three parts with their fields, as the annex orders them."""
        return [(part, [self[name] for name, _label in rows]) for part, rows in SUBJEK]

    def jawaban(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in UmpanBalikAkhir.KRITERIA}


LEVELS = [("", _("Tidak diisi")), *((str(n), str(n)) for n in range(1, 6))]
SPARE = 3
MISSING = {
    "nama": _("Isi kompetensinya."),
    "nilai": _("Pilih nilainya."),
    "alasan": _("Isi alasannya."),
}


def _level(label: Any, help_text: Any = "") -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=LEVELS,
        coerce=int,
        empty_value=None,
        required=False,
        help_text=help_text,
    )


class NilaiForm(forms.Form):
    """One competency; a line left empty is none."""

    nama = forms.CharField(label=_("Kompetensi"), max_length=200, required=False)
    nilai = _level(_("Nilai sekarang (skala 1-5)"))
    alasan = forms.CharField(
        label=_("Alasan"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Apa yang Anda lihat sesudah bimbingan."),
    )
    sebelum = _level(_("Tingkat sebelum bimbingan"), _("Untuk mengukur manfaat; tidak dicetak."))
    standar = _level(_("Tingkat yang diminta jabatan"), _("Diisi bersama tingkat sebelumnya."))

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if not any(data.values()):
            return data
        for name, why in MISSING.items():
            if not data.get(name) and name not in self.errors:
                self.add_error(name, why)
        if (data.get("sebelum") is None) != (data.get("standar") is None):
            self.add_error(
                "sebelum" if data.get("sebelum") is None else "standar",
                _("Isi standar dan tingkat sebelumnya berdua, atau kosongkan keduanya."),
            )
        return data


def nilai_formset(data: Any) -> BaseFormSet:
    made: Any = formset_factory(NilaiForm, extra=SPARE, max_num=20)
    formset: BaseFormSet = made(data, prefix="kompetensi")
    if formset.forms:  # a broken count makes none; the formset says so itself
        first = formset.forms[0]
        first.empty_permitted = False
        for name, why in MISSING.items():
            first.fields[name].required = True
            first.fields[name].error_messages["required"] = str(why)
    return formset


def nilai_of(formset: BaseFormSet) -> tuple[IsiNilai, ...]:
    filled = [form.cleaned_data for form in formset if form.cleaned_data.get("nama")]
    return tuple(IsiNilai(**one) for one in filled)
