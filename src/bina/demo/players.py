"""The people of the demo while its year is played: looked up once, with their plan in force."""

from datetime import date

from bina.accounts.models import Orang
from bina.planning import door as planning


class Players:
    """NIP -> person, and the plan in force as last read."""

    def __init__(self) -> None:
        self._people = {str(one.nip): one for one in Orang.objects.exclude(nip=None)}
        self._plans: dict[str, planning.Rencana] = {}

    def who(self, nip: str) -> Orang:
        return self._people[nip]

    def boss_of(self, nip: str, on: date) -> Orang:
        """The penilai on the record of the plan in force."""
        penilai_id = self.plan_of(nip, on).penilai_id
        assert penilai_id is not None, "a plan in force has its penilai"
        return Orang.objects.get(pk=penilai_id)

    def plan_of(self, nip: str, on: date) -> planning.Rencana:
        """The plan in force; KeyError for whoever has none that day."""
        if nip not in self._plans:
            found = planning.running_of(self.who(nip).pk, on=on)
            if found is None:
                raise KeyError(f"{nip} has no plan in force on {on}")
            self._plans[nip] = found
        return self._plans[nip]

    def forget(self, nip: str) -> None:
        """Their plan has changed hands, or given way to another version."""
        self._plans.pop(nip, None)

    def result_of(self, nip: str, begins: str, on: date) -> planning.HasilRencana:
        """The result whose title begins so."""
        found = self.plan_of(nip, on).hasil
        return next(one for one in found if one.uraian.startswith(begins))
