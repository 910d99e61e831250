"""Dialogues as tests need them, made as people make them: by services."""

from datetime import date, datetime, timedelta
from typing import Any

from bina.dialog.models import CatatanPribadi, Dialog, Tindakan
from bina.dialog.services import agenda, dialog
from bina.dialog.services.dialog import IsiTindakan, Rangkuman
from tests.again import again
from tests.conftest import NOON, TODAY, Agency
from tests.guidance import given

plan = given.plan
when = given.when
ACTION = IsiTindakan("Menyusun jadwal piket", "pegawai", TODAY + timedelta(days=7))
SUMMARY = Rangkuman("Piket bergantian mulai Senin.", (ACTION,))


@again
def planned(
    agency: Agency, who: str = "ani", *, on: date = TODAY, pada: datetime = NOON, ahead: int = 0
) -> Dialog:
    return dialog.plan_dialog(
        skp_id=plan(agency, on).skp_id,
        tanggal=on + timedelta(days=ahead),
        tempat="Ruang Budi",
        actor=agency.named(who),
        **when(pada, on),
    )


@again
def begun(agency: Agency, **at: Any) -> Dialog:
    one = planned(agency, **at)
    return dialog.begin(dialog_id=one.pk, actor=agency.named("budi"), **when(**at))


def sum_up(
    agency: Agency, one: Dialog, who: str = "budi", isi: Rangkuman = SUMMARY, **at: Any
) -> Dialog:
    return dialog.sum_up(
        dialog_id=one.pk,
        isi=isi,
        suntingan=Dialog.objects.get(pk=one.pk).suntingan,
        actor=agency.named(who),
        **when(**at),
    )


@again
def summed(agency: Agency, isi: Rangkuman = SUMMARY, **at: Any) -> Dialog:
    return sum_up(agency, begun(agency, **at), isi=isi, **at)


def confirm(agency: Agency, one: Dialog, who: str, **at: Any) -> Dialog:
    return dialog.confirm(
        dialog_id=one.pk,
        suntingan=Dialog.objects.get(pk=one.pk).suntingan,
        actor=agency.named(who),
        **when(**at),
    )


@again
def confirmed(agency: Agency, isi: Rangkuman = SUMMARY, **at: Any) -> Dialog:
    one = summed(agency, isi, **at)
    confirm(agency, one, "ani", **at)
    return confirm(agency, one, "budi", **at)


def note(agency: Agency, one: Dialog, who: str, isi: str, **at: Any) -> CatatanPribadi:
    actor = agency.named(who)
    kept = CatatanPribadi.objects.filter(dialog=one, penulis=actor).first()
    return agenda.note_privately(
        dialog_id=one.pk,
        isi=isi,
        suntingan=kept.suntingan if kept else 0,
        actor=actor,
        **when(**at),
    )


def point(agency: Agency, one: Dialog, who: str, uraian: str, **at: Any) -> Any:
    return agenda.add_point(dialog_id=one.pk, uraian=uraian, actor=agency.named(who), **when(**at))


def finish(agency: Agency, action: Tindakan, who: str = "ani", **at: Any) -> Tindakan:
    return agenda.finish_action(tindakan_id=action.pk, actor=agency.named(who), **when(**at))
