"""The people of a bulk agency: a tree of bureaus of 25, each with a head, all recorded."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.utils import timezone

from bina.accounts.models import Orang
from bina.demo.bulk.writing import next_id, settle, write
from bina.people import tree
from bina.people.models import (
    Atasan,
    Instansi,
    Jabatan,
    Kantor,
    Pegawai,
    Penempatan,
    Peran,
    Unit,
)

BUREAU = 25
DIVISION = 40  # bureaus under one division
FIRST = (
    *("Adi", "Bayu", "Citra", "Dewi", "Eko", "Fitri", "Gita", "Hadi"),
    *("Indah", "Joko", "Kartika", "Lestari", "Mega", "Nanda", "Oki"),
)
LAST = (
    *("Saputra", "Wijaya", "Lestari", "Hutapea", "Siregar"),
    *("Maryati", "Latupono", "Gunawan", "Permata", "Halim"),
)
NO_PASSWORD = "!bulk"  # noqa: S105  nobody signs in with it
START = date(2020, 1, 1)


@dataclass(frozen=True, slots=True)
class Bulk:
    """Where the ids of one bulk agency begin, and who is who in it."""

    instansi: Instansi
    people: int
    first_orang: int
    first_unit: int
    first_penempatan: int

    @property
    def bureaus(self) -> int:
        return -(-self.people // BUREAU)

    @property
    def divisions(self) -> int:
        return -(-self.bureaus // DIVISION)

    def unit_of(self, n: int) -> int:
        """The unit of person n: the root, then divisions, then bureaus."""
        if n == 0:
            return self.first_unit
        if n <= self.divisions:
            return self.first_unit + n
        return self.first_unit + 1 + self.divisions + (n % self.bureaus)

    def is_bureau_head(self, n: int) -> bool:
        return self.divisions < n <= self.divisions + self.bureaus

    def boss_of(self, n: int) -> int | None:
        """The superior of person n, as another n."""
        if n == 0:
            return None
        if n <= self.divisions:
            return 0
        bureau = n % self.bureaus
        if self.is_bureau_head(n):
            return 1 + bureau // DIVISION
        return self.head_of_bureau(bureau)

    def head_of_bureau(self, bureau: int) -> int:
        first = self.divisions + 1
        return first + (bureau - first) % self.bureaus

    def orang(self, n: int) -> int:
        return self.first_orang + n


def load(people: int) -> Bulk:
    """Write an agency of so many people. Reproducible: the same number, the same agency."""
    serial = Instansi.objects.count() + 1
    instansi = Instansi.objects.create(kode=f"massal-{serial}", nama=f"Instansi Massal {serial}")
    bulk = Bulk(instansi, people, next_id(Orang), next_id(Unit), next_id(Penempatan))
    titles = _jabatan(instansi)
    _units(bulk, titles)
    _orang(bulk, serial)
    _placements(bulk, titles)
    _offices(bulk)
    settle(Orang, Unit, Penempatan, Atasan, Kantor, Jabatan)
    return bulk


def _jabatan(instansi: Instansi) -> list[int]:
    made = [
        ("Kepala Instansi", "struktural", "JPT PRATAMA"),
        ("Kepala Bidang", "struktural", "ADMINISTRATOR"),
        ("Kepala Subbagian", "struktural", "PENGAWAS"),
        ("Pengolah Data", "pelaksana", "PELAKSANA"),
    ]
    return [
        Jabatan.objects.create(instansi=instansi, nama=nama, jenis=jenis, jenjang=jenjang).pk
        for nama, jenis, jenjang in made
    ]


def _units(bulk: Bulk, titles: list[int]) -> None:
    agency, root = bulk.instansi.pk, bulk.first_unit
    first_bureau = root + 1 + bulk.divisions
    top = (root, agency, "M", "Instansi Massal", None, titles[0])
    divisions = (
        (root + 1 + k, agency, f"M{k}", f"Bidang {k + 1}", root, titles[1])
        for k in range(bulk.divisions)
    )
    bureaus = (
        (
            first_bureau + k,
            agency,
            f"M{k}S",
            f"Subbagian {k + 1}",
            root + 1 + k // DIVISION,
            titles[2],
        )
        for k in range(bulk.bureaus)
    )
    columns = ["id", "instansi_id", "kode", "nama", "induk_id", "jabatan_pimpinan_id"]
    write(Unit, columns, [top, *divisions, *bureaus])
    tree.rebuild(bulk.instansi)


def nip(n: int, serial: int) -> str:
    """An 18-digit NIP of its own for person n of the serial-th bulk agency."""
    days, rest = n % 9000, n // 9000
    born = date(1970, 1, 1) + timedelta(days=days)
    month = (serial + rest // 999) % 12 + 1
    return f"{born:%Y%m%d}{2005 + serial % 15}{month:02}{n % 2 + 1}{rest % 999 + 1:03}"


def _orang(bulk: Bulk, serial: int) -> None:
    now = timezone.now()
    columns = ["id", "nip", "email", "nama", "instansi_id", "password", "dibuat"]
    write(
        Orang,
        columns,
        (
            (
                bulk.orang(n),
                nip(n, serial),
                f"massal{serial}.{n}@example.invalid",
                f"{FIRST[n % len(FIRST)]} {LAST[(n // len(FIRST)) % len(LAST)]}",
                bulk.instansi.pk,
                NO_PASSWORD,
                now,
            )
            for n in range(bulk.people)
        ),
    )
    facts = ["orang_id", "instansi_id", "jenis_pegawai", "tanggal_lahir", "jenis_kelamin"]
    write(
        Pegawai,
        [*facts, "kedudukan_hukum", "golongan"],
        (
            (bulk.orang(n), bulk.instansi.pk, "pns", START, "LP"[n % 2], "Aktif", "III/b")
            for n in range(bulk.people)
        ),
    )


def _placements(bulk: Bulk, titles: list[int]) -> None:
    def title(n: int) -> int:
        if n == 0:
            return titles[0]
        if n <= bulk.divisions:
            return titles[1]
        return titles[2] if bulk.is_bureau_head(n) else titles[3]

    write(
        Penempatan,
        ["id", "orang_id", "unit_id", "jabatan_id", "mulai"],
        (
            (bulk.first_penempatan + n, bulk.orang(n), bulk.unit_of(n), title(n), START)
            for n in range(bulk.people)
        ),
    )
    write(
        Atasan,
        ["pegawai_id", "atasan_id", "sumber", "mulai"],
        (
            (bulk.orang(n), bulk.orang(boss), "impor", START)
            for n in range(1, bulk.people)
            if (boss := bulk.boss_of(n)) is not None
        ),
    )


def _offices(bulk: Bulk) -> None:
    """The last few people hold the offices of the whole agency."""
    write(
        Kantor,
        ["orang_id", "peran", "unit_id", "mulai"],
        (
            (bulk.orang(bulk.people - 1 - k), peran, bulk.first_unit, START)
            for k, peran in enumerate(Peran.values)
        ),
    )


def moment(day: date) -> datetime:
    """Noon of that day, for columns that want a time."""
    return datetime(day.year, day.month, day.day, 5, tzinfo=UTC)
