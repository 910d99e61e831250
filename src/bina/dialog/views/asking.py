"""What every view of the room asks first, and how it answers when an act was refused."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from bina.core.appointments import Waktu
from bina.core.workflow import WrongState
from bina.dialog import reading
from bina.dialog.models import Dialog
from bina.dialog.services.dialog import ASAL, log_reading
from bina.dialog.services.refusals import Refused, Stale
from bina.ui import bentrok


def seen(request: HttpRequest, pk: int) -> tuple[Dialog, date]:
    """The dialogue, 404 for everybody but the two."""
    on = timezone.localdate()
    rows = Dialog.objects.visible_to(request.user, on=on).with_people()
    return get_object_or_404(rows.select_related("direncanakan_oleh"), pk=pk), on


def facts(request: HttpRequest, one: Dialog, on: date) -> dict[str, Any]:
    """What every act on a dialogue is told."""
    return {"dialog_id": one.pk, "actor": request.user, "pada": timezone.now(), "on": on}


def shown(request: HttpRequest, one: Dialog, on: date, **forms: Any) -> HttpResponse:
    """The page of a dialogue; with what was typed, where that could not be saved."""
    log_reading(dialog=one, bentuk="halaman", actor=request.user, pada=timezone.now())
    context = reading.page(one, request.user, on=on, forms=forms)
    return render(request, "dialog/dialog.html", context)


def attempt(request: HttpRequest, act: Callable[[], Any], *, form: Any = None) -> Any:
    """Do it. None where it was refused: said on the form, or as a message."""
    field = ""
    try:
        return act()
    except Refused as refusal:
        words, field = str(refusal), refusal.field
    except Stale:
        words = _(
            "Isinya baru saja diubah oleh yang lain. Periksa dulu yang terbaru; "
            "yang lama tidak ditimpa."
        )
    except WrongState:
        words = _("Keadaannya baru saja berubah oleh orang lain. Periksa lagi; data Anda aman.")
    if form is None:
        messages.warning(request, words)
    else:
        form.add_error(field if field in form.fields else None, words)
    return None


def warn_of_clashes(request: HttpRequest, one: Dialog, *, tanggal: date, tempat: str) -> None:
    """Where one of the two has something else on that day."""
    people = {one.pegawai_id: one.pegawai, one.penilai_id: one.penilai}
    waktu = Waktu.of_day(tanggal, tempat)
    bentrok.warn(request, waktu, people, asal=ASAL, asal_id=one.pk)


def caught_up(form: Any, name: str, now: int) -> bool:
    """Whether the form was behind. What was typed stays; saved once more, it knowingly takes the
    place of the newer text, which the page shows beside it."""
    behind = bool(form.errors) and form.cleaned_data.get(name, now) != now
    if behind:
        form.data = form.data.copy()
        form.data[name] = now
    return behind
