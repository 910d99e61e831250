"""Links for people without an account: made, taken back, answered once."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.monitoring import law, pengamatan
from bina.monitoring.models import Hubungan, Pembaca, TautanUmpanBalik, UmpanBalik
from bina.monitoring.services.feedback import Isi, columns, plan_about, trace
from bina.monitoring.services.refused import Refused
from bina.monitoring.subject import Tentang
from bina.monitoring.workflow import TAUTAN
from bina.planning import door as planning

TOKEN_BYTES = 24
"""192 bits: nobody guesses one."""
MOST_OPEN = 50


class TautanMati(LookupError):
    """Used, expired, taken back or never there: whoever holds it is not told which."""


@dataclass(frozen=True, slots=True)
class IsiTamu:
    """What a service user writes; the name only if they want."""

    sifat: str
    situasi: str
    perilaku: str
    dampak: str
    nama: str = ""


@transaction.atomic
def make_link(
    *, skp_id: int, tentang: Tentang, untuk: str, actor: Any, pada: datetime, on: date
) -> tuple[TautanUmpanBalik, str]:
    """A link for one answer, and its token, which is told this once and not kept.

    Raises ObjectDoesNotExist, PermissionDenied, Refused.
    """
    rencana = plan_about(tentang, "buat_tautan", skp_id, actor, on)
    _check_few(actor, on)
    token = token_urlsafe(TOKEN_BYTES)
    days = law.of(actor).in_force("pemantauan.hari_tautan_umpan_balik", on).value
    made = TautanUmpanBalik.objects.create(
        skp_id=skp_id,
        pegawai_id=rencana.pegawai_id,
        dibuat_oleh=actor,
        hasil_kunci=tentang.hasil_kunci,
        nilai_perilaku=tentang.nilai_perilaku,
        untuk=untuk.strip(),
        sidik=digest(token),
        berlaku_sampai=on + timedelta(days=int(days)),
        dibuat=pada,
    )
    audit.record(
        "tautan_umpan_balik.buat",
        pelaku=actor,
        objek=made,
        pada=pada,
        ke={"berlaku_sampai": made.berlaku_sampai, "status": made.status},
    )
    return made, token


def _check_few(actor: Any, on: date) -> None:
    mine = TautanUmpanBalik.objects.open_on(on).filter(dibuat_oleh=actor.pk)
    if mine.count() >= MOST_OPEN:
        raise Refused(
            _("Sudah ada %(n)s tautan yang menunggu jawaban. Cabut dulu yang tidak dipakai.")
            % {"n": MOST_OPEN}
        )


@transaction.atomic
def revoke_link(*, tautan_id: int, actor: Any, pada: datetime, on: date) -> TautanUmpanBalik:
    """Whoever made it takes it back.

    Raises TautanUmpanBalik.DoesNotExist, PermissionDenied, WrongState.
    """
    seen = TautanUmpanBalik.objects.visible_to(actor, on=on)
    one = seen.select_for_update(of=("self",)).get(pk=tautan_id)
    policy.require(actor, "tautan_umpan_balik.cabut", one, on=on)
    _step(one, "cabut", pada)
    facts = {"status": one.status}
    audit.record("tautan_umpan_balik.cabut", pelaku=actor, objek=one, pada=pada, ke=facts)
    return one


@transaction.atomic
def answer_link(*, token: str, isi: IsiTamu, pada: datetime, on: date) -> UmpanBalik:
    """Somebody with the link gives what it asks for; of two at once one does.

    There is nobody to permit: the token is the permission. Raises TautanMati, Refused.
    """
    one = _open(TautanUmpanBalik.objects.select_for_update(of=("self",)), token, on)
    rencana = planning.plan(one.skp_id)
    words = Isi(isi.sifat, isi.situasi, isi.perilaku, isi.dampak, Pembaca.PENILAI)
    _step(one, "jawab", pada)
    made = UmpanBalik.objects.create(
        **columns(rencana, Tentang.of(one), words),
        hubungan=Hubungan.PENGGUNA_LAYANAN,
        tautan=one,
        nama_pemberi=isi.nama.strip(),
        tanggal=on,
        dibuat=pada,
    )
    pengamatan.look_at_plan(rencana.skp_id, law=law.of(one.dibuat_oleh), on=on)
    trace(made, "tautan_umpan_balik.jawab", None, pada)
    return made


def open_link(token: str, *, on: date) -> TautanUmpanBalik:
    """The link, as long as it takes an answer. Raises TautanMati."""
    return _open(TautanUmpanBalik.objects.select_related("pegawai__orang__instansi"), token, on)


def digest(token: str) -> str:
    """Of a random token no salt is needed."""
    return sha256(token.encode("utf-8", "replace")).hexdigest()


def _open(links: Any, token: str, on: date) -> TautanUmpanBalik:
    found: TautanUmpanBalik | None = links.open_on(on).filter(sidik=digest(token)).first()
    if found is None:
        raise TautanMati
    return found


def _step(one: TautanUmpanBalik, name: str, pada: datetime) -> None:
    one.status, one.selesai_pada = TAUTAN.take(name, one.status), pada
    one.save(update_fields=["status", "selesai_pada"])
