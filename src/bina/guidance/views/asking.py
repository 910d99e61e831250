"""What every view of the room asks first, and how it answers when an act was refused."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from bina.access import policy
from bina.access.tables import TABLES
from bina.core.workflow import WrongState
from bina.guidance.models import Coaching, Sesi, Triase
from bina.guidance.services.refusals import Refused, Stale


def triase_seen(request: HttpRequest, pk: int) -> tuple[Triase, date]:
    on = timezone.localdate()
    rows = Triase.objects.visible_to(request.user, on=on).select_related(
        "pegawai__orang", "pegawai__instansi", "penilai", "diputus_oleh", "coaching"
    )
    return get_object_or_404(rows, pk=pk), on


def coaching_seen(request: HttpRequest, pk: int, act: str = "") -> tuple[Coaching, date]:
    """The coaching, 404 for strangers; 403 where the reader may see but not do this."""
    on = timezone.localdate()
    rows = Coaching.objects.visible_to(request.user, on=on)
    people = ("pegawai__orang", "pegawai__instansi", "coach", "penilai", "ditugaskan_oleh")
    one = get_object_or_404(rows.select_related(*people), pk=pk)
    if act:
        policy.require(request.user, f"coaching.{act}", one, on=on)
    return one, on


def sesi_seen(request: HttpRequest, pk: int, act: str = "") -> tuple[Sesi, date]:
    """The session, 404 for strangers; 403 where the reader may see but not do this."""
    on = timezone.localdate()
    rows = Sesi.objects.visible_to(request.user, on=on).with_coaching()
    sesi = get_object_or_404(rows.select_related("penyesuaian__usul"), pk=pk)
    if act in TABLES["sesi_coaching"].actions:
        policy.require(request.user, f"sesi_coaching.{act}", sesi, on=on)
    elif act:
        policy.require(request.user, f"coaching.{act}", sesi.coaching, on=on)
    return sesi, on


def attempt(request: HttpRequest, act: Callable[[], Any], *, form: Any = None) -> Any:
    """Do it. None where it was refused: said on the form, or as a message."""
    try:
        return act()
    except Refused as refusal:
        words = str(refusal)
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
        form.add_error(None, words)
    return None
