"""How well a mentor fits a mentee: graded by the database for one, by numpy for a cohort.

Each of five criteria is met fully (2), nearly (1) or not (0) and earns that share of its points
(`pembinaan.bobot_kecocokan_mentor`). Both ways to count are held to one answer by a test.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Lower, Trim
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bina.guidance.mentoring.workflow import TAKEN
from bina.guidance.models import KeahlianMentor, Mentoring, TawaranMentor
from bina.law import door as law_room
from bina.people.models import Penempatan

CRITERIA = ("tingkat", "jabatan", "kapasitas", "unit", "lokasi")
FULL, NEAR, NOT = 2, 1, 0


def points(instansi: Any) -> dict[str, int]:
    """What a full fit in each criterion is worth in this agency."""
    law = law_room.parameters(instansi)
    value = law.in_force("pembinaan.bobot_kecocokan_mentor", None).value
    return {name: int(value[name]) for name in CRITERIA}


@dataclass(frozen=True, slots=True)
class Berdiri:
    """Where a person stands on a day, as far as a fit depends on it."""

    jabatan: int | None = None
    jenis: str = ""
    unit: int | None = None
    induk: int | None = None


def standing(orang_ids: Iterable[int], on: date) -> dict[int, Berdiri]:
    """The main placement of many people (one query). Definitive sorts before acting: kept last."""
    rows = Penempatan.objects.on(on).filter(orang__in=list(orang_ids)).order_by("-jenis", "mulai")
    fields = ("orang_id", "jabatan_id", "jabatan__jenis", "unit_id", "unit__induk_id")
    return {orang: Berdiri(*rest) for orang, *rest in rows.values_list(*fields)}


def mentors(instansi_id: int) -> "QuerySet[Any]":
    """The fields of mentors who have place for another, each with what a fit depends on."""
    taken = Mentoring.objects.filter(mentor=OuterRef("mentor"), status__in=TAKEN).order_by()
    load = taken.values("mentor").annotate(n=Count("pk")).values("n")
    rows = KeahlianMentor.objects.filter(
        mentor__instansi=instansi_id, mentor__tersedia=True, mentor__orang__is_active=True
    )
    free = F("mentor__kapasitas") - Coalesce(Subquery(load), 0)
    place = Lower(Trim("mentor__lokasi"))
    open_to = rows.annotate(bebas=free, tempat=place).filter(bebas__gt=0)
    return open_to.select_related("mentor__orang", "bidang")


def suggestions(one: Mentoring, on: date) -> "QuerySet[Any]":
    """Mentors for this mentee, the best first, each with `skor` and its five grades.

    Eligible: experience in the field, a level above the mentee's, available, place for another;
    not the mentee. Whoever could not this time is not asked again for the same plan.
    """
    asked = TawaranMentor.objects.filter(mentoring=one, mentor=OuterRef("mentor"))
    rows = mentors(one.pegawai.instansi_id).filter(
        ~Exists(asked), bidang=one.bidang_id, tingkat__gt=one.tingkat
    )
    rows = rows.exclude(mentor=one.pegawai_id)
    worth = points(one.pegawai.instansi)
    marks = _marks(one, on)
    graded = rows.annotate(**_placed(on)).annotate(
        **{f"nilai_{name}": mark for name, mark in marks.items()}
    )
    score = sum((F(f"nilai_{name}") * worth[name] / FULL for name in CRITERIA), Value(0))
    return graded.annotate(skor=score).order_by("-skor", "mentor__orang__nama", "mentor")


def _placed(on: date) -> dict[str, Any]:
    held = Penempatan.objects.on(on).filter(orang=OuterRef("mentor")).order_by("jenis", "-mulai")
    fields = {
        "pada_jabatan": "jabatan",
        "pada_jenis": "jabatan__jenis",
        "pada_unit": "unit",
        "pada_induk": "unit__induk",
    }
    return {name: Subquery(held.values(path)[:1]) for name, path in fields.items()}


def _graded(full: Q, near: Q | None = None) -> Case:
    whens = [When(full, then=Value(FULL))]
    if near is not None:
        whens.append(When(near, then=Value(NEAR)))
    return Case(*whens, default=Value(NOT), output_field=IntegerField())


def _never() -> Q:
    return Q(pk__in=[])


def _marks(one: Mentoring, on: date) -> dict[str, Case]:
    me = standing([one.pegawai_id], on).get(one.pegawai_id, Berdiri())
    place = place_of(one.lokasi)
    return {
        "tingkat": _graded(Q(tingkat__gte=one.tingkat + 2), Q(tingkat=one.tingkat + 1)),
        "jabatan": _graded(
            Q(pada_jabatan=me.jabatan) if me.jabatan else _never(),
            Q(pada_jenis=me.jenis) if me.jenis else None,
        ),
        "kapasitas": _graded(Q(bebas__gte=2), Q(bebas=1)),
        "unit": _graded(
            Q(pada_unit=me.unit) if me.unit else _never(),
            Q(pada_induk=me.induk) if me.induk else None,
        ),
        "lokasi": _graded(Q(tempat=place) if place else _never()),
    }


def place_of(written: str) -> str:
    """A place as it is compared: without capitals and spaces around it."""
    return written.strip().lower()


@dataclass(frozen=True, slots=True)
class Saran:
    """A suggested mentor, with the reasons in words."""

    mentor_id: int
    nama: str
    keahlian: KeahlianMentor
    bebas: int
    skor: int
    alasan: tuple[str, ...]


def suggested(rows: Iterable[Any]) -> list[Saran]:
    return [
        Saran(
            each.mentor_id,
            each.mentor.orang.nama_lengkap,
            each,
            each.bebas,
            int(each.skor),
            tuple(reasons({name: getattr(each, f"nilai_{name}") for name in CRITERIA}, each)),
        )
        for each in rows
    ]


def reasons(nilai: Mapping[str, int], row: Any) -> list[str]:
    """Each criterion in words; what speaks for the mentor and what does not alike."""
    said = {
        "tingkat": {
            FULL: _("Keahliannya dua tingkat atau lebih di atas mentee"),
            NEAR: _("Keahliannya satu tingkat di atas mentee"),
        },
        "jabatan": {
            FULL: _("Jabatannya sama"),
            NEAR: _("Jenis jabatannya sama"),
            NOT: _("Jabatannya lain"),
        },
        "unit": {
            FULL: _("Satu unit"),
            NEAR: _("Unitnya bertetangga"),
            NOT: _("Unitnya lain"),
        },
        "lokasi": {FULL: _("Satu tempat"), NOT: _("Di tempat lain")},
    }
    words = [said[name][nilai[name]] for name in ("tingkat", "jabatan", "unit", "lokasi")]
    room = ngettext(
        "Masih dapat menerima %(n)d orang", "Masih dapat menerima %(n)d orang", row.bebas
    )
    return [*words, room % {"n": row.bebas}]
