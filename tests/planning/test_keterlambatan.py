"""Who is late with the plan of the year, and reminding them."""

import io
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from bina.core import jobs
from bina.core.models import Jejak
from bina.people.models import Pegawai
from bina.planning import home_lines
from bina.planning.masa.keterlambatan import Saringan, counted, late, recipients
from bina.planning.masa.services import pengingat
from bina.planning.models import Pengingat, Skp
from bina.planning.services.refusals import Refused
from bina.rules.parameters import Parameters
from bina.rules.texts import texts
from tests.conftest import TODAY, Agency
from tests.planning import plans

LAW = Parameters(texts())


def rows(agency: Agency, who: str = "dewi", **saringan: Any) -> Any:
    return late(agency.named(who), Saringan(**saringan), law=LAW, on=TODAY)


def names(found: Any) -> set[str]:
    return set(found.values_list("orang__nama", flat=True))


def remind(agency: Agency, who: str = "dewi", **changes: Any) -> pengingat.Diingatkan:
    given = {"saringan": Saringan(), "actor": agency.named(who), "law": LAW}
    return pengingat.remind(**{**given, "pada": plans.MOMENT, "on": TODAY, **changes})


def test_each_state_is_counted_and_the_established_are_not_late(agency: Agency) -> None:
    plans.established(agency)
    plans.submitted(agency, "eko")
    plans.draft(agency, "indra")
    sent = plans.submitted(agency, "joko")
    Skp.objects.filter(pk=sent.pk).update(status="dikembalikan")
    assert counted(rows(agency)) == {
        "belum_ada": 6, "draf": 1, "diajukan": 1, "dikembalikan": 1,
    }  # fmt: skip
    assert "Ani" not in names(rows(agency))


def test_a_change_being_written_makes_nobody_late(agency: Agency) -> None:
    skp = plans.established(agency)
    plans.versions.start_change(alasan="Prioritas berubah", **plans.by(agency, "ani", skp))
    assert "Ani" not in names(rows(agency))


def test_the_exempt_are_never_late(agency: Agency) -> None:
    Pegawai.objects.filter(pk=agency.ani.pk).update(kedudukan_hukum="Tugas Belajar")
    assert "Ani" not in names(rows(agency))


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        ("dewi", {"Ani", "Citra", "Fitri"}),
        ("fitri", {"Ani", "Citra", "Fitri"}),
        ("budi", {"Ani"}),
        ("gita", {"Citra"}),
        ("hadi", {"Citra"}),
        ("ani", set()),
        ("indra", set()),
        ("joko", set()),
    ],
)
def test_everybody_sees_the_units_they_look_after(agency: Agency, who: str, seen: set[str]) -> None:
    assert names(rows(agency, who)) & {"Ani", "Citra", "Fitri"} == seen


def test_unit_and_search_narrow_the_list(agency: Agency) -> None:
    assert names(rows(agency, unit=agency.hukum.pk)) == {"Gita", "Citra", "Hadi"}
    assert names(rows(agency, cari="cit")) == {"Citra"}
    assert names(rows(agency, "hadi", unit=agency.umum.pk)) == set()


def test_a_plan_that_waits_is_a_reminder_for_its_penilai(agency: Agency) -> None:
    plans.submitted(agency)
    assert recipients(rows(agency, cari="Ani")) == {agency.budi.pk}
    assert recipients(rows(agency, cari="Eko")) == {agency.eko.pk}


def test_each_person_gets_one_reminder_a_day_and_one_mail(agency: Agency) -> None:
    plans.submitted(agency)
    first = remind(agency)
    assert (first.baru, first.sudah) == (8, 0)
    again = remind(agency, "fitri")
    assert (again.baru, again.sudah) == (1, 7)  # Dewi, who does not remind herself
    jobs.run_pending()
    to = [letter.to[0] for letter in mail.outbox]
    assert len(to) == len(set(to)) == 9
    jobs.HANDLERS["planning.surel_pengingat"](_Silent(), hari=TODAY.isoformat())
    jobs.run_pending()
    assert len(mail.outbox) == 9
    line = Jejak.objects.filter(tindakan="perencanaan.ingatkan").order_by("nomor").first()
    assert line is not None
    assert '"diingatkan":8' in str(line.isi).replace(" ", "").replace("'", '"')


class _Silent:
    def of(self, jumlah: int) -> None:
        """Nobody asked."""

    def at(self, selesai: int) -> None:
        """Nobody asked."""


def test_who_has_no_address_is_reminded_on_beranda_alone(agency: Agency) -> None:
    type(agency.ani).objects.filter(pk=agency.ani.pk).update(email=None)
    remind(agency, saringan=Saringan(cari="Ani"))
    jobs.run_pending()
    assert mail.outbox == []
    assert told(agency)


def told(agency: Agency, on: Any = TODAY) -> bool:
    queues = home_lines.queues(agency.named("ani"), on=on)
    found = [
        one.judul for queue in queues if queue.rows.exists() for one in queue.tugas(queue.rows)
    ]
    return "Anda diingatkan tentang SKP" in found


def test_the_reminder_leaves_beranda_when_the_plan_is_submitted_or_the_days_are_over(
    agency: Agency,
) -> None:
    remind(agency)
    assert told(agency)
    assert not told(agency, TODAY + timedelta(days=14))
    plans.submitted(agency)
    assert not told(agency)


def test_nobody_found_or_nothing_to_watch_is_refused(agency: Agency) -> None:
    with pytest.raises(Refused):
        remind(agency, saringan=Saringan(cari="tidak ada"))
    with pytest.raises(PermissionDenied):
        remind(agency, "ani")
    assert not Pengingat.objects.exists()


def test_the_page_filters_reminds_and_exports_the_same_rows(
    agency: Agency, browser_of: Any
) -> None:
    plans.submitted(agency, on=timezone.localdate())
    client = browser_of(agency.budi)
    address = reverse("planning:terlambat") + "?keadaan=diajukan"
    shown = client.get(address).content.decode()
    assert "Ani" in shown
    assert "Eko" not in shown
    answer = client.get(reverse("planning:unduh_terlambat") + "?keadaan=diajukan")
    book = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(answer.streaming_content)))
    assert [row[1] for row in book.get_sheet_by_index(0).to_python()] == ["Nama", "Ani"]
    done = client.post(reverse("planning:ingatkan") + "?keadaan=belum_ada", follow=True)
    assert "orang diingatkan" in done.content.decode()
    assert "keadaan=belum_ada" in done.request["QUERY_STRING"]


def test_an_address_that_means_nothing_shows_everything(agency: Agency, browser_of: Any) -> None:
    client = browser_of(agency.dewi)
    answer = client.get(reverse("planning:terlambat") + "?keadaan=x&unit=zz&hal=9")
    assert answer.status_code == 200


def test_the_list_costs_the_same_however_long(
    agency: Agency, browser_of: Any, django_assert_num_queries: Any
) -> None:
    client = browser_of(agency.dewi)
    client.get(reverse("planning:terlambat"))
    with django_assert_num_queries(8):
        client.get(reverse("planning:terlambat"))
    for number in range(5):
        agency.person(f"Baru {number}", agency.umum)
    with django_assert_num_queries(8):
        client.get(reverse("planning:terlambat"))
