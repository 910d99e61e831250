"""What a planned result may support: a result of the pimpinan, or what the unit undertakes.

One choice in one field: `12` a result, `s-3` a sasaran, `i-4` an indicator.
"""

import re
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from bina.people import hierarchy
from bina.planning.models import HasilKerja, IndikatorUnit, PerjanjianKinerja, SasaranUnit, Skp
from bina.planning.rencana import target_words

FIELDS = {"": "mendukung_id", "s": "mendukung_sasaran_id", "i": "mendukung_indikator_id"}
VALUE = re.compile(r"(?:([si])-)?([0-9]{1,18})")
Choices = list[tuple[str, Any]]


def results(skp: Skp, *, on: date) -> "QuerySet[HasilKerja]":
    """The results of the pimpinan this plan may support: of the penilai's running plan."""
    above = hierarchy.superior_of(skp.pegawai_id, on=on, penempatan=skp.penempatan)
    running = Skp.objects.running(on).filter(pegawai=above.pk) if above else Skp.objects.none()
    found = HasilKerja.objects.filter(skp__in=running.values("pk"))
    return found.select_related("skp__pegawai__orang").order_by("-jenis", "urutan")


def _agreement(skp: Skp) -> Any:
    unit = skp.penempatan.unit_id
    return PerjanjianKinerja.objects.running(skp.mulai.year).filter(unit=unit)


def sasaran(skp: Skp) -> "QuerySet[SasaranUnit]":
    """What the unit of the plan's position undertakes that year, as in force."""
    return SasaranUnit.objects.filter(perjanjian__in=_agreement(skp))


def indicators(skp: Skp) -> "QuerySet[IndikatorUnit]":
    return IndikatorUnit.objects.filter(sasaran__perjanjian__in=_agreement(skp))


def is_open_to(skp: Skp, field: str, pk: int, *, on: date) -> bool:
    """Whether this plan may support that record."""
    found: Any = {
        "mendukung_id": lambda: results(skp, on=on),
        "mendukung_sasaran_id": lambda: sasaran(skp),
        "mendukung_indikator_id": lambda: indicators(skp),
    }[field]()
    return bool(found.filter(pk=pk).exists())


def chosen(skp: Skp, one: HasilKerja | None) -> str:
    """What the result supports now, as the form's field has it; a target replaced by a newer
    version of the perjanjian is chosen there."""
    if one is None:
        return ""
    for prefix, field in FIELDS.items():
        pk = getattr(one, field)
        if pk:
            return value_of(prefix, _today(skp, prefix, pk))
    return ""


def _today(skp: Skp, prefix: str, pk: int) -> int:
    if not prefix:
        return pk
    rows: Any = sasaran(skp) if prefix == "s" else indicators(skp)
    model: Any = SasaranUnit if prefix == "s" else IndikatorUnit
    same = rows.filter(kunci__in=model.objects.filter(pk=pk).values("kunci"))
    found: int | None = same.values_list("pk", flat=True).first()
    return found or pk


def value_of(prefix: str, pk: int) -> str:
    return f"{prefix}-{pk}" if prefix else str(pk)


def read(value: str) -> dict[str, Any]:
    """The three fields, one of them filled at the most."""
    found: dict[str, Any] = dict.fromkeys(FIELDS.values())
    matched = VALUE.fullmatch(value)
    if matched:
        found[FIELDS[matched[1] or ""]] = int(matched[2])
    return found


def choices(skp: Skp, one: HasilKerja | None, *, on: date) -> Choices:
    """Grouped as people know them; what the result supports already stays a choice."""
    kept = Q(pk=one.mendukung_id) if one and one.mendukung_id else None
    above = results(skp, on=on)
    if kept:
        above |= HasilKerja.objects.filter(kept)
    # The title and whose it is, nothing else of the pimpinan's plan.
    theirs = [(str(each.pk), f"{each.uraian} ({each.skp.pegawai})") for each in above]
    grouped: Choices = [("", _("Tidak memilih"))]
    if theirs:
        grouped.append((_("Hasil kerja pimpinan"), theirs))
    ours = [choice for each in _shown(skp) for choice in _of_sasaran(each)]
    ours += _left_behind(skp, one, {value for value, _label in ours})
    if ours:
        grouped.append((_("Perjanjian kinerja unit"), ours))
    return grouped


def _shown(skp: Skp) -> Any:
    return sasaran(skp).prefetch_related("indikator")


def _of_sasaran(one: SasaranUnit) -> Choices:
    naming = {"n": one.nomor, "uraian": one.uraian}
    head = (value_of("s", one.pk), _("Sasaran %(n)s: %(uraian)s") % naming)
    rows = [(value_of("i", each.pk), _indicator(each)) for each in one.indikator.all()]
    return [head, *rows]


def _indicator(one: IndikatorUnit) -> str:
    naming = {"uraian": one.uraian, "target": target_words(one)}
    return _("Indikator: %(uraian)s, target %(target)s") % naming


def _left_behind(skp: Skp, one: HasilKerja | None, known: set[str]) -> Choices:
    """A target that the version in force no longer has, and which the result still supports."""
    value = chosen(skp, one)
    if one is None or value[:1] not in {"s", "i"} or value in known:
        return []
    supported = one.mendukung_sasaran or one.mendukung_indikator
    return [(value, f"{supported} ({_('tidak berlaku lagi')})")]
