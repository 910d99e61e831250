"""A programme of 2,000 mentees and 700 mentors in a bulk agency, matched and published; timed."""

import time
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from bina.guidance.mentoring.services import program
from bina.guidance.models import (
    Bidang,
    KeahlianMentor,
    Mentor,
    Mentoring,
    ProgramMentoring,
)
from bina.people.models import Instansi, Kantor, Pegawai, Unit

MENTEES, MENTORS = 2_000, 700


def matched() -> dict[str, float]:
    """Seconds to gather, to match (facts, scores, solver, proposal) and to publish. All of it is
    undone, so that it can be measured again."""
    now = timezone.now()
    with transaction.atomic():
        found = _measured(now, timezone.localdate(now))
        transaction.set_rollback(True)
    return found


def _measured(now: datetime, on: date) -> dict[str, float]:
    instansi = Instansi.objects.get(kode="massal-1")
    people = list(Pegawai.objects.filter(instansi=instansi).order_by("pk")[: MENTEES + MENTORS])
    fields = list(Bidang.objects.of_agency(instansi.pk))
    _mentors(people[:MENTORS], fields, now)
    _mentees(people[MENTORS:], people[0], fields, now, on)
    keeper = people[0].orang
    one = _programme(instansi, keeper, now, on)
    facts: dict[str, Any] = {"program_id": one.pk, "actor": keeper, "pada": now, "on": on}
    spent = {
        "gather s": _timed(lambda: program.gather(bidang=[], **facts)),
        "match s": _timed(lambda: program.propose(**facts)),
        "publish s": _timed(lambda: program.publish(**facts)),
    }
    counts = {
        "mentees": float(len(people) - MENTORS),
        "mentors": float(MENTORS),
        "pairs": float(one.usul.exclude(mentor=None).count()),
    }
    return {f"mentoring {name}": value for name, value in (counts | spent).items()}


def _timed(act: Any) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _mentors(people: list[Pegawai], fields: list[Bidang], now: datetime) -> None:
    """Two fields each, one to four places, five places of work."""
    mentors = [
        Mentor(
            orang_id=one.pk,
            instansi_id=one.instansi_id,
            kapasitas=1 + n % 4,
            lokasi=f"Kantor {n % 5}",
            diubah_pada=now,
        )
        for n, one in enumerate(people)
    ]
    Mentor.objects.bulk_create(mentors)
    KeahlianMentor.objects.bulk_create(
        KeahlianMentor(
            mentor_id=one.pk,
            bidang=fields[(n + step) % len(fields)],
            tingkat=2 + (n + step) % 4,
            pengalaman="Pengalaman buatan",
        )
        for n, one in enumerate(people)
        for step in (0, 2)
    )


def _mentees(
    people: list[Pegawai], penilai: Pegawai, fields: list[Bidang], now: datetime, on: date
) -> None:
    Mentoring.objects.bulk_create(
        Mentoring(
            pegawai=one,
            penilai_id=penilai.pk,
            bidang=fields[n * 7 % len(fields)],
            tingkat=n % 4,
            lokasi=f"Kantor {n % 5}",
            tujuan="Tujuan buatan",
            perubahan="Perubahan buatan",
            mulai=on,
            selesai=on + timedelta(days=120),
            status="mencari",
            dibuat=now,
        )
        for n, one in enumerate(people)
    )


def _programme(instansi: Instansi, keeper: Any, now: datetime, on: date) -> ProgramMentoring:
    top = Unit.objects.get(instansi=instansi, induk=None)
    Kantor.objects.create(orang=keeper, peran="pengelola", unit=top, mulai=on)
    about = program.Perihal("Angkatan buatan", "Mengukur", on, on + timedelta(days=120))
    return program.create(unit_id=top.pk, perihal=about, actor=keeper, pada=now, on=on)
