"""Giving feedback. What was given is never edited."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from bina.core import audit
from bina.monitoring import janji, law, pengamatan, subject
from bina.monitoring.janji import Janji
from bina.monitoring.models import PermintaanUmpanBalik, UmpanBalik
from bina.monitoring.models.umpan_balik import Pembaca, Sifat
from bina.monitoring.services.refused import Refused
from bina.monitoring.subject import Tentang
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
    rencana = plan_about(tentang, "beri_umpan_balik", skp_id, actor, on)
    made = write(rencana, tentang, isi, actor, pada, on)
    if made.tertutup:
        # The line stands for itself: the record knows its giver, for a break-glass session.
        audit.record("umpan_balik.beri", pelaku=None, objek=made.skp, pada=pada)
    else:
        trace(made, "umpan_balik.beri", actor, pada)
    return made


def write(
    rencana: Rencana,
    tentang: Tentang,
    isi: Isi,
    actor: Any,
    pada: datetime,
    on: date,
    permintaan: PermintaanUmpanBalik | None = None,
) -> UmpanBalik:
    """Keep what somebody of the agency gave, under the promise of that day. Raises Refused."""
    words = columns(rencana, tentang, isi)
    told = _promised(isi, rencana, actor, on)
    tanggal, dibuat = janji.written_at(told, rencana.mulai, pada, on)
    made = UmpanBalik.objects.create(
        **words,
        pemberi=actor,
        hubungan=told.hubungan,
        janji=told.paling_sedikit,
        terbaca=not told.paling_sedikit,
        acak=uuid4() if told.paling_sedikit else None,
        permintaan=permintaan,
        tanggal=tanggal,
        dibuat=dibuat,
    )
    if made.tertutup:
        made.terbaca = janji.open_group(made)
    pengamatan.look_at_plan(rencana.skp_id, law=law.of(actor), on=on)
    return made


def columns(rencana: Rencana, tentang: Tentang, isi: Isi) -> dict[str, Any]:
    """What every feedback keeps, whoever gives it. Raises Refused."""
    _check_words(isi)
    return {
        "skp_id": rencana.skp_id,
        "pegawai_id": rencana.pegawai_id,
        "hasil_kunci": tentang.hasil_kunci,
        "nilai_perilaku": tentang.nilai_perilaku,
        "sifat": isi.sifat,
        "situasi": isi.situasi.strip(),
        "perilaku": isi.perilaku.strip(),
        "dampak": isi.dampak.strip(),
        "pembaca": isi.pembaca,
    }


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


def trace(made: UmpanBalik, tindakan: str, actor: Any, pada: datetime) -> None:
    """The line of an act whose giver is named, or is nobody of the agency."""
    audit.record(
        tindakan,
        pelaku=actor,
        objek=made,
        pada=pada,
        ke={"hubungan": made.hubungan, "tanggal": made.tanggal},
    )


def plan_about(tentang: Tentang, act: str, skp_id: int, actor: Any, on: date) -> Rencana:
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
