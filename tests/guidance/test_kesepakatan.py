"""The agreement of a coaching: signed by both before the first word, changed by a new version."""

from dataclasses import replace
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from bina.core.models import Jejak
from bina.core.workflow import WrongState
from bina.guidance.coaching import naskah
from bina.guidance.coaching.services import kesepakatan
from bina.guidance.coaching.services.kesepakatan import Irama, IsiTujuan
from bina.guidance.models import Catatan, Coaching, Kesepakatan, Sesi, TujuanCoaching
from bina.guidance.services.refusals import Refused, Stale
from tests.conftest import Agency
from tests.guidance import given
from tests.guidance.given import AGREEMENT, when


def test_a_date_may_be_set_before_the_agreement_but_nothing_written(agency: Agency) -> None:
    one = given.begun(agency, agreed=False)
    given.report(agency, one)
    given.schedule(agency, one)
    one.refresh_from_db()
    with pytest.raises(Refused, match="belum ditandatangani berdua"):
        given.minute(agency, one)
    with pytest.raises(Refused, match="belum ditandatangani berdua"):
        given.note(agency, one, pembaca="bagi")
    given.note(agency, one, "Untuk saya sendiri.", pembaca="saya")
    given.agree(agency, one.coaching)
    given.note(agency, one)
    assert given.minute(agency, one).status == "dicatat"


def test_one_name_is_no_agreement(agency: Agency) -> None:
    one = given.begun(agency, agreed=False)
    given.report(agency, one)
    given.schedule(agency, one)
    given.draft(agency, one.coaching)
    assert given.put_name(agency, one.coaching, "citra").status == "menunggu_tanda_tangan"
    with pytest.raises(Refused, match="kesepakatan"):
        given.minute(agency, Sesi.objects.get())
    with pytest.raises(WrongState):
        given.put_name(agency, one.coaching, "citra")


def test_the_database_too_refuses_minutes_without_an_agreement(agency: Agency) -> None:
    one = given.begun(agency, agreed=False)
    given.report(agency, one)
    given.schedule(agency, one)
    with pytest.raises(IntegrityError, match="sesi_dicatat_tanpa_kesepakatan"):
        Sesi.objects.update(status="dicatat")


def test_the_bounds_are_said_and_kept_as_they_were_signed(agency: Agency) -> None:
    agreed = given.agree(agency, given.begun(agency, agreed=False).coaching)
    assert naskah.BATAS in agreed.naskah
    assert naskah.BERHENTI in agreed.naskah
    assert naskah.JUGA_PENILAI not in agreed.naskah
    assert agreed.tujuan.get(urutan=1).ukuran == "Sembilan dari sepuluh surat"


def test_a_coach_who_appraises_is_named_so_in_the_bounds(agency: Agency) -> None:
    agreed = given.agree(agency, given.begun(agency, given.BY_BUDI, agreed=False).coaching)
    assert naskah.JUGA_PENILAI in agreed.naskah


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"tujuan": ()}, "satu sampai 5 tujuan"),
        ({"tujuan": (IsiTujuan("Lebih cepat", " "),)}, "perlu ukuran"),
        ({"tujuan": (IsiTujuan("a", "b"),) * 6}, "satu sampai 5 tujuan"),
        ({"irama": Irama(0, 14, 60, "Aula")}, "jumlah sesi"),
        ({"irama": Irama(3, 91, 60, "Aula")}, "jarak antarsesi"),
        ({"irama": Irama(3, 14, 10, "Aula")}, "15 sampai 240"),
        ({"irama": Irama(3, 14, 60, " ")}, "tempat"),
    ],
)
def test_what_is_missing_is_said(agency: Agency, wrong: Any, why: str) -> None:
    one = given.begun(agency, agreed=False)
    with pytest.raises(Refused, match=why):
        given.draft(agency, one.coaching, replace(AGREEMENT, **wrong))
    assert not Kesepakatan.objects.exists()


def test_a_mended_draft_is_signed_anew(agency: Agency) -> None:
    one = given.begun(agency, agreed=False)
    given.draft(agency, one.coaching)
    given.put_name(agency, one.coaching, "ani")
    mended = replace(AGREEMENT, tambahan="Bertemu di luar kantor.")
    given.draft(agency, one.coaching, mended, suntingan=1)
    found = Kesepakatan.objects.get()
    assert (found.status, found.pegawai_pada, found.sidik_pegawai) == ("disusun", None, "")
    with pytest.raises(Stale):
        given.draft(agency, one.coaching, suntingan=1)
    with pytest.raises(Stale):
        given.put_name(agency, one.coaching, "ani", isi="0" * 64)
    with pytest.raises(Refused, match="Centang"):
        given.put_name(agency, one.coaching, "ani", dibaca=False)


def test_a_change_is_a_new_version_and_the_old_one_holds_until_it_is_signed(
    agency: Agency,
) -> None:
    one = given.scheduled(agency)
    given.draft(agency, one.coaching, replace(AGREEMENT, tambahan="Lain."), who="ani")
    given.minute(agency, one)  # the first version is still in force
    given.put_name(agency, one.coaching, "ani")
    given.put_name(agency, one.coaching, "citra")
    states = list(Kesepakatan.objects.values_list("versi", "status"))
    assert states == [(1, "digantikan"), (2, "berlaku")]


def test_what_both_signed_stands_still(agency: Agency) -> None:
    given.begun(agency)
    for rows, change in (
        (Kesepakatan.objects.all(), {"naskah": "Lain"}),
        (Kesepakatan.objects.all(), {"status": "disusun"}),
        (TujuanCoaching.objects.all(), {"ukuran": "Lain"}),
    ):
        with pytest.raises(IntegrityError, match="terkunci"), transaction.atomic():
            rows.update(**change)


@pytest.mark.parametrize("who", ["budi", "gita", "fitri", "dewi", "joko"])
def test_nobody_else_writes_or_signs_it(agency: Agency, who: str) -> None:
    one = given.begun(agency, agreed=False)
    given.draft(agency, one.coaching)
    with pytest.raises((PermissionDenied, Coaching.DoesNotExist)):
        given.draft(agency, one.coaching, who=who, suntingan=1)
    with pytest.raises((PermissionDenied, Coaching.DoesNotExist)):
        given.put_name(agency, one.coaching, who)


def test_the_trail_says_that_it_was_agreed_and_not_what(agency: Agency) -> None:
    given.begun(agency)
    lines = Jejak.objects.filter(tindakan__startswith="kesepakatan_coaching")
    assert list(lines.order_by("pk").values_list("tindakan", flat=True)) == [
        "kesepakatan_coaching.tulis",
        "kesepakatan_coaching.tanda_tangani",
        "kesepakatan_coaching.berlakukan",
    ]
    assert all(set(line.fakta) <= {"berubah"} for line in lines)
    assert not Catatan.objects.exists()


def test_an_ended_coaching_agrees_on_nothing_more(agency: Agency) -> None:
    one = given.signed(agency)
    Coaching.objects.update(status="selesai")
    with pytest.raises(WrongState):
        kesepakatan.write(
            coaching_id=one.coaching_id,
            isi=AGREEMENT,
            suntingan=0,
            actor=agency.named("ani"),
            **when(),
        )
