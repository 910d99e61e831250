"""Writing what was prepared: set-based, inside the caller's one short transaction."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import chain
from typing import Any

from allauth.account.models import EmailAddress
from django.db.models import DateField, F, Model, Q, QuerySet, Value
from django.db.models.functions import Greatest

from bina.accounts.models import Orang
from bina.core import audit, happenings
from bina.core.bulk import copy_rows, update_rows
from bina.people.happenings import KEDUDUKAN_BERUBAH, PENEMPATAN_BERAKHIR
from bina.people.imports.people_plan import ORANG, PEGAWAI, Plan
from bina.people.imports.snapshot import JabatanKey, chunks, jabatan_ids
from bina.people.models import Atasan, Jabatan, Kantor, Pegawai, Penempatan


def write(plan: Plan, *, now: datetime) -> Iterator[audit.Line]:
    """Do what the plan says; give the lines of the trail, one a changed person."""
    jabatan = positions(plan.instansi, plan.jabatan)
    ids = _accounts(plan, now)
    _staff(plan, ids)
    _placements(plan, ids, jabatan)
    _superiors(plan, ids)
    _leave(plan)
    _return(plan)
    return chain(_lines(plan, ids), _answers(plan))


def positions(instansi: int, wanted: set[JabatanKey]) -> dict[JabatanKey, int]:
    """Every position by name, kind and level, those not yet known made."""
    known = jabatan_ids(instansi)
    fresh = sorted(wanted - known.keys())
    if not fresh:
        return known
    copy_rows(Jabatan, ["instansi_id", "nama", "jenis", "jenjang"], ([instansi, *k] for k in fresh))
    return jabatan_ids(instansi)


def _accounts(plan: Plan, now: datetime) -> dict[str, int]:
    for some in chunks(plan.email_lepas):
        # Two people may exchange addresses: let go of all before anybody takes one.
        Orang.objects.filter(pk__in=some).update(email=None)
        EmailAddress.objects.filter(user__in=some).delete()
    if plan.orang_ubah:
        update_rows(Orang, ["id", *ORANG], plan.orang_ubah)
    if plan.orang_baru:
        columns = ["nip", *ORANG, "is_active", "password", "instansi_id", "versi_sesi", "dibuat"]
        rest = [plan.instansi, 0, now]
        copy_rows(Orang, columns, ([*row, *rest] for row in plan.orang_baru))
    rows = Orang.objects.filter(instansi=plan.instansi).exclude(nip=None)
    return dict(rows.values_list("nip", "pk"))  # type: ignore[arg-type]


def _staff(plan: Plan, ids: dict[str, int]) -> None:
    if plan.pegawai_ubah:
        update_rows(Pegawai, ["orang_id", *PEGAWAI], plan.pegawai_ubah)
    if plan.pegawai_baru:
        columns = ["orang_id", "instansi_id", *PEGAWAI]
        rows = ([ids[nip], plan.instansi, *row] for nip, row in plan.pegawai_baru)
        copy_rows(Pegawai, columns, rows)
    for some in chunks(plan.kedudukan):
        Pegawai.objects.filter(pk__in=some).update(kedudukan_sejak=plan.on)


def _placements(plan: Plan, ids: dict[str, int], jabatan: dict[JabatanKey, int]) -> None:
    """Ends before beginnings: no two may hold on one day, not even between statements."""
    _update(Penempatan, ["id", "selesai"], plan.tempat_tutup)
    replaced = [[pk, unit, jabatan[key], None] for pk, unit, key in plan.tempat_ganti]
    _update(Penempatan, ["id", "unit_id", "jabatan_id", "selesai"], replaced)
    if plan.tempat_baru:
        columns = ["orang_id", "unit_id", "jabatan_id", "jenis", "mulai", "selesai"]
        rows = (
            [ids[nip], unit, jabatan[key], "definitif", mulai, selesai]
            for nip, unit, key, mulai, selesai in plan.tempat_baru
        )
        copy_rows(Penempatan, columns, rows)


def _superiors(plan: Plan, ids: dict[str, int]) -> None:
    _update(Atasan, ["id", "selesai"], plan.atasan_tutup)
    replaced = [[pk, ids[nip], None] for pk, nip in plan.atasan_ganti]
    _update(Atasan, ["id", "atasan_id", "selesai"], replaced)
    if plan.atasan_baru:
        columns = ["pegawai_id", "atasan_id", "mulai", "selesai", "sumber", "alasan"]
        rows = (
            [ids[nip], ids[boss], mulai, selesai, "impor", ""]
            for nip, boss, mulai, selesai in plan.atasan_baru
        )
        copy_rows(Atasan, columns, rows)


def _update(model: type[Model], columns: list[str], rows: list[list[Any]]) -> None:
    if rows:
        update_rows(model, columns, rows)


def _leave(plan: Plan) -> None:
    """Whoever is no longer active: signed out everywhere, and holds nothing after today."""
    for some in chunks(plan.pensiun):
        people = Orang.objects.filter(pk__in=some)
        people.update(is_active=False, versi_sesi=F("versi_sesi") + 1)
        _close(Penempatan.objects.filter(orang__in=some), plan.on)
        _close(Atasan.objects.filter(pegawai__in=some, sumber="impor"), plan.on)
        _close(Kantor.objects.filter(orang__in=some), plan.on)


def _close(rows: "QuerySet[Any]", on: date) -> None:
    running = rows.filter(Q(selesai=None) | Q(selesai__gt=on))
    running.update(selesai=Greatest(F("mulai"), Value(on, output_field=DateField())))


def _return(plan: Plan) -> None:
    for some in chunks(plan.kembali):
        Orang.objects.filter(pk__in=some).update(is_active=True)


def _answers(plan: Plan) -> Iterator[audit.Line]:
    """What the upper rooms do about placements that have an end now, and about who is away."""
    ended = [row[0] for row in plan.tempat_tutup]
    for some in chunks(plan.pensiun):
        ended += Penempatan.objects.filter(orang__in=some).values_list("pk", flat=True)
    yield from happenings.tell(PENEMPATAN_BERAKHIR, ended, on=plan.on)
    yield from happenings.tell(KEDUDUKAN_BERUBAH, plan.kedudukan, on=plan.on)


def _lines(plan: Plan, ids: dict[str, int]) -> Iterator[audit.Line]:
    rantai = f"instansi:{plan.instansi}"
    for nip, unit in plan.jejak_baru:
        pk = ids[nip]
        yield audit.Line("pegawai.baru", "people.pegawai", str(pk), audit.Place(rantai, pk, unit))
    yield from plan.jejak_ubah
