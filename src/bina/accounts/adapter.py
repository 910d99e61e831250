"""How allauth behaves here: nobody signs up, words are ours, mail goes out in the background."""

from typing import Any, ClassVar

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as current
from allauth.mfa.adapter import DefaultMFAAdapter
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from bina.accounts import sealing, tasks, trail

WRONG = _("NIP, email, atau kata sandi tidak cocok. Periksa ketikan Anda, lalu coba lagi.")


class Adapter(DefaultAccountAdapter):
    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("Akun ini tidak aktif. Hubungi pengelola kinerja di unit Anda."),
        "email_password_mismatch": WRONG,
        "username_password_mismatch": WRONG,
        "enter_current_password": _("Kata sandi sekarang tidak cocok."),
        "incorrect_password": _("Kata sandi tidak cocok."),
        "incorrect_code": _("Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya."),
        "invalid_password_reset": _("Tautan ini tidak berlaku lagi."),
        "too_many_login_attempts": _(
            "Terlalu banyak percobaan. Tunggu lima menit, lalu coba lagi."
        ),
        "rate_limited": _("Terlalu banyak percobaan. Tunggu lima menit, lalu coba lagi."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No account is ever created by the client's word."""
        return False

    def reauthenticate(self, user: Any, password: str) -> bool:
        """By NIP or e-mail as at sign-in: a regent has no NIP."""
        again = self.authenticate(
            current.request, username=user.nip or user.email or "", password=password
        )
        return again is not None and again.pk == user.pk

    @transaction.atomic
    def set_password(self, user: Any, password: str) -> None:
        """By the owner, on the page for it or through a link."""
        user.set_password(password)
        user.save(update_fields=["password"])
        trail.write("akun.ganti_sandi", orang=user, pelaku=user, pada=timezone.now())

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """All sessions have ended, this one too."""
        return reverse("account_login")

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        words = {
            "reauthenticate": _("Pakai kata sandi"),
            "mfa_reauthenticate": _("Pakai kode aplikasi pengaman"),
        }
        found = super().get_reauthentication_methods(user)
        return [one | {"description": words[one["id"]]} for one in found]

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Queued: an answer takes as long for an unknown address as for a known one (T20)."""
        made = self.render_mail(template_prefix, email, {"email": email, **context})
        tasks.send_mail(str(made.subject), str(made.body), email)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Any,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell the person what happened to their account, where they have an address."""
        if user.email:
            self.send_mail(template_prefix, user.email, {"user": user, **(context or {})})


class MfaAdapter(DefaultMFAAdapter):
    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": Adapter.error_messages["incorrect_code"],
        "cannot_generate_recovery_codes": _(
            "Kode cadangan baru dapat dibuat setelah aplikasi pengaman terpasang."
        ),
    }

    def get_totp_label(self, user: Any) -> str:
        return str(user.email or user.nip or user.nama)

    def build_totp_svg(self, url: str) -> SafeString:
        """The picture as shapes in the page: the content policy allows no `data:` address."""
        picture = segno.make(url, error="m", micro=False)
        size = picture.symbol_size(border=4)[0]
        dots = "".join(
            f"M{x + 4} {y + 4}h1v1h-1z"
            for y, row in enumerate(picture.matrix)
            for x, dark in enumerate(row)
            if dark
        )
        return format_html(
            '<svg viewBox="0 0 {0} {0}" width="232" height="232" role="img" aria-label="{2}" '
            'shape-rendering="crispEdges"><rect width="{0}" height="{0}" fill="#fff"/>'
            '<path d="{1}" fill="#000"/></svg>',
            size,
            dots,
            _("Kode QR untuk aplikasi pengaman"),
        )

    def encrypt(self, text: str) -> str:
        return sealing.seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return sealing.unseal(encrypted_text)

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        Adapter(current.request).send_notification_mail(*args, **kwargs)
