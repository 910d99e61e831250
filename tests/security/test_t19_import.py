"""T19: an import is one transaction; a failed line leaves no user behind."""

import pytest
from django.db import IntegrityError, transaction

from bina.accounts.models import Orang
from bina.core.models import Jejak
from bina.people.imports import services
from bina.people.models import Impor, Jabatan, Pegawai
from tests.conftest import NOON, Agency
from tests.people.imports.conftest import WAHYU, YANI, staged, text_file

NEW_POST = YANI | {"JABATAN NAMA": "Jabatan Baru"}


def counts() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Orang, Pegawai, Jabatan, Jejak))  # type: ignore[attr-defined]


@pytest.mark.django_db(transaction=True)
def test_a_line_that_fails_in_the_database_takes_all_others_back() -> None:
    agency = Agency()
    impor = staged(text_file(WAHYU, NEW_POST), agency.instansi)
    # Somebody else takes the second NIP between the check and the taking.
    Orang.objects.create_user(nama="Lebih cepat", nip=YANI["NIP BARU"])
    before = counts()
    with pytest.raises(services.Outdated):
        services.take(impor_id=impor.pk, actor=None, now=NOON)
    assert counts() == before
    impor.refresh_from_db()
    assert impor.status == "diperiksa"


@pytest.mark.django_db(transaction=True)
def test_a_failure_at_the_very_end_takes_everything_back() -> None:
    agency = Agency()
    impor = staged(text_file(WAHYU, NEW_POST), agency.instansi)
    before = counts()
    with pytest.raises(IntegrityError, match="impor_diambil_bertanggal"):
        _take_and_break(impor)
    assert counts() == before


@transaction.atomic
def _take_and_break(impor: Impor) -> None:
    services.take(impor_id=impor.pk, actor=None, now=NOON)
    Impor.objects.filter(pk=impor.pk).update(diambil_pada=None)


def test_a_refused_line_leaves_no_user_behind(agency: Agency) -> None:
    impor = staged(text_file(WAHYU, YANI | {"JENIS KELAMIN": "X"}), agency.instansi)
    services.take(impor_id=impor.pk, actor=None, now=NOON)
    assert Orang.objects.filter(nip=WAHYU["NIP BARU"]).exists()
    assert not Orang.objects.filter(nip=YANI["NIP BARU"]).exists()


def test_an_imported_account_cannot_be_entered_before_a_password_is_set(agency: Agency) -> None:
    impor = staged(text_file(WAHYU), agency.instansi)
    services.take(impor_id=impor.pk, actor=None, now=NOON)
    orang = Orang.objects.get(nip=WAHYU["NIP BARU"])
    assert not orang.has_usable_password()
    assert not orang.check_password("")
