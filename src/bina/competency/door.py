"""The competency room's door: credit of hours, and the account they stand on."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import CharField, DecimalField, OuterRef, Subquery, Value
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from bina.access import policy
from bina.competency.akun import Akun, Jam, account, hours
from bina.competency.kebutuhan import IsiKebutuhan, record_need, withdraw_need
from bina.competency.menunggu import Menunggu, waiting
from bina.competency.menunggu import register as register_waiting
from bina.competency.models import NAMA_JALUR, KegiatanBelajar
from bina.competency.services import Kegiatan, credit, hold_account
from bina.core.home_lines import Peristiwa
from bina.people.models import Pegawai
from bina.ui.tulisan import angka

__all__ = [
    "NAMA_JALUR",
    "Akun",
    "IsiKebutuhan",
    "Jam",
    "Kegiatan",
    "Menunggu",
    "account",
    "credit",
    "credited",
    "hold_account",
    "hours",
    "jp_of",
    "record_need",
    "register_waiting",
    "timeline",
    "title_of",
    "waiting",
    "withdraw_need",
]


def credited(asal: str, asal_ids: list[str]) -> dict[str, KegiatanBelajar]:
    """asal_id -> what was credited for it (one query)."""
    rows = KegiatanBelajar.objects.filter(asal=asal, asal_id__in=asal_ids)
    return {row.asal_id: row for row in rows}


def jp_of(asal: str, kunci: str = "pk") -> Any:
    """An expression: the hours credited for the outer row whose key stands in `kunci`; for sums
    over many rows in one query, without a word of the account."""
    code = Cast(OuterRef(kunci), CharField())
    rows = KegiatanBelajar.objects.filter(asal=asal, asal_id=code).order_by()
    none = Value(Decimal(0), output_field=DecimalField(max_digits=6, decimal_places=2))
    return Coalesce(Subquery(rows.values("jp")[:1]), none)


def title_of(row: KegiatanBelajar) -> str:
    """What the activity is called: its jalur and number, never its contents."""
    if row.jalur in {"coaching", "mentoring"}:
        return _("%(jalur)s sesi ke-%(ke)d") % {"jalur": row.get_jalur_display(), "ke": row.nomor}
    return str(row.get_jalur_display())


def timeline(pegawai_id: int, viewer: Any, *, on: date) -> list[Peristiwa]:
    """Hours recognised, for whoever may read the person's account."""
    if not Pegawai.objects.filter(
        policy.scope(viewer, "akun_jp.lihat", on=on), pk=pegawai_id
    ).exists():
        return []
    rows = KegiatanBelajar.objects.filter(pegawai=pegawai_id, tanggal__lte=on)
    url = reverse("competency:akun_orang", args=[pegawai_id])
    return [
        Peristiwa(
            row.tanggal,
            _("%(jp)s JP diakui") % {"jp": angka(row.jp)},
            title_of(row),
            "diakui" if row.jp else "",
            url,
            "kompetensi",
        )
        for row in rows.order_by("-tanggal", "-pk")[:20]
        if row.jp
    ]
