"""What every view of the room asks first, and how it answers when an act was refused."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import readers
from bina.core.compiled import compiled
from bina.core.workflow import WrongState
from bina.planning.models import Pengembalian, PerjanjianKinerja, Skp
from bina.planning.services.refusals import Refused, Stale
from bina.planning.workflow import Status

CONFLICT = 409
V = TypeVar("V", Skp, PerjanjianKinerja)


def two_versions(request: HttpRequest, one: V, others: QuerySet[V]) -> tuple[V | None, V | None]:
    """Older and newer: this one and the version asked for (`?dengan=`), else the one before.

    Neither where there is no other; 404 for one the reader may not see.
    """
    chosen = request.GET.get("dengan", "")
    if not chosen:
        other = others.filter(versi__lt=one.versi).order_by("-versi").first()
    elif chosen.isascii() and chosen.isdigit() and len(chosen) < 5:
        other = get_object_or_404(others, versi=int(chosen))
    else:
        raise Http404
    if other is None:
        return None, None
    return (other, one) if other.versi < one.versi else (one, other)


def seen(request: HttpRequest, pk: int) -> tuple[Skp, date]:
    """The plan, if the reader may see it today; 404 otherwise."""
    on = timezone.localdate()
    readers.learn_usual(request.user, on)
    found = _for_page(request.user, pk, on)
    if not found:
        raise Http404
    return found[0], on


@compiled
def _for_page(viewer: Any, pk: int, on: date) -> "QuerySet[Skp, Skp]":
    return Skp.objects.visible_to(viewer, on=on).for_page().filter(pk=pk)


def allowed(request: HttpRequest, pk: int, act: str) -> tuple[Skp, date]:
    """The same, if the reader may also do this; 403 otherwise."""
    skp, on = seen(request, pk)
    policy.require(request.user, f"skp.{act}", skp, on=on)
    return skp, on


def agency_of(user: Any) -> Any:
    """The agency whose own values of the law hold for this reader's pages."""
    return user.instansi


def last_return(skp: Skp) -> Pengembalian | None:
    """Why the plan came back, while it is being mended."""
    if skp.status != Status.DIKEMBALIKAN:
        return None
    return skp.pengembalian.select_related("oleh").first()


def to_plan(request: HttpRequest, skp: Skp, words: str) -> HttpResponse:
    """Back to the plan, with the reason why the page asked for has passed."""
    messages.warning(request, words)
    return redirect("planning:skp", skp.pk)


def locked(request: HttpRequest, skp: Skp) -> HttpResponse:
    return to_plan(
        request,
        skp,
        _("SKP ini terkunci. Isinya tidak dapat diubah selama statusnya bukan draf."),
    )


@dataclass(slots=True)
class Answer:
    """How a save went: done, or why not, with what the page shows beside the person's text."""

    done: bool = False
    made: Any = None
    benturan: str = ""
    status: int = 200


def attempt(form: Any, act: Callable[[], Any]) -> Answer:
    """Do it; where it is refused the form keeps every word and says why."""
    try:
        made = act()
    except Stale as stale:
        form.data["suntingan"] = str(stale.suntingan)
        return Answer(benturan="didahului", status=CONFLICT)
    except WrongState:
        return Answer(benturan="terkunci", status=CONFLICT)
    except ObjectDoesNotExist as error:
        raise Http404 from error
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return Answer()
    return Answer(done=True, made=made)
