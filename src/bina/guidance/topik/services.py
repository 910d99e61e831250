"""The lists grow and retire, never shrink; a case takes several of their topics."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.core.workflow import WrongState
from bina.guidance import kasus
from bina.guidance.kasus import MENTORING, Kasus
from bina.guidance.models import Bidang, JenisTopik, Mentoring, TopikKasus
from bina.guidance.models.mentor import UMUM, UMUM_COACHING
from bina.guidance.services.refusals import Refused

# Enough to say what a case is about; a longer list says nothing.
MOST = 3


@transaction.atomic
def add(*, jenis: str, nama: str, actor: Any, pada: datetime, on: date) -> Bidang:
    """tambah: a topic of the agency's own beside the general ones. PermissionDenied, Refused."""
    policy.require(actor, "daftar_topik.tambah", actor.instansi, on=on)
    name = " ".join(nama.split())
    same = Bidang.objects.known(actor.instansi_id).filter(jenis=jenis)
    if jenis not in JenisTopik.values or not name or _is_taken(name, same):
        raise Refused(_("Tulis nama topik yang belum ada di daftar."))
    made = Bidang.objects.create(instansi_id=actor.instansi_id, jenis=jenis, nama=name)
    audit.record("topik.tambah", pelaku=actor, objek=made, pada=pada)
    return made


def _is_taken(name: str, rows: Iterable[Bidang]) -> bool:
    """By its own name or, of a general one, by the words people see. A retired one counts: it is
    taken up again, not made twice."""
    return name.lower() in {said.lower() for one in rows for said in (one.nama, str(one))}


@transaction.atomic
def retire(*, topik_id: int, actor: Any, pada: datetime, on: date) -> Bidang:
    """pensiunkan: nobody chooses it any more; cases that have it keep it.

    Raises Bidang.DoesNotExist for another agency's, PermissionDenied, WrongState.
    """
    one = _locked(topik_id, "pensiunkan", actor, on)
    if one.pensiun_pada is not None:
        raise WrongState("topik.pensiunkan: retired already")
    one.pensiun_pada = on
    return _saved(one, "pensiunkan", actor, pada)


@transaction.atomic
def take_up(*, topik_id: int, actor: Any, pada: datetime, on: date) -> Bidang:
    """pakai_lagi: it can be chosen again. Raises as `retire`."""
    one = _locked(topik_id, "pakai_lagi", actor, on)
    if one.pensiun_pada is None:
        raise WrongState("topik.pakai_lagi: in use")
    one.pensiun_pada = None
    return _saved(one, "pakai_lagi", actor, pada)


def _locked(topik_id: int, act: str, actor: Any, on: date) -> Bidang:
    mine = Bidang.objects.filter(instansi=actor.instansi_id or 0)
    one = mine.select_for_update(of=("self",)).get(pk=topik_id)
    policy.require(actor, f"topik.{act}", one, on=on)
    return one


def _saved(one: Bidang, act: str, actor: Any, pada: datetime) -> Bidang:
    one.save(update_fields=["pensiun_pada"])
    audit.record(f"topik.{act}", pelaku=actor, objek=one, pada=pada, berubah=["pensiun_pada"])
    return one


def choosable(one: Kasus) -> Any:
    """What a case may take: what its agency has in use, and what it has already."""
    agency = one.pegawai.instansi_id
    rows = Bidang.objects.known(agency).filter(jenis=one.jenis)
    return rows.filter(pensiun_pada=None) | rows.filter(pk__in=chosen(one))


def chosen(one: Kasus) -> list[int]:
    return list(TopikKasus.objects.filter(**one.kunci).values_list("topik", flat=True))


@transaction.atomic
def choose(
    *, jenis: str, kasus_id: int, topik: Iterable[int], actor: Any, pada: datetime, on: date
) -> None:
    """pilih_topik: either of the two says what the guidance is about; a mentoring keeps its field.

    Raises DoesNotExist, PermissionDenied; Refused with none, with too many, with one off the list.
    """
    rows = kasus.visible(jenis, actor, on).select_for_update(of=("self",))
    one = Kasus(jenis, rows.get(pk=kasus_id))
    policy.require(actor, f"{jenis}.pilih_topik", one.objek, on=on)
    wanted = {*topik, *([one.objek.bidang_id] if jenis == MENTORING else [])}
    if not 0 < len(wanted) <= MOST:
        raise Refused(_("Pilih satu sampai %(n)d topik.") % {"n": MOST})
    if choosable(one).filter(pk__in=wanted).distinct().count() < len(wanted):
        raise Refused(_("Pilih topik dari daftar."))
    TopikKasus.objects.filter(**one.kunci).exclude(topik__in=wanted).delete()
    _take(one, wanted)
    audit.record(
        f"{jenis}.pilih_topik", pelaku=actor, objek=one.objek, pada=pada, berubah=["topik"]
    )


def _take(one: Kasus, wanted: set[int]) -> None:
    fresh = wanted - set(chosen(one))
    TopikKasus.objects.bulk_create(TopikKasus(**one.kunci, topik_id=pk) for pk in fresh)


def keep_field(one: Mentoring, before: int | None = None) -> None:
    """A mentoring's own field is one of its topics; a changed plan takes the new one instead."""
    if before is not None and before != one.bidang_id:
        TopikKasus.objects.filter(mentoring=one, topik=before).delete()
    TopikKasus.objects.get_or_create(mentoring=one, topik_id=one.bidang_id)


def lay_general(**_kwargs: Any) -> None:
    """The topics everybody has; safe to repeat. Called after the tables are made."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        if Bidang._meta.db_table not in tables:
            return  # migrated back to before there was mentoring
        found = connection.introspection.get_table_description(cursor, Bidang._meta.db_table)
    if "jenis" not in {column.name for column in found}:
        return  # or to before there were topics of coaching
    general = {JenisTopik.MENTORING: UMUM, JenisTopik.COACHING: UMUM_COACHING}
    Bidang.objects.bulk_create(
        (
            Bidang(kode=kode, nama=kode, jenis=jenis)
            for jenis, codes in general.items()
            for kode in codes
        ),
        ignore_conflicts=True,
    )
