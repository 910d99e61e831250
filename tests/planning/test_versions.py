"""Versions of a plan, and proposals to change a target."""

from decimal import Decimal

import pytest

from bina.core.workflow import WrongState
from bina.planning.isi import IsiIndikator, IsiUsul
from bina.planning.models import Indikator, Skp, UsulPerubahan
from bina.planning.services import changes, drafting, steps, versions
from bina.planning.services.refusals import Refused
from bina.planning.workflow import Status, StatusUsul
from tests.conftest import TODAY, Agency
from tests.planning import plans
from tests.planning.plans import MOMENT, acts, by, now


def second(agency: Agency, skp: Skp) -> Skp:
    made = versions.start_change(**plans.CHANGE, **by(agency, "ani", skp))
    steps.submit(**by(agency, "ani", made))
    return steps.establish(suntingan=0, **by(agency, "budi", made))


def test_the_next_version_keeps_every_key_and_replaces_the_first(agency: Agency) -> None:
    first = plans.established(agency)
    new = second(agency, first)
    assert (new.rumpun, new.versi, now(first).status) == (first.rumpun, 2, Status.DIGANTIKAN)
    keys = [
        set(Indikator.objects.filter(hasil__skp=one).values_list("kunci", flat=True))
        for one in (first, new)
    ]
    assert keys[0] == keys[1]
    assert new.lampiran.count() == first.lampiran.count()
    assert list(Skp.objects.running(TODAY)) == [new]
    assert acts()[-2:] == ["skp.gantikan", "skp.tetapkan"]


def test_one_change_at_a_time(agency: Agency) -> None:
    skp = plans.established(agency)
    versions.start_change(**plans.CHANGE, **by(agency, "ani", skp))
    with pytest.raises(Refused):
        versions.start_change(**plans.CHANGE, **by(agency, "ani", skp))


def propose(agency: Agency, skp: Skp, target: str = "200") -> UsulPerubahan:
    kunci = skp.hasil_kerja.get(jenis="utama").indikator.all()[0].kunci
    return changes.propose_own(
        kunci=kunci, isi=IsiUsul(Decimal(target), "Bencana"), **by(agency, "ani", skp)
    )


def decide(agency: Agency, usul: UsulPerubahan, name: str, words: str = "") -> UsulPerubahan:
    return changes.decide(
        usul_id=usul.pk,
        name=name,
        tanggapan=words,
        actor=agency.named("budi"),
        pada=MOMENT,
        on=TODAY,
    )


def test_an_approved_proposal_is_a_new_version_at_once(agency: Agency) -> None:
    skp = plans.established(agency)
    usul = propose(agency, skp)
    decide(agency, usul, "setujui")
    new = Skp.objects.running(TODAY).get()
    changed = Indikator.objects.get(hasil__skp=new, kunci=usul.indikator.kunci)
    assert (new.versi, changed.target, new.alasan_perubahan) == (2, Decimal(200), "Bencana")
    assert usul.indikator.target == Decimal(240)
    assert now(skp).status == Status.DIGANTIKAN
    assert acts()[-3:] == ["skp.gantikan", "skp.tetapkan", "usul_perubahan.setujui"]


def test_a_refused_proposal_needs_a_reason_and_changes_nothing(agency: Agency) -> None:
    skp = plans.established(agency)
    usul = propose(agency, skp)
    with pytest.raises(Refused):
        decide(agency, usul, "tolak")
    decide(agency, usul, "tolak", "Masih terjangkau")
    assert Skp.objects.running(TODAY).get() == skp
    with pytest.raises(WrongState):
        decide(agency, usul, "setujui")


@pytest.mark.parametrize("target", ["240", "-1"])
def test_a_proposal_must_change_something(agency: Agency, target: str) -> None:
    with pytest.raises(Refused):
        propose(agency, plans.established(agency), target)


def test_a_target_in_words_is_changed_by_a_version(agency: Agency) -> None:
    skp = plans.established(agency)
    words = Indikator.objects.get(hasil__skp=skp, target=None)
    with pytest.raises(Refused, match="kata-kata"):
        changes.propose_own(
            kunci=words.kunci, isi=IsiUsul(Decimal(1), "x"), **by(agency, "ani", skp)
        )


def test_a_proposal_is_not_approved_beside_a_change_being_written(agency: Agency) -> None:
    skp = plans.established(agency)
    usul = propose(agency, skp)
    versions.start_change(**plans.CHANGE, **by(agency, "ani", skp))
    with pytest.raises(Refused):
        decide(agency, usul, "setujui")
    assert UsulPerubahan.objects.get().status == StatusUsul.DIAJUKAN


def test_a_waiting_proposal_moves_over_to_the_next_version(agency: Agency) -> None:
    skp = plans.established(agency)
    usul = propose(agency, skp)
    new = second(agency, skp)
    usul.refresh_from_db()
    assert (usul.skp, usul.indikator.hasil.skp, usul.status) == (new, new, StatusUsul.DIAJUKAN)
    decide(agency, usul, "setujui")
    assert Skp.objects.running(TODAY).get().versi == 3


def test_a_proposal_falls_when_the_next_version_settles_it(agency: Agency) -> None:
    skp = plans.established(agency)
    usul = propose(agency, skp)
    made = versions.start_change(**plans.CHANGE, **by(agency, "ani", skp))
    hasil = made.hasil_kerja.get(jenis="utama")
    rows = hasil.indikator.all()
    isi = plans.surat(
        indikator=(IsiIndikator("Surat", "kuantitas", Decimal(200), "", "surat", id=rows[0].pk),)
    )
    drafting.save_result(hasil_id=hasil.pk, isi=isi, suntingan=0, **by(agency, "ani", made))
    steps.submit(**by(agency, "ani", made))
    steps.establish(suntingan=1, **by(agency, "budi", made))
    usul.refresh_from_db()
    assert usul.status == StatusUsul.DITARIK
