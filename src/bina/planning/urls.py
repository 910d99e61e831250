from django.urls import include, path

from bina.planning.ekspektasi_tim import urls as ekspektasi_tim
from bina.planning.kaskade import urls as kaskade
from bina.planning.klarifikasi import urls as klarifikasi
from bina.planning.manual import urls as manual
from bina.planning.masa import urls as masa
from bina.planning.pakai_ulang import urls as pakai_ulang
from bina.planning.pembatalan import urls as pembatalan
from bina.planning.penilai import urls as penilai
from bina.planning.perjanjian import urls as perjanjian
from bina.planning.views import changes, drafting, review, saya, skp

app_name = "planning"
urlpatterns = [
    path("", saya.saya, name="saya"),
    path("mulai/", saya.mulai, name="mulai"),
    path("tinjauan/", saya.tinjauan, name="tinjauan"),
    *ekspektasi_tim.urlpatterns,
    *klarifikasi.urlpatterns,
    *manual.urlpatterns,
    *masa.urlpatterns,
    *pakai_ulang.urlpatterns,
    *pembatalan.urlpatterns,
    *penilai.urlpatterns,
    path("perjanjian/", include(perjanjian.urlpatterns)),
    path("kaskade/", include(kaskade.urlpatterns)),
    path("<nomor:pk>/", skp.skp, name="skp"),
    path("<nomor:pk>/susun/", drafting.susun, name="susun"),
    path("<nomor:pk>/hasil/baru/", drafting.hasil_baru, name="hasil_baru"),
    path("<nomor:pk>/hasil/<nomor:hasil_pk>/", drafting.hasil, name="hasil"),
    path("<nomor:pk>/hasil/<nomor:hasil_pk>/hapus/", drafting.hapus_hasil, name="hapus_hasil"),
    path("<nomor:pk>/hasil/<nomor:hasil_pk>/pindah/", drafting.pindah_hasil, name="pindah_hasil"),
    path("<nomor:pk>/perilaku/", drafting.perilaku, name="perilaku"),
    path("<nomor:pk>/lampiran/", drafting.lampiran, name="lampiran"),
    path("<nomor:pk>/ajukan/", review.ajukan, name="ajukan"),
    path("<nomor:pk>/tinjau/", review.tinjau, name="tinjau"),
    path("<nomor:pk>/ekspektasi/", review.ekspektasi, name="ekspektasi"),
    path("<nomor:pk>/langkah/<slug:nama>/", skp.langkah, name="langkah"),
    path("<nomor:pk>/dokumen/<slug:jenis>/", skp.dokumen, name="dokumen"),
    path("<nomor:pk>/bandingkan/", skp.bandingkan, name="bandingkan"),
    path("<nomor:pk>/perubahan/", changes.susun_perubahan, name="susun_perubahan"),
    path("<nomor:pk>/usul/", changes.usulkan, name="usulkan"),
    path("usul/<nomor:pk>/", changes.usul, name="usul"),
    path("usul/<nomor:pk>/<slug:nama>/", changes.putus_usul, name="putus_usul"),
]
