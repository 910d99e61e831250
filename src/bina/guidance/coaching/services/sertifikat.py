"""Certificates of training as a coach: laid down by their holder, checked by somebody else."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit, files
from bina.core.workflow import WrongState
from bina.guidance.models import SertifikatCoach
from bina.guidance.services.refusals import Refused


@dataclass(frozen=True, slots=True)
class IsiSertifikat:
    """Number, who gave the training, its day, and until when it is good, if it says so."""

    nomor: str
    penyelenggara: str
    tanggal: date
    berlaku_sampai: date | None = None


@transaction.atomic
def add(
    *, isi: IsiSertifikat, berkas: UploadedFile, actor: Any, pada: datetime, on: date
) -> SertifikatCoach:
    """unggah: one's own certificate, with its file. Raises Refused; files.FileRefused."""
    _check(isi, actor, on)
    made = SertifikatCoach.objects.create(
        orang_id=actor.pk,
        instansi_id=actor.instansi_id,
        nomor=isi.nomor.strip(),
        penyelenggara=isi.penyelenggara.strip(),
        tanggal=isi.tanggal,
        berlaku_sampai=isi.berlaku_sampai,
        berkas=files.accept(berkas, oleh=actor, pada=pada, kinds=files.EVIDENCE),
        dibuat=pada,
    )
    audit.record("sertifikat_coach.unggah", pelaku=actor, objek=made, pada=pada)
    return made


def _check(isi: IsiSertifikat, actor: Any, on: date) -> None:
    until, number = isi.berlaku_sampai, isi.nomor.strip()
    for wrong, why in (
        (
            actor.instansi_id is None,
            _("Akun Anda belum terhubung dengan instansi. Minta administrator menghubungkannya."),
        ),
        (
            not number or not isi.penyelenggara.strip(),
            _("Isi nomor sertifikat dan penyelenggara pelatihannya."),
        ),
        (isi.tanggal > on, _("Tanggal sertifikat belum tiba. Periksa lagi tanggalnya.")),
        (
            until is not None and until < isi.tanggal,
            _("Masa berlaku tidak boleh berakhir sebelum tanggal sertifikat."),
        ),
        (
            SertifikatCoach.objects.filter(orang=actor.pk, nomor=number).exists(),
            _("Sertifikat dengan nomor ini sudah Anda unggah."),
        ),
    ):
        if wrong:
            raise Refused(why)


@transaction.atomic
def check(*, sertifikat_id: int, actor: Any, pada: datetime, on: date) -> SertifikatCoach:
    """periksa: the personnel unit has held it against the file; never one's own.

    Raises SertifikatCoach.DoesNotExist, PermissionDenied; WrongState when it was checked.
    """
    visible = SertifikatCoach.objects.visible_to(actor, on=on)
    one = visible.select_for_update(of=("self",)).get(pk=sertifikat_id)
    policy.require(actor, "sertifikat_coach.periksa", one, on=on)
    if one.diperiksa_pada is not None:
        raise WrongState("sertifikat_coach.periksa: checked already")
    one.diperiksa_oleh, one.diperiksa_pada = actor, pada
    one.save(update_fields=["diperiksa_oleh", "diperiksa_pada"])
    audit.record("sertifikat_coach.periksa", pelaku=actor, objek=one, pada=pada)
    return one
