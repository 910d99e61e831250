"""A matter of conduct: named, told to the person, answered, reviewed, handed up or settled.

PermenPANRB 6/2022: whoever appraises must tell the person first and wait; only what was told and
has not changed is reported (spec kompetensi.md 4.3). Every word is sealed; the trail names the
matter by its pseudonym.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit, handing, sealed
from bina.guidance.models import BagianTersegel, MasalahPerilaku, TeksTersegel, Triase
from bina.guidance.perilaku.workflow import MASALAH
from bina.guidance.services.refusals import Refused
from bina.law import door as law_room
from bina.people.models import Pegawai
from bina.rules.pembinaan import Rekomendasi, rekomendasi_pembinaan

LAPORAN = "konseling.laporan_perilaku"
DARI = "guidance.masalahperilaku"


@dataclass(frozen=True, slots=True)
class Pembicaraan:
    """The talk: when, what was said, what the person answered, when one looks again."""

    tanggal: date
    isi: str
    jawaban: str
    tinjau_pada: date
    menghambat: bool


def name(triase: Triase, *, actor: Any, pada: datetime) -> MasalahPerilaku:
    """Conduct was named as a cause: kept sealed, in the matter open between the two.

    Inside the transaction of the triage; the person who names it themselves sees it from then on.
    """
    # Two who name it at once queue at the person, and meet in one matter.
    Pegawai.objects.select_for_update(no_key=True, of=("self",)).get(pk=triase.pegawai_id)
    between = MasalahPerilaku.objects.filter(pegawai=triase.pegawai, penilai=triase.penilai)
    masalah = between.open().with_people().first() or _begun(triase, pada)
    if actor.pk == triase.pegawai_id and not masalah.diberitahukan:
        masalah.diberitahukan = True
        masalah.save(update_fields=["diberitahukan"])
    _write(masalah, BagianTersegel.URAIAN, {"disebut": "perilaku"}, actor, pada)
    _trace("sebut", masalah, actor, pada)
    return masalah


def _begun(triase: Triase, pada: datetime) -> MasalahPerilaku:
    made = MasalahPerilaku(pegawai=triase.pegawai, penilai=triase.penilai, triase=triase)
    made.dibuat, made.kunci = pada, sealed.new_key(made.segel_tentang)
    made.save(force_insert=True)
    return made


@transaction.atomic
def tell(*, kode: UUID, isi: Pembicaraan, actor: Any, pada: datetime, on: date) -> MasalahPerilaku:
    """bicarakan: the talk was held; from now on the person reads it and may answer.

    Raises MasalahPerilaku.DoesNotExist, PermissionDenied, WrongState, Refused.
    """
    masalah = _locked(kode, "bicarakan", actor, on)
    masalah.status = MASALAH.take("bicarakan", masalah.status)
    _check(isi, on)
    masalah.diberitahukan, masalah.tinjau_pada = True, isi.tinjau_pada
    masalah.save(update_fields=["status", "diberitahukan", "tinjau_pada"])
    content = {
        "tanggal": isi.tanggal.isoformat(),
        "isi": isi.isi.strip(),
        "jawaban": isi.jawaban.strip(),
        "menghambat": isi.menghambat,
    }
    _write(masalah, BagianTersegel.PEMBICARAAN, content, actor, pada)
    _trace("bicarakan", masalah, actor, pada)
    return masalah


def _check(isi: Pembicaraan, on: date) -> None:
    if not isi.isi.strip():
        raise Refused(_("Tulis apa yang dibicarakan: kejadian, perilaku, dan dampaknya."))
    if isi.tanggal > on:
        raise Refused(_("Pembicaraan ini belum terjadi. Isi tanggal hari ini atau sebelumnya."))
    if isi.tinjau_pada <= isi.tanggal:
        raise Refused(_("Tanggal tinjau harus sesudah pembicaraan. Beri waktu untuk berubah."))


@transaction.atomic
def answer(*, kode: UUID, isi: str, actor: Any, pada: datetime, on: date) -> MasalahPerilaku:
    """tanggapi: the person's own words beside the talk. Raises as `tell`."""
    masalah = _locked(kode, "tanggapi", actor, on)
    MASALAH.take("tanggapi", masalah.status)
    if not isi.strip():
        raise Refused(_("Tanggapan belum diisi."))
    _write(masalah, BagianTersegel.TANGGAPAN, {"isi": isi.strip()}, actor, pada)
    _trace("tanggapi", masalah, actor, pada)
    return masalah


@transaction.atomic
def review(
    *, kode: UUID, berubah: bool, isi: str, actor: Any, pada: datetime, on: date
) -> MasalahPerilaku:
    """nyatakan_berubah or serahkan: settled, or reported for counselling where the rule says so.

    Raises as `tell`; Refused before the day agreed for it, and where nothing is hampered.
    """
    act = "nyatakan_berubah" if berubah else "serahkan"
    masalah = _locked(kode, act, actor, on)
    masalah.status = MASALAH.take(act, masalah.status)
    if not isi.strip():
        raise Refused(_("Tulis apa yang Anda lihat sejak pembicaraan itu."))
    if not berubah:
        _refuse_report(masalah, on)
        handing.hand_up(LAPORAN, dari=DARI, kode=masalah.kode, pada=pada)
    masalah.save(update_fields=["status"])
    content = {"berubah": berubah, "isi": isi.strip()}
    _write(masalah, BagianTersegel.TINJAUAN, content, actor, pada)
    _trace(act, masalah, actor, pada)
    return masalah


def _refuse_report(masalah: MasalahPerilaku, on: date) -> None:
    """Reported is only what the rule calls counselling: hampering, told, unchanged."""
    if masalah.tinjau_pada and on < masalah.tinjau_pada:
        raise Refused(_("Hari tinjau yang disepakati belum tiba. Nilai lagi pada hari itu."))
    last = masalah.teks.filter(bagian=BagianTersegel.PEMBICARAAN).order_by("nomor").last()
    assert last is not None, "it was told before it is reviewed"
    found = rekomendasi_pembinaan(
        kesenjangan_kinerja="tidak_ada",
        penyebab=["perilaku"],
        menghambat=bool(last.content()["menghambat"]),
        dikomunikasikan=True,
        berubah=False,
        law=law_room.parameters(masalah.pegawai.instansi),
        on=on,
    )
    if found.rekomendasi != Rekomendasi.KONSELING:
        raise Refused(
            _(
                "Menurut catatan Anda perilaku ini tidak menghambat tim atau unit. Bicarakan lagi, "
                "dan catat bila ternyata menghambat."
            )
        )


@transaction.atomic
def withdraw(*, kode: UUID, actor: Any, pada: datetime, on: date) -> MasalahPerilaku:
    """tarik: named in error, before it was told. Raises as `tell`."""
    masalah = _locked(kode, "tarik", actor, on)
    masalah.status = MASALAH.take("tarik", masalah.status)
    masalah.save(update_fields=["status"])
    _trace("tarik", masalah, actor, pada)
    return masalah


def log_reading(masalah: MasalahPerilaku, *, actor: Any, pada: datetime) -> None:
    """Every reading of sealed words leaves a line (security.md)."""
    with transaction.atomic():
        _trace("baca", masalah, actor, pada)


def open_between(pegawai_id: int, reader: Any, *, on: date) -> MasalahPerilaku | None:
    """The matter under way about this person that the reader may see."""
    visible = MasalahPerilaku.objects.visible_to(reader, on=on).open()
    return visible.filter(pegawai=pegawai_id).order_by("-dibuat").first()


def _locked(kode: UUID, act: str, actor: Any, on: date) -> MasalahPerilaku:
    visible = MasalahPerilaku.objects.visible_to(actor, on=on).with_people()
    masalah = visible.select_for_update(of=("self",)).get(pk=kode)
    policy.require(actor, f"masalah_perilaku.{act}", masalah, on=on)
    return masalah


def _write(
    masalah: MasalahPerilaku,
    bagian: BagianTersegel,
    content: dict[str, Any],
    actor: Any,
    pada: datetime,
) -> None:
    row = TeksTersegel(masalah=masalah, bagian=bagian, penulis_id=actor.pk, dibuat=pada)
    row.nomor = masalah.teks.count() + 1
    row.seal(content)
    row.save(force_insert=True)


def _trace(act: str, masalah: MasalahPerilaku, actor: Any, pada: datetime) -> None:
    audit.record(f"masalah_perilaku.{act}", pelaku=actor, objek=masalah, pada=pada)
