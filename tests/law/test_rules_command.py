"""`bina rules` from the shell."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError


def said(*words: str) -> str:
    out = StringIO()
    call_command("rules", *words, stdout=out)
    return out.getvalue()


def test_the_list_holds_every_parameter_with_its_basis() -> None:
    found = said("list")
    assert "permenpanrb6_2022.kuadran" in found
    assert "[copies] PermenPANRB 6/2022, Lampiran, kuadran kinerja pegawai" in found


def test_a_rule_is_explained_in_indonesian_as_of_a_day() -> None:
    found = said("explain", "predikat_kinerja", "--on", "2026-01-01")
    assert "Cara memutuskan:" in found
    assert "Nilai pada 2026-01-01:" in found


def test_a_rule_nobody_knows_is_answered_with_those_there_are() -> None:
    with pytest.raises(CommandError, match="predikat_kinerja"):
        said("explain", "hukuman_disiplin")
