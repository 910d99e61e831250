"""Which programme a coaching joins; the hours granted to one."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bina.guidance.forms.isian import choose
from bina.guidance.models import ProgramMentoring
from bina.ui.forms import DecimalField

JP = _("JP yang boleh dipakai seluruh peserta. Kosongkan bila tanpa anggaran.")


def budget_field() -> DecimalField:
    return DecimalField(
        label=_("Anggaran JP"), min_value=1, max_digits=8, decimal_places=2, required=False,
        help_text=JP,
    )  # fmt: skip


class AnggaranForm(forms.Form):
    anggaran_jp = budget_field()


class GabungForm(forms.Form):
    program = forms.ChoiceField(label=_("Program"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, program: Iterable[ProgramMentoring], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "program", [(str(one.pk), f"{one.nama} ({one.unit})") for one in program])
