"""What planning tells the home pages: the tasks of a person, the events of a person's timeline."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core.compiled import compiled
from bina.core.home_lines import Antrean, Peristiwa, Tugas
from bina.law.door import parameters
from bina.people.models import Penempatan
from bina.planning import ketentuan
from bina.planning.kewajiban import first_days, needs_plan
from bina.planning.models import (
    EkspektasiTim,
    Klarifikasi,
    Pembatalan,
    Pengingat,
    Skp,
    UsulPerubahan,
)
from bina.planning.penilai.serah_terima import perhaps_mine, to_hand_over
from bina.planning.workflow import ENDED, OPEN, Status, StatusPembatalan, StatusUsul
from bina.rules.parameters import Parameters

STAGE = "planning"
REMEMBERED = timedelta(days=14)
LONGEST = 20  # more than this is a list of its own


def deadline(year: int, *, law: Parameters) -> date:
    """Until when the SKP of that year is to be established."""
    return ketentuan.akhir_penetapan(year, law=law)


def _unsigned_dialogues(user: Any) -> Antrean:
    waiting = Klarifikasi.objects.filter(
        pimpinan=user.pk, paraf_pimpinan_pada=None, skp__status__in=OPEN
    )
    return Antrean(
        waiting.select_related("skp__pegawai__orang"),
        lambda rows: (_dialog(one) for one in rows.order_by("dibuka_pada")[:LONGEST]),
    )


def queues(user: Any, *, on: date) -> list[Antrean]:
    """A plan to begin, to go on with or to mend; plans and proposals to decide."""
    mine = Skp.objects.filter(pegawai=user.pk, mulai__year=on.year)
    covering = Skp.objects.of_year(on).filter(pegawai=user.pk).exclude(status__in=ENDED)
    law = parameters(user.instansi)
    placed = needs_plan(Penempatan.objects.on(on).filter(orang=user.pk), law=law, on=on)
    reviews = policy.scope(user, "skp.tetapkan", on=on)
    voidings = policy.scope(user, "pembatalan.setujui", on=on)
    proposals = policy.scope(user, "usul_perubahan.setujui", on=on)
    return [
        Antrean(
            mine.filter(status__in=OPEN).order_by("mulai", "versi"),
            lambda rows: (_draft(one, law) for one in rows),
        ),
        Antrean(
            placed.exclude(pk__in=covering.values("penempatan")),
            lambda rows: _to_begin(rows.order_by("jenis", "pk"), law, on),
        ),
        Antrean(
            Skp.objects.filter(reviews, status=Status.DIAJUKAN),
            lambda rows: _reviews(rows, law),
        ),
        Antrean(UsulPerubahan.objects.filter(proposals, status=StatusUsul.DIAJUKAN), _proposals),
        _unsigned_dialogues(user),
        Antrean(Pembatalan.objects.filter(voidings, status=StatusPembatalan.DIAJUKAN), _voidings),
        _unread_expectations(user),
        Antrean(_reminders(user, on), lambda _rows: [_reminded()]),
        Antrean(perhaps_mine(user, on=on), lambda _rows: _take_over(user, on)),
    ]


def _unread_expectations(user: Any) -> Antrean:
    mine = EkspektasiTim.objects.current().unread().filter(pegawai=user.pk)
    return Antrean(mine, _expectations)


def _expectations(rows: Any) -> Iterator[Tugas]:
    for one in rows.for_list()[:LONGEST]:
        yield Tugas(
            STAGE,
            _("Baca ekspektasi %(tim)s") % {"tim": one.tim},
            _("Dari %(nama)s, ketua tim") % {"nama": one.oleh},
            None,
            reverse("planning:ekspektasi_tim"),
            _("Baca"),
        )


def _reminders(user: Any, on: date) -> Any:
    """Reminders of the last days, as long as something is left to do."""
    mine = Pengingat.objects.filter(kepada=user.pk, hari__gt=on - REMEMBERED, hari__lte=on)
    due = Skp.objects.filter(
        Q(pegawai=user.pk, status__in=[Status.DIAJUKAN, Status.DITETAPKAN]), mulai__year=on.year
    )
    waiting = Skp.objects.filter(penilai=user.pk, status=Status.DIAJUKAN)
    return mine.filter(~Exists(due) | Exists(waiting))


def _reminded() -> Tugas:
    return Tugas(
        STAGE,
        _("Anda diingatkan tentang SKP"),
        _("Pengelola kinerja atau pimpinan meminta SKP segera dilanjutkan"),
        None,
        reverse("planning:saya"),
        _("Buka"),
    )


def _to_begin(rows: Any, law: Parameters, on: date) -> list[Tugas]:
    """For each position; who came to it during the year has days of their own."""
    placed = list(rows)
    first = first_days(placed, on=on)
    return [_begin(one, first[one.pk], law, on) for one in placed]


def _begin(placed: Penempatan, since: date, law: Parameters, on: date) -> Tugas:
    newly = ketentuan.last_days_in_new_position(since, law=law)[0]
    usual = deadline(on.year, law=law)
    begun = since > date(on.year, 1, 1)
    return Tugas(
        STAGE,
        _("Susun SKP %(tahun)s") % {"tahun": on.year},
        _for_whom(placed, since) if begun else _("Rencana kinerja tahun ini belum disusun"),
        max(newly, usual) if begun else usual,
        reverse("planning:mulai"),
        _("Mulai menyusun"),
    )


def _for_whom(placed: Penempatan, since: date) -> str:
    if since > placed.mulai:
        return _("Anda kembali bertugas; rencana kinerja untuk sisa tahun ini belum disusun")
    return _("Untuk jabatan yang baru Anda pegang")


def _dialog(one: Klarifikasi) -> Tugas:
    return Tugas(
        STAGE,
        _("Klarifikasi ekspektasi dengan %(nama)s") % {"nama": one.skp.pegawai},
        _("Drafnya terbuka untuk Anda; tulis catatan, lalu sepakati berdua"),
        None,
        reverse("planning:klarifikasi", args=[one.skp_id]),
        _("Lihat klarifikasi"),
    )


def _take_over(user: Any, on: date) -> Iterator[Tugas]:
    if not to_hand_over(user, on=on):
        return
    yield Tugas(
        STAGE,
        _("Ambil alih SKP dari penilai sebelumnya"),
        _("SKP bawahan Anda masih berada pada penilai yang lama"),
        None,
        reverse("planning:serah_terima"),
        _("Periksa"),
    )


def _draft(one: Skp, law: Parameters) -> Tugas:
    sent_back = one.status == Status.DIKEMBALIKAN
    return Tugas(
        STAGE,
        (_("Perbaiki SKP %(tahun)s") if sent_back else _("Selesaikan SKP %(tahun)s"))
        % {"tahun": one.mulai.year},
        _("Dikembalikan pimpinan dengan alasan") if sent_back else _("Masih draf, belum diajukan"),
        deadline(one.mulai.year, law=law) if one.versi == 1 else None,
        reverse("planning:susun", args=[one.pk]),
        _("Perbaiki") if sent_back else _("Lanjutkan"),
    )


def _reviews(waiting: Any, law: Parameters) -> Iterator[Tugas]:
    for one in waiting.select_related("pegawai__orang").order_by("diajukan_pada")[:LONGEST]:
        yield Tugas(
            STAGE,
            _("Tinjau SKP %(nama)s") % {"nama": one.pegawai},
            _("Menunggu keputusan Anda"),
            deadline(one.mulai.year, law=law) if one.versi == 1 else None,
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


def _voidings(waiting: Any) -> Iterator[Tugas]:
    for one in waiting.for_list()[:LONGEST]:
        yield Tugas(
            STAGE,
            _("Putuskan pembatalan SKP %(nama)s") % {"nama": one.skp.pegawai},
            one.get_sebab_display(),
            None,
            reverse("planning:pembatalan", args=[one.pk]),
            _("Putuskan"),
            one.skp.pegawai_id,
        )


@compiled
def _seen(viewer: Any, pegawai_id: int, on: date) -> "QuerySet[Skp, Skp]":
    rows = Skp.objects.visible_to(viewer, on=on).filter(pegawai=pegawai_id)
    return rows.select_related("penilai")


def timeline(pegawai_id: int, viewer: Any, *, on: date) -> list[Peristiwa]:
    """What happened to this person's plans, as far as the viewer may see them; newest first."""
    found = [event for one in _seen(viewer, pegawai_id, on) for event in _events(one)]
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
            one.sebab_perubahan,
            Status.DITETAPKAN.value,
            url,
            "skp",
        )
