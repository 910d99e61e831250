"""The forms of the planning pages. They take what a person may write, and nothing else (T5)."""

from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bina.planning import support
from bina.planning.completeness import same_words
from bina.planning.isi import IsiHasil, IsiIndikator, IsiUsul
from bina.planning.models import (
    Arah,
    Aspek,
    CaraHitung,
    JenisHasil,
    JenisLampiran,
    NilaiPerilaku,
    Pendekatan,
    Perspektif,
    Skp,
)
from bina.planning.rencana import Rencana
from bina.ui.forms import Cards, DecimalField

LONG = 2000


def text(label: Any, *, rows: int = 3, required: bool = True, help_text: Any = "") -> Any:
    return forms.CharField(
        label=label,
        required=required,
        max_length=LONG,
        help_text=help_text,
        widget=forms.Textarea({"rows": rows}),
    )


class Seen(forms.Form):
    """Carries the state of the plan the page was opened at, so that a stale save is noticed."""

    suntingan = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class MulaiForm(forms.Form):
    """For which placement, and in which approach (kinerja.md 1.4)."""

    penempatan = forms.ChoiceField(label=_("Jabatan"), widget=Cards())
    pendekatan = forms.ChoiceField(
        label=_("Pendekatan hasil kerja"),
        choices=Pendekatan.choices,
        initial=Pendekatan.KUANTITATIF,
        widget=Cards(
            notes={
                "kuantitatif": _("Setiap indikator beraspek dan bertarget. Dipakai kebanyakan."),
                "kualitatif": _("Ukuran keberhasilan ditulis sebagai kalimat."),
            }
        ),
    )

    def __init__(self, *args: Any, placements: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["penempatan"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(pk), label) for pk, label in placements]
        if len(placements) == 1:
            field.initial = str(placements[0][0])


class HasilForm(Seen):
    """A planned result: what, what for and for whom, and what above it it serves."""

    uraian = text(
        _("Rencana hasil kerja"),
        help_text=_("Tulis keadaan yang tercapai, bukan kegiatannya."),
    )
    jenis = forms.ChoiceField(
        label=_("Jenis"),
        choices=JenisHasil.choices,
        initial=JenisHasil.UTAMA,
        widget=Cards(
            notes={
                "utama": _("Tugas pokok jabatan, atau mendukung hasil kerja pimpinan."),
                "tambahan": _("Penugasan lain di luar itu."),
            }
        ),
    )
    mendukung = forms.ChoiceField(
        label=_("Mendukung"),
        required=False,
        help_text=_("Hasil kerja pimpinan, atau sasaran dan indikator perjanjian kinerja unit."),
    )
    penugasan_dari = forms.CharField(
        label=_("Penugasan dari"),
        max_length=200,
        required=False,
        help_text=_("Nama jabatan atau tim, bila ditugaskan pihak lain."),
    )
    manfaat = text(_("Manfaat"), help_text=_("Apa gunanya bila hasil ini tercapai."))
    penerima_manfaat = forms.CharField(
        label=_("Penerima manfaat"), max_length=200, help_text=_("Siapa yang merasakannya.")
    )
    perspektif = forms.ChoiceField(
        label=_("Perspektif"), choices=[("", _("Pilih")), *Perspektif.choices]
    )

    def __init__(self, *args: Any, skp: Skp, supportable: support.Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["mendukung"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = supportable
        if skp.jenis != "jpt":
            del self.fields["perspektif"]

    def isi(self, indikator: tuple[IsiIndikator, ...]) -> IsiHasil:
        data = {key: value for key, value in self.cleaned_data.items() if key != "suntingan"}
        supported = support.read(data.pop("mendukung"))
        return IsiHasil(**data, **supported, indikator=indikator)


class IndikatorForm(forms.Form):
    """One indicator: by what one sees that the result is reached."""

    id = forms.IntegerField(required=False, widget=forms.HiddenInput)
    uraian = forms.CharField(
        label=_("Indikator"), max_length=LONG, widget=forms.Textarea({"rows": 2})
    )
    aspek = forms.ChoiceField(label=_("Aspek"), choices=[("", _("Pilih")), *Aspek.choices])
    target = DecimalField(
        label=_("Target (angka)"), required=False, min_value=0, max_digits=18, decimal_places=4
    )
    satuan = forms.CharField(
        label=_("Satuan"), max_length=60, required=False, help_text=_("Misalnya orang, laporan, %.")
    )
    target_teks = forms.CharField(
        label=_("Target dengan kata-kata"),
        max_length=300,
        required=False,
        help_text=_("Hanya bila tidak dapat ditulis sebagai angka."),
    )
    arah = forms.ChoiceField(label=_("Arah"), choices=Arah.choices, initial=Arah.NAIK)
    cara_hitung = forms.ChoiceField(
        label=_("Catatan kemajuan"), choices=CaraHitung.choices, initial=CaraHitung.JUMLAH
    )

    def __init__(self, *args: Any, beraspek: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not beraspek:
            del self.fields["aspek"]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        number, words = data.get("target"), data.get("target_teks")
        if self.errors:
            return data
        if number is None and not words:
            self.add_error("target", gettext("Isi target sebagai angka, atau dengan kata-kata."))
        elif number is not None and words:
            self.add_error("target_teks", gettext("Pilih salah satu: angka atau kata-kata."))
        elif number is not None and not data.get("satuan"):
            self.add_error("satuan", gettext("Tulis satuan targetnya, misalnya orang atau %."))
        return data

    def is_filled(self) -> bool:
        """Not a blank one at the end of the list."""
        return bool(self.cleaned_data.get("uraian"))

    def isi(self, known: set[int]) -> IsiIndikator:
        """`known`: rows that still exist; one deleted meanwhile is written anew, not lost."""
        data = {key: value for key, value in self.cleaned_data.items() if key != "DELETE"}
        if data["id"] not in known:
            data["id"] = None
        return IsiIndikator(**data)


class BaseIndikatorFormSet(BaseFormSet):
    """The indicators of one result: no two the same."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("Hapus indikator ini")

    def clean(self) -> None:
        seen: set[str] = set()
        twice = gettext("Indikator ini sudah ada pada hasil kerja yang sama.")
        for form in self.kept():
            key = same_words(form.cleaned_data.get("uraian", ""))
            if key and key in seen:
                form.add_error("uraian", twice)
            seen.add(key)

    def kept(self) -> list[IndikatorForm]:
        """The forms that stand for an indicator to be kept."""
        return [
            form
            for form in self.forms
            if form.is_valid() and form.is_filled() and not form.cleaned_data.get("DELETE")
        ]

    def ids(self) -> list[int]:
        return [form.cleaned_data["id"] for form in self.kept() if form.cleaned_data["id"]]


def indikator_formset(*, extra: int) -> type[BaseIndikatorFormSet]:
    made: Any = formset_factory(
        IndikatorForm, formset=BaseIndikatorFormSet, extra=extra, can_delete=True, max_num=20
    )
    return made


class PerilakuForm(Seen):
    """What the pimpinan expects in particular, a field a value."""

    def __init__(self, *args: Any, rencana: Rencana, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in rencana.perilaku:
            field = text(one.label, rows=2, required=False, help_text=". ".join(one.panduan) + ".")
            field.initial = one.ekspektasi_khusus
            self.fields[one.nilai] = field

    def isi(self) -> dict[str, str]:
        return {nilai: self.cleaned_data[nilai] for nilai in NilaiPerilaku.values}


class LampiranForm(Seen):
    """The three annex lists, an item a line: quick on a phone, without a script."""

    def __init__(self, *args: Any, skp: Skp, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for jenis, label in JenisLampiran.choices:
            field = text(label, rows=5, required=False, help_text=_("Satu butir per baris."))
            mine = [one.uraian for one in skp.lampiran.all() if one.jenis == jenis]
            field.initial = "\n".join(mine)
            self.fields[jenis] = field

    def isi(self) -> dict[str, list[str]]:
        return {
            jenis: [line.strip() for line in self.cleaned_data[jenis].splitlines() if line.strip()]
            for jenis in JenisLampiran.values
        }


class KembalikanForm(Seen):
    """Why the plan goes back."""

    alasan = text(_("Alasan pengembalian"), help_text=_("Dibaca pegawai dan tetap tersimpan."))


class AlasanForm(forms.Form):
    """Why the plan changes."""

    alasan = text(
        _("Alasan perubahan"), help_text=_("Dibaca pimpinan dan tercatat pada versi baru.")
    )


class UsulForm(forms.Form):
    """Another target for one indicator, and why."""

    indikator = forms.ChoiceField(label=_("Indikator"))
    target_menjadi = DecimalField(
        label=_("Target menjadi"), min_value=0, max_digits=18, decimal_places=4
    )
    alasan = text(_("Alasan"), help_text=_("Apa yang berubah di lapangan, sejak kapan."))

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["indikator"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", gettext("Pilih")), *choices]

    def isi(self) -> IsiUsul:
        return IsiUsul(self.cleaned_data["target_menjadi"], self.cleaned_data["alasan"])


class TanggapanForm(forms.Form):
    """What the pimpinan says to a proposal; required to refuse it."""

    tanggapan = text(_("Tanggapan"), required=False, help_text=_("Wajib bila menolak."))
