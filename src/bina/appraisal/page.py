"""What the rating page shows beside the form: the period, what is missing, the predicate."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from bina.accounts.models import Orang
from bina.appraisal import judgement, reading
from bina.appraisal.models import Evaluasi, PeriodeEvaluasi
from bina.appraisal.raters import raters_of
from bina.appraisal.services import evaluations as services
from bina.law import door as law_room
from bina.monitoring import door as monitoring
from bina.people import door as people
from bina.people.models import Unit
from bina.planning.door import Rencana

EMPTY = Evaluasi()


def material(
    rencana: Rencana,
    periode: PeriodeEvaluasi,
    known: Evaluasi | None,
    viewer: Any,
    *,
    on: date,
) -> dict[str, Any]:
    """All of the page but the form."""
    ids = reading.to_rate_ids(viewer, periode, on=on)
    place = ids.index(rencana.skp_id) + 1 if rencana.skp_id in ids else 0
    bahan = monitoring.period(rencana, mulai=periode.mulai, selesai=periode.selesai)
    return {
        "periode": periode,
        "rencana": rencana,
        "evaluasi": known,
        "nama": Orang.objects.get(pk=rencana.pegawai_id).nama,
        "tempat": people.placed([rencana.pegawai_id], on=on).get(rencana.pegawai_id),
        "nomor": place,
        "jumlah": len(ids),
        "berikut": place + 1 if place < len(ids) else 0,
        "bahan": bahan,
        "perilaku": behaviour(rencana, bahan),
        "sebelumnya": reading.earlier(rencana, periode, viewer, on=on),
        "putusan": _predicate(known or EMPTY, periode),
        **completeness(rencana, periode, known, on=on),
    }


def _predicate(judged: Evaluasi | Any, periode: PeriodeEvaluasi) -> Any:
    law = law_room.parameters(periode.instansi)
    return judgement.predicate(
        judged.rating_hasil, judged.rating_perilaku, law=law, on=periode.selesai
    )


def completeness(
    rencana: Rencana, periode: PeriodeEvaluasi, known: Evaluasi | None, *, on: date
) -> dict[str, Any]:
    """The unit's capaian, what it proposes for a head, and what is still missing."""
    unit = Unit.objects.get(pk=rencana.unit_id)
    capaian = services.capaian_of(unit.pk, periode)
    reached = capaian.capaian if capaian else ""
    usul = services.proposal_for_head(rencana, reached, periode, on=on)
    lacking = judgement.missing_of(known or EMPTY, capaian=reached, usul=usul.nilai if usul else "")
    return {
        "unit": unit,
        "capaian": capaian,
        "usul": usul,
        "kurang": [(name, _name_of(name, unit, on)) for name in lacking],
    }


def behaviour(rencana: Rencana, bahan: monitoring.Bahan) -> list[tuple[Any, Any]]:
    """Values with something expected in particular, or something said."""
    rows = [(one, bahan.umpan_balik_nilai(one.nilai)) for one in rencana.perilaku]
    return [(one, said) for one, said in rows if said or one.ekspektasi_khusus]


def _name_of(field: str, unit: Unit, on: date) -> str:
    if field != "capaian":
        return {
            "rating_hasil": _("rating hasil kerja"),
            "alasan_hasil": _("alasan rating hasil kerja"),
            "rating_perilaku": _("rating perilaku kerja"),
            "alasan_perilaku": _("alasan rating perilaku"),
        }[field]
    rater = raters_of([unit.pk], on=on).get(unit.pk)
    name = Orang.objects.filter(pk__in=[rater or 0]).values_list("nama", flat=True).first()
    if not name:
        return _("capaian organisasi %(unit)s (belum ada yang berwenang menetapkan)") % {
            "unit": unit
        }
    return _("capaian organisasi %(unit)s (menunggu %(nama)s)") % {"unit": unit, "nama": name}
