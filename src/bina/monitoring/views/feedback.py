"""Giving feedback, asking for it, answering; what was received and given."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bina.access import policy
from bina.core.workflow import WrongState
from bina.monitoring import janji, material, subject
from bina.monitoring.forms import AlasanForm, BeriForm, MintaForm, UmpanBalikForm
from bina.monitoring.models import Pembaca, PermintaanUmpanBalik, UmpanBalik
from bina.monitoring.services import feedback as services
from bina.monitoring.services.refused import Refused
from bina.monitoring.subject import HASIL, NILAI, Tentang
from bina.monitoring.views.guard import clock, page, tell, unseen_is_404
from bina.monitoring.workflow import StatusPermintaan
from bina.people.models import Pegawai, Penempatan
from bina.planning import door as planning
from bina.planning.door import Rencana
from bina.ui import paging

GET_AND_POST = require_http_methods(["GET", "HEAD", "POST"])
DAYS_TO_ANSWER = 7
JAWAB, BATALKAN = "permintaan_umpan_balik.jawab", "permintaan_umpan_balik.batalkan"


@require_safe
def milik_saya(request: HttpRequest) -> HttpResponse:
    """Feedback I received and gave, requests to me and of mine."""
    _now, on = clock()
    user = request.user
    seen = UmpanBalik.objects.visible_to(user, on=on).for_list()
    side = "diberikan" if request.GET.get("sisi") == "diberikan" else ""
    rows = seen.filter(pemberi=user.pk) if side else seen.filter(pegawai=user.pk)
    found = paging.paginate(request, rows)
    asked = PermintaanUmpanBalik.objects.visible_to(user, on=on).waiting().for_list()
    context = {
        "halaman": found,
        "baris": _titled(found.rows, user),
        "permintaan": _titled(list(asked)),
        "sisi": side,
        "belum_cukup": [] if side else material.too_few(UmpanBalik.objects.filter(pegawai=user.pk)),
        "saring": paging.filters(
            request, "sisi", [("", _("Saya terima")), ("diberikan", _("Saya berikan"))]
        ),
        "rencana": planning.running_of(user.pk or 0, on=on),
    }
    return page(request, "monitoring/umpan_balik_saya.html", context)


@require_safe
@unseen_is_404
def umpan_balik(request: HttpRequest, pegawai_id: int) -> HttpResponse:
    """The feedback on one person, as far as I may read it."""
    _now, on = clock()
    if pegawai_id == request.user.pk:
        return redirect("monitoring:umpan_balik_saya")
    rows = UmpanBalik.objects.visible_to(request.user, on=on).filter(pegawai=pegawai_id)
    person = Pegawai.objects.select_related("orang").get(pk=pegawai_id)
    if not rows.exists() and not _plans_read(request.user, pegawai_id, on).exists():
        raise ObjectDoesNotExist(str(pegawai_id))
    found = paging.paginate(request, rows.for_list())
    context = {
        "pegawai": person,
        "halaman": found,
        "baris": _titled(found.rows),
        "belum_cukup": material.too_few(_shared_with(request.user, pegawai_id, on)),
    }
    return page(request, "monitoring/umpan_balik.html", context)


@GET_AND_POST
@unseen_is_404
def beri(request: HttpRequest, skp_id: int) -> HttpResponse:
    """Give feedback on a result or a value; who will read it is said before sending."""
    now, on = clock()
    rencana = subject.find(request.user, "beri_umpan_balik", skp_id, on=on)
    people = _people(rencana)
    told = janji.promise(request.user, rencana, on=on)
    form = BeriForm(
        request.POST or None,
        topics=subject.topics(rencana),
        initial={"tentang": request.GET.get("tentang", "")},
        **people,
    )
    if request.method == "POST" and form.is_valid():
        try:
            services.give_feedback(
                skp_id=skp_id,
                tentang=read_subject(form.cleaned_data["tentang"]),
                isi=form.isi(request.POST.get("janji", "")),
                actor=request.user,
                pada=now,
                on=on,
            )
        except Refused as why:
            tell(form, why)
        else:
            messages.success(request, _sent(form, people["nama"]))
            return redirect("monitoring:umpan_balik_saya")
    return page(request, "monitoring/beri.html", {"form": form, "janji": told, **people})


@GET_AND_POST
@unseen_is_404
def minta(request: HttpRequest, skp_id: int) -> HttpResponse:
    """Ask a colleague for feedback on a result or a value."""
    _now, on = clock()
    rencana = subject.find(request.user, "minta_umpan_balik", skp_id, on=on)
    form = MintaForm(
        request.POST or None,
        topics=subject.topics(rencana),
        colleagues=_colleagues(rencana, request.user, on),
        initial={
            "tentang": request.GET.get("tentang", ""),
            "tenggat": on + timedelta(days=DAYS_TO_ANSWER),
        },
    )
    if request.method == "POST" and form.is_valid() and (done := _asked(request, skp_id, form)):
        return done
    about_me = rencana.pegawai_id == request.user.pk
    return page(
        request, "monitoring/minta.html", {"form": form, "milik_saya": about_me, **_people(rencana)}
    )


def _asked(request: HttpRequest, skp_id: int, form: MintaForm) -> HttpResponse | None:
    now, on = clock()
    data = form.cleaned_data
    try:
        made = services.ask_feedback(
            skp_id=skp_id,
            tentang=read_subject(data["tentang"]),
            kepada_id=int(data["kepada"] or _by_nip(data["nip"])),
            pesan=data["pesan"],
            tenggat=data["tenggat"],
            actor=request.user,
            pada=now,
            on=on,
        )
    except Refused as why:
        tell(form, why)
        return None
    told = _("Permintaan terkirim. %(nama)s melihatnya di Beranda.")
    messages.success(request, told % {"nama": made.kepada})
    return redirect("monitoring:umpan_balik_saya")


@GET_AND_POST
@unseen_is_404
def permintaan(request: HttpRequest, pk: int) -> HttpResponse:
    """The asked colleague answers; whoever asked sees how it stands."""
    _now, on = clock()
    asked = _request(request.user, pk, on)
    rencana = planning.plan(asked.skp_id)
    people = _people(rencana)
    form = UmpanBalikForm(request.POST or None, **people)
    if request.method == "POST":
        policy.require(request.user, JAWAB, asked, on=on)
        if form.is_valid() and (done := _answered(request, pk, form, people["nama"])):
            return done
    may = policy.permitted(request.user, [JAWAB, BATALKAN], asked, on=on)
    context = {
        "permintaan": _titled([asked])[0],
        "form": form,
        "form_tolak": AlasanForm(help_text=_("Dibaca oleh yang meminta.")),
        "menunggu": asked.status == StatusPermintaan.MENUNGGU,
        "boleh_jawab": JAWAB in may,
        "boleh_batal": BATALKAN in may,
        "janji": janji.promise(request.user, rencana, on=on) if JAWAB in may else None,
        **people,
    }
    return page(request, "monitoring/permintaan.html", context)


def _answered(
    request: HttpRequest, pk: int, form: UmpanBalikForm, nama: str
) -> HttpResponse | None:
    now, on = clock()
    try:
        services.answer_request(
            permintaan_id=pk,
            isi=form.isi(request.POST.get("janji", "")),
            actor=request.user,
            pada=now,
            on=on,
        )
    except Refused as why:
        tell(form, why)
        return None
    except WrongState:
        return _too_late(request, pk)
    messages.success(request, _sent(form, nama))
    return redirect("monitoring:umpan_balik_saya")


@require_POST
@unseen_is_404
def tolak(request: HttpRequest, pk: int) -> HttpResponse:
    """The asked colleague declines, with a reason."""
    now, on = clock()
    asked = _request(request.user, pk, on)
    policy.require(request.user, "permintaan_umpan_balik.tolak", asked, on=on)
    form = AlasanForm(request.POST)
    try:
        services.decline_request(
            permintaan_id=pk,
            alasan=form.cleaned_data["alasan"] if form.is_valid() else "",
            actor=request.user,
            pada=now,
            on=on,
        )
    except Refused as why:
        messages.error(request, str(why))
        return redirect("monitoring:permintaan", pk)
    except WrongState:
        return _too_late(request, pk)
    told = _("Permintaan ditolak. %(nama)s membaca alasan Anda.")
    messages.success(request, told % {"nama": asked.diminta_oleh})
    return redirect("monitoring:umpan_balik_saya")


@require_POST
@unseen_is_404
def batalkan_permintaan(request: HttpRequest, pk: int) -> HttpResponse:
    """Whoever asked takes the request back."""
    now, on = clock()
    asked = _request(request.user, pk, on)
    policy.require(request.user, BATALKAN, asked, on=on)
    try:
        services.cancel_request(permintaan_id=pk, actor=request.user, pada=now, on=on)
    except WrongState:
        return _too_late(request, pk)
    told = _("Permintaan dibatalkan. Tugasnya hilang dari Beranda %(nama)s.")
    messages.success(request, told % {"nama": asked.kepada})
    return redirect("monitoring:umpan_balik_saya")


def read_subject(code: str) -> Tentang:
    """What a form sent: `hasil:<uuid>` or `nilai:<name>`; the field has checked its choices."""
    kind, _colon, value = code.partition(":")
    return Tentang(UUID(value)) if kind == HASIL else Tentang(None, value if kind == NILAI else "")


def _request(user: Any, pk: int, on: date) -> PermintaanUmpanBalik:
    return PermintaanUmpanBalik.objects.visible_to(user, on=on).for_list().get(pk=pk)


def _too_late(request: HttpRequest, pk: int) -> HttpResponse:
    messages.warning(
        request, _("Permintaan ini sudah berubah. Tidak ada yang dikirim; keadaannya di bawah.")
    )
    return redirect("monitoring:permintaan", pk)


def _sent(form: UmpanBalikForm, nama: str) -> str:
    shared = form.cleaned_data["pembaca"] == "penilai"
    who = _("%(nama)s dan penilainya") if shared else _("%(nama)s saja")
    return _("Terkirim. Dibaca %(siapa)s, dan tidak dapat diubah lagi.") % {
        "siapa": who % {"nama": nama}
    }


def _people(rencana: Rencana) -> dict[str, str]:
    """The two names a giver must know: whom it is about, who appraises them."""
    ids = [rencana.pegawai_id, rencana.penilai_id]
    found = get_user_model()._default_manager.in_bulk([pk for pk in ids if pk])
    return {
        "nama": str(found.get(rencana.pegawai_id, "")),
        "penilai": str(found.get(rencana.penilai_id, "")),
    }


def _colleagues(rencana: Rencana, user: Any, on: date) -> list[Any]:
    """People of the same unit that day, but for the person and whoever asks."""
    placed = Penempatan.objects.on(on).filter(unit=rencana.unit_id).values("orang")
    people = get_user_model()._default_manager.filter(pk__in=placed, is_active=True)
    return list(people.exclude(pk__in=[rencana.pegawai_id, user.pk]).order_by("nama", "pk"))


def _by_nip(nip: str) -> int:
    digits = "".join(one for one in nip if one.isdigit())
    found = get_user_model()._default_manager.filter(nip=digits).values_list("pk", flat=True)
    return found.first() or 0


def _plans_read(user: Any, pegawai_id: int, on: date) -> Any:
    return planning.visible_skp_ids(user, on=on).filter(pegawai=pegawai_id)


def _shared_with(user: Any, pegawai_id: int, on: date) -> Any:
    """What was given on plans this reader sees and is meant for the penilai too."""
    plans = _plans_read(user, pegawai_id, on).values("pk")
    return UmpanBalik.objects.filter(skp__in=plans, pembaca=Pembaca.PENILAI)


def _titled(rows: Any, viewer: Any = None) -> list[dict[str, Any]]:
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
