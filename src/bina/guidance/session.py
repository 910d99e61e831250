"""What the page of a session shows to coach and coachee, and to the penilai."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bina.access import policy
from bina.competency import door as competency
from bina.guidance import sidik
from bina.guidance.coaching import pertanyaan
from bina.guidance.forms.sesi import CatatanBaruForm, HadirForm, KeteranganForm, TandaTanganForm
from bina.guidance.formulir import amount
from bina.guidance.models import (
    Bagian,
    Catatan,
    Kesepakatan,
    Pembaca,
    ReaksiSesi,
    Sesi,
    Tindakan,
)
from bina.guidance.services.tanda_tangan import ORIGIN
from bina.guidance.workflow import SESI, StatusSesi
from bina.law import door as law_room
from bina.ui.tulisan import angka

STEPS = (
    gettext_lazy("Laporan pra-coaching"),
    gettext_lazy("Dijadwalkan"),
    gettext_lazy("Berlangsung"),
    gettext_lazy("Tanda tangan"),
    gettext_lazy("Tindak lanjut"),
)
AT = {
    StatusSesi.PRA_COACHING: 0,
    StatusSesi.DILAPORKAN: 1,
    StatusSesi.DIJADWALKAN: 2,
    StatusSesi.DICATAT: 2,
    StatusSesi.MENUNGGU: 3,
    StatusSesi.DITANDATANGANI: 4,
}
TANYA = {
    Bagian.TUJUAN: gettext_lazy("Apa yang ingin dicapai?"),
    Bagian.KENYATAAN: gettext_lazy("Bagaimana keadaannya sekarang?"),
    Bagian.PILIHAN: gettext_lazy("Apa saja yang mungkin?"),
    Bagian.KOMITMEN: gettext_lazy("Apa yang akan dilakukan?"),
}
ACTS = (
    "laporkan",
    "jadwalkan",
    "catat",
    "minta_tanda_tangan",
    "minta_perbaikan",
    "tanda_tangani",
    "batalkan",
    "catat_tidak_hadir",
)
ALSO = (
    "selesaikan_tindakan",
    "kirim_ulang_usul",
    "mulai_sesi",
    "tutup",
    "cabut_berbagi",
    "beri_reaksi",
    "tugaskan",
)
SAID = {"diajukan": "menunggu_persetujuan"}


def session_page(one: Sesi, user: Any, *, on: date) -> dict[str, Any]:
    """Everything of a session, for coach or coachee."""
    coaching = one.coaching
    may = _may(one, user, on)
    newest = coaching.sesi.order_by("-ke").values_list("pk", flat=True).first() == one.pk
    return {
        "sesi": one,
        "coaching": coaching,
        "peran": one.party(user.pk),
        "yang_lain": one.coach if user.pk == coaching.pegawai_id else coaching.pegawai.orang,
        "boleh": may,
        "langkah": steps(one),
        "bagian": _parts(one, user, on),
        "catatan_pribadi": _private_form(one, may),
        "tindakan": actions(one, on),
        "ttd": signers(one, user),
        "tanda_tangan": TandaTanganForm(initial={"isi": sidik.digest(one)})
        if "tanda_tangani" in may
        else None,
        "penyesuaian": adjustment(one),
        "jp": hours(one),
        "terbaru": newest and not one.is_ongoing and coaching.is_running,
        "sesi_lain": _others(one),
        "keterangan": KeteranganForm(),
        **_around(one, may),
    }


def _around(one: Sesi, may: set[str]) -> dict[str, Any]:
    """What stands beside the form: agreement, moved dates, absence, the coachee's reaction."""
    agreed = Kesepakatan.objects.in_force(one.coaching_id).filter(coach=one.coach_id)
    return {
        "sebab": _(one.keterangan) if one.keterangan else "",
        "kesepakatan": agreed.exists() if one.is_ongoing else True,
        "pindah": list(one.pindah.select_related("oleh")) if one.mulai else [],
        "hadir": HadirForm(auto_id="hadir_%s"),
        "beri_reaksi": _may_react(one, may),
    }


def _may_react(one: Sesi, may: set[str]) -> bool:
    """Asked for once, of the coachee, after both have signed."""
    asked = one.is_signed and "beri_reaksi" in may
    return asked and not ReaksiSesi.objects.filter(sesi=one).exists()


def _others(one: Sesi) -> Any:
    return Sesi.objects.filter(coaching=one.coaching_id).exclude(pk=one.pk).for_list()


def _may(one: Sesi, user: Any, on: date) -> set[str]:
    """What the flow leaves open and the policy allows; one question."""
    asked = [f"coaching.{act}" for act in (*ACTS, *ALSO)]
    allowed = {act.split(".")[1] for act in policy.permitted(user, asked, one.coaching, on=on)}
    found = allowed & {*SESI.open_from(one.status), *ALSO}
    if policy.may(user, "sesi_coaching.tulis_catatan", one, on=on):
        found.add("tulis_catatan")
    if one.party(user.pk) and getattr(one, f"{one.party(user.pk)}_pada"):
        found.discard("tanda_tangani")
    return found


def steps(one: Sesi) -> list[dict[str, Any]]:
    """Where the session is; nothing for one that was called off."""
    at = AT.get(StatusSesi(one.status))
    if at is None:
        return []
    state = {True: "sudah", False: "nanti"}
    return [
        {"label": label, "keadaan": "kini" if n == at else state[n < at]}
        for n, label in enumerate(STEPS)
    ]


@dataclass(frozen=True, slots=True)
class Bahasan:
    """One of the four parts with its notes and the form for another."""

    kode: str
    nama: Any
    tanya: Any
    catatan: list[Catatan]
    form: CatatanBaruForm
    pertanyaan: list[Any]


def _parts(one: Sesi, user: Any, on: date) -> list[Bahasan]:
    """All four while notes may be shared; later those that hold something."""
    rows: dict[str, list[Catatan]] = {value: [] for value in Bagian.values}
    visible = Catatan.objects.visible_to(user, on=on).filter(sesi=one)
    for note in visible.select_related("penulis", "cabut"):
        rows[note.bagian].append(note)
    asked = pertanyaan.offered(one.coaching.pegawai.instansi_id) if one.is_writable else {}
    return [
        Bahasan(
            value.value,
            value.label,
            TANYA[value],
            rows[value],
            _note_form(value),
            asked.get(value.value, []),
        )
        for value in Bagian
        if one.is_writable or rows[value]
    ]


def _note_form(bagian: Bagian) -> CatatanBaruForm:
    return CatatanBaruForm(auto_id=f"{bagian.value}_%s", initial={"bagian": bagian.value})


def _private_form(one: Sesi, may: set[str]) -> CatatanBaruForm | None:
    """Once the minutes stand still, only a note for oneself can be added."""
    if one.is_writable or one.mulai is None or "tulis_catatan" not in may:
        return None
    initial = {"bagian": Bagian.KOMITMEN.value, "pembaca": Pembaca.SAYA.value}
    form = CatatanBaruForm(auto_id="pribadi_%s", initial=initial)
    form.fields["pembaca"].widget.choices = [(Pembaca.SAYA.value, Pembaca.SAYA.label)]
    return form


@dataclass(frozen=True, slots=True)
class BarisTindakan:
    """An action with how it stands. `bawaan`: carried over from an earlier session."""

    tindakan: Tindakan
    status: str
    telat: int
    bawaan: bool


def actions(one: Sesi, on: date) -> list[BarisTindakan]:
    """Those of this session, and the open ones of earlier sessions."""
    rows = Tindakan.objects.filter(sesi__coaching=one.coaching_id, sesi__ke__lte=one.ke)
    found = []
    for each in rows.select_related("oleh", "sesi").order_by("tenggat", "pk"):
        carried = each.sesi_id != one.pk
        if not carried or (each.selesai_pada is None and each.sesi.is_signed):
            late = (on - each.tenggat).days if each.selesai_pada is None else 0
            found.append(BarisTindakan(each, _state(each, late), max(late, 0), carried))
    return found


def _state(one: Tindakan, late: int) -> str:
    if one.selesai_pada is not None:
        return "selesai"
    return "terlambat" if late > 0 else "berjalan"


def signers(one: Sesi, user: Any) -> list[dict[str, Any]]:
    """The two, each with the hour of the signature or the day until which it is waited for."""
    coaching = one.coaching
    both = (
        (coaching.pegawai.orang, _("Pegawai"), one.pegawai_pada),
        (one.coach, _("Coach"), one.coach_pada),
    )
    return [
        {
            "nama": orang.nama_lengkap,
            "peran": peran,
            "pada": pada,
            "tenggat": one.tenggat_tanda_tangan,
            "anda": orang.pk == user.pk,
        }
        for orang, peran, pada in both
    ]


def adjustment(one: Sesi) -> dict[str, Any] | None:
    """The adjusted expectation, old beside new, and what became of it."""
    found = getattr(one, "penyesuaian", None)
    if found is None:
        return None
    usul = found.usul
    return {
        "isi": found,
        "semula": amount(found.semula, found.satuan),
        "menjadi": amount(found.menjadi, found.satuan),
        "status": {"diajukan": "menunggu_persetujuan"}.get(usul.status, usul.status)
        if usul
        else "",
        "usul": usul,
    }


def session_hours(one: Sesi) -> Decimal:
    """What a signed session earns, before caps (PerLAN 10/2018, Lampiran)."""
    law = law_room.parameters(one.coaching.pegawai.instansi)
    row = law.in_force("perlan10_2018.coaching", None).value
    return Decimal(row["nasional"]["jp"])


def hours(one: Sesi) -> dict[str, Any]:
    """Credited already, with its reason where it is nothing; or what signing would bring."""
    if not one.is_signed:
        return {"calon": session_hours(one)}
    row = competency.credited(ORIGIN, [str(one.pk)]).get(str(one.pk))
    if row is None:
        return {}
    return {"jp": row.jp, "alasan": row.get_alasan_display() if row.alasan else ""}


def penilai_page(one: Sesi, user: Any, *, on: date) -> dict[str, Any]:
    """For the penilai, and for a coach of sessions that were not theirs: attendance, hours, and
    of what both signed the actions and what is shared."""
    signed = one.is_signed
    shared = Catatan.objects.visible_to(user, on=on).filter(sesi=one).select_related("penulis")
    return {
        "sesi": one,
        "coaching": one.coaching,
        "langkah": steps(one),
        "catatan": shared,
        "tindakan": actions(one, on) if signed else [],
        "jp": hours(one) if signed else {},
        "sesi_lain": _others(one),
        "boleh": _to_name_a_coach(one, user, on),
    }


def _to_name_a_coach(one: Sesi, user: Any, on: date) -> set[str]:
    """Where the case waits for a coach, or the letter has run out."""
    coaching = one.coaching
    last = coaching.tugas_selesai
    over = not coaching.by_pimpinan and last is not None and last < on
    waits = coaching.coach_id is None or (coaching.is_running and over)
    asked = ["coaching.tugaskan"] if waits and not coaching.is_ended else []
    return {each.split(".")[1] for each in policy.permitted(user, asked, coaching, on=on)}


def signed_words(one: Sesi) -> str:
    if not one.is_signed:
        return _("Ditandatangani. JP masuk setelah yang lain juga menandatangani.")
    row = hours(one)
    if not row.get("jp"):
        return _("Ditandatangani berdua. Sesi ini tidak mendapat JP: %(sebab)s") % {
            "sebab": row.get("alasan", "")
        }
    return _("Ditandatangani berdua. %(jp)s JP masuk ke akun pegawai.") % {"jp": angka(row["jp"])}


def saved_words(note: Catatan) -> str:
    """Says again who reads it."""
    who = {
        Pembaca.SAYA.value: _("Hanya Anda yang membacanya."),
        Pembaca.BERDUA.value: _("Dibaca oleh Anda berdua."),
        Pembaca.BAGI.value: _(
            "Dibaca oleh Anda berdua, dan oleh penilai setelah ditandatangani berdua."
        ),
    }
    return _("Catatan tersimpan. %(siapa)s") % {"siapa": who[note.pembaca]}
