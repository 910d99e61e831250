"""One line of a staff file of people: understood cell by cell, judged by itself alone."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from sys import intern
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

from bina.people.imports import columns, messages, values
from bina.people.imports.kedudukan import Daftar
from bina.people.imports.messages import Said
from bina.people.imports.reading import Row
from bina.people.imports.snapshot import JabatanKey
from bina.people.models import JenisJabatan
from bina.rules.nip import Nip, read_nip

COLUMN = columns.by_name("pegawai")
JENIS_PEGAWAI = {"PNS": "pns", "PPPK": "pppk"}
JENIS_JABATAN = {one.value.upper(): one.value for one in JenisJabatan}
FORMULA, CODE = re.compile(r"[=+\-@]"), re.compile(r"</?[a-zA-Z!]|\{\{|\{%|\$\{")
TEXTS = ("nama", "gelar_depan", "gelar_belakang", "golongan", "pendidikan", "kedudukan_hukum")
# What nearly every address looks like; only others need the full, slower rules.
PLAIN_EMAIL = re.compile(
    r"[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}"
)
_is_email = EmailValidator()


class Line:
    """A line as understood. `nip` may be unusable: then `alasan` says so.

    Fields a file does not have are absent from `ada`: they are left as they are stored.
    """

    __slots__ = (
        "akhir_kontrak",
        "aktif",
        "akun",
        "alasan",
        "atasan",
        "email",
        "gelar_belakang",
        "gelar_depan",
        "golongan",
        "hasil",
        "jabatan",
        "jenis_jabatan",
        "jenis_kelamin",
        "jenis_pegawai",
        "jenjang",
        "kedudukan_hukum",
        "known",
        "nama",
        "nip",
        "nomor",
        "pendidikan",
        "peringatan",
        "perubahan",
        "raw",
        "tahun_lulus",
        "tanggal_lahir",
        "terbaca",
        "tmt_golongan",
        "tmt_jabatan",
        "tmt_kontrak",
        "unit",
        "unit_nama",
    )  # fmt: skip

    nomor: int
    raw: Row
    nip: str
    terbaca: Nip | None
    nama: str
    gelar_depan: str
    gelar_belakang: str
    tanggal_lahir: date | None
    jenis_kelamin: str
    jenis_pegawai: str
    golongan: str
    tmt_golongan: date | None
    jenis_jabatan: str
    jabatan: str
    jenjang: str
    tmt_jabatan: date | None
    pendidikan: str
    tahun_lulus: int | None
    unit: str
    unit_nama: str
    atasan: str
    email: str | None
    kedudukan_hukum: str
    tmt_kontrak: date | None
    akhir_kontrak: date | None
    aktif: bool
    alasan: list[Said]
    peringatan: list[Said]
    perubahan: list[list[str]]
    hasil: str
    known: Any
    akun: int | None

    def refuse(self, kode: str, kolom: str, tertulis: str, **isi: Any) -> None:
        self.alasan.append(messages.refusal(kode, kolom, tertulis, **isi))

    def warn(self, kode: str, kolom: str, tertulis: str, **isi: Any) -> None:
        self.peringatan.append(messages.warning(kode, kolom, tertulis, **isi))

    @property
    def jabatan_key(self) -> JabatanKey:
        return (self.jabatan, self.jenis_jabatan, self.jenjang)


class Reader:
    """Understands lines of one file: where its columns stand, and what is active on the day."""

    def __init__(self, index: Mapping[str, int], kedudukan: Daftar) -> None:
        self.index = index
        self.kedudukan = kedudukan
        self.seen: dict[Any, str] = {}

    def read(self, nomor: int, raw: Row) -> Line:
        line = Line()
        line.nomor, line.raw = nomor, raw
        line.alasan, line.peringatan, line.perubahan = [], [], []
        line.hasil, line.known, line.akun = "", None, None
        for part in PARTS:
            part(self, line)
        return line

    def cell(self, line: Line, nama: str) -> Any:
        at = self.index.get(nama)
        return line.raw[at] if at is not None and at < len(line.raw) else ""

    def text(self, line: Line, nama: str) -> str:
        """The cell as text; what stands in many lines is understood once and kept once."""
        cell = self.cell(line, nama)
        if cell == "":
            return ""
        found = self.seen.get(cell)
        if found is None:
            found = self.seen.setdefault(cell, values.text(cell))
        longest = COLUMN[nama].longest
        if longest and len(found) > longest:
            line.refuse("terlalu_panjang", nama, found[:80], label=label(nama), n=longest)
        return found


def label(nama: str) -> str:
    return COLUMN[nama].label


def _nip(reader: Reader, line: Line) -> None:
    cell = reader.cell(line, "nip")
    line.nip, written = values.nip(cell), values.text(cell)
    line.terbaca = read_nip(line.nip)
    if line.terbaca is not None and not values.is_damaged(cell):
        return
    line.terbaca, kode = None, nip_fault(cell, line.nip)
    line.refuse(kode, "nip", written, **({"n": len(line.nip)} if kode in _COUNTED else {}))
    line.nip = written


_COUNTED = frozenset({"nip_kurang", "nip_lebih"})


def nip_fault(cell: Any, cleaned: str) -> str:
    """Which way a NIP is wrong."""
    if not cleaned:
        return "nip_kosong"
    if values.is_damaged(cell):
        return "nip_rusak"
    if cleaned.isdigit() and len(cleaned) != 18:
        return "nip_kurang" if len(cleaned) < 18 else "nip_lebih"
    return "nip_salah"


def _texts(reader: Reader, line: Line) -> None:
    for nama in TEXTS:
        setattr(line, nama, reader.text(line, nama))
    if not line.nama:
        line.refuse("nama_kosong", "nama", line.nip)
    elif FORMULA.match(line.nama):
        line.warn("nama_rumus", "nama", line.nama)
    elif CODE.search(line.nama):
        line.warn("nama_kode", "nama", line.nama)


def _dates(reader: Reader, line: Line) -> None:
    for nama in columns.DATES:
        setattr(line, nama, _date(reader, line, nama))
    _birth(line)


def _date(reader: Reader, line: Line, nama: str) -> date | None:
    cell = reader.cell(line, nama)
    if cell == "":
        return None
    try:
        return values.day(cell)
    except (values.Impossible, values.Unread) as refusal:
        known = label(nama)
        small = messages.small(known)
        kode = "tanggal_mustahil" if isinstance(refusal, values.Impossible) else _UNREAD
        line.refuse(kode, nama, values.text(cell), label=known, label_kecil=small)
        return None


_UNREAD = "tanggal_tak_terbaca"


def _birth(line: Line) -> None:
    """An empty cell does not wipe out a date: the NIP says it as well."""
    if line.terbaca is None or any(one["kolom"] == "tanggal_lahir" for one in line.alasan):
        return
    if line.tanggal_lahir is None:
        line.tanggal_lahir = line.terbaca.lahir
        line.warn("lahir_kosong", "tanggal_lahir", messages.KOSONG)
    elif line.tanggal_lahir != line.terbaca.lahir:
        line.warn("lahir_beda_nip", "tanggal_lahir", line.tanggal_lahir.isoformat())


def _graduation(reader: Reader, line: Line) -> None:
    line.tahun_lulus = None
    try:
        line.tahun_lulus = values.year(reader.cell(line, "tahun_lulus"))
    except values.Unread as refusal:
        line.refuse("bilangan_salah", "tahun_lulus", str(refusal), label=label("tahun_lulus"))


def _sex(reader: Reader, line: Line) -> None:
    written = reader.text(line, "jenis_kelamin")
    line.jenis_kelamin = written.upper()
    if line.jenis_kelamin not in {"L", "P"}:
        isi = written or messages.KOSONG
        line.refuse("kelamin_salah", "jenis_kelamin", isi, isi=isi)
    elif line.terbaca and line.terbaca.jenis_kelamin.value != line.jenis_kelamin.lower():
        line.warn("kelamin_beda_nip", "jenis_kelamin", written)


def _kind(reader: Reader, line: Line) -> None:
    written = reader.text(line, "jenis_pegawai")
    line.jenis_pegawai = JENIS_PEGAWAI.get(written.upper(), "")
    if not line.jenis_pegawai:
        line.refuse("jenis_pegawai_salah", "jenis_pegawai", written or messages.KOSONG)
    elif line.terbaca and line.terbaca.jenis.value != line.jenis_pegawai:
        line.warn("jenis_beda_nip", "jenis_pegawai", written)


def _contract(reader: Reader, line: Line) -> None:
    since, until = line.tmt_kontrak, line.akhir_kontrak
    if since and until and until < since:
        line.refuse("kontrak_terbalik", "akhir_kontrak", until.isoformat())
    if line.jenis_pegawai == "pppk" and "akhir_kontrak" in reader.index and not (since and until):
        line.warn("kontrak_kosong", "akhir_kontrak", messages.KOSONG)


def _position(reader: Reader, line: Line) -> None:
    written = reader.text(line, "jenis_jabatan")
    line.jenis_jabatan = JENIS_JABATAN.get(written.upper(), "")
    if not written:
        line.refuse("jenis_jabatan_kosong", "jenis_jabatan", messages.KOSONG)
    elif not line.jenis_jabatan:
        line.refuse("jenis_jabatan_salah", "jenis_jabatan", written, isi=written[:80])
    line.jabatan, line.jenjang = reader.text(line, "jabatan"), reader.text(line, "jenjang")
    if not line.jabatan:
        line.refuse("jabatan_kosong", "jabatan", messages.KOSONG)


def _unit(reader: Reader, line: Line) -> None:
    line.unit, line.unit_nama = reader.text(line, "unit"), reader.text(line, "unit_nama")
    if not line.unit:
        line.refuse("unit_kosong", "unit", messages.KOSONG)


def _email(reader: Reader, line: Line) -> None:
    written = reader.text(line, "email")
    line.email = written.lower() or None
    try:
        if line.email and not PLAIN_EMAIL.fullmatch(line.email):
            _is_email(line.email)
    except ValidationError:
        line.refuse("email_salah", "email", written)
        line.email = None


def _standing(reader: Reader, line: Line) -> None:
    written = line.kedudukan_hukum
    line.aktif = reader.kedudukan.is_aktif(written)
    if not written:
        line.refuse("kedudukan_kosong", "kedudukan_hukum", messages.KOSONG)
    elif not reader.kedudukan.knows(written):
        line.warn("kedudukan_tak_dikenal", "kedudukan_hukum", written, isi=written)


def _superior(reader: Reader, line: Line) -> None:
    cell = reader.cell(line, "atasan")
    line.atasan = intern(values.nip(cell))
    if line.atasan and line.atasan == line.nip:
        line.refuse("atasan_diri", "atasan", line.atasan)
    elif line.atasan and values.is_damaged(cell):
        line.refuse("atasan_rusak", "atasan", values.text(cell))


PARTS: tuple[Callable[[Reader, Line], None], ...] = (
    _nip, _texts, _dates, _graduation, _sex, _kind, _contract, _position, _unit, _email,
    _standing, _superior,
)  # fmt: skip
