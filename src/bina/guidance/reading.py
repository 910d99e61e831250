"""What the list and the triage page show: read once, a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q
from django.utils.translation import gettext as _

from bina.access import policy
from bina.guidance import kata
from bina.guidance.forms.triase import KeputusanForm, SebabForm
from bina.guidance.models import (
    Coaching,
    MasalahPerilaku,
    PelatihanBimbingan,
    Penyebab,
    Pilihan,
    Sesi,
    Triase,
)
from bina.guidance.services.coaching import COACHED
from bina.guidance.workflow import OPEN, StatusTriase
from bina.monitoring.signals import sentence

ACTS = ("putuskan", "batalkan", "mulai_coaching", "tugaskan_pelatihan", "sebut_penyebab", "timbang")


@dataclass(frozen=True, slots=True)
class Baris:
    """A coaching in a list: never a word of what was written."""

    coaching: Coaching
    sesi: Sesi | None
    peran: str


def counts(user: Any, *, on: date) -> dict[str, int]:
    """How many coachings are under way, by what the reader is in them, and how many are over."""
    running = Q(status__in=OPEN)
    parts = {name: Count("pk", filter=running & part) for name, part in _parts(user).items()}
    seen = Coaching.objects.visible_to(user, on=on)
    return seen.aggregate(**parts, berakhir=Count("pk", filter=~running))


def _parts(user: Any) -> dict[str, Q]:
    """What the reader is in a coaching: coached, its coach, or neither (its penilai)."""
    mine, guided = Q(pegawai=user.pk), Q(coach=user.pk, coach__isnull=False)
    return {"dibimbing": mine, "membimbing": guided, "tim": ~mine & ~guided}


def running(user: Any, part: str, *, on: date) -> Any:
    """Coachings under way in which the reader is that, the newest first; for `paginate`."""
    rows = Coaching.objects.visible_to(user, on=on).filter(_parts(user)[part], status__in=OPEN)
    return rows.for_list()


def ended(user: Any, *, on: date) -> Any:
    """Coachings that are over, the last one first; for `paginate`."""
    rows = Coaching.objects.visible_to(user, on=on).exclude(status__in=OPEN).for_list()
    return rows.order_by(F("berakhir_pada").desc(nulls_last=True), "-pk")


def lines(rows: Iterable[Coaching], user: Any) -> list[Baris]:
    """These coachings with their newest sessions (one query)."""
    shown = list(rows)
    newest: dict[int, Sesi] = {}
    for one in Sesi.objects.filter(coaching__in=shown).for_list():
        newest.setdefault(one.coaching_id, one)
    return [Baris(one, newest.get(one.pk), one.party(user.pk)) for one in shown]


def unfinished(user: Any, *, on: date) -> Any:
    """Questions that wait: to be decided, or for the coaching that was; the oldest first."""
    rows = Triase.objects.visible_to(user, on=on).for_list()
    decided = Q(status=StatusTriase.DIPUTUS, pilihan__in=COACHED, coaching=None)
    return rows.filter(Q(status=StatusTriase.TERBUKA) | decided).order_by("dibuat", "pk")


def matters(user: Any, *, on: date) -> Any:
    """Matters of conduct not yet settled; for `paginate`."""
    rows = MasalahPerilaku.objects.visible_to(user, on=on).open().with_people()
    return rows.order_by("dibuat", "pk")


def trainings(user: Any, *, on: date) -> Any:
    """Trainings that stand, the first due first; for `paginate`."""
    rows = PelatihanBimbingan.objects.visible_to(user, on=on).standing()
    return rows.for_list().defer(*PelatihanBimbingan.WORDS)


def triase_page(one: Triase, user: Any, *, on: date) -> dict[str, Any]:
    """The recommendation, its reasons, its basis, its alternatives."""
    of_pegawai = user.pk == one.pegawai_id
    asked = [f"triase.{act}" for act in ACTS]
    may = {act.split(".")[1] for act in policy.permitted(user, asked, one, on=on)}
    mine = one.penyebab_pegawai if of_pegawai else one.penyebab_penilai
    return {
        "triase": one,
        "milik_saya": of_pegawai,
        "boleh": may,
        "kalimat": _figures(one),
        "alasan": kata.ALASAN.get(one.alasan_rekomendasi, one.kalimat),
        "kelas": kata.KELAS.get(one.kelas, one.kelas),
        "disebut_pegawai": _labels(one.penyebab_pegawai),
        "disebut_penilai": _labels(one.penyebab_penilai),
        "lain": [
            (label, kata.COCOK_BILA[value])
            for value, label in Pilihan.choices
            if value != one.rekomendasi
        ],
        "lanjutan": kata.LANJUTAN.get(one.pilihan, ""),
        "sebab": SebabForm(
            of_pegawai=of_pegawai,
            initial={"penyebab": mine, "kebutuhan_karier": one.kebutuhan_karier},
        ),
        "keputusan": KeputusanForm(saran=one.rekomendasi, notes=notes(one)),
        "coaching": getattr(one, "coaching", None),
        "pelatihan": _training(one),
    }


def _training(one: Triase) -> PelatihanBimbingan | None:
    """What was assigned, where that was decided."""
    if one.pilihan != Pilihan.PELATIHAN:
        return None
    return PelatihanBimbingan.objects.standing().filter(triase=one).first()


def notes(one: Triase) -> dict[str, Any]:
    """A line under each choice; the recommended one says so first."""
    said = {str(value): words for value, words in kata.COCOK_BILA.items()}
    said[one.rekomendasi] = _("Saran Bina. %(bila)s") % {"bila": said[one.rekomendasi]}
    return said


def _figures(one: Triase) -> str:
    if one.kemajuan is None or one.waktu is None:
        return ""
    return sentence(one.kemajuan, one.waktu)


def _labels(given: Iterable[str]) -> list[Any]:
    return [Penyebab(value).label for value in Penyebab.values if value in given]
