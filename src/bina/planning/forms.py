"""The forms of the planning pages. They take what a person may write, and nothing else (T5)."""

from collections.abc import Iterable, Sequence
from functools import partial
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
    DasarPerubahan,
    JenisHasil,
    JenisLampiran,
    NilaiPerilaku,
    Pendekatan,
    Perspektif,
    Skp,
    TeksLampiran,
)
from bina.planning.rencana import Rencana
from bina.ui.forms import Cards, DecimalField, long_text
from bina.ui.tulisan import angka

LONG = 2000
text = partial(long_text, longest=LONG)


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
    pemberi_tugas = forms.ChoiceField(
        label=_("Penugasan dari"),
        required=False,
        help_text=_("Ketua tim Anda atau kepala unit lain, bila hasil ini ditugaskan mereka."),
    )
    penugasan_dari = forms.CharField(
        label=_("Penugasan dari pihak lain"),
        max_length=200,
        required=False,
        help_text=_(
            "Nama jabatan atau lembaga yang tidak ada dalam daftar, misalnya di luar instansi."
        ),
    )
    manfaat = text(_("Manfaat"), help_text=_("Apa gunanya bila hasil ini tercapai."))
    penerima_manfaat = forms.CharField(
        label=_("Penerima manfaat"), max_length=200, help_text=_("Siapa yang merasakannya.")
    )
    perspektif = forms.ChoiceField(
        label=_("Perspektif"), choices=[("", _("Pilih")), *Perspektif.choices]
    )

    def __init__(
        self,
        *args: Any,
        skp: Skp,
        supportable: support.Choices,
        assigners: Sequence[Any] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["mendukung"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = supportable
        by = self.fields["pemberi_tugas"]
        assert isinstance(by, forms.ChoiceField)
        by.choices = [
            ("", _("Tidak memilih")),
            *((str(one.orang_id), f"{one.sebutan} ({one.nama})") for one in assigners),
        ]
        if skp.jenis != "jpt":
            del self.fields["perspektif"]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("pemberi_tugas") and data.get("penugasan_dari"):
            twice = gettext("Pilih dari daftar, atau tulis pihak lain: tidak keduanya.")
            self.add_error("penugasan_dari", twice)
        return data

    def isi(self, indikator: tuple[IsiIndikator, ...]) -> IsiHasil:
        data = {key: value for key, value in self.cleaned_data.items() if key != "suntingan"}
        supported, by = support.read(data.pop("mendukung")), data.pop("pemberi_tugas")
        return IsiHasil(
            **data, **supported, pemberi_tugas_id=int(by) if by else None, indikator=indikator
        )


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
    target_atas = DecimalField(
        label=_("sampai (bila rentang)"),
        required=False,
        min_value=0,
        max_digits=18,
        decimal_places=4,
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
        if not self.errors:
            self._check_range(data.get("target"), data.get("target_atas"))
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

    def _check_range(self, low: Any, high: Any) -> None:
        if high is None:
            return
        if low is None:
            self.add_error("target", gettext("Isi juga batas bawah rentangnya."))
        elif high <= low:
            words = gettext(
                "Rentang terbalik: batas atas harus lebih besar dari %(bawah)s. Tukar keduanya, "
                "atau kosongkan batas atas."
            )
            self.add_error("target_atas", words % {"bawah": angka(low)})

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
    """The three annex lists: texts of the agency to tick, and own words, an item a line."""

    def __init__(
        self, *args: Any, skp: Skp, texts: Iterable[TeksLampiran] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.texts = {str(one.pk): one for one in texts}
        for jenis, label in JenisLampiran.choices:
            mine = [one.uraian for one in skp.lampiran.all() if one.jenis == jenis]
            offered = {pk: one.uraian for pk, one in self.texts.items() if one.jenis == jenis}
            if offered:
                self.fields[f"{jenis}_pilih"] = _ticks(label, offered, mine)
            field = text(label, rows=5, required=False, help_text=_("Satu butir per baris."))
            if offered:
                field.label = _("%(daftar)s: kata sendiri") % {"daftar": label}
            field.initial = "\n".join(one for one in mine if one not in offered.values())
            self.fields[jenis] = field

    def isi(self) -> dict[str, list[str]]:
        return {jenis: self._of(jenis) for jenis in JenisLampiran.values}

    def _of(self, jenis: str) -> list[str]:
        """What was ticked, then own words; nothing twice."""
        ticked = [self.texts[pk].uraian for pk in self.cleaned_data.get(f"{jenis}_pilih", [])]
        own = [line.strip() for line in self.cleaned_data[jenis].splitlines() if line.strip()]
        return list(dict.fromkeys([*ticked, *own]))


def _ticks(label: Any, offered: dict[str, str], mine: Sequence[str]) -> Any:
    return forms.MultipleChoiceField(
        label=label,
        choices=list(offered.items()),
        required=False,
        initial=[pk for pk, words in offered.items() if words in mine],
        widget=forms.CheckboxSelectMultiple,
    )


class KembalikanForm(Seen):
    """Why the plan goes back."""

    alasan = text(_("Alasan pengembalian"), help_text=_("Dibaca pegawai dan tetap tersimpan."))


class PerubahanForm(forms.Form):
    """On which grounds of the agency's list the plan changes, and why in words."""

    dasar = forms.ChoiceField(
        label=_("Dasar perubahan"),
        widget=Cards(),
        error_messages={
            "invalid_choice": _(
                "Dasar perubahan ini tidak dipakai instansi Anda. Pilih salah satu dari daftar."
            )
        },
    )
    alasan = text(
        _("Penjelasan"),
        help_text=_("Apa yang berubah, sejak kapan. Dibaca pimpinan dan tercatat pada versi baru."),
    )

    def __init__(self, *args: Any, grounds: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["dasar"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one, DasarPerubahan(one).label) for one in grounds]


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
