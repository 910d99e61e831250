"""Teams across units: made, changed, ended by the performance manager of their unit."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from bina.access import policy
from bina.accounts.models import Orang
from bina.core import audit
from bina.people.models import AnggotaTim, Instansi, KetuaTim, TimKerja, Unit


class TeamRefused(Exception):
    """This cannot be done to the team; the message says why, `field` where to mend it."""

    def __init__(self, why: str, field: str | None = None) -> None:
        super().__init__(why)
        self.field = field


class TeamChanged(Exception):
    """Somebody changed the team after this page was opened; `suntingan` is its count now."""

    def __init__(self, suntingan: int) -> None:
        super().__init__(suntingan)
        self.suntingan = suntingan


@transaction.atomic
def make(
    *,
    unit_id: int,
    nama: str,
    tujuan: str,
    ketua_id: int,
    mulai: date,
    selesai: date | None,
    actor: Any,
    pada: datetime,
    on: date,
) -> TimKerja:
    """A team with its ketua, for a period, looked after by the managers of a unit.

    Raises Unit.DoesNotExist, PermissionDenied, TeamRefused.
    """
    unit = Unit.objects.visible_to(actor, on=on).get(pk=unit_id)
    policy.require(actor, "unit.buat_tim", unit, on=on)
    tim = TimKerja(instansi_id=unit.instansi_id, unit=unit, mulai=mulai, selesai=selesai)
    tim.nama, tim.tujuan = nama.strip(), tujuan.strip()
    _refuse_period(tim)
    _refuse_name(tim)
    refuse_people(tim, [ketua_id], "ketua")
    refuse_own_head(ketua_id, actor)
    tim.save()
    KetuaTim.objects.create(tim=tim, orang_id=ketua_id, mulai=mulai)
    ke: dict[str, audit.Fact] = {"ketua": ketua_id, "unit": unit.pk, "mulai": mulai}
    ke["selesai"] = selesai
    audit.record("tim_kerja.buat", pelaku=actor, objek=tim, pada=pada, ke=ke)
    return tim


@transaction.atomic
def change(
    *,
    tim_id: int,
    suntingan: int,
    nama: str,
    tujuan: str,
    mulai: date,
    selesai: date | None,
    actor: Any,
    pada: datetime,
    on: date,
) -> TimKerja:
    """Another name, purpose or period. The first day stays once the team has begun.

    Raises TimKerja.DoesNotExist, PermissionDenied, TeamChanged, TeamRefused.
    """
    tim = opened(tim_id, actor, on, suntingan)
    before = {name: getattr(tim, name) for name in ("nama", "tujuan", "mulai", "selesai")}
    _refuse_past(tim, mulai, selesai, on)
    if mulai != tim.mulai:
        _move_start(tim, mulai)
    tim.nama, tim.tujuan, tim.selesai = nama.strip(), tujuan.strip(), selesai
    _refuse_period(tim)
    _refuse_name(tim)
    _cut_rows(tim)
    changed = [name for name, value in before.items() if getattr(tim, name) != value]
    if changed:
        _saved(tim, "tim_kerja.ubah", before, changed, actor, pada)
    return tim


@transaction.atomic
def end(
    *, tim_id: int, suntingan: int, selesai: date, actor: Any, pada: datetime, on: date
) -> TimKerja:
    """The last day of the team, also one that has passed. Whoever works in it ends with it.

    Raises TimKerja.DoesNotExist, PermissionDenied, TeamChanged, TeamRefused.
    """
    tim = opened(tim_id, actor, on, suntingan)
    before = {"selesai": tim.selesai}
    if tim.selesai is not None and selesai > tim.selesai:
        raise TeamRefused(_("Tim ini sudah akan berakhir sebelum itu. Pakai Ubah tim."), "selesai")
    tim.selesai = selesai
    _refuse_period(tim)
    _cut_rows(tim)
    _saved(tim, "tim_kerja.akhiri", before, ["selesai"], actor, pada)
    return tim


def opened(tim_id: int, actor: Any, on: date, suntingan: int | None = None) -> TimKerja:
    """The team, locked for this act, if the actor may manage it, it has not ended, and (where
    a count is given) nobody changed it since.

    Raises TimKerja.DoesNotExist, PermissionDenied, TeamRefused, TeamChanged.
    """
    visible = TimKerja.objects.visible_to(actor, on=on)
    tim = visible.select_for_update(of=("self",)).get(pk=tim_id)
    policy.require(actor, "tim_kerja.kelola", tim, on=on)
    if tim.has_ended(on):
        raise TeamRefused(_("Tim ini sudah berakhir; isinya tidak berubah lagi."))
    if suntingan not in {None, tim.suntingan}:
        raise TeamChanged(tim.suntingan)
    return tim


def counted(tim: TimKerja) -> None:
    """Another change that pages opened before it must notice."""
    tim.suntingan += 1
    tim.save()


def refuse_people(tim: TimKerja, orang_ids: list[int], field: str) -> None:
    """All of the team's agency, and active."""
    people = Orang.objects.filter(pk__in=orang_ids, is_active=True, instansi=tim.instansi_id)
    if people.count() != len(set(orang_ids)):
        raise TeamRefused(_("Orang ini bukan orang aktif dari instansi tim."), field)


def refuse_own_head(ketua_id: int, actor: Any) -> None:
    """A ketua gives feedback about members: as with offices, nobody gives that to themselves."""
    if ketua_id == actor.pk:
        raise TeamRefused(
            _("Anda tidak dapat menetapkan diri sendiri sebagai ketua. Minta pengelola lain."),
            "ketua",
        )


def _refuse_period(tim: TimKerja) -> None:
    if tim.selesai is not None and tim.selesai < tim.mulai:
        raise TeamRefused(
            _("Tanggal selesai lebih awal daripada tanggal mulai. Perbaiki."), "selesai"
        )


def _refuse_past(tim: TimKerja, mulai: date, selesai: date | None, on: date) -> None:
    if selesai is not None and selesai < on:
        raise TeamRefused(_("Tanggal ini sudah lewat. Pakai Akhiri tim."), "selesai")
    if mulai != tim.mulai and tim.mulai <= on:
        raise TeamRefused(
            _("Tim sudah berjalan, jadi tanggal mulainya tidak dapat diubah."), "mulai"
        )


def _refuse_name(tim: TimKerja) -> None:
    if not tim.nama:
        raise TeamRefused(_("Nama tim belum diisi."), "nama")
    # Two who make teams at once wait for each other here.
    Instansi.objects.select_for_update().get(pk=tim.instansi_id)
    same = TimKerja.objects.filter(instansi=tim.instansi_id, nama__iexact=tim.nama)
    if same.exclude(pk=tim.pk).filter(overlaps(tim.mulai, tim.selesai)).exists():
        raise TeamRefused(
            _("Tim dengan nama ini sudah ada pada masa itu. Pilih nama lain atau ubah tim itu."),
            "nama",
        )


def overlaps(mulai: date, selesai: date | None) -> Q:
    """The dated rows that share a day with this period."""
    shared = Q(selesai=None) | Q(selesai__gte=mulai)
    return shared if selesai is None else shared & Q(mulai__lte=selesai)


def _move_start(tim: TimKerja, mulai: date) -> None:
    """Before its first day a team may be moved; whoever begins with it moves along."""
    first = tim.mulai
    for rows in _rows(tim):
        stuck = rows.filter(mulai=first, selesai__lt=mulai) | rows.filter(
            mulai__gt=first, mulai__lt=mulai
        )
        _refuse_row(stuck, "mulai")
    tim.mulai = min(first, mulai)  # the wider period first: rows stay within it at every moment
    tim.save(update_fields=["mulai"])
    for rows in _rows(tim):
        rows.filter(mulai=first).update(mulai=mulai)
    tim.mulai = mulai


def _cut_rows(tim: TimKerja) -> None:
    """Nobody works in a team after its last day; who would begin later must be seen to first."""
    if tim.selesai is None:
        return
    for rows in _rows(tim):
        _refuse_row(rows.filter(mulai__gt=tim.selesai), "selesai")
        rows.filter(selesai__gt=tim.selesai).update(selesai=tim.selesai)


def _rows(tim: TimKerja) -> list[Any]:
    return [KetuaTim.objects.filter(tim=tim), AnggotaTim.objects.filter(tim=tim)]


def _refuse_row(rows: Any, field: str) -> None:
    one = rows.select_related("orang").order_by("mulai", "pk").first()
    if one is not None:
        words = _("%(nama)s bertugas di luar masa itu. Pilih tanggal lain atau ubah tugasnya dulu.")
        raise TeamRefused(words % {"nama": one.orang.nama}, field)


def _saved(
    tim: TimKerja, act: str, before: dict[str, Any], changed: list[str], actor: Any, pada: datetime
) -> None:
    counted(tim)
    dates = [name for name in changed if name in {"mulai", "selesai"}]
    audit.record(
        act,
        pelaku=actor,
        objek=tim,
        pada=pada,
        berubah=changed,
        dari={name: before[name] for name in dates},
        ke={name: getattr(tim, name) for name in dates},
    )
