"""What the forms of guidance share."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django import forms

from bina.ui.forms import long_text

LONG = 4000


text = partial(long_text, longest=LONG)


def choose(form: forms.Form, name: str, choices: Iterable[tuple[str, Any]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)
