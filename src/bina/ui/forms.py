"""Forms as the design draws them: `{{ form }}` and `{{ field.as_field_group }}`.

A form starts with a summary of what to mend, linked to the fields; a field has its label, its
help and its error tied to it by `aria-describedby`. Widgets get their classes when they are
rendered, so forms of any room (and of libraries) need no class of their own.
"""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.forms.boundfield import BoundField
from django.forms.renderers import DjangoTemplates
from django.utils.functional import cached_property

from bina.ui.tulisan import angka, baca_angka


class Renderer(DjangoTemplates):
    """FORM_RENDERER = "bina.ui.forms.Renderer". With the tags that are built into every page."""

    form_template_name = "ui/form/form.html"
    field_template_name = "ui/form/field.html"

    @cached_property
    def engine(self) -> Any:
        of_django = Path(forms.__file__).parent / "templates"
        pages: Any = settings.TEMPLATES[0]
        built_in = {"builtins": pages["OPTIONS"]["builtins"]}
        return self.backend(
            {"APP_DIRS": True, "DIRS": [of_django], "NAME": "isian", "OPTIONS": built_in}
        )


def long_text(
    label: Any, help_text: Any = "", *, required: bool = True, rows: int = 3, longest: int = 2000
) -> forms.CharField:
    """A field for sentences; `longest` in characters."""
    return forms.CharField(
        label=label,
        required=required,
        max_length=longest,
        help_text=help_text,
        widget=forms.Textarea({"rows": rows}),
    )


class DateInput(forms.DateInput):
    """The browser's own picker; its value is ISO whatever the language of the page."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")


class DateTimeInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class NumberInput(forms.TextInput):
    """Text with the phone's number keys: the browser's own number field throws away what it
    cannot read, so a person's «91,5» would be gone before we could say what is wrong."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "decimal", **(attrs or {})})


class DecimalField(forms.DecimalField):
    """Takes 1.250,5 and 1250.5 alike (`bina.ui.tulisan.baca_angka`) and shows the former."""

    widget = NumberInput

    def to_python(self, value: Any) -> Any:
        return super().to_python(baca_angka(value))

    def prepare_value(self, value: Any) -> Any:
        return angka(value) if isinstance(value, Decimal | int | float) else value


class IntegerField(forms.IntegerField):
    widget = NumberInput

    def to_python(self, value: Any) -> Any:
        return super().to_python(baca_angka(value))


class Cards(forms.RadioSelect):
    """Radio cards with a line under each name: `Cards(notes={"sesuai": _("…")})`."""

    def __init__(self, notes: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.notes = dict(notes or {})


KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxSelectMultiple, "kartu"),
    (forms.RadioSelect, "kartu"),
    (forms.CheckboxInput, "centang"),
    (forms.ClearableFileInput, "berkas"),
    (forms.Select, "isian"),
    (forms.Textarea, "isian"),
    (forms.MultiWidget, "kelompok"),
    (forms.SelectDateWidget, "kelompok"),
    (forms.widgets.Input, "isian"),
)


def kind_of(field: BoundField) -> str:
    """How a field is drawn: a plain one, a tick, cards, a file, or a group of small ones."""
    widget = field.field.widget
    for family, kind in KINDS:
        if isinstance(widget, family):
            return kind
    return "isian"


def css_of(field: BoundField) -> str:
    select = isinstance(field.field.widget, forms.Select | forms.SelectDateWidget)
    css = "form-select" if select else "form-control"
    if isinstance(field.field.widget, forms.CheckboxInput):
        css = "form-check-input"
    own = field.field.widget.attrs.get("class", "")
    bad = "is-invalid" if field.errors else ""
    return " ".join(part for part in (css, own, bad) if part)
