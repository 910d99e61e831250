"""T2, T5 and T14 on the planning pages: swapped ids, fields nobody offered, hostile words."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from bina.planning.models import Indikator, Skp
from tests.conftest import Agency
from tests.planning import plans, posted

# Fields a client may try to set; none of them is the client's.
OWNED = {
    "status": "ditetapkan",
    "penilai": "1",
    "penilai_id": "1",
    "pegawai": "2",
    "pegawai_id": "2",
    "penempatan": "1",
    "penempatan_id": "1",
    "skp": "999",
    "skp_id": "999",
    "kunci": "00000000-0000-0000-0000-000000000000",
    "rumpun": "00000000-0000-0000-0000-000000000000",
    "versi": "9",
    "jenis_skp": "jpt",
    "mulai": "2020-01-01",
    "selesai": "2030-01-01",
    "ditetapkan_oleh": "1",
    "ditetapkan_pada": "2020-01-01",
    "urutan": "99",
}

XSS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<svg onload=alert(1)>",
    "{{ 271*409 }}{% load x %}${271*409}",
    "javascript:alert(1)",
    "</textarea><script>alert(1)</script>",
    "' onmouseover='alert(1)",
]


def frozen(skp: Skp) -> dict[str, Any]:
    return {
        key: value
        for key, value in Skp.objects.filter(pk=skp.pk).values()[0].items()
        if key != "suntingan"
    }


@pytest.mark.parametrize("part", ["perilaku", "lampiran", "hasil", "hasil_baru"])
def test_a_draft_page_sets_only_what_it_shows(agency: Agency, browser_of: Any, part: str) -> None:
    skp = plans.draft(agency, on=timezone.localdate())
    hasil = skp.hasil_kerja.get(jenis="utama")
    kunci, before = hasil.kunci, frozen(skp)
    args = [skp.pk, hasil.pk] if part == "hasil" else [skp.pk]
    data = {
        "perilaku": lambda: posted.conduct(skp),
        "lampiran": lambda: posted.annex(skp),
        "hasil": lambda: posted.result(skp, hasil),
        "hasil_baru": lambda: posted.result(skp),
    }[part]()
    answer = browser_of(agency.ani).post(reverse(f"planning:{part}", args=args), OWNED | data)
    assert answer.status_code == 302
    assert frozen(skp) == before
    hasil.refresh_from_db()
    assert (hasil.kunci, hasil.skp_id) == (kunci, skp.pk)


def test_starting_sets_no_owner_and_no_state(agency: Agency, browser_of: Any) -> None:
    data = OWNED | {
        "penempatan": str(agency.ani.penempatan.get().pk),
        "pendekatan": "kuantitatif",
        "pegawai": str(agency.eko.pk),
    }
    browser_of(agency.ani).post(reverse("planning:mulai"), data)
    skp = Skp.objects.get()
    assert (skp.pegawai_id, skp.status, skp.penilai, skp.versi) == (agency.ani.pk, "draf", None, 1)


def test_the_approver_changes_nothing_but_the_expectations(agency: Agency, browser_of: Any) -> None:
    skp = plans.submitted(agency, on=timezone.localdate())
    hasil = skp.hasil_kerja.get(jenis="utama")
    budi = browser_of(agency.budi)
    before = list(skp.hasil_kerja.values()), list(Indikator.objects.values())
    data = OWNED | posted.result(skp, hasil, uraian="Diganti penilai")
    budi.post(reverse("planning:ekspektasi", args=[skp.pk]), data | posted.conduct(skp, loyal="x"))
    skp.refresh_from_db()
    data |= {"suntingan": skp.suntingan, "tetapkan": "1", "penilai": str(agency.eko.pk)}
    budi.post(reverse("planning:tinjau", args=[skp.pk]), data)
    skp.refresh_from_db()
    assert (skp.status, skp.penilai, skp.versi) == ("ditetapkan", agency.budi, 1)
    assert (list(skp.hasil_kerja.values()), list(Indikator.objects.values())) == before
    assert skp.perilaku.get(nilai="loyal").ekspektasi_khusus == "x"


def test_ids_of_another_plan_are_not_found(agency: Agency, browser_of: Any) -> None:
    """T2: in the path, in the body, in the formset."""
    on = timezone.localdate()
    mine, theirs = plans.draft(agency, on=on), plans.draft(agency, "eko", on=on)
    my_result = mine.hasil_kerja.get(jenis="utama")
    their_result = theirs.hasil_kerja.get(jenis="utama")
    ani = browser_of(agency.ani)
    for name, args in (
        ("hasil", [mine.pk, their_result.pk]),
        ("hasil", [theirs.pk, their_result.pk]),
        ("hapus_hasil", [mine.pk, their_result.pk]),
        ("pindah_hasil", [mine.pk, their_result.pk]),
    ):
        data = posted.result(mine, my_result)
        assert ani.post(reverse(f"planning:{name}", args=args), data).status_code == 404
    stolen = their_result.indikator.all()[0].pk
    data = posted.result(mine, my_result, **{"ind-0-id": stolen})
    answer = ani.post(reverse("planning:hasil", args=[mine.pk, my_result.pk]), data)
    assert answer.status_code == 404
    assert Indikator.objects.get(pk=stolen).hasil == their_result
    data = posted.result(mine, my_result, mendukung=their_result.pk)
    ani.post(reverse("planning:hasil", args=[mine.pk, my_result.pk]), data)
    my_result.refresh_from_db()
    assert my_result.mendukung is None


@pytest.mark.parametrize("words", XSS)
def test_hostile_words_are_shown_as_words(agency: Agency, browser_of: Any, words: str) -> None:
    """T14, through every text field of the pages, on every page that shows them."""
    on = timezone.localdate()
    skp = plans.started(agency, on=on)
    ani, budi = browser_of(agency.ani), browser_of(agency.budi)
    result = dict.fromkeys(("uraian", "manfaat", "penerima_manfaat", "penugasan_dari"), words)
    result |= {"ind-0-uraian": words, "ind-0-satuan": words}
    ani.post(reverse("planning:hasil_baru", args=[skp.pk]), posted.result(skp, **result))
    skp.refresh_from_db()
    values = {one.nilai: words for one in skp.perilaku.all()}
    ani.post(reverse("planning:perilaku", args=[skp.pk]), posted.conduct(skp, **values))
    skp.refresh_from_db()
    ani.post(reverse("planning:lampiran", args=[skp.pk]), posted.annex(skp, konsekuensi=words))
    hasil = skp.hasil_kerja.get()
    pages = [
        ani.get(reverse("planning:susun", args=[skp.pk])),
        ani.get(reverse("planning:hasil", args=[skp.pk, hasil.pk])),
        ani.get(reverse("planning:perilaku", args=[skp.pk])),
        ani.get(reverse("planning:lampiran", args=[skp.pk])),
        ani.get(reverse("planning:skp", args=[skp.pk])),
    ]
    ani.post(reverse("planning:ajukan", args=[skp.pk]))
    pages.append(budi.get(reverse("planning:tinjau", args=[skp.pk])))
    back = {"suntingan": Skp.objects.get().suntingan, "alasan": words, "kembalikan": "1"}
    budi.post(reverse("planning:tinjau", args=[skp.pk]), back)
    pages.append(ani.get(reverse("planning:susun", args=[skp.pk])))
    for page in pages:
        assert page.status_code == 200
        body = page.content.decode()
        assert words not in body or words == "javascript:alert(1)" or "{" in words
        assert 'href="javascript:' not in body
        assert "110839" not in body.partition("<main")[2].partition("</main")[0] or "{" not in words
