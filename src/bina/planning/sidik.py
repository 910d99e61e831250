"""The fingerprint of a plan's results: what two people signed, and whether it still is that."""

import json
from hashlib import sha256

from bina.planning.rencana import HasilRencana, Rencana


def sidik_of(rencana: Rencana) -> str:
    """Of everything agreed about results: words, indicators, targets; not their order."""
    rows = sorted((str(one.kunci), _result(one)) for one in rencana.hasil)
    return sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()


def _result(one: HasilRencana) -> list[object]:
    indicators = sorted(
        [str(each.kunci), each.uraian, each.aspek, each.arah, each.cara_hitung, *_target(each)]
        for each in one.indikator
    )
    words = [one.uraian, one.jenis, one.manfaat, one.penerima_manfaat, one.perspektif]
    return [*words, one.penugasan_dari, one.mendukung_uraian, indicators]


def _target(each: object) -> list[str]:
    names = ("target", "target_atas", "target_teks", "satuan")
    values = (getattr(each, name) for name in names)
    return ["" if one is None else str(one) for one in values]
