"""The nightly look: who let a step pass is reminded once, and once their superior is told.

By the system, so there is nobody to permit. Running it twice changes nothing the second time.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, prefetch_related_objects

from bina.core import audit
from bina.guidance.models import Langkah, PengingatBimbingan
from bina.guidance.pengingat import surat
from bina.guidance.pengingat.terlambat import Telat, Ukuran, late
from bina.law import door as law_room
from bina.people import hierarchy
from bina.people.models import Instansi

BATCH = 2000
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Aturan:
    """After how many days somebody is reminded, and after how many it is told upwards."""

    pengingat: int
    eskalasi: int
    ukuran: Ukuran

    @classmethod
    def of(cls, instansi: Instansi | None, on: date) -> "Aturan":
        law = law_room.parameters(instansi)
        days = [
            int(law.in_force(f"pembinaan.{name}", on).value)
            for name in ("hari_pengingat", "hari_eskalasi", "hari_tanpa_log_mentoring")
        ]
        return cls(days[0], days[1], Ukuran(on, days[2]))

    def is_reminded_of(self, one: Telat) -> bool:
        # An offer lapses by itself, so its reminder comes on the last day and never goes up.
        if one.langkah == Langkah.JAWABAN:
            return True
        return one.sejak <= self.ukuran.on - timedelta(days=self.pengingat)


@dataclass(frozen=True, slots=True)
class Hasil:
    """How many were reminded, told upwards and closed."""

    diingatkan: int
    dinaikkan: int
    selesai: int


@transaction.atomic
def look_at_agency(*, instansi_id: int, pada: datetime, on: date) -> Hasil:
    """ingatkan, naikkan and tutup, for one agency by its own law; one line in the trail each."""
    # Two looks at once queue here, and the second finds everything done.
    instansi = Instansi.objects.select_for_update(of=("self",)).get(pk=instansi_id)
    aturan = Aturan.of(instansi, on)
    found = late(lambda path: Q(**{f"{path}__instansi": instansi_id}), aturan.ukuran)
    now_late = {one.key: one for one in found}
    known = _open_in(instansi_id)
    due = [one for one in found if aturan.is_reminded_of(one)]
    reminded = _remind(due, instansi_id, pada)
    raised = _raise(known, now_late, aturan, pada)
    closed = _close(known, now_late, pada)
    surat.send(reminded, raised)
    return Hasil(len(reminded), len(raised), closed)


def _open_in(instansi_id: int) -> list[PengingatBimbingan]:
    """Whoever is late belongs to the agency, or guides somebody in it from outside."""
    rows = PengingatBimbingan.objects.open().filter(instansi=instansi_id)
    return list(rows.select_related("terlambat"))


def _remind(due: list[Telat], instansi_id: int, pada: datetime) -> list[PengingatBimbingan]:
    rows = PengingatBimbingan.objects.filter(sejak__in={one.sejak for one in due})
    told = {one.key for one in rows.only("langkah", "objek_id", "terlambat_id", "sejak")}
    made = PengingatBimbingan.objects.bulk_create(
        [_reminder(one, instansi_id, pada) for one in due if one.key not in told], batch_size=BATCH
    )
    return _written("ingatkan", made, pada)


def _reminder(one: Telat, instansi_id: int, pada: datetime) -> PengingatBimbingan:
    return PengingatBimbingan(
        instansi_id=instansi_id,
        langkah=one.langkah,
        objek_id=one.objek_id,
        terlambat_id=one.orang_id,
        sejak=one.sejak,
        diingatkan_pada=pada,
    )


def _raise(
    known: list[PengingatBimbingan], late_now: dict[Key, Telat], aturan: Aturan, pada: datetime
) -> list[PengingatBimbingan]:
    """What was reminded of on an earlier day and is late still, to the superior of whoever is
    late; once, also where there is nobody above."""
    last = aturan.ukuran.on - timedelta(days=aturan.eskalasi)
    due = [
        one
        for one in known
        if one.naik_pada is None
        and one.key in late_now
        and one.langkah != Langkah.JAWABAN
        and one.sejak <= last
        and one.diingatkan_pada.date() < pada.date()
    ]
    above = hierarchy.superiors_of([one.terlambat_id for one in due], on=aturan.ukuran.on)
    for one in due:
        one.naik_kepada, one.naik_pada = above.get(one.terlambat_id), pada
    fields = ["naik_kepada", "naik_pada"]
    PengingatBimbingan.objects.bulk_update(due, fields, batch_size=BATCH)
    return _written("naikkan", [one for one in due if one.naik_kepada_id], pada)


def _close(known: list[PengingatBimbingan], late_now: dict[Key, Telat], pada: datetime) -> int:
    done = [one.pk for one in known if one.key not in late_now]
    return PengingatBimbingan.objects.filter(pk__in=done).update(selesai_pada=pada)


def _written(act: str, rows: list[PengingatBimbingan], pada: datetime) -> list[PengingatBimbingan]:
    """A line each, in one go: that somebody was told of a late step, not of which."""
    prefetch_related_objects(rows, "terlambat", "naik_kepada")
    lines = [audit.line_about(f"pengingat_bimbingan.{act}", one) for one in rows]
    audit.record_many(lines, pelaku=None, pada=pada)
    return rows
