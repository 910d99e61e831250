"""What the page of one SKP shows: its steps, results, versions, and what this reader may do now."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core.ahead import Asking
from bina.core.compiled import compiled
from bina.planning import panels, workflow
from bina.planning.models import JenisLampiran, Skp, UsulPerubahan
from bina.planning.reading import Lists, annex, plans, rencana_of
from bina.planning.rencana import HasilRencana, IndikatorRencana, PerilakuRencana, Rencana, amount
from bina.planning.workflow import Status, StatusUsul
from bina.ui.tulisan import tanggal_pendek

Cells = list[SafeString | str]


@dataclass(frozen=True, slots=True)
class Baris:
    """An indicator with the cells other rooms add to its row."""

    indikator: IndikatorRencana
    sel: Cells


@dataclass(frozen=True, slots=True)
class Kartu:
    """A result as a card: its number on the page, its rows, what other rooms say below it."""

    nomor: int
    hasil: HasilRencana
    baris: list[Baris]
    bawah: Cells


@dataclass(frozen=True, slots=True)
class Nilai:
    """A value with its expectation and the cells other rooms add."""

    perilaku: PerilakuRencana
    sel: Cells

    @property
    def khusus(self) -> bool:
        """Worth a row of its own; the others share one."""
        return bool(self.perilaku.ekspektasi_khusus or any(self.sel))


@dataclass(frozen=True, slots=True)
class Tampilan:
    """A plan ready to be shown."""

    rencana: Rencana
    utama: list[Kartu]
    tambahan: list[Kartu]
    perilaku: list[Nilai]
    perilaku_lain: list[str]
    lampiran: list[tuple[str, list[str]]]
    kepala_indikator: list[Any] = field(default_factory=list)
    kepala_perilaku: list[Any] = field(default_factory=list)
    samping: Cells = field(default_factory=list)
    bawah: Cells = field(default_factory=list)


def asked(reader: Any, skp: Skp, on: date) -> list[Asking]:
    """What the page of this plan will ask, to be sent in one message."""
    return [
        _versions.asking(reader, [skp.rumpun], on),
        _waiting.asking(reader, skp.pk, on),
        *plans.asking([skp.pk]),
        *annex.asking(skp.pk),
        *policy.asking(reader, _ACTS, skp, on=on),
        *(panels.asked(reader, skp, on) if skp.is_agreed else []),
    ]


def shown(request: HttpRequest, skp: Skp) -> Tampilan:
    """The plan with the panels of other rooms; they are asked only of an agreed plan."""
    rencana = rencana_of(skp)
    drawn = panels.drawn(request, rencana) if skp.is_agreed else {}
    cards = [_card(number, one, drawn) for number, one in enumerate(rencana.hasil, 1)]
    conduct = drawn.get("perilaku", [])
    values = [Nilai(one, [panel.row(one.nilai) for panel in conduct]) for one in rencana.perilaku]
    return Tampilan(
        rencana=rencana,
        utama=[one for one in cards if one.hasil.jenis == "utama"],
        tambahan=[one for one in cards if one.hasil.jenis == "tambahan"],
        perilaku=[one for one in values if one.khusus],
        perilaku_lain=[one.perilaku.label for one in values if not one.khusus],
        lampiran=titled(annex(skp.pk)),
        kepala_indikator=_heads(drawn.get("indikator", [])),
        kepala_perilaku=_heads(conduct),
        samping=[one.drawn.whole for one in drawn.get("samping", [])],
        bawah=[one.drawn.whole for one in drawn.get("bawah", [])],
    )


def _card(number: int, one: HasilRencana, drawn: dict[str, list[panels.Shown]]) -> Kartu:
    rows = [
        Baris(each, [panel.row(each.kunci) for panel in drawn.get("indikator", [])])
        for each in one.indikator
    ]
    return Kartu(number, one, rows, [panel.row(one.kunci) for panel in drawn.get("hasil", [])])


def _heads(found: list[panels.Shown]) -> list[Any]:
    return [head for one in found for head in one.panel.heads]


def titled(lists: Lists) -> list[tuple[str, list[str]]]:
    """The three lists with their titles, in the order of the form."""
    return [(str(label), lists.get(jenis, [])) for jenis, label in JenisLampiran.choices]


def annex_of(skp: Skp) -> dict[str, tuple[str, ...]]:
    """The same of one version, to be compared with another."""
    return {title: tuple(lines) for title, lines in titled(annex(skp.pk))}


PAST = 4  # the place of the step after running


def steps(skp: Skp, on: date) -> list[dict[str, str]]:
    """From drafted to appraised, with the days known."""
    at = _position(skp) + (skp.status == Status.DITETAPKAN and skp.has_ended(on))
    words = _("Berjalan sampai %(hari)s") if at < PAST else _("Berakhir %(hari)s")
    rows = [
        (_("Disusun"), skp.dibuat),
        (_("Diajukan"), skp.diajukan_pada),
        (_("Ditetapkan"), skp.ditetapkan_pada),
        (words % {"hari": tanggal_pendek(skp.selesai)}, None),
        (_("Dinilai"), None),
    ]
    return [
        {"label": _step_label(label, moment), "keadaan": _step_state(number, at)}
        for number, (label, moment) in enumerate(rows)
    ]


def _position(skp: Skp) -> int:
    return {
        Status.DIAJUKAN: 1,
        Status.DITETAPKAN: 3,
        Status.DIGANTIKAN: 3,
        Status.DINYATAKAN_BATAL: 2,
    }.get(Status(skp.status), 0)


def _step_label(label: str, moment: datetime | None) -> str:
    return f"{label} {tanggal_pendek(moment)}".strip()


def _step_state(number: int, at: int) -> str:
    if number == at:
        return "kini"
    return "sudah" if number < at else "nanti"


ACTS = (
    "ubah", "ajukan", "tarik", "batalkan", "tetapkan", "kembalikan", "isi_ekspektasi",
    "susun_perubahan", "usulkan_perubahan", "tawarkan", "minta_batal", "nyatakan_batal",
)  # fmt: skip
_ACTS = [f"skp.{act}" for act in ACTS]
AGREED_ACTS = {"tawarkan", "minta_batal"}
RUNNING_ACTS = {"susun_perubahan", "usulkan_perubahan"}  # a plan that has ended is not changed


def acts(user: Any, skp: Skp, on: date) -> set[str]:
    """What this reader may do now: allowed by the table of who may, and open in the flow."""
    may = policy.permitted(user, _ACTS, skp, on=on)
    open_now = set(workflow.SKP.open_from(skp.status))
    if skp.is_open:
        open_now.add("ubah")
    if skp.status == Status.DIAJUKAN:
        open_now.add("isi_ekspektasi")
    if skp.status == Status.DITETAPKAN:
        open_now |= AGREED_ACTS if skp.has_ended(on) else AGREED_ACTS | RUNNING_ACTS
    return {act for act in open_now if f"skp.{act}" in may}


@dataclass(frozen=True, slots=True)
class Versi:
    """A version, or a proposal on its way to become one, in the list beside the plan."""

    judul: str
    status: str
    isi: str
    pk: int | None = None
    usul: UsulPerubahan | None = None
    semula: str = ""
    menjadi: str = ""


def versions(user: Any, skp: Skp, on: date) -> list[Versi]:
    """Proposals that wait, then the versions this reader may see, newest first."""
    rows = _versions(user, [skp.rumpun], on)
    return [*_proposed(user, skp, on), *(_version(one) for one in rows)]


@compiled
def _versions(viewer: Any, rumpun: list[UUID], on: date) -> "QuerySet[Skp, Skp]":
    seen = Skp.objects.visible_to(viewer, on=on).filter(rumpun__in=rumpun)
    return seen.order_by("-versi")


@compiled
def _waiting(viewer: Any, skp_id: int, on: date) -> "QuerySet[UsulPerubahan, UsulPerubahan]":
    seen = UsulPerubahan.objects.visible_to(viewer, on=on).filter(skp=skp_id)
    return seen.filter(status=StatusUsul.DIAJUKAN).for_list()


def _version(one: Skp) -> Versi:
    day = one.ditetapkan_pada or one.diajukan_pada or one.dibuat
    isi = ", ".join(part for part in (tanggal_pendek(day), one.sebab_perubahan) if part)
    return Versi(_("Versi %(n)s") % {"n": one.versi}, one.status, isi, one.pk)


def _proposed(user: Any, skp: Skp, on: date) -> Iterator[Versi]:
    for one in _waiting(user, skp.pk, on):
        yield Versi(
            _("Usul perubahan"),
            "menunggu_persetujuan",
            one.indikator.uraian,
            usul=one,
            semula=amount(one.target_semula, one.indikator.satuan),
            menjadi=amount(one.target_menjadi, one.indikator.satuan),
        )
