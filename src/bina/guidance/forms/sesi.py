"""The forms of a session. They take what a person may write, and nothing else (T5)."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bina.guidance import formulir
from bina.guidance.forms.isian import choose, text
from bina.guidance.models import Bagian, Coaching, JenisMasalah, Pembaca, Sesi, TidakHadir
from bina.guidance.services.sesi import IsiPenyesuaian, IsiTindakan, Jadwal, Laporan, Notulen
from bina.planning.door import IndikatorRencana
from bina.ui.forms import Cards, DateInput, DecimalField, TimeInput

SPARE_ACTIONS = 2


class LaporanForm(forms.Form):
    """The pre-coaching report, items a to d (PermenPANRB 6/2022, Lampiran)."""

    progres = text(
        _("Kemajuan dan strategi yang sudah dicoba"),
        _("Apa yang sudah tercapai, dan cara apa yang sudah Anda coba?"),
    )
    masalah = text(_("Masalah atau hambatan"))
    jenis = forms.ChoiceField(
        label=_("Masalahnya pada"), choices=JenisMasalah.choices, widget=forms.RadioSelect
    )
    penyebab = text(_("Penyebab"), _("Mengapa itu terjadi, menurut Anda?"))
    alternatif = text(
        _("Alternatif solusi"),
        _("Bila sudah ada gagasan. Satu gagasan satu baris."),
        required=False,
    )

    @staticmethod
    def initial_of(sesi: Sesi) -> dict[str, str]:
        return {
            "progres": sesi.pra_progres,
            "masalah": sesi.pra_masalah,
            "jenis": sesi.pra_jenis,
            "penyebab": sesi.pra_penyebab,
            "alternatif": sesi.pra_alternatif,
        }

    def laporan(self) -> Laporan:
        return Laporan(**self.cleaned_data)


class JadwalForm(forms.Form):
    """When and where."""

    tanggal = forms.DateField(label=_("Tanggal"), widget=DateInput)
    mulai = forms.TimeField(label=_("Mulai pukul"), widget=TimeInput)
    selesai = forms.TimeField(label=_("Selesai pukul"), widget=TimeInput)
    tempat = forms.CharField(
        label=_("Tempat"), max_length=200, help_text=_("Ruang, atau tautan pertemuan daring.")
    )

    @staticmethod
    def initial_of(sesi: Sesi) -> dict[str, Any]:
        if sesi.mulai is None or sesi.selesai is None:
            return {}
        first, last = timezone.localtime(sesi.mulai), timezone.localtime(sesi.selesai)
        return {
            "tanggal": first.date(),
            "mulai": first.time(),
            "selesai": last.time(),
            "tempat": sesi.tempat,
        }

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        first, last = data.get("mulai"), data.get("selesai")
        if first and last and last <= first:
            self.add_error("selesai", _("Waktu selesai harus sesudah waktu mulai."))
        return data

    def jadwal(self) -> Jadwal:
        data = self.cleaned_data
        return Jadwal(
            _moment(data["tanggal"], data["mulai"]),
            _moment(data["tanggal"], data["selesai"]),
            data["tempat"],
        )


class PindahForm(JadwalForm):
    """The same, and why it was moved: asked for once there is a date."""

    alasan_pindah = forms.CharField(
        label=_("Alasan dipindah"),
        max_length=500,
        required=False,
        help_text=_("Dibaca Anda berdua. Kosongkan bila waktu mulainya tetap."),
    )


def _moment(day: date, hour: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, hour))


class NotulenForm(JadwalForm):
    """What both fill in: problem as to method, process, quality; alternatives; an adjustment."""

    metode = text(_("Masalah pada metode kerja"), required=False, rows=2)
    proses = text(_("Masalah pada proses kerja"), required=False, rows=2)
    kualitas = text(_("Masalah pada kualitas kerja"), required=False, rows=2)
    alternatif = text(
        _("Alternatif yang dibahas"), _("Satu alternatif satu baris."), required=False
    )
    indikator = forms.ChoiceField(label=_("Target yang diusulkan berubah"), required=False)
    menjadi = DecimalField(
        label=_("Menjadi"), required=False, min_value=0, max_digits=18, decimal_places=4
    )
    alasan = text(
        _("Alasan perubahan"),
        _("Ikut terkirim kepada pimpinan dan dibaca oleh pembaca SKP."),
        required=False,
        rows=2,
    )
    suntingan = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, indikator: Iterable[IndikatorRencana], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given = [
            (str(one.kunci), f"{one.uraian} ({formulir.amount(one.target, one.satuan)})")
            for one in indikator
        ]
        choose(self, "indikator", [("", _("Tidak ada")), *given])

    @staticmethod
    def initial_of(sesi: Sesi) -> dict[str, Any]:
        adjusted = getattr(sesi, "penyesuaian", None)
        return {
            **JadwalForm.initial_of(sesi),
            "metode": sesi.masalah_metode,
            "proses": sesi.masalah_proses,
            "kualitas": sesi.masalah_kualitas,
            "alternatif": sesi.alternatif or sesi.pra_alternatif,
            "suntingan": sesi.suntingan,
            "indikator": str(adjusted.indikator_kunci) if adjusted else "",
            "menjadi": adjusted.menjadi if adjusted else None,
            "alasan": adjusted.alasan if adjusted else "",
        }

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("indikator"):
            for name in ("menjadi", "alasan"):
                if data.get(name) in (None, "") and name not in self.errors:
                    self.add_error(name, _("Isi ini, atau pilih «Tidak ada» pada target."))
        return data

    def notulen(self, tindakan: tuple[IsiTindakan, ...]) -> Notulen:
        data = self.cleaned_data
        adjusted = None
        if data["indikator"]:
            adjusted = IsiPenyesuaian(UUID(data["indikator"]), data["menjadi"], data["alasan"])
        return Notulen(
            jadwal=self.jadwal(),
            metode=data["metode"],
            proses=data["proses"],
            kualitas=data["kualitas"],
            alternatif=data["alternatif"],
            tindakan=tindakan,
            penyesuaian=adjusted,
        )


class TindakanForm(forms.Form):
    """One agreed action; a line left empty is none."""

    uraian = forms.CharField(label=_("Tindakan"), max_length=500, required=False)
    oleh = forms.ChoiceField(label=_("Oleh"), required=False)
    tenggat = forms.DateField(label=_("Tenggat"), widget=DateInput, required=False)

    def __init__(self, *args: Any, orang: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "oleh", orang)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("uraian") and not data.get("tenggat") and "tenggat" not in self.errors:
            self.add_error("tenggat", _("Isi tenggat tindakan ini."))
        return data


def tindakan_formset(coaching: Coaching, data: Any, sesi: Sesi) -> BaseFormSet:
    """The actions of a session, and a few empty lines for more."""
    made: Any = formset_factory(TindakanForm, extra=SPARE_ACTIONS, max_num=20)
    people = [
        ("pegawai", coaching.pegawai.orang.nama_lengkap),
        ("coach", sesi.coach.nama_lengkap),
    ]
    initial = [
        {"uraian": one.uraian, "oleh": sesi.party(one.oleh_id), "tenggat": one.tenggat}
        for one in sesi.tindakan.all()
    ]
    formset: BaseFormSet = made(
        data, prefix="tindakan", initial=initial, form_kwargs={"orang": people}
    )
    return formset


def tindakan_of(formset: BaseFormSet) -> tuple[IsiTindakan, ...]:
    filled = [form.cleaned_data for form in formset if form.cleaned_data.get("uraian")]
    return tuple(IsiTindakan(one["uraian"], one["oleh"], one["tenggat"]) for one in filled)


class CatatanForm(forms.Form):
    """A note, and who reads it: said before it is saved."""

    isi = text(_("Catatan"), rows=3)
    pembaca = forms.ChoiceField(
        label=_("Siapa yang membacanya?"),
        choices=Pembaca.choices,
        initial=Pembaca.BERDUA,
        widget=Cards(
            notes={
                "saya": _("Tidak ada orang lain. Tidak ikut ditandatangani atau dicetak."),
                "berdua": _("Pegawai dan coach. Ikut terkunci saat ditandatangani."),
                "bagi": _("Juga Pejabat Penilai Kinerja, setelah ditandatangani berdua."),
            }
        ),
    )


class CatatanBaruForm(CatatanForm):
    """The same, in one of the four parts of the session."""

    bagian = forms.ChoiceField(choices=Bagian.choices, widget=forms.HiddenInput)


class TandaTanganForm(forms.Form):
    """The read box and the digest of what was read."""

    dibaca = forms.BooleanField(
        label=_("Saya sudah membaca catatan ini dan isinya benar."), required=False
    )
    isi = forms.RegexField(regex=r"^[0-9a-f]{64}$", widget=forms.HiddenInput)


class HadirForm(forms.Form):
    """Who did not come."""

    siapa = forms.ChoiceField(
        label=_("Atau waktunya sudah lewat: siapa yang tidak hadir?"),
        choices=TidakHadir.choices,
        widget=forms.RadioSelect,
    )


class KeteranganForm(forms.Form):
    """Why it is called off, or what to mend."""

    keterangan = forms.CharField(
        label=_("Alasan"), max_length=2000, required=False, widget=forms.Textarea({"rows": 2})
    )
