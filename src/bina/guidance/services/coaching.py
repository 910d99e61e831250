"""A coaching begins out of a decided triage and goes on by sessions."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.accounts.models import Orang
from bina.core import audit
from bina.core.workflow import WrongState
from bina.guidance import kualifikasi
from bina.guidance.models import Coaching, JenisCoach, Pilihan, Sesi, Triase
from bina.guidance.services.refusals import Refused
from bina.guidance.workflow import COACHING, ONGOING, StatusTriase

# One exploratory conversation is a coaching session too (kompetensi.md 5.2, R11).
COACHED = (Pilihan.COACHING, Pilihan.EKSPLORASI)


@dataclass(frozen=True, slots=True)
class Penugasan:
    """Who coaches: the pimpinan, or another by an assignment letter from a day to a day."""

    jenis: str
    coach_id: int | None = None
    surat_tugas: str = ""
    mulai: date | None = None
    selesai: date | None = None
    konflik_dinyatakan: bool = False


@transaction.atomic
def start_coaching(
    *, triase_id: int, topik: str, tugas: Penugasan, actor: Any, pada: datetime, on: date
) -> Coaching:
    """mulai_coaching: the penilai begins what was decided; the first session waits for the
    employee's report. PermenPANRB 6/2022: by the Pimpinan or another with a special assignment.

    Raises Triase.DoesNotExist, PermissionDenied; WrongState where it was begun or not decided
    so; Refused with what is missing.
    """
    triase = _decided(triase_id, actor, on)
    if not topik.strip():
        raise Refused(_("Tuliskan topiknya, supaya pegawai tahu apa yang akan dibicarakan."))
    coaching = Coaching.objects.create(
        pegawai_id=triase.pegawai_id,
        penilai_id=triase.penilai_id,
        coach=coach_for(triase, tugas, on),
        ditugaskan_oleh=actor,
        triase=triase,
        skp_id=triase.skp_id,
        hasil_kunci=triase.hasil_kunci,
        hasil_judul=triase.hasil_judul,
        topik=topik.strip(),
        dibuat=pada,
        **assignment(tugas),
    )
    open_session(coaching, pada)
    audit.record("coaching.mulai", pelaku=actor, objek=coaching, pada=pada)
    return coaching


def _decided(triase_id: int, actor: Any, on: date) -> Triase:
    """The triage, locked, if it was decided so and nobody has begun yet."""
    visible = Triase.objects.visible_to(actor, on=on)
    triase = visible.select_for_update(of=("self",)).get(pk=triase_id)
    policy.require(actor, "triase.mulai_coaching", triase, on=on)
    if triase.status != StatusTriase.DIPUTUS or triase.pilihan not in COACHED:
        raise WrongState(f"coaching.mulai: the triage says {triase.pilihan or triase.status}")
    if Coaching.objects.filter(triase=triase).exists():
        raise WrongState("coaching.mulai: begun already")
    return triase


def assignment(tugas: Penugasan) -> dict[str, Any]:
    """By which right somebody coaches: the office, declared, or a letter with its days."""
    if tugas.jenis == JenisCoach.PIMPINAN:
        return {"coach_jenis": tugas.jenis, "konflik_dinyatakan": True}
    return {
        "coach_jenis": tugas.jenis,
        "surat_tugas": tugas.surat_tugas.strip(),
        "tugas_mulai": tugas.mulai,
        "tugas_selesai": tugas.selesai,
    }


def coach_for(case: Triase | Coaching, tugas: Penugasan, on: date) -> Orang:
    """Whoever may coach in this case. Raises Refused with what stands in the way."""
    if tugas.jenis == JenisCoach.PIMPINAN:
        if not tugas.konflik_dinyatakan:
            raise Refused(
                _(
                    "Anda menilai pegawai ini. Nyatakan bahwa ia tahu Anda juga penilainya, "
                    "atau pilih coach lain."
                )
            )
        return case.penilai
    _refuse_assignment(case, tugas)
    coach = Orang.objects.get(pk=tugas.coach_id or 0)
    kualifikasi.refuse_untrained(coach, case.pegawai.instansi, on=on)
    return coach


def _refuse_assignment(case: Triase | Coaching, tugas: Penugasan) -> None:
    agency = case.pegawai.instansi_id
    possible = Orang.objects.filter(pk=tugas.coach_id or 0, is_active=True, instansi=agency)
    for wrong, why in (
        (tugas.jenis != JenisCoach.PIHAK_LAIN, _("Pilih siapa yang menjadi coach.")),
        (not possible.exists(), _("Orang ini tidak ada di instansi Anda. Periksa NIP-nya.")),
        (
            tugas.coach_id in {case.pegawai_id, case.penilai_id},
            _("Coach lain harus orang ketiga: bukan pegawai ini dan bukan penilainya."),
        ),
        (not tugas.surat_tugas.strip(), _("Isi nomor surat tugas coach.")),
        (
            tugas.mulai is None or tugas.selesai is None or tugas.selesai < tugas.mulai,
            _("Isi masa tugas coach; tanggal akhirnya tidak boleh sebelum tanggal mulai."),
        ),
    ):
        if wrong:
            raise Refused(why)


@transaction.atomic
def start_session(*, coaching_id: int, actor: Any, pada: datetime, on: date) -> Sesi:
    """mulai_sesi: the next session, once the last one is over.

    Raises Coaching.DoesNotExist, PermissionDenied, WrongState.
    """
    coaching = locked_for("mulai_sesi", coaching_id, actor, on)
    refuse_ongoing(coaching, "mulai_sesi")
    COACHING.take("mulai_sesi", coaching.status)
    sesi = open_session(coaching, pada)
    audit.record("coaching.mulai_sesi", pelaku=actor, objek=sesi, pada=pada)
    return sesi


def open_session(coaching: Coaching, pada: datetime) -> Sesi:
    """The next session, with the coach, the letter and the penilai of this moment."""
    assert coaching.coach_id is not None, "a running coaching has its coach"
    last = coaching.sesi.order_by("-ke").values_list("ke", flat=True).first()
    return Sesi.objects.create(
        coaching=coaching,
        coach_id=coaching.coach_id,
        penilai_id=coaching.penilai_id,
        surat_tugas=coaching.surat_tugas if not coaching.by_pimpinan else "",
        ke=(last or 0) + 1,
        dibuat=pada,
    )


def locked_for(act: str, coaching_id: int, actor: Any, on: date) -> Coaching:
    """The coaching, locked, if this person may. Raises Coaching.DoesNotExist, PermissionDenied."""
    visible = Coaching.objects.visible_to(actor, on=on).select_related("pegawai__instansi")
    coaching = visible.select_for_update(of=("self",)).get(pk=coaching_id)
    policy.require(actor, f"coaching.{act}", coaching, on=on)
    return coaching


def refuse_ongoing(coaching: Coaching, act: str) -> None:
    if coaching.sesi.filter(status__in=ONGOING).exists():
        raise WrongState(f"coaching.{act}: a session is under way")
