"""What waits for a person: one question to all queues, and the tasks of those that hold any."""

from typing import Any

from bina.accounts.models import Orang
from bina.core.home_lines import Antrean, Tugas, waiting
from tests.conftest import Agency


def queue(rows: Any) -> Antrean:
    return Antrean(rows, lambda found: [task(one) for one in found])


def task(one: Orang) -> Tugas:
    return Tugas("core", one.nama, "", None, "/", "Buka")


def test_empty_queues_are_passed_over_wherever_they_stand(agency: Agency) -> None:
    """Those the database needs not be asked of, and those it finds empty."""
    never, nobody = Orang.objects.none(), Orang.objects.filter(nama="100%")
    ani, eko = (Orang.objects.filter(pk=one.pk) for one in (agency.ani, agency.eko))
    found = waiting([queue(each) for each in (never, ani, nobody, never, eko, never)])
    assert [one.judul for one in found] == ["Ani", "Eko"]


def test_all_queues_are_one_question(agency: Agency, django_assert_num_queries: Any) -> None:
    rows = Orang.objects.filter(nama__startswith="Zul", instansi=agency.instansi)
    with django_assert_num_queries(1):
        assert waiting([queue(rows)] * 20) == []


def test_where_nothing_can_wait_nothing_is_asked(django_assert_num_queries: Any, db: None) -> None:
    with django_assert_num_queries(0):
        assert waiting([queue(Orang.objects.none())]) == waiting([]) == []
