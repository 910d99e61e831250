"""What a team expects of a member: its ketua of that day says so, without being penilai."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from bina.access.tables import TABLES
from bina.core.models import Jejak
from bina.core.workflow import WrongState
from bina.people.models import AnggotaTim, KetuaTim
from bina.planning import door
from bina.planning.ekspektasi_tim import services
from bina.planning.models import EkspektasiTim, Skp
from bina.planning.services.refusals import Refused
from tests.access import agreement
from tests.conftest import NEW_YEAR, NIPS, NOON, TODAY, Agency
from tests.planning import plans
from tests.waiting import tasks

WORDS = "Aplikasi surat dipakai di tiga bagian pada akhir Juni."
EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{7*7}}"


@pytest.fixture
def ani_in_team(agency: Agency) -> AnggotaTim:
    """Ani works in a team that Citra, of another unit, leads."""
    tim = agency.team("SPBE", agency.citra)
    return AnggotaTim.objects.create(tim=tim, orang=agency.ani, mulai=NEW_YEAR)


def said(
    agency: Agency, member: AnggotaTim, isi: str = WORDS, who: str = "citra", on: date = TODAY
) -> EkspektasiTim:
    return services.give_expectation(
        anggota_id=member.pk, isi=isi, actor=agency.named(who), pada=NOON, on=on
    )


def read(agency: Agency, one: EkspektasiTim, who: str = "ani") -> EkspektasiTim:
    return services.confirm_read(ekspektasi_id=one.pk, actor=agency.named(who), pada=NOON, on=TODAY)


def test_the_ketua_says_it_and_the_trail_keeps_the_words_out(
    agency: Agency, ani_in_team: AnggotaTim
) -> None:
    made = said(agency, ani_in_team)
    assert (made.pegawai_id, made.oleh_id, made.tanggal) == (agency.ani.pk, agency.citra.pk, TODAY)
    line = Jejak.objects.latest("nomor")
    assert (line.tindakan, line.tentang_id) == ("ekspektasi_tim.beri", agency.ani.pk)
    assert "surat" not in line.isi


@pytest.mark.parametrize("who", ["ani", "budi", "eko", "gita", "dewi"])
def test_nobody_else_says_what_the_team_expects(
    agency: Agency, ani_in_team: AnggotaTim, who: str
) -> None:
    with pytest.raises(AnggotaTim.DoesNotExist):
        said(agency, ani_in_team, who=who)


def test_whoever_is_no_longer_ketua_that_day_may_not(
    agency: Agency, ani_in_team: AnggotaTim
) -> None:
    KetuaTim.objects.filter(tim=ani_in_team.tim).update(selesai=TODAY - timedelta(days=1))
    KetuaTim.objects.create(tim=ani_in_team.tim, orang=agency.eko, mulai=TODAY)
    with pytest.raises(AnggotaTim.DoesNotExist):
        said(agency, ani_in_team)
    assert said(agency, ani_in_team, who="citra", on=TODAY - timedelta(days=1)).pk
    assert said(agency, ani_in_team, who="eko").oleh == agency.eko


@pytest.mark.parametrize("ended", ["member", "team"])
def test_nor_when_the_member_or_the_team_has_ended(
    agency: Agency, ani_in_team: AnggotaTim, ended: str
) -> None:
    row: Any = ani_in_team if ended == "member" else ani_in_team.tim
    row.selesai = TODAY - timedelta(days=1)
    row.save(update_fields=["selesai"])
    with pytest.raises(AnggotaTim.DoesNotExist):
        said(agency, ani_in_team)


def test_a_ketua_who_is_a_member_too_expects_nothing_of_themselves(
    agency: Agency, ani_in_team: AnggotaTim
) -> None:
    own = AnggotaTim.objects.create(tim=ani_in_team.tim, orang=agency.citra, mulai=NEW_YEAR)
    with pytest.raises(AnggotaTim.DoesNotExist):
        said(agency, own)
    made = said(agency, ani_in_team)
    for change in ({"oleh": agency.ani}, {"isi": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            EkspektasiTim.objects.filter(pk=made.pk).update(**change)


def test_member_penilai_and_ketua_read_it_and_nobody_else(
    agency: Agency, ani_in_team: AnggotaTim
) -> None:
    made = said(agency, ani_in_team)
    seen = {
        who
        for who in [*NIPS, "lestari"]
        if EkspektasiTim.objects.visible_to(agency.named(who), on=TODAY).contains(made)
    }
    assert seen == {"ani", "budi", "citra"}


def test_a_penilai_who_is_not_the_superior_reads_it_too(
    agency: Agency, ani_in_team: AnggotaTim
) -> None:
    skp = plans.established(agency)
    Skp.objects.filter(pk=skp.pk).update(penilai=agency.gita)
    made = said(agency, ani_in_team)
    assert EkspektasiTim.objects.visible_to(agency.named("gita"), on=TODAY).contains(made)


@pytest.mark.parametrize("noun", ["tugas_tim", "ekspektasi_tim"])
def test_list_record_and_people_agree(
    agency: Agency, other_agency: Agency, ani_in_team: AnggotaTim, noun: str
) -> None:
    plans.established(agency)
    said(agency, ani_in_team)
    elsewhere = other_agency.team("Lain", other_agency.gita)
    AnggotaTim.objects.create(tim=elsewhere, orang=other_agency.eko, mulai=NEW_YEAR)
    done = agreement.say_the_same(noun, agreement.people(agency, other_agency))
    assert done == set(TABLES[noun].actions)


def test_the_member_confirms_having_read_it_once(agency: Agency, ani_in_team: AnggotaTim) -> None:
    made = said(agency, ani_in_team)
    for who in ("budi", "citra"):
        with pytest.raises(PermissionDenied):
            read(agency, made, who)
    with pytest.raises(EkspektasiTim.DoesNotExist):
        read(agency, made, "eko")
    assert read(agency, made).dibaca_pada == NOON
    with pytest.raises(WrongState):
        read(agency, made)


def test_beranda_asks_for_the_newest_until_it_is_read(
    agency: Agency, ani_in_team: AnggotaTim
) -> None:
    plans.established(agency)
    said(agency, ani_in_team)
    newest = said(agency, ani_in_team, "Lima bagian pada Juli.")
    ani = agency.named("ani")
    told = [one.judul for one in tasks(door, ani, on=TODAY)]
    assert told.count("Baca ekspektasi SPBE") == 1
    read(agency, newest)
    assert "Baca ekspektasi SPBE" not in [one.judul for one in tasks(door, ani, on=TODAY)]


def test_empty_words_are_refused(agency: Agency, ani_in_team: AnggotaTim) -> None:
    with pytest.raises(Refused):
        said(agency, ani_in_team, "   ")


# Pages


def today() -> date:
    return timezone.localdate()


def url(name: str, *args: Any) -> str:
    return reverse(f"planning:{name}", args=args)


def test_written_read_and_shown_on_the_plan(
    agency: Agency, ani_in_team: AnggotaTim, browser_of: Any
) -> None:
    skp = plans.established(agency, on=today())
    citra, ani = browser_of(agency.citra), browser_of(agency.ani)
    assert "Ani" in citra.get(url("ekspektasi_tim")).content.decode()
    empty = citra.post(url("tulis_ekspektasi", ani_in_team.pk), {"isi": " "})
    assert "Satu kalimat cukup" in empty.content.decode()
    citra.post(url("tulis_ekspektasi", ani_in_team.pk), {"isi": WORDS, "oleh": agency.budi.pk})
    made = EkspektasiTim.objects.get()
    assert made.oleh == agency.citra
    assert WORDS in ani.get(url("ekspektasi_tim")).content.decode()
    ani.post(url("baca_ekspektasi", made.pk))
    again = ani.post(url("baca_ekspektasi", made.pk), follow=True).content.decode()
    assert "Tidak ada yang berubah" in again
    assert "Sudah dibaca" in citra.get(url("ekspektasi_tim")).content.decode()
    for who, there in (("ani", True), ("budi", True), ("fitri", False), ("indra", False)):
        page = browser_of(agency.named(who)).get(url("skp", skp.pk)).content.decode()
        assert (WORDS in page) is there, who


def test_drafting_takes_it_over_as_a_result_assigned_by_the_ketua(
    agency: Agency, ani_in_team: AnggotaTim, browser_of: Any
) -> None:
    draft = plans.draft(agency, on=today())
    made = said(agency, ani_in_team, on=today())
    ani = browser_of(agency.ani)
    page = ani.get(url("susun", draft.pk)).content.decode()
    address = f"{url('hasil_baru', draft.pk)}?ekspektasi={made.pk}"
    assert address in page
    form = ani.get(address).context["form"]
    assert form["uraian"].value() == WORDS
    assert (form["jenis"].value(), form["pemberi_tugas"].value()) == ("tambahan", agency.citra.pk)
    assert f'<option value="{agency.citra.pk}" selected' in str(form["pemberi_tugas"])


@pytest.mark.parametrize("code", ["0", "999999", "abc", "9" * 30, "²"])
def test_an_expectation_that_is_not_hers_begins_an_empty_result(
    agency: Agency, ani_in_team: AnggotaTim, browser_of: Any, code: str
) -> None:
    draft = plans.draft(agency, on=today())
    page = browser_of(agency.ani).get(f"{url('hasil_baru', draft.pk)}?ekspektasi={code}")
    assert page.context["form"]["uraian"].value() in (None, "")


def test_what_is_expected_of_another_begins_nothing_of_hers(
    agency: Agency, ani_in_team: AnggotaTim, browser_of: Any
) -> None:
    """Nor what she expects herself of the members of a team she leads, which she may read."""
    draft = plans.draft(agency, on=today())
    eko = AnggotaTim.objects.create(tim=ani_in_team.tim, orang=agency.eko, mulai=NEW_YEAR)
    led = agency.team("Arsip", agency.ani)
    dewi = AnggotaTim.objects.create(tim=led, orang=agency.dewi, mulai=NEW_YEAR)
    others = [said(agency, eko, on=today()), said(agency, dewi, who="ani", on=today())]
    for one in others:
        page = browser_of(agency.ani).get(f"{url('hasil_baru', draft.pk)}?ekspektasi={one.pk}")
        assert page.context["form"]["uraian"].value() in (None, "")


def test_what_a_ketua_writes_is_shown_as_words(
    agency: Agency, ani_in_team: AnggotaTim, browser_of: Any
) -> None:
    skp = plans.established(agency, on=today())
    said(agency, ani_in_team, EVIL, on=today())
    for who, address in (
        ("ani", url("ekspektasi_tim")),
        ("ani", url("skp", skp.pk)),
        ("citra", url("tulis_ekspektasi", ani_in_team.pk)),
    ):
        text = browser_of(agency.named(who)).get(address).content.decode()
        assert "{{7*7}}" in text
        assert "<script>alert" not in text
        assert "<img src=x" not in text


@pytest.mark.parametrize("many", [1, 9])
def test_the_list_costs_the_same_however_many_there_are(
    agency: Agency,
    ani_in_team: AnggotaTim,
    browser_of: Any,
    many: int,
    django_assert_max_num_queries,
) -> None:
    for nama in ("Eko", "Dewi", "Indra", "Joko", "Hadi")[: many - 1]:
        orang = getattr(agency, nama.lower())
        member = AnggotaTim.objects.create(tim=ani_in_team.tim, orang=orang, mulai=NEW_YEAR)
        said(agency, member, on=today())
    for _ in range(many):
        said(agency, ani_in_team, on=today())
    for who in ("ani", "citra"):
        reader = browser_of(agency.named(who))
        reader.get(url("ekspektasi_tim"))
        with django_assert_max_num_queries(12):
            reader.get(url("ekspektasi_tim"))
