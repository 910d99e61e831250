"""What every page of this room does the same way: its menu, the refusals."""

from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bina.core.files import FileRefused
from bina.monitoring.services.refused import Refused


def page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """A page of this room; in the menu it stands under "Kinerja saya"."""
    return render(request, template, {"page_menu": "planning", **context})


def tell(form: BaseForm, why: Refused | FileRefused) -> None:
    """Put a service's refusal where the person can mend it."""
    field = "berkas" if isinstance(why, FileRefused) else why.field
    form.add_error(field if field in form.fields else None, str(why))
