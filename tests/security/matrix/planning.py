"""T1, the planning room: plans and proposals of Ani.

`world.plan` is in force, `world.usul` a proposal on it. Rows that need them make the next
version of the plan: a draft, or waiting for the penilai.
"""

from decimal import Decimal
from typing import Any

from django.utils import timezone

from bina.planning.ekspektasi_tim import services as ekspektasi_tim
from bina.planning.isi import IsiUsul
from bina.planning.klarifikasi import services as klarifikasi
from bina.planning.masa.services import masa
from bina.planning.models import Indikator, Pembatalan, PenggantiPenilai, Skp
from bina.planning.pakai_ulang.services import bagikan, teks, templat
from bina.planning.services import changes, steps, versions
from tests.planning import plans
from tests.security import cascade_rows
from tests.security.matrix import Row, everyone


def lay(world: Any) -> None:
    """Ani's plan in force, with a result, and a proposal on it."""
    on = timezone.localdate()
    world.plan = plans.established(world, on=on)
    world.hasil = world.plan.hasil_kerja.get(jenis="utama")
    world.usul = changes.propose_own(
        skp_id=world.plan.pk,
        kunci=world.hasil.indikator.first().kunci,
        isi=IsiUsul(Decimal(200), "Dua desa tidak terjangkau"),
        actor=world.named("ani"),
        pada=timezone.now(),
        on=on,
    )
    lay_reuse(world)
    lay_team(world, on)
    cascade_rows.lay(world)


def lay_team(world: Any, on: Any) -> None:
    """Eko works in a team that Ani leads (`world.tim_eko`, of the people room)."""
    world.ekspektasi_tim = ekspektasi_tim.give_expectation(
        anggota_id=world.tim_eko.pk,
        isi="Aplikasi surat dipakai di tiga bagian pada Juni.",
        actor=world.named("ani"),
        pada=timezone.now(),
        on=on,
    )


def next_version(world: Any, submitted: bool = False) -> Skp:
    """Ani's next version, as a draft or waiting for Budi."""
    on, ani = timezone.localdate(), world.named("ani")
    given: dict[str, Any] = {"actor": ani, "pada": timezone.now(), "on": on}
    made = versions.start_change(skp_id=world.plan.pk, alasan="Prioritas berubah", **given)
    if submitted:
        steps.submit(skp_id=made.pk, **given)
    return made


def draft(world: Any) -> list[Any]:
    return [next_version(world).pk]


def draft_result(world: Any) -> list[Any]:
    made = next_version(world)
    return [made.pk, made.hasil_kerja.get(jenis="utama").pk]


def draft_of_jpt(world: Any) -> list[Any]:
    """A draft whose indicators have a manual."""
    made = next_version(world)
    Skp.objects.filter(pk=made.pk).update(jenis="jpt")
    return [made.pk]


def manual_of_jpt(world: Any) -> list[Any]:
    [skp] = draft_of_jpt(world)
    return [skp, Indikator.objects.filter(hasil__skp=skp).values_list("pk", flat=True)[0]]


def talked(world: Any) -> list[Any]:
    """A draft of Ani's whose dialogue she opened to Budi."""
    made, ani = next_version(world), world.named("ani")
    given = {"actor": ani, "pada": timezone.now(), "on": timezone.localdate()}
    klarifikasi.open_dialog(skp_id=made.pk, **given)
    return [made.pk]


def talked_result(world: Any) -> list[Any]:
    [skp] = talked(world)
    return [skp, Skp.objects.get(pk=skp).hasil_kerja.get(jenis="utama").pk]


def talked_point(world: Any) -> list[Any]:
    """A point Ani wrote: hers to take back."""
    [skp] = talked(world)
    given = {"actor": world.named("ani"), "pada": timezone.now(), "on": timezone.localdate()}
    one = klarifikasi.add_point(
        klarifikasi_id=Skp.objects.get(pk=skp).klarifikasi.pk, hasil_id=None, uraian="x", **given
    )
    return [skp, one.pk]


def waiting(world: Any) -> list[Any]:
    return [next_version(world, submitted=True).pk]


def running(world: Any) -> list[Any]:
    return [world.plan.pk]


def substitute(world: Any) -> list[Any]:
    """Gita stands in for Budi today."""
    on, budi = timezone.localdate(), world.named("budi")
    line = PenggantiPenilai.objects.create(
        penilai=budi,
        pengganti=world.named("gita"),
        mulai=on,
        selesai=on,
        alasan="Cuti",
        ditunjuk_oleh=budi,
        dibuat=timezone.now(),
    )
    return [line.pk]


def period(world: Any) -> list[Any]:
    """The planning period of this year for the whole agency."""
    on = timezone.localdate()
    made = masa.open_period(
        unit_id=world.named("fitri").penempatan.get().unit_id,
        tahun=on.year,
        hari=masa.Hari(on, on, on, on),
        actor=world.named("dewi"),
        pada=timezone.now(),
        on=on,
    )
    return [made.pk]


def voiding(world: Any) -> list[Any]:
    """Budi asks to void Ani's plan in force."""
    made = Pembatalan.objects.create(
        skp=world.plan,
        sebab="ganda",
        alasan="Tercatat dua kali",
        pengusul=world.named("budi"),
        pada=timezone.now(),
    )
    return [made.pk]


def usul(name: str) -> Any:
    return lambda world: [world.usul.pk, name]


def then(make: Any, *more: Any) -> Any:
    return lambda world: [*make(world), *more]


# A plan in force is read by the person, their penilai and that one's superior, the manager of
# the unit and the auditor; a draft by its writer; one that waits also by the penilai.
PERFORMANCE = everyone(404, diri=200, penilai=200, atasan_penilai=200, pengelola=200, auditor=200)
WRITER = everyone(404, diri=200)
WRITER_ACTS = everyone(404, diri=302)
ONLY_DIRI = everyone(404, diri=200, penilai=403, atasan_penilai=403, pengelola=403, auditor=403)
ONLY_PENILAI_OF_RUNNING = everyone(
    404, diri=403, penilai=200, atasan_penilai=403, pengelola=403, auditor=403
)
ONLY_PENILAI = everyone(404, diri=403, penilai=200)
SELF_PAGE = everyone(200)
# Heads of units and the managers of records watch over planning in their units.
_WATCH = ("penilai", "penilai_lain", "atasan_penilai", "pengelola", "pengelola_lain")
WATCHERS = everyone(404, **dict.fromkeys(_WATCH, 200))
WATCHERS_ACT = everyone(404, **dict.fromkeys(_WATCH, 302))

REFUSED = dict.fromkeys(("diri", "penilai", "atasan_penilai", "pengelola", "auditor"), 403)


def lay_reuse(world: Any) -> None:
    """A text of the agency, and a template for Ani's jabatan in Bagian Umum, set to people."""
    on, dewi = timezone.localdate(), world.named("dewi")
    act: dict[str, Any] = {"actor": dewi, "pada": timezone.now(), "on": on}
    world.teks = teks.add_text(jenis="konsekuensi", uraian="Dibahas bersama", **act)
    jabatan = world.ani.penempatan.get().jabatan_id
    made = templat.create(
        unit_id=world.umum.pk, jabatan_id=jabatan, nama="Umum", pendekatan="kuantitatif", **act
    )
    world.templat = templat.save_result(
        templat_id=made.pk, nomor=None, isi=plans.surat(), suntingan=0, **act
    )
    world.pembagian = bagikan.order(templat_id=made.pk, orang=[world.eko.pk], **act)


def template(world: Any) -> list[Any]:
    return [world.templat.pk]


def shared(world: Any) -> list[Any]:
    return [world.pembagian.pk]


THE_TWO = everyone(404, diri=200, penilai=200)
TWO_ACT = everyone(404, diri=302, penilai=302)
MAKERS = {
    "penilai": 200, "penilai_lain": 200, "atasan_penilai": 200, "pengelola": 200,
    "pengelola_lain": 200,
}  # fmt: skip
SHARERS = {"penilai": 204, "atasan_penilai": 204, "pengelola": 204}
WRITER_NONE = everyone(404)
ONLY_OFFER = ONLY_DIRI | {"penilai": 200}
# A template of Bagian Umum: read by who holds its jabatan there (also Indra and Joko), kept by
# the head, those above and the managers.
KEEPER = everyone(404, penilai=200, atasan_penilai=200, pengelola=200)
SEEN = dict.fromkeys(("diri", "rekan", "auditor", "administrator"), 403)
TEMPLATE = KEEPER | dict.fromkeys(SEEN, 200)
KEEPS = KEEPER | SEEN
KEEPER_ACTS = KEEPS | {"penilai": 302, "atasan_penilai": 302, "pengelola": 302}
TEXTS = everyone(404, pengelola=200)

ROWS = [
    Row("planning:teks_lampiran", TEXTS),
    Row("planning:teks_lampiran", TEXTS, "post"),
    Row(
        "planning:hentikan_teks",
        everyone(404, pengelola=302),
        "post",
        lambda world: [world.teks.pk],
    ),
    Row("planning:templat", everyone(200)),
    Row("planning:templat_baru", everyone(404, **MAKERS)),
    Row("planning:templat_baru", everyone(404, **MAKERS), "post"),
    Row("planning:templat_rinci", TEMPLATE, args=template),
    Row("planning:templat_hasil_baru", KEEPS, args=template),
    Row("planning:templat_hasil_baru", KEEPS, "post", args=template),
    Row("planning:templat_hasil", KEEPS, args=then(template, 1)),
    Row("planning:templat_hasil", KEEPS, "post", args=then(template, 1)),
    Row("planning:templat_hapus_hasil", KEEPER_ACTS, "post", args=then(template, 1)),
    Row("planning:hentikan_templat", KEEPER_ACTS, "post", args=template),
    Row("planning:bagikan", KEEPS, args=template),
    Row("planning:bagikan", KEEPS, "post", args=template),
    Row("planning:pembagian", KEEPER, args=shared),
    Row("planning:pembagian_kemajuan", everyone(404, **SHARERS), args=shared),
    Row("planning:klarifikasi", WRITER, args=draft),
    Row("planning:klarifikasi", WRITER_ACTS, "post", args=draft),
    Row("planning:klarifikasi", THE_TWO, args=talked),
    Row(
        "planning:catatan_klarifikasi", TWO_ACT, "post", talked_result, lambda _w: {"suntingan": 0}
    ),
    Row("planning:sepakat", TWO_ACT, "post", talked, lambda _w: {"uraian": "Dua kali sebulan"}),
    Row("planning:batal_sepakat", everyone(404, diri=302), "post", talked_point),
    Row("planning:paraf_klarifikasi", TWO_ACT, "post", talked),
    Row("planning:salin", WRITER, args=draft),
    Row("planning:salin", WRITER_NONE, "post", args=draft),
    Row("planning:tawarkan", ONLY_OFFER, args=running),
    Row("planning:tawarkan", ONLY_OFFER, "post", args=running),
    Row("planning:batalkan", ONLY_PENILAI_OF_RUNNING, args=running),
    Row("planning:batalkan", ONLY_PENILAI_OF_RUNNING, "post", running),
    Row(
        "planning:pembatalan",
        everyone(404, diri=200, penilai=200, pengelola=200, auditor=200),
        args=voiding,
    ),
    Row(
        "planning:pembatalan",
        everyone(404, diri=403, penilai=403, pengelola=302, auditor=403),
        "post",
        voiding,
        lambda _world: {"langkah": "tolak", "tanggapan": "SKP ini benar"},
    ),
    Row("planning:terlambat", WATCHERS),
    Row("planning:unduh_terlambat", WATCHERS),
    Row("planning:ingatkan", WATCHERS_ACT, "post"),
    Row("planning:ekspektasi_tim", everyone(200)),
    Row("planning:tulis_ekspektasi", everyone(404, diri=200), args=lambda w: [w.tim_eko.pk]),
    Row(
        "planning:tulis_ekspektasi",
        everyone(404, diri=302),
        "post",
        lambda w: [w.tim_eko.pk],
        lambda _w: {"isi": "Dipakai di lima bagian"},
    ),
    Row(
        "planning:baca_ekspektasi",
        everyone(404, diri=403, penilai=403, rekan=302),
        "post",
        lambda w: [w.ekspektasi_tim.pk],
    ),
    Row("planning:masa", everyone(404, pengelola=200, pengelola_lain=200, auditor=200)),
    Row("planning:masa", everyone(404, pengelola=200, pengelola_lain=200), "post"),
    Row("planning:masa_rinci", everyone(404, pengelola=200, auditor=200), args=period),
    Row(
        "planning:masa_rinci",
        everyone(404, pengelola=200, auditor=403),
        "post",
        period,
        lambda _world: {"langkah": "ubah"},
    ),
    Row("planning:pengganti", SELF_PAGE),
    Row("planning:pengganti", SELF_PAGE, "post"),
    Row(
        "planning:cabut_pengganti",
        everyone(404, penilai=302, atasan_penilai=302, pengelola=302, penilai_lain=403),
        "post",
        substitute,
    ),
    Row("planning:serah_terima", SELF_PAGE),
    Row("planning:serah_terima", SELF_PAGE, "post"),
    Row("planning:saya", SELF_PAGE),
    Row("planning:mulai", SELF_PAGE),
    Row("planning:mulai", SELF_PAGE, "post"),
    Row("planning:tinjauan", SELF_PAGE),
    Row("planning:skp", PERFORMANCE, args=running),
    Row("planning:skp", WRITER, args=draft),
    Row("planning:skp", everyone(404, diri=200, penilai=200), args=waiting),
    Row("planning:susun", WRITER, args=draft),
    Row("planning:hasil_baru", WRITER, args=draft),
    Row("planning:hasil_baru", WRITER, "post", args=draft),
    Row("planning:hasil", WRITER, args=draft_result),
    Row("planning:hasil", WRITER, "post", args=draft_result),
    Row("planning:hapus_hasil", WRITER_ACTS, "post", args=draft_result),
    Row("planning:pindah_hasil", WRITER_ACTS, "post", args=draft_result),
    Row("planning:perilaku", WRITER, args=draft),
    Row("planning:perilaku", WRITER, "post", args=draft),
    Row("planning:lampiran", WRITER, args=draft),
    Row("planning:lampiran", WRITER, "post", args=draft),
    Row("planning:manual", WRITER, args=draft_of_jpt),
    Row("planning:manual", everyone(404), args=draft),
    Row("planning:manual_isi", WRITER, args=manual_of_jpt),
    Row("planning:manual_isi", WRITER, "post", args=manual_of_jpt),
    Row("planning:ajukan", WRITER, args=draft),
    Row("planning:ajukan", WRITER_ACTS, "post", args=draft),
    Row("planning:tinjau", ONLY_PENILAI, args=waiting),
    Row("planning:tinjau", ONLY_PENILAI, "post", args=waiting),
    Row("planning:ekspektasi", ONLY_PENILAI, args=waiting),
    Row("planning:ekspektasi", ONLY_PENILAI, "post", args=waiting),
    Row("planning:langkah", everyone(404, diri=302, penilai=403), "post", then(waiting, "tarik")),
    Row("planning:langkah", WRITER_ACTS, "post", then(draft, "batalkan")),
    Row("planning:langkah", everyone(404), "post", then(running, "tetapkan")),
    Row("planning:dokumen", PERFORMANCE, args=then(running, "skp")),
    Row("planning:dokumen", PERFORMANCE, args=then(running, "lampiran")),
    Row("planning:dokumen", everyone(404), args=then(running, "rahasia")),
    Row("planning:dokumen", everyone(404), args=then(running, "manual")),
    Row("planning:bandingkan", PERFORMANCE, args=running),
    Row("planning:susun_perubahan", ONLY_DIRI, args=running),
    Row("planning:susun_perubahan", ONLY_DIRI, "post", running),
    Row("planning:usulkan", ONLY_DIRI, args=running),
    Row("planning:usulkan", ONLY_DIRI, "post", running),
    Row("planning:usul", PERFORMANCE, args=lambda w: [w.usul.pk]),
    Row("planning:putus_usul", PERFORMANCE | REFUSED | {"penilai": 302}, "post", usul("setujui")),
    Row("planning:putus_usul", PERFORMANCE | REFUSED | {"penilai": 200}, "post", usul("tolak")),
    Row("planning:putus_usul", PERFORMANCE | REFUSED | {"diri": 302}, "post", usul("tarik")),
    Row("planning:putus_usul", everyone(404), "post", usul("hapus")),
    *cascade_rows.ROWS,
]
