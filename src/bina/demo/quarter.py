"""The quarters that are over: the unit's rating first, then some of its people."""

from datetime import date, datetime
from typing import Any

from bina.accounts.models import Orang
from bina.appraisal import door as appraisal
from bina.demo import cast, plans
from bina.people.models import Instansi, Unit
from bina.planning import door as planning

CLOSED = (("Triwulan I", 4), ("Triwulan II", 7))  # rated in the month after each


def lay(instansi: Instansi, *, on: date, moment: Any) -> None:
    """Open the year's quarters and release what was rated in April and July."""
    manager = Orang.objects.get(nip=cast.OFFICES[0].nip)
    day = min(date(on.year, 1, 15), on)
    quarters = appraisal.open_year(
        instansi_id=instansi.pk, tahun=on.year, actor=manager, pada=moment(day), on=day
    )
    for quarter, (_name, month) in zip(quarters, CLOSED, strict=False):
        day = date(on.year, month, 10)
        if day <= on:
            _rate(quarter, day, moment(day))


def _rate(quarter: Any, day: date, pada: datetime) -> None:
    unit = Unit.objects.get(nama="Puskesmas Kampung Laut")
    appraisal.set_capaian(
        unit_id=unit.pk,
        periode_id=quarter.pk,
        capaian="baik",
        alasan="Target triwulan tercapai menurut laporan bulanan.",
        alasan_perubahan="",
        suntingan=0,
        actor=Orang.objects.get(nip=cast.HEAD_ABOVE.nip),
        pada=pada,
        on=day,
    )
    for person in (plans.SALIMAH, plans.JATI, plans.MUJUR, plans.HANA, plans.HENDRI):
        _release(person.nip, quarter, day, pada)


def _release(nip: str, quarter: Any, day: date, pada: datetime) -> None:
    found = planning.running_of(Orang.objects.get(nip=nip).pk, on=day)
    if found is None:
        return
    act: dict[str, Any] = {
        "actor": Orang.objects.get(nip=cast.PENILAI.nip),
        "pada": pada,
        "on": day,
    }
    draft = appraisal.save_draft(
        skp_id=found.skp_id,
        periode_id=quarter.pk,
        isi=appraisal.Isi(
            rating_hasil="sesuai",
            rating_perilaku="sesuai",
            alasan_hasil="",
            alasan_perilaku="",
            catatan="Pertahankan, dan bagikan cara kerja Anda kepada rekan.",
        ),
        suntingan=0,
        halaman="",
        **act,
    )
    appraisal.release(evaluasi_id=draft.pk, suntingan=draft.suntingan, **act)
