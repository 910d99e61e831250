"""Every change that a staff file makes. The pages and the shell call these; nothing else writes.

`actor` is None only for the shell: whoever has it runs the system.
"""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from allauth.account.models import EmailAddress
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.db.models import Case, F, When
from django.utils import timezone

from bina.access import policy
from bina.accounts.models import Orang
from bina.core import audit, files, jobs
from bina.core.bulk import check_references, count_anew, without_gc
from bina.people import workflow
from bina.people.imports import (
    people_check,
    people_plan,
    people_take,
    reading,
    snapshot,
    staging,
    units_check,
    units_take,
)
from bina.people.imports.lines import Checked, Tell, silent
from bina.people.models import (
    Atasan,
    BarisImpor,
    Impor,
    Instansi,
    Jabatan,
    Pegawai,
    Penempatan,
    Unit,
    UnitLeluhur,
)
from bina.people.models.impor import Hasil, JenisImpor
from bina.people.workflow import StatusImpor

LARGEST = 50 * 1024 * 1024
WRITTEN = (Orang, EmailAddress, Unit, UnitLeluhur, Jabatan, Pegawai, Penempatan, Atasan)
WRITES = [Hasil.BARU.value, Hasil.BERUBAH.value]


class Outdated(Exception):
    """The agency's data have changed since the file was checked: it must be checked again."""


@without_gc()
def inspect(
    *, content: bytes, jenis: str, instansi: Instansi | None, on: date, tell: Tell = silent
) -> Checked:
    """Check a file without writing anything at all. Raises Unreadable."""
    table = reading.read(content, jenis)
    if jenis == JenisImpor.UNIT:
        return units_check.check(table, instansi, tell=tell)
    return people_check.check(table, instansi, on=on, tell=tell)


@transaction.atomic
def upload(
    *, instansi: Instansi, jenis: str, upload: UploadedFile, actor: Any, now: datetime
) -> Impor:
    """Keep the file and have it checked in the background; nothing else is written.

    Raises PermissionDenied, FileRefused (with a message for the person).
    """
    policy.require(actor, "instansi.impor", instansi, on=_day(now))
    if upload.read(len(reading.OLE)) == reading.OLE:
        raise files.FileRefused(reading.LOCKED)
    upload.seek(0)
    berkas = files.accept(upload, oleh=actor, pada=now, kinds=files.SPREADSHEETS, limit=LARGEST)
    impor = Impor.objects.create(
        instansi=instansi,
        jenis=jenis,
        berkas=berkas,
        nama_berkas=berkas.nama,
        sidik_berkas=berkas.sidik,
        oleh=actor,
        dibuat=now,
    )
    _queue("impor.periksa", impor, actor, now)
    _record("impor.unggah", impor, actor, now, sidik=impor.sidik_berkas)
    return impor


@transaction.atomic
def abandon(*, instansi: Instansi, now: datetime) -> None:
    """Give up what an earlier shell left half done: killed, it cannot go on by itself."""
    left = Impor.objects.select_for_update().filter(
        instansi=instansi,
        oleh=None,
        berkas=None,
        status__in=[StatusImpor.DIUNGGAH, StatusImpor.DIPERIKSA],
    )
    for impor in left:
        impor.status = workflow.IMPOR.take("batalkan", impor.status)
        impor.save(update_fields=["status"])
        staging.clear(impor)
        _record("impor.batalkan", impor, None, now)


@transaction.atomic
def register(*, instansi: Instansi, jenis: str, content: bytes, nama: str, now: datetime) -> Impor:
    """An import from the shell: the file stays where it is, the system acts."""
    impor = Impor.objects.create(
        instansi=instansi,
        jenis=jenis,
        nama_berkas=nama[-200:],
        sidik_berkas=hashlib.sha256(content).hexdigest(),
        dibuat=now,
    )
    _record("impor.unggah", impor, None, now, sidik=impor.sidik_berkas)
    return impor


def check(*, impor_id: int, now: datetime, tell: Tell = silent) -> Impor:
    """Check a stored file into staging; safe to run again from the start.

    Raises Unreadable when the file as a whole is refused, WrongState when it was taken or
    cancelled meanwhile. Its many short transactions write staging only.
    """
    impor = Impor.objects.select_related("berkas", "instansi").get(pk=impor_id)
    workflow.IMPOR.take("periksa", impor.status)
    Impor.objects.filter(pk=impor.pk).update(revisi=None)
    if impor.berkas is None:
        raise reading.Unreadable("Berkas ini dibaca dari shell. Jalankan lagi perintahnya.")
    with impor.berkas.isi.open("rb") as stored:
        content = stored.read()
    try:
        checked = inspect(
            content=content, jenis=impor.jenis, instansi=impor.instansi, on=_day(now),
            tell=lambda done: tell(done * 0.8),
        )  # fmt: skip
    except reading.Unreadable as refusal:
        _fail(impor.pk, str(refusal), now)
        raise
    return stage(impor=impor, checked=checked, tell=lambda done: tell(0.8 + done * 0.2))


@without_gc()
def stage(*, impor: Impor, checked: Checked, tell: Tell = silent) -> Impor:
    """Write the checked lines where the preview reads them, then say that they are there."""
    found = staging.keep(impor, checked, tell)
    with transaction.atomic():
        locked = Impor.objects.select_for_update().get(pk=impor.pk)
        locked.status = workflow.IMPOR.take("periksa", locked.status)
        for name, value in found.items():
            setattr(locked, name, value)
        locked.save()
    return locked


def order_taking(*, impor_id: int, actor: Any, now: datetime) -> Impor:
    """Have the good lines taken in the background, so that the page answers at once."""
    with transaction.atomic():
        impor = _locked(impor_id, actor, "impor.ambil", now)
        workflow.IMPOR.take("ambil", impor.status)
        if impor.pekerjaan is None or impor.pekerjaan.is_over:
            _queue("impor.ambil", impor, actor, now)
    return impor


@without_gc()
def take(*, impor_id: int, actor: Any, now: datetime) -> Impor:
    """Write all good lines or none, in one short transaction.

    Raises PermissionDenied, WrongState (taken or cancelled already), Outdated (the agency's
    data have changed since the check, also by somebody who was faster).
    """
    impor = _visible(actor, now).select_related("instansi").get(pk=impor_id)
    _require(actor, "impor.ambil", impor, now)
    workflow.IMPOR.take("ambil", impor.status)
    if impor.revisi is None or impor.revisi != impor.instansi.revisi:
        raise Outdated
    plan = _prepared(impor, _day(now))
    try:
        taken = _take(impor, plan, actor, now)
    except IntegrityError as refusal:
        # Somebody in another agency got the NIP or the address first.
        raise Outdated from refusal
    count_anew(*WRITTEN)
    return taken


def _prepared(impor: Impor, on: date) -> Any:
    if impor.jenis == JenisImpor.UNIT:
        return units_take.prepare(_writing(impor), impor.instansi)
    return people_plan.prepare(_writing(impor), snapshot.of_agency(impor.instansi, on=on), on)


def _writing(impor: Impor) -> Iterator[Any]:
    rows = BarisImpor.objects.filter(impor=impor, hasil__in=WRITES).order_by("nomor")
    # Of a new line nobody asks what it was before: reading that takes half as long again.
    changes = Case(When(hasil=Hasil.BERUBAH, then="perubahan"))
    return rows.values_list("hasil", "kunci", changes, "data").iterator(chunk_size=5_000)


@transaction.atomic
def _take(impor: Impor, plan: Any, actor: Any, now: datetime) -> Impor:
    # Rows of others may go on referring to the agency: only its revision is at stake.
    instansi = Instansi.objects.select_for_update(no_key=True).get(pk=impor.instansi_id)
    impor = Impor.objects.select_for_update().get(pk=impor.pk)
    impor.status = workflow.IMPOR.take("ambil", impor.status)
    if impor.revisi is None or impor.revisi != instansi.revisi:
        raise Outdated
    is_unit = impor.jenis == JenisImpor.UNIT
    lines = list(units_take.write(plan) if is_unit else people_take.write(plan, now=now))
    impor.diambil_pada = now
    impor.save(update_fields=["status", "diambil_pada"])
    Instansi.objects.filter(pk=instansi.pk).update(revisi=F("revisi") + 1)
    check_references(*WRITTEN)
    audit.record_many([_taking(impor), *lines], pelaku=actor, pada=now)
    return impor


def _taking(impor: Impor) -> audit.Line:
    names = ("baru", "berubah", "tetap", "ditolak", "dilewati")
    counts: dict[str, audit.Fact] = {name: getattr(impor, name) for name in names}
    fakta = {**counts, "laporan": impor.sidik_laporan, "berkas": impor.sidik_berkas}
    return audit.line_about("impor.ambil", impor, fakta=fakta)


@transaction.atomic
def cancel(*, impor_id: int, actor: Any, now: datetime) -> Impor:
    """Give the file up: its lines are taken out of staging. Raises WrongState."""
    impor = _locked(impor_id, actor, "impor.batalkan", now)
    impor.status = workflow.IMPOR.take("batalkan", impor.status)
    impor.save(update_fields=["status"])
    staging.clear(impor)
    _record("impor.batalkan", impor, actor, now)
    return impor


@transaction.atomic
def look(*, impor_id: int, actor: Any, now: datetime) -> bool:
    """Whoever started it looks at how it ended: Beranda no longer tells of it.

    False where there was nothing new to them. Raises Impor.DoesNotExist, PermissionDenied.
    """
    unseen = _visible(actor, now).started_by(actor).unseen().filter(pk=impor_id)
    if not unseen.exists():
        return False
    impor = _locked(impor_id, actor, "impor.lihat", now)
    impor.dilihat_pada = now
    impor.save(update_fields=["dilihat_pada"])
    _record("impor.lihat", impor, actor, now)
    return True


@transaction.atomic
def _fail(impor_id: int, why: str, now: datetime) -> None:
    impor = Impor.objects.select_for_update().get(pk=impor_id)
    impor.status = workflow.IMPOR.take("gagalkan", impor.status)
    impor.galat = why
    impor.save(update_fields=["status", "galat"])
    _record("impor.gagalkan", impor, None, now)


def _queue(jenis: str, impor: Impor, actor: Any, now: datetime) -> None:
    impor.pekerjaan = jobs.start(jenis, oleh=actor, pada=now, impor=impor.pk)
    impor.dilihat_pada = None
    impor.save(update_fields=["pekerjaan", "dilihat_pada"])


def _visible(actor: Any, now: datetime) -> Any:
    return Impor.objects.visible_to(actor, on=_day(now)) if actor else Impor.objects.all()


def _locked(impor_id: int, actor: Any, action: str, now: datetime) -> Impor:
    found = _visible(actor, now).select_for_update(of=("self",)).get(pk=impor_id)
    _require(actor, action, found, now)
    return found


def _require(actor: Any, action: str, impor: Impor, now: datetime) -> None:
    if actor is not None:
        policy.require(actor, action, impor, on=_day(now))


def _record(act: str, impor: Impor, actor: Any, now: datetime, **fakta: audit.Fact) -> None:
    audit.record(act, pelaku=actor, objek=impor, pada=now, fakta=fakta)


def _day(now: datetime) -> date:
    return timezone.localdate(now)
