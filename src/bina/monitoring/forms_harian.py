"""The form of one line of the diary: under a minute on a phone."""

import uuid
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from bina.monitoring.forms import BuktiForm
from bina.monitoring.harian import INDIKATOR, LANGKAH, Butir, Choices
from bina.monitoring.services.harian import LONGEST, MOST, Baris
from bina.monitoring.services.progress import BuktiBaru
from bina.ui.forms import DateInput, IntegerField, TimeInput


class BarisForm(BuktiForm):
    """Which step, when, what, how many. `kunci` makes a line sent twice one line."""

    field_order = ("kunci", "untuk", "tanggal", "jam_mulai", "jam_selesai", "kegiatan", "jumlah")

    kunci = forms.UUIDField(widget=forms.HiddenInput)
    untuk = forms.ChoiceField(
        label=_("Untuk"),
        error_messages={
            "required": _("Pilih langkah atau hasil kerjanya."),
            "invalid_choice": _("Pilihan ini tidak ada lagi pada rencana Anda. Pilih yang lain."),
        },
    )
    jam_mulai = forms.TimeField(
        label=_("Jam mulai"),
        widget=TimeInput,
        error_messages={
            "required": _("Jam mulai belum diisi."),
            "invalid": _("Tulis jamnya seperti 08:30."),
        },
    )
    jam_selesai = forms.TimeField(
        label=_("Jam selesai"),
        widget=TimeInput,
        error_messages={
            "required": _("Jam selesai belum diisi."),
            "invalid": _("Tulis jamnya seperti 16:00."),
        },
    )
    kegiatan = forms.CharField(
        label=_("Kegiatan"),
        max_length=LONGEST,
        widget=forms.TextInput({"autocomplete": "off", "enterkeyhint": "next"}),
        error_messages={"required": _("Tulis kegiatannya dalam satu baris.")},
    )
    jumlah = IntegerField(
        label=_("Jumlah"),
        min_value=0,
        max_value=MOST,
        help_text=_("Bilangan bulat, dalam satuan pilihan di atas."),
        error_messages={
            "required": _("Isi jumlahnya dengan bilangan bulat, misalnya 3."),
            "invalid": _("Tulis dengan bilangan bulat, misalnya 3."),
            "min_value": _("Jumlah paling sedikit 0."),
        },
    )
    foto = forms.FileField(
        label=_("Foto dari kamera"),
        required=False,
        widget=forms.ClearableFileInput({"accept": "image/*", "capture": "environment"}),
    )

    def __init__(
        self, data: Any = None, files: Any = None, *, untuk: Choices, butir: Butir, **kwargs: Any
    ) -> None:
        super().__init__(data, files, **kwargs)
        field = self.fields["untuk"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = untuk
        self.fields["tanggal"] = _when(butir)
        self.initial.setdefault("kunci", uuid.uuid4())
        self.order_fields(self.field_order)

    @property
    def has_more_errors(self) -> bool:
        return any(name in self.errors for name in ("foto", "berkas", "url", "judul"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("foto") and data.get("berkas"):
            self.add_error("foto", _("Pilih foto atau berkas saja; yang lain ditambahkan nanti."))
        return data

    def baris(self) -> Baris:
        data = self.cleaned_data
        kind, _colon, value = data["untuk"].partition(":")
        day = data["tanggal"]
        return Baris(
            tanggal=day if isinstance(day, date) else date.fromisoformat(day),
            jam_mulai=data["jam_mulai"],
            jam_selesai=data["jam_selesai"],
            kegiatan=data["kegiatan"],
            jumlah=data["jumlah"],
            rencana_aksi_id=int(value) if kind == LANGKAH else None,
            indikator_kunci=UUID(value) if kind == INDIKATOR else None,
            bukti=BuktiBaru(data["berkas"] or data["foto"], data["url"], data["judul"]),
        )


def _when(butir: Butir) -> forms.Field:
    if butir.is_harian:
        return forms.DateField(
            label=_("Tanggal"),
            widget=DateInput,
            error_messages={"required": _("Tanggal belum diisi.")},
        )
    label = _("Minggu") if butir.jenis == "minggu" else _("Bulan")
    return forms.ChoiceField(label=label, choices=butir.pilihan)
