"""What the form templates need; pages use `{% ringkasan_salah %}` where they lay out fields."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.forms import BaseForm, BaseFormSet
from django.forms.boundfield import BoundField, BoundWidget
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from bina.ui.forms import css_of, kind_of
from bina.ui.tulisan import bilangan

register = template.Library()


@register.filter
def jenis_isian(field: BoundField) -> str:
    return kind_of(field)


@register.simple_tag
def isian(field: BoundField) -> SafeString:
    attrs: dict[str, str | bool] = {"class": css_of(field)}
    if described := field.aria_describedby:
        attrs["aria-describedby"] = described
    return field.as_widget(attrs=attrs)


@dataclass(frozen=True)
class Card:
    tag: SafeString
    label: Any
    note: Any


@register.simple_tag
def kartu_pilihan(field: BoundField) -> list[Card]:
    """One card a choice. An empty choice is left out: nothing chosen is nothing ticked."""
    widget = field.field.widget
    notes = getattr(widget, "notes", {})
    attrs = field.build_widget_attrs({"class": "form-check-input", "id": field.auto_id})
    attrs.pop("aria-invalid", None)  # said once, by the fieldset's error
    return [
        Card(
            BoundWidget(widget, option, field.form.renderer).tag(),
            option["label"],
            notes.get(str(option["value"]), ""),
        )
        for option in widget.subwidgets(field.html_name, field.value(), attrs)
        if option["value"] != ""
    ]


@dataclass(frozen=True)
class Fault:
    label: str
    text: str
    target: str


def faults(form: BaseForm) -> list[Fault]:
    """What to mend, in the order of the fields; errors of the whole form first, without a link."""
    found = [Fault("", str(text), "") for text in form.non_field_errors()]
    for field in form:
        found += [Fault(str(field.label), str(text), _target(field)) for text in field.errors]
    return found


def _target(field: BoundField) -> str:
    """A group has no element of its own name: its first choice is where one lands."""
    if field.is_hidden:
        return ""
    several = kind_of(field) in {"kartu", "kelompok"}
    return f"{field.auto_id}_0" if several else str(field.id_for_label or field.auto_id)


@register.inclusion_tag("ui/bagian/ringkasan.html")
def ringkasan_salah(*forms_or_sets: Any) -> dict[str, Any]:
    """One summary for everything on the page: forms and formsets together."""
    found: list[Fault] = []
    for item in forms_or_sets:
        if isinstance(item, BaseFormSet):
            found += [Fault("", str(text), "") for text in item.non_form_errors()]
            found += [fault for form in item.forms for fault in faults(form)]
        elif isinstance(item, BaseForm):
            found += faults(item)
    return {"butir": found, "judul": summary(found)}


def summary(found: list[Fault]) -> str:
    fields = len({fault.target for fault in found if fault.target})
    if not fields:
        return gettext("Belum tersimpan. Tulisan Anda masih ada di bawah.")
    return ngettext(
        "%(n)s isian perlu diperbaiki. Tulisan Anda masih ada di bawah.",
        "%(n)s isian perlu diperbaiki. Tulisan Anda masih ada di bawah.",
        fields,
    ) % {"n": bilangan(fields)}
