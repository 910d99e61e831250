from django.urls import path

from bina.planning.views import changes, drafting, review, saya, skp

app_name = "planning"
urlpatterns = [
    path("", saya.saya, name="saya"),
    path("mulai/", saya.mulai, name="mulai"),
    path("tinjauan/", saya.tinjauan, name="tinjauan"),
    path("<int:pk>/", skp.skp, name="skp"),
    path("<int:pk>/susun/", drafting.susun, name="susun"),
    path("<int:pk>/hasil/baru/", drafting.hasil_baru, name="hasil_baru"),
    path("<int:pk>/hasil/<int:hasil_pk>/", drafting.hasil, name="hasil"),
    path("<int:pk>/hasil/<int:hasil_pk>/hapus/", drafting.hapus_hasil, name="hapus_hasil"),
    path("<int:pk>/hasil/<int:hasil_pk>/pindah/", drafting.pindah_hasil, name="pindah_hasil"),
    path("<int:pk>/perilaku/", drafting.perilaku, name="perilaku"),
    path("<int:pk>/lampiran/", drafting.lampiran, name="lampiran"),
    path("<int:pk>/ajukan/", review.ajukan, name="ajukan"),
    path("<int:pk>/tinjau/", review.tinjau, name="tinjau"),
    path("<int:pk>/ekspektasi/", review.ekspektasi, name="ekspektasi"),
    path("<int:pk>/langkah/<slug:nama>/", skp.langkah, name="langkah"),
    path("<int:pk>/dokumen/<slug:jenis>/", skp.dokumen, name="dokumen"),
    path("<int:pk>/bandingkan/", skp.bandingkan, name="bandingkan"),
    path("<int:pk>/perubahan/", changes.susun_perubahan, name="susun_perubahan"),
    path("<int:pk>/usul/", changes.usulkan, name="usulkan"),
    path("usul/<int:pk>/", changes.usul, name="usul"),
    path("usul/<int:pk>/<slug:nama>/", changes.putus_usul, name="putus_usul"),
]
