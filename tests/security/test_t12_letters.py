"""T12: letters have fixed places; what a person wrote in theirs is printed as it is."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from bina.accounts.models import Orang
from bina.core.queue import huey
from tests.conftest import Agency

EVIL = "{{7*7}} {% load i18n %} ${7*7} #{7*7} <b>A</b> & {{ settings.SECRET_KEY }}"


@pytest.fixture
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(huey, "immediate", True)


@pytest.mark.usefixtures("_at_once")
def test_a_name_full_of_placeholders_is_printed(
    agency: Agency, django_capture_on_commit_callbacks: object
) -> None:
    Orang.objects.filter(pk=agency.ani.pk).update(nama=EVIL)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        Client().post(reverse("account_reset_password"), {"email": agency.ani.email})
    (letter,) = mail.outbox
    assert "49" not in letter.body.split("http")[0]
    assert EVIL in letter.body or "{{" not in letter.body
    assert not letter.alternatives if hasattr(letter, "alternatives") else True


@pytest.mark.usefixtures("_at_once")
def test_a_line_break_in_a_name_makes_no_header(
    agency: Agency, django_capture_on_commit_callbacks: object
) -> None:
    Orang.objects.filter(pk=agency.ani.pk).update(nama="Ani\r\nBcc: orang@lain.example")
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        Client().post(reverse("account_reset_password"), {"email": agency.ani.email})
    (letter,) = mail.outbox
    assert letter.recipients() == [agency.ani.email]
    assert "\n" not in letter.subject
