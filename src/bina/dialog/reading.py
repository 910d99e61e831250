"""What the pages of dialogues show: read once, a fixed number of queries."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from bina.access import policy
from bina.dialog import usul
from bina.dialog.forms import BatalForm, ButirForm, CatatanForm, SuntinganForm
from bina.dialog.models import CatatanPribadi, Dialog, Tindakan
from bina.dialog.workflow import DIALOG, SUMMED_UP, StatusDialog
from bina.planning import door as planning
from bina.ui import paging

MOST = 50
S = StatusDialog
ACTS = ("jadwalkan", "mulai", "rangkum", "konfirmasi", "batalkan")


@dataclass(frozen=True, slots=True)
class BarisTindakan:
    """An action with how it stands; `telat` in days."""

    tindakan: Tindakan
    status: str
    telat: int
    bisa_selesai: bool


def state_of(each: Tindakan, on: date, *, agreed: bool) -> BarisTindakan:
    if each.selesai_pada is not None:
        return BarisTindakan(each, "selesai", 0, False)
    late = max((on - each.tenggat).days, 0)
    return BarisTindakan(each, "terlambat" if late else "berjalan", late, agreed)


def carried(one: Dialog, on: date) -> paging.Some:
    """What the two agreed earlier and is not done: it comes along until it is."""
    if not one.is_ongoing:
        return paging.Some()
    return _first(Tindakan.objects.unfinished().between(one.pegawai_id, one.penilai_id), on)


def _first(rows: Any, on: date) -> paging.Some:
    """The first due first, and how many more (one query)."""
    ordered = rows.select_related("oleh", "dialog").order_by("tenggat", "pk")
    found = paging.some(ordered, most=MOST)
    return paging.Some([state_of(each, on, agreed=True) for each in found], found.more)


def page(one: Dialog, user: Any, *, on: date, forms: dict[str, Any]) -> dict[str, Any]:
    """One dialogue for one of the two; `forms` are those the reader has just sent."""
    own = one.tindakan.select_related("oleh").order_by("tenggat", "pk")
    topics = usul.suggested(one, on=on) if one.is_prepared else []
    party = one.party(user.pk)
    waits = one.status == S.DIRANGKUM and getattr(one, f"{party}_pada") is None
    return {
        "dialog": one,
        "yang_lain": one.other(user.pk),
        "langkah": steps(one),
        "boleh": acts(one, user, on),
        "agenda": list(one.agenda.select_related("oleh")),
        "usul": topics,
        "bawaan": carried(one, on),
        "tindakan": [state_of(each, on, agreed=one.is_confirmed) for each in own],
        "konfirmasi": SuntinganForm(initial={"suntingan": one.suntingan}) if waits else None,
        "ttd": confirmations(one, user),
        "butir": ButirForm(),
        "batal": BatalForm(),
        "catatan": forms.get("catatan") or note_form(one, user, on),
        "page_menu": menu_of(one, user),
        **forms,
    }


def acts(one: Dialog, user: Any, on: date) -> set[str]:
    """What this reader may do in this state."""
    asked = [f"dialog.{name}" for name in ACTS]
    may = {name.split(".")[1] for name in policy.permitted(user, asked, one, on=on)}
    return may & set(DIALOG.open_from(one.status))


def note_form(one: Dialog, user: Any, on: date) -> CatatanForm:
    note = CatatanPribadi.objects.visible_to(user, on=on).filter(dialog=one).first()
    kept = (note.isi, note.suntingan) if note else ("", 0)
    return CatatanForm(initial=dict(zip(("isi", "suntingan_catatan"), kept, strict=True)))


def steps(one: Dialog) -> list[dict[str, Any]]:
    """How far it is; nothing once it was called off."""
    if one.status == S.DIBATALKAN:
        return []
    order = [S.DIRENCANAKAN, S.BERLANGSUNG, S.DIRANGKUM, S.DIKONFIRMASI]
    names = [_("Rencana"), _("Dialog"), _("Ringkasan"), _("Dikonfirmasi")]
    here = order.index(S(one.status))
    state = {True: "sudah", False: "nanti"}
    return [
        {"label": name, "keadaan": "kini" if n == here else state[n < here]}
        for n, name in enumerate(names)
    ]


def confirmations(one: Dialog, user: Any) -> list[dict[str, Any]]:
    """The two, each with the hour of the confirmation."""
    if one.status not in SUMMED_UP:
        return []
    both = (
        (one.pegawai.orang, _("Pegawai"), one.pegawai_pada),
        (one.penilai, _("Penilai"), one.penilai_pada),
    )
    return [
        {"nama": orang.nama_lengkap, "peran": peran, "pada": pada, "anda": orang.pk == user.pk}
        for orang, peran, pada in both
    ]


def menu_of(one: Dialog, user: Any) -> str:
    return "planning" if user.pk == one.pegawai_id else "tim"


def plan_of_two(orang_id: int, user: Any, *, on: date) -> int | None:
    """The id of this person's running plan in which the reader is one of the two; one query."""
    mine = policy.scope(user, "rencana_dialog.rencanakan", on=on)
    plans = planning.running_ids(on=on).filter(mine, pegawai=orang_id)
    return plans.order_by("-mulai", "-pk").first()


def open_actions(orang_id: int, user: Any, *, on: date) -> paging.Some:
    rows = Tindakan.objects.visible_to(user, on=on).unfinished()
    return _first(rows.filter(dialog__pegawai=orang_id), on)
