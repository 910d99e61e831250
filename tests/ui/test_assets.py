"""The one stylesheet: small, complete for what pages use, and nothing from elsewhere."""

import gzip
import re
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client

from bina.ui import assets, purge

FIRST_LOAD = 80_000


@pytest.fixture(scope="module")
def css() -> str:
    return assets.bundle()


def _classes(css: str) -> set[str]:
    return set(re.findall(r"\.([A-Za-z_][\w-]*)", re.sub(r"\{[^{}]*\}", "{}", css)))


def test_a_used_class_stays_and_an_unused_one_falls_away() -> None:
    css = ".btn{color:red}.btn-xl{color:blue}.btn:not(.off){margin:0}.row>.btn{top:0}"
    left = purge.purge(css, classes={"btn"}, elements=set(), referenced="")
    assert left == ".btn{color:red}.btn:not(.off){margin:0}"


def test_of_a_list_of_selectors_only_the_used_ones_stay() -> None:
    left = purge.purge(".a,.b,td.c{x:1}", classes={"a", "c"}, elements={"td"}, referenced="")
    assert left == ".a,td.c{x:1}"


def test_a_media_block_left_empty_goes_with_its_rules() -> None:
    css = "@media (min-width:1px){.a{x:1}}@media print{.b{x:1}}"
    left = purge.purge(css, classes={"a"}, elements=set(), referenced="")
    assert left == "@media (min-width:1px){.a{x:1}}"


def test_custom_properties_nobody_reads_are_dropped_until_none_is_left() -> None:
    css = ":root{--bs-a:var(--bs-b);--bs-b:1;--bs-c:2;--bs-d:3}p{top:var(--bs-c)}"
    left = purge.purge(css, classes=set(), elements={"p"}, referenced="x{y:var(--bs-d)}")
    assert left == ":root{--bs-c:2;--bs-d:3}p{top:var(--bs-c)}"


def test_pictures_written_into_the_stylesheet_are_dropped() -> None:
    css = ".a{background-image:url(data:image/svg+xml,x);color:red}"
    assert purge.purge(css, classes={"a"}, elements=set(), referenced="") == ".a{color:red}"


def test_who_follows_the_device_gets_the_same_dark_rules() -> None:
    css = purge.follow_the_system("[data-bs-theme=dark]{--b-ink:#fff}")
    assert css.endswith("@media(prefers-color-scheme:dark){[data-bs-theme=auto]{--b-ink:#fff}}")


def test_who_chose_dark_prints_in_the_light_colours() -> None:
    css = "[data-bs-theme=light]{--b-ink:#000}[data-bs-theme=dark]{--b-ink:#fff}"
    printed = purge.light_on_paper(purge.follow_the_system(css))
    assert printed.endswith("@media print{[data-bs-theme]{--b-ink:#000}}")


def test_the_bundle_prints_light_after_every_dark_rule(css: str) -> None:
    assert css.rindex("@media print{[data-bs-theme]{") > css.rindex("[data-bs-theme=auto]{")


def test_classes_are_found_in_templates_in_tags_and_in_widgets(tmp_path: Path) -> None:
    room = tmp_path / "room"
    (room / "templates").mkdir(parents=True)
    (room / "templates" / "a.html").write_text(
        '<p class="b-meta {% if x %}mb-3{% else %}mb-4{% endif %}">{% lencana "st-ok" "Ya" %}'
        '{% include "x.html" with kelas="mt-5" %}</p>'
    )
    (room / "forms.py").write_text('w = Widget(attrs={"class": "w-50"})')
    used = assets.used_names(tmp_path)
    assert {"b-meta", "mb-3", "mb-4", "st-ok", "mt-5", "w-50"} <= used.classes


def test_every_bootstrap_class_our_templates_use_is_in_the_bundle(css: str) -> None:
    known = _classes(assets.BOOTSTRAP.read_text(encoding="utf-8"))
    used = assets.Used()
    for path in (assets.ROOM / "templates").rglob("*.html"):
        assets._from_template(path.read_text(encoding="utf-8"), used)
    assert (used.classes & known) - _classes(css) == set()


def test_the_bundle_leaves_out_what_no_page_uses(css: str) -> None:
    assert {"carousel", "offcanvas", "toast", "navbar"} & _classes(css) == set()
    assert len(css) < assets.BOOTSTRAP.stat().st_size / 4


def test_the_bundle_fetches_only_the_font_and_only_from_here(css: str) -> None:
    assert re.findall(r"url\(([^)]*)\)", css) == ["vendor/plus-jakarta-sans.woff2"]
    for foreign in ("data:", "http:", "https:", "@import", "sourceMappingURL"):
        assert foreign not in css


def test_bootstrap_comes_first_then_the_tokens_then_our_rules(css: str) -> None:
    places = [css.index("--bs-border-width"), css.index("--b-paper:"), css.index(".b-bar{")]
    assert places == sorted(places)


def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    one = assets.write(tmp_path / "a").read_bytes()
    assert assets.write(tmp_path / "b").read_bytes() == one


def test_an_agencys_accent_comes_last(tmp_path: Path) -> None:
    accent = tmp_path / "accent.css"
    accent.write_text("[data-bs-theme=light]{--b-accent:#004d40}")
    css = assets.bundle(extra=[accent])
    assert css.index("#004d40") > css.index("--b-accent:#64306f")


def test_an_agencys_accent_that_cannot_be_read_is_refused(tmp_path: Path, settings) -> None:
    accent = tmp_path / "accent.css"
    accent.write_text("[data-bs-theme=light]{--b-accent:#ffcc00}")
    settings.BINA_TOKEN_INSTANSI = accent
    with pytest.raises(CommandError, match="Kontras"):
        call_command("assets", folder=tmp_path)


@pytest.mark.django_db
def test_the_first_load_of_the_largest_page_is_under_80_kilobytes(
    tmp_path: Path, settings, client: Client
) -> None:
    settings.BINA_KOMPONEN = True
    assets.write(tmp_path)
    whole = len(gzip.compress(client.get("/komponen/").content, 6))
    for path in assets.first_load(tmp_path):
        raw = path.read_bytes()
        whole += len(raw) if path.suffix == ".woff2" else len(gzip.compress(raw, 6))
    assert whole < FIRST_LOAD
