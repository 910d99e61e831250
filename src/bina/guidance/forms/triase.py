"""The forms of triage. They take what a person may write, and nothing else (T5)."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from bina.guidance.forms.isian import choose, text
from bina.guidance.models import JenisCoach, KebutuhanKarier, Penyebab, Pilihan
from bina.guidance.saran import TIDAK_DISIMPAN
from bina.guidance.services.coaching import Penugasan
from bina.guidance.services.triase import Sebab
from bina.people.forms import NipField
from bina.planning.door import HasilRencana
from bina.ui.forms import Cards, DateInput


class SebabForm(forms.Form):
    """What lies behind it. Health is said and not kept; conduct is kept sealed, elsewhere."""

    penyebab = forms.MultipleChoiceField(
        label=_("Apa penyebabnya menurut Anda?"),
        help_text=_("Boleh lebih dari satu."),
        choices=[
            *Penyebab.choices,
            ("perilaku", _("Perilaku kerja (disimpan tersegel, hanya Anda berdua)")),
            ("kesehatan", _("Kesehatan, atau ada bahaya bagi siapa pun (tidak disimpan)")),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    kebutuhan_karier = forms.ChoiceField(
        label=_("Kebutuhan karier"),
        choices=[("", _("Tidak ada")), *KebutuhanKarier.choices],
        required=False,
    )

    def __init__(self, *args: Any, of_pegawai: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not of_pegawai:
            del self.fields["kebutuhan_karier"]

    def sebab(self) -> Sebab:
        data = self.cleaned_data
        kept = [one for one in data["penyebab"] if one not in TIDAK_DISIMPAN]
        career = data.get("kebutuhan_karier", "")
        return Sebab(tuple(kept), career, perilaku="perilaku" in data["penyebab"])

    def only_said(self) -> list[str]:
        """The boxes that were ticked and are not kept with the others."""
        return [one for one in self.cleaned_data["penyebab"] if one in TIDAK_DISIMPAN]


class MintaForm(SebabForm):
    """Ask for guidance, about a result or in general."""

    hasil = forms.ChoiceField(label=_("Tentang hasil kerja"), required=False)
    field_order = ["hasil", "penyebab", "kebutuhan_karier"]

    def __init__(self, *args: Any, hasil: Iterable[HasilRencana], **kwargs: Any) -> None:
        super().__init__(*args, of_pegawai=True, **kwargs)
        about = [(str(one.kunci), one.uraian) for one in hasil]
        choose(self, "hasil", [("", _("Bukan hasil kerja tertentu")), *about])

    def kunci(self) -> UUID | None:
        chosen = self.cleaned_data["hasil"]
        return UUID(chosen) if chosen else None


class KeputusanForm(forms.Form):
    """Take the recommendation, or something else with a reason."""

    pilihan = forms.ChoiceField(label=_("Keputusan Anda"), choices=Pilihan.choices)
    alasan = text(
        _("Alasan bila berbeda dari saran"),
        _("Saran dan keputusan Anda disimpan berdampingan, dengan alasan ini."),
        required=False,
        rows=2,
    )

    def __init__(self, *args: Any, saran: str, notes: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"pilihan": saran}
        self.saran = saran
        self.fields["pilihan"].widget = Cards(notes=notes, choices=Pilihan.choices)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        chosen = data.get("pilihan")
        if chosen and chosen != self.saran and not data.get("alasan"):
            self.add_error("alasan", _("Pilihan Anda berbeda dari saran. Tuliskan alasannya."))
        return data


class MulaiForm(forms.Form):
    """Who coaches, and about what."""

    topik = forms.CharField(
        label=_("Topik"),
        max_length=200,
        help_text=_("Satu kalimat. Dibaca oleh pegawai, coach, dan Anda."),
    )
    jenis = forms.ChoiceField(
        label=_("Coach"),
        choices=[
            (JenisCoach.PIMPINAN, _("Saya sendiri")),
            (JenisCoach.PIHAK_LAIN, _("Orang lain")),
        ],
        widget=Cards(
            notes={
                "pimpinan": _(
                    "Anda membaca semua catatan, kecuali yang ditulis untuk diri sendiri."
                ),
                "pihak_lain": _("Anda hanya membaca tindakan, kehadiran, JP, dan yang dibagikan."),
            }
        ),
    )
    konflik = forms.BooleanField(
        label=_("Saya sudah memberi tahu pegawai bahwa saya coach dan juga penilainya."),
        required=False,
    )
    coach = NipField(label=_("NIP atau email coach"), required=False)
    surat_tugas = forms.CharField(label=_("Nomor surat tugas"), max_length=120, required=False)
    tugas_mulai = forms.DateField(label=_("Bertugas mulai"), widget=DateInput, required=False)
    tugas_selesai = forms.DateField(label=_("Bertugas sampai"), widget=DateInput, required=False)

    def __init__(self, *args: Any, instansi_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["coach"].instansi_id = instansi_id  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("jenis") == JenisCoach.PIMPINAN and not data.get("konflik"):
            self.add_error("konflik", _("Beri tahu pegawai dulu, lalu centang pernyataan ini."))
        if data.get("jenis") == JenisCoach.PIHAK_LAIN:
            self._complete(data)
        return data

    def _complete(self, data: dict[str, Any]) -> None:
        for name in ("coach", "surat_tugas", "tugas_mulai", "tugas_selesai"):
            if not data.get(name) and name not in self.errors:
                self.add_error(name, _("Isi ini untuk coach dengan penugasan khusus."))

    def tugas(self) -> Penugasan:
        data = self.cleaned_data
        return Penugasan(
            jenis=data["jenis"],
            coach_id=data["coach"].pk if data["coach"] else None,
            surat_tugas=data["surat_tugas"],
            mulai=data["tugas_mulai"],
            selesai=data["tugas_selesai"],
            konflik_dinyatakan=data["konflik"],
        )
