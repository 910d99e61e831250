"""Plans as the tests of many rooms need them, made as people make them: by the services."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from bina.core.models import Jejak
from bina.planning.isi import IsiHasil, IsiIndikator
from bina.planning.models import Skp
from bina.planning.services import drafting, steps, versions
from tests.again import again
from tests.conftest import TODAY, Agency

MOMENT = datetime(2026, 3, 2, 5, tzinfo=UTC)

KUNJUNGAN = IsiIndikator("Surat masuk yang dijawab", "kuantitas", Decimal(240), "", "surat")
TEPAT = IsiIndikator("Jawaban tanpa perbaikan", "kualitas", Decimal(95), "", "%")
CEPAT = IsiIndikator("Waktu menjawab", "waktu", None, "paling lambat 2 hari", "")
LAPORAN = IsiIndikator("Laporan bulanan tepat waktu", "kuantitas", Decimal(12), "", "laporan")

# On what grounds a plan in force is changed, and why.
CHANGE: dict[str, Any] = {"dasar": "strategi", "alasan": "Prioritas berubah"}


def surat(**changes: Any) -> IsiHasil:
    """The main result of the tests."""
    isi: dict[str, Any] = {
        "uraian": "Surat masuk dijawab sesuai standar pelayanan",
        "manfaat": "Warga mendapat jawaban tanpa harus datang lagi",
        "penerima_manfaat": "Warga dan perangkat daerah",
        "indikator": (KUNJUNGAN, TEPAT, CEPAT),
    }
    return IsiHasil(**{**isi, **changes})


def laporan(**changes: Any) -> IsiHasil:
    """The additional result of the tests."""
    isi: dict[str, Any] = {
        "uraian": "Laporan kepegawaian selesai tepat waktu",
        "jenis": "tambahan",
        "penugasan_dari": "Kepala Bagian Hukum",
        "manfaat": "Pimpinan mengambil keputusan dengan data terbaru",
        "penerima_manfaat": "Sekretaris Daerah",
        "indikator": (LAPORAN,),
    }
    return IsiHasil(**{**isi, **changes})


@again
def started(agency: Agency, who: str = "ani", on: date = TODAY) -> Skp:
    """Begun, with nothing in it yet."""
    actor = agency.named(who)
    return drafting.start_skp(
        penempatan_id=actor.penempatan.get().pk,
        pendekatan="kuantitatif",
        actor=actor,
        pada=MOMENT,
        on=on,
    )


@again
def draft(agency: Agency, who: str = "ani", on: date = TODAY, **changes: Any) -> Skp:
    """Complete, not yet submitted."""
    actor = agency.named(who)
    skp = started(agency, who, on)
    for number, isi in enumerate((surat(**changes), laporan())):
        drafting.save_result(
            skp_id=skp.pk,
            hasil_id=None,
            isi=isi,
            suntingan=number,
            actor=actor,
            pada=MOMENT,
            on=on,
        )
    drafting.save_ekspektasi(
        skp_id=skp.pk,
        isi={"kolaboratif": "Mengajak bagian lain menyusun jadwal"},
        suntingan=2,
        actor=actor,
        pada=MOMENT,
        on=on,
    )
    return Skp.objects.get(pk=skp.pk)


@again
def submitted(agency: Agency, who: str = "ani", on: date = TODAY, **changes: Any) -> Skp:
    skp = draft(agency, who, on, **changes)
    return steps.submit(skp_id=skp.pk, actor=agency.named(who), pada=MOMENT, on=on)


@again
def established(agency: Agency, who: str = "ani", on: date = TODAY, **changes: Any) -> Skp:
    """Agreed by the penilai and in force."""
    skp = submitted(agency, who, on, **changes)
    return steps.establish(
        skp_id=skp.pk, suntingan=skp.suntingan, actor=skp.penilai, pada=MOMENT, on=on
    )


def versions_next(agency: Agency, skp: Skp, who: str = "ani") -> Skp:
    """The next version of a plan in force, established."""
    made = versions.start_change(**CHANGE, **by(agency, who, skp))
    sent = steps.submit(**by(agency, who, made))
    given = by(agency, who, made, suntingan=sent.suntingan) | {"actor": sent.penilai}
    return steps.establish(**given)


def by(agency: Agency, who: str, skp: Skp, **more: Any) -> dict[str, Any]:
    """What every act on a plan is told: which, by whom, when."""
    return {"skp_id": skp.pk, "actor": agency.named(who), "pada": MOMENT, "on": TODAY, **more}


def now(skp: Skp) -> Skp:
    """The plan as the database has it."""
    return Skp.objects.get(pk=skp.pk)


def acts() -> list[str]:
    """The trail, line by line."""
    return list(Jejak.objects.order_by("rantai", "nomor").values_list("tindakan", flat=True))
