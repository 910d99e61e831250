"""A wrong superior, mended: asked for by the person, decided by the performance manager."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.core.dated import in_force
from bina.people import hierarchy, workflow
from bina.people.models import Atasan, Instansi, Pegawai, PermohonanAtasan, SumberAtasan


class SuperiorRefused(Exception):
    """This superior cannot be recorded; the message says why and what to do."""


@transaction.atomic
def ask_correction(
    *,
    pegawai_id: int,
    usulan_id: int,
    mulai: date,
    selesai: date | None,
    alasan: str,
    actor: Any,
    pada: datetime,
    on: date,
) -> PermohonanAtasan:
    """The person says that the recorded superior is wrong, and who it should be.

    Raises Pegawai.DoesNotExist for a stranger, PermissionDenied for anybody but the person,
    SuperiorRefused where the proposal cannot hold or one is waiting already.
    """
    pegawai = Pegawai.objects.visible_to(actor, on=on).get(pk=pegawai_id)
    policy.require(actor, "pegawai.minta_koreksi_atasan", pegawai, on=on)
    _refuse_circle(pegawai.pk, usulan_id, mulai, selesai)
    _refuse_second(pegawai)
    asked = PermohonanAtasan.objects.create(
        pegawai=pegawai,
        usulan_id=usulan_id,
        mulai=mulai,
        selesai=selesai,
        alasan=alasan,
        dibuat=pada,
    )
    audit.record("permohonan_atasan.ajukan", pelaku=actor, objek=asked, pada=pada)
    return asked


@transaction.atomic
def decide(
    *, permohonan_id: int, name: str, tanggapan: str, actor: Any, pada: datetime, on: date
) -> PermohonanAtasan:
    """Take the request one step: setujui (records the correction), tolak, or batalkan.

    Raises PermohonanAtasan.DoesNotExist, PermissionDenied, WrongState, SuperiorRefused.
    """
    visible = PermohonanAtasan.objects.visible_to(actor, on=on)
    asked = visible.select_for_update(of=("self",)).get(pk=permohonan_id)
    policy.require(actor, f"permohonan_atasan.{name}", asked, on=on)
    before, asked.status = asked.status, workflow.PERMOHONAN_ATASAN.take(name, asked.status)
    asked.tanggapan = tanggapan
    asked.diputus_oleh = actor
    asked.save(update_fields=["status", "tanggapan", "diputus_oleh"])
    if name == "setujui":
        _correct(asked.pegawai_id, asked.usulan_id, asked.mulai, asked.selesai, asked.alasan)
    audit.record(
        f"permohonan_atasan.{name}",
        pelaku=actor,
        objek=asked,
        pada=pada,
        berubah=["status"],
        dari={"status": before},
        ke={"status": asked.status},
    )
    return asked


@transaction.atomic
def correct(
    *,
    pegawai_id: int,
    atasan_id: int,
    mulai: date,
    selesai: date | None,
    alasan: str,
    actor: Any,
    pada: datetime,
    on: date,
) -> Atasan:
    """Record a superior by hand, with a reason, from a day on (or to a day).

    `actor` is None for commands. Raises Pegawai.DoesNotExist, PermissionDenied, SuperiorRefused.
    """
    if actor is None:
        pegawai = Pegawai.objects.get(pk=pegawai_id)
    else:
        pegawai = Pegawai.objects.visible_to(actor, on=on).get(pk=pegawai_id)
        policy.require(actor, "pegawai.koreksi_atasan", pegawai, on=on)
    line = _correct(pegawai.pk, atasan_id, mulai, selesai, alasan)
    audit.record(
        "pegawai.koreksi_atasan",
        pelaku=actor,
        objek=pegawai,
        pada=pada,
        berubah=["atasan"],
        ke={"atasan": atasan_id, "mulai": mulai, "selesai": selesai},
    )
    return line


def _correct(
    pegawai_id: int, atasan_id: int, mulai: date, selesai: date | None, alasan: str
) -> Atasan:
    _refuse_circle(pegawai_id, atasan_id, mulai, selesai)
    _make_room(pegawai_id, mulai, selesai)
    line = Atasan.objects.create(
        pegawai_id=pegawai_id,
        atasan_id=atasan_id,
        mulai=mulai,
        selesai=selesai,
        sumber=SumberAtasan.KOREKSI,
        alasan=alasan,
    )
    _note_change(pegawai_id)
    return line


def _make_room(pegawai_id: int, mulai: date, selesai: date | None) -> None:
    """An earlier correction gives way for the days of the new one, and only for those."""
    earlier = Atasan.objects.filter(pegawai=pegawai_id, sumber=SumberAtasan.KOREKSI)
    overlapping = earlier.filter(Q(selesai=None) | Q(selesai__gte=mulai))
    if selesai is not None:
        overlapping = overlapping.filter(mulai__lte=selesai)
    for line in overlapping.select_for_update():
        _cut(line, mulai, selesai)


def _cut(line: Atasan, mulai: date, selesai: date | None) -> None:
    end = line.selesai
    if line.mulai < mulai:
        line.selesai = mulai - timedelta(days=1)
        line.save(update_fields=["selesai"])
    else:
        line.delete()
    if selesai is not None and (end is None or end > selesai):
        Atasan.objects.create(
            pegawai_id=line.pegawai_id,
            atasan_id=line.atasan_id,
            mulai=selesai + timedelta(days=1),
            selesai=end,
            sumber=line.sumber,
            alasan=line.alasan,
        )


def _note_change(pegawai_id: int) -> None:
    """A preview of a staff file made before this is out of date."""
    agency = Instansi.objects.select_for_update().get(pegawai=pegawai_id)
    agency.revisi += 1
    agency.save(update_fields=["revisi"])


def _refuse_second(pegawai: Pegawai) -> None:
    if PermohonanAtasan.objects.filter(pegawai=pegawai, status="diajukan").exists():
        raise SuperiorRefused(
            _("Permohonan Anda yang sebelumnya masih menunggu. Batalkan dulu bila ingin mengubah.")
        )


def _refuse_circle(pegawai_id: int, atasan_id: int, mulai: date, selesai: date | None) -> None:
    if pegawai_id == atasan_id:
        raise SuperiorRefused(
            _("Seseorang tidak dapat menjadi atasannya sendiri. Pilih orang lain.")
        )
    days = _turning_days(mulai, selesai, [pegawai_id, atasan_id])
    if any(hierarchy.would_circle(pegawai_id, atasan_id, on=day) for day in days):
        raise SuperiorRefused(
            _(
                "Orang ini sendiri berada di bawah pegawai tersebut, langsung atau tidak. "
                "Pilih orang lain, atau betulkan dulu atasan orang ini."
            )
        )


def _turning_days(mulai: date, selesai: date | None, people: list[int]) -> list[date]:
    """The first day, and every later day on which a recorded line of these people begins."""
    later = Atasan.objects.filter(Q(pegawai__in=people) | Q(atasan__in=people), mulai__gt=mulai)
    if selesai is not None:
        later = later.filter(mulai__lte=selesai)
    return [mulai, *sorted(set(later.values_list("mulai", flat=True)))]


def corrections_of(pegawai_id: int, *, on: date) -> Any:
    """The corrections that hold on that day."""
    return Atasan.objects.filter(in_force(on), pegawai=pegawai_id, sumber=SumberAtasan.KOREKSI)
