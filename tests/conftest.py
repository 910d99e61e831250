"""The same small agency in every test, on a real database.

Ani reports to Budi, who heads Bagian Umum; Eko is her peer. Fitri heads the Sekretariat above
Budi. Gita heads Bagian Hukum, where Citra works: both are strangers to Ani. Dewi keeps the
agency's performance records, Hadi those of Bagian Hukum alone. Indra audits, Joko
administers. Lestari is the regent: no civil servant, no NIP.
"""

import gc
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from _pytest import runner
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import connection
from django.test import Client, TransactionTestCase, override_settings

from bina.accounts.models import Orang
from bina.core import ahead
from bina.core.constraints import AppendOnly
from bina.people import tree
from bina.people.models import (
    Atasan,
    Instansi,
    Jabatan,
    Kantor,
    KetuaTim,
    Pegawai,
    Penempatan,
    TimKerja,
    Unit,
)
from bina.planning import locked
from tests import again
from tests.stack import roomy

# A page builds many objects that die at once: looking for circles less often saves an eighth.
gc.freeze()
gc.set_threshold(50_000, 20, 50)

NEW_YEAR = date(2026, 1, 1)
NOON = datetime(2026, 3, 2, 5, tzinfo=UTC)
TODAY = date(2026, 3, 2)

UNUSABLE = make_password(None)
KNOWN_JABATAN = [
    ("Sekretaris Daerah", "struktural", "ADMINISTRATOR"),
    ("Kepala Bagian Umum", "struktural", "ADMINISTRATOR"),
    ("Kepala Bagian Hukum", "struktural", "ADMINISTRATOR"),
    ("Pengelola Kepegawaian", "pelaksana", "PELAKSANA"),
]

# One test each, a minute long. Begun last they would keep one core waiting for the other.
LONG = ("security/test_t01", "security/test_t05", "security/test_t07", "machine.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda one: not any(name in one.nodeid for name in LONG))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool:
    return bool(roomy(lambda: runner.pytest_runtest_protocol(item, nextitem)))


@pytest.fixture(autouse=True, scope="session")
def _quick_and_quiet() -> Iterator[None]:
    """Cheap passwords, mail that is kept, static files without a manifest."""
    with override_settings(
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend",
        STORAGES={
            **settings.STORAGES,
            "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        },
    ):
        yield


@pytest.fixture(scope="session")
def _shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for each test in turn, made by whoever puts a file there: few do."""
    root = tmp_path_factory.mktemp("berkas")
    return (root / str(number) for number in count())


@pytest.fixture(autouse=True)
def _files_of_its_own(settings: Any, _shelf: Iterator[Path]) -> None:
    settings.MEDIA_ROOT = next(_shelf)


@pytest.fixture(autouse=True)
def _nothing_yet() -> int:
    """What had been written when the test began."""
    return again.written()


@pytest.fixture(autouse=True)
def _read_anew() -> None:
    """What a process keeps of locked plans is of the database of the test before."""
    locked.forget()


@pytest.fixture(autouse=True, scope="session")
def _nothing_sent_for_nothing() -> None:
    ahead.strict = True


@pytest.fixture(autouse=True, scope="session")
def _trail_survives_flush() -> Iterator[None]:
    """Tests with real transactions empty the database after themselves; the trail refuses
    that, rightly. Its guard is taken off for the moment of the flush and put back."""
    flush = TransactionTestCase._fixture_teardown
    guard = AppendOnly("jejak").statements

    def teardown(self: TransactionTestCase) -> None:
        make, drop = guard(connection.vendor, "core_jejak")
        with connection.schema_editor() as editor:
            for statement in drop:
                editor.execute(statement, params=None)
        try:
            flush(self)
        finally:
            with connection.schema_editor() as editor:
                for statement in make:
                    editor.execute(statement, params=None)

    TransactionTestCase._fixture_teardown = teardown  # type: ignore[method-assign]
    yield
    TransactionTestCase._fixture_teardown = flush  # type: ignore[method-assign]


NIPS = {
    "ani": "199001012015012001",
    "budi": "198001012005011002",
    "citra": "199101012016012003",
    "dewi": "198501012010012004",
    "eko": "199201012017011005",
    "fitri": "197501012000012006",
    "gita": "197901012004012007",
    "hadi": "198601012011011008",
    "indra": "198201012006011009",
    "joko": "198301012007011010",
}


class Agency:
    """The agency of the tests: `agency.ani`, `agency.umum`, and so on."""

    place: again.Place | None = None  # where it stands, for what is made again
    round_about: Callable[[], str | None] = staticmethod(lambda: None)

    def __init__(self, kode: str = "nusa", shift: int = 0) -> None:
        self.instansi = Instansi.objects.create(kode=kode, nama=f"Kabupaten {kode.title()}")
        self.shift = shift
        self._jabatan = self._known_jabatan()
        self._units()
        tree.rebuild(self.instansi)
        self._people()
        self.lestari = Orang.objects.create_user(nama="Lestari", instansi=self.instansi)
        self._offices()

    def unit(self, kode: str, nama: str, induk: Unit | None, kepala: str) -> Unit:
        head = self.jabatan(kepala, "struktural", "ADMINISTRATOR")
        return Unit.objects.create(
            instansi=self.instansi, kode=kode, nama=nama, induk=induk, jabatan_pimpinan=head
        )

    def jabatan(self, nama: str, jenis: str = "pelaksana", jenjang: str = "PELAKSANA") -> Jabatan:
        one = (nama, jenis, jenjang)
        if one not in self._jabatan:
            self._jabatan[one] = Jabatan.objects.get_or_create(
                instansi=self.instansi, nama=nama, jenis=jenis, jenjang=jenjang
            )[0]
        return self._jabatan[one]

    def _known_jabatan(self) -> dict[tuple[str, str, str], Jabatan]:
        made = Jabatan.objects.bulk_create(
            Jabatan(instansi=self.instansi, nama=nama, jenis=jenis, jenjang=jenjang)
            for nama, jenis, jenjang in KNOWN_JABATAN
        )
        return dict(zip(KNOWN_JABATAN, made, strict=True))

    def _units(self) -> None:
        self.setda = self.unit("U01", "Sekretariat Daerah", None, "Sekretaris Daerah")
        self.umum = self.unit("U0101", "Bagian Umum", self.setda, "Kepala Bagian Umum")
        self.hukum = self.unit("U0102", "Bagian Hukum", self.setda, "Kepala Bagian Hukum")

    def person(
        self, nama: str, unit: Unit, jabatan: Jabatan | None = None, since: date = NEW_YEAR
    ) -> Orang:
        return self.people([(nama, unit, jabatan)], since)[0]

    def people(
        self, placed: Iterable[tuple[str, Unit, Jabatan | None]], since: date = NEW_YEAR
    ) -> list[Orang]:
        """Several at once: most tests begin with the whole cast, so this must cost little."""
        staff = self.jabatan("Pengelola Kepegawaian")
        placed = list(placed)
        people = Orang.objects.bulk_create(self._orang(nama) for nama, _unit, _jabatan in placed)
        Pegawai.objects.bulk_create([self._pegawai(one) for one in people if one.nip])
        Penempatan.objects.bulk_create(
            Penempatan(orang=one, unit=unit, jabatan=held or staff, mulai=since)
            for one, (_nama, unit, held) in zip(people, placed, strict=True)
        )
        return people

    def _orang(self, nama: str) -> Orang:
        """An account without a password, as `create_user` makes it."""
        nip = NIPS.get(nama.lower(), "")
        return Orang(
            nama=nama,
            nip=f"{int(nip) + 100 * self.shift}" if nip else None,
            email=f"{nama.lower()}@{self.instansi.kode}.example",
            instansi=self.instansi,
            password=UNUSABLE,
        )

    def _pegawai(self, orang: Orang) -> Pegawai:
        return Pegawai(
            orang=orang,
            instansi=self.instansi,
            jenis_pegawai="pns",
            jenis_kelamin="P" if str(orang.nip)[14] == "2" else "L",
            kedudukan_hukum="Aktif",
            golongan="III/b",
        )

    def _people(self) -> None:
        heads = {"Fitri": self.setda, "Budi": self.umum, "Gita": self.hukum}
        cast: list[tuple[str, Unit, Jabatan | None]] = [
            *((nama, unit, unit.jabatan_pimpinan) for nama, unit in heads.items()),
            *((nama, self.umum, None) for nama in ("Ani", "Eko", "Dewi", "Indra", "Joko")),
            *((nama, self.hukum, None) for nama in ("Citra", "Hadi")),
        ]
        for one in self.people(cast):
            setattr(self, one.nama.lower(), one)

    def _offices(self) -> None:
        Kantor.objects.bulk_create(
            Kantor(orang=orang, peran=peran, unit=unit, mulai=NEW_YEAR)
            for orang, peran, unit in (
                (self.dewi, "pengelola", self.setda),
                (self.hadi, "pengelola", self.hukum),
                (self.indra, "auditor", self.setda),
                (self.joko, "administrator", self.setda),
            )
        )

    def office(self, orang: Orang, peran: str, unit: Unit, since: date = NEW_YEAR) -> Kantor:
        return Kantor.objects.create(orang=orang, peran=peran, unit=unit, mulai=since)

    def team(
        self, nama: str, ketua: Orang, *, unit: Unit | None = None, since: date = NEW_YEAR
    ) -> TimKerja:
        tim = TimKerja.objects.create(
            instansi=self.instansi, unit=unit or self.umum, nama=nama, mulai=since
        )
        KetuaTim.objects.create(tim=tim, orang=ketua, mulai=since)
        return tim

    def record_superior(
        self, pegawai: Orang, atasan: Orang, *, since: date = NEW_YEAR, sumber: str = "impor"
    ) -> Atasan:
        return Atasan.objects.create(
            pegawai=pegawai, atasan=atasan, mulai=since, sumber=sumber, alasan="SK 800/1"
        )

    def named(self, nama: str) -> Orang:
        """A fresh copy of one of the cast, as a request would load it."""
        return Orang.objects.select_related("instansi").get(pk=getattr(self, nama).pk)

    def everybody(self) -> dict[str, Orang]:
        return {nama: self.named(nama) for nama in [*NIPS, "lestari"]}


@pytest.fixture
def agency(_nothing_yet: int, db: None, request: pytest.FixtureRequest) -> Agency:
    before = again.written()
    made = Agency()
    made.place = again.beginning(_nothing_yet, before)
    made.round_about = again.round_about(request)
    return made


@pytest.fixture
def other_agency(db: None) -> Agency:
    """A second agency in the same database: nothing of it may ever show in the first."""
    return Agency(kode="seberang", shift=1)


@pytest.fixture
def browser_of(settings: Any) -> Any:
    """A signed-in client for one of the cast; the second factor is waived unless tested."""
    settings.BINA_DEMO = True

    def signed_in(orang: Orang) -> Client:
        client = Client()
        client.force_login(orang)
        return client

    return signed_in
