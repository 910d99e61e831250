"""What a browser posts to the planning pages."""

from typing import Any

from bina.planning.models import HasilKerja, Indikator, Skp


def result(skp: Skp, hasil: HasilKerja | None = None, **changes: Any) -> dict[str, Any]:
    """The result page as its form would send it, with what the test changes."""
    rows = list(hasil.indikator.all()) if hasil else []
    data: dict[str, Any] = {
        "suntingan": skp.suntingan,
        "uraian": hasil.uraian if hasil else "Arsip tertata",
        "jenis": hasil.jenis if hasil else "utama",
        "mendukung": "",
        "penugasan_dari": "",
        "manfaat": "Surat lama cepat ditemukan",
        "penerima_manfaat": "Semua bagian",
        "ind-TOTAL_FORMS": len(rows) or 1,
        "ind-INITIAL_FORMS": len(rows),
    }
    for number, row in enumerate(rows or [None]):
        data |= indicator(number, row)
    return data | changes


def indicator(number: int, row: Indikator | None = None, **changes: Any) -> dict[str, Any]:
    """One indicator of the formset."""
    target = row.target if row else 12
    values = {
        "id": row.pk if row else "",
        "uraian": row.uraian if row else "Arsip tersusun",
        "aspek": row.aspek if row else "kuantitas",
        "target": "" if target is None else str(target).replace(".", ","),
        "satuan": row.satuan if row else "berkas",
        "target_teks": row.target_teks if row else "",
        "arah": "naik",
        "cara_hitung": "jumlah",
    } | changes
    return {f"ind-{number}-{name}": value for name, value in values.items()}


def conduct(skp: Skp, **changes: Any) -> dict[str, Any]:
    """The page of the seven values."""
    words = {one.nilai: one.ekspektasi_khusus for one in skp.perilaku.all()}
    return {"suntingan": skp.suntingan, **words, **changes}


def annex(skp: Skp, **changes: Any) -> dict[str, Any]:
    """The page of the three lists."""
    lists = dict.fromkeys(("sumber_daya", "pertanggungjawaban", "konsekuensi"), "Satu\nDua")
    return {"suntingan": skp.suntingan, **lists, **changes}
