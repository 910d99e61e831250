"""What a unit undertakes for a year: who writes it, who establishes it, what never changes."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from bina.access import policy
from bina.core.workflow import WrongState
from bina.people import tree
from bina.people.models import Penempatan, Unit
from bina.planning.isi import IsiSasaran
from bina.planning.models import IndikatorUnit, PerjanjianKinerja, SasaranUnit
from bina.planning.perjanjian.services import perjanjian as services
from bina.planning.services.refusals import Refused, Stale
from bina.planning.workflow import PERJANJIAN
from tests.access import agreement
from tests.conftest import TODAY, Agency
from tests.planning import agreements, plans

CAST = ("ani", "budi", "fitri", "gita", "dewi", "hadi", "indra", "joko", "lestari")
D, F, U = "done", "forbidden", "unseen"

#  step               laid           ani budi fitri gita dewi hadi indra joko lestari
MATRIX = [
    ("tetapkan", "drafted", U, F, D, U, F, U, U, U, U),
    ("batalkan", "drafted", U, D, F, U, D, U, U, U, U),
    ("ubah", "drafted", U, D, F, U, D, U, U, U, U),
    ("susun_perubahan", "established", F, D, F, F, D, F, F, F, F),
]
CASES = [
    pytest.param(step, laid, who, answer, id=f"{step}-{who}")
    for step, laid, *answers in MATRIX
    for who, answer in zip(CAST, answers, strict=True)
]


def act(step: str, given: dict[str, Any]) -> Any:
    unseen = {key: value for key, value in given.items() if key != "suntingan"}
    acts = {
        "tetapkan": lambda: services.establish(**given),
        "batalkan": lambda: services.cancel(**given),
        "ubah": lambda: services.save_anggaran(isi=[], **given),
        "susun_perubahan": lambda: services.start_change(alasan="Anggaran berubah", **unseen),
    }
    return acts[step]()


@pytest.mark.parametrize(("step", "laid", "who", "answer"), CASES)
def test_step(agency: Agency, step: str, laid: str, who: str, answer: str) -> None:
    made = getattr(agreements, laid)(agency)
    try:
        act(step, agreements.by(agency, who, made))
        found = D
    except PermissionDenied:
        found = F
    except PerjanjianKinerja.DoesNotExist:
        found = U
    assert found == answer


def test_no_step_is_missing_from_the_matrix() -> None:
    # `gantikan` is done by establishing the next version, never by a person alone.
    assert {row[0] for row in MATRIX} >= set(PERJANJIAN.steps) - {"gantikan"}


def test_list_record_and_people_agree_on_every_act(agency: Agency, other_agency: Agency) -> None:
    """`scope` (a query), `may` (a check) and `users_who_may` are three sayings of one rule."""
    agency.office(agency.lestari, "pyb", agency.setda)
    agreements.established(agency)
    agreements.drafted(agency, agency.hukum, "gita")
    agreements.drafted(agency, agency.setda, "fitri")
    agreements.drafted(other_agency)
    for noun in ("perjanjian", "unit_kinerja"):
        agreement.say_the_same(noun, agreement.people(agency, other_agency))


def test_everybody_of_the_agency_reads_it_once_established(
    agency: Agency, other_agency: Agency
) -> None:
    made = agreements.drafted(agency)
    assert not PerjanjianKinerja.objects.visible_to(agency.named("ani"), on=TODAY).exists()
    agreements.establish(agency, made)
    for user in agency.everybody().values():
        assert PerjanjianKinerja.objects.visible_to(user, on=TODAY).get() == made
    for user in other_agency.everybody().values():
        assert not PerjanjianKinerja.objects.visible_to(user, on=TODAY).exists()


def test_the_top_unit_is_established_by_its_own_head_or_the_pyb(agency: Agency) -> None:
    made = agreements.drafted(agency, agency.setda, "fitri")
    with pytest.raises(PermissionDenied):
        agreements.establish(agency, made, "dewi")
    agency.office(agency.lestari, "pyb", agency.setda)
    assert policy.may(agency.named("lestari"), "perjanjian.tetapkan", made, on=TODAY)
    assert agreements.establish(agency, made, "fitri").ditetapkan_oleh == agency.fitri


def test_a_pyb_establishes_nothing_below_the_top(agency: Agency) -> None:
    agency.office(agency.lestari, "pyb", agency.setda)
    made = agreements.drafted(agency)
    assert not policy.may(agency.named("lestari"), "perjanjian.tetapkan", made, on=TODAY)


def test_whoever_heads_two_units_does_not_establish_their_own(agency: Agency) -> None:
    """The nearest head above who is somebody else does."""
    sub = agency.unit("U010101", "Subbagian Rumah Tangga", agency.umum, "Kepala Subbagian")
    tree.rebuild(agency.instansi)
    agency.person("Kiki", sub)
    Penempatan.objects.create(
        orang=agency.budi,
        unit=sub,
        jabatan=sub.jabatan_pimpinan,
        jenis="plt",
        mulai=TODAY,
    )
    made = agreements.drafted(agency, sub, "budi")
    assert not policy.may(agency.named("budi"), "perjanjian.tetapkan", made, on=TODAY)
    assert agreements.establish(agency, made, "fitri").status == "ditetapkan"


def test_an_established_one_is_dated_and_leaves_a_trace(agency: Agency) -> None:
    made = agreements.established(agency)
    assert (made.status, made.ditetapkan_pada, made.ditetapkan_oleh) == (
        "ditetapkan",
        plans.MOMENT,
        agency.fitri,
    )
    assert plans.acts()[-1] == "perjanjian.tetapkan"


def test_one_without_sasaran_or_targets_is_not_established(agency: Agency) -> None:
    made = agreements.begun(agency)
    with pytest.raises(Refused, match="Belum ada sasaran"):
        agreements.establish(agency, made)
    agreements.add(agency, made, IsiSasaran("Tanpa ukuran"))
    with pytest.raises(Refused, match="Tanpa ukuran"):
        agreements.establish(agency, agreements.now(made))


def test_a_second_one_of_a_year_is_refused_until_the_first_is_given_up(agency: Agency) -> None:
    made = agreements.begun(agency)
    with pytest.raises(Refused, match="sudah ada"):
        agreements.begun(agency, who="dewi")
    services.cancel(**agreements.by(agency, "budi", made))
    assert agreements.begun(agency).versi == 1


def test_a_new_version_keeps_every_key_and_replaces_the_old(agency: Agency) -> None:
    old = agreements.established(agency)
    new = services.start_change(
        perjanjian_id=old.pk,
        alasan="Anggaran berubah",
        actor=agency.named("budi"),
        pada=plans.MOMENT,
        on=TODAY,
    )
    for model, path in ((SasaranUnit, "perjanjian"), (IndikatorUnit, "sasaran__perjanjian")):
        both = [
            set(model.objects.filter(**{path: one}).values_list("kunci", flat=True))
            for one in (old, new)
        ]
        assert both[0] == both[1] != set()
    assert [one.jumlah for one in new.anggaran.all()] == [1_500_000]
    agreements.establish(agency, new)
    assert (agreements.now(old).status, agreements.now(new).status) == ("digantikan", "ditetapkan")
    assert plans.acts()[-2:] == ["perjanjian.gantikan", "perjanjian.tetapkan"]


def test_a_new_version_needs_grounds(agency: Agency) -> None:
    old = agreements.established(agency)
    given = agreements.by(agency, "budi", old)
    given.pop("suntingan")
    with pytest.raises(Refused, match="alasan"):
        services.start_change(alasan="  ", **given)
    services.start_change(alasan="Anggaran berubah", **given)
    with pytest.raises(Refused, match="sedang disusun"):
        services.start_change(alasan="Sekali lagi", **given)


def test_an_established_one_is_never_edited(agency: Agency) -> None:
    made = agreements.established(agency)
    with pytest.raises(WrongState):
        services.save_anggaran(isi=[], **agreements.by(agency, "budi", made))
    for rows in (SasaranUnit.objects, IndikatorUnit.objects, made.anggaran):
        field = "program" if rows.model.__name__ == "AnggaranUnit" else "uraian"
        with pytest.raises(IntegrityError, match="terkunci"), transaction.atomic():
            rows.update(**{field: "Lain"})


def test_what_changed_meanwhile_is_neither_established_nor_overwritten(agency: Agency) -> None:
    made = agreements.drafted(agency)
    old = agreements.by(agency, "fitri", made)
    agreements.add(agency, made, agreements.ARSIP)
    with pytest.raises(Stale):
        services.establish(**old)
    with pytest.raises(Stale):
        services.save_anggaran(isi=[], **{**old, "actor": agency.named("budi")})


def test_sasaran_close_up_when_one_is_taken_out(agency: Agency) -> None:
    made = agreements.drafted(agency)
    first = made.sasaran.get(nomor=1)
    services.remove_sasaran(sasaran_id=first.pk, **agreements.by(agency, "budi", made))
    assert list(made.sasaran.values_list("nomor", "uraian")) == [(1, agreements.ARSIP.uraian)]


def test_a_stranger_begins_nothing(agency: Agency) -> None:
    with pytest.raises(PermissionDenied):
        agreements.begun(agency, who="ani")
    with pytest.raises(PermissionDenied):
        agreements.begun(agency, who="hadi")


def test_another_agency_is_not_even_known(agency: Agency, other_agency: Agency) -> None:
    with pytest.raises(Unit.DoesNotExist):
        agreements.begun(agency, other_agency.umum)


def test_a_plan_supports_one_thing_only(agency: Agency) -> None:
    sasaran = agreements.established(agency).sasaran.get(nomor=1)
    hasil = plans.draft(agency).hasil_kerja.get(jenis="utama")
    hasil.mendukung_sasaran = sasaran
    hasil.save()
    hasil.mendukung_indikator = sasaran.indikator.first()
    with pytest.raises(IntegrityError, match="hasil_kerja_mendukung_satu"), transaction.atomic():
        hasil.save()
