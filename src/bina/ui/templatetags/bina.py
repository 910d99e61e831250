"""The tag library of every page: `{% load bina %}`.

Words and figures come from `bina.ui.tulisan`, pictures from `bina.ui.pictures`; here they only
get their names in templates.
"""

from collections.abc import Iterable
from typing import Any, Final

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from bina.ui import icons, menu, tulisan
from bina.ui import status as statuses
from bina.ui.pictures import banding as movement
from bina.ui.pictures import belajar, kuadran, sebaran
from bina.ui.pictures import kemajuan as progress_picture

register = template.Library()

for _name in (
    "tanggal",
    "hari_tanggal",
    "tanggal_pendek",
    "tanggal_jam",
    "hari_tanggal_jam",
    "bulan",
    "jam",
    "dekat",
    "angka",
    "persen",
    "nip",
    "ukuran",
    "inisial",
    "bilangan",
):
    register.filter(_name, getattr(tulisan, _name))
register.simple_tag(tulisan.rentang, name="rentang")

_ICONS: Final = "_bina_icons"


@register.simple_tag(takes_context=True)
def kumpulkan_ikon(context: template.Context) -> str:
    """Begin the sprite of this page; only the layout does, as its first act."""
    request = context.get("request")
    if request is not None:
        setattr(request, _ICONS, set())
    return ""


@register.simple_tag(takes_context=True)
def ikon(context: template.Context, name: str) -> SafeString:
    """An icon; always beside words, so it is hidden from those who listen."""
    names = _icons_of(context)
    if names is None:
        return icons.inline(name)
    names.add(name)
    return icons.reference(name)


@register.simple_tag(takes_context=True)
def sprite(context: template.Context) -> SafeString:
    """The symbols this page has used, as the last act of the layout."""
    return format_html("<svg hidden>{}</svg>", icons.sprite(_icons_of(context) or set()))


def _icons_of(context: template.Context) -> set[str] | None:
    """Kept on the request: an include with `only` has no context, but it has the request."""
    request = getattr(context, "request", None) or context.get("request")
    return getattr(request, _ICONS, None)


@register.simple_tag(takes_context=True)
def menu_bagian(context: template.Context, place: menu.Place) -> list[menu.Line]:
    request = context.get("request")
    if request is None:
        return []
    return list(menu.lines(request, place, context.get("page_menu")))


register.simple_tag(statuses.shown, name="status")


@register.simple_tag
def lencana(kind: str, label: Any) -> SafeString:
    """A badge with its own words, where they say more than the state («Terlambat 2 hari»)."""
    return statuses.badge(kind, label)


@register.filter
def tebal_awal(text: Any) -> SafeString:
    """The first sentence of a message in bold: it must be enough alone."""
    first, dot, rest = str(text).partition(". ")
    if not dot:
        return format_html("<strong>{}</strong>", first)
    return format_html("<strong>{}.</strong> {}", first, rest)


register.simple_tag(progress_picture.drawn, name="kemajuan")


@register.simple_tag
def terhadap_waktu(done: Any, time: Any) -> str:
    """«29 poin di belakang», «sesuai waktu»: the figure beside the bar."""
    return progress_picture.nearness(done, time)


@register.inclusion_tag("ui/gambar/kuadran.html", name="kuadran")
def draw_quadrant(hasil: str = "", perilaku: str = "") -> dict[str, Any]:
    return {"g": kuadran.quadrant(str(hasil or ""), str(perilaku or ""))}


@register.inclusion_tag("ui/gambar/sebaran.html", name="sebaran")
def draw_distribution(
    kini: dict[str, int],
    semula: dict[str, int] | None = None,
    batas: dict[str, float] | None = None,
    sedikit: Iterable[dict[str, Any]] = (),
) -> dict[str, Any]:
    return {"g": sebaran.distribution(kini, semula, batas, list(sedikit)), "semula": semula}


@register.inclusion_tag("ui/gambar/akun_jp.html")
def akun_jp(target: int = 20, **hours: float) -> dict[str, Any]:
    """Hours by kind: klasikal, sosial, pengalaman, menunggu."""
    return {"g": belajar.account({k: h or 0 for k, h in hours.items()}, int(target))}


@register.inclusion_tag("ui/gambar/bauran.html")
def bauran(name: Any, klasikal: Any, sosial: Any, pengalaman: Any) -> dict[str, Any]:
    return {"g": belajar.mix(name, klasikal, sosial, pengalaman), "nama": name}


@register.inclusion_tag("ui/gambar/bauran.html")
def banding(name: Any, naik: Any, tetap: Any, turun: Any) -> dict[str, Any]:
    return {"g": movement.moves(name, naik, tetap, turun), "nama": name}


@register.inclusion_tag("ui/gambar/profil.html")
def profil(name: Any, capaian: Any, standar: Any, keterangan: Any = "") -> dict[str, Any]:
    drawn = belajar.profile(name, capaian, standar)
    return {"g": drawn, "nama": name, "keterangan": keterangan}


@register.inclusion_tag("ui/gambar/profil_skala.html")
def profil_skala() -> dict[str, Any]:
    return {"skala": belajar.scale()}


class WrapNode(template.Node):
    def __init__(self, tag: str, css: FilterExpression, nodelist: NodeList) -> None:
        self.tag, self.css, self.nodelist = tag, css, nodelist

    def render(self, context: template.Context) -> SafeString:
        inner = self.nodelist.render(context).strip()
        if not inner:
            return SafeString()
        css = self.css.resolve(context)
        return format_html('<{0} class="{1}">{2}</{0}>', self.tag, css, SafeString(inner))


@register.tag
def wadah(parser: Parser, token: Token) -> WrapNode:
    """`{% wadah p "b-lead" %}…{% endwadah %}`: the wrapper only where there is something in it,
    so a block left empty by a page leaves no empty paragraph behind."""
    _name, tag, css = token.split_contents()
    nodelist = parser.parse(("endwadah",))
    parser.delete_first_token()
    return WrapNode(tag, parser.compile_filter(css), nodelist)


@register.simple_tag
def bahasa_halaman() -> str:
    return get_language() or "id"
