"""Requests that were sent together: who was asked, and who has answered; never what."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import ngettext

from bina.monitoring import subject
from bina.monitoring.models import PermintaanUmpanBalik
from bina.monitoring.subject import Tentang
from bina.monitoring.workflow import StatusPermintaan


@dataclass(frozen=True, slots=True)
class Babak:
    """A lot of requests about one thing."""

    it: PermintaanUmpanBalik
    judul: str
    diminta: tuple[PermintaanUmpanBalik, ...]

    @property
    def banyak(self) -> int:
        return len(self.diminta)

    @property
    def dijawab(self) -> int:
        return sum(one.status == StatusPermintaan.DIJAWAB for one in self.diminta)

    @property
    def nama(self) -> str:
        first = str(self.diminta[0].kepada)
        rest = self.banyak - 1
        if not rest:
            return first
        more = ngettext("%(nama)s dan %(n)s lain", "%(nama)s dan %(n)s lain", rest)
        return more % {"nama": first, "n": rest}


def of(requests: Sequence[PermintaanUmpanBalik]) -> list[Babak]:
    """The lots these requests are of, each once, in the order given (five queries)."""
    if not requests:
        return []
    named = {one.first_id: one for one in reversed(requests)}
    titles = subject.titles([one.skp_id for one in requests])
    lots: dict[int, list[PermintaanUmpanBalik]] = {first: [] for first in named}
    for one in PermintaanUmpanBalik.objects.together_with(*lots):
        lots[one.first_id].append(one)
    order = dict.fromkeys(one.first_id for one in requests)
    return [
        Babak(
            named[first],
            titles.get((named[first].skp_id, Tentang.of(named[first]).kode), ""),
            tuple(lots[first]),
        )
        for first in order
    ]
