"""What the diary's page shows: what a line can be for, the last line, the lines so far."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from bina.monitoring import masa
from bina.monitoring.models import Realisasi, RencanaAksi
from bina.planning.door import Rencana
from bina.rules.parameters import Parameters

LANGKAH, INDIKATOR = "langkah", "indikator"
# So far back a coarser grain lets one choose: what is older is no diary any more.
WEEKS, MONTHS = 9, 6
Choices = list[tuple[str, Any]]


@dataclass(frozen=True, slots=True)
class Butir:
    """How exactly a line says when: the agency's word (pemantauan.butir_catatan)."""

    jenis: str
    pilihan: Choices

    @property
    def is_harian(self) -> bool:
        return self.jenis == masa.HARI


def grain(rencana: Rencana, *, law: Parameters, on: date) -> Butir:
    """The days, weeks or months to choose from; the newest first, each as the last of its days
    that has come."""
    jenis = law.in_force("pemantauan.butir_catatan", on).value
    if jenis == masa.HARI:
        return Butir(jenis, [])
    until = min(on, rencana.selesai)
    if jenis == masa.MINGGU:
        since = max(rencana.mulai, until - timedelta(weeks=WEEKS))
        parts = masa.weeks(since, until)
    else:
        since = max(rencana.mulai, until - timedelta(days=31 * MONTHS))
        parts = masa.periods(since, until, masa.BULAN)
    return Butir(jenis, [(one.selesai.isoformat(), one.label) for one in reversed(parts)])


def subjects(rencana: Rencana, steps: Iterable[RencanaAksi], *, on: date) -> Choices:
    """What a line can be for: the steps of today's period, other steps, then the results."""
    here = {one.kunci for hasil in rencana.hasil for one in hasil.indikator}
    known = [one for one in steps if one.indikator.kunci in here]
    now = [one for one in known if one.mulai <= on <= one.selesai]
    groups = [
        (_("Rencana aksi periode ini"), [_step(one) for one in now]),
        (_("Rencana aksi periode lain"), [_step(one) for one in known if one not in now]),
        (_("Langsung pada indikator"), _indicators(rencana)),
    ]
    return [(name, choices) for name, choices in groups if choices]


def _step(one: RencanaAksi) -> tuple[str, str]:
    unit = f" ({one.satuan})" if one.satuan else ""
    return f"{LANGKAH}:{one.pk}", f"{one.langkah}{unit}"


def _indicators(rencana: Rencana) -> list[tuple[str, str]]:
    return [
        (f"{INDIKATOR}:{one.kunci}", f"{one.uraian} ({one.satuan})" if one.satuan else one.uraian)
        for hasil in rencana.hasil
        for one in hasil.indikator
    ]


def code_of(line: Realisasi) -> str:
    """What the line was for, as the form carries it."""
    if line.rencana_aksi_id:
        return f"{LANGKAH}:{line.rencana_aksi_id}"
    return f"{INDIKATOR}:{line.indikator.kunci}"


def lines_of(rencana: Rencana, user: Any) -> Any:
    """The person's own lines on every version of the plan, the newest first."""
    rows = Realisasi.objects.diary().of_plan(rencana.rumpun).filter(dicatat_oleh=user.pk)
    return rows.for_list().order_by("-tanggal", "-jam_mulai", "-pk")


def copied(line: Realisasi) -> dict[str, Any]:
    """Yesterday's line as the start of a new one: everything but its day and its evidence."""
    return {
        "untuk": code_of(line),
        "jam_mulai": line.jam_mulai,
        "jam_selesai": line.jam_selesai,
        "kegiatan": line.uraian,
        "jumlah": line.jumlah,
    }
