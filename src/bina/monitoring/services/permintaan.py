"""Asking colleagues for feedback; what they answer, or that they do not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.monitoring.models import PermintaanUmpanBalik, UmpanBalik
from bina.monitoring.services.feedback import Isi, plan_about, trace, write
from bina.monitoring.services.refused import Refused
from bina.monitoring.subject import Tentang
from bina.monitoring.workflow import PERMINTAAN
from bina.planning import door as planning
from bina.planning.door import Rencana

MOST = 20


@dataclass(frozen=True, slots=True)
class Ajakan:
    """Whom one asks, what one writes to all of them, and until when."""

    kepada_ids: Sequence[int]
    pesan: str
    tenggat: date


@transaction.atomic
def ask_feedback(
    *, skp_id: int, tentang: Tentang, ajakan: Ajakan, actor: Any, pada: datetime, on: date
) -> list[PermintaanUmpanBalik]:
    """Ask colleagues of the agency for feedback on a result or a value: all of them or none.

    Raises ObjectDoesNotExist, PermissionDenied, Refused.
    """
    rencana = plan_about(tentang, "minta_umpan_balik", skp_id, actor, on)
    _check_request(rencana, tentang, ajakan, actor, on)
    made: list[PermintaanUmpanBalik] = []
    for kepada_id in dict.fromkeys(ajakan.kepada_ids):
        one = PermintaanUmpanBalik.objects.create(
            skp_id=skp_id,
            pegawai_id=rencana.pegawai_id,
            diminta_oleh=actor,
            kepada_id=kepada_id,
            hasil_kunci=tentang.hasil_kunci,
            nilai_perilaku=tentang.nilai_perilaku,
            pesan=ajakan.pesan,
            tenggat=ajakan.tenggat,
            bersama=made[0] if made else None,
            dibuat=pada,
        )
        made.append(one)
    audit.record_many([_line(one) for one in made], pelaku=actor, pada=pada)
    return made


@transaction.atomic
def answer_request(
    *, permintaan_id: int, isi: Isi, actor: Any, pada: datetime, on: date
) -> UmpanBalik:
    """The asked colleague gives what was asked for.

    Raises PermintaanUmpanBalik.DoesNotExist, PermissionDenied, WrongState, Refused.
    """
    asked = _step(permintaan_id, "jawab", actor, pada, on)
    rencana = planning.plan(asked.skp_id)
    made = write(rencana, Tentang.of(asked), isi, actor, pada, on, permintaan=asked)
    if made.tertutup:
        # That they answered may be known; which feedback is theirs may not.
        _trace_step(asked, "jawab", actor, pada)
    else:
        trace(made, "permintaan_umpan_balik.jawab", actor, pada)
    return made


@transaction.atomic
def decline_request(
    *, permintaan_id: int, alasan: str, actor: Any, pada: datetime, on: date
) -> PermintaanUmpanBalik:
    """The asked colleague says no, and why; whoever asked reads it.

    Raises PermintaanUmpanBalik.DoesNotExist, PermissionDenied, WrongState, Refused.
    """
    asked = _step(permintaan_id, "tolak", actor, pada, on, tanggapan=alasan.strip())
    _trace_step(asked, "tolak", actor, pada, "tanggapan")
    return asked


@transaction.atomic
def cancel_request(
    *, permintaan_id: int, actor: Any, pada: datetime, on: date
) -> PermintaanUmpanBalik:
    """Whoever asked takes the request back.

    Raises PermintaanUmpanBalik.DoesNotExist, PermissionDenied, WrongState.
    """
    asked = _step(permintaan_id, "batalkan", actor, pada, on)
    _trace_step(asked, "batalkan", actor, pada)
    return asked


def _step(
    permintaan_id: int, name: str, actor: Any, pada: datetime, on: date, tanggapan: str = ""
) -> PermintaanUmpanBalik:
    seen = PermintaanUmpanBalik.objects.visible_to(actor, on=on)
    asked = seen.select_for_update(of=("self",)).get(pk=permintaan_id)
    policy.require(actor, f"permintaan_umpan_balik.{name}", asked, on=on)
    asked.status = PERMINTAAN.take(name, asked.status)
    if name == "tolak" and not tanggapan:
        raise Refused(_("Alasan belum diisi. Satu kalimat cukup."), "alasan")
    asked.tanggapan, asked.selesai_pada = tanggapan, pada
    asked.save(update_fields=["status", "tanggapan", "selesai_pada"])
    return asked


def _trace_step(
    asked: PermintaanUmpanBalik, name: str, actor: Any, pada: datetime, *changed: str
) -> None:
    audit.record(
        f"permintaan_umpan_balik.{name}",
        pelaku=actor,
        objek=asked,
        pada=pada,
        berubah=["status", *changed],
        ke={"status": asked.status},
    )


def _line(made: PermintaanUmpanBalik) -> audit.Line:
    facts = {"kepada": made.kepada_id, "tenggat": made.tenggat, "status": made.status}
    return audit.line_about("permintaan_umpan_balik.minta", made, ke=facts)


def _check_request(
    rencana: Rencana, tentang: Tentang, ajakan: Ajakan, actor: Any, on: date
) -> None:
    _check_people(set(ajakan.kepada_ids), rencana, actor)
    if ajakan.tenggat < on:
        raise Refused(_("Tenggat sudah lewat. Pilih hari ini atau sesudahnya."), "tenggat")
    again = _still_asked(rencana, tentang, set(ajakan.kepada_ids))
    if again:
        words = _(
            "Sudah diminta hal yang sama dan belum menjawab: %(nama)s. Hapus dari pilihan, "
            "atau batalkan dulu permintaan itu."
        )
        raise Refused(words % {"nama": ", ".join(again)}, "kepada")


def _check_people(asked: set[int], rencana: Rencana, actor: Any) -> None:
    people = get_user_model()._default_manager.filter(
        pk__in=asked, is_active=True, instansi=actor.instansi_id
    )
    too_many = _("Paling banyak %(n)s orang sekaligus. Kurangi pilihan Anda.") % {"n": MOST}
    themselves = _("Pilih orang lain: bukan Anda dan bukan yang dinilai.")
    unknown = _("Ada orang yang tidak ditemukan di instansi Anda. Periksa lagi pilihannya.")
    for wrong, why in (
        (not asked, _("Pilih sedikitnya satu orang.")),
        (len(asked) > MOST, too_many),
        (asked & {rencana.pegawai_id, actor.pk}, themselves),
        (people.count() < len(asked), unknown),
    ):
        if wrong:
            raise Refused(why, "kepada")


def _still_asked(rencana: Rencana, tentang: Tentang, asked: set[int]) -> list[str]:
    """The names of those who have the same request open."""
    open_ones = PermintaanUmpanBalik.objects.waiting().filter(
        skp=rencana.skp_id,
        kepada__in=asked,
        hasil_kunci=tentang.hasil_kunci,
        nilai_perilaku=tentang.nilai_perilaku,
    )
    return [str(one.kepada) for one in open_ones.select_related("kepada").order_by("kepada__nama")]
