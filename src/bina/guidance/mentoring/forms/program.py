"""A programme: what it is for, who takes part, and another mentor for one of them."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bina.guidance.forms.isian import choose, text
from bina.guidance.mentoring.matching import Saran
from bina.guidance.mentoring.services.program import Perihal
from bina.guidance.models import Bidang
from bina.guidance.program.forms import budget_field
from bina.ui.forms import Cards, DateInput


class ProgramForm(forms.Form):
    nama = forms.CharField(label=_("Nama program"), max_length=200)
    tujuan = text(_("Tujuan"))
    unit = forms.ChoiceField(
        label=_("Unit"), help_text=_("Peserta berasal dari unit ini dan unit di bawahnya.")
    )
    mulai = forms.DateField(label=_("Mulai"), widget=DateInput)
    selesai = forms.DateField(label=_("Selesai"), widget=DateInput)

    anggaran_jp = budget_field()

    def __init__(self, *args: Any, unit: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "unit", [(str(pk), nama) for pk, nama in unit])

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        first, last = data.get("mulai"), data.get("selesai")
        if first and last and last <= first:
            self.add_error("selesai", _("Tanggal selesai harus sesudah tanggal mulai."))
        return data

    def perihal(self) -> Perihal:
        data = self.cleaned_data
        names = ("nama", "tujuan", "mulai", "selesai", "anggaran_jp")
        return Perihal(*(data[name] for name in names))


class PesertaForm(forms.Form):
    """Which fields; none ticked means all."""

    bidang = forms.MultipleChoiceField(
        label=_("Bidang"),
        help_text=_("Tanpa centang: semua bidang."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, bidang: Iterable[Bidang], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["bidang"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(one.pk), str(one)) for one in bidang]

    def bidang_ids(self) -> list[int]:
        return [int(one) for one in self.cleaned_data["bidang"]]


# A card of its own: an empty choice would not be drawn.
NOBODY = "tanpa"


class UsulForm(forms.Form):
    """Another mentor for one mentee, or none."""

    mentor = forms.ChoiceField(label=_("Mentor"))

    def __init__(self, *args: Any, saran: Iterable[Saran], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = list(saran)
        notes = {str(one.mentor_id): "; ".join(one.alasan) for one in rows}
        self.fields["mentor"].widget = Cards(notes=notes)
        named = [(str(one.mentor_id), f"{one.nama} ({one.skor})") for one in rows]
        choose(self, "mentor", [(NOBODY, _("Tanpa mentor dahulu")), *named])

    def mentor_id(self) -> int | None:
        chosen = self.cleaned_data["mentor"]
        return None if chosen == NOBODY else int(chosen)
