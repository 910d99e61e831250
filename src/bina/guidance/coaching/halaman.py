"""What the page of a whole coaching shows: agreement, coach, what came of it."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from bina.access import policy
from bina.guidance import kualifikasi
from bina.guidance.coaching import naskah, sidik
from bina.guidance.coaching.forms.kesepakatan import SetujuForm
from bina.guidance.coaching.workflow import StatusKesepakatan
from bina.guidance.models import Coaching, HasilTujuan, Kesepakatan
from bina.guidance.workflow import COACHING

ACTS = (
    "tulis_kesepakatan",
    "setujui_kesepakatan",
    "minta_ganti_coach",
    "hentikan",
    "tutup",
    "mulai_sesi",
)


def coaching_page(one: Coaching, user: Any, *, on: date) -> dict[str, Any]:
    """For the two."""
    may = allowed(one, user, on)
    versions = list(Kesepakatan.objects.read_by(one, user).select_related("coach"))
    shown = _shown(versions)
    return {
        "coaching": one,
        "peran": one.party(user.pk),
        "boleh": may,
        "kesepakatan": shown,
        "draf": shown if shown and shown.is_drafted else None,
        "berlaku": next((each for each in versions if each.is_in_force), None),
        "versi_lain": [each for each in versions if each is not shown],
        "tujuan": list(shown.tujuan.all()) if shown else [],
        "batas": naskah.lines(shown.naskah) if shown else [],
        "ttd": signers(shown, one, user) if shown else [],
        "setuju": _signature(shown, one, user, may),
        "kualifikasi": kualifikasi.of(one.coach_id, on=on) if one.coach_id else None,
        "hasil": list(
            HasilTujuan.objects.filter(tujuan__kesepakatan__coaching=one).select_related("tujuan")
        ),
    }


def allowed(one: Coaching, user: Any, on: date) -> set[str]:
    """What the policy allows and the flow leaves open; one question."""
    asked = [f"coaching.{act}" for act in ACTS]
    may = {act.split(".")[1] for act in policy.permitted(user, asked, one, on=on)}
    left = set(COACHING.open_from(one.status))
    flows = {"minta_ganti_coach": "lepas"}
    return {
        act
        for act in may
        if flows.get(act, act) in left or (act.endswith("_kesepakatan") and one.is_running)
    }


def _shown(versions: list[Kesepakatan]) -> Kesepakatan | None:
    """The draft before the version in force before the last one."""
    for wanted in (True, False):
        for one in versions:
            if one.is_drafted if wanted else one.is_in_force:
                return one
    agreed = [one for one in versions if one.status == StatusKesepakatan.DIGANTI]
    return agreed[0] if agreed else None


def signers(one: Kesepakatan, coaching: Coaching, user: Any) -> list[dict[str, Any]]:
    both = (
        (coaching.pegawai.orang, _("Pegawai"), one.pegawai_pada),
        (one.coach, _("Coach"), one.coach_pada),
    )
    return [
        {"nama": who.nama_lengkap, "peran": role, "pada": pada, "anda": who.pk == user.pk}
        for who, role, pada in both
    ]


def _signature(
    one: Kesepakatan | None, coaching: Coaching, user: Any, may: set[str]
) -> SetujuForm | None:
    if one is None or not one.is_drafted or "setujui_kesepakatan" not in may:
        return None
    one.coaching = coaching
    if getattr(one, f"{coaching.party(user.pk)}_pada") is not None:
        return None
    return SetujuForm(initial={"isi": sidik.digest(one)})
