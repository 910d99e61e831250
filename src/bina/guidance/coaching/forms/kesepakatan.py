"""The agreement, its signature, and what came of it."""

from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from bina.guidance.coaching.services.kesepakatan import (
    LONGEST,
    MOST_DAYS,
    MOST_SESSIONS,
    SHORTEST,
    Irama,
    IsiKesepakatan,
    IsiTujuan,
)
from bina.guidance.coaching.services.perjalanan import Hasil
from bina.guidance.forms.isian import text
from bina.guidance.models import Capaian, Kesepakatan, TujuanCoaching
from bina.guidance.models.kesepakatan import MOST_AIMS
from bina.ui.forms import IntegerField

LINES = 3


class KesepakatanForm(forms.Form):
    """Rhythm and place, and what the two add to the bounds."""

    jumlah_sesi = IntegerField(
        label=_("Berapa sesi"), min_value=1, max_value=MOST_SESSIONS, initial=3
    )
    jarak_hari = IntegerField(
        label=_("Jarak antarsesi (hari)"), min_value=1, max_value=MOST_DAYS, initial=14
    )
    lama_menit = IntegerField(
        label=_("Lama satu sesi (menit)"), min_value=SHORTEST, max_value=LONGEST, initial=60
    )
    tempat = forms.CharField(
        label=_("Tempat"), max_length=200, help_text=_("Ruang, atau bahwa sesi berlangsung daring.")
    )
    tambahan = text(
        _("Tambahan dari Anda berdua"),
        _("Misalnya cara menghubungi, atau apa yang tidak akan dibicarakan."),
        required=False,
        rows=2,
    )
    suntingan = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    @staticmethod
    def initial_of(one: Kesepakatan | None) -> dict[str, Any]:
        """A draft as it stands; after an agreement, its next version begins with its words."""
        if one is None:
            return {"suntingan": 0}
        names = ("jumlah_sesi", "jarak_hari", "lama_menit", "tempat", "tambahan")
        given = {name: getattr(one, name) for name in names}
        return {**given, "suntingan": one.suntingan if one.is_drafted else 0}

    def isi(self, tujuan: tuple[IsiTujuan, ...]) -> IsiKesepakatan:
        data = self.cleaned_data
        irama = Irama(data["jumlah_sesi"], data["jarak_hari"], data["lama_menit"], data["tempat"])
        return IsiKesepakatan(tujuan, irama, data["tambahan"])


class TujuanForm(forms.Form):
    """One aim with its measure; a line left empty is none."""

    tujuan = forms.CharField(label=_("Tujuan"), max_length=300, required=False)
    ukuran = forms.CharField(
        label=_("Ukuran"),
        max_length=300,
        required=False,
        help_text=_("Dari apa Anda berdua tahu bahwa itu tercapai?"),
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        for given, missing in (("tujuan", "ukuran"), ("ukuran", "tujuan")):
            if data.get(given) and not data.get(missing) and missing not in self.errors:
                self.add_error(missing, _("Isi ini juga, atau kosongkan keduanya."))
        return data


def tujuan_formset(data: Any, one: Kesepakatan | None) -> BaseFormSet:
    """Three lines, or as many as there are aims and one more."""
    aims = [] if one is None else list(one.tujuan.values("tujuan", "ukuran"))
    spare = max(LINES - len(aims), 0) or int(len(aims) < MOST_AIMS)
    made: Any = formset_factory(TujuanForm, extra=spare, max_num=MOST_AIMS)
    formset: BaseFormSet = made(data, prefix="tujuan", initial=aims)
    return formset


def tujuan_of(formset: BaseFormSet) -> tuple[IsiTujuan, ...]:
    filled = [form.cleaned_data for form in formset if form.cleaned_data.get("tujuan")]
    return tuple(IsiTujuan(one["tujuan"], one["ukuran"]) for one in filled)


class SetujuForm(forms.Form):
    """The read box and the digest of what was read."""

    dibaca = forms.BooleanField(
        label=_("Saya sudah membaca kesepakatan ini dan menyetujuinya."), required=False
    )
    isi = forms.RegexField(regex=r"^[0-9a-f]{64}$", widget=forms.HiddenInput)


class TutupForm(forms.Form):
    """What came of the coaching: as a whole, and of each aim."""

    ringkasan = text(
        _("Hasil coaching ini"),
        _("Apa yang berubah dalam pekerjaan, dan apa yang diteruskan sendiri oleh pegawai?"),
    )

    def __init__(self, *args: Any, tujuan: list[TujuanCoaching], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tujuan = tujuan
        for one in tujuan:
            result = forms.ChoiceField(
                label=_("Tercapai?"), choices=Capaian.choices, widget=forms.RadioSelect
            )
            seen = text(_("Terlihat dari apa?"), rows=2)
            # Several aims ask the same: the message names its own.
            which = {"tujuan": one.tujuan}
            result.error_messages["required"] = _("Pilih hasil «%(tujuan)s».") % which
            seen.error_messages["required"] = _("Tuliskan bukti hasil «%(tujuan)s».") % which
            self.fields[f"capaian_{one.pk}"], self.fields[f"uraian_{one.pk}"] = result, seen

    def per_tujuan(self) -> list[tuple[TujuanCoaching, Any, Any]]:
        return [(one, self[f"capaian_{one.pk}"], self[f"uraian_{one.pk}"]) for one in self.tujuan]

    def hasil(self) -> dict[int, Hasil]:
        data = self.cleaned_data
        return {
            one.pk: Hasil(data[f"capaian_{one.pk}"], data[f"uraian_{one.pk}"])
            for one in self.tujuan
        }
