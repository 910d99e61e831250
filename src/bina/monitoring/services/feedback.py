"""Giving feedback, asking for it, answering. What was given is never edited."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.monitoring import janji, law, pengamatan, subject
from bina.monitoring.janji import Janji
from bina.monitoring.models import PermintaanUmpanBalik, UmpanBalik
from bina.monitoring.models.umpan_balik import Pembaca, Sifat
from bina.monitoring.services.refused import Refused
from bina.monitoring.subject import Tentang
from bina.monitoring.workflow import PERMINTAAN
from bina.planning import door as planning
from bina.planning.door import Rencana


@dataclass(frozen=True, slots=True)
class Isi:
    """What the giver writes: what they saw, and who may read it; `janji` is what they were told
    about their name (`Janji.kode`), where a page told them."""

    sifat: str
    situasi: str
    perilaku: str
    dampak: str
    pembaca: str
    janji: str = ""


@transaction.atomic
def give_feedback(
    *, skp_id: int, tentang: Tentang, isi: Isi, actor: Any, pada: datetime, on: date
) -> UmpanBalik:
    """Give feedback on a result or a value of a running plan.

    Raises ObjectDoesNotExist, PermissionDenied, Refused.
    """
    rencana = _plan_about(tentang, "beri_umpan_balik", skp_id, actor, on)
    made = _write(rencana, tentang, isi, actor, pada, on)
    pengamatan.look_at_plan(rencana.skp_id, law=law.of(actor), on=on)
    if made.tertutup:
        # The line stands for itself: the record knows its giver, for a break-glass session.
        audit.record("umpan_balik.beri", pelaku=None, objek=made.skp, pada=pada)
    else:
        _trace(made, "umpan_balik.beri", actor, pada)
    return made


@transaction.atomic
def ask_feedback(
    *,
    skp_id: int,
    tentang: Tentang,
    kepada_id: int,
    pesan: str,
    tenggat: date,
    actor: Any,
    pada: datetime,
    on: date,
) -> PermintaanUmpanBalik:
    """Ask a colleague of the agency for feedback on a result or a value.

    Raises ObjectDoesNotExist, PermissionDenied, Refused.
    """
    rencana = _plan_about(tentang, "minta_umpan_balik", skp_id, actor, on)
    _check_request(rencana, tentang, kepada_id, tenggat, actor, on)
    made = PermintaanUmpanBalik.objects.create(
        skp_id=skp_id,
        pegawai_id=rencana.pegawai_id,
        diminta_oleh=actor,
        kepada_id=kepada_id,
        hasil_kunci=tentang.hasil_kunci,
        nilai_perilaku=tentang.nilai_perilaku,
        pesan=pesan,
        tenggat=tenggat,
        dibuat=pada,
    )
    _trace_request(made, actor, pada)
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
    made = _write(rencana, Tentang.of(asked), isi, actor, pada, on, permintaan=asked)
    pengamatan.look_at_plan(rencana.skp_id, law=law.of(actor), on=on)
    if made.tertutup:
        # That they answered may be known; which feedback is theirs may not.
        _trace_step(asked, "jawab", actor, pada)
    else:
        _trace(made, "permintaan_umpan_balik.jawab", actor, pada)
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


def _write(
    rencana: Rencana,
    tentang: Tentang,
    isi: Isi,
    actor: Any,
    pada: datetime,
    on: date,
    permintaan: PermintaanUmpanBalik | None = None,
) -> UmpanBalik:
    _check_words(isi)
    told = _promised(isi, rencana, actor, on)
    tanggal, dibuat = janji.written_at(told, rencana.mulai, pada, on)
    made = UmpanBalik.objects.create(
        skp_id=rencana.skp_id,
        pegawai_id=rencana.pegawai_id,
        hasil_kunci=tentang.hasil_kunci,
        nilai_perilaku=tentang.nilai_perilaku,
        pemberi=actor,
        hubungan=told.hubungan,
        janji=told.paling_sedikit,
        terbaca=not told.paling_sedikit,
        acak=uuid4() if told.paling_sedikit else None,
        sifat=isi.sifat,
        situasi=isi.situasi.strip(),
        perilaku=isi.perilaku.strip(),
        dampak=isi.dampak.strip(),
        pembaca=isi.pembaca,
        permintaan=permintaan,
        tanggal=tanggal,
        dibuat=dibuat,
    )
    if made.tertutup:
        made.terbaca = janji.open_group(made)
    return made


def _promised(isi: Isi, rencana: Rencana, actor: Any, on: date) -> Janji:
    """What holds for this giver today. Raises Refused where a page told them otherwise.

    Of two who give at once the second waits: else each would count without the other.
    """
    subject.lock(rencana)
    told = janji.promise(actor, rencana, on=on)
    if isi.janji not in ("", told.kode):
        raise Refused(
            _(
                "Ketentuan tentang nama pemberi baru saja berubah. Belum ada yang terkirim: baca "
                "lagi di bawah apakah nama Anda ditampilkan, lalu kirim."
            )
        )
    return told


def _trace(made: UmpanBalik, tindakan: str, actor: Any, pada: datetime) -> None:
    audit.record(
        tindakan,
        pelaku=actor,
        objek=made,
        pada=pada,
        ke={"hubungan": made.hubungan, "tanggal": made.tanggal},
    )


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


def _trace_request(made: PermintaanUmpanBalik, actor: Any, pada: datetime) -> None:
    audit.record(
        "permintaan_umpan_balik.minta",
        pelaku=actor,
        objek=made,
        pada=pada,
        ke={"kepada": made.kepada_id, "tenggat": made.tenggat, "status": made.status},
    )


def _plan_about(tentang: Tentang, act: str, skp_id: int, actor: Any, on: date) -> Rencana:
    """The plan this user may do this about, if the subject stands on it."""
    rencana = subject.find(actor, act, skp_id, on=on)
    if tentang not in {one.tentang for one in subject.topics(rencana)}:
        raise Refused(
            _("Hal ini tidak ada pada SKP yang berlaku. Pilih hasil kerja atau nilai."), "tentang"
        )
    return rencana


def _check_words(isi: Isi) -> None:
    for name, label in (
        ("situasi", _("Situasi")),
        ("perilaku", _("Yang dilakukan")),
        ("dampak", _("Dampaknya")),
    ):
        if not getattr(isi, name).strip():
            raise Refused(_("%(isian)s belum diisi. Satu kalimat cukup.") % {"isian": label}, name)
    if isi.sifat not in Sifat.values:
        raise Refused(_("Pilih apakah ini positif atau perlu diperbaiki."), "sifat")
    if isi.pembaca not in Pembaca.values:
        raise Refused(_("Pilih siapa yang membaca umpan balik ini."), "pembaca")


def _check_request(
    rencana: Rencana, tentang: Tentang, kepada_id: int, tenggat: date, actor: Any, on: date
) -> None:
    people = get_user_model()._default_manager.filter(
        pk=kepada_id, is_active=True, instansi=actor.instansi_id
    )
    open_ones = PermintaanUmpanBalik.objects.waiting().filter(
        skp=rencana.skp_id,
        kepada=kepada_id,
        hasil_kunci=tentang.hasil_kunci,
        nilai_perilaku=tentang.nilai_perilaku,
    )
    himself = kepada_id in {rencana.pegawai_id, actor.pk}
    for wrong, why, field in (
        (himself, _("Pilih orang lain: bukan Anda dan bukan yang dinilai."), "kepada"),
        (not people.exists(), _("Orang ini tidak ditemukan di instansi Anda."), "kepada"),
        (tenggat < on, _("Tenggat sudah lewat. Pilih hari ini atau sesudahnya."), "tenggat"),
        (open_ones.exists(), _("Permintaan yang sama masih menunggu jawabannya."), "kepada"),
    ):
        if wrong:
            raise Refused(why, field)
