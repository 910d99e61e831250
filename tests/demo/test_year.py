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
from bina.dialog.models import Dialog, Tindakan
from bina.guidance.models import Sesi, Triase
from bina.home import sources
from bina.law.reading import texts_alone
from bina.monitoring import door as monitoring
from bina.monitoring.models import (
    PermintaanUmpanBalik,
    Realisasi,
    RencanaAksi,
    Sinyal,
    UmpanBalik,
)
from bina.monitoring.signals import signals
from bina.people.models import PermohonanAtasan
from bina.planning.models import (
    HasilKerja,
    ImporPerjanjian,
    Klarifikasi,
    MasaPerencanaan,
    PembagianTemplat,
    Pembatalan,
    PenggantiPenilai,
    Pengingat,
    PerjanjianKinerja,
    SerahTerima,
    Skp,
    UsulPerubahan,
)

PHASES = {
    "pra_coaching",
    "dilaporkan",
    "dijadwalkan",
    "menunggu_tanda_tangan",
    "ditandatangani",
}
STATES = {"draf", "diajukan", "dikembalikan", "ditetapkan", "digantikan", "dinyatakan_batal"}
DIALOGUES = {"direncanakan", "berlangsung", "dirangkum", "dikonfirmasi"}
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
    units_undertake_and_plans_support_it()
    the_planning_year_has_its_days(on)
    people_talk_and_write_down(on)
    work_varies(on)
    assert Evaluasi.objects.released().values("periode").distinct().count() == quarters
    no_sentence_is_said_twice()
    every_account_opens_on_something(on)
    assert all(audit.verify(one).broken_at is None for one in audit.chains())


def plans_stand_in_every_state() -> None:
    states = Counter(Skp.objects.values_list("status", flat=True))
    assert 60 <= sum(states.values()) <= 120
    assert set(states) == STATES
    assert Skp.objects.values("penempatan__unit").distinct().count() >= 10


def coachings_stand_in_every_phase() -> None:
    assert set(Sesi.objects.values_list("status", flat=True)) == PHASES
    signed = Sesi.objects.filter(status="ditandatangani")
    hours = KegiatanBelajar.objects.filter(jalur="coaching")
    assert hours.count() == signed.count()
    assert all(one.jp == 2 for one in hours)
    assert set(Triase.objects.values_list("status", flat=True)) == {"diputus", "terbuka"}


def much_waits_for_a_decision() -> None:
    waiting = UsulPerubahan.objects.filter(status="diajukan")
    assert set(waiting.values_list("asal", flat=True)) == {"", "coaching"}
    assert PermohonanAtasan.objects.filter(status="diajukan").exists()
    assert PermintaanUmpanBalik.objects.waiting().exists()
    given = set(UmpanBalik.objects.values_list("hubungan", flat=True))
    assert given == {"pimpinan", "bawahan", "rekan"}


def units_undertake_and_plans_support_it() -> None:
    states = Counter(PerjanjianKinerja.objects.values_list("status", flat=True))
    assert states == {"ditetapkan": 7, "digantikan": 1, "draf": 1}
    assert HasilKerja.objects.exclude(mendukung_sasaran=None).count() >= 8
    assert HasilKerja.objects.exclude(pemberi_tugas=None).exists()
    assert ImporPerjanjian.objects.get().status == "diperiksa"


def the_planning_year_has_its_days(on: date) -> None:
    """Whoever plays the employee can still write her plan, and the agency's records let her."""
    of_agency = MasaPerencanaan.objects.get(unit__induk=None)
    assert (of_agency.status, of_agency.susun_selesai > on) == ("dibuka", True)
    assert Pengingat.objects.filter(kepada__nip=cast.EMPLOYEE.nip).exists()
    changed = Skp.objects.exclude(dasar_perubahan="")
    assert set(changed.values_list("status", flat=True)) == {"ditetapkan", "draf"}
    assert set(Pembatalan.objects.values_list("status", flat=True)) == {"diajukan", "disetujui"}
    assert PenggantiPenilai.objects.exists()
    assert SerahTerima.objects.exists()
    shared = PembagianTemplat.objects.get()
    assert (shared.baru, shared.ditambah, len(shared.dilewati)) == (2, 1, 1)


def people_talk_and_write_down(on: date) -> None:
    signed = Klarifikasi.objects.exclude(paraf_pegawai_pada=None, paraf_pimpinan_pada=None)
    assert signed.exists()
    assert set(Dialog.objects.values_list("status", flat=True)) == DIALOGUES
    carried = Tindakan.objects.unfinished().filter(dialog__status="dikonfirmasi")
    assert carried.exists()
    used = RencanaAksi.objects.filter(realisasi__jam_mulai__isnull=False)
    assert used.exists()
    assert RencanaAksi.objects.filter(realisasi=None).exists()
    assert on.month < 6 or Sinyal.objects.exclude(diredam_sampai=None).exists()


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
        # A next version says the same again, and so do drafts begun from one template.
        HasilKerja.objects.filter(skp__status="ditetapkan").values_list("uraian", flat=True),
        UmpanBalik.objects.values_list("perilaku", flat=True),
        Evaluasi.objects.exclude(catatan="").values_list("catatan", flat=True),
    ):
        assert max(Counter(texts).values(), default=1) == 1
    notes = Counter(Realisasi.objects.values_list("uraian", flat=True))
    assert max(notes.values()) <= 5  # an entry for each indicator of one day


def every_account_opens_on_something(on: date) -> None:
    """The first employee has her plan still to write; everybody else has one of their own."""
    for role in cast.ACCOUNTS:
        who = Orang.objects.get(nip=role.nip)
        has_plan = Skp.objects.filter(pegawai=who.pk, status="ditetapkan").exists()
        assert has_plan == (role != cast.EMPLOYEE), role.peran
    first = Orang.objects.get(nip=cast.EMPLOYEE.nip)
    assert {one.stage for one in sources.tasks(first, on=on)} == {"planning"}
    for role in (cast.PENILAI, *cast.OFFICES[:2], cast.HEAD_ABOVE):
        assert sources.tasks(Orang.objects.get(nip=role.nip), on=on), role.peran
