"""A penilai leaves for good: the running plans go to the next one, without a new version."""

from collections.abc import Collection, Iterator
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.accounts.models import Orang
from bina.core import audit
from bina.planning.models import SerahTerima, Skp
from bina.planning.penilai.serah_terima import HELD, next_penilai
from bina.planning.services.refusals import Refused
from bina.planning.workflow import Status


@transaction.atomic
def hand_over(
    *, skp_ids: Collection[int], mulai: date, alasan: str, actor: Any, pada: datetime, on: date
) -> list[Skp]:
    """Each plan goes to whoever is the superior on that day; gives those that changed hands.

    Nobody chooses the new penilai: a wrong superior is corrected in `people` first. A version
    that waits for approval goes with the one in force. Raises Skp.DoesNotExist where one of them
    is not the actor's to hand over; Refused.
    """
    for wrong, why in _objections(skp_ids, mulai, alasan, on):
        if wrong:
            raise Refused(why)
    plans = _locked(set(skp_ids), actor, on)
    names = next_penilai(plans, on=mulai)
    _refuse_nobody([one for one in plans if names[one.pk] is None])
    moved = [one for one in plans if names[one.pk].pk != one.penilai_id]
    if not moved:
        raise Refused(_("SKP ini sudah berada pada penilai yang tercatat. Periksa lagi daftarnya."))
    act = {"mulai": mulai, "alasan": alasan, "oleh": actor, "pada": pada}
    lines = [_move(one, names[one.pk], act) for one in moved]
    audit.record_many(lines, pelaku=actor, pada=pada)
    return moved


def _move(one: Skp, kepada: Orang, act: dict[str, Any]) -> audit.Line:
    assert one.penilai is not None, "a plan that is held has its penilai"
    SerahTerima.objects.create(skp=one, dari=one.penilai, kepada=kepada, **act)
    line = _line(one, kepada.pk, act["mulai"])
    one.penilai = kepada
    one.save(update_fields=["penilai"])
    return line


def _objections(
    skp_ids: Collection[int], mulai: date, alasan: str, on: date
) -> Iterator[tuple[bool, str]]:
    yield not skp_ids, _("Pilih dulu SKP yang diserahterimakan.")
    yield (
        mulai > on,
        _(
            "Serah terima dicatat pada atau setelah harinya. Sampai hari itu, tunjuk pengganti "
            "penilai bila perlu."
        ),
    )
    yield not alasan.strip(), _("Tuliskan dasar serah terima, misalnya nomor surat keputusan.")


def _locked(ids: set[int], actor: Any, on: date) -> list[Skp]:
    """The plans, and the versions of them that wait; held until the end."""
    mine = Skp.objects.filter(policy.scope(actor, "skp.serah_terima", on=on), status__in=HELD)
    found = set(mine.filter(pk__in=ids).values_list("pk", flat=True))
    if found != ids:
        raise Skp.DoesNotExist("skp.serah_terima")
    families = Skp.objects.filter(pk__in=ids).values("rumpun")
    waiting = Skp.objects.filter(rumpun__in=families, status=Status.DIAJUKAN)
    every = ids | set(waiting.values_list("pk", flat=True))
    rows = Skp.objects.filter(pk__in=every, status__in=HELD)
    return list(
        rows.select_related("penempatan__unit", "pegawai__orang", "penilai")
        .select_for_update(of=("self",))
        .order_by("pk")
    )


def _refuse_nobody(plans: list[Skp]) -> None:
    if plans:
        names = ", ".join(sorted({str(one.pegawai) for one in plans}))
        raise Refused(
            _(
                "Penilai baru belum tercatat untuk: %(nama)s. Catat dulu atasannya di halaman "
                "Pegawai, lalu ulangi."
            )
            % {"nama": names}
        )


def _line(one: Skp, kepada: int, mulai: date) -> audit.Line:
    return audit.line_about(
        "skp.serah_terima",
        one,
        berubah=("penilai",),
        dari={"penilai": one.penilai_id},
        ke={"penilai": kepada, "mulai": mulai},
    )
