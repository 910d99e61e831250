"""The agreement: written by either, signed by both, changed by a new version."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.core import audit
from bina.core.workflow import WrongState
from bina.guidance.coaching import naskah, sidik
from bina.guidance.coaching.workflow import KESEPAKATAN
from bina.guidance.models import Coaching, Kesepakatan, TujuanCoaching
from bina.guidance.models.kesepakatan import MOST_AIMS
from bina.guidance.services.coaching import locked_for
from bina.guidance.services.refusals import Refused, Stale

MOST_SESSIONS, MOST_DAYS, SHORTEST, LONGEST = 24, 90, 15, 240


@dataclass(frozen=True, slots=True)
class IsiTujuan:
    """An aim, and by which measure both will see it reached."""

    tujuan: str
    ukuran: str


@dataclass(frozen=True, slots=True)
class Irama:
    """How many sessions, how many days apart, how long, where."""

    jumlah_sesi: int
    jarak_hari: int
    lama_menit: int
    tempat: str


@dataclass(frozen=True, slots=True)
class IsiKesepakatan:
    tujuan: tuple[IsiTujuan, ...]
    irama: Irama
    tambahan: str = ""


@transaction.atomic
def write(
    *,
    coaching_id: int,
    isi: IsiKesepakatan,
    suntingan: int,
    actor: Any,
    pada: datetime,
    on: date,
) -> Kesepakatan:
    """tulis_kesepakatan: the draft, begun or mended; after an agreement, its next version.

    A signature already given under the draft falls away. Raises Coaching.DoesNotExist,
    PermissionDenied; WrongState where nobody coaches any more; Refused with what is missing;
    Stale where the other one saved after the page was opened.
    """
    coaching = locked_for("tulis_kesepakatan", coaching_id, actor, on)
    if not coaching.is_running:
        raise WrongState("kesepakatan_coaching.ubah: the coaching does not run")
    _check(isi)
    one = Kesepakatan.objects.drafted(coaching.pk).first() or _next(coaching, pada)
    if one.suntingan != suntingan:
        raise Stale
    one.coaching = coaching
    _fill(one, isi)
    audit.record(
        "kesepakatan_coaching.tulis", pelaku=actor, objek=one, pada=pada, berubah=["kesepakatan"]
    )
    return one


def _next(coaching: Coaching, pada: datetime) -> Kesepakatan:
    assert coaching.coach_id is not None, "a running coaching has its coach"
    last = coaching.kesepakatan.order_by("-versi").values_list("versi", flat=True).first()
    return Kesepakatan(
        coaching=coaching, coach_id=coaching.coach_id, versi=(last or 0) + 1, dibuat=pada
    )


def _fill(one: Kesepakatan, isi: IsiKesepakatan) -> None:
    one.status = KESEPAKATAN.take("ubah", one.status)
    one.pegawai_pada = one.coach_pada = None
    one.sidik_pegawai = one.sidik_coach = ""
    one.jumlah_sesi, one.jarak_hari = isi.irama.jumlah_sesi, isi.irama.jarak_hari
    one.lama_menit, one.tempat = isi.irama.lama_menit, isi.irama.tempat.strip()
    one.tambahan, one.naskah = isi.tambahan.strip(), naskah.bounds(one.coaching)
    one.suntingan += 1
    one.save()
    one.tujuan.all().delete()
    TujuanCoaching.objects.bulk_create(
        TujuanCoaching(
            kesepakatan=one, urutan=n, tujuan=aim.tujuan.strip(), ukuran=aim.ukuran.strip()
        )
        for n, aim in enumerate(isi.tujuan, 1)
    )


def _check(isi: IsiKesepakatan) -> None:
    irama = isi.irama
    for wrong, why in (
        (
            not 1 <= len(isi.tujuan) <= MOST_AIMS,
            _("Tulis satu sampai %(n)d tujuan.") % {"n": MOST_AIMS},
        ),
        (
            not all(one.tujuan.strip() and one.ukuran.strip() for one in isi.tujuan),
            _("Setiap tujuan perlu ukuran: dari apa Anda berdua tahu bahwa itu tercapai?"),
        ),
        (
            not 1 <= irama.jumlah_sesi <= MOST_SESSIONS,
            _("Isi jumlah sesi, satu sampai %(n)d.") % {"n": MOST_SESSIONS},
        ),
        (
            not 1 <= irama.jarak_hari <= MOST_DAYS,
            _("Isi jarak antarsesi, satu sampai %(n)d hari.") % {"n": MOST_DAYS},
        ),
        (
            not SHORTEST <= irama.lama_menit <= LONGEST,
            _("Isi lama satu sesi, %(a)d sampai %(b)d menit.") % {"a": SHORTEST, "b": LONGEST},
        ),
        (not irama.tempat.strip(), _("Isi tempat sesi, atau bahwa sesi berlangsung daring.")),
    ):
        if wrong:
            raise Refused(why)


@transaction.atomic
def sign(
    *, coaching_id: int, dibaca: bool, isi: str, actor: Any, pada: datetime, on: date
) -> Kesepakatan:
    """setujui_kesepakatan: each of the two once, under what they have read (`isi`, its digest).

    With the second the version comes into force in the place of the one before. Raises
    Coaching.DoesNotExist, PermissionDenied; WrongState where nothing waits for this person;
    Refused unread; Stale when it was changed since the page was opened.
    """
    coaching = locked_for("setujui_kesepakatan", coaching_id, actor, on)
    one = Kesepakatan.objects.drafted(coaching.pk).select_for_update(of=("self",)).first()
    if one is None or not coaching.is_running:
        raise WrongState("kesepakatan_coaching.tanda_tangani: there is no draft")
    one.coaching, peran = coaching, coaching.party(actor.pk)
    _refuse(one, peran, dibaca, isi)
    _put_name(one, peran, isi, pada)
    act = "berlakukan" if one.is_in_force else "tanda_tangani"
    audit.record(
        f"kesepakatan_coaching.{act}",
        pelaku=actor,
        objek=one,
        pada=pada,
        berubah=["tanda_tangan"],
    )
    return one


def _refuse(one: Kesepakatan, peran: str, dibaca: bool, isi: str) -> None:
    if getattr(one, f"{peran}_pada") is not None:
        raise WrongState(f"kesepakatan_coaching.tanda_tangani: signed by {peran} already")
    if not dibaca:
        raise Refused(_("Centang dulu bahwa Anda sudah membacanya. Belum ada yang berubah."))
    if sidik.digest(one) != isi:
        raise Stale


def _put_name(one: Kesepakatan, peran: str, isi: str, pada: datetime) -> None:
    setattr(one, f"{peran}_pada", pada)
    setattr(one, f"sidik_{peran}", isi)
    one.status = KESEPAKATAN.take("tanda_tangani", one.status)
    if one.pegawai_pada is not None and one.coach_pada is not None:
        retire(one.coaching)
        one.status = KESEPAKATAN.take("berlakukan", one.status)
    one.save()


def retire(coaching: Coaching) -> None:
    """The version in force gives way to another, or to another coach's."""
    for old in Kesepakatan.objects.in_force(coaching.pk):
        old.status = KESEPAKATAN.take("ganti", old.status)
        old.save(update_fields=["status"])


def drop_draft(coaching: Coaching) -> None:
    """What was not signed by both comes to nothing; its words stay."""
    for one in Kesepakatan.objects.drafted(coaching.pk):
        one.status = KESEPAKATAN.take("gugurkan", one.status)
        one.save(update_fields=["status"])


@transaction.atomic
def log_reading(*, coaching: Coaching, actor: Any, pada: datetime) -> None:
    """Every read of a coaching record leaves a line, the agreement's too (security.md)."""
    fakta = {"bentuk": "kesepakatan"}
    audit.record("coaching.baca", pelaku=actor, objek=coaching, pada=pada, fakta=fakta)
