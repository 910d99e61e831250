"""The demo agency on three days of the year: alive, varied, laid down through the services.

One test a day asks everything, because laying a year down takes seconds.
"""

from collections import Counter
from datetime import UTC, date, datetime

import pytest

from bina.accounts.models import Orang
from bina.appraisal.models import Evaluasi
from bina.competency.models import KegiatanBelajar
from bina.core import audit
from bina.demo import cast, people, year
from bina.guidance.models import Sesi, Triase
from bina.home import sources
from bina.law.reading import texts_alone
from bina.monitoring import door as monitoring
from bina.monitoring.models import PermintaanUmpanBalik, Realisasi, UmpanBalik
from bina.monitoring.signals import signals
from bina.people.models import PermohonanAtasan
from bina.planning.models import HasilKerja, Skp, UsulPerubahan

PHASES = {
    "pra_coaching",
    "dilaporkan",
    "dijadwalkan",
    "menunggu_tanda_tangan",
    "ditandatangani",
}
# Day, and how many quarters are rated somewhere by then.
DAYS = [(date(2026, 1, 2), 0), (date(2026, 4, 15), 1), (date(2026, 11, 30), 3)]


@pytest.mark.django_db
@pytest.mark.parametrize(("on", "quarters"), DAYS, ids=["january", "april", "november"])
def test_the_agency_lives_on_any_day(on: date, quarters: int) -> None:
    instansi = people.lay(pada=datetime(on.year, on.month, on.day, 3, tzinfo=UTC), on=on)
    year.lay(instansi, on=on)

    plans_stand_in_every_state()
    coachings_stand_in_every_phase()
    much_waits_for_a_decision()
    work_varies(on)
    assert Evaluasi.objects.released().values("periode").distinct().count() == quarters
    no_sentence_is_said_twice()
    every_account_opens_on_something(on)
    assert all(audit.verify(one).broken_at is None for one in audit.chains())


def plans_stand_in_every_state() -> None:
    states = Counter(Skp.objects.values_list("status", flat=True))
    assert 60 <= sum(states.values()) <= 120
    assert set(states) == {"draf", "diajukan", "dikembalikan", "ditetapkan"}
    assert Skp.objects.values("penempatan__unit").distinct().count() >= 10


def coachings_stand_in_every_phase() -> None:
    assert set(Sesi.objects.values_list("status", flat=True)) == PHASES
    signed = Sesi.objects.filter(status="ditandatangani")
    assert KegiatanBelajar.objects.count() == signed.count()
    assert all(one.jp == 2 for one in KegiatanBelajar.objects.all())
    assert set(Triase.objects.values_list("status", flat=True)) == {"diputus", "terbuka"}


def much_waits_for_a_decision() -> None:
    waiting = UsulPerubahan.objects.filter(status="diajukan")
    assert set(waiting.values_list("asal", flat=True)) == {"", "coaching"}
    assert PermohonanAtasan.objects.filter(status="diajukan").exists()
    assert PermintaanUmpanBalik.objects.waiting().exists()
    given = set(UmpanBalik.objects.values_list("hubungan", flat=True))
    assert given == {"pimpinan", "bawahan", "rekan"}


def work_varies(on: date) -> None:
    """In January nothing can lag yet; later some do, and some are ahead of the time."""
    assert all(one.tanggal < on for one in Realisasi.objects.all())
    running = Skp.objects.running(on).values_list("pk", flat=True)
    found = monitoring.progress_of(running, on=on).values()
    results = [one for plan in found for one in plan.hasil if one.persen is not None]
    assert any(one.persen > plan.waktu for plan in found for one in plan.hasil if one.persen)
    lagging = [line for plan in found for line in signals(plan, law=texts_alone(), on=on)]
    assert len(lagging) < len(results) / 3
    assert on.month < 6 or len(lagging) >= 5


def no_sentence_is_said_twice() -> None:
    for texts in (
        HasilKerja.objects.values_list("uraian", flat=True),
        UmpanBalik.objects.values_list("perilaku", flat=True),
        Evaluasi.objects.exclude(catatan="").values_list("catatan", flat=True),
    ):
        assert max(Counter(texts).values(), default=1) == 1
    notes = Counter(Realisasi.objects.values_list("uraian", flat=True))
    assert max(notes.values()) <= 4


def every_account_opens_on_something(on: date) -> None:
    """The first employee has her plan still to write; everybody else has one of their own."""
    for role in cast.ACCOUNTS:
        who = Orang.objects.get(nip=role.nip)
        has_plan = Skp.objects.filter(pegawai=who.pk, status="ditetapkan").exists()
        assert has_plan == (role != cast.EMPLOYEE), role.peran
    first = Orang.objects.get(nip=cast.EMPLOYEE.nip)
    assert [one.stage for one in sources.tasks(first, on=on)] == ["planning"]
    for role in (cast.PENILAI, *cast.OFFICES[:2], cast.HEAD_ABOVE):
        assert sources.tasks(Orang.objects.get(nip=role.nip), on=on), role.peran
