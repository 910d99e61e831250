"""Every page the demo's people can open: on a phone and a desk, light and dark, and how heavy.

The pages are found as a person finds them, by their links. A page that is neither found so nor
named below fails: it is new and nobody can reach it, or it needs a line here.
"""

import gzip
import re
from collections import Counter
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import APIResponse, Browser, Page, Response

from tests.e2e.server import Server
from tests.e2e.watched import LOOKED, Watch, axe_findings, sideways_scroll
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


class Visit:
    """One person in one page for all they see: a new one for each address is a new process of
    Chromium, and costs more than all that is asked of it here."""

    def __init__(self, chromium: Browser, url: str, account: tuple[str, str]) -> None:
        context = chromium.new_context(base_url=url, locale="id-ID", reduced_motion="reduce")
        self.url, self.page = url, context.new_page()
        self.watch = Watch(self.page, url)
        nip, sandi = account
        self.page.goto("/akun/masuk/")
        self.page.get_by_label("NIP atau alamat email").fill(nip)
        self.page.get_by_label("Kata sandi", exact=True).fill(sandi)
        self.page.get_by_role("button", name="Masuk").click()
        self.page.wait_for_url(f"{url}/")

    def open(self, address: str) -> str:
        """What a phone is shown there, as html."""
        self.page.emulate_media(color_scheme="light")
        self.page.set_viewport_size({"width": 360, "height": 800})
        answer = self.page.goto(address)
        assert answer, address
        html = _html(answer, address)
        self.page.evaluate(DRAWN)  # what its scripts complain of, they complain of by then
        return html

    def fetch(self, address: str) -> str:
        """The html alone, drawn by nobody."""
        return _html(self.page.context.request.get(f"{self.url}{address}"), address)

    def complaints(self) -> list[str]:
        """What the browser complained of since this was asked last."""
        told = list(self.watch.complaints)
        self.watch.forget()
        return told


def _html(answer: Response | APIResponse, address: str) -> str:
    assert answer.status == 200, f"{answer.status}: a link leads to {address}"
    return answer.text()


def follow(seen_at: Callable[[str], str]) -> None:
    """One page of each kind, links followed from Beranda. `seen_at` tells the html of each."""
    waiting, seen, known = ["/"], {"/"}, Counter({"home:beranda": 1})
    while waiting:
        address = waiting.pop(0)
        for href in LINK.findall(seen_at(address)):
            found = urlsplit(urljoin(address, href)).path
            name = page_name(found)
            if name in ASKED and found not in seen and known[name] < OFTEN.get(name, 1):
                known[name] += 1
                seen.add(found)
                waiting.append(found)


def begin_plan(page: Page) -> None:
    """A draft, so that the pages on which one is written can be opened."""
    page.get_by_role("main").get_by_role("button", name="Mulai menyusun").click()
    page.wait_for_url("**/susun/")


def weight(text: str) -> int:
    return len(gzip.compress(text.encode(), 6))


def looked_at(page: Page) -> list[str]:
    """What is wrong with how the open page looks: too wide, or unreadable."""
    wide = []
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(UNFOLD, width)
        over = sideways_scroll(page)
        wide += [f"{width}: {over} too wide"] if over else []
    page.evaluate(DRAWN)
    found = [*wide, *axe_findings(page)]
    page.emulate_media(color_scheme="dark")
    return found + [f"dark: {one}" for one in axe_findings(page, rules=["color-contrast"])]


def test_every_page_fits_reads_well_and_is_light(server: Server, chromium: Browser) -> None:
    known: set[str] = set()
    wrong: list[str] = []
    for peran, account in server.accounts().items():
        if peran in ROLES:
            visit = Visit(chromium, server.url, account)
            wrong += [f"{peran} {one}" for one in walked(visit, peran, known)]
            visit.page.context.close()
    assert wrong == []
    unseen = sorted(ASKED - known)
    assert not unseen, f"no link leads to {', '.join(unseen)}"


def walked(visit: Visit, peran: str, known: set[str]) -> list[str]:
    """What is wrong with the pages this person finds: a kind is opened once, weighed always."""
    wrong: list[str] = visit.complaints()

    def seen_at(address: str) -> str:
        first = page_name(address) not in known
        known.add(page_name(address))
        html = visit.open(address) if first else visit.fetch(address)
        found = looked_at(visit.page) if first and LOOKED else []
        found += [f"{weight(html)} bytes"] if weight(html) > LATER_LOAD else []
        wrong.extend(f"{address} {one}" for one in [*found, *visit.complaints()])
        return html

    if peran == "pegawai":
        seen_at(BEGIN)
        begin_plan(visit.page)
    follow(seen_at)
    return wrong + visit.complaints()
