"""What pages of feedback call things: the people, what it is about, whose words they are."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _

from bina.monitoring import janji, subject
from bina.monitoring.models import UmpanBalik
from bina.monitoring.subject import HASIL, NILAI, Tentang
from bina.planning.door import Rencana


def read_subject(code: str) -> Tentang:
    """What a form sent: `hasil:<uuid>` or `nilai:<name>`; the field has checked its choices."""
    kind, _colon, value = code.partition(":")
    return Tentang(UUID(value)) if kind == HASIL else Tentang(None, value if kind == NILAI else "")


def sent(form: forms.Form, nama: str) -> str:
    shared = form.cleaned_data["pembaca"] == "penilai"
    who = _("%(nama)s dan penilainya") if shared else _("%(nama)s saja")
    return _("Terkirim. Dibaca %(siapa)s, dan tidak dapat diubah lagi.") % {
        "siapa": who % {"nama": nama}
    }


def people(rencana: Rencana) -> dict[str, str]:
    """The two names a giver must know: whom it is about, who appraises them."""
    ids = [rencana.pegawai_id, rencana.penilai_id]
    found = get_user_model()._default_manager.in_bulk([pk for pk in ids if pk])
    return {
        "nama": str(found.get(rencana.pegawai_id, "")),
        "penilai": str(found.get(rencana.penilai_id, "")),
    }


def titled(rows: Any, viewer: Any = None) -> list[dict[str, Any]]:
    """Records with the title of what they are about, and whose words they are."""
    titles = subject.titles([one.skp_id for one in rows]) if rows else {}
    return [
        {
            "it": one,
            "judul": titles.get((one.skp_id, Tentang.of(one).kode), ""),
            "oleh": _whose(one, viewer),
        }
        for one in rows
    ]


def _whose(one: Any, viewer: Any) -> str:
    if not isinstance(one, UmpanBalik):
        return ""
    if viewer is not None and one.pemberi_id == viewer.pk:
        return _("Untuk %(nama)s") % {"nama": one.pegawai}
    return janji.oleh(one)
