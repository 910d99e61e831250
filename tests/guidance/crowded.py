"""Many of a thing, straight into the tables: for lists that are long."""

from datetime import timedelta
from typing import Any

from bina.accounts.models import Orang
from bina.core.models import Berkas
from bina.guidance.models import Coaching, SertifikatCoach
from tests.conftest import NOON, TODAY, Agency
from tests.guidance.ended import fields_of


def people(agency: Agency, many: int, nama: str = "Wayan") -> list[Orang]:
    made = [Orang(nama=f"{nama} {n:03}", instansi=agency.instansi) for n in range(many)]
    return Orang.objects.bulk_create(made)


def coachings(one: Coaching, many: int, **changes: Any) -> list[Coaching]:
    """So many more just like this one."""
    facts = {**fields_of(one), "triase_id": None, **changes}
    return Coaching.objects.bulk_create(Coaching(**facts) for _number in range(many))


def coaches(agency: Agency, one: Coaching, many: int, nama: str = "Wayan") -> list[Orang]:
    """So many assigned coaches, each of a running coaching like this one."""
    who = people(agency, many, nama)
    facts = {**fields_of(one), "triase_id": None}
    Coaching.objects.bulk_create(Coaching(**{**facts, "coach_id": each.pk}) for each in who)
    return who


def certificates(agency: Agency, who: list[Orang], *, checked: bool) -> list[SertifikatCoach]:
    files = Berkas.objects.bulk_create(
        Berkas(nama="s.pdf", jenis="application/pdf", ukuran=9, isi="s", oleh=one, dibuat=NOON)
        for one in who
    )
    by = {"diperiksa_oleh": agency.dewi, "diperiksa_pada": NOON} if checked else {}
    return SertifikatCoach.objects.bulk_create(
        SertifikatCoach(
            orang=one,
            instansi=agency.instansi,
            nomor="1",
            penyelenggara="LAN",
            tanggal=TODAY - timedelta(days=9),
            berkas=file,
            dibuat=NOON,
            **by,
        )
        for one, file in zip(who, files, strict=True)
    )
