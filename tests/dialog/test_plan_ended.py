"""A plan that ends early takes along the dialogues planned for later, and no other."""

from datetime import timedelta

from bina.core.models import Jejak
from bina.dialog.models import Dialog
from bina.dialog.services.plan_ended import call_off
from bina.people.models import Penempatan
from bina.planning.services.transfers import end_with_placements
from tests.conftest import TODAY, Agency
from tests.dialog import given


def ended(agency: Agency, one: Dialog) -> list[str]:
    """Ani leaves the position today; what the rooms answer, in order."""
    place = Penempatan.objects.filter(pk=one.skp.penempatan_id)
    place.update(selesai=TODAY)
    return [line.tindakan for line in end_with_placements([place.get().pk], TODAY)]


def test_a_dialogue_planned_for_later_is_called_off_with_the_reason(agency: Agency) -> None:
    one = given.planned(agency, ahead=7)
    assert ended(agency, one) == ["skp.akhiri", "dialog.batalkan"]
    one.refresh_from_db()
    assert (one.status, one.keterangan) == ("dibatalkan", "SKP berakhir sebelum hari dialog ini.")


def test_one_on_the_last_day_stays(agency: Agency) -> None:
    one = given.planned(agency)
    assert ended(agency, one) == ["skp.akhiri"]


def test_one_that_took_place_is_left_to_the_two(agency: Agency) -> None:
    one = given.begun(agency)
    Dialog.objects.filter(pk=one.pk).update(tanggal=TODAY + timedelta(days=7))
    assert ended(agency, one) == ["skp.akhiri"]


def test_answering_twice_changes_nothing_more(agency: Agency) -> None:
    one = given.planned(agency, ahead=7)
    ended(agency, one)
    before = Jejak.objects.count()
    assert list(call_off([one.skp_id], TODAY)) == []
    assert Jejak.objects.count() == before
