"""The demo agency's people: imported like any agency's, then the regent and the offices."""

from datetime import date, datetime
from pathlib import Path

from django.core.management import call_command

from bina.accounts.models import Orang
from bina.demo import cast
from bina.people.models import Instansi, Kantor, Unit
from bina.people.services import atasan, kantor, orang

DATA = Path(__file__).parent / "data"


def exists() -> bool:
    return Instansi.objects.filter(kode=cast.INSTANSI).exists()


def lay(*, pada: datetime, on: date) -> Instansi:
    """Import units and people, enter the regent, give the offices."""
    quiet = {"verbosity": 0}
    agency = ("--instansi", cast.INSTANSI)
    name = ("--nama-instansi", "Kabupaten Nusa Bahari")
    call_command("staff", "units", str(DATA / "unor.csv"), *agency, *name, **quiet)
    call_command("staff", "people", str(DATA / "pegawai.xlsx"), *agency, **quiet)
    instansi = Instansi.objects.get(kode=cast.INSTANSI)
    _regent(instansi, pada, on)
    _offices(instansi, pada, on)
    return instansi


def _regent(instansi: Instansi, pada: datetime, on: date) -> None:
    nama, email = cast.REGENT
    regent = orang.add_person(
        instansi_id=instansi.pk, nama=nama, email=email, actor=None, pada=pada, on=on
    )
    sekda = Orang.objects.get(nip=cast.SEKDA)
    atasan.correct(
        pegawai_id=sekda.pk,
        atasan_id=regent.pk,
        mulai=date(on.year - 1, 1, 1),
        selesai=None,
        alasan="Bupati adalah atasan langsung Sekretaris Daerah.",
        actor=None,
        pada=pada,
        on=on,
    )


def _offices(instansi: Instansi, pada: datetime, on: date) -> None:
    root = Unit.objects.get(instansi=instansi, induk=None)
    for role in cast.OFFICES:
        holder = Orang.objects.get(nip=role.nip)
        if not Kantor.objects.filter(orang=holder, peran=role.peran).exists():
            kantor.give(
                orang_id=holder.pk,
                peran=role.peran,
                unit_id=root.pk,
                mulai=date(on.year, 1, 1),
                selesai=None,
                dasar="Keputusan Bupati (contoh)",
                actor=None,
                pada=pada,
                on=on,
            )
