"""What the layout needs on every page; nothing here touches the database."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone, translation

THEME_COOKIE: Final = "tampilan"
THEMES: Final = {"terang": "light", "gelap": "dark", "otomatis": "auto"}
DEFAULT_THEME: Final = "otomatis"


@dataclass(frozen=True)
class Shell:
    """`tampilan` is the person's choice, `tema` what Bootstrap calls it."""

    tampilan: str
    tema: str
    bahasa: str
    bahasa_lain: tuple[tuple[str, str], ...]
    instansi: str
    demo: bool
    build: str
    sekarang: datetime
    nama: str
    di_sini: str

    @property
    def hari_ini(self) -> date:
        return self.sekarang.date()

    @property
    def zona(self) -> str:
        """WIB, WITA or WIT, as the clock on the wall says."""
        return self.sekarang.tzname() or ""


def shell(request: HttpRequest) -> dict[str, Any]:
    chosen = request.COOKIES.get(THEME_COOKIE, DEFAULT_THEME)
    chosen = chosen if chosen in THEMES else DEFAULT_THEME
    language = translation.get_language() or settings.LANGUAGE_CODE
    return {
        "shell": Shell(
            tampilan=chosen,
            tema=THEMES[chosen],
            bahasa=language,
            bahasa_lain=_other_languages(language),
            instansi=getattr(request, "instansi_nama", "")
            or getattr(settings, "BINA_NAMA_INSTANSI", ""),
            demo=bool(getattr(settings, "BINA_DEMO", False)),
            build=str(getattr(settings, "BINA_BUILD", "")),
            sekarang=timezone.localtime(getattr(request, "sekarang", None)),
            nama=_name(request),
            di_sini=request.get_full_path() if request.method == "GET" else "",
        )
    }


def _other_languages(language: str) -> tuple[tuple[str, str], ...]:
    """Named in themselves: who reads only English must be able to find it."""
    names = {"id": "Bahasa Indonesia", "en": "English"}
    return tuple(
        (code, names.get(code, code)) for code, _name in settings.LANGUAGES if code != language
    )


def _name(request: HttpRequest) -> str:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return ""
    return str(getattr(user, "nama", "") or user.get_username())
