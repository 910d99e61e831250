"""Who may do what in guidance: every act by everybody, and the three ways to ask agree."""

from typing import Any

import pytest

from bina.access import policy
from bina.access.tables import TABLES
from bina.guidance.models import Catatan, Coaching, Sesi, Triase
from bina.planning.models import Skp
from tests.conftest import NIPS, TODAY, Agency
from tests.guidance import certified, given

# act: who of the cast may, with Citra as coach and Budi as penilai of Ani
COACHING = {
    "lihat": "ani budi citra",
    "baca": "ani citra",
    "tulis_kesepakatan": "ani citra",
    "setujui_kesepakatan": "ani citra",
    "laporkan": "ani",
    "jadwalkan": "citra",
    "catat": "ani citra",
    "minta_tanda_tangan": "ani citra",
    "minta_perbaikan": "ani citra",
    "tanda_tangani": "ani citra",
    "batalkan": "ani citra",
    "catat_tidak_hadir": "ani citra",
    "selesaikan_tindakan": "ani citra",
    "kirim_ulang_usul": "ani citra",
    "mulai_sesi": "citra",
    "tutup": "citra",
    "isi_umpan_balik_akhir": "ani",
    "ikut_program": "budi citra",
    "pilih_topik": "ani citra",
    "nilai_kompetensi": "budi citra",
    "tugaskan_pelatihan": "budi",
    "beri_reaksi": "ani",
    "cabut_berbagi": "ani",
    "minta_ganti_coach": "ani citra",
    "hentikan": "ani citra",
    "tugaskan": "budi",
}
SESI = {"baca": "ani citra", "cetak": "ani citra", "tulis_catatan": "ani citra"}
TRIASE = {
    "lihat": "ani budi",
    "sebut_penyebab": "ani",
    "timbang": "budi",
    "putuskan": "budi",
    "batalkan": "ani budi",
    "mulai_coaching": "budi",
    "tugaskan_pelatihan": "budi",
}
BIMBINGAN = {"minta": "ani", "timbang": "budi"}
EVERYBODY = [*NIPS, "lestari"]


def who_may(agency: Agency, noun: str, record: Any) -> dict[str, str]:
    return {
        act: " ".join(
            who
            for who in EVERYBODY
            if policy.may(agency.named(who), f"{noun}.{act}", record, on=TODAY)
        )
        for act in TABLES[noun].actions
    }


def test_the_two_coach_and_are_coached_and_the_penilai_looks_on(agency: Agency) -> None:
    coaching = given.scheduled(agency).coaching
    assert who_may(agency, "coaching", coaching) == COACHING
    assert who_may(agency, "sesi_coaching", coaching.sesi.get()) == SESI
    assert who_may(agency, "triase", coaching.triase) == TRIASE
    assert who_may(agency, "bimbingan", coaching.skp) == BIMBINGAN


def test_a_pimpinan_who_coaches_is_coach(agency: Agency) -> None:
    coaching = given.scheduled(agency, given.BY_BUDI).coaching
    expected = {act: who.replace("citra", "budi") for act, who in COACHING.items()}
    assert who_may(agency, "coaching", coaching) == {
        **expected,
        "lihat": "ani budi",
        "ikut_program": "budi",
        "nilai_kompetensi": "budi",
    }


def records(agency: Agency) -> dict[str, Any]:
    one = given.scheduled(agency)
    given.note(agency, one, pembaca="saya")
    given.note(agency, one, pembaca="berdua")
    given.note(agency, one, pembaca="bagi", who="citra")
    signed = given.minute(agency, one)
    given.sesi.ask_signatures(sesi_id=one.pk, actor=agency.named("ani"), **given.when())
    given.sign(agency, signed, "ani")
    given.sign(agency, signed, "citra")
    return {
        "coaching": list(Coaching.objects.all()),
        "sesi_coaching": list(Sesi.objects.all()),
        "sertifikat_coach": [certified.lay(agency)],
        "instansi_coaching": [agency.instansi],
        "triase": list(Triase.objects.all()),
        "bimbingan": list(Skp.objects.all()),
        "catatan_coaching": list(Catatan.objects.all()),
    }


def test_list_record_and_people_agree(agency: Agency) -> None:
    """`scope`, `may` and `users_who_may` are three sayings of one rule."""
    found = records(agency)
    for noun, rows in found.items():
        for act in TABLES[noun].actions:
            for record in rows:
                _agree(agency, f"{noun}.{act}", record)


def _agree(agency: Agency, action: str, record: Any) -> None:
    holders = set(policy.users_who_may(action, record, on=TODAY).values_list("nama", flat=True))
    for who in EVERYBODY:
        user = agency.named(who)
        listed = type(record).objects.filter(policy.scope(user, action, on=TODAY))
        said = policy.may(user, action, record, on=TODAY)
        assert listed.contains(record) == said == (user.nama in holders), (action, who)


def test_what_the_penilai_reads_of_notes(agency: Agency) -> None:
    records(agency)
    for who, seen in (("ani", 3), ("citra", 2), ("budi", 1), ("fitri", 0), ("dewi", 0)):
        assert Catatan.objects.visible_to(agency.named(who), on=TODAY).count() == seen, who


@pytest.mark.parametrize("who", ["dewi", "hadi", "indra", "joko", "fitri", "gita", "eko"])
def test_others_do_not_learn_that_there_is_a_coaching(agency: Agency, who: str) -> None:
    given.signed(agency)
    user = agency.named(who)
    assert not Coaching.objects.visible_to(user, on=TODAY).exists()
    assert not Triase.objects.visible_to(user, on=TODAY).exists()


def test_a_coach_of_another_coaches_nothing_here(agency: Agency) -> None:
    """T3: being the coach of somebody says nothing about anybody else."""
    given.signed(agency)
    assert not policy.may(agency.named("citra"), "triase.lihat", Triase.objects.get(), on=TODAY)


def test_an_agency_never_sees_another(agency: Agency, other_agency: Agency) -> None:
    given.signed(agency)
    for who in EVERYBODY:
        assert not Coaching.objects.visible_to(other_agency.named(who), on=TODAY).exists()
