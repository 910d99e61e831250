"""Who keeps coaches and questions, and the bank of questions."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from bina.access import policy
from bina.guidance.coaching.pertanyaan import BAWAAN
from bina.guidance.models import Bagian, PertanyaanCoaching


def keeps_coaches(user: Any, *, on: date) -> bool:
    return _may(user, "instansi_coaching.lihat_coach", on)


def keeps_questions(user: Any, *, on: date) -> bool:
    return _may(user, "instansi_coaching.atur_pertanyaan", on)


def _may(user: Any, act: str, on: date) -> bool:
    return user.instansi_id is not None and policy.may(user, act, user.instansi, on=on)


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
