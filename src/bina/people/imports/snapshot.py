"""What the database holds of one agency, as the check and the taking compare it.

Read once, as tuples: 100,000 people must fit beside the file.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from django.db.models import F

from bina.accounts.models import Orang
from bina.people.models import Atasan, Instansi, Jabatan, Pegawai, Penempatan, Unit

AT_ONCE = 5_000
JabatanKey = tuple[str, str, str]


class Known(NamedTuple):
    """A civil servant as stored; the fields a file can change, by the same names."""

    pk: int
    nip: str
    nama: str
    gelar_depan: str
    gelar_belakang: str
    email: str | None
    jenis_pegawai: str
    tanggal_lahir: date | None
    jenis_kelamin: str
    golongan: str
    tmt_golongan: date | None
    pendidikan: str
    tahun_lulus: int | None
    kedudukan_hukum: str
    tmt_kontrak: date | None
    akhir_kontrak: date | None
    aktif: bool


class Place(NamedTuple):
    """The latest definitive placement of a person."""

    pk: int
    unit: int
    jabatan: int
    mulai: date
    selesai: date | None


class Paper(NamedTuple):
    """The latest superior's line of a person that came from a file."""

    pk: int
    atasan: int
    mulai: date
    selesai: date | None


class UnitRow(NamedTuple):
    pk: int
    kode: str
    nama: str
    induk: int | None
    pimpinan: int | None


@dataclass(slots=True)
class Snapshot:
    """`by_nip` is empty for an agency that is yet to be made."""

    instansi: int | None = None
    revisi: int = 0
    by_nip: dict[str, Known] = field(default_factory=dict)
    nip_of: dict[int, str] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)
    papers: dict[int, Paper] = field(default_factory=dict)
    corrections: dict[int, int] = field(default_factory=dict)
    acting: dict[int, int] = field(default_factory=dict)
    units: dict[str, UnitRow] = field(default_factory=dict)
    unit_kode: dict[int, str] = field(default_factory=dict)
    jabatan: dict[JabatanKey, int] = field(default_factory=dict)
    jabatan_key: dict[int, JabatanKey] = field(default_factory=dict)

    def name_of(self, pk: int | None) -> str:
        known = self.by_nip.get(self.nip_of.get(pk, "")) if pk else None
        return known.nama if known else ""


def structure(instansi: Instansi | None) -> Snapshot:
    """Units and positions alone: all a file of units is compared with."""
    if instansi is None:
        return Snapshot()
    revisi = Instansi.objects.values_list("revisi", flat=True).get(pk=instansi.pk)
    found = Snapshot(instansi.pk, revisi)
    rows = Unit.objects.filter(instansi=instansi).values_list(
        "pk", "kode", "nama", "induk_id", "jabatan_pimpinan_id"
    )
    found.units = {row[1]: UnitRow._make(row) for row in rows}
    found.unit_kode = {row.pk: row.kode for row in found.units.values()}
    found.jabatan = jabatan_ids(instansi.pk)
    found.jabatan_key = {pk: key for key, pk in found.jabatan.items()}
    return found


def jabatan_ids(instansi: int) -> dict[JabatanKey, int]:
    rows = Jabatan.objects.filter(instansi=instansi).values_list("nama", "jenis", "jenjang", "pk")
    return {(nama, jenis, jenjang): pk for nama, jenis, jenjang, pk in rows}


def of_agency(instansi: Instansi | None, *, on: date) -> Snapshot:
    """Everybody of the agency with placement and superior, as of `on`."""
    found = structure(instansi)
    if instansi is None:
        return found
    found.by_nip = {known.nip: known for known in _people(instansi)}
    found.nip_of = {known.pk: nip for nip, known in found.by_nip.items()}
    found.places = _latest(Place, _placements(instansi))
    found.papers = _latest(Paper, _papers(instansi))
    found.corrections = dict(
        Atasan.objects.on(on)
        .filter(pegawai__instansi=instansi, sumber="koreksi")
        .order_by("mulai")
        .values_list("pegawai_id", "atasan_id")
    )
    acting = (
        Penempatan.objects.on(on)
        .exclude(jenis="definitif")
        .filter(unit__instansi=instansi, jabatan=F("unit__jabatan_pimpinan"))
    )
    found.acting = dict(acting.order_by("-jenis", "mulai").values_list("unit_id", "orang_id"))
    return found


def _people(instansi: Instansi) -> Iterator[Known]:
    stored = {"pk", "aktif", *(set(Known._fields) & {f.name for f in Pegawai._meta.fields})}
    names = [one if one in stored else f"orang__{one}" for one in Known._fields]
    rows = Pegawai.objects.filter(instansi=instansi).exclude(orang__nip=None).values_list(*names)
    return map(Known._make, rows.iterator(chunk_size=AT_ONCE))


def _placements(instansi: Instansi) -> Any:
    rows = Penempatan.objects.filter(unit__instansi=instansi, jenis="definitif").order_by("mulai")
    return rows.values_list("orang_id", "pk", "unit_id", "jabatan_id", "mulai", "selesai")


def _papers(instansi: Instansi) -> Any:
    rows = Atasan.objects.filter(pegawai__instansi=instansi, sumber="impor").order_by("mulai")
    return rows.values_list("pegawai_id", "pk", "atasan_id", "mulai", "selesai")


def _latest(kind: Any, rows: Any) -> dict[int, Any]:
    """The last row of each person wins: they come in the order of their beginning."""
    return {row[0]: kind._make(row[1:]) for row in rows.iterator(chunk_size=AT_ONCE)}


def accounts(nips: Iterable[str]) -> dict[str, tuple[int, int | None, bool]]:
    """NIP -> (id, agency, whether a Pegawai) of accounts anywhere."""
    found: dict[str, tuple[int, int | None, bool]] = {}
    for some in chunks(nips):
        rows = Orang.objects.filter(nip__in=some).values_list(
            "nip", "pk", "instansi_id", "pegawai__pk"
        )
        found |= {str(nip): (pk, agency, pegawai is not None) for nip, pk, agency, pegawai in rows}
    return found


def owners(emails: Iterable[str]) -> dict[str, int]:
    """E-mail address -> whose it is, anywhere: addresses are unique over all agencies."""
    found: dict[str, int] = {}
    for some in chunks(emails):
        rows = Orang.objects.filter(email__in=some).values_list("email", "pk")
        found |= {str(email): pk for email, pk in rows}
    return found


def chunks(things: Iterable[Any], size: int = AT_ONCE) -> Iterator[list[Any]]:
    """The things in lists short enough for one statement."""
    rest = iter(things)
    while some := list(islice(rest, size)):
        yield some
