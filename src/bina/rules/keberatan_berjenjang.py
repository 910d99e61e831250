"""The steps of an objection, each with its term: PP 30/2019 Pasal 59, PermenPANRB 6/2022."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from bina.rules.given import choice, count, day
from bina.rules.hari_libur import HariKerja
from bina.rules.parameters import Parameters, Value
from bina.rules.refusal import Invalid, Manual
from bina.rules.result import Result, based_on
from bina.rules.tenggat import Satuan, every_day, last_day


class Langkah(StrEnum):
    """The pegawai returns the document; objects; the penilai explains; the superior decides."""

    DOKUMEN_EVALUASI = "dokumen_evaluasi"
    PENGAJUAN = "pengajuan"
    PENJELASAN = "penjelasan"
    KEPUTUSAN = "keputusan"


OWN_TERM: Mapping[Langkah, str] = {
    Langkah.DOKUMEN_EVALUASI: "permenpanrb6_2022.tenggat_dokumen_evaluasi",
    Langkah.PENGAJUAN: "pp30_2019.tenggat_keberatan",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TenggatKeberatan(Result):
    """`batas`: the last day in time. `tepat_waktu` is left out while the step is not taken."""

    batas: date
    lama: int
    satuan: Satuan
    tepat_waktu: bool | None = None


def tenggat_keberatan(
    *,
    langkah: str,
    sejak: date,
    dilakukan: date | None = None,
    law: Parameters,
    on: date | None,
) -> TenggatKeberatan:
    """Until when a step of an objection is in time, counted from the day after `sejak`.

    National holidays and joint leave are skipped where the term counts hari kerja. Raises Manual
    for a step whose term no text read gives and no agency has set, and where the term runs into a
    year whose holidays are not known; Invalid for a step taken before it could begin; NotInForce.
    """
    step, begin = choice(Langkah, langkah, "langkah"), day(sejak, "sejak")
    done = None if dilakukan is None else day(dilakukan, "dilakukan")
    if done is not None and done < begin:
        raise Invalid("dilakukan: before the step could begin")
    term, row = _term(step, law, on)
    lama, satuan = count(row["lama"], "lama"), choice(Satuan, row["satuan"], "satuan")
    working = HariKerja(law, on)
    batas = last_day(begin, lama, every_day if satuan is Satuan.HARI else working)
    return TenggatKeberatan(
        batas=batas,
        lama=lama,
        satuan=satuan,
        tepat_waktu=None if done is None else done <= batas,
        dasar=based_on(term, *working.used),
    )


def _term(step: Langkah, law: Parameters, on: date | None) -> tuple[Value, Mapping[str, Any]]:
    """The agency's term for the step where it has set one, else the text's."""
    own = law.in_force("permenpanrb6_2022.tenggat_langkah_keberatan", on)
    if own.value[step]["lama"]:
        return own, own.value[step]
    if step not in OWN_TERM:
        raise Manual(f"{step}: no text read gives its term")
    term = law.in_force(OWN_TERM[step], on)
    return term, term.value
