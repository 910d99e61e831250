"""A plan established in error is voided: asked for, consented to, kept and marked."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from bina.access import policy
from bina.core.workflow import WrongState
from bina.monitoring.models import Realisasi
from bina.planning import home_lines
from bina.planning.formulir import skp_form
from bina.planning.models import HasilKerja, Pembatalan, Skp
from bina.planning.pembatalan import services as pembatalan
from bina.planning.services import versions
from bina.planning.services.refusals import Refused
from bina.planning.workflow import Status
from tests.appraisal import given
from tests.conftest import TODAY, Agency
from tests.monitoring import given as monitoring
from tests.planning import plans


def asked(agency: Agency, skp: Skp, who: str = "budi", **changes: Any) -> Pembatalan:
    wrong = {"sebab": "ganda", "alasan": "Tercatat dua kali"}
    return pembatalan.ask_voiding(**plans.by(agency, who, skp, **wrong | changes))


def voided(agency: Agency, skp: Skp, who: str = "fitri", **changes: Any) -> Pembatalan:
    wrong = {"sebab": "jabatan", "alasan": "Jabatan lama"}
    return pembatalan.void(**plans.by(agency, who, skp, **wrong | changes))


def decided(
    agency: Agency, one: Pembatalan, who: str, nama: str = "setujui", words: str = ""
) -> Any:
    return pembatalan.decide_voiding(
        pembatalan_id=one.pk,
        nama=nama,
        tanggapan=words,
        actor=agency.named(who),
        pada=plans.MOMENT,
        on=TODAY,
    )


@pytest.fixture
def head(agency: Agency) -> Agency:
    """With Fitri as head of personnel for the whole agency."""
    agency.office(agency.fitri, "pimpinan_kepegawaian", agency.setda)
    return agency


def test_the_penilai_asks_and_the_manager_consents(agency: Agency) -> None:
    skp = plans.established(agency)
    one = asked(agency, skp)
    assert plans.now(skp).status == Status.DITETAPKAN
    decided(agency, one, "dewi")
    now = plans.now(skp)
    assert (now.status, now.ditetapkan_oleh) == (Status.DINYATAKAN_BATAL, agency.budi)
    assert plans.acts()[-3:] == ["skp.minta_batal", "skp.nyatakan_batal", "pembatalan.setujui"]


def test_the_head_of_personnel_needs_nobody_and_settles_what_waits(head: Agency) -> None:
    skp = plans.established(head)
    one = asked(head, skp)
    assert voided(head, skp, "fitri") == one
    assert plans.now(skp).status == Status.DINYATAKAN_BATAL
    with pytest.raises(WrongState):
        decided(head, one, "dewi")


def test_refused_it_stays_in_force_and_may_be_asked_again(agency: Agency) -> None:
    skp = plans.established(agency)
    one = asked(agency, skp)
    with pytest.raises(Refused, match="alasan penolakan"):
        decided(agency, one, "dewi", "tolak")
    decided(agency, one, "dewi", "tolak", "SKP ini benar")
    assert plans.now(skp).status == Status.DITETAPKAN
    decided(agency, asked(agency, skp), "budi", "tarik")


def test_one_request_at_a_time(agency: Agency) -> None:
    skp = plans.established(agency)
    asked(agency, skp)
    with pytest.raises(WrongState):
        asked(agency, skp)


@pytest.mark.parametrize("who", ["ani", "fitri", "dewi", "indra"])
def test_only_the_penilai_asks(agency: Agency, who: str) -> None:
    with pytest.raises(PermissionDenied):
        asked(agency, plans.established(agency), who)


@pytest.mark.parametrize("who", ["ani", "budi", "indra"])
def test_nobody_consents_to_their_own_request_or_about_themselves(agency: Agency, who: str) -> None:
    agency.office(agency.budi, "pengelola", agency.setda)
    agency.office(agency.ani, "pengelola", agency.setda)
    one = asked(agency, plans.established(agency))
    with pytest.raises(PermissionDenied):
        decided(agency, one, who)


def test_a_manager_voids_nothing_alone(agency: Agency) -> None:
    with pytest.raises(PermissionDenied):
        voided(agency, plans.established(agency), "dewi")


def test_it_stays_readable_its_progress_stays_and_it_is_marked_on_paper(head: Agency) -> None:
    skp = plans.established(head)
    monitoring.evidence(head)
    before = Realisasi.objects.count()
    voided(head, skp, "fitri")
    assert Skp.objects.visible_to(head.named("ani"), on=TODAY).contains(skp)
    assert Realisasi.objects.count() == before > 0
    paper = skp_form(Skp.objects.for_form().get(pk=skp.pk), on=TODAY)
    assert paper._tanda() == {"kata": "BATAL", "arti": "Dinyatakan batal karena dibuat keliru."}


def test_no_evaluation_rests_on_it(head: Agency) -> None:
    skp = plans.established(head)
    voided(head, skp, "fitri")
    assert not policy.may(head.named("budi"), "penilaian.nilai", skp, on=TODAY)


def test_where_an_evaluation_is_released_it_is_refused(head: Agency) -> None:
    skp = plans.established(head)
    given.released(head)
    with pytest.raises(Refused, match="sudah dirilis"):
        voided(head, skp, "fitri")
    with pytest.raises(Refused, match="sudah dirilis"):
        asked(head, skp)


def test_while_a_change_is_written_it_is_refused(head: Agency) -> None:
    skp = plans.established(head)
    versions.start_change(alasan="Prioritas berubah", **plans.by(head, "ani", skp))
    with pytest.raises(Refused, match="sedang disusun"):
        voided(head, skp, "fitri")


def test_another_plan_takes_its_place(head: Agency) -> None:
    voided(head, plans.established(head), "fitri")
    titles = [
        one.judul
        for queue in home_lines.queues(head.named("ani"), on=TODAY)
        if queue.rows.exists()
        for one in queue.tugas(queue.rows)
    ]
    assert titles == ["Susun SKP 2026"]
    assert plans.established(head).status == Status.DITETAPKAN


def test_the_database_locks_what_it_held(head: Agency) -> None:
    skp = plans.established(head)
    voided(head, skp, "fitri")
    with pytest.raises(IntegrityError), transaction.atomic():
        HasilKerja.objects.filter(skp=skp).update(uraian="lain")


def test_the_pages_ask_and_decide(agency: Agency, browser_of: Any) -> None:
    skp = plans.established(agency, on=timezone.localdate())
    budi, dewi = browser_of(agency.budi), browser_of(agency.dewi)
    address = reverse("planning:batalkan", args=[skp.pk])
    assert address in budi.get(reverse("planning:skp", args=[skp.pk])).content.decode()
    empty = budi.post(address, {"sebab": "ganda", "alasan": ""})
    assert "id_alasan" in empty.content.decode()
    assert budi.post(address, {"sebab": "ganda", "alasan": "Dua kali"}).status_code == 302
    one = Pembatalan.objects.get()
    decide = reverse("planning:pembatalan", args=[one.pk])
    assert "Dua kali" in dewi.get(decide).content.decode()
    assert "Putuskan pembatalan SKP Ani" in dewi.get("/").content.decode()
    assert dewi.post(decide, {"langkah": "setujui", "tanggapan": ""}).status_code == 302
    assert "Dinyatakan batal" in budi.get(reverse("planning:skp", args=[skp.pk])).content.decode()
