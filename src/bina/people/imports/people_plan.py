"""What taking a file of people will write, prepared before the transaction begins."""

import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX

from bina.core import audit
from bina.people.imports import succession
from bina.people.imports.columns import DATES
from bina.people.imports.snapshot import JabatanKey, Known, Snapshot
from bina.people.models.impor import Hasil

Row = list[Any]
ORANG = ["nama", "gelar_depan", "gelar_belakang", "email"]
PEGAWAI = [
    "jenis_pegawai", "tanggal_lahir", "jenis_kelamin", "golongan", "tmt_golongan", "pendidikan",
    "tahun_lulus", "kedudukan_hukum", "tmt_kontrak", "akhir_kontrak", "aktif",
]  # fmt: skip
# States, dates and numbers, of which the trail keeps before and after.
TRACED = {*DATES, "jenis_pegawai", "jenis_kelamin", "golongan", "tahun_lulus", "aktif"}


@dataclass(slots=True)
class Plan:
    """Rows by NIP where an id is not known yet; the transaction only fills those in."""

    instansi: int
    on: date
    jabatan: set[JabatanKey] = field(default_factory=set)
    orang_baru: list[Row] = field(default_factory=list)
    orang_ubah: list[Row] = field(default_factory=list)
    email_lepas: list[int] = field(default_factory=list)
    pegawai_baru: list[tuple[str, Row]] = field(default_factory=list)
    pegawai_ubah: list[Row] = field(default_factory=list)
    tempat_baru: list[tuple[str, int, JabatanKey, date, date | None]] = field(default_factory=list)
    tempat_tutup: list[Row] = field(default_factory=list)
    tempat_ganti: list[tuple[int, int, JabatanKey]] = field(default_factory=list)
    atasan_baru: list[tuple[str, str, date, date | None]] = field(default_factory=list)
    atasan_tutup: list[Row] = field(default_factory=list)
    atasan_ganti: list[tuple[int, str]] = field(default_factory=list)
    pensiun: list[int] = field(default_factory=list)
    kembali: list[int] = field(default_factory=list)
    kedudukan: list[int] = field(default_factory=list)
    jejak_baru: list[tuple[str, int]] = field(default_factory=list)
    jejak_ubah: list[audit.Line] = field(default_factory=list)


def prepare(
    rows: Iterable[tuple[str, str, list[list[str]], Any]], snap: Snapshot, on: date
) -> Plan:
    """`rows`: outcome, NIP, changes and values of every line that would write something."""
    plan = Plan(snap.instansi or 0, on)
    for hasil, nip, perubahan, data in rows:
        values = _typed(data)
        if hasil == Hasil.BARU:
            _new(plan, snap, nip, values)
        else:
            _changed(plan, snap, snap.by_nip[nip], values, perubahan)
    return plan


def _typed(data: dict[str, Any]) -> dict[str, Any]:
    for nama in DATES:
        if data.get(nama):
            data[nama] = date.fromisoformat(data[nama])
    return data


def _key(values: dict[str, Any]) -> JabatanKey:
    return (values["jabatan"], values["jenis_jabatan"], values["jenjang"])


def _new(plan: Plan, snap: Snapshot, nip: str, values: dict[str, Any]) -> None:
    account = [values[one] for one in ORANG]
    if values["akun"]:
        plan.orang_ubah.append([values["akun"], *account])
        if not values["aktif"]:
            plan.pensiun.append(values["akun"])
    else:
        plan.orang_baru.append([nip, *account, values["aktif"], _no_password()])
    plan.pegawai_baru.append((nip, [values[one] for one in PEGAWAI]))
    unit, mulai = (
        snap.units[values["unit"]].pk,
        succession.first_day(values["tmt_jabatan"], on=plan.on),
    )
    selesai = None if values["aktif"] else succession.closed(mulai, on=plan.on)
    _place(plan, nip, unit, _key(values), mulai, selesai)
    if values["atasan"] and values["aktif"]:
        plan.atasan_baru.append((nip, values["atasan"], mulai, None))
    plan.jejak_baru.append((nip, unit))


def _no_password() -> str:
    """What Django calls unusable: nobody can sign in until a password is set."""
    return UNUSABLE_PASSWORD_PREFIX + secrets.token_hex(20)


def _place(
    plan: Plan, nip: str, unit: int, key: JabatanKey, mulai: date, selesai: date | None = None
) -> None:
    plan.jabatan.add(key)
    plan.tempat_baru.append((nip, unit, key, mulai, selesai))


def _changed(
    plan: Plan, snap: Snapshot, known: Known, values: dict[str, Any], perubahan: list[list[str]]
) -> None:
    kolom = {one[0] for one in perubahan}
    _change_fields(plan, known, values, kolom)
    returns = values["aktif"] and not known.aktif
    if known.aktif and not values["aktif"]:
        plan.pensiun.append(known.pk)
    elif returns:
        plan.kembali.append(known.pk)
    if "kedudukan_hukum" in kolom:
        plan.kedudukan.append(known.pk)
    if returns or kolom & {"unit", "jabatan"}:
        _move(plan, snap, known, values)
    if returns or "atasan" in kolom:
        _answer_to(plan, snap, known, values)
    plan.jejak_ubah.append(_line(plan, snap, known, values, perubahan))


def _change_fields(plan: Plan, known: Known, values: dict[str, Any], kolom: set[str]) -> None:
    if kolom & set(ORANG):
        plan.orang_ubah.append([known.pk, *(_new_value(known, values, kolom, o) for o in ORANG)])
    if "email" in kolom:
        plan.email_lepas.append(known.pk)
    if kolom & set(PEGAWAI) or known.aktif != values["aktif"]:
        rest = [_new_value(known, values, kolom, one) for one in PEGAWAI[:-1]]
        plan.pegawai_ubah.append([known.pk, *rest, values["aktif"]])


def _new_value(known: Known, values: dict[str, Any], kolom: set[str], nama: str) -> Any:
    """Columns the file does not have stay as they are stored."""
    return values[nama] if nama in kolom else getattr(known, nama)


def _move(plan: Plan, snap: Snapshot, known: Known, values: dict[str, Any]) -> None:
    unit, key, tmt = snap.units[values["unit"]].pk, _key(values), values["tmt_jabatan"]
    old = snap.places.get(known.pk)
    if old is None:
        _place(plan, known.nip, unit, key, succession.first_day(tmt, on=plan.on))
        return
    same = (old.unit, snap.jabatan_key[old.jabatan]) == (unit, key)
    step = succession.successor(old.mulai, old.selesai, tmt=tmt, on=plan.on, same=same)
    if step.mulai is None:
        plan.jabatan.add(key)
        plan.tempat_ganti.append((old.pk, unit, key))
    else:
        plan.tempat_tutup.append([old.pk, step.selesai])
        _place(plan, known.nip, unit, key, step.mulai)


def _answer_to(plan: Plan, snap: Snapshot, known: Known, values: dict[str, Any]) -> None:
    boss, tmt = values["atasan"], values["tmt_jabatan"]
    old = snap.papers.get(known.pk)
    if old is None:
        if boss:
            plan.atasan_baru.append((known.nip, boss, succession.first_day(tmt, on=plan.on), None))
    elif boss:
        same = snap.nip_of.get(old.atasan) == boss
        step = succession.successor(old.mulai, old.selesai, tmt=tmt, on=plan.on, same=same)
        if step.mulai is None:
            plan.atasan_ganti.append((old.pk, boss))
        else:
            plan.atasan_tutup.append([old.pk, step.selesai])
            plan.atasan_baru.append((known.nip, boss, step.mulai, None))
    elif old.selesai is None:
        plan.atasan_tutup.append([old.pk, succession.ending(old.mulai, on=plan.on)])


def _line(
    plan: Plan, snap: Snapshot, known: Known, values: dict[str, Any], perubahan: list[list[str]]
) -> audit.Line:
    place = snap.places.get(known.pk)
    unit = snap.units[values["unit"]].pk if values["aktif"] else (place.unit if place else None)
    dari, ke = dict(_facts(perubahan, 1)), dict(_facts(perubahan, 2))
    if known.aktif != values["aktif"]:
        dari["aktif"], ke["aktif"] = known.aktif, values["aktif"]
    if place and unit != place.unit:
        dari["unit"], ke["unit"] = place.unit, unit
    return audit.Line(
        "pegawai.ubah",
        "people.pegawai",
        str(known.pk),
        audit.Place(f"instansi:{plan.instansi}", known.pk, unit),
        berubah=tuple(one[0] for one in perubahan),
        dari=dari,
        ke=ke,
    )


def _facts(perubahan: list[list[str]], which: int) -> Iterator[tuple[str, Any]]:
    for one in perubahan:
        if one[0] in TRACED and all(audit.TOKEN.fullmatch(value) for value in one[1:]):
            yield one[0], one[which]
