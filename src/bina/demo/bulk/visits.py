"""Who opens which page while the bench measures: an employee, a head, a manager."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.urls import reverse

from bina.accounts.models import Orang
from bina.people.models import Kantor
from bina.planning.models import PerjanjianKinerja, Skp


@dataclass(frozen=True, slots=True)
class Visit:
    """A page, by its name in the table, opened with somebody's session."""

    name: str
    path: str
    cookie: str

    def as_row(self) -> list[str]:
        return [self.name, self.path, self.cookie]


def session_of(orang: Orang) -> str:
    """A signed-in session, as the browser would send it."""
    store = SessionStore()
    store[SESSION_KEY] = str(orang.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = orang.get_session_auth_hash()
    store.create()
    return f"{settings.SESSION_COOKIE_NAME}={store.session_key}"


def visits() -> Iterator[Visit]:
    """The bare page first: every other is compared with it."""
    plan = Skp.objects.filter(status="ditetapkan", penilai__penempatan__jabatan__jenjang="PENGAWAS")
    skp = plan.select_related("pegawai__orang", "penilai").order_by("pk").first()
    if skp is None or skp.penilai is None:
        return
    employee, head = session_of(skp.pegawai.orang), session_of(skp.penilai)
    yield Visit("bare", "/bare/", employee)
    yield Visit("home", reverse("home:beranda"), employee)
    yield Visit("home of a head", reverse("home:beranda"), head)
    yield Visit("team", reverse("home:tim"), head)
    yield Visit("SKP list", reverse("planning:tinjauan"), head)
    yield Visit("SKP", reverse("planning:skp", args=[skp.pk]), employee)
    yield Visit("evaluation list", reverse("appraisal:daftar"), head)
    yield from _cascade()


def _cascade() -> Iterator[Visit]:
    """The cascade of the whole agency, as its pengelola opens it; one level of it is 5,000
    results wide."""
    top = PerjanjianKinerja.objects.filter(unit__induk=None).select_related("unit").first()
    if top is None:
        return
    office = Kantor.objects.select_related("orang").get(unit=top.unit, peran="pengelola")
    manager, unit = session_of(office.orang), [top.unit_id]
    widest = f"{reverse('planning:kaskade', args=unit)}?di=s-{top.sasaran.all()[0].pk}"
    yield Visit("cascade tree", reverse("planning:kaskade", args=unit), manager)
    yield Visit("cascade level 5,000", widest, manager)
    yield Visit("cascade coverage", reverse("planning:cakupan", args=unit), manager)


def as_json() -> str:
    return json.dumps([one.as_row() for one in visits()])
