"""Triage: opened from a signal or asked for, weighed by both, decided by the penilai.

PermenPANRB 6/2022 Pasal 20 ayat (3) huruf c and Pasal 21. The rule recommends; a person
decides, and where they decide otherwise they say why.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.guidance import saran
from bina.guidance.models import AsalTriase, KebutuhanKarier, Penyebab, Pilihan, Triase
from bina.guidance.perilaku import services as perilaku
from bina.guidance.services.refusals import Refused
from bina.guidance.workflow import TRIASE
from bina.law import door as law_room
from bina.people import hierarchy
from bina.people.models import Pegawai
from bina.planning import door as planning


@dataclass(frozen=True, slots=True)
class Sebab:
    """The causes somebody names, and a career need."""

    penyebab: tuple[str, ...] = ()
    kebutuhan_karier: str = ""
    perilaku: bool = False  # kept sealed, apart from the triage

    def checked(self) -> "Sebab":
        """Only what is kept here: health never, conduct elsewhere and sealed."""
        unknown = set(self.penyebab) - set(Penyebab.values)
        if unknown or self.kebutuhan_karier not in {"", *KebutuhanKarier.values}:
            raise Refused(_("Penyebab ini tidak dikenal. Pilih dari daftar."))
        return self


@dataclass(frozen=True, slots=True)
class Perihal:
    """About whom and about which result the question is."""

    pegawai_id: int
    penilai_id: int
    rencana: planning.Rencana | None = None
    hasil: planning.HasilRencana | None = None


@transaction.atomic
def weigh_signal(
    *, skp_id: int, hasil_kunci: UUID, sebab: Sebab, actor: Any, pada: datetime, on: date
) -> Triase:
    """timbang: the penilai takes up a result that lags.

    Raises PermissionDenied; Refused where the result is not in the plan or is weighed already.
    """
    rencana = _plan(skp_id, "bimbingan.timbang", actor, on)
    hasil = _result(rencana, hasil_kunci)
    assert rencana.penilai_id is not None, "an established plan has its penilai"
    about = Perihal(rencana.pegawai_id, rencana.penilai_id, rencana, hasil)
    return _opened(about, AsalTriase.SINYAL, sebab, actor, pada, on)


@transaction.atomic
def ask_guidance(
    *, hasil_kunci: UUID | None, sebab: Sebab, actor: Any, pada: datetime, on: date
) -> Triase:
    """minta: a person asks for guidance, about a result of the plan in force or in general.

    Raises Pegawai.DoesNotExist for somebody who is none; Refused where no penilai is known.
    """
    pegawai = Pegawai.objects.get(pk=actor.pk)
    rencana = planning.running_of(pegawai.pk, on=on)
    if rencana is not None:
        _plan(rencana.skp_id, "bimbingan.minta", actor, on)
    if hasil_kunci is not None and rencana is None:
        raise Refused(_("SKP Anda belum berlaku. Pilih bimbingan tanpa hasil kerja tertentu."))
    hasil = _result(rencana, hasil_kunci) if rencana and hasil_kunci else None
    penilai_id = rencana.penilai_id if rencana else _superior(pegawai, on)
    if penilai_id is None:
        raise Refused(
            _(
                "Pejabat Penilai Kinerja Anda belum tercatat. Minta pengelola kinerja "
                "mencatatnya lewat halaman Atasan saya, lalu kirim lagi."
            )
        )
    about = Perihal(pegawai.pk, penilai_id, rencana, hasil)
    return _opened(about, AsalTriase.PEGAWAI, sebab, actor, pada, on)


def _superior(pegawai: Pegawai, on: date) -> int | None:
    found = hierarchy.superior_of(pegawai.pk, on=on)
    return found.pk if found else None


def _plan(skp_id: int, action: str, actor: Any, on: date) -> planning.Rencana:
    """The plan, if the actor may do this on it. PermissionDenied otherwise."""
    found = planning.running_ids(on=on).filter(policy.scope(actor, action, on=on))
    if not found.filter(pk=skp_id).exists():
        raise PermissionDenied(action)
    return planning.plan(skp_id)


def _result(rencana: planning.Rencana, kunci: UUID) -> planning.HasilRencana:
    for one in rencana.hasil:
        if one.kunci == kunci:
            return one
    raise Refused(_("Hasil kerja ini tidak ada dalam SKP yang berlaku. Pilih yang lain."))


def _opened(
    about: Perihal, asal: AsalTriase, sebab: Sebab, actor: Any, pada: datetime, on: date
) -> Triase:
    kunci = about.hasil.kunci if about.hasil else None
    # Two who open the same at once queue at the person and do not both succeed.
    people = Pegawai.objects.select_for_update(no_key=True, of=("self",))
    pegawai = people.select_related("instansi").get(pk=about.pegawai_id)
    if Triase.objects.open().filter(pegawai=about.pegawai_id, hasil_kunci=kunci).exists():
        raise Refused(_("Hal ini sudah ditimbang dan belum diputus. Lanjutkan yang sudah ada."))
    found = _keadaan(about, pegawai, on)
    triase = Triase(
        pegawai=pegawai,
        penilai_id=about.penilai_id,
        skp_id=about.rencana.skp_id if about.rencana else None,
        hasil_kunci=kunci,
        hasil_judul=about.hasil.uraian if about.hasil else "",
        asal=asal,
        kemajuan=found.kemajuan,
        waktu=found.waktu,
        kesenjangan=found.kesenjangan,
        kelas=found.kelas,
        dibuat=pada,
        dibuat_oleh=actor,
    )
    _named(triase, sebab, of_pegawai=actor.pk == about.pegawai_id)
    _recommended(triase, on, found.dasar)
    triase.save()
    audit.record("triase.buka", pelaku=actor, objek=triase, pada=pada)
    _conduct(triase, sebab, actor, pada)
    return triase


def _conduct(triase: Triase, sebab: Sebab, actor: Any, pada: datetime) -> None:
    if sebab.perilaku:
        perilaku.name(triase, actor=actor, pada=pada)


def _keadaan(about: Perihal, pegawai: Pegawai, on: date) -> saran.Keadaan:
    if about.rencana is None or about.hasil is None:
        return saran.Keadaan()
    law = law_room.parameters(pegawai.instansi)
    return saran.keadaan(about.rencana.skp_id, about.hasil.kunci, law=law, on=on)


def _named(triase: Triase, sebab: Sebab, *, of_pegawai: bool) -> None:
    kept = sebab.checked()
    if of_pegawai:
        triase.penyebab_pegawai = list(kept.penyebab)
        triase.kebutuhan_karier = kept.kebutuhan_karier
    else:
        triase.penyebab_penilai = list(kept.penyebab)


def _recommended(triase: Triase, on: date, gap: Iterable[dict[str, str]] = ()) -> None:
    found = saran.of_triase(triase, on=on)
    triase.rekomendasi = found.rekomendasi.value
    triase.alasan_rekomendasi = found.alasan.value
    triase.kalimat = found.kalimat
    triase.tinjauan_penilai = found.tinjauan_penilai
    earlier = [one for one in triase.dasar if one["name"].startswith("pp11_2017.")]
    triase.dasar = [*(gap or earlier), *found.basis()]


@transaction.atomic
def name_causes(*, triase_id: int, sebab: Sebab, actor: Any, pada: datetime, on: date) -> Triase:
    """sebut_penyebab or timbang: each of the two says what they think lies behind it.

    Raises Triase.DoesNotExist, PermissionDenied, Refused; WrongState once decided.
    """
    triase = _locked(triase_id, actor, on)
    of_pegawai = actor.pk == triase.pegawai_id
    act = "sebut_penyebab" if of_pegawai else "timbang"
    policy.require(actor, f"triase.{act}", triase, on=on)
    TRIASE.take("putuskan", triase.status)  # what may no longer be decided is no longer weighed
    _named(triase, sebab, of_pegawai=of_pegawai)
    _recommended(triase, on)
    triase.save()
    audit.record(
        f"triase.{act}", pelaku=actor, objek=triase, pada=pada, berubah=["penyebab", "rekomendasi"]
    )
    _conduct(triase, sebab, actor, pada)
    return triase


@transaction.atomic
def decide(
    *, triase_id: int, pilihan: str, alasan: str, actor: Any, pada: datetime, on: date
) -> Triase:
    """putuskan: the penilai takes the recommendation, or something else with a reason.

    Raises Triase.DoesNotExist, PermissionDenied, WrongState; Refused without a reason.
    """
    triase = _locked(triase_id, actor, on)
    policy.require(actor, "triase.putuskan", triase, on=on)
    status = TRIASE.take("putuskan", triase.status)
    if pilihan not in Pilihan.values:
        raise Refused(_("Pilihan ini tidak dikenal. Pilih dari daftar."))
    differs = pilihan != triase.rekomendasi
    if differs and not alasan.strip():
        raise Refused(_("Pilihan Anda berbeda dari saran. Tuliskan alasannya; keduanya disimpan."))
    triase.status, triase.pilihan = status, pilihan
    triase.alasan_berbeda = alasan.strip() if differs else ""
    triase.diputus_oleh, triase.diputus_pada = actor, pada
    triase.save()
    audit.record(
        "triase.putuskan", pelaku=actor, objek=triase, pada=pada, berubah=["status", "pilihan"]
    )
    return triase


@transaction.atomic
def cancel(*, triase_id: int, actor: Any, pada: datetime, on: date) -> Triase:
    """batalkan: either of the two lets it go. Raises as `name_causes`."""
    triase = _locked(triase_id, actor, on)
    policy.require(actor, "triase.batalkan", triase, on=on)
    triase.status = TRIASE.take("batalkan", triase.status)
    triase.save(update_fields=["status"])
    audit.record("triase.batalkan", pelaku=actor, objek=triase, pada=pada, berubah=["status"])
    return triase


def _locked(triase_id: int, actor: Any, on: date) -> Triase:
    visible = Triase.objects.visible_to(actor, on=on)
    return visible.select_for_update(of=("self",)).get(pk=triase_id)
