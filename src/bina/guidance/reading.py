"""What the list and the triage page show: read once, a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

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
from bina.monitoring.signals import sentence

ACTS = ("putuskan", "batalkan", "mulai_coaching", "tugaskan_pelatihan", "sebut_penyebab", "timbang")


@dataclass(frozen=True, slots=True)
class Baris:
    """A coaching in a list: never a word of what was written."""

    coaching: Coaching
    sesi: Sesi | None
    peran: str


@dataclass(frozen=True, slots=True)
class Isi:
    """What is under way for this person."""

    triase: list[Triase]
    dibimbing: list[Baris]
    membimbing: list[Baris]
    tim: list[Baris]
    masalah: list[MasalahPerilaku]
    pelatihan: list[PelatihanBimbingan]

    @property
    def kosong(self) -> bool:
        parts = (self.triase, self.dibimbing, self.membimbing, self.tim, self.masalah)
        return not any((*parts, self.pelatihan))


def overview(user: Any, *, on: date) -> Isi:
    """Five queries: coachings with their people, their newest sessions, open questions, matters,
    trainings."""
    rows = list(Coaching.objects.visible_to(user, on=on).for_list()[:200])
    newest: dict[int, Sesi] = {}
    for one in Sesi.objects.filter(coaching__in=rows).for_list():
        newest.setdefault(one.coaching_id, one)
    found: dict[str, list[Baris]] = {"pegawai": [], "coach": [], "": []}
    for coaching in rows:
        peran = coaching.party(user.pk)
        found[peran].append(Baris(coaching, newest.get(coaching.pk), peran))
    waiting = Triase.objects.visible_to(user, on=on).for_list()
    unfinished = waiting.filter(status="terbuka") | waiting.filter(
        status="diputus", pilihan__in=COACHED, coaching=None
    )
    masalah = MasalahPerilaku.objects.visible_to(user, on=on).open().with_people()
    return Isi(
        list(unfinished[:50]),
        found["pegawai"],
        found["coach"],
        found[""],
        list(masalah.order_by("dibuat")[:50]),
        list(_trainings(user, on)[:50]),
    )


def _trainings(user: Any, on: date) -> Any:
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
