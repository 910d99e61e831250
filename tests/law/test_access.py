"""Only the head of the agency's personnel unit sets its values, and only its own."""

from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.urls import reverse

from bina.access import policy
from bina.law import services
from bina.law.models import Ketentuan
from tests.conftest import NIPS, NOON, TODAY, Agency
from tests.law.given import POIN, head, own

OTHERS = [*sorted(set(NIPS) - {"gita"}), "lestari"]


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_sets_or_withdraws(agency: Agency, who: str) -> None:
    made = own(agency, head(agency))
    stranger = agency.named(who)
    with pytest.raises(ObjectDoesNotExist):
        own(agency, stranger, mulai=made.mulai.replace(year=2027))
    with pytest.raises(ObjectDoesNotExist):
        services.withdraw(ketentuan_id=made.pk, actor=stranger, pada=NOON, on=TODAY)
    assert not Ketentuan.objects.visible_to(stranger, on=TODAY).exists()


def test_the_office_for_a_part_of_the_agency_is_not_enough(agency: Agency) -> None:
    agency.office(agency.gita, "pimpinan_kepegawaian", agency.hukum)
    with pytest.raises(ObjectDoesNotExist):
        own(agency, agency.named("gita"))


def test_the_head_of_another_agency_does_not_know_of_it(
    agency: Agency, other_agency: Agency
) -> None:
    made, neighbour = own(agency, head(agency)), head(other_agency)
    with pytest.raises(ObjectDoesNotExist):
        own(agency, neighbour, mulai=made.mulai.replace(year=2027))
    with pytest.raises(ObjectDoesNotExist):
        services.withdraw(ketentuan_id=made.pk, actor=neighbour, pada=NOON, on=TODAY)


def test_the_list_the_record_and_the_people_agree(agency: Agency) -> None:
    made = own(agency, head(agency))
    able = set(policy.users_who_may("ketentuan.cabut", made, on=TODAY))
    for who, user in agency.everybody().items():
        listed = Ketentuan.objects.visible_to(user, on=TODAY).contains(made)
        assert listed == policy.may(user, "ketentuan.cabut", made, on=TODAY) == (user in able), who
    assert able == {agency.gita}


def pages(made: Ketentuan) -> list[tuple[str, str]]:
    return [
        ("get", reverse("law:ketentuan")),
        ("get", reverse("law:tetapkan", args=[POIN])),
        ("post", reverse("law:tetapkan", args=[POIN])),
        ("post", reverse("law:cabut", args=[made.pk])),
    ]


def test_the_pages_of_the_head_are_the_heads(
    agency: Agency, other_agency: Agency, browser_of: Any, settings: Any
) -> None:
    made, neighbour = own(agency, head(agency)), head(other_agency)
    codes = {}
    for who in (agency.named("gita"), neighbour, agency.named("dewi")):
        found = browser_of(who)
        codes[who] = [
            getattr(found, method)(address).status_code for method, address in pages(made)
        ]
    assert codes[agency.gita] == [200, 200, 200, 302]
    assert codes[neighbour] == [200, 200, 200, 404]
    assert codes[agency.dewi] == [404, 404, 404, 404]
    made.refresh_from_db()


@pytest.mark.parametrize("name", ["permenpanrb6_2022.kuadran", "tidak.ada", "nip.susunan"])
def test_what_is_not_open_has_no_page(agency: Agency, browser_of: Any, name: str) -> None:
    gita = browser_of(head(agency))
    assert gita.get(reverse("law:tetapkan", args=[name])).status_code == 404
