"""The dialogues with one person, and planning the next."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bina.accounts.models import Orang
from bina.dialog import reading
from bina.dialog.forms import JadwalForm
from bina.dialog.models import Dialog
from bina.dialog.services import dialog as services
from bina.dialog.views.asking import attempt, warn_of_clashes
from bina.people import door as people
from bina.ui import paging


@require_safe
def orang(request: HttpRequest, pk: int) -> HttpResponse:
    """What the reader talked about with this person: days and states, and what is still to do."""
    on = timezone.localdate()
    rows = Dialog.objects.visible_to(request.user, on=on).filter(pegawai=pk).for_list()
    listed = paging.paginate(request, rows)
    plan = reading.plan_of_two(pk, request.user, on=on)
    own = request.user.pk == pk
    if not (listed.total or plan):
        raise Http404
    context = {
        "pegawai": listed.rows[0].pegawai if listed.total else _person(request, pk, on),
        "milik_saya": own,
        "halaman": listed,
        "rencana": plan,
        "terbuka": Dialog.objects.visible_to(request.user, on=on)
        .filter(pegawai=pk)
        .ongoing()
        .exists(),
        "tindakan": reading.open_actions(pk, request.user, on=on),
        "page_menu": "planning" if own else "tim",
    }
    return render(request, "dialog/orang.html", context)


def _person(request: HttpRequest, pk: int, on: date) -> Any:
    visible = people.visible_people(request.user, on=on).select_related("orang")
    return get_object_or_404(visible, pk=pk)


def _plan_and_dialogue(request: HttpRequest, skp_id: int, on: date) -> tuple[Any, Dialog | None]:
    try:
        plan = services.plan_for(skp_id, request.user, on)
    except ObjectDoesNotExist as unseen:
        raise Http404 from unseen
    assert plan.penilai_id is not None, "a plan in force has its penilai"
    both = Dialog.objects.visible_to(request.user, on=on)
    return plan, both.between(plan.pegawai_id, plan.penilai_id).ongoing().first()


@require_http_methods(["GET", "HEAD", "POST"])
def rencanakan(request: HttpRequest, skp_id: int) -> HttpResponse:
    """Name the day of the next dialogue; where one is under way already, go there."""
    on = timezone.localdate()
    plan, under_way = _plan_and_dialogue(request, skp_id, on)
    if under_way:
        messages.info(request, _("Anda berdua masih punya dialog yang berjalan: inilah dialognya."))
        return redirect("dialog:dialog", under_way.pk)
    form = JadwalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            request,
            lambda: services.plan_dialog(
                skp_id=skp_id,
                **form.cleaned_data,
                actor=request.user,
                pada=timezone.now(),
                on=on,
            ),
            form=form,
        )
        if made:
            messages.success(request, _("Tersimpan. Anda berdua sekarang dapat mengisi agendanya."))
            warn_of_clashes(request, made, **form.cleaned_data)
            return redirect("dialog:dialog", made.pk)
    return render(request, "dialog/rencanakan.html", {"form": form, **_about(request, plan)})


def _about(request: HttpRequest, plan: Any) -> dict[str, Any]:
    """Whose dialogue, with whom, and under which heading of the menu."""
    own = request.user.pk == plan.pegawai_id
    return {
        "pegawai_id": plan.pegawai_id,
        "yang_lain": Orang.objects.get(pk=plan.penilai_id if own else plan.pegawai_id),
        "page_menu": "planning" if own else "tim",
    }
