"""Every page the demo's people can open: on a phone and a desk, light and dark, and how heavy.

The pages are found as a person finds them, by their links. A page that is neither found so nor
named below fails: it is new and nobody can reach it, or it needs a line here.
"""

import gzip
import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import Browser, BrowserContext

from tests.e2e.server import Server
from tests.e2e.watched import Watch, axe_findings, sideways_scroll
from tests.security.test_t01_matrix import ALL_ROWS

# Of html, compressed; what else a first load fetches is weighed in tests/ui/test_assets.py.
LATER_LOAD = 20_000
BEGIN = "/skp/mulai/"
# The user's menu lies over the page where it is wide: open there, it hides what is under it.
UNFOLD = """(width) => document.querySelectorAll('details').forEach((one) => {
    one.open = width === 360 || !one.matches('.b-user') })"""
# A busy machine may ask before the new width is laid out.
DRAWN = """() => document.fonts.ready.then(() => new Promise((drawn) =>
    requestAnimationFrame(() => requestAnimationFrame(drawn))))"""
LINK = re.compile(r'<a\b[^>]*\bhref="([^"#]+)')

# The accounts of the demo that open what no earlier one does.
ROLES = {"pegawai", "penilai", "pengelola", "pimpinan_kepegawaian", "auditor", "administrator"}
FILES = {
    *("planning:dokumen", "appraisal:pdf", "guidance:pdf", "monitoring:bukti"),
    *("guidance:sesi_ics", "guidance:mentoring_temu_ics", "dialog:undangan"),
    *("people:impor_unduh", "home:unduh_tim", "planning:unduh_terlambat"),
    "guidance:sertifikat_berkas",
    *("planning:contoh_perjanjian", "planning:unduh_kaskade", "monitoring:ekinerja_unduh"),
    *("guidance:umpan_balik_pdf", "guidance:kompetensi_pdf"),
    "mfa_download_recovery_codes",
}
# Signed out, in the middle of signing in, or with a second factor (tests/accounts).
SIGNING_IN = {row.url for row in ALL_ROWS if row.url.startswith(("account_", "mfa_"))}
# Steps of a moment no demo account stands at: the story plays these, with axe.
STORY = {
    *("guidance:catatan", "guidance:jadwal", "guidance:mulai", "guidance:notulen"),
    *("guidance:pelatihan_coaching", "guidance:tutup"),
    *("guidance:tugaskan", "guidance:reaksi"),
    *("appraisal:rilis", "planning:hasil"),
}
# Of people without a demo account, or behind a link of one's own: journeys of their own play these.
MENTORED = {
    *("guidance:mentoring", "guidance:mentoring_berkas", "guidance:mentoring_bicara"),
    *("guidance:mentoring_cari", "guidance:mentoring_laporan", "guidance:mentoring_log"),
    *("guidance:mentoring_log_baru", "guidance:mentoring_log_ubah"),
    *("guidance:mentoring_temu", "guidance:mentoring_temu_ubah"),
    *("guidance:mentoring_program", "guidance:mentoring_rencana", "guidance:mentoring_usul"),
}
GUESTS = {
    "kalender:umpan",
    "monitoring:layanan",
    "monitoring:layanan_selesai",
    "planning:tulis_ekspektasi",
}
# Parts of a page, or of its moment: a version before this one, an import that still runs.
MOMENTS = {
    *("people:impor_kemajuan", "planning:bandingkan", "ui:komponen"),
    "planning:pembagian_kemajuan",  # of a sharing out that still runs
    "planning:isi_matriks",  # its row or column stands in the query
}
# One's own and somebody else's, a draft and an agreed one: they lead to different pages.
OFTEN = {
    "planning:skp": 10,
    "home:linimasa": 16,
    "dialog:dialog": 3,
    "planning:perjanjian": 10,
    "planning:templat_rinci": 3,
}
LEFT_OUT = FILES | SIGNING_IN | STORY | MENTORED | GUESTS | MOMENTS
ASKED = {row.url for row in ALL_ROWS if row.method == "get"} - LEFT_OUT


def page_name(address: str) -> str:
    try:
        return resolve(urlsplit(address).path).view_name
    except Resolver404:
        return ""


def signed_in(chromium: Browser, url: str, nip: str, sandi: str) -> BrowserContext:
    context = chromium.new_context(base_url=url, locale="id-ID", reduced_motion="reduce")
    page = context.new_page()
    page.goto("/akun/masuk/")
    page.get_by_label("NIP atau alamat email").fill(nip)
    page.get_by_label("Kata sandi", exact=True).fill(sandi)
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url(f"{url}/")
    page.close()
    return context


def follow(context: BrowserContext, url: str) -> Iterator[tuple[str, str]]:
    """Address and html of one page of each kind, links followed from Beranda."""
    waiting, seen, known = ["/"], {"/"}, Counter({"home:beranda": 1})
    while waiting:
        address = waiting.pop(0)
        answer = context.request.get(f"{url}{address}")
        assert answer.status == 200, f"{answer.status}: a link leads to {address}"
        html = answer.text()
        yield address, html
        for href in LINK.findall(html):
            found = urlsplit(urljoin(address, href)).path
            name = page_name(found)
            if name in ASKED and found not in seen and known[name] < OFTEN.get(name, 1):
                known[name] += 1
                seen.add(found)
                waiting.append(found)


def begin_plan(context: BrowserContext) -> None:
    """A draft, so that the pages on which one is written can be opened."""
    page = context.new_page()
    page.goto(BEGIN)
    page.get_by_role("main").get_by_role("button", name="Mulai menyusun").click()
    page.wait_for_url("**/susun/")
    page.close()


def weight(text: str) -> int:
    return len(gzip.compress(text.encode(), 6))


def looked_at(context: BrowserContext, url: str, address: str) -> list[str]:
    """What is wrong with one page: too wide, unreadable, or something its browser complains of."""
    page = context.new_page()
    watch = Watch(page, url)
    wide = []
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        if width == 360:
            page.goto(address)
        page.evaluate(UNFOLD, width)
        wide += [f"{width}: {sideways_scroll(page)} too wide"] if sideways_scroll(page) else []
    page.evaluate(DRAWN)
    found = [*wide, *axe_findings(page)]
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {one}" for one in axe_findings(page, rules=["color-contrast"])]
    page.close()
    return [f"{address} {one}" for one in [*found, *watch.complaints]]


def test_every_page_fits_reads_well_and_is_light(server: Server, chromium: Browser) -> None:
    known: set[str] = set()
    wrong: list[str] = []
    for peran, account in server.accounts().items():
        if peran in ROLES:
            context = signed_in(chromium, server.url, *account)
            wrong += walked(context, server.url, peran, known)
            context.close()
    assert wrong == []
    unseen = sorted(ASKED - known)
    assert not unseen, f"no link leads to {', '.join(unseen)}"


def walked(context: BrowserContext, url: str, peran: str, known: set[str]) -> list[str]:
    """What is wrong with the pages this person finds: a kind is looked at once, weighed always."""
    wrong = []
    if peran == "pegawai":
        wrong += looked_at(context, url, BEGIN)
        known.add(page_name(BEGIN))
        begin_plan(context)
    for address, html in follow(context, url):
        if page_name(address) not in known:
            wrong += [f"{peran} {one}" for one in looked_at(context, url, address)]
        known.add(page_name(address))
        if weight(html) > LATER_LOAD:
            wrong.append(f"{peran} {address}: {weight(html)} bytes")
    return wrong
