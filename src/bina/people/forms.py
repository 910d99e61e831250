"""Forms of this room. They check what was typed; services decide."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bina.accounts.models import Orang
from bina.people.models import Peran, Unit
from bina.rules.nip import clean_nip
from bina.ui.forms import DateInput


class NipField(forms.CharField):
    """A person of the agency, named by NIP; people without one are named by e-mail."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=100, **kwargs)
        self.instansi_id: int | None = None

    def clean(self, value: Any) -> Orang | None:
        typed = super().clean(value).strip()
        if not typed:
            return None
        people = Orang.objects.filter(instansi=self.instansi_id, is_active=True)
        by = {"email": typed.lower()} if "@" in typed else {"nip": clean_nip(typed)}
        found = people.filter(**by).first()
        if found is None:
            raise forms.ValidationError(
                _("Tidak ada orang aktif dengan NIP atau email ini di instansi Anda. Periksa lagi.")
            )
        return found


class PeopleField(forms.CharField):
    """Several people of the agency, one NIP or e-mail a line; one query however many."""

    widget = forms.Textarea

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=10_000, **kwargs)
        self.instansi_id: int | None = None

    def clean(self, value: Any) -> list[Orang]:
        typed = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        keys = [line.lower() if "@" in line else clean_nip(line) for line in typed]
        people = Orang.objects.filter(instansi=self.instansi_id, is_active=True)
        found: dict[str | None, Orang] = {}
        for one in people.filter(Q(nip__in=keys) | Q(email__in=keys)):
            found |= {one.nip: one, one.email: one}
        unknown = [line for line, key in zip(typed, keys, strict=True) if key not in found]
        if unknown:
            words = _("Tidak ada orang aktif dengan NIP atau email ini di instansi Anda: %(baris)s")
            raise forms.ValidationError(words, params={"baris": ", ".join(unknown)})
        return list({found[key].pk: found[key] for key in keys}.values())


class _Dated(forms.Form):
    mulai = forms.DateField(label=_("Mulai"), widget=DateInput)
    selesai = forms.DateField(
        label=_("Sampai"),
        required=False,
        widget=DateInput,
        help_text=_("Kosongkan bila berlaku seterusnya."),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        mulai, selesai = data.get("mulai"), data.get("selesai")
        if isinstance(mulai, date) and isinstance(selesai, date) and selesai < mulai:
            self.add_error(
                "selesai", _("Tanggal ini sebelum tanggal mulai. Perbaiki salah satunya.")
            )
        return data


class AtasanForm(_Dated):
    """Who the superior should be, from when, and why."""

    atasan = NipField(
        label=_("NIP atau email atasan yang benar"),
        help_text=_("NIP 18 angka, boleh dengan spasi."),
    )
    alasan = forms.CharField(
        label=_("Alasan"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Sebut surat atau kejadian yang menjadi dasar."),
    )
    field_order = ["atasan", "mulai", "selesai", "alasan"]

    def __init__(self, *args: Any, instansi_id: int | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["atasan"].instansi_id = instansi_id  # type: ignore[attr-defined]


class TanggapanForm(forms.Form):
    """The answer to a request; a refusal must say why."""

    tanggapan = forms.CharField(
        label=_("Tanggapan"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, name: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if name == "tolak":
            self.fields["tanggapan"].required = True
            self.fields["tanggapan"].error_messages["required"] = str(
                _("Penolakan perlu alasan, supaya pegawai tahu apa yang harus diperbaiki.")
            )


class KantorForm(_Dated):
    """An office for a person."""

    orang = NipField(label=_("NIP atau email"))
    peran = forms.ChoiceField(label=_("Kantor"), choices=Peran.choices)
    unit = forms.ModelChoiceField(
        label=_("Untuk unit ini dan di bawahnya"),
        queryset=Unit.objects.none(),
        empty_label=_("Pilih unit"),
    )
    dasar = forms.CharField(label=_("Surat penugasan"), max_length=200, required=False)
    field_order = ["orang", "peran", "unit", "mulai", "selesai", "dasar"]

    def __init__(self, *args: Any, instansi_id: int | None, units: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["orang"].instansi_id = instansi_id  # type: ignore[attr-defined]
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


class OrangForm(forms.Form):
    """A person without a NIP."""

    nama = forms.CharField(label=_("Nama"), max_length=200)
    gelar_depan = forms.CharField(label=_("Gelar depan"), max_length=60, required=False)
    gelar_belakang = forms.CharField(label=_("Gelar belakang"), max_length=60, required=False)
    email = forms.EmailField(
        label=_("Alamat email"), help_text=_("Untuk masuk dan menerima tautan aktivasi.")
    )


class _Suntingan(forms.Form):
    """The count of changes the page was opened at, so that somebody else's change is noticed."""

    suntingan = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class _Tim(_Dated):
    nama = forms.CharField(label=_("Nama tim"), max_length=200)
    tujuan = forms.CharField(
        label=_("Tujuan tim"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Apa yang harus dicapai tim ini. Dibaca semua anggotanya."),
    )


class TimBaruForm(_Tim):
    """A new team with its ketua."""

    ketua = NipField(label=_("NIP atau email ketua"))
    unit = forms.ModelChoiceField(
        label=_("Unit pengampu"),
        queryset=Unit.objects.none(),
        help_text=_(
            "Pengelola kinerja unit ini dan di atasnya mengelola tim. "
            "Anggota boleh dari unit mana pun."
        ),
    )
    field_order = ["nama", "tujuan", "unit", "ketua", "mulai", "selesai"]

    def __init__(self, *args: Any, instansi_id: int | None, units: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ketua"].instansi_id = instansi_id  # type: ignore[attr-defined]
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


class TimForm(_Suntingan, _Tim):
    """Name, purpose and period; the first day stays as it is once it has come."""

    field_order = ["nama", "tujuan", "mulai", "selesai", "suntingan"]

    def __init__(self, *args: Any, begun: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if begun:
            self.fields["mulai"].disabled = True
            self.fields["mulai"].help_text = _("Tim sudah berjalan; tanggal ini tidak berubah.")


class AnggotaForm(_Dated):
    """Members for the same days."""

    orang = PeopleField(
        label=_("NIP atau email"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Satu orang satu baris, dari unit mana pun."),
    )
    field_order = ["orang", "mulai", "selesai"]

    def __init__(self, *args: Any, instansi_id: int | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["orang"].instansi_id = instansi_id  # type: ignore[attr-defined]
        self.fields["selesai"].help_text = _("Kosongkan bila sampai tim berakhir.")


class KetuaForm(_Suntingan):
    """The next ketua, and from when."""

    ketua = NipField(label=_("NIP atau email ketua baru"))
    mulai = forms.DateField(
        label=_("Mulai"),
        widget=DateInput,
        help_text=_("Ketua sekarang memimpin sampai sehari sebelumnya."),
    )
    tetap_anggota = forms.BooleanField(
        label=_("Ketua sekarang tetap bekerja di tim sebagai anggota"), required=False
    )
    field_order = ["ketua", "mulai", "tetap_anggota", "suntingan"]

    def __init__(self, *args: Any, instansi_id: int | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ketua"].instansi_id = instansi_id  # type: ignore[attr-defined]


class HariTerakhirForm(forms.Form):
    """The last day of a member."""

    selesai = forms.DateField(label=_("Hari terakhir"), widget=DateInput)


class AkhiriTimForm(_Suntingan, HariTerakhirForm):
    """The last day of a team."""
