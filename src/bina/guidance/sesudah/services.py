"""What is written once a guidance is over: the person's view of it, and their competency."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.accounts.models import Orang
from bina.core import audit
from bina.core.workflow import WrongState
from bina.guidance import kasus
from bina.guidance.kasus import Kasus
from bina.guidance.models import EvaluasiKompetensi, NilaiKompetensi, Sebagai, UmpanBalikAkhir
from bina.guidance.models.sesudah import HIGHEST, LOWEST
from bina.guidance.services.refusals import Refused
from bina.people import hierarchy


@dataclass(frozen=True, slots=True)
class IsiNilai:
    """One competency of B.1.9; `standar` and `sebelum` are ours, both or neither."""

    nama: str
    nilai: int
    alasan: str
    standar: int | None = None
    sebelum: int | None = None


def addressee(one: Kasus, *, on: date) -> Orang | None:
    """The superior of whoever guided; of the pimpinan where whoever guided has none here (a coach
    from outside). Never whoever guided, nor the person: they would be telling themselves."""
    guides = [one.pemandu.pk, one.penilai.pk]
    found = hierarchy.superiors_of(guides, on=on)
    for guide in guides:
        above = found.get(guide)
        if above is not None and above.pk not in {one.pegawai.pk, one.pemandu.pk}:
            return above
    return None


@transaction.atomic
def hand_over(
    *,
    jenis: str,
    kasus_id: int,
    jawaban: Mapping[str, str],
    actor: Any,
    pada: datetime,
    on: date,
) -> UmpanBalikAkhir:
    """isi_umpan_balik_akhir: the nine texts, signed and handed to the superior of whoever guided.

    Raises DoesNotExist, PermissionDenied; WrongState when it was handed over already; Refused
    before the guidance is over, with an empty text, or with nobody to hand it to.
    """
    one = _locked(jenis, kasus_id, "isi_umpan_balik_akhir", actor, on)
    _refuse_again(UmpanBalikAkhir, one)
    made = UmpanBalikAkhir.objects.create(
        **one.kunci,
        pegawai=one.pegawai,
        pemandu=one.pemandu,
        kepada=_receiver(one, on),
        ditandatangani_pada=pada,
        **_said(jawaban),
    )
    audit.record("umpan_balik_akhir.serahkan", pelaku=actor, objek=made, pada=pada)
    return made


def _said(jawaban: Mapping[str, str]) -> dict[str, str]:
    found = {name: jawaban.get(name, "").strip() for name in UmpanBalikAkhir.KRITERIA}
    if not all(found.values()):
        raise Refused(_("Isi kesembilan kriteria; satu kalimat sudah cukup."))
    return found


def _receiver(one: Kasus, on: date) -> Orang:
    above = addressee(one, on=on)
    if above is None:
        raise Refused(
            _(
                "Bina tidak menemukan atasan dari %(nama)s yang dapat menerimanya. Minta pengelola "
                "kinerja mencatat atasannya, lalu serahkan lagi."
            )
            % {"nama": one.pemandu}
        )
    return above


def _locked(jenis: str, kasus_id: int, act: str, actor: Any, on: date) -> Kasus:
    rows = kasus.visible(jenis, actor, on).select_for_update(of=("self",))
    one = Kasus(jenis, rows.get(pk=kasus_id))
    policy.require(actor, f"{jenis}.{act}", one.objek, on=on)
    if not one.is_over():
        raise Refused(_("Bimbingan ini belum selesai. Lembar ini diisi sesudahnya."))
    return one


def _refuse_again(model: Any, one: Kasus) -> None:
    if model.objects.filter(**one.kunci).exists():
        raise WrongState(f"{model.__name__}: written already")


@transaction.atomic
def mark_read(*, pk: int, actor: Any, pada: datetime, on: date) -> UmpanBalikAkhir:
    """tandai_dibaca: the addressee has read it. Raises DoesNotExist, PermissionDenied, WrongState
    when they had."""
    rows = UmpanBalikAkhir.objects.visible_to(actor, on=on)
    one = rows.select_for_update(of=("self",)).get(pk=pk)
    policy.require(actor, "umpan_balik_akhir.tandai_dibaca", one, on=on)
    if one.dibaca_pada is not None:
        raise WrongState("umpan_balik_akhir.tandai_dibaca: read already")
    one.dibaca_pada = pada
    one.save(update_fields=["dibaca_pada"])
    audit.record(
        "umpan_balik_akhir.tandai_dibaca", pelaku=actor, objek=one, pada=pada, berubah=["dibaca"]
    )
    return one


@transaction.atomic
def judge(
    *,
    jenis: str,
    kasus_id: int,
    nilai: tuple[IsiNilai, ...],
    actor: Any,
    pada: datetime,
    on: date,
) -> EvaluasiKompetensi:
    """nilai_kompetensi: by the pimpinan or whoever guided by assignment, once.

    Raises DoesNotExist, PermissionDenied; WrongState when the other of the two was faster;
    Refused before the guidance is over and with what is missing.
    """
    one = _locked(jenis, kasus_id, "nilai_kompetensi", actor, on)
    _refuse_again(EvaluasiKompetensi, one)
    _check(nilai)
    made = EvaluasiKompetensi.objects.create(
        **one.kunci,
        pegawai=one.pegawai,
        penilai=one.penilai,
        oleh=actor,
        sebagai=_as_what(one, actor),
        ditandatangani_pada=pada,
    )
    _write_levels(made, nilai)
    audit.record("evaluasi_kompetensi.nilai", pelaku=actor, objek=made, pada=pada)
    return made


def _as_what(one: Kasus, actor: Any) -> Sebagai:
    return Sebagai.PIMPINAN if actor.pk == one.penilai.pk else Sebagai.PIHAK_LAIN


def _write_levels(made: EvaluasiKompetensi, nilai: tuple[IsiNilai, ...]) -> None:
    NilaiKompetensi.objects.bulk_create(
        NilaiKompetensi(
            evaluasi=made,
            nama=each.nama.strip(),
            standar=each.standar,
            sebelum=each.sebelum,
            nilai=each.nilai,
            alasan=each.alasan.strip(),
        )
        for each in nilai
    )


def _check(nilai: tuple[IsiNilai, ...]) -> None:
    names = [each.nama.strip().lower() for each in nilai]
    for wrong, why in (
        (not nilai, _("Nilai paling sedikit satu kompetensi.")),
        (not all(names), _("Isi nama setiap kompetensi.")),
        (len(set(names)) < len(names), _("Satu kompetensi dinilai dua kali. Satukan alasannya.")),
        (not all(_in_scale(each) for each in nilai), _("Nilai dari 1 sampai 5.")),
        (not all(each.alasan.strip() for each in nilai), _("Isi alasan untuk setiap nilai.")),
        (
            any((each.standar is None) != (each.sebelum is None) for each in nilai),
            _("Isi standar dan tingkat sebelumnya berdua, atau kosongkan keduanya."),
        ),
    ):
        if wrong:
            raise Refused(why)


def _in_scale(each: IsiNilai) -> bool:
    given = [one for one in (each.nilai, each.standar, each.sebelum) if one is not None]
    return all(LOWEST <= one <= HIGHEST for one in given)


@transaction.atomic
def log_reading(*, objek: Any, bentuk: str, actor: Any, pada: datetime) -> None:
    """baca: every reading of what was said after guidance leaves a line, never its contents."""
    noun = "umpan_balik_akhir" if isinstance(objek, UmpanBalikAkhir) else "evaluasi_kompetensi"
    audit.record(f"{noun}.baca", pelaku=actor, objek=objek, pada=pada, fakta={"bentuk": bentuk})
