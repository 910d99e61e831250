from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "bina.accounts"
    label = "accounts"

    def ready(self) -> None:
        from bina.accounts import trail
        from bina.ui import menu

        trail.listen()
        # On the pages anybody may read.
        menu.register(
            menu.Entry(
                key="masuk",
                label=_("Masuk"),
                url_name="account_login",
                order=10,
                shown=lambda user, request: not user.is_authenticated,
            )
        )
        menu.register(
            menu.Entry(
                key="akun", label=_("Keamanan akun"), url_name="mfa_index", order=80, place="akun"
            )
        )
        menu.register(
            menu.Entry(
                key="keluar",
                label=_("Keluar"),
                url_name="account_logout",
                order=99,
                place="akun",
                post=True,
            )
        )
