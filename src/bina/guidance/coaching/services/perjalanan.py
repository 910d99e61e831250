"""A coaching goes on with another coach, ends with its result, or is stopped without blame."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from bina.core import audit
from bina.guidance.coaching.services.kesepakatan import drop_draft, retire
from bina.guidance.models import Capaian, Coaching, HasilTujuan, Kesepakatan, Sesi, TujuanCoaching
from bina.guidance.services import coaching as root
from bina.guidance.services.coaching import Penugasan, locked_for
from bina.guidance.services.refusals import Refused
from bina.guidance.services.sesi import release
from bina.guidance.workflow import COACHING, HELD, ONGOING, StatusSesi

# Why a session under way came to its end: kept with it, for the two to read.
BERGANTI = gettext_noop("Coach berganti.")
BERHENTI = gettext_noop("Coaching dihentikan.")


def ongoing(coaching: Coaching) -> Sesi | None:
    """The session under way, locked."""
    rows = coaching.sesi.select_for_update(of=("self",)).filter(status__in=ONGOING)
    return rows.first()


def let_go(coaching: Coaching, pada: datetime) -> None:
    """lepas: without a coach from here on. What was written stays; the session under way comes to
    nothing, and the agreement with this coach ends."""
    coaching.status = COACHING.take("lepas", coaching.status)
    under_way = ongoing(coaching)
    if under_way is not None:
        release(under_way, kata=BERGANTI, pada=pada)
    drop_draft(coaching)
    retire(coaching)
    coaching.coach = None
    coaching.save(update_fields=["status", "coach"])


@transaction.atomic
def ask_other_coach(*, coaching_id: int, actor: Any, pada: datetime, on: date) -> Coaching:
    """minta_ganti_coach: either of the two, without a reason. The penilai names another.

    Raises Coaching.DoesNotExist, PermissionDenied; WrongState where nobody coaches.
    """
    coaching = locked_for("minta_ganti_coach", coaching_id, actor, on)
    let_go(coaching, pada)
    audit.record(
        "coaching.minta_ganti_coach", pelaku=actor, objek=coaching, pada=pada, berubah=["coach"]
    )
    return coaching


@transaction.atomic
def assign(*, coaching_id: int, tugas: Penugasan, actor: Any, pada: datetime, on: date) -> Coaching:
    """tugaskan: the penilai names the coach of a case without one, or gives a new letter where
    the assignment has run out. Another coach begins with a report and an agreement of their own.

    Raises Coaching.DoesNotExist, PermissionDenied, WrongState; Refused while the present coach
    is on duty or has still to sign, and as `start_coaching`.
    """
    coaching = locked_for("tugaskan", coaching_id, actor, on)
    _refuse_on_duty(coaching, on)
    coach = root.coach_for(coaching, tugas, on)
    if coaching.coach_id not in {None, coach.pk}:
        let_go(coaching, pada)
    coaching.status = COACHING.take("tugaskan", coaching.status)
    coaching.coach, coaching.ditugaskan_oleh = coach, actor
    for name, value in _letter(tugas).items():
        setattr(coaching, name, value)
    coaching.save()
    _next_session(coaching, pada)
    audit.record("coaching.tugaskan", pelaku=actor, objek=coaching, pada=pada, berubah=["coach"])
    return coaching


def _letter(tugas: Penugasan) -> dict[str, Any]:
    """The whole of it: what the coach before had does not carry over."""
    none = {"surat_tugas": "", "tugas_mulai": None, "tugas_selesai": None}
    return {**none, "konflik_dinyatakan": False, **root.assignment(tugas)}


def _refuse_on_duty(coaching: Coaching, on: date) -> None:
    last = coaching.tugas_selesai
    if coaching.coach is None:
        return
    if coaching.by_pimpinan or last is None or last >= on:
        raise Refused(
            _("Coach ini masih bertugas. Pegawai atau coach sendiri yang dapat meminta ganti.")
        )
    under_way = ongoing(coaching)
    if under_way is not None and under_way.status in HELD:
        raise Refused(
            _("Catatan sesi ke-%(ke)d belum ditandatangani berdua. Selesaikan itu dulu.")
            % {"ke": under_way.ke}
        )


def _next_session(coaching: Coaching, pada: datetime) -> None:
    """A session that waits takes the new letter; otherwise another is opened."""
    under_way = ongoing(coaching)
    if under_way is None:
        root.open_session(coaching, pada)
        return
    under_way.surat_tugas = coaching.surat_tugas
    under_way.save(update_fields=["surat_tugas"])


@transaction.atomic
def stop(*, coaching_id: int, actor: Any, pada: datetime, on: date) -> Coaching:
    """hentikan: either of the two, at any time, without a reason.

    Signed sessions and their JP stay. Raises Coaching.DoesNotExist, PermissionDenied, WrongState.
    """
    coaching = locked_for("hentikan", coaching_id, actor, on)
    coaching.status = COACHING.take("hentikan", coaching.status)
    under_way = ongoing(coaching)
    if under_way is not None:
        release(under_way, kata=BERHENTI, pada=pada)
    _ended(coaching, "hentikan", actor, pada)
    return coaching


@dataclass(frozen=True, slots=True)
class Hasil:
    """What came of one aim."""

    capaian: str
    uraian: str


@transaction.atomic
def close(
    *,
    coaching_id: int,
    ringkasan: str,
    hasil: Mapping[int, Hasil],
    actor: Any,
    pada: datetime,
    on: date,
) -> Coaching:
    """tutup: the coach, after the last session, with what came of each aim of the agreement
    (`hasil`, by the aim's id).

    Raises Coaching.DoesNotExist, PermissionDenied; WrongState while a session is under way;
    Refused where nothing was held, or with what is missing.
    """
    coaching = locked_for("tutup", coaching_id, actor, on)
    root.refuse_ongoing(coaching, "tutup")
    coaching.status = COACHING.take("tutup", coaching.status)
    if not coaching.sesi.filter(status=StatusSesi.DITANDATANGANI).exists():
        raise Refused(_("Belum ada sesi yang ditandatangani berdua. Hentikan saja coaching ini."))
    aims = aims_of(coaching)
    _check(aims, ringkasan, hasil)
    HasilTujuan.objects.bulk_create(
        HasilTujuan(tujuan=one, capaian=hasil[one.pk].capaian, uraian=hasil[one.pk].uraian.strip())
        for one in aims
    )
    coaching.hasil = ringkasan.strip()
    _ended(coaching, "tutup", actor, pada)
    return coaching


def aims_of(coaching: Coaching) -> list[TujuanCoaching]:
    """The aims of the agreement in force."""
    agreed = Kesepakatan.objects.in_force(coaching.pk)
    return list(TujuanCoaching.objects.filter(kesepakatan__in=agreed))


def _check(aims: list[TujuanCoaching], ringkasan: str, hasil: Mapping[int, Hasil]) -> None:
    if not ringkasan.strip():
        raise Refused(_("Tuliskan hasil coaching ini secara ringkas."))
    for one in aims:
        said = hasil.get(one.pk)
        if said is None or said.capaian not in Capaian.values or not said.uraian.strip():
            raise Refused(
                _("Isi hasil untuk tujuan «%(tujuan)s»: tercapai atau belum, dan buktinya.")
                % {"tujuan": one.tujuan}
            )


def _ended(coaching: Coaching, act: str, actor: Any, pada: datetime) -> None:
    drop_draft(coaching)
    coaching.berakhir_pada = pada
    coaching.save()
    audit.record(f"coaching.{act}", pelaku=actor, objek=coaching, pada=pada, berubah=["status"])
