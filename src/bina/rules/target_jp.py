"""PP 11/2017 Pasal 203 (PNS) and Peraturan LAN 15/2020 (PPPK): JP in a year."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bina.rules.given import choice, number
from bina.rules.parameters import Parameters
from bina.rules.result import Result, based_on


class JenisPegawai(StrEnum):
    PNS = "pns"
    PPPK = "pppk"


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetJp(Result):
    """For a PNS `terpenuhi` and `kurang`; for a PPPK `diakui` and `di_luar_batas`."""

    terpenuhi: bool | None = None
    kurang: Decimal | None = None
    diakui: Decimal | None = None
    di_luar_batas: Decimal | None = None


def target_jp(
    *, jenis_pegawai: str, jp: Decimal | int | str, law: Parameters, on: date | None
) -> TargetJp:
    """What the JP of a year (PPPK: a contract year) amount to before the law.

    PP 11/2017 Pasal 203 ayat (4): a PNS owes at least so many, without a ceiling.
    Peraturan LAN 15/2020: of a PPPK's at most so many are recognised; the rest is kept.
    Raises Invalid for another kind of pegawai or a negative number.
    """
    kind, total = choice(JenisPegawai, jenis_pegawai, "jenis_pegawai"), number(jp, "jp")
    if kind is JenisPegawai.PNS:
        least = law.in_force("pp11_2017.target_jp_pns", on)
        kurang = max(Decimal(0), least.value - total)
        return TargetJp(terpenuhi=kurang == 0, kurang=kurang, dasar=based_on(least))
    most = law.in_force("perlan15_2020.jp_maksimum_pppk", on)
    diakui = min(total, most.value["maksimum"]) if most.value["berlaku"] else total
    return TargetJp(diakui=diakui, di_luar_batas=total - diakui, dasar=based_on(most))
