"""Accounts as people use them: signed in through the page, never by force."""

import re
import time
from typing import Any

from allauth.mfa.totp.internal import auth as totp
from django.core import mail
from django.test import Client

from bina.core import jobs

PASSWORD = "kebun-kelapa-77"
LOGIN = "/akun/masuk/"


def sign_in(client: Client, name: str, password: str = PASSWORD, **extra: Any) -> Any:
    return client.post(LOGIN, {"login": name, "password": password, **extra})


def is_in(client: Client) -> bool:
    return bool(client.get("/akun/pengaman/").status_code == 200)


def code_of(secret: str, *, periods: int = 0) -> str:
    """What the app shows, now or some periods of 30 seconds away."""
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30 + periods))


def posted_mail() -> list[Any]:
    """What lies in the post after the worker has done its round."""
    jobs.run_pending()
    return list(mail.outbox)


def link_in(text: str) -> str:
    """The path of the link in a mail."""
    found = re.search(r"https?://[^/]+(/akun/sandi/baru/\S+)", text)
    assert found, text
    return found.group(1)


def set_up_app(client: Client) -> str:
    """Set the authenticator app up for whoever is signed in; returns its secret."""
    client.post("/akun/ulang/", {"password": PASSWORD})
    page = client.get("/akun/pengaman/aplikasi/")
    secret = str(page.context["form"].secret)
    answer = client.post("/akun/pengaman/aplikasi/", {"code": code_of(secret)})
    assert answer.status_code == 302, answer.context["form"].errors
    return secret


def answer_code(client: Client, code: str) -> Any:
    return client.post("/akun/pengaman/kode/", {"code": code})
