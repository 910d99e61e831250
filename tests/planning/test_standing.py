"""Where the plans of a team stand, as their penilai may know it."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from bina.planning import door
from bina.planning.door import NONE_YET, KeadaanSkp
from bina.planning.services import changes, steps, versions
from bina.planning.services.changes import IsiUsul
from tests.conftest import TODAY, Agency
from tests.planning import plans
from tests.planning.plans import by

NIGHT = datetime(2026, 3, 2, 18, 30, tzinfo=UTC)  # half past one of 3 March in Jakarta
MARCH_3 = date(2026, 3, 3)


def of(agency: Agency, who: str = "ani", reader: str = "budi") -> KeadaanSkp:
    pk = agency.named(who).pk
    return door.of_team([pk], agency.named(reader), on=TODAY).keadaan.get(pk, NONE_YET)


def test_a_draft_is_its_writers_alone(agency: Agency) -> None:
    plans.draft(agency)
    assert of(agency) == NONE_YET


def test_it_stands_since_the_day_it_was_where_the_agency_is(agency: Agency) -> None:
    skp = plans.draft(agency)
    sent = steps.submit(**by(agency, "ani", skp, pada=NIGHT))
    assert of(agency) == KeadaanSkp("diajukan", skp.pk, MARCH_3)
    once = by(agency, "budi", sent, pada=NIGHT, suntingan=sent.suntingan)
    steps.establish(**once)
    assert of(agency) == KeadaanSkp("ditetapkan", skp.pk, MARCH_3)


def test_a_plan_sent_back_stands_since_the_last_time(agency: Agency) -> None:
    skp = plans.submitted(agency)
    for pada in (plans.MOMENT, NIGHT):
        given = by(agency, "budi", skp, pada=pada, suntingan=plans.now(skp).suntingan)
        steps.send_back(alasan="Targetnya belum terukur", **given)
        back = of(agency)
        if pada == plans.MOMENT:
            steps.submit(**by(agency, "ani", skp))
    assert back == KeadaanSkp("dikembalikan", skp.pk, MARCH_3)


def test_what_waits_for_the_penilai_comes_before_what_is_agreed(agency: Agency) -> None:
    first = plans.established(agency)
    new = versions.start_change(**plans.CHANGE, **by(agency, "ani", first))
    assert of(agency).skp_id == first.pk
    steps.submit(**by(agency, "ani", new))
    assert (of(agency).status, of(agency).skp_id) == ("diajukan", new.pk)
    given = by(agency, "budi", new, suntingan=plans.now(new).suntingan)
    steps.send_back(alasan="Targetnya belum terukur", **given)
    assert (of(agency).status, of(agency).skp_id) == ("ditetapkan", first.pk)


def test_a_proposal_that_waits_is_known_until_it_is_decided(agency: Agency) -> None:
    skp = plans.established(agency)
    kunci = skp.hasil_kerja.get(jenis="utama").indikator.all()[0].kunci
    given = {"kunci": kunci, "isi": IsiUsul(Decimal(200), "Bencana")}
    usul = changes.propose_own(**given, **by(agency, "ani", skp))
    assert of(agency).usul_id == usul.pk
    answer = {"tanggapan": "Tetap 240", "actor": agency.named("budi"), "pada": plans.MOMENT}
    changes.decide(usul_id=usul.pk, name="tolak", on=TODAY, **answer)
    assert of(agency).usul_id is None


def test_of_people_of_others_nothing_is_known(agency: Agency) -> None:
    plans.established(agency)
    assert of(agency, reader="gita") == NONE_YET


def test_many_cost_as_much_as_one(agency: Agency, django_assert_num_queries: Any) -> None:
    people = [plans.submitted(agency, who).pegawai_id for who in ("ani", "eko")]
    budi = agency.named("budi")
    door.of_team(people[:1], budi, on=TODAY)  # who budi is, asked once
    with django_assert_num_queries(1):
        assert set(door.of_team(people, budi, on=TODAY).keadaan) == set(people)
