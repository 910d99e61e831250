"""Who works in a team and who leads it: dated rows, of which only an end is ever set."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.core import audit
from bina.people.models import AnggotaTim, KetuaTim, TimKerja
from bina.people.services.tim import (
    TeamRefused,
    counted,
    opened,
    overlaps,
    refuse_own_head,
    refuse_people,
)


@transaction.atomic
def add_members(
    *,
    tim_id: int,
    orang_ids: list[int],
    mulai: date,
    selesai: date | None,
    actor: Any,
    pada: datetime,
    on: date,
) -> list[AnggotaTim]:
    """These people work in the team from a day on: all of them or none.

    Raises TimKerja.DoesNotExist, PermissionDenied, TeamRefused.
    """
    tim = opened(tim_id, actor, on)
    _refuse_days(tim, mulai, selesai)
    refuse_people(tim, orang_ids, "orang")
    _refuse_present(tim, orang_ids, mulai, selesai)
    made = AnggotaTim.objects.bulk_create(
        AnggotaTim(tim=tim, orang_id=one, mulai=mulai, selesai=selesai)
        for one in dict.fromkeys(orang_ids)
    )
    days = {"mulai": mulai, "selesai": selesai}
    whole = audit.line_about("tim_kerja.tambah_anggota", tim, fakta={"jumlah": len(made)})
    lines = [audit.line_about("anggota_tim.tambah", one, ke=days) for one in made]
    audit.record_many([whole, *lines], pelaku=actor, pada=pada)
    return made


@transaction.atomic
def end_member(
    *, anggota_id: int, selesai: date, actor: Any, pada: datetime, on: date
) -> AnggotaTim:
    """The last day of a member, also one that has passed.

    Raises AnggotaTim.DoesNotExist, PermissionDenied, TeamRefused.
    """
    anggota = _member(anggota_id, actor, on)
    if selesai < anggota.mulai:
        raise TeamRefused(_("Tanggal selesai lebih awal daripada tanggal mulai. Perbaiki."))
    _refuse_after_team(anggota.tim, selesai)
    if anggota.selesai is not None and anggota.selesai < on:
        raise TeamRefused(_("Tugas orang ini sudah berakhir lebih dulu. Periksa lagi daftarnya."))
    before, anggota.selesai = anggota.selesai, selesai
    anggota.save(update_fields=["selesai"])
    audit.record(
        "anggota_tim.akhiri",
        pelaku=actor,
        objek=anggota,
        pada=pada,
        berubah=["selesai"],
        dari={"selesai": before},
        ke={"selesai": selesai},
    )
    return anggota


@transaction.atomic
def cancel_member(*, anggota_id: int, actor: Any, pada: datetime, on: date) -> None:
    """Take back a membership that has not begun: no day of it has been, so no row remains.

    Raises AnggotaTim.DoesNotExist, PermissionDenied, TeamRefused.
    """
    anggota = _member(anggota_id, actor, on)
    _refuse_begun(anggota.mulai, on)
    line = audit.line_about("anggota_tim.batalkan", anggota, dari={"mulai": anggota.mulai})
    anggota.delete()
    audit.record_many([line], pelaku=actor, pada=pada)


@transaction.atomic
def change_ketua(
    *,
    tim_id: int,
    suntingan: int,
    ketua_id: int,
    mulai: date,
    tetap_anggota: bool,
    actor: Any,
    pada: datetime,
    on: date,
) -> KetuaTim:
    """Another ketua from a day on; the one before leads until the day before.

    Raises TimKerja.DoesNotExist, PermissionDenied, TeamChanged, TeamRefused.
    """
    tim = opened(tim_id, actor, on, suntingan)
    before = _last_ketua(tim)
    _refuse_days(tim, mulai, None)
    _refuse_turn(before, ketua_id, mulai, on)
    refuse_people(tim, [ketua_id], "ketua")
    refuse_own_head(ketua_id, actor)
    _give_way(before, mulai)
    made = KetuaTim.objects.create(tim=tim, orang_id=ketua_id, mulai=mulai)
    if tetap_anggota:
        _stay(before, mulai)
    counted(tim)
    facts = {"dari": {"ketua": before.orang_id}, "ke": {"ketua": ketua_id, "mulai": mulai}}
    _trace(tim, "tim_kerja.ganti_ketua", actor, pada, **facts)
    return made


@transaction.atomic
def cancel_ketua(*, ketua_id: int, actor: Any, pada: datetime, on: date) -> TimKerja:
    """Take back a change of ketua that has not come yet; the one before leads on.

    Raises KetuaTim.DoesNotExist, PermissionDenied, TeamRefused.
    """
    seen = TimKerja.objects.visible_to(actor, on=on)
    tim = opened(KetuaTim.objects.get(pk=ketua_id, tim__in=seen).tim_id, actor, on)
    made = tim.ketua.get(pk=ketua_id)
    _refuse_begun(made.mulai, on)
    before = tim.ketua.filter(selesai=made.day_before).first()
    if before is None:
        raise TeamRefused(_("Ketua pertama tidak dapat dibatalkan: tim selalu mempunyai ketua."))
    made.delete()
    before.selesai = made.selesai
    before.save(update_fields=["selesai"])
    counted(tim)
    dari = {"ketua": made.orang_id, "mulai": made.mulai}
    facts = {"dari": dari, "ke": {"ketua": before.orang_id}}
    _trace(tim, "tim_kerja.batal_ganti_ketua", actor, pada, **facts)
    return tim


def _member(anggota_id: int, actor: Any, on: date) -> AnggotaTim:
    """The member's row, read after its team is locked, so that nobody changes it meanwhile."""
    seen = TimKerja.objects.visible_to(actor, on=on)
    tim = opened(AnggotaTim.objects.get(pk=anggota_id, tim__in=seen).tim_id, actor, on)
    return AnggotaTim.objects.select_related("tim").get(pk=anggota_id, tim=tim)


def _last_ketua(tim: TimKerja) -> KetuaTim:
    last = tim.ketua.order_by("mulai").last()
    if last is None:
        raise TeamRefused(_("Tim ini tidak mempunyai ketua. Hubungi administrator."))
    return last


def _trace(tim: TimKerja, act: str, actor: Any, pada: datetime, **facts: Any) -> None:
    audit.record(act, pelaku=actor, objek=tim, pada=pada, berubah=["ketua"], **facts)


def _give_way(before: KetuaTim, mulai: date) -> None:
    """Who led does so until the day before; who was yet to begin that very day never does."""
    if before.mulai == mulai:
        KetuaTim.objects.filter(pk=before.pk).delete()
    else:
        before.selesai = mulai - timedelta(days=1)
        before.save(update_fields=["selesai"])


def _stay(before: KetuaTim, mulai: date) -> None:
    """Who led goes on as a member, unless recorded as one for those days already."""
    rows = AnggotaTim.objects.filter(tim=before.tim_id, orang=before.orang_id)
    if not rows.filter(overlaps(mulai, None)).exists():
        AnggotaTim.objects.create(tim_id=before.tim_id, orang_id=before.orang_id, mulai=mulai)


def _refuse_begun(mulai: date, on: date) -> None:
    if mulai <= on:
        raise TeamRefused(_("Tugas ini sudah berjalan, jadi tidak dapat dibatalkan. Akhiri saja."))


def _refuse_days(tim: TimKerja, mulai: date, selesai: date | None) -> None:
    if mulai < tim.mulai:
        raise TeamRefused(_("Tim belum ada pada tanggal ini. Pilih tanggal lain."), "mulai")
    if tim.selesai is not None and mulai > tim.selesai:
        raise TeamRefused(_("Tim sudah berakhir pada tanggal ini. Pilih tanggal lain."), "mulai")
    if selesai is not None and selesai < mulai:
        raise TeamRefused(_("Tanggal selesai sebelum tanggal mulai."), "selesai")
    _refuse_after_team(tim, selesai)


def _refuse_after_team(tim: TimKerja, selesai: date | None) -> None:
    if selesai is not None and tim.selesai is not None and selesai > tim.selesai:
        raise TeamRefused(_("Tim sudah berakhir pada tanggal ini. Pilih tanggal lain."), "selesai")


def _refuse_present(tim: TimKerja, orang_ids: list[int], mulai: date, selesai: date | None) -> None:
    shared = overlaps(mulai, selesai)
    member = tim.anggota.filter(shared, orang__in=orang_ids).select_related("orang").first()
    if member is not None:
        words = _("%(nama)s sudah menjadi anggota pada masa itu. Hapus dari isian ini.")
        raise TeamRefused(words % {"nama": member.orang.nama}, "orang")
    leads = tim.ketua.filter(shared, orang__in=orang_ids).select_related("orang").first()
    if leads is not None:
        words = _("%(nama)s mengetuai tim ini pada masa itu, jadi tidak dicatat sebagai anggota.")
        raise TeamRefused(words % {"nama": leads.orang.nama}, "orang")


def _refuse_turn(before: KetuaTim, ketua_id: int, mulai: date, on: date) -> None:
    begun = before.mulai <= on
    if not begun and before.mulai > before.tim.mulai:
        words = _("Pergantian ketua ke %(nama)s sudah tercatat. Batalkan dulu bila berubah.")
        raise TeamRefused(words % {"nama": before.orang.nama})
    if ketua_id == before.orang_id:
        raise TeamRefused(_("Orang ini sudah menjadi ketua. Pilih orang lain."), "ketua")
    if mulai < before.mulai or (begun and mulai == before.mulai):
        words = _("Ketua sekarang baru mulai pada tanggal itu atau sesudahnya. Pilih yang lain.")
        raise TeamRefused(words, "mulai")
