"""How activities become JP."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bina.rules.jalur import Jalur
from bina.rules.kegiatan import Kegiatan
from bina.rules.parameters import AGENCY, Parameters, Value
from bina.rules.perlan10_2018 import jam_pelajaran
from bina.rules.refusal import Invalid, Manual, NotInForce
from bina.rules.texts import frozen, texts

ON = date(2026, 12, 31)
LAW = Parameters(texts())
DAY = date(2026, 3, 3)

PROGRAM = [
    "pelatihan_manajerial",
    "pelatihan_teknis",
    "pelatihan_fungsional",
    "pelatihan_sosial_kultural",
    "kursus",
    "penataran",
    "bimbingan_teknis",
    "pelatihan_jarak_jauh",
    "outbond",
]
MANUAL = ["bimbingan_di_tempat_kerja", "klasikal_lain", "nonklasikal_lain"]


def did(jalur, lingkup="nasional", tanggal=DAY, **quantities):
    return {"jalur": jalur, "lingkup": lingkup, "tanggal": tanggal, **quantities}


def session(jalur="coaching", day=3, month=3, *, lingkup="nasional", signed=True, **more):
    return did(jalur, lingkup, date(2026, month, day), ditandatangani=signed, **more)


def earned(*kegiatan, law=LAW, on=ON):
    return jam_pelajaran(kegiatan=list(kegiatan), law=law, on=on)


def rincian(*kegiatan):
    found = earned(*kegiatan)
    assert found.jp == sum(jp for jp in found.rincian if jp != "manual")
    return list(found.rincian)


@pytest.mark.parametrize(
    ("jalur", "quantities", "nasional", "internasional"),
    [
        ("tugas_belajar", {"semester": 2}, 40, 40),
        ("tugas_belajar_mandiri", {"semester": 1}, 20, 20),
        ("seminar", {"hari": 2}, 8, 12),
        ("workshop", {"hari": 2}, 10, 14),
        ("sosialisasi", {"hari": 2}, 8, 12),
        ("coaching", {"ditandatangani": True}, 2, 4),
        ("mentoring", {"ditandatangani": True}, 2, 4),
        ("e_learning", {"menit": 1000}, 3, 4),
        ("belajar_mandiri", {"menit": 1000}, 2, 2),
        ("komunitas_belajar", {"menit": 1000}, 2, 2),
        ("detasering", {"kali": 1, "selesai": True}, 20, 24),
        ("patok_banding", {"kali": 2, "selesai": True}, 20, 40),
        ("pertukaran", {"kali": 1, "selesai": True}, 20, 24),
        ("magang", {"kali": 1, "selesai": True}, 20, 24),
        *[(jalur, {"menit": 450}, 10, 12) for jalur in PROGRAM],
        *[(jalur, {"jp_program": 10}, 10, 12) for jalur in PROGRAM],
    ],
)
def test_every_jalur_earns_by_its_row(jalur, quantities, nasional, internasional):
    assert rincian(did(jalur, "nasional", **quantities)) == [nasional]
    assert rincian(did(jalur, "internasional", **quantities)) == [internasional]


def test_every_jalur_has_a_key():
    assert {f"perlan10_2018.{jalur}" for jalur in Jalur} <= set(texts())


def test_leadership_training_has_no_figure_abroad():
    assert rincian(did("pelatihan_struktural", jp_program=900)) == [900]
    with pytest.raises(Manual):
        earned(did("pelatihan_struktural", "internasional", jp_program=900))


@pytest.mark.parametrize(
    ("menit", "nasional", "internasional"),
    [(44, 0, 0), (45, 1, 1), (89, 1, 1), (179, 3, 3), (225, 5, 6), (0, 0, 0)],
)
def test_minutes_become_whole_jp_before_they_are_raised_and_cut(menit, nasional, internasional):
    assert rincian(did("kursus", menit=menit)) == [nasional]
    assert rincian(did("kursus", "internasional", menit=menit)) == [internasional]
    study = rincian(did("belajar_mandiri", "internasional", menit=menit))
    assert study == [min(internasional, 2)]


def test_minutes_of_two_activities_are_not_joined():
    assert rincian(did("kursus", menit=40), did("kursus", menit=40)) == [0, 0]
    assert rincian(did("e_learning", menit=40), did("e_learning", menit=50)) == [0, 1]


def test_the_programmes_own_jp_stands_before_its_minutes():
    assert rincian(did("kursus", jp_program="24.5", menit=90)) == [24]


def test_a_day_of_e_learning_has_one_cap_for_all_activities():
    found = earned(
        did("e_learning", menit=100),
        did("e_learning", menit=100),
        did("e_learning", menit=100),
        did("e_learning", menit=100, tanggal=date(2026, 3, 4)),
    )
    assert found.rincian == (2, 1, 0, 2)
    assert found.alasan == (None, "melebihi_batas_harian", "melebihi_batas_harian", None)


def test_each_jalur_has_its_own_cap_of_the_day():
    assert rincian(did("belajar_mandiri", menit=90), did("komunitas_belajar", menit=90)) == [2, 2]


def test_a_day_at_home_and_abroad_is_one_day():
    home, abroad = (did("e_learning", place, menit=180) for place in ("nasional", "internasional"))
    assert rincian(home, abroad) == [3, 1]
    assert rincian(abroad, home) == [4, 0]


def test_a_cap_abroad_is_raised_and_cut_like_the_hours():
    name = "perlan10_2018.kenaikan_internasional"
    own = Value(name, date(2022, 1, 1), None, Decimal(50), "SK Kepala", AGENCY)
    law = Parameters(texts(), {name: (own,)})
    study = did("belajar_mandiri", "internasional", menit=1000)
    assert earned(study, law=law).rincian == (3,)
    assert earned(did("kursus", "internasional", menit=45), law=law).rincian == (1,)


def test_the_third_session_of_a_month_earns_nothing_and_says_why():
    found = earned(session(day=24), session(day=3), session(day=10))
    assert found.rincian == (0, 2, 2)
    assert found.alasan == ("melebihi_batas_bulanan", None, None)


def test_on_one_day_the_session_entered_first_goes_first():
    assert rincian(session(day=10), session(day=3), session(day=10)) == [2, 2, 0]


def test_the_month_is_a_calendar_month_of_its_year():
    a_year_later = did("coaching", tanggal=date(2027, 3, 3), ditandatangani=True)
    sessions = [session(day=30), session(day=31), session(day=1, month=4), a_year_later]
    assert rincian(*sessions) == [2, 2, 2, 2]


def test_an_unsigned_session_uses_up_no_cap():
    found = earned(session(day=1, signed=False), session(day=2), session(day=3))
    assert found.rincian == (0, 2, 2)
    assert found.alasan[0] == "belum_ditandatangani"


def test_sessions_at_home_and_abroad_share_the_month():
    found = rincian(session(day=1), session(day=2, lingkup="internasional"), session(day=3))
    assert found == [2, 4, 0]


def test_abroad_a_day_of_coaching_counts_once():
    abroad = [session(day=d, lingkup="internasional") for d in (1, 1, 2, 3)]
    found = earned(*abroad)
    assert found.rincian == (4, 0, 4, 0)
    assert found.alasan[1::2] == ("melebihi_batas_harian", "melebihi_batas_bulanan")


def test_a_row_may_stand_for_several_sessions_of_a_day():
    assert rincian(session(sesi=1), session(day=9, sesi=3), session(day=10)) == [2, 2, 0]
    assert rincian(session(sesi=0), session(day=9), session(day=10)) == [0, 2, 2]
    abroad = [session(day=d, sesi=n, lingkup="internasional") for d, n in ((1, 0), (1, 2), (2, 1))]
    assert rincian(*abroad) == [0, 4, 4]


def test_what_was_not_completed_earns_nothing():
    found = earned(did("magang", kali=1, selesai=False))
    assert (found.jp, found.alasan) == (0, ("belum_selesai",))


@pytest.mark.parametrize("jalur", MANUAL)
def test_a_jalur_without_a_row_needs_a_person(jalur):
    with pytest.raises(Manual):
        earned(did(jalur, menit=600))
    found = earned(did(jalur), did("seminar", hari=1))
    assert (found.jp, found.rincian) == (4, ("manual", 4))
    assert found.alasan == ("perlu_keputusan", None)


def test_where_nothing_has_a_row_there_is_no_sum():
    with pytest.raises(Manual):
        earned(*[did(jalur) for jalur in MANUAL])


def test_an_agency_may_give_a_jalur_its_row():
    name = "perlan10_2018.bimbingan_di_tempat_kerja"
    row = frozen({"hitungan": "hari", "nasional": {"jp": "1"}})
    own = Value(name, date(2024, 1, 1), None, row, "SK Kepala", AGENCY)
    law = Parameters(texts(), {name: (own,)})
    found = earned(did("bimbingan_di_tempat_kerja", hari=3), law=law)
    assert found.jp == 3
    assert found.dasar[-1].reference == "SK Kepala"


def test_no_activity_earns_nothing():
    assert (earned().jp, earned().rincian) == (0, ())


def test_only_caps_need_the_day():
    assert earned({"jalur": "tugas_belajar", "lingkup": "nasional", "semester": 1}).jp == 20
    for jalur, more in (("coaching", {"ditandatangani": True}), ("e_learning", {"menit": 90})):
        with pytest.raises(Invalid):
            earned({"jalur": jalur, "lingkup": "nasional", **more})


@pytest.mark.parametrize(
    "entry",
    [
        did("seminar"),
        did("kursus"),
        did("tugas_belajar"),
        did("magang", selesai=True),
        did("magang", kali=1),
        did("coaching"),
        did("e_learning"),
        did("seminar", hari=-1),
        did("seminar", hari=1.5),
        did("seminar", hari=True),
        did("seminar", hari="dua"),
        did("seminar", hari=1, menit=-5),
        did("kursus", menit=-45),
        did("kursus", jp_program=-1, menit=45),
        did("kursus", menit=float("nan")),
        did("tugas_belajar", semester=-1),
        did("magang", kali=-1, selesai=False),
        did("magang", selesai=False),
        did("magang", kali=1, selesai="ya"),
        session(signed="ya"),
        session(sesi=-1),
        session(sesi=-1, signed=False),
        did("bimbingan_di_tempat_kerja", menit=-1),
        did("konseling", menit=45),
        did(None),
        did("seminar", "regional", hari=1),
        did("seminar", None, hari=1),
        did("seminar", hari=1, tanggal="2026-03-03"),
        did("seminar", hari=1, tanggal=datetime(2026, 3, 3)),
        did("seminar", hari=1, judul="x"),
        {"lingkup": "nasional", "hari": 1},
        {"jalur": "seminar", "hari": 1},
        {},
        None,
        "seminar",
    ],
)
def test_missing_negative_or_foreign_quantities_are_invalid(entry):
    with pytest.raises(Invalid):
        earned(entry)
    with pytest.raises(Invalid):
        earned(did("seminar", hari=1), entry)


@pytest.mark.parametrize("kegiatan", [None, "seminar", {"jalur": "seminar"}, 3])
def test_activities_come_in_a_list(kegiatan):
    with pytest.raises(Invalid):
        jam_pelajaran(kegiatan=kegiatan, law=LAW, on=ON)


def test_an_activity_may_be_typed_instead_of_a_table():
    typed = Kegiatan(jalur=Jalur.SEMINAR, lingkup="internasional", hari=2)
    assert earned(typed).jp == 12
    with pytest.raises(Invalid):
        Kegiatan(jalur="seminar", lingkup="nasional", hari=-1)


def test_the_table_is_asked_on_its_day_even_about_nothing():
    for kegiatan in ([], [did("seminar", hari=1)]):
        with pytest.raises(NotInForce):
            jam_pelajaran(kegiatan=kegiatan, law=LAW, on=date(2016, 1, 1))


def test_the_basis_names_each_row_once():
    found = earned(session(day=1), session(day=2), did("seminar", hari=1))
    assert [d.name for d in found.dasar] == [
        "pp11_2017.menit_per_jp",
        "perlan10_2018.kenaikan_internasional",
        "perlan10_2018.coaching",
        "perlan10_2018.seminar",
    ]


DATES = st.dates(date(2026, 1, 1), date(2026, 2, 28))
LINGKUP = st.shared(st.sampled_from(["nasional", "internasional"]), key="lingkup")
SESSIONS = st.builds(
    did, st.just("coaching"), LINGKUP, DATES, ditandatangani=st.booleans(), sesi=st.integers(0, 3)
)
STUDIES = st.builds(
    did,
    st.sampled_from(["e_learning", "belajar_mandiri", "komunitas_belajar"]),
    LINGKUP,
    DATES,
    menit=st.integers(0, 400),
)
COURSES = st.builds(did, st.just("kursus"), LINGKUP, DATES, menit=st.integers(0, 4000))
ACTIVITIES = st.lists(st.one_of(SESSIONS, STUDIES, COURSES), max_size=12)


@given(ACTIVITIES)
def test_no_cap_is_ever_exceeded(kegiatan):
    months, days = {}, {}
    for entry, jp in zip(kegiatan, earned(*kegiatan).rincian, strict=True):
        day = entry["tanggal"]
        assert jp == jp.to_integral_value() >= 0
        months.setdefault((entry["jalur"], day.month), []).append(jp)
        days.setdefault((entry["jalur"], day), []).append(jp)
    for (jalur, _), jp in months.items():
        assert jalur != "coaching" or sum(jp) <= 8
    for (jalur, _), jp in days.items():
        assert jalur not in ("belajar_mandiri", "komunitas_belajar") or sum(jp) <= 2
        assert jalur != "e_learning" or sum(jp) <= 4


@given(ACTIVITIES, st.one_of(SESSIONS, STUDIES, COURSES), st.integers(0, 12))
def test_jp_never_fall_when_an_activity_is_added(kegiatan, added, place):
    more = [*kegiatan[:place], added, *kegiatan[place:]]
    assert earned(*more).jp >= earned(*kegiatan).jp


@given(ACTIVITIES.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))))
def test_the_order_of_entry_does_not_change_the_sum(orders):
    first, second = orders
    assert earned(*first).jp == earned(*second).jp


MIXED = st.builds(
    did,
    st.sampled_from(["coaching", "mentoring", "e_learning", "belajar_mandiri", "kursus"]),
    st.sampled_from(["nasional", "internasional"]),
    DATES,
    menit=st.integers(0, 400),
    ditandatangani=st.booleans(),
)


def test_an_earlier_session_at_home_may_cost_a_later_one_abroad_its_place():
    """ADR 12: the specification's order of date, not the most hours."""
    abroad = [session(day=day, lingkup="internasional") for day in (10, 20)]
    assert earned(*abroad).jp == 8
    found = earned(*abroad, session(day=1))
    assert (found.jp, found.rincian) == (6, (4, 0, 2))
    assert found.alasan[1] == "melebihi_batas_bulanan"


@given(st.lists(MIXED, max_size=10), MIXED)
def test_in_every_mixture_a_later_activity_changes_no_earlier_credit(kegiatan, added):
    later = added | {"tanggal": date(2026, 2, 28)}
    before = earned(*kegiatan)
    after = earned(*kegiatan, later)
    assert after.rincian[:-1] == before.rincian
    assert after.jp >= before.jp


@given(st.lists(MIXED, max_size=10))
def test_in_every_mixture_no_cap_is_exceeded(kegiatan):
    months, days = {}, {}
    for entry, jp in zip(kegiatan, earned(*kegiatan).rincian, strict=True):
        months.setdefault((entry["jalur"], entry["tanggal"].month), []).append(jp)
        days.setdefault((entry["jalur"], entry["tanggal"]), []).append(jp)
    for (jalur, _), jp in months.items():
        assert jalur not in ("coaching", "mentoring") or sum(map(bool, jp)) <= 2
    for (jalur, _), jp in days.items():
        assert jalur != "e_learning" or sum(jp) <= 4
        assert jalur != "belajar_mandiri" or sum(jp) <= 2


@given(
    st.sampled_from(["seminar", "workshop", "sosialisasi"]),
    st.integers(0, 30),
    st.integers(0, 30),
)
def test_days_semesters_and_times_add_up(jalur, first, second):
    whole = earned(did(jalur, hari=first + second)).jp
    assert earned(did(jalur, hari=first), did(jalur, hari=second)).jp == whole
