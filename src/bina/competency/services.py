"""Credit of learning hours: one act, one transaction, its lines in the trail."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max

from bina.competency.models import KegiatanBelajar
from bina.core import audit
from bina.law import door as law_room
from bina.people.models import Pegawai
from bina.rules.perlan10_2018 import MANUAL, jam_pelajaran
from bina.rules.refusal import Manual


@dataclass(frozen=True, slots=True)
class Kegiatan:
    """What another room says was done: by which jalur, when, and out of which record."""

    jalur: str
    tanggal: date
    asal: str
    asal_id: str
    nomor: int = 1
    ditandatangani: bool = False
    lingkup: str = "nasional"


def hold_account(pegawai_id: int) -> None:
    """Lock a person's account until the transaction ends.

    An act that writes trail lines of its own before it credits takes this first, so that two
    such acts queue here and never wait for each other in a circle.
    """
    Pegawai.objects.select_for_update(no_key=True, of=("self",)).get(pk=pegawai_id)


@transaction.atomic
def credit(*, pegawai_id: int, kegiatan: Kegiatan, actor: Any, pada: datetime) -> KegiatanBelajar:
    """Put an activity on the account, with the JP the rule gives it (PerLAN 10/2018, Lampiran).

    The second time the same origin comes it changes nothing. Caps run in order of date, then
    of entry, so an activity entered late may take the place of a later one of its month; what
    changes there gets its own line. Who may is the caller's question (its room's table).
    """
    hold_account(pegawai_id)
    made, new = KegiatanBelajar.objects.get_or_create(
        asal=kegiatan.asal,
        asal_id=kegiatan.asal_id,
        defaults={
            "pegawai_id": pegawai_id,
            "jalur": kegiatan.jalur,
            "lingkup": kegiatan.lingkup,
            "tanggal": kegiatan.tanggal,
            "nomor": kegiatan.nomor,
            "ditandatangani": kegiatan.ditandatangani,
            "jp": Decimal(0),
            "alasan": "perlu_keputusan",
            "dicatat_pada": pada,
        },
    )
    if not new:
        return made
    lines = _judged_again(made)
    audit.record_many(lines, pelaku=actor, pada=pada)
    made.refresh_from_db()
    return made


def last_day_judged(instansi_id: int, parameter: str) -> date | None:
    """The day of the last activity whose hours rest on this parameter."""
    rows = KegiatanBelajar.objects.filter(pegawai__instansi=instansi_id)
    found = law_room.resting_on(rows, parameter).aggregate(last=Max("tanggal"))
    day: date | None = found["last"]
    return day


def judged_by_month(parameter: str) -> bool:
    """Whether hours rest on this parameter: their caps run over a month, judged as a whole."""
    return parameter.startswith("perlan10_2018.") and not parameter.endswith(".bauran_pembelajaran")


def _judged_again(made: KegiatanBelajar) -> list[audit.Line]:
    """Judge the month of this jalur as a whole, and say what became different."""
    month = KegiatanBelajar.objects.filter(
        pegawai=made.pegawai_id,
        jalur=made.jalur,
        tanggal__year=made.tanggal.year,
        tanggal__month=made.tanggal.month,
    ).select_related("pegawai__instansi")
    rows = list(month.order_by("tanggal", "pk"))
    lines = []
    for row, (jp, alasan, dasar) in zip(rows, _judged(rows), strict=True):
        before = row.jp
        if row.pk != made.pk and (row.jp, row.alasan) == (jp, alasan):
            continue
        row.jp, row.alasan, row.dasar = jp, alasan, dasar
        row.save(update_fields=["jp", "alasan", "dasar"])
        lines.append(_line(row, None if row.pk == made.pk else before))
    return lines


def _judged(rows: list[KegiatanBelajar]) -> list[tuple[Decimal, str, list[dict[str, str]]]]:
    kegiatan = [
        {
            "jalur": row.jalur,
            "lingkup": row.lingkup,
            "tanggal": row.tanggal,
            "ditandatangani": row.ditandatangani,
        }
        for row in rows
    ]
    # By the first of the month: a late entry of an earlier day must not bring another law.
    law, on = law_room.parameters(rows[0].pegawai.instansi), rows[0].tanggal.replace(day=1)
    try:
        found = jam_pelajaran(kegiatan=kegiatan, law=law, on=on)
    except Manual:
        return [(Decimal(0), "perlu_keputusan", [])] * len(rows)
    basis = found.basis()
    return [
        (Decimal(0) if jp == MANUAL else Decimal(jp), str(why or ""), basis)
        for jp, why in zip(found.rincian, found.alasan, strict=True)
    ]


def _line(row: KegiatanBelajar, before: Decimal | None) -> audit.Line:
    act = "kegiatan_belajar.catat" if before is None else "kegiatan_belajar.hitung_ulang"
    return audit.line_about(
        act,
        row,
        berubah=("jp",),
        dari={} if before is None else {"jp": before},
        ke={"jp": row.jp, "jalur": row.jalur, "tanggal": row.tanggal, "alasan": row.alasan},
    )
