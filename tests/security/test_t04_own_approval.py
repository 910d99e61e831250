"""T4: nobody approves what is about themselves, whatever the records say of them.

The database refuses a person as their own superior (people), penilai (planning, appraisal) and
the pimpinan's own proposal; here the rule is asked with that record forced into the tables.
Objections and learning hours entered by hand come with later issues.
"""

import pytest
from django.db import IntegrityError, transaction

from bina.access import policy
from bina.access.tables import TABLES
from bina.people.models import PermohonanAtasan
from bina.people.services import kantor
from bina.planning.models import Skp
from tests.conftest import NEW_YEAR, NOON, TODAY, Agency
from tests.planning import plans

# Acts by which one person decides about another.
DECIDING = {
    "skp": {"kembalikan", "tetapkan", "isi_ekspektasi"},
    "usul_perubahan": {"setujui", "tolak"},
    "penilaian": {"nilai"},
    "evaluasi": {"simpan", "rilis"},
    "pemantauan": {"beri_umpan_balik"},
    "bimbingan": {"timbang"},
    "triase": {"timbang", "putuskan", "mulai_coaching"},
    # Who was not there is written down by either of the two, about either.
    "coaching": {"jadwalkan", "mulai_sesi", "tutup", "tugaskan"},
    "pegawai": {"koreksi_atasan", "buka_akun"},
    "permohonan_atasan": {"setujui", "tolak"},
}


@pytest.mark.parametrize(
    ("noun", "act"), [(noun, act) for noun, acts in DECIDING.items() for act in sorted(acts)]
)
def test_every_deciding_act_is_barred_to_the_person(noun: str, act: str) -> None:
    assert {"diri", "subjek"} & TABLES[noun].actions[act].never, "never=[DIRI] is missing"


def test_the_database_refuses_a_plan_under_ones_own_eyes(agency: Agency) -> None:
    skp = plans.submitted(agency)
    with pytest.raises(IntegrityError), transaction.atomic():
        Skp.objects.filter(pk=skp.pk).update(penilai=agency.ani)


def test_a_manager_does_not_grant_their_own_correction(agency: Agency) -> None:
    """Dewi manages the whole agency, herself among it."""
    asked = PermohonanAtasan.objects.create(
        pegawai=agency.dewi.pegawai, usulan=agency.fitri, mulai=TODAY, alasan="x", dibuat=NOON
    )
    dewi = agency.named("dewi")
    for act in ("setujui", "tolak"):
        assert not policy.may(dewi, f"permohonan_atasan.{act}", asked, on=TODAY)
    assert not policy.may(dewi, "pegawai.koreksi_atasan", agency.dewi.pegawai, on=TODAY)


def test_an_administrator_gives_themselves_no_office(agency: Agency) -> None:
    with pytest.raises(kantor.OfficeRefused):
        kantor.give(
            orang_id=agency.joko.pk, peran="auditor", unit_id=agency.setda.pk, mulai=NEW_YEAR,
            selesai=None, dasar="", actor=agency.named("joko"), pada=NOON, on=TODAY,
        )  # fmt: skip
