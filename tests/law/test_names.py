"""Everything the public pages write has a name in the language of its reader."""

import pytest
from django.utils import translation

from bina.law import kata, pages
from bina.law.reading import texts_alone
from bina.rules import explanation
from bina.rules.parameters import AGENCY, TAGS
from bina.rules.texts import texts

NAMES = kata._names()


def test_every_parameter_unit_and_text_has_an_indonesian_name() -> None:
    assert set(texts()) - set(NAMES["judul"]) == set()
    assert {one.unit for one in texts().values()} - set(NAMES["satuan"]) == set()
    assert {name.partition(".")[0] for name in texts()} - set(NAMES["naskah"]) == set()


def test_no_name_is_kept_for_what_is_gone() -> None:
    assert set(NAMES["judul"]) - set(texts()) == set()
    assert set(NAMES["satuan"]) - {one.unit for one in texts().values()} == set()


def test_every_tag_and_refusal_has_its_words() -> None:
    assert set(kata.TAG) == set(kata.TAG_MEANS) == {*TAGS, AGENCY}
    told = {line.partition(": ")[0] for one in explanation.explanations().values()
            for line in one.menolak}  # fmt: skip
    assert told <= set(kata.REFUSAL)


def test_the_english_reader_gets_the_description_of_the_file() -> None:
    known = texts()["pp11_2017.target_jp_pns"]
    assert kata.judul(known) == "JP paling sedikit bagi PNS dalam setahun kalender"
    with translation.override("en"):
        assert (kata.judul(known), kata.satuan(known)) == (known.description, known.unit)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("pp11_2017.target_jp_pns", ["20"]),
        ("pp30_2019.bobot_tanpa_rekan", ["SKP: 0,7", "Perilaku: 0,3"]),
        ("pp30_2019.hari_kerja", ["Senin, Selasa, Rabu, Kamis, Jumat"]),
        ("perbkn26_2019.seleksi", [
            "Memenuhi syarat (MS): mulai 80",
            "Masih memenuhi syarat (MMS): mulai 68",
            "Kurang memenuhi syarat (KMS): mulai 0",
        ]),
        ("semenpanrb3_2023.pola_distribusi", [
            "Istimewa: Sangat baik paling banyak 70%",
            "Baik: Baik paling banyak 70%; Butuh perbaikan atau Kurang paling sedikit 1 orang",
            "Butuh perbaikan: Sangat baik paling banyak 10%; Butuh perbaikan paling sedikit 60%",
            (
                "Kurang: Sangat baik paling banyak 10%; Butuh perbaikan paling sedikit 10%; "
                "Kurang paling sedikit 60%"
            ),
            (
                "Sangat kurang: Sangat baik paling banyak 0%; Sangat kurang paling sedikit 60%; "
                "Kurang atau Butuh perbaikan paling sedikit 10%"
            ),
        ]),
        ("permenpanrb8_2021.bobot_lingkup_penugasan", ["tidak ada"]),
        ("permenpanrb6_2022.kuadran", [
            "Di atas: Sangat baik, Baik, Kurang",
            "Sesuai: Baik, Baik, Kurang",
            "Di bawah: Butuh perbaikan, Butuh perbaikan, Sangat kurang",
        ]),
    ],
)  # fmt: skip
def test_a_value_is_written_as_people_read_it(name: str, said: list[str]) -> None:
    assert kata.lines(name, texts()[name].values[-1].value) == said


def test_holidays_are_written_as_days() -> None:
    (said,) = kata.lines(
        "hari_libur.libur_nasional", texts()["hari_libur.libur_nasional"].values[0].value
    )
    assert said.startswith("1 Januari, 1 Februari, 28 Februari")


def test_every_parameter_stands_once_under_its_text() -> None:
    listed = [one.nama for _text, items in pages.by_text(texts_alone()) for one in items]
    assert sorted(listed) == sorted(texts())
