"""Guidance that is over, and what is written after it."""

from typing import Any

from bina.guidance.coaching.services import perjalanan
from bina.guidance.models import Coaching, EvaluasiKompetensi, Sesi, UmpanBalikAkhir
from bina.guidance.sesudah import services
from bina.guidance.sesudah.services import IsiNilai
from bina.people.models import Pegawai
from tests.again import again
from tests.conftest import Agency
from tests.guidance import given
from tests.guidance.given import when

SAID = {name: f"Kata tentang {name}" for name in UmpanBalikAkhir.KRITERIA}
JUDGED = (
    IsiNilai("Menyusun naskah dinas", 4, "Tiga naskah terakhir diterima sekali baca.", 4, 2),
    IsiNilai("Mengatur waktu", 3, "Jadwal piket ditepati."),
)


@again
def closed(agency: Agency, tugas: Any = None, **at: Any) -> Coaching:
    """Ani's coaching with one signed session, ended by its coach; by Citra unless said."""
    one = given.signed(agency, tugas, **at)
    coach, aims = given.coach_of(agency, one), perjalanan.aims_of(one.coaching)
    hasil = {aim.pk: perjalanan.Hasil("tercapai", "Piket berjalan") for aim in aims}
    facts = {"coaching_id": one.coaching_id, "ringkasan": "Tercapai", "hasil": hasil}
    return perjalanan.close(**facts, actor=coach, **when(**at))


def copied(agency: Agency, **changes: Any) -> Coaching:
    """Another ended coaching just like the last, with its signed session, straight into the
    tables: for pages with many."""
    one = Coaching.objects.latest("pk")
    signed = Sesi.objects.filter(coaching=one, status="ditandatangani").earliest("pk")
    made = Coaching.objects.create(**{**fields_of(one), "triase_id": None, **changes})
    Sesi.objects.create(**{**fields_of(signed), "coaching_id": made.pk})
    return made


def fields_of(record: Any) -> dict[str, Any]:
    names = [one.attname for one in record._meta.concrete_fields if not one.primary_key]
    return {name: getattr(record, name) for name in names}


def handed_over(
    agency: Agency, one: Coaching, jawaban: Any = None, who: str = "ani", **at: Any
) -> UmpanBalikAkhir:
    return services.hand_over(
        jenis="coaching",
        kasus_id=one.pk,
        jawaban=SAID if jawaban is None else jawaban,
        actor=agency.named(who),
        **when(**at),
    )


def judged(
    agency: Agency, one: Coaching, nilai: Any = JUDGED, who: str = "citra", **at: Any
) -> EvaluasiKompetensi:
    return services.judge(
        jenis="coaching", kasus_id=one.pk, nilai=nilai, actor=agency.named(who), **when(**at)
    )


def copied_running(one: Coaching) -> Coaching:
    """Another coaching of the same two that has not ended."""
    return Coaching.objects.create(**{**fields_of(one), "triase_id": None})


def pegawai_of(agency: Agency, who: Any, number: int) -> Pegawai:
    """A civil servant for a person made up in a test."""
    who.nip = f"19900101201501{9000 + number}"
    who.save(update_fields=["nip"])
    return Pegawai.objects.create(
        orang=who,
        instansi=agency.instansi,
        jenis_pegawai="pns",
        jenis_kelamin="L",
        kedudukan_hukum="Aktif",
        golongan="III/b",
    )
