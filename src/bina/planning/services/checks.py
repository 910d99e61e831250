"""What a result may not hold, whichever way it comes in: pages, templates, many at once."""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from bina.planning import penugasan
from bina.planning.completeness import same_words
from bina.planning.isi import IsiHasil, IsiIndikator
from bina.planning.models import HasilKerja, JenisSkp, Skp
from bina.planning.services.refusals import Refused


def refuse_odd(skp: Skp, isi: IsiHasil) -> None:
    """A perspektif is a column of the JPT form alone; ranges rise; no indicator twice."""
    if isi.perspektif and skp.jenis != JenisSkp.JPT:
        raise Refused(
            _(
                "Perspektif hanya ada pada SKP pejabat pimpinan tinggi dan pimpinan unit kerja "
                "mandiri. Kosongkan perspektifnya."
            )
        )
    refuse_odd_indicators(isi)


def refuse_odd_indicators(isi: IsiHasil) -> None:
    words = [same_words(one.uraian) for one in isi.indikator]
    if len(set(words)) < len(words):
        raise Refused(_("Ada dua indikator yang sama. Ubah atau hapus salah satu."))
    for one in isi.indikator:
        _refuse_odd_target(one)


def _refuse_odd_target(one: IsiIndikator) -> None:
    if one.target_atas is None:
        return
    if one.target is None or one.target_atas <= one.target:
        raise Refused(
            _("Rentang target “%(nama)s” terbalik. Tulis batas bawah dulu, lalu batas atas.")
            % {"nama": one.uraian}
        )


def assigned(skp: Skp, hasil: HasilKerja, isi: IsiHasil, on: date) -> IsiHasil:
    """Names whoever assigned it as they are called that day. Raises Refused for whoever may not
    assign to this person any more."""
    chosen = isi.pemberi_tugas_id
    if chosen is None:
        return isi
    if chosen == hasil.pemberi_tugas_id:
        return replace(isi, penugasan_dari=hasil.penugasan_dari)
    for one in penugasan.assigners(skp, on=on):
        if one.orang_id == chosen:
            return replace(isi, penugasan_dari=one.sebutan)
    raise Refused(
        _(
            "Pemberi tugas yang dipilih tidak memimpin tim atau unit Anda lagi. Pilih dari daftar "
            "terbaru, atau tulis namanya sebagai pihak lain."
        )
    )
