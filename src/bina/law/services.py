"""An agency's own values: set from a day on, withdrawn before they begin. Nothing else saves."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from bina.access import policy
from bina.core import audit
from bina.core.workflow import WrongState
from bina.law import reading, results, susunan
from bina.law.checking import Refused, check
from bina.law.models import Ketentuan
from bina.people.models import Instansi
from bina.rules.parameters import Parameter, Value
from bina.rules.texts import frozen, texts
from bina.ui.tulisan import tanggal


@transaction.atomic
def set_value(
    *,
    instansi_id: int,
    parameter: str,
    bagian: Mapping[str, Any],
    mulai: date,
    dasar: str,
    actor: Any,
    pada: datetime,
    on: date,
) -> Ketentuan:
    """Set the agency's own value of a parameter from a day on, by parts (`susunan.parts`).

    Raises Instansi.DoesNotExist for whoever does not head its personnel unit; Refused for what
    the text does not leave open, a value no rule can judge by, a day that would reach back.
    """
    instansi = _held(instansi_id, actor, on)
    usul = proposed(instansi, parameter, bagian=bagian, mulai=mulai, dasar=dasar, on=on)
    set_by = {"hari": on, "ditetapkan_oleh": actor, "ditetapkan_pada": pada}
    made = Ketentuan.objects.create(
        instansi=instansi,
        parameter=parameter,
        mulai=mulai,
        nilai=usul.nilai,
        dasar=dasar.strip(),
        **set_by,
    )
    _new_version(instansi)
    _trace_set(made, usul, bagian, actor, pada)
    return made


def _held(instansi_id: int, actor: Any, on: date) -> Instansi:
    mine = Instansi.objects.filter(policy.scope(actor, "ketentuan_instansi.tetapkan", on=on))
    # Two who set at once wait for each other here.
    return mine.select_for_update(no_key=True, of=("self",)).get(pk=instansi_id)


@dataclass(frozen=True, slots=True)
class Usul:
    """What would be set: the value as it is stored, beside the one in force on its first day."""

    parameter: Parameter
    nilai: Any
    semula: Value


def proposed(
    instansi: Instansi,
    parameter: str,
    *,
    bagian: Mapping[str, Any],
    mulai: date,
    dasar: str,
    on: date,
) -> Usul:
    """What these parts would set, without setting it: for the preview. Raises Refused."""
    _refuse_day(instansi, parameter, mulai, on)
    known = open_parameter(parameter, mulai)
    check(known, bagian)
    if not dasar.strip():
        raise Refused(_("Dasar hukum belum diisi. Tulis nomor dan tanggal keputusannya."), "dasar")
    nilai = susunan.plain(susunan.put_together(known, dict(bagian)))
    before = reading.parameters(instansi).in_force(parameter, mulai)
    if susunan.taken_apart(known, before.value) == susunan.taken_apart(known, frozen(nilai)):
        raise Refused(_("Nilai ini sama dengan yang berlaku pada tanggal itu. Tidak ada bedanya."))
    return Usul(known, nilai, before)


@transaction.atomic
def withdraw(*, ketentuan_id: int, actor: Any, pada: datetime, on: date) -> Ketentuan:
    """Withdraw a value that has not begun.

    Raises Ketentuan.DoesNotExist; WrongState when it has begun or was withdrawn already.
    """
    seen = Ketentuan.objects.visible_to(actor, on=on)
    instansi_id = seen.values_list("instansi_id", flat=True).get(pk=ketentuan_id)
    instansi = Instansi.objects.select_for_update(no_key=True, of=("self",)).get(pk=instansi_id)
    ketentuan = seen.get(pk=ketentuan_id)
    policy.require(actor, "ketentuan.cabut", ketentuan, on=on)
    if not ketentuan.may_be_withdrawn(on):
        raise WrongState("ketentuan: begun or withdrawn")
    _refuse_if_judged(ketentuan)
    ketentuan.dicabut_oleh, ketentuan.dicabut_pada = actor, pada
    ketentuan.save(update_fields=["dicabut_oleh", "dicabut_pada"])
    _new_version(instansi)
    audit.record(
        "ketentuan.cabut",
        pelaku=actor,
        objek=ketentuan,
        pada=pada,
        berubah=["dicabut_pada"],
        fakta={"parameter": ketentuan.parameter, "mulai": ketentuan.mulai},
    )
    return ketentuan


def open_parameter(name: str, on: date) -> Parameter:
    """The parameter, if a text in force that day leaves its value to the agency."""
    known = texts().get(name)
    if known is None or not reading.left_open(name, on):
        raise Refused(
            _(
                "Ketentuan ini tidak dapat ditetapkan instansi pada tanggal itu: naskahnya sudah "
                "menentukan nilainya, atau tidak berlaku."
            ),
            "mulai",
        )
    if not susunan.settable(known):
        raise Refused(_("Ketentuan ini berupa pola baku, bukan angka atau pilihan."))
    return known


def first_day(instansi_id: int, parameter: str, *, on: date) -> date:
    """The earliest day a new value may begin: after today, and after every day by which a
    result that rests on this parameter was already judged."""
    judged = results.last_day(instansi_id, parameter) or on
    day = date.fromordinal(max(on, judged).toordinal() + 1)
    return results.whole_months(parameter, day)


def _refuse_day(instansi: Instansi, parameter: str, mulai: date, on: date) -> None:
    earliest = first_day(instansi.pk, parameter, on=on)
    if mulai < earliest:
        words = _("Tanggal ini terlalu awal: ketentuan tidak berlaku surut. Paling awal %(hari)s.")
        raise Refused(words % {"hari": tanggal(earliest)}, "mulai")
    if results.whole_months(parameter, mulai) != mulai:
        raise Refused(
            _("JP dihitung sebulan penuh. Pilih tanggal 1 suatu bulan sebagai hari mulai."),
            "mulai",
        )
    rows = Ketentuan.objects.valid().filter(instansi=instansi, parameter=parameter, mulai=mulai)
    if rows.exists():
        raise Refused(
            _("Sudah ada nilai yang mulai pada tanggal itu. Cabut dulu, atau pilih tanggal lain."),
            "mulai",
        )


def _refuse_if_judged(ketentuan: Ketentuan) -> None:
    judged = results.last_day(ketentuan.instansi_id, ketentuan.parameter)
    if judged is not None and judged >= ketentuan.mulai:
        raise Refused(
            _("Sudah ada hasil yang memakai ketentuan ini. Tetapkan nilai baru sesudahnya.")
        )


def _new_version(instansi: Instansi) -> None:
    """From now on every process reads the agency's values anew (ADR 13)."""
    instansi.versi_ketentuan = uuid4()
    instansi.save(update_fields=["versi_ketentuan"])


def _trace_set(
    made: Ketentuan, usul: Usul, bagian: Mapping[str, Any], actor: Any, pada: datetime
) -> None:
    """One line: the parts that change, before and after. They are numbers and the law's words."""
    old = susunan.taken_apart(usul.parameter, usul.semula.value)
    changed = [name for name, one in bagian.items() if old.get(name) != one]
    audit.record(
        "ketentuan.tetapkan",
        pelaku=actor,
        objek=made,
        pada=pada,
        berubah=["nilai"],
        dari={name or "nilai": _fact(old.get(name)) for name in changed},
        ke={name or "nilai": _fact(bagian[name]) for name in changed},
        fakta={"parameter": made.parameter, "mulai": made.mulai},
    )


def _fact(one: Any) -> audit.Fact:
    found: audit.Fact = "/".join(str(each) for each in one) if isinstance(one, tuple) else one
    return found[:80] if isinstance(found, str) else found
