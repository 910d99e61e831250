"""T1: every address by every role, on records of Ani; an address without a row fails.

Whoever should be shown a page is shown it in T7, which reads what stands there.
"""

from tests.security.matrix import ROLES, Row
from tests.security.walk import ALL_ROWS, Cast, address_of, is_read, undone, views


def test_every_role_gets_what_the_matrix_says(cast: Cast) -> None:
    """One world for all rows: laying one for each would take minutes."""
    wrong = {}
    for number, row in enumerate(ALL_ROWS):
        for role, status in _found(row, cast).items():
            if status != row.expect[role]:
                wrong[f"{number} {row.label}, {role}"] = f"{status}, not {row.expect[role]}"
    assert wrong == {}


def _found(row: Row, cast: Cast) -> dict[str, int]:
    """What every other role gets; whatever one did is undone, so that the next finds the same."""
    found = {}
    with undone():
        address, data = address_of(row, cast.world), row.data(cast.world)
        for role, who in ROLES.items():
            if is_read(row, role):
                continue
            with undone():
                found[role] = int(cast.visit(who, row.method, address, data).status_code)
    return found


def test_no_address_is_without_a_row() -> None:
    assert {name for name, _view in views()} == {row.url for row in ALL_ROWS}


def test_every_row_answers_every_role() -> None:
    for row in ALL_ROWS:
        assert set(row.expect) == set(ROLES), row.label


# The pages anybody may open; every other asks who you are.
PUBLIC = {
    "account_login",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_logout",
    "mfa_authenticate",
    "ui:komponen",
    "ui:tampilan",
    "ui:bahasa",
    # A service user has no account: the link's token is the permission.
    "monitoring:layanan",
    "monitoring:layanan_selesai",
    # A calendar program has no account: the secret address is the permission.
    "kalender:umpan",
    # The law is public.
    "law:daftar",
    "law:aturan",
}


def test_only_the_pages_named_here_are_public() -> None:
    public = {name for name, view in views() if not getattr(view, "login_required", True)}
    assert public == PUBLIC
