"""The rows of Tim saya: one a person, the one who needs attention first, and why, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from bina.competency import door as competency
from bina.core import readers
from bina.core.addresses import address
from bina.core.ahead import Asking, ahead
from bina.dialog import door as dialog
from bina.guidance import door as guidance
from bina.monitoring import door as monitoring
from bina.people import door as people
from bina.people.door import Bawahan
from bina.planning import door as planning
from bina.planning.door import KeadaanSkp
from bina.ui.tulisan import angka, tanggal

NOTHING = (0, "", "", "")
YEAR_END = 90  # days before the year's end from which missing hours are named


@dataclass(frozen=True, slots=True)
class Baris:
    """A person of the team as the page shows them; `bobot` orders by need, `percakapan` is the
    day of the last dialogue or coaching held or feedback given that the reader knows of."""

    orang: Bawahan
    jabatan: str
    skp: KeadaanSkp
    kemajuan: Any
    akun: Any
    percakapan: date | None
    bobot: int
    mengapa: str
    tindakan: str
    url: str

    @property
    def perlu(self) -> bool:
        return self.bobot > 0


def rows(viewer: Any, *, on: date) -> list[Baris]:
    """The whole team in a fixed number of queries, the one who needs it most first."""
    readers.learn_usual(viewer, on)
    ids = people.subordinate_ids(viewer, on=on)
    with ahead(*_askings(ids, viewer, on)):
        team = people.team(ids)
        ids = ids if len(ids) <= people.LARGEST_TEAM else [one.pk for one in team]
        placed = people.placed(ids, on=on)
        standing, plans = planning.of_team(ids, viewer, on=on)
        progress, attention = _work(plans.values(), viewer, on)
        accounts = competency.hours(ids, on=on)
        talks = dialog.of_team(ids, viewer, on=on)
        spoken = _last_spoken(ids, talks, viewer, on)
    found = []
    for one in team:
        skp = standing.get(one.pk, planning.NONE_YET)
        skp_id = plans[one.pk].skp_id if one.pk in plans else 0
        akun = accounts.get(one.pk)
        jabatan = placed[one.pk].jabatan if one.pk in placed else ""
        need = _need(one, skp, attention.get(skp_id), akun, on)
        if not need[0]:
            need = _calm(one, plans.get(one.pk), talks.get(one.pk), viewer)
        last = spoken.get(one.pk)
        found.append(Baris(one, jabatan, skp, progress.get(skp_id), akun, last, *need))
    return sorted(found, key=lambda one: -one.bobot)


def _work(plans: Iterable[Any], viewer: Any, on: date) -> tuple[dict[int, Any], dict[int, Any]]:
    """skp id -> how far it is, and what calls for attention."""
    by_id = {one.skp_id: one for one in plans}
    asked = [
        *monitoring.progress_asking(by_id, on=on),
        *guidance.progress_asking(by_id.values(), viewer, on=on),
    ]
    with ahead(*asked):
        progress = monitoring.progress_of_plans(by_id, on=on)
        return progress, guidance.of_progress(progress.values(), viewer, on=on)


def _askings(ids: list[int], viewer: Any, on: date) -> list[Asking]:
    """All that hangs on who is in the team alone."""
    return [
        *people.team.asking(ids),
        *people.placed.asking(ids, on=on),
        *planning.of_team.asking(ids, viewer, on=on),
        *competency.hours.asking(ids, on=on),
        *dialog.of_team.asking(ids, viewer, on=on),
        *guidance.last_held.asking(ids, viewer, on=on),
        *monitoring.last_feedback.asking(ids, viewer, on=on),
    ]


def _calm(orang: Bawahan, plan: Any, talk: Any, viewer: Any) -> tuple[int, str, str, str]:
    """Nothing presses: the dialogue under way, or the next one to plan."""
    if talk and talk.terbuka:
        return 0, "", _("Buka dialog"), talk.terbuka
    if plan and plan.penilai_id == viewer.pk:
        return 0, "", _("Rencanakan dialog"), dialog.planning_address(plan.skp_id)
    return 0, "", _("Lihat"), address("home:linimasa", orang.pk)


def _last_spoken(
    ids: list[int], talks: dict[int, dialog.KeadaanDialog], viewer: Any, on: date
) -> dict[int, date]:
    """pegawai id -> the newest of the last dialogue, the last coaching and the last feedback."""
    held = guidance.last_held(ids, viewer, on=on)
    said = monitoring.last_feedback(ids, viewer, on=on)
    talked = {one: talk.terakhir for one, talk in talks.items()}
    every = (held, said, talked)
    days = {one: [day for known in every if (day := known.get(one))] for one in ids}
    return {one: max(found) for one, found in days.items() if found}


def _need(
    orang: Bawahan, skp: KeadaanSkp, lagging: Any, akun: Any, on: date
) -> tuple[int, str, str, str]:
    """(weight, why, verb, address): the most pressing matter of this person, or none."""
    if skp.usul_id:
        where = address("planning:usul", skp.usul_id)
        return 90, _("Usul penyesuaian target menunggu keputusan Anda."), _("Tinjau usul"), where
    if skp.status == "diajukan" and skp.skp_id:
        where = address("planning:tinjau", skp.skp_id)
        since = tanggal(skp.sejak)
        why = _("SKP menunggu penetapan Anda sejak %(hari)s.") % {"hari": since}
        return 100, why, _("Tinjau SKP"), where
    if skp.status == "dikembalikan" and skp.skp_id:
        since = tanggal(skp.sejak)
        why = _("SKP dikembalikan %(hari)s, belum diajukan lagi.") % {"hari": since}
        return 60, why, _("Lihat"), address("planning:skp", skp.skp_id)
    if skp.status == "belum_diajukan":
        why = _("SKP tahun ini belum diajukan.")
        return 50, why, _("Lihat"), address("home:linimasa", orang.pk)
    return _need_of_work(orang, lagging, akun, on)


def _need_of_work(orang: Bawahan, lagging: Any, akun: Any, on: date) -> tuple[int, str, str, str]:
    """What the work itself says: results that lag, hours that are missing near the year's end."""
    if lagging:
        worst = lagging[0]
        points = int(min(worst.sinyal.poin, Decimal(19)))
        return 70 + points, worst.sinyal.kalimat, worst.aksi, worst.url
    left = (akun.selesai - on).days if akun else YEAR_END
    if akun and left < YEAR_END and akun.target.kurang:
        facts = {"jp": angka(akun.jp), "patokan": angka(akun.patokan), "hari": left}
        why = _("Jam pelajaran baru %(jp)s dari %(patokan)s, sisa waktu %(hari)d hari.") % facts
        return 10, why, _("Lihat"), address("home:linimasa", orang.pk)
    return NOTHING
