"""What planning tells the home pages: the tasks of a person, the events of a person's timeline."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core.home_lines import Antrean, Peristiwa, Tugas
from bina.people.models import Penempatan
from bina.planning import suggestions
from bina.planning.models import Klarifikasi, Skp, UsulPerubahan
from bina.planning.workflow import OPEN, Status, StatusUsul

STAGE = "planning"
LONGEST = 20  # more than this is a list of its own


def deadline(year: int) -> date:
    """Until when the SKP of that year is to be established."""
    month, day = suggestions.establishment_deadline()
    return date(year, month, day)


def queues(user: Any, *, on: date) -> list[Antrean]:
    """A plan to begin, to go on with or to mend; plans and proposals to decide."""
    mine = Skp.objects.filter(pegawai=user.pk, mulai__year=on.year)
    covering = mine.exclude(status__in=[Status.DIBATALKAN, Status.DIGANTIKAN])
    placed = Penempatan.objects.on(on).filter(orang=user.pk, orang__pegawai__aktif=True)
    reviews = policy.scope(user, "skp.tetapkan", on=on)
    proposals = policy.scope(user, "usul_perubahan.setujui", on=on)
    return [
        Antrean(
            mine.filter(status__in=OPEN).order_by("mulai", "versi"),
            lambda rows: (_draft(one) for one in rows),
        ),
        Antrean(
            placed.exclude(pk__in=covering.values("penempatan")), lambda _rows: [_to_begin(on)]
        ),
        Antrean(Skp.objects.filter(reviews, status=Status.DIAJUKAN), _reviews),
        Antrean(UsulPerubahan.objects.filter(proposals, status=StatusUsul.DIAJUKAN), _proposals),
        Antrean(
            Klarifikasi.objects.filter(
                pimpinan=user.pk, paraf_pimpinan_pada=None, skp__status__in=OPEN
            ).select_related("skp__pegawai__orang"),
            lambda rows: (_dialog(one) for one in rows.order_by("dibuka_pada")[:LONGEST]),
        ),
    ]


def _to_begin(on: date) -> Tugas:
    return Tugas(
        STAGE,
        _("Susun SKP %(tahun)s") % {"tahun": on.year},
        _("Rencana kinerja tahun ini belum disusun"),
        deadline(on.year),
        reverse("planning:mulai"),
        _("Mulai menyusun"),
    )


def _dialog(one: Klarifikasi) -> Tugas:
    return Tugas(
        STAGE,
        _("Klarifikasi ekspektasi dengan %(nama)s") % {"nama": one.skp.pegawai},
        _("Drafnya terbuka untuk Anda; tulis catatan, lalu sepakati berdua"),
        None,
        reverse("planning:klarifikasi", args=[one.skp_id]),
        _("Lihat klarifikasi"),
    )


def _draft(one: Skp) -> Tugas:
    sent_back = one.status == Status.DIKEMBALIKAN
    return Tugas(
        STAGE,
        (_("Perbaiki SKP %(tahun)s") if sent_back else _("Selesaikan SKP %(tahun)s"))
        % {"tahun": one.mulai.year},
        _("Dikembalikan pimpinan dengan alasan") if sent_back else _("Masih draf, belum diajukan"),
        deadline(one.mulai.year) if one.versi == 1 else None,
        reverse("planning:susun", args=[one.pk]),
        _("Perbaiki") if sent_back else _("Lanjutkan"),
    )


def _reviews(waiting: Any) -> Iterator[Tugas]:
    for one in waiting.select_related("pegawai__orang").order_by("diajukan_pada")[:LONGEST]:
        yield Tugas(
            STAGE,
            _("Tinjau SKP %(nama)s") % {"nama": one.pegawai},
            _("Menunggu keputusan Anda"),
            deadline(one.mulai.year) if one.versi == 1 else None,
            reverse("planning:tinjau", args=[one.pk]),
            _("Tinjau"),
            one.pegawai_id,
        )


def _proposals(waiting: Any) -> Iterator[Tugas]:
    for one in waiting.for_list().order_by("pada")[:LONGEST]:
        yield Tugas(
            STAGE,
            _("Putuskan usul perubahan target %(nama)s") % {"nama": one.skp.pegawai},
            one.indikator.uraian,
            None,
            reverse("planning:usul", args=[one.pk]),
            _("Putuskan"),
            one.skp.pegawai_id,
        )


def timeline(pegawai_id: int, viewer: Any, *, on: date) -> list[Peristiwa]:
    """What happened to this person's plans, as far as the viewer may see them; newest first."""
    seen = Skp.objects.visible_to(viewer, on=on).filter(pegawai=pegawai_id)
    found = [event for one in seen.select_related("penilai") for event in _events(one)]
    return sorted(found, key=lambda one: one.tanggal, reverse=True)


def _events(one: Skp) -> Iterator[Peristiwa]:
    url, tahun = reverse("planning:skp", args=[one.pk]), one.mulai.year
    naming = {"tahun": tahun, "versi": one.versi}
    if one.diajukan_pada:
        yield Peristiwa(
            timezone.localdate(one.diajukan_pada),
            _("SKP %(tahun)s versi %(versi)s diajukan") % naming,
            _("Kepada %(nama)s") % {"nama": one.penilai},
            Status.DIAJUKAN.value,
            url,
            "skp",
        )
    if one.ditetapkan_pada:
        yield Peristiwa(
            timezone.localdate(one.ditetapkan_pada),
            _("SKP %(tahun)s versi %(versi)s ditetapkan") % naming,
            one.alasan_perubahan,
            Status.DITETAPKAN.value,
            url,
            "skp",
        )
