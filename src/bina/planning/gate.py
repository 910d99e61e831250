"""Whether a plan may be begun, submitted or established on a day, and whom to ask where not.

Only first versions wait for the agency's days: a change during the year has its own grounds.
"""

from datetime import date

from django.utils.translation import gettext as _

from bina.accounts.models import Orang
from bina.law.door import parameters
from bina.people import offices
from bina.people.models import JenisPenempatan, Penempatan, UnitLeluhur
from bina.planning import ketentuan
from bina.planning.models import MasaPerencanaan, Skp
from bina.planning.services.refusals import Refused
from bina.planning.workflow import StatusMasa
from bina.ui.tulisan import tanggal


def period_of(unit_id: int, tahun: int) -> MasaPerencanaan | None:
    """The unit's own period of that year, else that of the nearest unit above; None: no limit."""
    above = UnitLeluhur.objects.filter(unit=unit_id).order_by("jarak")
    chain = list(above.values_list("leluhur_id", flat=True))
    rows = MasaPerencanaan.objects.filter(tahun=tahun, unit__in=chain).select_related("unit")
    return min(rows, key=lambda one: chain.index(one.unit_id), default=None)


def refuse_start(placed: Penempatan, mulai: date, *, on: date) -> None:
    """Raises Refused where no plan of that year may be begun in this position today."""
    if placed.jenis != JenisPenempatan.DEFINITIF and not ketentuan.acting_has_own_plan(
        on, law=parameters(placed.unit.instansi)
    ):
        raise Refused(
            _(
                "Di instansi Anda, tugas sebagai Plt. atau Plh. dicatat sebagai hasil kerja "
                "tambahan pada SKP jabatan Anda sendiri. Tambahkan di sana."
            )
        )
    masa = period_of(placed.unit_id, mulai.year)
    if masa is None or _drafting(masa, on):
        return
    if placed.mulai <= on <= _last_days(placed)[0]:
        return
    raise Refused(_said(masa, masa.susun_mulai, masa.susun_selesai, on))


def refuse_submission(skp: Skp, *, sent_back: bool, on: date) -> None:
    """Raises Refused. A plan that was sent back may be submitted as long as plans are
    established: its writer was in time."""
    masa = _limiting(skp)
    if masa is None or _drafting(masa, on) or _is_new(skp, 0, on):
        return
    if sent_back and (_establishing(masa, on) or _is_new(skp, 1, on)):
        return
    raise Refused(_said(masa, masa.susun_mulai, masa.susun_selesai, on))


def refuse_establishing(skp: Skp, *, on: date) -> None:
    """Raises Refused."""
    masa = _limiting(skp)
    if masa is None or _establishing(masa, on) or _is_new(skp, 1, on):
        return
    raise Refused(_said(masa, masa.tetapkan_mulai, masa.tetapkan_selesai, on))


def _limiting(skp: Skp) -> MasaPerencanaan | None:
    return period_of(skp.penempatan.unit_id, skp.mulai.year) if skp.versi == 1 else None


def _drafting(masa: MasaPerencanaan, on: date) -> bool:
    return masa.status == StatusMasa.DIBUKA and masa.susun_mulai <= on <= masa.susun_selesai


def _establishing(masa: MasaPerencanaan, on: date) -> bool:
    return masa.status == StatusMasa.DIBUKA and masa.tetapkan_mulai <= on <= masa.tetapkan_selesai


def _is_new(skp: Skp, which: int, on: date) -> bool:
    return skp.penempatan.mulai <= on <= _last_days(skp.penempatan)[which]


def _last_days(placed: Penempatan) -> tuple[date, date]:
    law = parameters(placed.unit.instansi)
    return ketentuan.last_days_in_new_position(placed.mulai, law=law)


def _said(masa: MasaPerencanaan, first: date, last: date, on: date) -> str:
    """Why not today, and whom to ask."""
    told = {
        "tahun": masa.tahun,
        "unit": masa.unit.nama,
        "awal": tanggal(first),
        "akhir": tanggal(last),
        "siapa": _whom_to_ask(masa, on),
    }
    if masa.status == StatusMasa.DITUTUP:
        words = _("Masa perencanaan %(tahun)s untuk %(unit)s sudah ditutup.")
    else:
        words = _(
            "Untuk %(unit)s, langkah ini hanya dapat dilakukan %(awal)s sampai %(akhir)s "
            "(masa perencanaan %(tahun)s)."
        )
    ask = _("Minta %(siapa)s memperpanjang atau membukanya. Isian Anda tetap tersimpan.")
    return f"{words} {ask}" % told


def _whom_to_ask(masa: MasaPerencanaan, on: date) -> str:
    people = Orang.objects.filter(offices.holders("pengelola", masa.unit_id, on), is_active=True)
    names = [one.nama_lengkap for one in people.order_by("nama", "pk")[:2]]
    return _(" atau ").join(names) if names else _("pengelola kinerja")
