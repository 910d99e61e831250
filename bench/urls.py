"""Bina's addresses and the limit: a bare Django page of 50 rows behind login."""

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

from bina.people.models import Pegawai

ROWS = """<!doctype html><title>Bare</title><table>
{% for one in rows %}<tr><td>{{ one.orang.nama }}<td>{{ one.orang.nip }}<td>{{ one.golongan }}
{% endfor %}</table>"""
TEMPLATE = engines["django"].from_string(ROWS)


def bare(_request: HttpRequest) -> HttpResponse:
    """Session, user, one query, fifty rows: nothing a page behind login can do without."""
    rows = Pegawai.objects.select_related("orang").order_by("pk")[:50]
    return HttpResponse(TEMPLATE.render({"rows": rows}))


urlpatterns = [path("bare/", bare, name="bare"), path("", include("bina.config.urls"))]
