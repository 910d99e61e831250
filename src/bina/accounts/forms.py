"""allauth's forms in our words, with a stricter eye on who is meant and on codes used twice."""

from typing import Any

from allauth.account import forms as allauth_forms
from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp_forms
from django import forms
from django.core.cache import cache
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from bina.accounts.models import Orang
from bina.rules.nip import clean_nip

PASSWORD_RULES = _(
    "Sedikitnya 10 karakter, bukan angka saja, tidak mirip nama atau NIP Anda, dan bukan kata "
    "yang lazim dipakai."
)
CODE_LIVES = 120  # seconds: longer than a code is accepted, with its tolerance


def _word(form: forms.Form, **labels: Any) -> None:
    """Our labels, and none of the grey words inside the fields."""
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)
    for name, label in labels.items():
        form.fields[name].label = label
        form.fields[name].help_text = ""


class LoginForm(allauth_forms.LoginForm):
    """One field for NIP or e-mail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word(self, login=_("NIP atau alamat email"), password=_("Kata sandi"))
        self.fields["login"].help_text = _("NIP 18 angka, dengan atau tanpa spasi.")
        self.fields["login"].widget.attrs |= {
            "autocomplete": "username",
            "autocapitalize": "none",
            "spellcheck": "false",
        }
        self.fields["password"].help_text = format_html(
            '<a href="{}">{}</a>', reverse("account_reset_password"), _("Lupa kata sandi")
        )

    def clean_login(self) -> str:
        """One spelling of each name, so that the limit on failures counts them as one."""
        typed = str(super().clean_login())
        return typed.lower() if "@" in typed else clean_nip(typed)


class ReauthenticateForm(allauth_forms.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word(self, password=_("Kata sandi"))


class ResetPasswordForm(allauth_forms.ResetPasswordForm):
    """The same answer whether the address is known or not (T20)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word(self, email=_("Alamat email"))
        self.fields["email"].help_text = _("Alamat yang tercatat pada akun Anda.")

    def clean_email(self) -> str:
        """Only the address recorded today counts, none from before."""
        email = str(self.cleaned_data["email"]).lower()
        self.users = list(Orang.objects.filter(email=email, is_active=True))
        return email


def _word_new_password(form: forms.Form) -> None:
    _word(form, password1=_("Kata sandi baru"), password2=_("Kata sandi baru, sekali lagi"))
    form.fields["password1"].help_text = PASSWORD_RULES


class ResetPasswordKeyForm(allauth_forms.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word_new_password(self)


class ChangePasswordForm(allauth_forms.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word_new_password(self)
        _word(self, oldpassword=_("Kata sandi sekarang"))


def _word_code(form: forms.Form, help_text: Any) -> None:
    _word(form, code=_("Kode"))
    form.fields["code"].help_text = help_text
    form.fields["code"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}


class _OnceOnly:
    """A code of the app is taken once, for as long as it would be accepted (T22)."""

    user: Orang
    authenticator: Authenticator

    def clean_code(self) -> str:
        code = str(super().clean_code())  # type: ignore[misc]
        if self.authenticator.type == Authenticator.Type.TOTP:
            mark = f"bina.totp:{self.user.pk}:{''.join(code.split())}"
            if not cache.add(mark, 1, CODE_LIVES):
                raise get_mfa_adapter().validation_error("incorrect_code")
        return code


ANY_CODE = _("6 angka dari aplikasi pengaman, atau salah satu kode cadangan Anda.")


class AuthenticateForm(_OnceOnly, mfa_forms.AuthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word_code(self, ANY_CODE)


class MfaReauthenticateForm(_OnceOnly, mfa_forms.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word_code(self, ANY_CODE)


class ActivateTOTPForm(totp_forms.ActivateTOTPForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word_code(self, _("6 angka yang kini tampil di aplikasi."))
        self.fields["code"].widget.attrs["inputmode"] = "numeric"
