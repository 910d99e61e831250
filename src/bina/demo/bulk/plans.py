"""A year's plans for a bulk agency: everybody one SKP, three results of two indicators."""

import uuid
from collections.abc import Iterator
from datetime import date
from typing import Any

from bina.demo.bulk import agreements
from bina.demo.bulk.people import Bulk, moment
from bina.demo.bulk.writing import next_id, settle, write
from bina.planning.models import (
    ButirLampiran,
    EkspektasiPerilaku,
    HasilKerja,
    Indikator,
    JenisLampiran,
    NilaiPerilaku,
    Skp,
)

RESULTS = 3
INDICATORS = 2
SPACE = uuid.UUID("5f0e6a52-6e0c-4c8e-9e0c-2a6d6f0b7a11")
_STATES = ["ditetapkan"] * 8 + ["diajukan", "draf"]


def state(n: int) -> str:
    """Eight of ten plans are established, one waits, one is a draft."""
    return _STATES[n % 10]


def load(bulk: Bulk, year: int) -> int:
    """Write the plans of a year; gives the id of the first SKP (person n has the n-th)."""
    first, first_result = next_id(Skp), next_id(HasilKerja)
    _skp(bulk, first, year)
    _results(bulk, first, first_result, agreements.load(bulk, year))
    _conduct(bulk, first)
    settle(Skp, HasilKerja, Indikator, EkspektasiPerilaku, ButirLampiran)
    return first


def _skp(bulk: Bulk, first: int, year: int) -> None:
    start, end = date(year, 1, 1), date(year, 12, 31)
    settled, made = moment(date(year, 1, 20)), moment(date(year, 1, 5))

    def rows() -> Iterator[tuple[Any, ...]]:
        for n in range(bulk.people):
            boss = bulk.boss_of(n)
            penilai = None if boss is None else bulk.orang(boss)
            status = state(n) if penilai else "draf"
            agreed = status == "ditetapkan"
            yield (
                first + n,
                uuid.uuid5(SPACE, f"{first + n}"),
                bulk.orang(n),
                bulk.first_penempatan + n,
                penilai,
                start,
                end,
                status,
                settled if agreed else None,
                penilai if agreed else None,
                made,
            )

    columns = ["id", "rumpun", "pegawai_id", "penempatan_id", "penilai_id", "mulai", "selesai"]
    columns += ["status", "ditetapkan_pada", "ditetapkan_oleh_id", "dibuat"]
    write(Skp, columns, rows())


def _results(bulk: Bulk, first: int, first_result: int, sasaran: int) -> None:
    columns = ["id", "kunci", "skp_id", "jenis", "urutan", "uraian", "manfaat", "penerima_manfaat"]
    columns += ["mendukung_id", "mendukung_sasaran_id"]
    write(HasilKerja, columns, _result_rows(bulk, first, first_result, sasaran))
    columns = ["kunci", "hasil_id", "urutan", "aspek", "uraian", "target", "satuan"]
    write(Indikator, columns, _indicator_rows(bulk, first_result))


def _result_rows(
    bulk: Bulk, first: int, first_result: int, sasaran: int
) -> Iterator[tuple[Any, ...]]:
    last = RESULTS - 1
    for number in range(bulk.people * RESULTS):
        n, k = divmod(number, RESULTS)
        yield (
            first_result + number,
            uuid.uuid5(SPACE, f"h{first_result + number}"),
            first + n,
            "tambahan" if k == last else "utama",
            k + 1,
            f"Hasil kerja {k + 1} yang terukur dan bermanfaat",
            "Pelayanan lebih cepat",
            "Masyarakat",
            agreements.supported(bulk, n, k, last, first_result, RESULTS),
            agreements.supports_sasaran(n, k, last, sasaran),
        )


def _indicator_rows(bulk: Bulk, first_result: int) -> Iterator[tuple[Any, ...]]:
    for number in range(bulk.people * RESULTS * INDICATORS):
        n, k = divmod(number, INDICATORS)
        key = uuid.uuid5(SPACE, f"i{first_result + n}.{k}")
        aspek = "kuantitas" if k == 0 else "kualitas"
        yield key, first_result + n, k + 1, aspek, f"Indikator {k + 1}", 100 + k, "dokumen"


def _conduct(bulk: Bulk, first: int) -> None:
    plans = range(first, first + bulk.people)
    write(
        EkspektasiPerilaku,
        ["skp_id", "nilai"],
        ((skp, nilai) for skp in plans for nilai in NilaiPerilaku.values),
    )
    write(
        ButirLampiran,
        ["skp_id", "jenis", "urutan", "uraian"],
        ((skp, jenis, 1, "Sesuai ketentuan") for skp in plans for jenis in JenisLampiran.values),
    )
