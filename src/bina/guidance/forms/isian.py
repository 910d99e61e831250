"""What the forms of guidance share."""

from collections.abc import Iterable
from typing import Any

from django import forms

LONG = 4000


def text(label: Any, help_text: Any = "", *, required: bool = True, rows: int = 3) -> Any:
    return forms.CharField(
        label=label,
        required=required,
        max_length=LONG,
        help_text=help_text,
        widget=forms.Textarea({"rows": rows}),
    )


def choose(form: forms.Form, name: str, choices: Iterable[tuple[str, Any]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)
