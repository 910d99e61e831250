"""The parties of a form, as they stood on a day."""

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from bina.core.dated import in_force
from bina.documents.door import Pihak
from bina.people.models import Penempatan

_PLACES = ("Pemerintah ", "Provinsi ", "Kabupaten ", "Kota ")
_FIRST = {"definitif": 0, "plt": 1, "plh": 2}


def pihak(orang: Any, *, on: date, penempatan: Penempatan | None = None) -> Pihak:
    """A person as a form names them: in this placement, else in the one they held that day.

    Who holds none (a regent, a minister) is named by their agency.
    """
    held = penempatan or placement_of(orang.pk, on=on)
    instansi = str(orang.instansi) if orang.instansi_id else None
    return Pihak(
        nama=orang.nama_lengkap,
        nip=orang.nip,
        pangkat=_pangkat_of(orang),
        jabatan=jabatan(held) if held else f"Pimpinan {instansi or 'instansi'}",
        unit_kerja=held.unit.nama if held else instansi,
        instansi=instansi,
    )


def nobody_yet(instansi: str) -> Pihak:
    """Stands on a preview while no superior is recorded."""
    return Pihak(nama="(belum tercatat)", nip=None, jabatan="-", unit_kerja="-", instansi=instansi)


def placement_of(orang_id: int, *, on: date) -> Penempatan | None:
    """The placement held that day, the definitive one before an acting one."""
    rows = Penempatan.objects.filter(in_force(on), orang=orang_id)
    found = sorted(rows.select_related("unit", "jabatan"), key=lambda p: (_FIRST[p.jenis], p.pk))
    return found[0] if found else None


def seat(instansi: str) -> str:
    """The place a form is dated from: the name of the region, where the agency bears one."""
    for word in _PLACES:
        instansi = instansi.removeprefix(word)
    return instansi


def pangkat(golongan: str) -> str:
    """`Penata Muda/ III/a`; a grade without a rank (PPPK) stands alone."""
    nama = _ranks().get(golongan)
    return f"{nama}/ {golongan}" if nama else golongan


def _pangkat_of(orang: Any) -> str | None:
    pegawai = getattr(orang, "pegawai", None)
    return pangkat(pegawai.golongan) if pegawai and pegawai.golongan else None


def jabatan(held: Penempatan) -> str:
    kind = "" if held.jenis == "definitif" else f"{held.get_jenis_display()} "
    return f"{kind}{held.jabatan.nama}"


@cache
def _ranks() -> dict[str, str]:
    source = files("bina.planning.data").joinpath("pangkat.toml")
    return dict(tomllib.loads(source.read_text("utf-8"))["pangkat"])
