"""What waits after guidance, and what was written: for the person, the judge, the addressee."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import Q

from bina.guidance import kasus
from bina.guidance.kasus import COACHING, MENTORING, PEMANDU, Kasus
from bina.guidance.models import EvaluasiKompetensi, UmpanBalikAkhir
from bina.ui import paging


def to_say(user: Any) -> paging.Some:
    """What this person has still to say, the oldest first (two queries)."""
    return _waiting(lambda jenis: unsaid(jenis, user))


def to_judge(user: Any) -> paging.Some:
    """Whose competency this person has still to judge, the oldest first (two queries)."""
    return _waiting(lambda jenis: unjudged(jenis, user))


def said(user: Any, *, on: date) -> Any:
    """Feedback the reader may see, the newest first; for `paginate`."""
    return UmpanBalikAkhir.objects.visible_to(user, on=on).for_list()


def judged(user: Any, *, on: date) -> Any:
    """Judgements the reader may see, the newest first; for `paginate`."""
    return EvaluasiKompetensi.objects.visible_to(user, on=on).for_list()


def unsaid(jenis: str, user: Any) -> Any:
    """Guidance this person had, over, and not yet spoken of."""
    return _over(jenis).filter(pegawai=user.pk, umpan_balik_akhir=None)


def unjudged(jenis: str, user: Any) -> Any:
    """Guidance over whose competency nobody has judged: for the pimpinan and whoever guided."""
    mine = Q(penilai=user.pk) | Q(**{PEMANDU[jenis]: user.pk})
    return _over(jenis).filter(mine, evaluasi_kompetensi=None)


def _over(jenis: str) -> Any:
    return kasus.people(jenis).filter(kasus.ended(jenis), kasus.held(jenis))


def _waiting(rows_of: Callable[[str], Any]) -> paging.Some:
    found = {jenis: _first(rows_of(jenis)) for jenis in (COACHING, MENTORING)}
    cases = [Kasus(jenis, one) for jenis, some in found.items() for one in some]
    return paging.Some(cases, sum(some.more for some in found.values()))


def _first(rows: Any) -> paging.Some:
    return paging.some(rows.defer(*getattr(rows.model, "WORDS", ())).order_by("dibuat", "pk"))


def unread(user: Any) -> Any:
    """Handed to this person and not yet read."""
    return UmpanBalikAkhir.objects.filter(kepada=user.pk, dibaca_pada=None)
