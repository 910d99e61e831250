"""Who may do what in mentoring: every act by everybody, and the three ways to ask agree."""

from typing import Any

import pytest

from bina.access import policy
from bina.access.tables import TABLES
from bina.guidance.models import LogMentoring, Mentor, Mentoring, ProgramMentoring, TawaranMentor
from bina.people.models import Instansi, Unit
from tests.conftest import NIPS, TODAY, Agency
from tests.guidance import mentored

EVERYBODY = [*NIPS, "lestari"]
# act: who of the cast may, with Citra as mentor and Budi as penilai of Ani
BOTH = "ani citra"
MENTORING = {
    "lihat": "ani budi citra dewi",
    "baca_rencana": "ani budi citra",
    "baca": BOTH,
    "ubah_rencana": "ani",
    "ajukan": "ani",
    "setujui": "budi",
    "kembalikan": "budi",
    "tawarkan": "ani",
    "tarik": "ani",
    "bicara": BOTH,
    "jadwalkan_temu": BOTH,
    "catat": BOTH,
    "ganti_mentor": BOTH,
    "susun_laporan": BOTH,
    "laporkan": BOTH,
    "perbaiki": BOTH,
    "tanda_tangani": BOTH,
    "selesaikan": "budi",
    "hentikan": "ani budi",
    "ikutkan": "dewi",
    "isi_umpan_balik_akhir": "ani",
    "pilih_topik": BOTH,
    "nilai_kompetensi": "budi citra",
}


def who_may(agency: Agency, noun: str, record: Any) -> dict[str, str]:
    return {
        act: " ".join(
            who
            for who in EVERYBODY
            if policy.may(agency.named(who), f"{noun}.{act}", record, on=TODAY)
        )
        for act in TABLES[noun].actions
    }


def test_the_two_write_the_penilai_confirms_personnel_counts(agency: Agency) -> None:
    one = mentored.talked(agency)
    assert who_may(agency, "mentoring", one) == MENTORING


def test_a_log_is_of_the_two_who_were_there(agency: Agency) -> None:
    made = mentored.logged(agency, mentored.talked(agency))
    assert set(who_may(agency, "log_mentoring", made).values()) == {BOTH}


def test_a_mentor_who_is_asked_reads_the_plan_until_they_answer(agency: Agency) -> None:
    asked = mentored.offered(agency, "citra", "gita")
    gita, citra = agency.named("gita"), agency.named("citra")
    assert policy.may(citra, "mentoring.baca_rencana", asked.mentoring, on=TODAY)
    assert not policy.may(citra, "mentoring.baca", asked.mentoring, on=TODAY)
    assert not policy.may(gita, "mentoring.lihat", asked.mentoring, on=TODAY)
    mentored.pencarian.decline(tawaran_id=asked.pk, actor=citra, **mentored.when())
    assert not policy.may(citra, "mentoring.lihat", asked.mentoring, on=TODAY)
    assert policy.may(gita, "mentoring.baca_rencana", asked.mentoring, on=TODAY)


def records(agency: Agency) -> dict[str, list[Any]]:
    mentored.profile(agency, "gita")
    mentored.profile(agency, "lestari")
    one = mentored.talked(agency)
    mentored.logged(agency, one)
    mentored.written(agency, who="eko")
    mentored.programme(agency)
    return {
        "mentoring": list(Mentoring.objects.all()),
        "log_mentoring": list(LogMentoring.objects.all()),
        "tawaran_mentor": list(TawaranMentor.objects.all()),
        "mentor": list(Mentor.objects.all()),
        "program_mentoring": list(ProgramMentoring.objects.all()),
        "unit_mentoring": list(Unit.objects.all()),
        "daftar_topik": list(Instansi.objects.all()),
    }


def test_list_record_and_people_agree(agency: Agency) -> None:
    """`scope`, `may` and `users_who_may` are three sayings of one rule."""
    for noun, rows in records(agency).items():
        assert rows, noun
        for act in TABLES[noun].actions:
            for record in rows:
                _agree(agency, f"{noun}.{act}", record)


def _agree(agency: Agency, action: str, record: Any) -> None:
    found = policy.users_who_may(action, record, on=TODAY).filter(instansi=agency.instansi)
    holders = set(found.values_list("nama", flat=True))
    for who in EVERYBODY:
        user = agency.named(who)
        rows = type(record)._default_manager.filter(policy.scope(user, action, on=TODAY))
        said = policy.may(user, action, record, on=TODAY)
        assert rows.contains(record) == said == (user.nama in holders), (action, who)


@pytest.mark.parametrize("who", ["hadi", "indra", "joko", "fitri", "gita", "eko"])
def test_others_do_not_learn_that_there_is_a_mentoring(agency: Agency, who: str) -> None:
    mentored.initialled(agency, mentored.talked(agency))
    user = agency.named(who)
    assert not Mentoring.objects.visible_to(user, on=TODAY).exists()
    assert not LogMentoring.objects.visible_to(user, on=TODAY).exists()


def test_an_agency_never_sees_another(agency: Agency, other_agency: Agency) -> None:
    records(agency)
    for who in EVERYBODY:
        user = other_agency.named(who)
        for model in (Mentoring, LogMentoring, TawaranMentor, Mentor, ProgramMentoring):
            assert not model.objects.visible_to(user, on=TODAY).exists(), (who, model)
