"""A mentor's own profile."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.guidance.models import Bidang, KeahlianMentor, Mentor
from bina.guidance.models.mentor import HIGHEST, LOWEST, MOST_MENTEES
from bina.guidance.services.refusals import Refused


@dataclass(frozen=True, slots=True)
class IsiKeahlian:
    bidang_id: int
    tingkat: int
    pengalaman: str


@dataclass(frozen=True, slots=True)
class Profil:
    kapasitas: int
    lokasi: str
    tersedia: bool
    keahlian: tuple[IsiKeahlian, ...] = ()


@transaction.atomic
def write_profile(*, profil: Profil, actor: Any, pada: datetime, on: date) -> Mentor:
    """ubah: one's own fields, place and capacity; civil servants and people from outside alike.

    A capacity below what one has already takes nobody away: it only lets nobody in. Raises
    Refused with what is wrong.
    """
    if actor.instansi_id is None:
        raise Refused(
            _("Akun Anda belum terhubung dengan instansi. Minta administrator menghubungkannya.")
        )
    _check(profil, actor.instansi_id)
    values = {
        "instansi_id": actor.instansi_id,
        "kapasitas": profil.kapasitas,
        "lokasi": profil.lokasi.strip(),
        "tersedia": profil.tersedia,
        "diubah_pada": pada,
    }
    mentor, made = Mentor.objects.update_or_create(orang_id=actor.pk, defaults=values)
    if not made:
        policy.require(actor, "mentor.ubah", mentor, on=on)
    _write_skills(mentor, profil)
    audit.record("mentor.ubah", pelaku=actor, objek=mentor, pada=pada, berubah=["profil"])
    return mentor


def _write_skills(mentor: Mentor, profil: Profil) -> None:
    mentor.keahlian.all().delete()
    KeahlianMentor.objects.bulk_create(
        KeahlianMentor(
            mentor=mentor,
            bidang_id=one.bidang_id,
            tingkat=one.tingkat,
            pengalaman=one.pengalaman.strip(),
        )
        for one in profil.keahlian
    )


def _check(profil: Profil, instansi_id: int) -> None:
    chosen = [one.bidang_id for one in profil.keahlian]
    known = Bidang.objects.of_agency(instansi_id).filter(pk__in=chosen).count()
    for wrong, why in (
        (
            not LOWEST <= profil.kapasitas <= MOST_MENTEES,
            _("Kapasitas paling sedikit 1 dan paling banyak %(n)d.") % {"n": MOST_MENTEES},
        ),
        (
            profil.tersedia and not chosen,
            _("Isi paling sedikit satu bidang dengan pengalaman Anda di dalamnya."),
        ),
        (len(set(chosen)) < len(chosen), _("Satu bidang diisi dua kali. Satukan pengalamannya.")),
        (known < len(chosen), _("Pilih bidang dari daftar.")),
        (
            not all(_is_told(one) for one in profil.keahlian),
            _("Isi tingkat dan pengalaman untuk setiap bidang."),
        ),
    ):
        if wrong:
            raise Refused(why)


def _is_told(one: IsiKeahlian) -> bool:
    return bool(one.pengalaman.strip()) and LOWEST <= one.tingkat <= HIGHEST
