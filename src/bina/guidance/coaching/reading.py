"""What the pages of coaches and questions show."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from bina.access import policy
from bina.accounts.models import Orang
from bina.guidance import kualifikasi
from bina.guidance.coaching import reaksi
from bina.guidance.coaching.pertanyaan import BAWAAN
from bina.guidance.kualifikasi import Kualifikasi
from bina.guidance.models import Bagian, Coaching, PertanyaanCoaching, SertifikatCoach
from bina.guidance.workflow import StatusCoaching


def keeps_coaches(user: Any, *, on: date) -> bool:
    return _may(user, "instansi_coaching.lihat_coach", on)


def keeps_questions(user: Any, *, on: date) -> bool:
    return _may(user, "instansi_coaching.atur_pertanyaan", on)


def _may(user: Any, act: str, on: date) -> bool:
    return user.instansi_id is not None and policy.may(user, act, user.instansi, on=on)


@dataclass(frozen=True, slots=True)
class BarisCoach:
    """A coach: by office or assigned, and their training."""

    orang: Orang
    membimbing: bool
    ditugaskan: bool
    kualifikasi: Kualifikasi


def coaches(instansi_id: int, *, on: date) -> dict[str, Any]:
    """Whoever coaches now or has laid down a certificate. Three queries, and the medians."""
    running = Coaching.objects.filter(pegawai__instansi=instansi_id, status=StatusCoaching.BERJALAN)
    assigned: dict[int, bool] = {}
    for coach, jenis in running.values_list("coach", "coach_jenis"):
        assigned[coach] = assigned.get(coach, False) or jenis == "pihak_lain"
    held = defaultdict(list)
    certificates = SertifikatCoach.objects.filter(instansi=instansi_id)
    for one in certificates.select_related("orang"):
        held[one.orang_id].append(one)
    people = Orang.objects.filter(pk__in={*assigned, *held}).order_by("nama")
    rows = [
        BarisCoach(
            one,
            one.pk in assigned,
            assigned.get(one.pk, False),
            kualifikasi.judge(held[one.pk], on),
        )
        for one in people
    ]
    return {
        "coach": rows,
        "membimbing": len(assigned),
        "tanpa": sum(one.membimbing and not one.kualifikasi.cukup for one in rows),
        "menunggu": [one for each in held.values() for one in each if one.diperiksa_pada is None],
        "reaksi": reaksi.of_agency(instansi_id, on=on),
    }


@dataclass(frozen=True, slots=True)
class BagianBank:
    """A phase: Bina's questions and the agency's own."""

    nama: Any
    bawaan: tuple[Any, ...]
    milik: list[PertanyaanCoaching]


def bank(instansi_id: int | None) -> list[BagianBank]:
    own = defaultdict(list)
    for one in PertanyaanCoaching.objects.offered_in(instansi_id):
        own[one.bagian].append(one)
    return [BagianBank(each.label, BAWAAN[each], own[each.value]) for each in Bagian]
