"""Taking a file of perjanjian kinerja in: kept, judged, then taken in one transaction or not."""

from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit, files, tables
from bina.people.models import Instansi, Unit
from bina.planning import workflow
from bina.planning.completeness import same_words
from bina.planning.isi import IsiAnggaran, IsiIndikator
from bina.planning.models import (
    AnggaranUnit,
    ImporPerjanjian,
    IndikatorUnit,
    PerjanjianKinerja,
    SasaranUnit,
)
from bina.planning.perjanjian.lines import Baris
from bina.planning.perjanjian.preview import Kini, Pratinjau, judge, writing
from bina.planning.perjanjian.services import perjanjian as services
from bina.planning.services.refusals import Refused

LARGEST = 5 * 1024 * 1024


class Outdated(Exception):
    """What the lines would do has changed since they were shown: they must be read again."""


@transaction.atomic
def upload(
    *, instansi: Instansi, tahun: int, upload: UploadedFile, actor: Any, pada: datetime, on: date
) -> ImporPerjanjian:
    """Keep the file; nothing of it is written. Raises FileRefused, and Refused for a file that
    cannot be read at all. The caller has asked who may."""
    if not services.FIRST_YEAR <= tahun <= services.LAST_YEAR:
        raise Refused(_("Tahun ini di luar jangkauan. Pilih tahun di halaman daftar."))
    berkas = files.accept(upload, oleh=actor, pada=pada, kinds=files.SPREADSHEETS, limit=LARGEST)
    made = ImporPerjanjian.objects.create(
        instansi=instansi, tahun=tahun, berkas=berkas, oleh=actor, dibuat=pada
    )
    try:
        preview(made, actor, on=on)
    except tables.Unreadable as refusal:
        raise Refused(str(refusal)) from refusal
    audit.record("impor_perjanjian.unggah", pelaku=actor, objek=made, pada=pada)
    return made


def preview(one: ImporPerjanjian, user: Any, *, on: date) -> Pratinjau:
    """What the file would do today. Raises tables.Unreadable."""
    with one.berkas.isi.open("rb") as stored:
        content = stored.read()
    return judge(content, instansi=one.instansi, tahun=one.tahun, user=user, on=on)


def _locked(impor_id: int, act: str, actor: Any, on: date) -> ImporPerjanjian:
    visible = ImporPerjanjian.objects.visible_to(actor, on=on).select_related("instansi", "berkas")
    one = visible.select_for_update(of=("self",)).get(pk=impor_id)
    policy.require(actor, f"impor_perjanjian.{act}", one, on=on)
    one.status = workflow.IMPOR_PERJANJIAN.take(act, one.status)
    return one


@transaction.atomic
def take(*, impor_id: int, sidik: str, actor: Any, pada: datetime, on: date) -> Pratinjau:
    """ambil: the good lines become drafts, all or none; refused ones are left.

    Raises ImporPerjanjian.DoesNotExist, WrongState; Outdated where they would do something
    other than was shown.
    """
    one = _locked(impor_id, "ambil", actor, on)
    list(Unit.objects.filter(instansi=one.instansi).select_for_update().values_list("pk"))
    found = preview(one, actor, on=on)
    if found.sidik != sidik:
        raise Outdated
    one.diambil_pada = pada
    one.save(update_fields=["status", "diambil_pada"])
    lines = [
        _write(found.kini[kode], one.tahun, rows, actor, pada)
        for kode, rows in writing(found.hasil).items()
    ]
    counts = {name: found.count(name) for name in ("baru", "berubah", "tetap", "ditolak")}
    whole = audit.line_about("impor_perjanjian.ambil", one, fakta=counts)
    audit.record_many([*lines, whole], pelaku=actor, pada=pada)
    return found


def _write(kini: Kini, tahun: int, rows: list[Baris], actor: Any, pada: datetime) -> audit.Line:
    made = kini.perjanjian or services.begin(kini.unit, tahun, actor, pada)
    known = {same_words(each.uraian): each for each in made.sasaran.all()}
    for row in rows:
        if row.indikator:
            _write_indicator(made, known, row.sasaran, row.indikator)
        if row.anggaran:
            _write_budget(made, row.anggaran)
    made.suntingan += 1
    made.save(update_fields=["suntingan"])
    return audit.line_about(
        "perjanjian.isi_dari_berkas",
        made,
        berubah=("sasaran", "indikator", "anggaran"),
        fakta={"baris": len(rows)},
    )


def _write_indicator(
    made: PerjanjianKinerja, known: dict[str, SasaranUnit], words: str, isi: IsiIndikator
) -> None:
    sasaran = known.get(same_words(words))
    if sasaran is None:
        sasaran = SasaranUnit.objects.create(perjanjian=made, nomor=len(known) + 1, uraian=words)
        known[same_words(words)] = sasaran
    rows = list(IndikatorUnit.objects.filter(sasaran=sasaran))
    same = (one for one in rows if same_words(one.uraian) == same_words(isi.uraian))
    row = next(same, None) or IndikatorUnit(sasaran=sasaran, urutan=len(rows) + 1)
    for name in ("uraian", "target", "target_teks", "satuan", "arah"):
        setattr(row, name, getattr(isi, name))
    row.save()


def _write_budget(made: PerjanjianKinerja, isi: IsiAnggaran) -> None:
    rows = AnggaranUnit.objects.filter(perjanjian=made)
    same = (one for one in rows if same_words(one.program) == same_words(isi.program))
    row = next(same, None)
    if row is None:
        last = rows.aggregate(last=Max("urutan"))["last"] or 0
        row = AnggaranUnit(perjanjian=made, urutan=last + 1, program=isi.program)
    row.jumlah = isi.jumlah
    row.save()


@transaction.atomic
def cancel(*, impor_id: int, actor: Any, pada: datetime, on: date) -> None:
    """batalkan: nothing of the file is written. Raises as `take`."""
    one = _locked(impor_id, "batalkan", actor, on)
    one.save(update_fields=["status"])
    audit.record("impor_perjanjian.batalkan", pelaku=actor, objek=one, pada=pada)
