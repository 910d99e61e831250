"""Who may do what with a dialogue: every act by everybody, and the three ways to ask agree."""

from typing import Any

from bina.access import policy
from bina.access.tables import TABLES
from bina.dialog.models import ButirAgenda, CatatanPribadi, Dialog
from tests.conftest import NIPS, TODAY, Agency
from tests.dialog import given

EVERYBODY = [*NIPS, "lestari"]
TWO = "ani budi"


def who_may(agency: Agency, noun: str, record: Any) -> dict[str, str]:
    return {
        act: " ".join(
            who
            for who in EVERYBODY
            if policy.may(agency.named(who), f"{noun}.{act}", record, on=TODAY)
        )
        for act in TABLES[noun].actions
    }


def test_the_two_do_everything_and_those_above_know_of_it(agency: Agency) -> None:
    one = given.planned(agency)
    expected = dict.fromkeys(TABLES["dialog"].actions, TWO)
    assert who_may(agency, "dialog", one) == expected | {"ketahui": "ani budi dewi fitri"}
    assert who_may(agency, "rencana_dialog", one.skp) == {"rencanakan": TWO}


def test_a_point_is_removed_and_a_note_read_by_its_writer_alone(agency: Agency) -> None:
    one = given.planned(agency)
    point = given.point(agency, one, "budi", "Cuti bersama")
    note = given.note(agency, one, "ani", "rahasia")
    assert who_may(agency, "butir_agenda", point) == {"hapus": "budi"}
    assert who_may(agency, "catatan_dialog", note) == {"lihat": "ani"}


def test_a_new_superior_does_not_read_what_was_said_before(agency: Agency) -> None:
    """The two of that time (T3): who has the person today was not there."""
    one = given.confirmed(agency)
    agency.record_superior(agency.ani, agency.gita)
    assert who_may(agency, "dialog", one)["lihat"] == TWO


def test_one_record_a_query_and_its_people_give_the_same_answer(agency: Agency) -> None:
    one = given.planned(agency)
    given.point(agency, one, "ani", "Surat menumpuk")
    given.note(agency, one, "ani", "rahasia")
    for noun, model in (
        ("dialog", Dialog),
        ("butir_agenda", ButirAgenda),
        ("catatan_dialog", CatatanPribadi),
    ):
        record = model.objects.get()
        for act in TABLES[noun].actions:
            action = f"{noun}.{act}"
            holders = set(policy.users_who_may(action, record, on=TODAY))
            for who in EVERYBODY:
                user = agency.named(who)
                said = policy.may(user, action, record, on=TODAY)
                queried = model.objects.filter(policy.scope(user, action, on=TODAY))
                assert said == queried.exists() == (user in holders), (action, who)
