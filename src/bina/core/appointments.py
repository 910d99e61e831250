"""The appointments of all rooms in one place, so that calendars, clashes and invitations need
to know no room (ADR 23).

A room calls `keep` in the act that sets or moves a date and `call_off` in the one that ends it.
Whoever tells people of it (by mail) registers with `listen` in ready().
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from django.utils import timezone

from bina.core.appointment_models import Pertemuan, PesertaPertemuan


@dataclass(frozen=True, slots=True)
class Waktu:
    """When and where. Without an hour: the whole day."""

    mulai: datetime
    selesai: datetime
    tempat: str = ""
    sehari: bool = False

    @classmethod
    def of_day(cls, day: date, tempat: str = "") -> "Waktu":
        first = timezone.make_aware(datetime.combine(day, time()))
        return cls(first, first + timedelta(days=1), tempat, sehari=True)


@dataclass(frozen=True, slots=True)
class Kabar:
    """What became of an appointment, for those who tell people: whom it concerns of those who are
    in it, who no longer is, and who is in it only now."""

    pertemuan: Pertemuan
    pada: datetime
    peserta: frozenset[int]
    bukan_lagi: frozenset[int] = frozenset()
    baru: frozenset[int] = frozenset()


Listener = Callable[[Kabar], None]
LISTENERS: Final[dict[str, Listener]] = {}
# asal -> (address of its page, address of its .ics), each with the record's number
PAGES: Final[dict[str, tuple[str, str]]] = {}


def listen(room: str, function: Listener) -> None:
    """Called in ready(): `function(kabar)` in the transaction of the act."""
    LISTENERS[room] = function


def register_pages(asal: str, page: str, file: str) -> None:
    """Called in ready(): where a person reads about an appointment out of this record."""
    PAGES[asal] = (page, file)


def keep(
    *, asal: str, asal_id: object, orang: Iterable[int], waktu: Waktu, pada: datetime
) -> Pertemuan:
    """Set it, or move it. The same once more changes nothing and tells nobody; where time and
    place stay, only who comes and who goes is told."""
    people = frozenset(orang)
    facts = {name: getattr(waktu, name) for name in ("mulai", "selesai", "tempat", "sehari")}
    one, new = Pertemuan.objects.select_for_update().get_or_create(
        asal=asal, asal_id=str(asal_id), defaults={**facts, "diubah_pada": pada}
    )
    come, gone = _meet(one, people)
    same = not one.batal and all(getattr(one, name) == value for name, value in facts.items())
    if not (new or come or gone) and same:
        return one
    if not new:
        for name, value in {**facts, "batal": False}.items():
            setattr(one, name, value)
        _changed(one, pada)
    concerned = come if same and not new else people
    _tell(Kabar(one, pada, concerned, gone, come))
    return one


def call_off(*, asal: str, asal_ids: Iterable[object], pada: datetime) -> None:
    """It does not take place. What was never set, or called off before, stays as it is."""
    rows = Pertemuan.objects.standing().filter(asal=asal, asal_id__in=[str(i) for i in asal_ids])
    for one in rows.select_for_update().prefetch_related("peserta"):
        one.batal = True
        _changed(one, pada)
        _tell(Kabar(one, pada, frozenset(each.orang_id for each in one.peserta.all())))


def clashes(
    orang: Iterable[int], waktu: Waktu, *, asal: str, asal_id: object = ""
) -> dict[int, str]:
    """Who of these is to be elsewhere then: "jam" at that hour, "hari" on that day (one query).

    Only that there is something: neither what nor with whom.
    """
    rows = PesertaPertemuan.objects.filter(
        orang__in=list(orang),
        pertemuan__in=Pertemuan.objects.standing().between(waktu.mulai, waktu.selesai),
    ).exclude(pertemuan__asal=asal, pertemuan__asal_id=str(asal_id))
    found: dict[int, str] = {}
    for person, whole_day in rows.values_list("orang", "pertemuan__sehari").order_by("pk"):
        if not (whole_day or waktu.sehari):
            found[person] = "jam"
        found.setdefault(person, "hari")
    return found


def _people(one: Pertemuan) -> list[int]:
    return list(one.peserta.values_list("orang", flat=True))


def _meet(one: Pertemuan, people: frozenset[int]) -> tuple[frozenset[int], frozenset[int]]:
    """Write down who is in it. Returns who was not before, and who is no longer."""
    known = frozenset(_people(one))
    come, gone = people - known, known - people
    if gone:
        one.peserta.filter(orang__in=gone).delete()
    PesertaPertemuan.objects.bulk_create(
        PesertaPertemuan(pertemuan=one, orang_id=pk) for pk in sorted(come)
    )
    return come, gone


def _changed(one: Pertemuan, pada: datetime) -> None:
    one.urutan += 1
    one.diubah_pada = pada
    one.save()


def _tell(kabar: Kabar) -> None:
    for _room, function in sorted(LISTENERS.items()):
        function(kabar)
