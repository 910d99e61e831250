"""Two texts of one field: what is stored now and what a person wrote on a page that was overtaken.

Both are shown side by side, the person chooses per field, and nothing of either is lost.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from bina.planning.models import HasilKerja
from bina.planning.rencana import amount

CHOICE = "pakai-"
"""Before a field's name: which of the two texts of it is taken, `tersimpan` or `tulisan`."""
INDICATOR = (
    "uraian", "aspek", "target", "target_atas", "satuan", "target_teks", "arah", "cara_hitung",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Beda:
    """One field in its two texts: as stored now, and as the person wrote it."""

    nama: str
    label: str
    tersimpan: str
    tulisan: str

    @property
    def pilihan(self) -> str:
        return f"{CHOICE}{self.nama}"


def posted(request: HttpRequest, stored: Mapping[str, Any] | None = None) -> Any:
    """What was sent, with the stored text wherever the person chose it; None for a mere look."""
    if request.method != "POST":
        return None
    data = request.POST.copy()
    for name, value in (stored or {}).items():
        if name != "suntingan" and data.get(f"{CHOICE}{name}") == "tersimpan":
            data.setlist(name, _as_sent(value))
    return data


def _as_sent(value: Any) -> list[str]:
    if isinstance(value, list | tuple):
        return [str(one) for one in value]
    return [_written(value)]


def _written(value: Any) -> str:
    if value is None:
        return ""
    return amount(value, "") if isinstance(value, Decimal) else str(value)


def differences(each: Iterable[forms.Form], stored: Mapping[str, Any]) -> list[Beda]:
    """The fields of these forms in which the stored text is not what the person wrote."""
    found = []
    for form in each:
        for field in form.visible_fields():
            if field.html_name not in stored:
                continue
            kept, wrote = _words(field, stored[field.html_name]), _words(field, field.data)
            if kept != wrote:
                found.append(Beda(field.html_name, _label(field), kept, wrote))
    return found


def _label(field: Any) -> str:
    number = field.form.prefix.rpartition("-")[2] if field.form.prefix else ""
    if not number.isdigit():
        return str(field.label)
    return _("Indikator %(n)s: %(isian)s") % {"n": int(number) + 1, "isian": field.label}


def _words(field: Any, value: Any) -> str:
    """As people read it: the labels of choices, numbers as Indonesians write them."""
    choices = {str(key): str(label) for key, label in getattr(field.field, "choices", ())}
    if isinstance(value, list | tuple):
        return "\n".join(choices.get(str(one), str(one)) for one in value)
    words = _written(_number(field, value)).replace("\r\n", "\n").strip()
    return choices.get(words, words)


def _number(field: Any, value: Any) -> Any:
    """240, 240,0 and 240,0000 are one number."""
    if not isinstance(field.field, forms.DecimalField):
        return value
    try:
        return field.field.to_python(value)
    except forms.ValidationError:
        return value


def stored_result(hasil: HasilKerja | None, values: Mapping[str, Any], data: Any) -> dict[str, Any]:
    """What is stored under the names the page of a result uses: the result's own fields, and
    those of every indicator the page has, by its id."""
    found = dict(values)
    if hasil is None or data is None:
        return found
    rows = {str(one.pk): one for one in hasil.indikator.all()}
    for number in _numbers(data):
        row = rows.get(data.get(f"ind-{number}-id", ""))
        if row is not None:
            found |= {f"ind-{number}-{name}": getattr(row, name) for name in INDICATOR}
    return found


def with_theirs(data: Any, hasil: HasilKerja) -> Any:
    """What was sent, and after it the indicators others added meanwhile: to be kept or removed."""
    known = {data.get(f"ind-{number}-id", "") for number in _numbers(data)}
    added = [one for one in hasil.indikator.all() if str(one.pk) not in known]
    total = len(_numbers(data))
    for number, one in enumerate(added, total):
        data[f"ind-{number}-id"] = str(one.pk)
        for name in INDICATOR:
            data[f"ind-{number}-{name}"] = _written(getattr(one, name))
    data["ind-TOTAL_FORMS"] = str(total + len(added))
    return data


def _numbers(data: Any) -> range:
    total = data.get("ind-TOTAL_FORMS", "")
    return range(min(int(total), 40) if total.isascii() and total.isdigit() else 0)


def is_autosave(request: HttpRequest) -> bool:
    return request.headers.get("Bina-Autosave") == "1"


def autosaved(suntingan: int, *, alamat: str = "", **isian: Any) -> HttpResponse:
    """What the page must know after it saved itself (bina.js): the new state, ids, its address."""
    return JsonResponse({"isian": {"suntingan": suntingan, **isian}, "alamat": alamat})


def not_saved(benturan: str) -> HttpResponse:
    """409 where the page was overtaken, 422 where something is missing yet; the words stay."""
    return HttpResponse(status=409 if benturan else 422)
