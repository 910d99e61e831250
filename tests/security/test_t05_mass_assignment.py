"""T5: a client sets what a page offers, and nothing else: no owner, unit, state, rater, score.

Every act of every page is done twice: as a browser sends it, and with every column of every
table added to it. Both change the same. What an approver may change: planning's own tests.
"""

from typing import Any

from django.apps import apps

from tests.security import rows, walk
from tests.security.walk import Cast, undone

# Fields a page reads without a form of its own.
OFFERED = {
    "people:permohonan_langkah": {"tanggapan"},
    "planning:pindah_hasil": {"suntingan", "arah"},
    "planning:hapus_hasil": {"suntingan"},
    "planning:putus_usul": {"tanggapan"},
    "planning:templat_hapus_hasil": {"suntingan"},
    "planning:catatan_klarifikasi": {"isi"},
    "planning:sepakat": {"uraian", "hasil"},
    "guidance:langkah": {"keterangan"},
    "guidance:mentoring_langkah": {"keterangan"},
    "guidance:mentoring_log_langkah": {"keterangan"},
    "guidance:mentoring_program_langkah": {"bidang"},
    "guidance:penyebab": {"penyebab", "kebutuhan_karier", "disebut"},
    "guidance:putuskan": {"pilihan", "alasan"},
    "guidance:masalah_bicarakan": {"jawaban", "menghambat"},
}


def test_fields_nobody_offered_change_nothing(cast: Cast, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = None  # every column in every part of a formset
    extra, wrong, acted = _columns(), [], set()
    before = rows.snapshot()
    pages = {row.url for row in walk.ALL_ROWS if walk.is_form_page(row)}
    for row, who, address, data in walk.posts(cast):
        if row.method == "post" and row.url in pages:
            continue  # its form is filled in from its page
        start = rows.snapshot()
        plain = _changed(cast, who, address, data, start)
        added = _beside(row.url, data, extra)
        if _changed(cast, who, address, data | added, start) != plain:
            both = {*plain} ^ {*_changed(cast, who, address, data | added, start)}
            wrong.append((row.label, sorted(both)))
        if plain:
            acted.add(row.url)
    assert wrong == []
    assert len(acted) > 25, sorted(acted)
    assert rows.changes(before, rows.snapshot()) == [], "every act was undone"


def _changed(
    cast: Cast, who: str, address: str, data: dict[str, Any], start: rows.Rows
) -> list[str]:
    with undone():
        cast.visit(who, "post", address, data)
        return rows.changes(start, rows.snapshot())


def _beside(url: str, data: dict[str, Any], extra: dict[str, Any]) -> dict[str, Any]:
    """Every column under its own name, and in every part of a formset."""
    parts = {name.rpartition("-")[0] for name in data if "-" in name}
    every = [f"{part}-" if part else "" for part in {"", *parts}]
    named = {f"{part}{name}": value for part in every for name, value in extra.items()}
    return {
        name: value
        for name, value in named.items()
        if name not in data and name not in OFFERED.get(url, set())
    }


def _columns() -> dict[str, Any]:
    """A value that fits for every column there is."""
    found: dict[str, Any] = {}
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            value = _value(field)
            found |= {field.name: value, field.attname: value}
    return found | {"skor": "100", "bobot": "9", "predikat": "sangat_baik", "owner": "1"}


def _value(field: Any) -> str:
    if field.related_model:
        last = field.related_model._default_manager.order_by("-pk").first()
        return str(last.pk) if last else "1"
    if field.choices:
        return str(list(field.choices)[-1][0])
    kinds = {"DateField": "2020-01-01", "DateTimeField": "2020-01-01T00:00", "BooleanField": "on"}
    return kinds.get(field.get_internal_type(), "1")
