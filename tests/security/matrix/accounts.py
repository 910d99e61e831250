"""The pages of accounts: about oneself, the same for every role."""

from typing import Any

from django.contrib.auth.hashers import make_password

from bina.accounts.models import Orang
from tests.security.matrix import ROLES, Row, everyone


def lay(world: Any) -> None:
    """Everybody has a password: pages about changing it exist for them."""
    Orang.objects.filter(instansi=world.instansi).update(password=make_password("kebun-kelapa-77"))


def _open(status: int = 200) -> dict[str, int]:
    return dict.fromkeys(ROLES, status)


ROWS = [
    Row("account_login", everyone(302, anonymous=200)),
    Row("account_logout", everyone(200)),
    Row("account_logout", everyone(302), method="post"),
    Row("account_inactive", _open()),
    Row("account_reauthenticate", everyone(200)),
    Row("account_change_password", everyone(200)),
    Row("account_reset_password", _open()),
    Row("account_reset_password_done", _open()),
    Row("account_reset_password_from_key", _open(), args=lambda world: ["1", "x-y"]),
    Row("account_reset_password_from_key_done", _open()),
    Row("mfa_index", everyone(200)),
    Row("mfa_authenticate", everyone(302)),
    Row("mfa_reauthenticate", everyone(302)),
    Row("mfa_activate_totp", everyone(302)),
    Row("mfa_deactivate_totp", everyone(404)),
    Row("mfa_view_recovery_codes", everyone(404)),
    Row("mfa_generate_recovery_codes", everyone(302)),
    Row("mfa_download_recovery_codes", everyone(404)),
]
