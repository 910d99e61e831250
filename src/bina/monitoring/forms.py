"""The forms of progress and feedback. They take what a person may write, and nothing else (T5)."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bina.monitoring.models import Pembaca, Sifat
from bina.monitoring.services.feedback import Isi
from bina.monitoring.services.progress import BuktiBaru
from bina.monitoring.services.tautan import IsiTamu
from bina.monitoring.subject import Topik
from bina.planning.door import IndikatorRencana
from bina.ui.forms import Cards, DateInput, DecimalField, long_text

text = partial(long_text, longest=2000)


class BuktiForm(forms.Form):
    """A file and/or a link."""

    berkas = forms.FileField(
        label=_("Berkas bukti"),
        required=False,
        help_text=_("PDF, gambar, Word atau Excel, paling besar 10 MB."),
    )
    url = forms.CharField(
        label=_("Tautan bukti"),
        required=False,
        max_length=500,
        widget=forms.TextInput({"inputmode": "url", "placeholder": "https://"}),
    )
    judul = forms.CharField(label=_("Nama bukti"), required=False, max_length=200)

    def bukti(self) -> BuktiBaru:
        data = self.cleaned_data
        return BuktiBaru(data["berkas"], data["url"], data["judul"])


class CatatanForm(BuktiForm):
    """One entry of progress on one indicator."""

    tanggal = forms.DateField(label=_("Tanggal"), widget=DateInput)
    uraian = text(
        _("Keterangan"), _("Apa yang dikerjakan, atau mengapa tertahan."), required=False, rows=2
    )

    def __init__(
        self, data: Any = None, files: Any = None, *, indikator: IndikatorRencana, on: date
    ) -> None:
        prefix = indikator.kunci.hex[:12]
        super().__init__(data, files, prefix=prefix, initial={"tanggal": on})
        self.indikator = indikator
        self.fields["nilai"] = self._value_field(indikator)

    def _value_field(self, indikator: IndikatorRencana) -> forms.Field:
        if indikator.target is None:
            return forms.CharField(label=_("Capaian"), max_length=300)
        asked = _("Tambahan") if indikator.cara_hitung == "jumlah" else _("Angka sekarang")
        return DecimalField(
            label=f"{asked} ({indikator.satuan})" if indikator.satuan else asked,
            max_digits=18,
            decimal_places=4,
            error_messages={
                "required": _("Isi dengan angka, misalnya 36."),
                "invalid": _("Tulis dengan angka, misalnya 36 atau 91,5."),
            },
        )

    @property
    def has_more_errors(self) -> bool:
        """Whether what is folded away has something to mend."""
        return any(name in self.errors for name in ("uraian", "berkas", "url", "judul"))

    def values(self) -> dict[str, Any]:
        data = self.cleaned_data
        words = self.indikator.target is None
        return {
            "tanggal": data["tanggal"],
            "nilai": None if words else data["nilai"],
            "nilai_teks": data["nilai"] if words else "",
            "uraian": data["uraian"],
            "bukti": self.bukti(),
        }


class AlasanForm(forms.Form):
    """Why an entry is voided, or a request declined."""

    alasan = text(_("Alasan"))

    def __init__(self, *args: Any, help_text: Any = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["alasan"].help_text = help_text


class RedamForm(forms.Form):
    """Why a signal needs no attention now, and until when."""

    alasan = text(_("Alasan"), _("Pegawai membacanya. Misalnya: cuti melahirkan sampai Februari."))
    sampai = forms.DateField(
        label=_("Diam sampai"),
        widget=DateInput,
        error_messages={"required": _("Pilih sampai kapan.")},
    )


class IsiForm(forms.Form):
    """Situation, behaviour, impact."""

    sifat = forms.ChoiceField(
        label=_("Umpan balik ini"),
        choices=Sifat.choices,
        widget=Cards(
            notes={
                "positif": _("Pertahankan, ini berhasil"),
                "perlu_diperbaiki": _("Ada yang sebaiknya berubah"),
            }
        ),
        error_messages={"required": _("Pilih salah satu.")},
    )
    situasi = text(_("Situasi"), _("Kapan dan di mana Anda melihatnya sendiri."), rows=2)
    perilaku = text(_("Yang dilakukan"), _("Perbuatannya, bukan sifat orangnya."))
    dampak = text(_("Dampaknya"), _("Apa akibatnya bagi pekerjaan, warga, atau rekan."), rows=2)


class TamuForm(IsiForm):
    """What a service user writes; who reads it stands on the page."""

    nama = forms.CharField(
        label=_("Nama Anda"),
        required=False,
        max_length=120,
        help_text=_("Tanpa nama, yang tertulis hanya: pengguna layanan."),
        widget=forms.TextInput({"autocomplete": "name"}),
    )

    def isi(self) -> IsiTamu:
        return IsiTamu(**{name: self.cleaned_data[name] for name in self.fields})


class UmpanBalikForm(IsiForm):
    """The same from a colleague; and who reads it."""

    pembaca = forms.ChoiceField(
        label=_("Siapa yang membaca umpan balik ini?"),
        choices=Pembaca.choices,
        widget=Cards(),
        error_messages={"required": _("Pilih siapa yang membacanya.")},
    )

    def __init__(self, *args: Any, nama: str, penilai: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["pembaca"]
        assert isinstance(field, forms.ChoiceField)
        naming = {"nama": nama, "penilai": penilai}
        field.choices = [
            ("pegawai", _("%(nama)s saja") % naming),
            ("penilai", _("%(nama)s dan penilainya, %(penilai)s") % naming),
        ]
        assert isinstance(field.widget, Cards)
        field.widget.notes = {
            "pegawai": _("Penilai tidak melihatnya, dan tidak dipakai dalam penilaian"),
            "penilai": _(
                "Dipakai sebagai bahan dialog dan penilaian. Atasan penilai, pengelola kinerja, "
                "dan auditor dapat membacanya"
            ),
        }

    def isi(self, janji: str = "") -> Isi:
        data = self.cleaned_data
        words = (data["situasi"], data["perilaku"], data["dampak"])
        return Isi(data["sifat"], *words, data["pembaca"], janji)


def topic_field(topics: Iterable[Topik]) -> forms.ChoiceField:
    found = list(topics)
    return forms.ChoiceField(
        label=_("Tentang"),
        choices=[
            ("", _("Pilih hasil kerja atau nilai")),
            (_("Hasil kerja"), [(t.tentang.kode, t.judul) for t in found if t.is_hasil]),
            (_("Perilaku kerja"), [(t.tentang.kode, t.judul) for t in found if not t.is_hasil]),
        ],
        error_messages={"required": _("Pilih satu hasil kerja atau satu nilai.")},
    )


class BeriForm(UmpanBalikForm):
    """Feedback given unasked: on what, too."""

    def __init__(self, *args: Any, topics: Iterable[Topik], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields = {"tentang": topic_field(topics), **self.fields}


class TautanForm(forms.Form):
    """A link for a service user: about what, and for whom its maker means it."""

    untuk = forms.CharField(
        label=_("Untuk siapa"),
        required=False,
        max_length=120,
        help_text=_("Catatan Anda sendiri, misalnya: pelanggan loket 3, Senin."),
    )

    def __init__(self, *args: Any, topics: Iterable[Topik], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields = {"tentang": topic_field(topics), **self.fields}


class MintaForm(forms.Form):
    """Asking colleagues: of the unit by name, of other units by NIP."""

    use_required_attribute = False

    kepada = forms.MultipleChoiceField(
        label=_("Kepada"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Boleh beberapa orang. Masing-masing menjawab sendiri."),
    )
    nip = forms.CharField(
        label=_("NIP rekan dari unit lain"),
        required=False,
        max_length=500,
        help_text=_("Atau rekan seunit yang tidak ada di daftar. Beberapa NIP dipisahkan koma."),
    )
    pesan = text(_("Pesan"), _("Kejadian mana yang Anda ingin ia ingat."), required=False, rows=2)
    tenggat = forms.DateField(label=_("Sebaiknya sebelum"), widget=DateInput)

    def __init__(
        self,
        *args: Any,
        topics: Iterable[Topik],
        colleagues: list[Any],
        by_nip: Callable[[list[str]], Mapping[str, int]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["kepada"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(one.pk), str(one)) for one in colleagues]
        self.fields = {"tentang": topic_field(topics), **self.fields}
        self.by_nip = by_nip

    def clean_nip(self) -> list[int]:
        """The people these NIPs belong to."""
        parts = (part for part in re.split(r"[,;\n]", self.cleaned_data["nip"]))
        nips = [digits for part in parts if (digits := re.sub(r"\D", "", part))]
        found = self.by_nip(nips)
        unknown = [nip for nip in nips if nip not in found]
        if unknown:
            raise forms.ValidationError(
                _("NIP tidak ditemukan di instansi Anda: %(nip)s. Periksa angkanya.")
                % {"nip": ", ".join(unknown)}
            )
        return list(found.values())

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("kepada") and not data.get("nip") and not self.errors:
            self.add_error("kepada", _("Pilih sedikitnya satu orang, dari daftar atau dengan NIP."))
        return data

    def kepada_ids(self) -> list[int]:
        return [*map(int, self.cleaned_data["kepada"]), *self.cleaned_data["nip"]]
