"""What an SKP lacks before it can be submitted (kinerja.md 1.4; formulir.md 1)."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from bina.planning import pilihan
from bina.planning.models import JenisLampiran, NilaiPerilaku, Skp
from bina.planning.reading import Lists
from bina.planning.rencana import HasilRencana, IndikatorRencana, Rencana
from bina.planning.sidik import sidik_of


@dataclass(frozen=True, slots=True)
class Kekurangan:
    """One thing to mend, in words, and the part of the draft where it is mended."""

    bagian: str
    pesan: str
    hasil_id: int | None = None
    judul: str = ""


def missing(skp: Skp, rencana: Rencana, annex: Lists) -> list[Kekurangan]:
    """Everything missing, in the order of the form."""
    found = list(_hasil(rencana))
    if {one.nilai for one in skp.perilaku.all()} != set(NilaiPerilaku.values):
        found.append(Kekurangan("perilaku", _("Tujuh nilai BerAKHLAK belum lengkap.")))
    found += [
        Kekurangan("lampiran", _("%(daftar)s belum diisi.") % {"daftar": label})
        for jenis, label in JenisLampiran.choices
        if not annex.get(jenis)
    ]
    if pilihan.clarification(skp.pegawai.instansi, on=skp.mulai) == "wajib":
        found += _klarifikasi(skp, rencana)
    return found


def _klarifikasi(skp: Skp, rencana: Rencana) -> Iterator[Kekurangan]:
    """Only where the agency makes the signatures a duty; elsewhere the page reminds."""
    one = getattr(skp, "klarifikasi", None)
    if one is None or not one.is_agreed_on(sidik_of(rencana)):
        yield Kekurangan(
            "klarifikasi", _("Klarifikasi ekspektasi belum disepakati Anda berdua dengan pimpinan.")
        )


def _hasil(rencana: Rencana) -> Iterator[Kekurangan]:
    if not rencana.utama:
        yield Kekurangan("hasil", _("Belum ada hasil kerja utama. Tambahkan sedikitnya satu."))
    for one in rencana.hasil:
        for pesan in _of_result(rencana, one):
            yield Kekurangan("hasil", pesan, one.id, one.uraian)


def _of_result(rencana: Rencana, one: HasilRencana) -> Iterator[str]:
    yield from _of_purpose(rencana, one)
    if not one.indikator:
        yield _("Belum ada indikator. Tambahkan sedikitnya satu.")
    if len({same_words(each.uraian) for each in one.indikator}) < len(one.indikator):
        yield _("Ada dua indikator yang sama. Ubah atau hapus salah satu.")
    for each in one.indikator:
        yield from _of_indicator(rencana, each)


def _of_purpose(rencana: Rencana, one: HasilRencana) -> Iterator[str]:
    """The benefit is a duty of the cycle (issue 2); a perspektif a column of the JPT form."""
    if not one.manfaat.strip():
        yield _("Manfaatnya belum ditulis.")
    if not one.penerima_manfaat.strip():
        yield _("Penerima manfaatnya belum ditulis.")
    if rencana.jenis == "jpt" and not one.perspektif:
        yield _("Perspektifnya belum dipilih.")


def _of_indicator(rencana: Rencana, one: IndikatorRencana) -> Iterator[str]:
    nama = {"nama": one.uraian}
    if one.target is None and not one.target_teks.strip():
        yield _("Target “%(nama)s” belum diisi.") % nama
    if one.target is not None and not one.satuan.strip():
        yield _("Satuan target “%(nama)s” belum diisi.") % nama
    beraspek = rencana.jenis == "ja_jf" and rencana.pendekatan == "kuantitatif"
    if beraspek and not one.aspek:
        yield _("Aspek “%(nama)s” belum dipilih.") % nama


def same_words(text: str) -> str:
    """Two texts are the same when they differ only in capitals and spaces."""
    return " ".join(text.casefold().split())
