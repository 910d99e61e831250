"""What appraisal tells the home pages: ratings that wait, and released evaluations."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bina.appraisal import reading
from bina.appraisal.models import Evaluasi, PeriodeEvaluasi
from bina.appraisal.workflow import Status
from bina.core.compiled import compiled
from bina.core.home_lines import Peristiwa, Tugas

STAGE = "appraisal"


def tasks(user: Any, *, on: date) -> list[Tugas]:
    """People to rate and units to rate, in the newest open period that has any left."""
    periods = reading.periods_for(user.instansi_id, on=on)[:2]
    found = [line for one in periods for line in (*_people(user, one, on), *_units(user, one, on))]
    return sorted(found, key=lambda one: one.tenggat or date.max)


def _people(user: Any, periode: PeriodeEvaluasi, on: date) -> Iterator[Tugas]:
    ids = reading.to_rate_ids(user, periode, on=on)
    if not ids:
        return
    mine = Evaluasi.objects.filter(periode=periode, penilai=user.pk)
    rows = list(mine.values_list("status", flat=True))
    left = len(ids) - rows.count(Status.DIRILIS)
    if left <= 0:
        return
    yield Tugas(
        STAGE,
        ngettext(
            "Nilai %(n)s pegawai untuk %(periode)s",
            "Nilai %(n)s pegawai untuk %(periode)s",
            left,
        )
        % {"n": left, "periode": periode},
        _("%(draf)s sudah Anda simpan, %(belum)s belum")
        % {"draf": rows.count(Status.DRAF), "belum": len(ids) - len(rows)},
        periode.tenggat,
        f"{reverse('appraisal:daftar')}?periode={periode.pk}",
        _("Lanjutkan penilaian") if rows else _("Mulai menilai"),
    )


def _units(user: Any, periode: PeriodeEvaluasi, on: date) -> Iterator[Tugas]:
    left = [one for one in reading.units_to_rate(user, periode, on=on) if one.capaian is None]
    if not left:
        return
    yield Tugas(
        STAGE,
        _("Tetapkan capaian organisasi %(periode)s") % {"periode": periode},
        ngettext(
            "%(n)s unit belum ditetapkan; evaluasi pegawainya menunggu",
            "%(n)s unit belum ditetapkan; evaluasi pegawainya menunggu",
            len(left),
        )
        % {"n": len(left)},
        periode.tenggat,
        f"{reverse('appraisal:organisasi')}?periode={periode.pk}",
        _("Tetapkan"),
    )


def timeline(pegawai_id: int, viewer: Any, *, on: date) -> list[Peristiwa]:
    """Released evaluations; a draft is nowhere, not even its penilai's own (T7)."""
    return [
        Peristiwa(
            timezone.localdate(one.dirilis_pada),
            _("Evaluasi %(periode)s dirilis") % {"periode": one.periode},
            _("Predikat: %(predikat)s") % {"predikat": one.get_predikat_display()},
            Status.DIRILIS.value,
            reverse("appraisal:evaluasi", args=[one.pk]),
            "evaluasi",
        )
        for one in _released(viewer, pegawai_id, on)
    ]


@compiled
def _released(viewer: Any, pegawai_id: int, on: date) -> "QuerySet[Evaluasi, Evaluasi]":
    rows = Evaluasi.objects.visible_to(viewer, on=on).released().filter(pegawai=pegawai_id)
    return rows.for_list().order_by("-dirilis_pada")
