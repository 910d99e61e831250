"""The pages of allauth that Bina opens, under names of its own language."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from django.urls import path, re_path
from django.views.decorators.cache import never_cache

# Pages that show secrets are not kept by browsers.
urlpatterns = [
    path("masuk/", account.login, name="account_login"),
    path("keluar/", account.logout, name="account_logout"),
    path("ulang/", account.reauthenticate, name="account_reauthenticate"),
    path("nonaktif/", account.account_inactive, name="account_inactive"),
    path("sandi/", account.password_change, name="account_change_password"),
    path("sandi/lupa/", account.password_reset, name="account_reset_password"),
    path("sandi/lupa/terkirim/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^sandi/baru/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "sandi/baru/selesai/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("pengaman/", mfa.index, name="mfa_index"),
    path("pengaman/kode/", mfa.authenticate, name="mfa_authenticate"),
    path("pengaman/ulang/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("pengaman/aplikasi/", never_cache(totp.activate_totp), name="mfa_activate_totp"),
    path("pengaman/aplikasi/lepas/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path(
        "pengaman/cadangan/",
        never_cache(recovery.view_recovery_codes),
        name="mfa_view_recovery_codes",
    ),
    path(
        "pengaman/cadangan/baru/",
        recovery.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "pengaman/cadangan/unduh/",
        recovery.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
]
