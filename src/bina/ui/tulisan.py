"""Dates and numbers as Indonesians write them, or as English readers do when that is chosen."""

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any, Final

from babel.dates import format_date, format_time
from babel.numbers import format_decimal
from django.utils import timezone
from django.utils.translation import get_language, gettext, gettext_lazy, ngettext

UNITS: Final = ("B", "kB", "MB", "GB", "TB")


def locale() -> str:
    return "en_GB" if (get_language() or "id").startswith("en") else "id"


def as_date(value: Any) -> date | None:
    if isinstance(value, datetime):
        return (timezone.localtime(value) if timezone.is_aware(value) else value).date()
    return value if isinstance(value, date) else None


def tanggal(value: Any) -> str:
    day = as_date(value)
    return _dated(day, "d MMMM y", locale()) if day else ""


def hari_tanggal(value: Any) -> str:
    day = as_date(value)
    return _dated(day, "EEEE, d MMMM y", locale()) if day else ""


def tanggal_pendek(value: Any) -> str:
    """Without the year, where the heading already says it."""
    day = as_date(value)
    return _dated(day, "d MMMM", locale()) if day else ""


def bulan(value: Any) -> str:
    day = as_date(value)
    return _dated(day, "MMMM y", locale()) if day else ""


def jam(value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    pattern = "HH:mm" if locale() == "en_GB" else "HH.mm"
    return format_time(value, pattern, locale=locale())


def tanggal_jam(value: Any) -> str:
    return f"{tanggal(value)}, {jam(value)}" if isinstance(value, datetime) else tanggal(value)


def hari_tanggal_jam(value: Any) -> str:
    if not isinstance(value, datetime):
        return hari_tanggal(value)
    return f"{hari_tanggal(value)}, {jam(value)}"


def rentang(start: Any, end: Any) -> str:
    """«10 sampai 14 Agustus 2026»: what both ends share is said once."""
    first, last = as_date(start), as_date(end)
    if first is None or last is None or first == last:
        return tanggal(first or last)
    pattern = "d MMMM y"
    if first.year == last.year:
        pattern = "d" if first.month == last.month else "d MMMM"
    opening = _dated(first, pattern, locale())
    return gettext("%(awal)s sampai %(akhir)s") % {"awal": opening, "akhir": tanggal(last)}


_NEAR: Final = {
    -1: gettext_lazy("kemarin"),
    0: gettext_lazy("hari ini"),
    1: gettext_lazy("besok"),
    2: gettext_lazy("lusa"),
}


def dekat(value: Any, today: Any) -> str:
    """How near a day is, in the words people use: lusa, 8 hari lagi, 117 hari lalu."""
    day, now = as_date(value), as_date(today)
    if day is None or now is None:
        return ""
    days = (day - now).days
    if days in _NEAR:
        return str(_NEAR[days])
    if days > 0:
        return ngettext("%(n)s hari lagi", "%(n)s hari lagi", days) % {"n": angka(days)}
    return ngettext("%(n)s hari lalu", "%(n)s hari lalu", -days) % {"n": angka(-days)}


def angka(value: Any, places: int | None = None) -> str:
    """1250.5 becomes 1.250,5. At most two places unless asked; never a rounded-away whole."""
    return _spelled(value, places, locale())


@lru_cache(maxsize=4096, typed=True)
def _spelled(value: Any, places: int | None, language: str) -> str:
    """The same few figures stand on a page many times, and Babel reads its pattern each time."""
    number = as_number(value)
    if number is None:
        return ""
    pattern = "#,##0.##" if places is None else "#,##0" + ("." + "0" * places if places else "")
    return format_decimal(number, format=pattern, locale=language)


@lru_cache(maxsize=4096)
def _dated(day: date, pattern: str, language: str) -> str:
    return format_date(day, pattern, locale=language)


def as_number(value: Any) -> Decimal | None:
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


_GROUPED: Final = re.compile(r"[+-]?\d{1,3}([.,])\d{3}(\1\d{3})*")


def baca_angka(text: Any) -> Any:
    """What a person typed, as a plain number text: 1.250,5 and 1,250.5 and 1250,5 and 1250.5.

    The last mark is the decimal one, unless the marks cut groups of three: 1.250 is read as
    the page writes it, one thousand two hundred and fifty.
    """
    if not isinstance(text, str):
        return text
    bare = re.sub(r"\s", "", text)
    grouped = _GROUPED.fullmatch(bare)
    thousands = "," if locale() == "en_GB" else "."
    if grouped and (grouped[1] == thousands or bare.count(grouped[1]) > 1):
        return bare.replace(grouped[1], "")
    mark = max(bare.rfind("."), bare.rfind(","))
    if mark < 0:
        return bare
    return re.sub(r"[.,]", "", bare[:mark]) + "." + bare[mark + 1 :]


def persen(value: Any, places: int | None = None) -> str:
    text = angka(value, places)
    return f"{text}%" if text else ""


def nip(value: Any) -> str:
    """19860905 201712 2 035: birth, appointment, sex and number, as it is read aloud."""
    digits = "".join(c for c in str(value or "") if c.isdigit())
    if len(digits) != 18:
        return str(value or "")
    return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"


def ukuran(value: Any) -> str:
    size = as_number(value)
    if size is None:
        return ""
    step = 0
    while size >= 1000 and step < len(UNITS) - 1:
        size, step = size / 1000, step + 1
    return f"{angka(size, 1 if step > 1 and size < 10 else 0)} {UNITS[step]}"


def inisial(name: Any) -> str:
    """Two letters for the round mark; titles before and degrees after the name are no initials."""
    words = [w for w in str(name or "").split(",")[0].split() if not w.endswith(".")]
    letters = [w[0].upper() for w in words if w[0].isalpha()]
    return "".join(letters[:1] + letters[-1:] if len(letters) > 1 else letters)


_ID: Final = "Nol Satu Dua Tiga Empat Lima Enam Tujuh Delapan Sembilan Sepuluh"
_EN: Final = "No One Two Three Four Five Six Seven Eight Nine Ten"


def bilangan(value: int) -> str:
    """A small number opening a sentence is a word."""
    words = (_EN if locale() == "en_GB" else _ID).split()
    return words[value] if 0 <= value < len(words) else angka(value)
