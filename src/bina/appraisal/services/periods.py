"""Opening the periods of a year."""

from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.appraisal.models import JenisPeriode, PeriodeEvaluasi
from bina.appraisal.services.refused import Refused
from bina.core import audit
from bina.people.models import Instansi

DAYS_TO_RATE = 15  # after the quarter's last day; the agency's choice (kinerja.md 1.3, [default])
FIRST_YEAR = 2022  # PermenPANRB 6/2022 counts from here


@transaction.atomic
def open_year(
    *, instansi_id: int, tahun: int, actor: Any, pada: datetime, on: date
) -> list[PeriodeEvaluasi]:
    """The four quarters of a year for an agency. Ratings may be written from each one's last
    month on, until fifteen days after it.

    Raises Instansi.DoesNotExist, PermissionDenied, Refused.
    """
    seen = Instansi.objects.visible_to(actor, on=on)
    instansi = seen.select_for_update(of=("self",)).get(pk=instansi_id)
    policy.require(actor, "periode.buka", instansi, on=on)
    if not FIRST_YEAR <= tahun <= on.year + 1:
        raise Refused(
            _("Tahun di luar jangkauan. Pilih antara %(awal)s dan %(akhir)s.")
            % {"awal": FIRST_YEAR, "akhir": on.year + 1},
            "tahun",
        )
    if PeriodeEvaluasi.objects.of(instansi_id).filter(tahun=tahun).exists():
        raise Refused(_("Periode %(tahun)s sudah dibuka.") % {"tahun": tahun}, "tahun")
    made = PeriodeEvaluasi.objects.bulk_create(_quarter(instansi, tahun, n) for n in range(1, 5))
    audit.record(
        "periode.buka", pelaku=actor, objek=instansi, pada=pada, ke={"tahun": tahun, "jumlah": 4}
    )
    return made


def _quarter(instansi: Instansi, tahun: int, nomor: int) -> PeriodeEvaluasi:
    last_month = nomor * 3
    last_day = date(tahun, last_month, monthrange(tahun, last_month)[1])
    return PeriodeEvaluasi(
        instansi=instansi,
        tahun=tahun,
        jenis=JenisPeriode.TRIWULAN,
        nomor=nomor,
        mulai=date(tahun, last_month - 2, 1),
        selesai=last_day,
        dibuka=last_day.replace(day=1),
        tenggat=last_day + timedelta(days=DAYS_TO_RATE),
    )
