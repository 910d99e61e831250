"""A dialogue from the planned day to what both confirmed."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from bina.core.models import Jejak
from bina.core.workflow import WrongState
from bina.dialog import reading, usul
from bina.dialog.models import ButirAgenda, CatatanPribadi, Dialog, Tindakan
from bina.dialog.services import agenda, dialog
from bina.dialog.services.dialog import IsiTindakan, Rangkuman
from bina.dialog.services.refusals import Refused, Stale
from tests.conftest import TODAY, Agency
from tests.dialog import given
from tests.monitoring import given as monitored
from tests.planning import plans


def acts() -> list[str]:
    return list(
        Jejak.objects.filter(objek_jenis__startswith="dialog.")
        .order_by("nomor")
        .values_list("tindakan", flat=True)
    )


@pytest.mark.parametrize("who", ["ani", "budi"])
def test_either_of_the_two_plans_it(agency: Agency, who: str) -> None:
    one = given.planned(agency, who)
    assert (one.pegawai_id, one.penilai_id) == (agency.ani.pk, agency.budi.pk)
    assert one.status == "direncanakan"
    assert acts() == ["dialog.rencanakan"]


@pytest.mark.parametrize(
    ("who", "why"),
    [
        ("fitri", PermissionDenied),
        ("dewi", PermissionDenied),
        ("eko", ObjectDoesNotExist),
        ("gita", ObjectDoesNotExist),
    ],
)
def test_nobody_else_plans_it(agency: Agency, who: str, why: Any) -> None:
    with pytest.raises(why):
        given.planned(agency, who)
    assert not Dialog.objects.exists()


def test_the_two_have_one_dialogue_under_way(agency: Agency) -> None:
    one = given.planned(agency)
    with pytest.raises(Refused, match="masih punya dialog"):
        given.planned(agency, "budi")
    dialog.cancel(dialog_id=one.pk, alasan="Sakit", actor=agency.named("ani"), **given.when())
    assert given.planned(agency, "budi").status == "direncanakan"


def test_the_day_lies_in_the_plan_and_not_in_the_past(agency: Agency) -> None:
    with pytest.raises(Refused, match="sudah lewat"):
        given.planned(agency, ahead=-1)
    with pytest.raises(Refused, match="sesudah SKP berakhir"):
        given.planned(agency, ahead=400)


def test_it_takes_place_on_the_planned_day_or_on_the_day_it_is_begun(agency: Agency) -> None:
    one = given.planned(agency, ahead=5)
    began = dialog.begin(dialog_id=one.pk, actor=agency.named("ani"), **given.when())
    assert began.tanggal == TODAY


def test_it_may_be_moved_until_it_begins(agency: Agency) -> None:
    one = given.planned(agency)
    moved: dict[str, Any] = {"tanggal": TODAY + timedelta(days=3), "tempat": ""}
    act = {"dialog_id": one.pk, "actor": agency.named("budi"), **moved, **given.when()}
    assert dialog.reschedule(**act).tanggal == moved["tanggal"]
    dialog.begin(dialog_id=one.pk, actor=agency.named("budi"), **given.when())
    with pytest.raises(WrongState):
        dialog.reschedule(**act)


def test_both_confirm_and_then_it_is_locked(agency: Agency) -> None:
    one = given.summed(agency)
    assert given.confirm(agency, one, "ani").status == "dirangkum"
    with pytest.raises(WrongState):
        given.confirm(agency, one, "ani")
    assert given.confirm(agency, one, "budi").status == "dikonfirmasi"
    for act in (given.sum_up, given.confirm):
        with pytest.raises(WrongState):
            act(agency, one, "ani")
    assert acts()[-4:] == ["dialog.mulai", "dialog.rangkum", "dialog.konfirmasi", "dialog.sahkan"]


def test_a_changed_summary_asks_both_again(agency: Agency) -> None:
    one = given.summed(agency)
    given.confirm(agency, one, "ani")
    one = given.sum_up(agency, one, "budi", Rangkuman("Piket mulai Selasa."))
    assert (one.status, one.pegawai_pada, one.penilai_pada) == ("dirangkum", None, None)
    assert not one.tindakan.exists()
    given.confirm(agency, one, "budi")
    assert Dialog.objects.get().status == "dirangkum"


def test_nobody_confirms_what_they_have_not_read(agency: Agency) -> None:
    one = given.summed(agency)
    given.sum_up(agency, one, "budi", Rangkuman("Lain sama sekali."))
    act: dict[str, Any] = {"dialog_id": one.pk, "actor": agency.named("ani"), **given.when()}
    with pytest.raises(Stale):
        dialog.confirm(suntingan=one.suntingan, **act)
    with pytest.raises(Stale):
        dialog.sum_up(isi=given.SUMMARY, suntingan=one.suntingan, **act)
    assert Dialog.objects.get().ringkasan == "Lain sama sekali."


@pytest.mark.parametrize(
    ("isi", "why"),
    [
        (Rangkuman("  "), "Tulis dulu ringkasan"),
        (Rangkuman("Ya", (IsiTindakan("Piket", "gita", TODAY),)), "Pilih siapa"),
        (Rangkuman("Ya", (given.ACTION,) * 21), "Paling banyak 20"),
    ],
)
def test_a_summary_that_is_none_is_refused(agency: Agency, isi: Rangkuman, why: str) -> None:
    one = given.begun(agency)
    with pytest.raises(Refused, match=why):
        given.sum_up(agency, one, isi=isi)


def test_it_is_called_off_with_a_reason_until_it_is_summed_up(agency: Agency) -> None:
    one = given.begun(agency)
    act: dict[str, Any] = {"dialog_id": one.pk, "actor": agency.named("ani"), **given.when()}
    with pytest.raises(Refused, match="Tuliskan alasannya"):
        dialog.cancel(alasan=" ", **act)
    given.sum_up(agency, one)
    with pytest.raises(WrongState):
        dialog.cancel(alasan="Sakit", **act)


def test_of_many_open_actions_the_first_due_are_shown_and_the_rest_is_counted(
    agency: Agency, django_assert_num_queries: Any
) -> None:
    for month in range(3):
        days = [TODAY + timedelta(days=30 * month + n) for n in range(20)]
        actions = tuple(IsiTindakan("Lain", "pegawai", day) for day in days)
        given.confirmed(agency, Rangkuman("Disepakati", actions))
    next_one = given.planned(agency)
    with django_assert_num_queries(1):
        found = reading.carried(next_one, TODAY)
    assert found.rows[0].tindakan.tenggat == TODAY
    assert (len(found), found.more) == (reading.MOST, 60 - reading.MOST)
    assert reading.open_actions(agency.ani.pk, agency.named("ani"), on=TODAY).more == found.more


def test_open_actions_carry_forward_until_done(agency: Agency) -> None:
    given.confirmed(agency)
    action = Tindakan.objects.get()
    second = given.confirmed(agency, Rangkuman("Dua"))
    third = given.planned(agency)
    assert [each.tindakan for each in reading.carried(third, TODAY)] == [action]
    assert not reading.carried(second, TODAY)
    given.finish(agency, action, "budi")
    assert not reading.carried(third, TODAY)
    with pytest.raises(WrongState):
        given.finish(agency, action)


def test_an_action_is_done_only_once_it_is_agreed(agency: Agency) -> None:
    given.summed(agency)
    with pytest.raises(WrongState):
        given.finish(agency, Tindakan.objects.get())
    with pytest.raises(Tindakan.DoesNotExist):
        given.finish(agency, Tindakan.objects.get(), "fitri")


def test_what_a_penilai_agreed_does_not_show_to_the_next_one(agency: Agency) -> None:
    one = given.confirmed(agency)
    between = Tindakan.objects.unfinished().between
    assert between(one.pegawai_id, agency.gita.pk).count() == 0
    assert between(one.pegawai_id, agency.budi.pk).count() == 1


# The agenda


def test_both_add_points_and_take_away_their_own(agency: Agency) -> None:
    one = given.planned(agency)
    hers = given.point(agency, one, "ani", "Surat menumpuk setiap Senin")
    his = given.point(agency, one, "budi", "Cuti bersama")
    act: dict[str, Any] = {"butir_id": his.pk, **given.when()}
    with pytest.raises(PermissionDenied):
        agenda.drop_point(actor=agency.named("ani"), **act)
    with pytest.raises(ButirAgenda.DoesNotExist):
        agenda.drop_point(actor=agency.named("fitri"), **act)
    agenda.drop_point(actor=agency.named("budi"), **act)
    assert list(one.agenda.all()) == [hers]


def test_the_agenda_closes_with_the_summary(agency: Agency) -> None:
    one = given.summed(agency)
    with pytest.raises(WrongState):
        given.point(agency, one, "ani", "Terlambat")


def test_the_data_suggests_what_to_talk_about(agency: Agency) -> None:
    given.plan(agency)
    monitored.feedback_on_result(agency)
    one = given.planned(agency, on=TODAY)
    found = usul.suggested(one, on=TODAY)
    kinds = {str(each.asal) for each in found}
    assert kinds == {"belum_ada", "umpan_balik"}
    told = [each.uraian for each in found if each.asal == "umpan_balik"]
    assert all(each.startswith("Umpan balik dari") for each in told)


def test_a_result_that_lags_is_suggested_with_its_figures(agency: Agency) -> None:
    given.plan(agency)
    monitored.entry(agency, 1)
    later = TODAY + timedelta(days=200)
    one = given.planned(agency)
    found = usul.suggested(one, on=later)
    lagging = [each for each in found if each.asal == "tertinggal"]
    assert len(lagging) == 1
    assert lagging[0].mengapa.startswith("Kemajuan tertinggal")


def test_a_suggestion_is_taken_over_once(agency: Agency) -> None:
    given.confirmed(agency)
    one = given.planned(agency)
    late = TODAY + timedelta(days=10)
    found = usul.suggested(one, on=late)
    overdue = next(each for each in found if each.asal == "tindakan")
    assert overdue.uraian == given.ACTION.uraian
    act: dict[str, Any] = {
        "dialog_id": one.pk,
        "kunci": overdue.kunci,
        "actor": agency.named("ani"),
        **given.when(on=late),
    }
    point = agenda.take_over(**act)
    assert (point.uraian, point.asal) == (given.ACTION.uraian, "tindakan")
    with pytest.raises(Refused, match="tidak berlaku lagi"):
        agenda.take_over(**act)
    with pytest.raises(Refused):
        agenda.take_over(**{**act, "kunci": "tindakan:999"})


# Private notes


def test_a_note_is_its_writers_alone(agency: Agency) -> None:
    one = given.confirmed(agency)
    given.note(agency, one, "ani", "rahasia-ani")
    given.note(agency, one, "budi", "rahasia-budi")
    for who in ("ani", "budi", "fitri", "dewi", "indra", "joko"):
        seen = CatatanPribadi.objects.visible_to(agency.named(who), on=TODAY)
        assert {each.isi for each in seen} == ({f"rahasia-{who}"} & {"rahasia-ani", "rahasia-budi"})
    with pytest.raises(ObjectDoesNotExist):
        given.note(agency, one, "fitri", "x")


def test_a_note_changed_in_another_window_is_noticed(agency: Agency) -> None:
    one = given.planned(agency)
    given.note(agency, one, "ani", "satu")
    with pytest.raises(Stale):
        agenda.note_privately(
            dialog_id=one.pk, isi="dua", suntingan=0, actor=agency.named("ani"), **given.when()
        )


def test_no_word_stands_in_the_trail(agency: Agency) -> None:
    one = given.begun(agency)
    given.point(agency, one, "ani", "butir-rahasia")
    given.note(agency, one, "ani", "catatan-rahasia")
    given.sum_up(agency, one, isi=Rangkuman("ringkas-rahasia", (given.ACTION,)))
    for line in Jejak.objects.filter(objek_jenis__startswith="dialog."):
        assert set(line.fakta) <= {"berubah", "fakta"}
        assert "rahasia" not in line.isi


# What the database keeps


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"ringkasan": "Lain"}, "dialog_terkunci"),
        ({"tanggal": TODAY + timedelta(days=1)}, "dialog_terkunci"),
        ({"status": "dirangkum", "penilai_pada": None}, "dialog_terkunci"),
    ],
)
def test_what_both_confirmed_is_locked(agency: Agency, change: Any, name: str) -> None:
    one = given.confirmed(agency)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Dialog.objects.filter(pk=one.pk).update(**change)


def test_what_was_agreed_is_locked_but_for_its_being_done(agency: Agency) -> None:
    one = given.begun(agency)
    given.point(agency, one, "ani", "Satu")
    given.sum_up(agency, one)
    given.confirm(agency, one, "ani")
    given.confirm(agency, one, "budi")
    for rows, change in (
        (Tindakan.objects, {"uraian": "Lain"}),
        (Tindakan.objects, {"tenggat": TODAY}),
        (Tindakan.objects, {"oleh": agency.budi}),
        (ButirAgenda.objects, {"uraian": "Lain"}),
    ):
        with pytest.raises(IntegrityError, match="terkunci"), transaction.atomic():
            rows.update(**change)
    with pytest.raises(IntegrityError, match="terkunci"), transaction.atomic():
        Tindakan.objects.create(dialog=one, uraian="Susulan", oleh=agency.ani, tenggat=TODAY)
    assert Tindakan.objects.update(selesai_pada=TODAY) == 1


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"status": "dikonfirmasi"}, "dialog_dikonfirmasi_berdua"),
        ({"pegawai_pada": timezone.now()}, "dialog_belum_dirangkum_tanpa_konfirmasi"),
        ({"status": "dirangkum"}, "dialog_dirangkum_berisi"),
        ({"status": "dibatalkan"}, "dialog_dibatalkan_beralasan"),
        ({"status": "beres"}, "dialog_status_dikenal"),
    ],
)
def test_the_database_refuses_half_a_dialogue(agency: Agency, change: Any, name: str) -> None:
    one = given.begun(agency)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Dialog.objects.filter(pk=one.pk).update(**change)


def test_nobody_but_the_two_stands_in_it(agency: Agency) -> None:
    one = given.begun(agency)
    now = timezone.now()
    for make in (
        lambda: ButirAgenda.objects.create(dialog=one, uraian="x", oleh=agency.gita, dibuat=now),
        lambda: Tindakan.objects.create(dialog=one, uraian="x", oleh=agency.gita, tenggat=TODAY),
        lambda: CatatanPribadi.objects.create(dialog=one, penulis=agency.gita, diubah_pada=now),
    ):
        with pytest.raises(IntegrityError, match="oleh_yang_berdua"), transaction.atomic():
            make()


def test_a_note_never_becomes_anothers(agency: Agency) -> None:
    given.note(agency, given.begun(agency), "ani", "rahasia")
    with pytest.raises(IntegrityError, match="tetap_milik_penulis"), transaction.atomic():
        CatatanPribadi.objects.update(penulis=agency.budi)


def test_a_draft_plan_has_no_dialogue_yet(agency: Agency) -> None:
    skp = plans.submitted(agency)
    with pytest.raises(PermissionDenied):
        dialog.plan_dialog(
            skp_id=skp.pk,
            tanggal=TODAY,
            tempat="",
            actor=agency.named("ani"),
            **given.when(),
        )
