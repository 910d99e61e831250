"""Kemajuan: progress, evidence, feedback, requests; about Ani, asked of Eko."""

from typing import Any

from django.utils import timezone

from bina.monitoring.models import Sinyal
from tests.monitoring import given, given_harian, given_tautan
from tests.security.matrix import Row, everyone


def lay(world: Any) -> None:
    """On Ani's plan in force (`world.plan`, of the planning room)."""
    on = timezone.localdate()
    world.realisasi = given.evidence(world, on=on)
    world.bukti_berkas = world.realisasi.bukti.get(url="")
    given.feedback_on_result(world, on=on)
    world.sinyal = Sinyal.objects.create(
        skp=world.plan, jenis="tanpa_catatan", sejak=on, terakhir=on,
        angka={"hari": 41, "terakhir": ""},
    )  # fmt: skip
    world.langkah = given_harian.step(world, on=on)
    world.permintaan_ub = given.asked(world, on=on)
    world.tautan, world.token = given_tautan.link(world, on=on)


def _skp(world: Any) -> list[Any]:
    return [world.plan.pk]


def _entry(world: Any) -> list[Any]:
    return [world.realisasi.pk]


def _request(world: Any) -> list[Any]:
    return [world.permintaan_ub.pk]


def _token(world: Any) -> list[Any]:
    return [world.token]


def _hasil(world: Any) -> list[Any]:
    return [world.plan.pk, given.plan(world, on=timezone.localdate()).hasil[0].kunci]


def _given(world: Any) -> dict[str, Any]:
    return {
        "tentang": "nilai:loyal",
        "sifat": "positif",
        "situasi": "Rapat",
        "perilaku": "Menjawab",
        "dampak": "Cepat",
        "pembaca": "penilai",
    }


def _signal(world: Any) -> list[Any]:
    return [world.sinyal.pk]


def _step(world: Any) -> list[Any]:
    return [world.langkah.pk]


def _step_written(world: Any) -> dict[str, Any]:
    isi = given_harian.isi(world, on=timezone.localdate())
    return {
        "masa": isi.mulai.isoformat(),
        "indikator": str(isi.indikator_kunci),
        "langkah": "Menyusun daftar",
        "target": 4,
        "satuan": "daftar",
        "tenggat": isi.tenggat.isoformat(),
        "suntingan": 0,
    }


def _line_written(world: Any) -> dict[str, Any]:
    return {
        "kunci": "4b0b4b0e-2222-4000-8000-000000000000",
        "untuk": f"langkah:{world.langkah.pk}",
        "tanggal": timezone.localdate().isoformat(),
        "jam_mulai": "08:00",
        "jam_selesai": "09:00",
        "kegiatan": "Menjawab surat",
        "jumlah": 2,
    }


READING = everyone(404, diri=200, penilai=200, atasan_penilai=200, pengelola=200, auditor=200)
OWNER = everyone(404, diri=200, penilai=403, atasan_penilai=403, pengelola=403, auditor=403)
GIVING = everyone(404, diri=403, penilai=200, atasan_penilai=403, pengelola=403, auditor=403)
ASKING = everyone(404, diri=200, penilai=200, atasan_penilai=403, pengelola=403, auditor=403)
SIGNALS = everyone(404, diri=200, penilai=200)

ROWS = [
    Row("monitoring:kemajuan", everyone(200)),
    Row("monitoring:kemajuan", everyone(200, diri=302), method="post",
        data=lambda world: {"indikator": "hilang"}),
    Row("monitoring:hasil", READING, args=_hasil),
    Row("monitoring:hasil", OWNER | {"diri": 302}, method="post", args=_hasil),
    Row("monitoring:batalkan", OWNER, args=_entry),
    Row("monitoring:batalkan", OWNER | {"diri": 302}, method="post", args=_entry,
        data=lambda world: {"alasan": "Ganda"}),
    Row("monitoring:tambah_bukti", OWNER, args=_entry),
    Row("monitoring:tambah_bukti", OWNER | {"diri": 302}, method="post", args=_entry,
        data=lambda world: {"url": "https://contoh.go.id"}),
    Row("monitoring:bukti", READING, args=lambda world: [world.bukti_berkas.pk]),
    Row("monitoring:rencana_aksi", READING, args=_skp),
    Row("monitoring:rencana_aksi_tulis", OWNER, args=_skp),
    Row("monitoring:rencana_aksi_tulis", OWNER | {"diri": 302}, method="post", args=_skp,
        data=_step_written),
    Row("monitoring:rencana_aksi_ubah", OWNER, args=_step),
    Row("monitoring:rencana_aksi_ubah", OWNER | {"diri": 302}, method="post", args=_step,
        data=_step_written),
    Row("monitoring:rencana_aksi_hapus", OWNER | {"diri": 302}, method="post", args=_step),
    Row("monitoring:harian", everyone(200)),
    Row("monitoring:harian", everyone(200, diri=302), method="post", data=_line_written),
    Row("monitoring:sinyal", ASKING, args=_skp),
    Row("monitoring:sinyal_redam", SIGNALS | {"diri": 403}, args=_signal),
    Row("monitoring:sinyal_redam", SIGNALS | {"diri": 403, "penilai": 302}, method="post",
        args=_signal, data=lambda world: {"alasan": "Cuti", "sampai": timezone.localdate()}),
    Row("monitoring:sinyal_bunyikan", SIGNALS | {"diri": 403, "penilai": 302}, method="post",
        args=_signal),
    Row("monitoring:ekinerja", everyone(200)),
    Row("monitoring:ekinerja_unduh", everyone(200), args=lambda world: ["csv"]),
    Row("monitoring:umpan_balik_saya", everyone(200)),
    Row("monitoring:umpan_balik", READING | {"diri": 302}, args=lambda world: [world.ani.pk]),
    Row("monitoring:beri", GIVING, args=_skp),
    Row("monitoring:beri", GIVING | {"penilai": 302}, method="post", args=_skp, data=_given),
    Row("monitoring:minta", ASKING, args=_skp),
    Row("monitoring:minta", ASKING | {"diri": 302, "penilai": 302}, method="post", args=_skp,
        data=lambda world: {"tentang": "nilai:loyal", "kepada": world.indra.pk,
                            "tenggat": "2099-03-09"}),
    Row("monitoring:tautan", everyone(200)),
    Row("monitoring:buat_tautan", ASKING, args=_skp),
    Row("monitoring:buat_tautan", ASKING, method="post", args=_skp,
        data=lambda world: {"tentang": "nilai:loyal"}),
    Row("monitoring:cabut_tautan", everyone(404, diri=302), method="post",
        args=lambda world: [world.tautan.pk]),
    Row("monitoring:layanan", everyone(200, anonymous=200), args=_token),
    Row("monitoring:layanan", everyone(302), method="post", args=_token, data=_given),
    Row("monitoring:layanan_selesai", everyone(200, anonymous=200)),
    Row("monitoring:permintaan_saya", everyone(200)),
    Row("monitoring:permintaan", everyone(404, diri=200, rekan=200), args=_request),
    Row("monitoring:permintaan", everyone(404, diri=403, rekan=302), method="post",
        args=_request, data=_given),
    Row("monitoring:tolak", everyone(404, diri=403, rekan=302), method="post", args=_request,
        data=lambda world: {"alasan": "Cuti"}),
    Row("monitoring:batalkan_permintaan", everyone(404, diri=302, rekan=403), method="post",
        args=_request),
]  # fmt: skip
