"""Recording progress with its evidence, and voiding a mistaken entry."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import URLValidator
from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit, files
from bina.core.workflow import WrongState
from bina.monitoring import law, pengamatan, subject
from bina.monitoring.models import Bukti, Realisasi
from bina.monitoring.services.refused import Refused
from bina.planning.door import IndikatorRencana, Rencana
from bina.ui.tulisan import tanggal as words_of

_http = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True, slots=True)
class BuktiBaru:
    """Evidence as given: a file or a link, or neither."""

    berkas: UploadedFile | None = None
    url: str = ""
    judul: str = ""

    @property
    def given(self) -> bool:
        return bool(self.berkas or self.url)


NONE = BuktiBaru()


@transaction.atomic
def record_progress(
    *,
    skp_id: int,
    indikator_kunci: UUID,
    tanggal: date,
    nilai: Decimal | None,
    nilai_teks: str,
    uraian: str,
    actor: Any,
    pada: datetime,
    on: date,
    bukti: BuktiBaru = NONE,
) -> Realisasi:
    """Write down what was achieved on a day, with a file and/or a link that shows it.

    Raises ObjectDoesNotExist, PermissionDenied, Refused, core.files.FileRefused.
    """
    rencana = subject.find(actor, "catat", skp_id, on=on)
    indikator = subject.indicator(rencana, indikator_kunci)
    check_day(rencana, tanggal, on)
    _check_value(indikator, nilai, nilai_teks)
    check_link(bukti)
    made = Realisasi(skp_id=skp_id, indikator_id=indikator.id, dicatat_oleh=actor, dibuat=pada)
    made.tanggal, made.nilai, made.nilai_teks, made.uraian = tanggal, nilai, nilai_teks, uraian
    made.save(force_insert=True)
    added = attach(made, bukti, actor, pada)
    pengamatan.look_at_plan(skp_id, law=law.of(actor), on=on)
    _trace(made, len(added), actor, pada)
    return made


def _trace(made: Realisasi, bukti: int, actor: Any, pada: datetime) -> None:
    ke: dict[str, audit.Fact] = {"indikator": made.indikator_id, "tanggal": made.tanggal}
    ke |= {"nilai": made.nilai, "bukti": bukti}
    audit.record("realisasi.catat", pelaku=actor, objek=made, pada=pada, ke=ke)


@transaction.atomic
def add_evidence(
    *, realisasi_id: int, bukti: BuktiBaru, actor: Any, pada: datetime, on: date
) -> list[Bukti]:
    """Hang a file and/or a link on an entry that stands.

    Raises Realisasi.DoesNotExist, PermissionDenied, WrongState, Refused, FileRefused.
    """
    entry = _standing(realisasi_id, "tambah_bukti", actor, on)
    if not bukti.given:
        raise Refused(_("Belum ada bukti. Pilih berkas atau tulis tautannya."), "berkas")
    check_link(bukti)
    added = attach(entry, bukti, actor, pada)
    audit.record(
        "realisasi.tambah_bukti", pelaku=actor, objek=entry, pada=pada, ke={"bukti": len(added)}
    )
    return added


@transaction.atomic
def void_progress(
    *, realisasi_id: int, alasan: str, actor: Any, pada: datetime, on: date
) -> Realisasi:
    """Void a mistaken entry: it no longer counts, and stays readable with the reason.

    Raises Realisasi.DoesNotExist, PermissionDenied, WrongState when already voided, Refused.
    """
    entry = _standing(realisasi_id, "batalkan", actor, on)
    if not alasan.strip():
        raise Refused(_("Alasan belum diisi. Tulis apa yang keliru pada catatan ini."), "alasan")
    entry.dibatalkan_pada = pada
    entry.alasan_batal = alasan.strip()
    entry.save(update_fields=["dibatalkan_pada", "alasan_batal"])
    running = subject.running(entry.skp_id, on=on)  # the entry may be of an earlier version
    pengamatan.look_at_plan(running.skp_id, law=law.of(actor), on=on)
    audit.record(
        "realisasi.batalkan",
        pelaku=actor,
        objek=entry,
        pada=pada,
        berubah=["dibatalkan_pada", "alasan_batal"],
        dari={"nilai": entry.nilai},
    )
    return entry


def _standing(realisasi_id: int, act: str, actor: Any, on: date) -> Realisasi:
    seen = Realisasi.objects.visible_to(actor, on=on)
    entry = seen.select_for_update(of=("self",)).get(pk=realisasi_id)
    policy.require(actor, f"realisasi.{act}", entry, on=on)
    if not entry.is_valid:
        raise WrongState(f"realisasi.{act}: voided")
    return entry


def check_day(rencana: Rencana, tanggal: date, on: date) -> None:
    if tanggal > on:
        raise Refused(
            _("Tanggal belum tiba. Catat yang sudah terjadi, paling akhir hari ini."), "tanggal"
        )
    if not rencana.mulai <= tanggal <= rencana.selesai:
        raise Refused(
            _("Tanggal di luar masa SKP. Pilih antara %(mulai)s dan %(selesai)s.")
            % {"mulai": words_of(rencana.mulai), "selesai": words_of(rencana.selesai)},
            "tanggal",
        )


def _check_value(indikator: IndikatorRencana, nilai: Decimal | None, teks: str) -> None:
    if indikator.target is None:
        if nilai is not None or not teks.strip():
            raise Refused(_("Targetnya berupa kata-kata. Tulis capaiannya singkat."), "nilai")
        return
    if nilai is None or teks:
        raise Refused(_("Angka capaian belum diisi. Tulis angka saja, misalnya 36."), "nilai")
    if nilai < 0:
        raise Refused(
            _("Angka tidak boleh kurang dari nol. Yang keliru dibatalkan, bukan dikurangi."),
            "nilai",
        )


def check_link(bukti: BuktiBaru) -> None:
    if not bukti.url:
        return
    try:
        _http(bukti.url)
    except ValidationError as wrong:
        raise Refused(
            _("Tautan tidak dikenali. Salin alamat lengkapnya, mulai dari https://."), "url"
        ) from wrong


def attach(entry: Realisasi, bukti: BuktiBaru, actor: Any, pada: datetime) -> list[Bukti]:
    made: list[Bukti] = []
    judul = bukti.judul.strip()
    if bukti.url:
        titled = (judul or bukti.url)[:200]
        made.append(Bukti(realisasi=entry, url=bukti.url, judul=titled, dibuat=pada))
    if bukti.berkas:
        kept = files.accept(bukti.berkas, oleh=actor, pada=pada, kinds=files.EVIDENCE)
        titled = (judul if judul and not bukti.url else kept.nama)[:200]
        made.append(Bukti(realisasi=entry, berkas=kept, judul=titled, dibuat=pada))
    for one in made:
        one.save(force_insert=True)
    return made
