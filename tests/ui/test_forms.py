"""Forms as the design draws them: one summary, errors tied to their fields."""

import re
from decimal import Decimal
from typing import Any

import pytest
from django import forms
from django.template import Context, Template
from django.utils import translation

from bina.ui import forms as ui
from bina.ui.forms import Cards, DateInput, DecimalField, IntegerField


class Target(forms.Form):
    nama = forms.CharField(label="Nama kegiatan", help_text="Singkat saja.")
    target = DecimalField(label="Target", error_messages={"invalid": "Tulis dengan angka."})
    sesi = IntegerField(label="Sesi", required=False)
    satuan = forms.ChoiceField(label="Satuan", choices=[("", "Pilih satuan"), ("sesi", "sesi")])
    tenggat = forms.DateField(label="Tenggat", widget=DateInput, required=False)
    alasan = forms.CharField(label="Alasan", widget=forms.Textarea, required=False)
    berkas = forms.FileField(label="Bukti", required=False)
    setuju = forms.BooleanField(label="Saya setuju", required=False)
    pembaca = forms.ChoiceField(
        label="Siapa yang membaca?",
        choices=[("saya", "Saya"), ("penilai", "Penilai")],
        widget=Cards(notes={"penilai": "Bahan dialog"}),
    )
    tanda = forms.CharField(widget=forms.HiddenInput, required=False)


FILLED = {"nama": "Kelas", "target": "1.250,5", "satuan": "sesi", "pembaca": "penilai"}


@pytest.fixture(autouse=True)
def _indonesian():
    with translation.override("id"):
        yield


def _drawn(form: forms.Form, **context: Any) -> str:
    source = "{{ form }}"
    return re.sub(r"\s+", " ", Template(source).render(Context({"form": form, **context})))


def test_a_fresh_form_has_no_summary() -> None:
    assert "data-ringkasan" not in _drawn(Target())


def test_the_summary_counts_in_words_and_links_to_each_field() -> None:
    drawn = _drawn(Target({**FILLED, "target": "banyak", "satuan": ""}))
    assert "Dua isian perlu diperbaiki. Tulisan Anda masih ada di bawah." in drawn
    assert '<a href="#id_target">Target: Tulis dengan angka.</a>' in drawn
    assert 'href="#id_satuan"' in drawn


def test_the_summary_leads_to_the_first_card_of_a_group() -> None:
    drawn = _drawn(Target({**FILLED, "pembaca": ""}))
    assert 'href="#id_pembaca_0"' in drawn
    assert 'id="id_pembaca_0"' in drawn
    assert "Satu isian perlu diperbaiki" in drawn


def test_an_error_of_the_whole_form_stands_in_the_summary_without_a_link() -> None:
    form = Target(FILLED)
    form.add_error(None, "Periode ini sudah ditutup.")
    assert "<li>Periode ini sudah ditutup.</li>" in _drawn(form)


def test_a_field_is_tied_to_its_help_and_its_error() -> None:
    drawn = _drawn(Target({"nama": ""}))
    assert 'aria-describedby="id_nama_helptext id_nama_error"' in drawn
    assert 'id="id_nama_helptext"' in drawn
    assert 'id="id_nama_error"' in drawn
    assert re.search(r'<input[^>]*name="nama"[^>]*aria-invalid="true"', drawn)


@pytest.mark.parametrize(
    ("name", "css"),
    [
        ("nama", "form-control"),
        ("satuan", "form-select"),
        ("alasan", "form-control"),
        ("berkas", "form-control"),
        ("setuju", "form-check-input"),
    ],
)
def test_a_widget_needs_no_class_of_its_own(name: str, css: str) -> None:
    tag = re.search(rf'<(?:input|select|textarea)[^>]*name="{name}"[^>]*>', _drawn(Target()))
    assert tag
    assert f'class="{css}"' in tag[0]


def test_what_a_person_typed_stays_even_when_it_is_no_number() -> None:
    drawn = _drawn(Target({**FILLED, "target": "tiga enam"}))
    assert 'value="tiga enam"' in drawn
    assert 'type="number"' not in drawn


def test_numbers_are_taken_and_shown_as_indonesians_write_them() -> None:
    form = Target({**FILLED, "sesi": "1.250"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["target"] == Decimal("1250.5")
    assert form.cleaned_data["sesi"] == 1250
    assert 'value="91,5"' in _drawn(Target(initial={"target": Decimal("91.50")}))


def test_a_number_that_did_not_change_is_no_change() -> None:
    form = Target({**FILLED}, initial={"target": Decimal("1250.50")})
    assert "target" not in form.changed_data


def test_dates_go_to_the_browsers_picker_in_its_own_form() -> None:
    drawn = _drawn(Target({**FILLED, "tenggat": "2026-10-31"}))
    assert re.search(r'type="date"[^>]*value="2026-10-31"', drawn)


def test_a_card_says_what_its_choice_means() -> None:
    drawn = _drawn(Target(FILLED))
    assert "Penilai<small>Bahan dialog</small>" in drawn
    assert re.search(r'value="penilai"[^>]*checked', drawn)
    assert "<legend>Siapa yang membaca?" in drawn


def test_only_optional_fields_are_marked() -> None:
    drawn = _drawn(Target())
    assert re.search(r'for="id_alasan">Alasan <span[^>]*>\(boleh kosong\)', drawn)
    assert re.search(r'for="id_nama">Nama kegiatan\s*</label>', drawn)


def test_hidden_fields_are_there_and_not_seen() -> None:
    drawn = _drawn(Target())
    assert drawn.count('name="tanda"') == 1
    assert 'for="id_tanda"' not in drawn


def test_what_is_typed_stays_text() -> None:
    assert "<script>" not in _drawn(Target({**FILLED, "nama": "<script>alert(1)</script>"}))


def test_one_summary_speaks_for_forms_and_formsets_together() -> None:
    rows = forms.formset_factory(Target, extra=0)(
        {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-nama": "x"}
    )
    source = "{% load bina_form %}{% ringkasan_salah satu rows %}"
    drawn = Template(source).render(Context({"satu": Target(FILLED), "rows": rows}))
    assert 'href="#id_form-0-target"' in drawn
    assert drawn.count("data-ringkasan") == 1


def test_a_group_of_small_fields_is_a_fieldset() -> None:
    class When(forms.Form):
        pada = forms.SplitDateTimeField(label="Waktu")

    drawn = _drawn(When())
    assert "<fieldset" in drawn
    assert ui.kind_of(When()["pada"]) == "kelompok"
