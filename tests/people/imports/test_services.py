"""Who may, in which order, and what happens when two do it at once."""

from collections.abc import Iterator
from threading import Barrier, Thread
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from bina.core import jobs
from bina.core.files import FileRefused
from bina.core.models import Pekerjaan
from bina.core.workflow import WrongState
from bina.people.imports import services, staging
from bina.people.imports.lines import Checked, Staged
from bina.people.models import BarisImpor, Impor, Instansi, Pegawai
from tests.conftest import NOON, Agency
from tests.people.imports.conftest import ANI, WAHYU, YANI, staged, text_file, workbook


def uploaded(agency: Agency, content: bytes, actor: Any = None, name: str = "data.csv") -> Impor:
    return services.upload(
        instansi=agency.instansi,
        jenis="pegawai",
        upload=SimpleUploadedFile(name, content),
        actor=actor or agency.named("dewi"),
        now=NOON,
    )


def test_an_upload_is_checked_in_the_background_and_then_taken(born: Agency) -> None:
    impor = uploaded(born, text_file(WAHYU))
    assert impor.status == "diunggah"
    jobs.run_pending()
    impor.refresh_from_db()
    assert (impor.status, impor.baru) == ("diperiksa", 1)

    services.order_taking(impor_id=impor.pk, actor=born.named("dewi"), now=NOON)
    jobs.run_pending()
    impor.refresh_from_db()
    assert impor.status == "diambil"
    assert Pegawai.objects.filter(orang__nip=WAHYU["NIP BARU"]).exists()


@pytest.mark.parametrize("who", ["ani", "budi", "hadi", "indra", "joko", "lestari"])
def test_only_the_managers_of_the_agency_may(born: Agency, who: str) -> None:
    with pytest.raises(PermissionDenied):
        uploaded(born, text_file(WAHYU), born.named(who))
    impor = staged(text_file(WAHYU), born.instansi)
    for act in (services.take, services.cancel, services.order_taking):
        with pytest.raises(Impor.DoesNotExist):
            act(impor_id=impor.pk, actor=born.named(who), now=NOON)


def test_a_manager_of_another_agency_knows_nothing_of_it(
    born: Agency, other_agency: Agency
) -> None:
    impor = staged(text_file(WAHYU), born.instansi)
    with pytest.raises(Impor.DoesNotExist):
        services.take(impor_id=impor.pk, actor=other_agency.named("dewi"), now=NOON)
    with pytest.raises(PermissionDenied):
        uploaded(born, text_file(WAHYU), other_agency.named("dewi"))


def test_an_unreadable_file_fails_and_says_why(born: Agency) -> None:
    impor = uploaded(born, b"NIP BARU;NAMA\n1;2\n")
    jobs.run_pending()
    impor.refresh_from_db()
    assert impor.status == "gagal"
    assert "TANGGAL LAHIR" in impor.galat
    assert impor.pekerjaan is not None
    assert "TANGGAL LAHIR" in Pekerjaan.objects.get(pk=impor.pekerjaan_id).pesan


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("data.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "kata sandi"),
        ("data.csv", b"<!doctype html><script>", "bukan jenis"),
        ("data.exe", workbook({"Data": [["x"]]}), "bukan jenis"),
    ],
)
def test_a_file_of_another_kind_is_not_stored(
    born: Agency, name: str, content: bytes, says: str
) -> None:
    with pytest.raises(FileRefused, match=says):
        uploaded(born, content, name=name)
    assert not Impor.objects.filter(berkas__isnull=False).exists()


def test_taking_twice_is_impossible(born: Agency) -> None:
    impor = staged(text_file(WAHYU), born.instansi)
    services.take(impor_id=impor.pk, actor=None, now=NOON)
    with pytest.raises(WrongState):
        services.take(impor_id=impor.pk, actor=None, now=NOON)
    with pytest.raises(WrongState):
        services.cancel(impor_id=impor.pk, actor=born.named("dewi"), now=NOON)


def test_what_is_cancelled_is_gone(born: Agency) -> None:
    impor = staged(text_file(WAHYU), born.instansi)
    services.cancel(impor_id=impor.pk, actor=born.named("dewi"), now=NOON)
    assert not BarisImpor.objects.filter(impor=impor).exists()
    with pytest.raises(WrongState):
        services.take(impor_id=impor.pk, actor=None, now=NOON)


def test_a_preview_of_older_data_is_checked_again_instead_of_taken(born: Agency) -> None:
    older = uploaded(born, text_file(WAHYU, YANI))
    jobs.run_pending()
    newer = staged(text_file(WAHYU), born.instansi)
    services.take(impor_id=newer.pk, actor=None, now=NOON)
    with pytest.raises(services.Outdated):
        services.take(impor_id=older.pk, actor=born.named("dewi"), now=NOON)

    services.order_taking(impor_id=older.pk, actor=born.named("dewi"), now=NOON)
    jobs.run_pending()
    older = Impor.objects.select_related("pekerjaan").get(pk=older.pk)
    assert (older.status, older.baru, older.tetap) == ("diperiksa", 1, 1)
    assert older.pekerjaan is not None
    assert "diperiksa ulang" in older.pekerjaan.pesan
    services.take(impor_id=older.pk, actor=born.named("dewi"), now=NOON)
    assert Pegawai.objects.filter(orang__nip=YANI["NIP BARU"]).exists()


@pytest.mark.parametrize("jumlah", [2 * staging.AT_ONCE, 2 * staging.AT_ONCE + 1])
def test_a_file_of_many_steps_is_staged_to_its_last_line(born: Agency, jumlah: int) -> None:
    def rows() -> Iterator[Staged]:
        for nomor in range(2, jumlah + 2):
            yield Staged(nomor, "unchanged", str(nomor), "Ani", [], [], [], {})

    impor = services.register(
        instansi=born.instansi, jenis="pegawai", content=b"", nama="besar.csv", now=NOON
    )
    told: list[float] = []
    checked = Checked([], born.instansi.revisi, jumlah, [], 0, rows)
    kept = services.stage(impor=impor, checked=checked, tell=told.append)
    stored = BarisImpor.objects.filter(impor=impor).order_by("nomor")
    assert (kept.tetap, stored.count(), stored.last().nomor) == (jumlah, jumlah, jumlah + 1)
    assert told == sorted(set(told))
    assert told[-1] == 1.0


def test_a_killed_check_begins_again_and_leaves_no_doubles(born: Agency) -> None:
    impor = uploaded(born, text_file(ANI, WAHYU, YANI))
    half = BarisImpor(impor=impor, nomor=2, hasil="refused", kunci="x", nama="x")
    half.save()
    jobs.run_pending()
    lines = BarisImpor.objects.filter(impor=impor).order_by("nomor")
    assert list(lines.values_list("nomor", "hasil")) == [
        (2, "unchanged"),
        (3, "new"),
        (4, "new"),
    ]
    again = services.check(impor_id=impor.pk, now=NOON)
    assert (again.baru, again.tetap, lines.count()) == (2, 1, 3)


def test_progress_grows_to_the_whole(born: Agency) -> None:
    impor = uploaded(born, text_file(WAHYU))
    told: list[float] = []
    services.check(impor_id=impor.pk, now=NOON, tell=told.append)
    assert told == sorted(told)
    assert told[-1] == 1


def test_who_lost_the_office_meanwhile_takes_nothing(born: Agency) -> None:
    impor = uploaded(born, text_file(WAHYU))
    jobs.run_pending()
    services.order_taking(impor_id=impor.pk, actor=born.named("dewi"), now=NOON)
    born.dewi.kantor.all().delete()
    jobs.run_pending()
    impor.refresh_from_db()
    assert impor.status == "diperiksa"
    assert not Pegawai.objects.filter(orang__nip=WAHYU["NIP BARU"]).exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_at_once_one_wins_and_the_other_sees_it() -> None:
    agency = Agency()
    files = [text_file(WAHYU), text_file(WAHYU | {"NAMA": "Wahyu Lain"}, YANI)]
    both = [staged(content, agency.instansi) for content in files]
    start, seen = Barrier(2), []

    def taker(impor: Impor) -> None:
        start.wait()
        try:
            services.take(impor_id=impor.pk, actor=None, now=NOON)
            seen.append("taken")
        except services.Outdated:
            seen.append("outdated")
        finally:
            connection.close()

    threads = [Thread(target=taker, args=[one]) for one in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(seen) == ["outdated", "taken"]
    assert Instansi.objects.get(pk=agency.instansi.pk).revisi == 1
    assert Impor.objects.filter(status="diambil").count() == 1
